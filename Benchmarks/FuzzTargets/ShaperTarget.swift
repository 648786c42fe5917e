import MongolianText

/// Any bytes: the shaper, runs, words and keys.
enum ShaperTarget {
  /// Kept from input to input, as a user of the library keeps it: what one text leaves behind must not reach the next.
  nonisolated(unsafe) private static var kept = Shaping()
  nonisolated(unsafe) private static var rules = Shaping()
  nonisolated(unsafe) private static var lines = ShapedLines()

  static func attempt(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let text = Array(bytes)
    kept.shape(text.span, .public)
    kept.shape(text.span, .raw)
    rules.shapeLetters(text.span)
    require(rules.units == kept.units, "the compiled rules give what the rules give")
    runs(text)
    words(text)
    // What makes strings and workplaces is slow: one input in eight.
    if text.reduce(0, &+) & 7 == 0 { strings(text) }
    return 0
  }

  private static func strings(_ text: [UInt8]) {
    var fresh = Shaping()
    for form in [Shaping.Form.public, .raw] {
      fresh.shape(text.span, form)
      kept.shape(text.span, form)
      require(fresh.units == kept.units, "a kept workplace gives what a new one gives")
    }
    let units = kept.writtenUnits.description
    let key = ShapeKey(of: text.span, with: &kept)
    require(key.description.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a key is ASCII without spaces")
    var notation: [UInt8] = []
    lines.append(text.span, to: &notation)
    let ends = text.count { $0 == 0x0A } + (text.last == nil || text.last == 0x0A ? 0 : 1)
    require(notation.count { $0 == 0x0A } == ends, "one line out for one line in")
    if ends == 1, text.last != 0x0A {
      require(notation.elementsEqual(Array(units.utf8) + [0x0A]), "lines are written as their units are")
    }
    if let valid = String(validating: text, as: UTF8.self) {
      kept.shape(text.span, .raw)
      require(HudumShaper.writtenUnits(of: valid) == kept.writtenUnits, "strings and bytes give the same units")
      for length in [0, 1, 3, 7] {
        let prefix = MongolianWords.prefix(of: valid, maxScalars: length)
        require(prefix.unicodeScalars.count <= length, "a beginning is no longer than asked")
      }
    }
  }

  private static func runs(_ text: [UInt8]) {
    var end = 0
    for run in MongolianRuns.all(in: text.span) {
      require(run.lowerBound >= end && run.upperBound <= text.count && !run.isEmpty, "runs are in order")
      require(run.count % 3 == 0, "a run holds whole characters")
      end = run.upperBound
    }
  }

  private static func words(_ text: [UInt8]) {
    var end = 0
    var count = 0
    while let word = MongolianWords.next(in: text.span, from: end) {
      require(word.lowerBound >= end && word.upperBound <= text.count && !word.isEmpty, "words are in order")
      end = word.upperBound
      count += 1
    }
    require(count == MongolianWords.count(in: text.span), "words are counted as they are found")
  }
}
