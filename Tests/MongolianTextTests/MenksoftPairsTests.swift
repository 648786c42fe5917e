import Foundation
import MongolianText
import Testing

/// One expectation of another converter that this library does not share, and why.
struct MenksoftDifference {
  var name: String
  var source: String
  var expected: String
  var ours: String
  var reason: String
}

@Suite("The expectations of another converter")
struct MenksoftPairsTests {
  private static let document = MongolianFixtures.root.appendingPathComponent("docs/menksoft.md")

  @Test("every difference is explained, and docs/menksoft.md lists them all")
  func differences() throws {
    let rows = try MenksoftRows()
    var differences: [MenksoftDifference] = []
    var same = 0
    for row in try MongolianFixtures.rows("corpus/menksoft-pairs-gb2023.tsv").dropFirst() {
      let source = MenksoftRows.text(row[3])
      let expected = MenksoftRows.text(row[4])
      let ours = row[0] == "m2u" ? try? Menksoft.unicode(from: source).text : try? Menksoft.menksoft(from: source).text
      if let ours, ours.utf8.elementsEqual(expected.utf8) {
        same += 1
        continue
      }
      let reason =
        row[0] == "m2u" ? Self.reading(source, expected, ours, rows) : Self.writing(source, expected, ours, rows)
      #expect(reason != nil, "unexplained: \(row)")
      differences.append(
        MenksoftDifference(
          name: "\(row[0]) \(row[1])/\(row[2])", source: row[3], expected: row[4],
          ours: ours.map(Self.hex) ?? "refused", reason: reason ?? "unexplained"))
    }
    #expect(same > 200)
    let page = Self.page(differences, same: same)
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try page.write(to: Self.document, atomically: true, encoding: .utf8)
      Issue.record("recorded docs/menksoft.md")
    } else {
      let recorded = try String(contentsOf: Self.document, encoding: .utf8)
      #expect(recorded.utf8.elementsEqual(page.utf8), "docs/menksoft.md is stale: RECORD_FIXTURES=1 swift test")
    }
  }

  /// Why the Unicode of a code sequence is another one.
  private static func reading(_ source: String, _ expected: String, _ ours: String?, _ rows: MenksoftRows) -> String? {
    guard let ours else { return nil }
    let target = rows.units(of: source)
    let oursRight = MenksoftRows.inkUnits(HudumShaper.writtenUnits(of: ours).description) == target
    if target.isEmpty {
      return source.unicodeScalars.contains("\u{E262}") || source.unicodeScalars.contains("\u{E263}")
        ? "a space of the code"
        : "mark of the table: the other converter writes a selector or a vertical presentation form"
    }
    guard oursRight else { return nil }
    if expected.unicodeScalars.contains("\u{180A}") {
      return "joiners: U+180A is ink that the code does not have; U+200D or a selector gives the form"
    }
    let expectedUnits = MenksoftRows.inkUnits(HudumShaper.writtenUnits(of: expected).description)
    if expectedUnits != target { return "look: the expectation does not have the code's units under UTN #57" }
    let letters = expected.unicodeScalars.map(\.value).filter { (0x1820...0x1842).contains($0) }
    if letters != rows.letters(of: source) { return "letters: the table's letter of the code is kept" }
    return "selectors: fewer, or another one with the same units"
  }

  /// Why the codes of a Unicode text are other ones.
  private static func writing(_ source: String, _ expected: String, _ ours: String?, _ rows: MenksoftRows) -> String? {
    if ours == nil {
      if source.unicodeScalars.contains(where: { (0x1843...0x18AA).contains($0.value) }) {
        return "refused: letters that Menksoft has no code for"
      }
      if expected.unicodeScalars.contains(where: { (0x1800...0x18AF).contains($0.value) }) {
        return "refused: a mark or control that Menksoft has no code for"
      }
      if source.unicodeScalars.contains(where: { (0xE000...0xF8FF).contains($0.value) }) {
        return "refused: private code in a text that should be Unicode"
      }
      if source.unicodeScalars.contains("\u{202F}") { return separated(source, expected, rows) }
      return unreturned(source, expected)
    }
    guard let ours else { return nil }
    let units = rows.units(of: ours)
    if ours.unicodeScalars.contains("\u{E23E}") {
      return "nirugu: kept as the code's own nirugu; the other converter takes it for a joiner without ink"
    }
    if units == rows.units(of: expected) { return "neighbour: the same glyph cut for another neighbour" }
    if units == MenksoftRows.inkUnits(HudumShaper.writtenUnits(of: source).description) {
      return "look: the expectation does not have the text's units under UTN #57"
    }
    return units.isEmpty ? "mark of the table" : nil
  }

  /// U+202F comes back as U+180E, so the text is refused; what would be written of the same text with U+180E?
  private static func separated(_ source: String, _ expected: String, _ rows: MenksoftRows) -> String? {
    let canonical = String(String.UnicodeScalarView(source.unicodeScalars.map { $0 == "\u{202F}" ? "\u{180E}" : $0 }))
    guard let ours = try? Menksoft.menksoft(from: canonical).text else { return nil }
    let start = "refused: U+202F would come back as U+180E; of the text with U+180E, "
    if ours.utf8.elementsEqual(expected.utf8) { return start + "the expected codes are written" }
    if rows.units(of: ours) == rows.units(of: expected) {
      return start + "the same glyphs, cut for another neighbour, are written"
    }
    let units = MenksoftRows.inkUnits(HudumShaper.writtenUnits(of: canonical).description)
    return rows.units(of: ours) == units
      ? start + "codes with its units under UTN #57 are written, the expected ones have others" : nil
  }

  /// Without a way back; what is lost?
  private static func unreturned(_ source: String, _ expected: String) -> String? {
    guard let back = try? Menksoft.unicode(from: expected).text else { return nil }
    if back.utf8.elementsEqual(source.utf8) { return nil }
    let plain = String(String.UnicodeScalarView(source.unicodeScalars.filter { !(0x180B...0x180F).contains($0.value) }))
    let units = MenksoftRows.inkUnits(HudumShaper.writtenUnits(of: source).description)
    let plainUnits = MenksoftRows.inkUnits(HudumShaper.writtenUnits(of: plain).description)
    if plainUnits == units { return "refused: a selector that changes nothing here has no code, it would be lost" }
    if plainUnits == units.filter({ !$0.hasPrefix("Fvs") }) {
      return "refused: a selector for which the letter has no form here has no code, it would be lost"
    }
    let backUnits = MenksoftRows.inkUnits(HudumShaper.writtenUnits(of: back).description)
    if backUnits == units { return "refused: another selector than the one that comes back with the same units" }
    return backUnits.isEmpty
      ? "refused: a mark with a selector comes back without it"
      : "refused: the expected codes come back with other units"
  }

  private static func hex(_ text: String) -> String {
    text.unicodeScalars.map {
      let digits = String($0.value, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }.joined(separator: " ")
  }

  private static func page(_ differences: [MenksoftDifference], same: Int) -> String {
    var lines = [
      "# Menksoft's code: where we differ from another converter", "",
      "Written by `RECORD_FIXTURES=1 swift test --filter MenksoftPairs` from `fixtures/mongolian/corpus/menksoft-pairs-gb2023.tsv`:",
      "\(same) expectations are met to the code point, \(differences.count) differ. The rule here: the letters of the table, the",
      "fewest selectors that give the code's own units, and towards Menksoft only what comes back as it was.", "",
      "| reason | rows |", "| --- | --- |",
    ]
    let groups = Dictionary(grouping: differences, by: \.reason)
    let order = groups.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for reason in order { lines.append("| \(reason) | \(groups[reason]?.count ?? 0) |") }
    for reason in order {
      lines += ["", "## \(reason)", "", "| row | source | expected there | here |", "| --- | --- | --- | --- |"]
      for one in groups[reason] ?? [] {
        lines.append("| \(one.name) | \(one.source) | \(one.expected) | \(one.ours) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
