import Foundation
import MongolianText
import Testing

@Suite("Menksoft's code")
struct MenksoftWordsTests {
  private static func words() throws -> [String] {
    let url = MongolianFixtures.root.appendingPathComponent("fixtures/mongolian/corpus/menksoft-words.txt")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test("every word keeps its letters and its look, is canonical, and comes back exactly")
  func words() throws {
    let rows = try MenksoftRows()
    let words = try Self.words()
    #expect(words.count > 12_000)
    var (looks, letters, native) = (0, 0, 0)
    for word in words {
      let result = try Menksoft.unicode(from: word)
      let units = MenksoftRows.inkUnits(HudumShaper.writtenUnits(of: result.text).description)
      if units == rows.units(of: word) { looks += 1 }
      let kept = result.text.unicodeScalars.map(\.value).filter { (0x1820...0x1842).contains($0) }
      if kept == rows.letters(of: word) { letters += 1 }
      #expect(
        try TextChangeReport.rebuildInput(output: result.text, changes: result.changes).utf8.elementsEqual(word.utf8))
      #expect(try MongolianNormalizer().normalize(result.text).changes.isEmpty)
      if let back = try? Menksoft.menksoft(from: result.text), back.text.utf8.elementsEqual(word.utf8) { native += 1 }
    }
    #expect(Double(looks) >= 0.9999 * Double(words.count))
    #expect(Double(letters) >= 0.995 * Double(words.count))
    // Without the report the neighbour that a glyph is cut for is found by rule.
    #expect(Double(native) > 0.75 * Double(words.count))
  }

  @Test("what is turned to Menksoft's code comes back as it was, or is refused")
  func reverse() throws {
    var turned = 0
    let words = try MongolianFixtures.rows("corpus/dictionary-words.txt").compactMap(\.last)
    for word in words.prefix(6_000) {
      guard let codes = try? Menksoft.menksoft(from: word) else { continue }
      turned += 1
      #expect(try Menksoft.unicode(from: codes.text).text.utf8.elementsEqual(word.utf8), "\(codePoints(word))")
    }
    #expect(turned > 3_500)
  }

  // Found by fuzzing: the joiner stayed outside the word, and the codes could not be read again.
  @Test(
    "a joiner in front of a word goes with it, and one between pictures stays",
    arguments: ["\u{200D}\u{1836}", "\u{200D}\u{1836} \u{1820}", "\u{1F469}\u{200D}\u{1F4BB}"])
  func joiners(_ text: String) throws {
    guard let codes = try? Menksoft.menksoft(from: text) else { return }
    #expect(try Menksoft.unicode(from: codes.text).text.utf8.elementsEqual(text.utf8))
  }

  @Test(
    "sequences that no spelling gives are refused with their place",
    arguments: [
      ("x\u{E26C}\u{1820}", TextRefusal.Reason.menksoftUnmatched, 1), ("\u{E234}\u{E200}", .privateUse, 3),
      ("\u{F8FF}", .privateUse, 0),
    ])
  func refused(_ text: String, _ reason: TextRefusal.Reason, _ byte: Int) {
    #expect {
      try Menksoft.unicode(from: text)
    } throws: { error in
      (error as? TextRefusal)?.reason == reason && (error as? TextRefusal)?.byteOffset == byte
    }
  }

  @Test("marks, digits and spaces follow the table")
  func marks() throws {
    #expect(
      codePoints(try Menksoft.unicode(from: "\u{E236}\u{E245}\u{E251}\u{E262}\u{E263}").text)
        == "U+1802 U+1811 U+FF1F U+20 U+20")
    #expect(try Menksoft.unicode(from: "\u{E262}").flags.map(\.rule) == ["menksoft-unknown-space"])
  }
}
