internal import Publication

/// Puts the lines of fixed pages together to paragraphs.
///
/// Nothing in such a file says where a paragraph ends: the first line's indent, a line that leaves room, another size, a wider gap,
/// and the lines of an official paper that stand alone (GB/T 9704-2012) tell it. Tables and columns can't be told apart: they hold the item.
struct FixedLayout {
  /// The paragraphs and pictures in order.
  private(set) var blocks: [Block] = []
  /// Page numbers, and lines that stand at one place of several pages.
  private(set) var unpublished: [UnpublishedText] = []
  /// Whether words stand side by side as in a table or in columns.
  private(set) var hasColumns = false
  /// Whether small letters stand raised or lowered.
  private(set) var hasScripts = false

  private let left: Double
  private let right: Double
  private let pitch: Double
  private let body: Double
  private let title: String

  /// Reads `pages`; `title` is what the file's own properties call it, empty where they say nothing.
  init(_ pages: [FixedPage], title: String) {
    var lines: [[FixedLine]] = []
    for (index, page) in pages.enumerated() { lines.append(page.lines(page: index)) }
    let (kept, apart) = FixedLayout.withoutFurniture(lines, pages)
    unpublished = apart
    let all = kept.flatMap { $0 }
    let body = FixedLayout.bodySize(all)
    self.body = body
    hasScripts = all.contains(where: \.hasScript)
    let wide = all.filter { abs($0.size - body) < 0.15 * body }
    let (start, end) = (wide.map(\.left).min() ?? 0, wide.map(\.right).max() ?? 0)
    let long = wide.filter { $0.right - $0.left > 0.5 * (end - start) }
    left = long.map(\.left).min() ?? start
    right = end
    pitch = FixedLayout.pitch(all)
    self.title = title.unicodeScalars.filter { $0 != " " }.reduce(into: "") { $0.unicodeScalars.append($1) }
    hasColumns = all.count { $0.hasGap && !Colophon.isLine($0.text) && !$0.text.contains("签发人") } > 1
    for (index, page) in kept.enumerated() { add(page, pages[index].pictures) }
    finish()
  }

  // MARK: Paragraphs

  private var open: [FixedLine] = []

  private mutating func add(_ lines: [FixedLine], _ pictures: [(top: Double, image: ImageReference)]) {
    var pictures = pictures.sorted { $0.top < $1.top }[...]
    for line in lines {
      while let picture = pictures.first, picture.top < line.baseline {
        finish()
        blocks.append(.paragraph([.image(picture.image)], alignment: .natural))
        pictures.removeFirst()
      }
      if let last = open.last, ends(last, before: line) { finish() }
      open.append(line)
    }
    if !pictures.isEmpty { finish() }
    for picture in pictures { blocks.append(.paragraph([.image(picture.image)], alignment: .natural)) }
  }

  private mutating func finish() {
    guard let first = open.first else { return }
    var text = ""
    for line in open {
      if let last = text.unicodeScalars.last, let next = line.text.unicodeScalars.first,
        !WideScalar.joins(last.value, next.value), !FixedLayout.meetWithoutBlank(last, next)
      {
        text += " "
      }
      text += line.text
    }
    let alignment: Block.Alignment =
      isCentered(first) ? .center : first.left > left + 0.4 * (right - left) && open.count == 1 ? .end : .natural
    blocks.append(.paragraph([.text(text)], alignment: alignment))
    open = []
  }

  /// A number or word that goes on after a wide character, and the other way about.
  private static func meetWithoutBlank(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    let isNumber = (0x30...0x39).contains(next.value) || next == "%"
    return WideScalar.isWide(last.value) || WideScalar.isWide(next.value) || WideScalar.isEither(last.value)
      || (isNumber && ((0x30...0x39).contains(last.value) || last == "." || last == ","))
  }

  private func ends(_ line: FixedLine, before next: FixedLine) -> Bool {
    if abs(line.size - next.size) > 0.15 * max(line.size, next.size) { return true }
    // A title has a few lines at most.
    if !title.isEmpty, open.count <= 8, isTitle { return true }
    if PaperLine.breaks(between: [line.text, next.text])[0] { return true }
    if DocumentNumber.parse(line.text) != nil || DocumentNumber.parse(next.text) != nil { return true }
    if line.page == next.page, next.baseline - line.baseline > min(1.6 * max(pitch, line.size), 3 * line.size) {
      return true
    }
    let centered = (isCentered(line), isCentered(next))
    if centered.0 != centered.1 { return true }
    if centered.0 { return false }
    if next.left - left > 1.2 * next.size { return true }
    return right - line.right > next.firstWidth + 0.6 * line.size
  }

  /// Whether what is open is the title that the file's properties give.
  private var isTitle: Bool {
    var text = ""
    for line in open {
      for scalar in line.text.unicodeScalars where scalar != " " { text.unicodeScalars.append(scalar) }
    }
    return text.utf8.elementsEqual(title.utf8)
  }

  private func isCentered(_ line: FixedLine) -> Bool {
    let (before, after) = (line.left - left, right - line.right)
    // A title in large letters may fill its line.
    return (before > 2.5 * line.size || line.size > 1.15 * body) && abs(before - after) < 1.2 * line.size
  }

  // MARK: Measures

  /// The size in which most of the text is set.
  private static func bodySize(_ lines: [FixedLine]) -> Double {
    var counts: [Int: Int] = [:]
    for line in lines { counts[Int((line.size * 10).rounded()), default: 0] += line.text.unicodeScalars.count }
    return Double(counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0) / 10
  }

  /// The usual distance of two lines.
  private static func pitch(_ lines: [FixedLine]) -> Double {
    var gaps: [Double] = []
    for (line, next) in zip(lines, lines.dropFirst()) where line.page == next.page {
      gaps.append(next.baseline - line.baseline)
    }
    return gaps.isEmpty ? 0 : gaps.sorted()[gaps.count / 2]
  }

  /// Page numbers, and lines of equal words at the same edge of several pages.
  private static func withoutFurniture(
    _ lines: [[FixedLine]], _ pages: [FixedPage]
  ) -> (kept: [[FixedLine]], apart: [UnpublishedText]) {
    var seen: [String: Int] = [:]
    func isAtEdge(_ line: FixedLine) -> Bool {
      let height = pages[line.page].height
      return height > 0 && (line.baseline < 0.09 * height || line.baseline > 0.91 * height)
    }
    for page in lines {
      for text in Set(page.filter(isAtEdge).map(\.text)) { seen[text, default: 0] += 1 }
    }
    var apart: [UnpublishedText] = []
    let kept = lines.map { page in
      page.enumerated().filter { index, line in
        let isLast = index == page.count - 1 || index == 0
        let isNumber = isPageNumber(line.text) && (isAtEdge(line) || isLast)
        let isRepeated = isAtEdge(line) && seen[line.text, default: 0] > 1
        guard isNumber || isRepeated else { return true }
        let isTop = line.baseline < 0.5 * pages[line.page].height
        apart.append(UnpublishedText(isTop ? .header : .footer, line.text))
        return false
      }.map(\.element)
    }
    return (kept, apart)
  }

  /// "— 1 —", "- 1 -", "第 1 页", "1".
  private static func isPageNumber(_ text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars {
      if (0x30...0x39).contains(scalar.value) {
        digits += 1
      } else if !"—–-－·第页共/ ".unicodeScalars.contains(scalar) {
        return false
      }
    }
    return (1...8).contains(digits)
  }
}
