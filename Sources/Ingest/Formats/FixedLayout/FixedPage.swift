internal import Publication

/// A page on which everything has a fixed place: OFD and PDF. Lengths are of any one unit; y grows downwards.
struct FixedPage {
  /// A piece of text on one baseline.
  struct Run {
    var text: String
    var left: Double
    var right: Double
    var baseline: Double
    /// The size of the letters.
    var size: Double

    /// Half way up the letters.
    var middle: Double { baseline - size / 2 }

    /// Whether one of the two stands at the height of the other: on its line, raised or lowered.
    func isBeside(_ other: Run) -> Bool {
      abs(middle - other.middle) < 0.5 * max(size, other.size)
    }
  }

  var width: Double
  var height: Double
  /// In the order of the file.
  var runs: [Run] = []
  /// Pictures, by the place of their upper edge.
  var pictures: [(top: Double, image: ImageReference)] = []
}

/// A line of a page, as it is seen.
struct FixedLine {
  var text = ""
  var left = 0.0
  var right = 0.0
  var baseline = 0.0
  var size = 0.0
  /// Small letters stand raised or lowered inside: a footnote's mark, a power.
  var hasScript = false
  /// A blank as wide as two letters or more stands inside.
  var hasGap = false
  /// How much room the first piece needs that no line end can divide.
  var firstWidth = 0.0
  var page = 0
}

extension FixedPage {
  /// The lines from top to bottom; pieces on one line from left to right, those at one place in the order of the file.
  func lines(page number: Int) -> [FixedLine] {
    let ordered = runs.enumerated().filter { !$0.element.text.isEmpty }.sorted {
      ($0.element.middle, $0.offset) < ($1.element.middle, $1.offset)
    }
    var groups: [[(offset: Int, element: Run)]] = []
    // The largest piece of a line says how high it is.
    var largest: Run?
    for run in ordered {
      if let known = largest, known.isBeside(run.element) {
        groups[groups.count - 1].append(run)
        if run.element.size > known.size { largest = run.element }
      } else {
        groups.append([run])
        largest = run.element
      }
    }
    return groups.map { group in
      let sorted = group.sorted { ($0.element.left, $0.offset) < ($1.element.left, $1.offset) }
      return FixedPage.line(sorted.map(\.element), page: number)
    }.filter { !$0.text.isEmpty }
  }

  private static func line(_ runs: [Run], page: Int) -> FixedLine {
    var line = FixedLine()
    line.page = page
    line.size = runs.map(\.size).max() ?? 0
    line.baseline = runs.map(\.baseline).max() ?? 0
    line.hasScript = runs.contains { $0.size < 0.75 * line.size && !$0.text.trimmedWhitespace.isEmpty }
    line.left = runs.map(\.left).min() ?? 0
    var end: Double?
    for run in runs {
      if let end {
        let gap = run.left - end
        if gap > 2 * line.size { line.hasGap = true }
        if gap > 0.6 * line.size || (gap > 0.2 * line.size && needsBlank(line.text, run.text)) { line.text += " " }
      }
      line.text += run.text
      end = max(end ?? run.right, run.right)
    }
    line.right = end ?? line.left
    line.text = line.text.trimmedWhitespace
    line.firstWidth = firstWidth(line.text, line.size)
    return line
  }

  /// Whether words of letters meet: between wide characters, or at one, there is no blank.
  private static func needsBlank(_ left: String, _ right: String) -> Bool {
    guard let last = left.unicodeScalars.last, let first = right.unicodeScalars.first else { return false }
    return last != " " && first != " " && !WideScalar.isWide(last.value) && !WideScalar.isWide(first.value)
  }

  /// A wide character or a word, with the marks after it that may not begin a line.
  private static func firstWidth(_ text: String, _ size: Double) -> Double {
    var width = 0.0
    var isWord = false
    for (index, scalar) in text.unicodeScalars.prefix(40).enumerated() {
      let isWide = WideScalar.isWide(scalar.value)
      if index == 0 {
        isWord = !isWide
      } else if !"，。、；：！？）》」』】〕”’％%,.;:!?)".unicodeScalars.contains(scalar) {
        guard isWord, !isWide, scalar != " " else { break }
      }
      width += isWide ? size : size / 2
    }
    return width
  }
}
