import Foundation
import MongolianText
import Testing

@Suite("What a text is encoded in")
struct IdentifyTests {
  @Test(
    "each kind is told by its evidence",
    arguments: [
      ("\u{182E}\u{1823}\u{1829}\u{182D}\u{1823}\u{182F}", EncodingKind.unicode2023),
      ("\u{182E}\u{1820}\u{182F}\u{180E}\u{1824}\u{1828}", .unicode2023),
      ("\u{182E}\u{1820}\u{182F}\u{202F}\u{1824}\u{1828}", .unicode2010),
      ("\u{182E}\u{1820}\u{182F} \u{FE36}", .unicode2010),
      ("\u{E2F2}\u{E289}\u{E2BC}\u{E2EC}\u{E289}\u{E2F9}", .menksoft),
      ("\u{E2C1}\u{E26D}\u{E281}\u{E2B6}\u{E26A}\u{E237} \u{4E2D}\u{6587}", .menksoft),
      ("\u{E2C2}\u{E2AA}\u{E31D}\u{E27E}\u{E2E8}\u{E263}\u{E282}", .menksoft),
      ("\u{E2F2}\u{E289}\u{E2BC}\u{E2EC}\u{E289}\u{E2F9} \u{182E}\u{1820}\u{182F}", .mixed),
      ("\u{1845}\u{1846}\u{1847} \u{185E}\u{1873}", .otherMongolian),
      ("\u{E800}\u{E801}\u{E802}\u{E803}", .unknownPrivateUse),
      ("\u{E327}\u{E32D}\u{E327}", .unknownPrivateUse),
      ("\u{4E2D}\u{6587} \u{F0E0} \u{E24D} \u{E26C}", .none),
      ("\u{4E2D}\u{6587}", .none), ("", .none),
    ])
  func kinds(_ text: String, _ kind: EncodingKind) {
    #expect(Identifier.identify(text).code == kind)
  }

  @Test("a font named by the document speaks for Menksoft")
  func fonts() {
    let word = "\u{E266}\u{E2F9}"
    #expect(Identifier.identify(word).code != .menksoft)
    let named = Identifier.identify(word, fontNames: ["Menksoft Qagan", "MQG8F02", "SimSun"])
    #expect(named.code == .menksoft)
    #expect(named.evidence.menksoftFonts == ["Menksoft Qagan", "MQG8F02"])
  }

  @Test(
    "files in UTF-8, UTF-16 and GB18030 are read",
    arguments: [
      ("menksoft-gb18030.txt", EncodingKind.menksoft), ("menksoft-pua.txt", .menksoft), ("menksoft-mixed.txt", .mixed),
      ("utf16le-bom.txt", .unicode2010), ("mvs.txt", .unicode2023), ("nnbsp.txt", .unicode2010),
    ])
  func files(_ name: String, _ kind: EncodingKind) throws {
    let url = MongolianFixtures.root.appendingPathComponent("fixtures/mongolian/files/" + name)
    #expect(try Identifier.identify(file: Array(Data(contentsOf: url))).code == kind)
  }

  @Test("a corpus of Menksoft words counts every one")
  func corpus() throws {
    let url = MongolianFixtures.root.appendingPathComponent("fixtures/mongolian/corpus/menksoft-words.txt")
    let answer = try Identifier.identify(utf8: Array(Data(contentsOf: url)))
    #expect(answer.code == .menksoft)
    #expect(answer.evidence.menksoftWords > 12_000)
    #expect(answer.evidence.menksoftFragments < 50 && answer.evidence.otherPrivateCodes == 0)
  }
}
