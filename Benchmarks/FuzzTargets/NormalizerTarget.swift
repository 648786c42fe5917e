import MongolianText

/// Any bytes: units kept, a second run idle, the input rebuilt, letters and other scripts untouched.
enum NormalizerTarget {
  private static let normalizer = MongolianNormalizer()

  static func attempt(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let input = Array(bytes)
    guard let text = String(validating: input, as: UTF8.self) else {
      require((try? normalizer.normalized(utf8: input)) == nil, "bytes that are no UTF-8 are refused")
      return 0
    }
    do {
      let kept = try normalizer.normalized(utf8: input)
      // Without a change there is nothing to compare: the text came out as it went in.
      guard kept.changeCount > 0 || kept.flagCount > 0 else { return 0 }
      let result = kept.text
      Report.check(text, result)
      if kept.changeCount > 0 {
        require(look(text, result.changes, \.before) == look(result.text, result.changes, \.after), "the units stay")
        require(letters(text).elementsEqual(letters(result.text)), "no letter is rewritten")
        settled(result.text)
      }
      if input.reduce(0, &+) & 7 == 0 { pieces(kept, result) }
    } catch {
      require(error.reason != .proofFailed, "the library's own rules pass their proof")
      // Private code may be Menksoft's.
      if let result = try? normalizer.canonical(text) {
        Report.check(text, result)
        settled(result.text)
      }
    }
    return 0
  }

  /// What is written in pieces is what the values hold.
  private static func pieces(_ kept: NormalizedBytes, _ result: NormalizedText) {
    var bytes: [UInt8] = []
    var report: [UInt8] = []
    var expected: [UInt8] = []
    try? kept.write { bytes += $0 }
    try? kept.writeReport(policy: normalizer.policy) { report += $0 }
    TextChangeReport.json(result, policy: normalizer.policy) { expected += $0 }
    require(bytes.elementsEqual(result.text.utf8), "the text written in pieces is the text")
    require(report == expected, "the report written in pieces is the report")
  }

  /// A second run changes nothing.
  private static func settled(_ text: String) {
    guard let again = try? normalizer.normalize(text) else { fatalError("broken: the output is accepted") }
    guard again.changes.isEmpty, same(again.text, text) else {
      fatalError("broken: a second run changes nothing, but \(again.changes) of \(text.unicodeScalars.map(\.value))")
    }
  }

  private static func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x180A...0x180F, 0x20, 0xA0, 0x200B...0x200D, 0x202F, 0xFEFF, 0x300..<0x1800, 0x18A9, 0x1AB0..<0x1B00: false
      case 0x1DC0..<0x1E00, 0x20D0..<0x2100, 0x2010...0x2030, 0x3000...0x303F, 0x3099, 0x309A, 0xFE10...0xFE6F: false
      case 0xA66F...0xABED, 0xFF00...0xFF65, 0x101FD...0x1E94A: false
      default: true
      }
    }
  }

  /// The units of the whole text, shaped at once. Vertical forms and reordered marks stand as one sign on both sides.
  private static func look(_ text: String, _ changes: [TextChange], _ side: KeyPath<TextChange, ScalarSpan>) -> [String]
  {
    var scalars = String.UnicodeScalarView()
    var place = 0
    var hidden = 0
    var next = changes[...]
    for scalar in text.unicodeScalars {
      while let change = next.first, change[keyPath: side].scalarOffset <= place {
        next.removeFirst()
        guard change.rule == "vertical-form" || change.rule == "canonical-order" else { continue }
        scalars.append("\u{FFFC}")
        hidden = place + change[keyPath: side].scalars.count
      }
      defer { place += 1 }
      if place < hidden || scalar == "\u{200B}" || scalar == "\u{FEFF}" { continue }
      scalars.append(scalar == "\u{A0}" ? " " : scalar)
    }
    return HudumShaper.writtenUnits(of: scalars).description.split(separator: " ").map {
      $0 == "Nnbsp" ? "Mvs" : String($0)
    }
  }
}
