import Foundation
import MongolianText
import Testing

@Suite("One text in many encodings")
struct NormalizerFilesTests {
  private func text(_ name: String) throws -> String {
    let data = try Data(contentsOf: MongolianFixtures.root.appendingPathComponent("fixtures/mongolian/files/" + name))
    if data.starts(with: [0xFF, 0xFE]) {
      let units = stride(from: 2, to: data.count - 1, by: 2).map { UInt16(data[$0 + 1]) << 8 | UInt16(data[$0]) }
      return String(decoding: units, as: UTF16.self)
    }
    return String(decoding: data, as: UTF8.self)
  }

  @Test(
    "the same sentences come out as the same bytes",
    arguments: ["nnbsp.txt", "mvs.txt", "utf16le-bom.txt", "zwsp-junk.txt"])
  func same(_ name: String) throws {
    let expected = try MongolianNormalizer().canonical(text("nnbsp.txt"))
    let result = try MongolianNormalizer().canonical(text(name))
    #expect(result.text.utf8.elementsEqual(expected.text.utf8))
    #expect(try MongolianNormalizer().canonical(result.text).changes.isEmpty)
  }

  @Test(
    "what cannot be repaired with certainty is flagged, not guessed",
    arguments: ["plain-space.txt", "double-connectors.txt", "connector-lost.txt"])
  func flagged(_ name: String) throws {
    let input = try text(name)
    let result = try MongolianNormalizer().canonical(input)
    #expect(result.text.utf8.elementsEqual(input.utf8))
    #expect(!result.flags.isEmpty)
  }

  @Test(
    "Menksoft's code comes out as Unicode, alone or among Unicode and Chinese",
    arguments: ["menksoft-pua.txt", "menksoft-mixed.txt"])
  func menksoft(_ name: String) throws {
    let input = try text(name)
    #expect(throws: TextRefusal.self) { try MongolianNormalizer().normalize(input) }
    let result = try MongolianNormalizer().canonical(input)
    #expect(!result.text.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) })
    #expect(try MongolianNormalizer().canonical(result.text).changes.isEmpty)
    #expect(
      try TextChangeReport.rebuildInput(output: result.text, changes: result.changes).utf8.elementsEqual(input.utf8))
    #expect(
      try TextChangeReport.rebuildOutput(input: input, changes: result.changes).utf8.elementsEqual(result.text.utf8))
  }

  @Test("the pairs of the files look as their codes do")
  func pairs() throws {
    let table = try MenksoftRows()
    for row in try MongolianFixtures.rows("files/menksoft-pairs.tsv").dropFirst() {
      let codes = MenksoftRows.text(row[0])
      let units = MenksoftRows.inkUnits(
        HudumShaper.writtenUnits(of: try Menksoft.unicode(from: codes).text).description)
      #expect(units == table.units(of: codes), "\(row)")
    }
  }
}
