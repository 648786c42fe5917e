import Foundation
import MongolianText
import Testing

@Suite("A long text, written in pieces")
struct NormalizedBytesTests {
  private static func texts() throws -> [String] {
    let folder = MongolianFixtures.root.appendingPathComponent("fixtures/mongolian/files")
    let files = try ["nnbsp", "zwsp-junk", "connector-lost", "double-connectors", "plain-space", "mvs"].map {
      try String(contentsOf: folder.appendingPathComponent($0 + ".txt"), encoding: .utf8)
    }
    let lines =
      "\u{FE10}\u{1820}\u{182E}?\r\n\r\u{1821}\u{1820}\u{2028}\u{1F600}\n\u{182E}\u{1820}\u{200B}\u{FEFF}\u{182F}\u{202F}\u{1824}\u{1828}"
    let long = String(repeating: "汉字 abc\u{182E}\u{1820}\u{182F}\u{202F}\u{1824}\u{1828}\n", count: 9000)
    return files + [lines, long, "", "\u{FE35}", String(repeating: "x\n", count: 70_000) + "\u{FE36}"]
  }

  @Test("the pieces make up the text and the report that the values give")
  func pieces() throws {
    let normalizer = MongolianNormalizer()
    for text in try Self.texts() {
      let kept = try normalizer.normalized(utf8: Array(text.utf8))
      let values = try normalizer.normalize(text)
      var bytes: [UInt8] = []
      try kept.write {
        #expect($0.count <= 1 << 17)
        bytes += $0
      }
      var report: [UInt8] = []
      try kept.writeReport(policy: normalizer.policy) { report += $0 }
      var expected: [UInt8] = []
      TextChangeReport.json(values, policy: normalizer.policy) { expected += $0 }
      #expect(bytes.elementsEqual(values.text.utf8))
      #expect(report == expected)
      #expect(kept.changeCount == values.changes.count && kept.flagCount == values.flags.count)
      #expect(kept.text == values)
    }
  }

  @Test("the report says line and place as a reader would count them")
  func places() throws {
    let text = "ab\r\n中\u{1F600}\r\u{182E}\u{1820}\u{202F}\u{1824}\u{1828}\n\n\u{FE10}"
    let changes = try MongolianNormalizer().normalize(text).changes
    #expect(changes.map(\.line) == [3, 5])
    #expect(changes.map(\.before.scalarOffset) == [9, 14])
    let report = try MongolianNormalizer().normalized(utf8: Array(text.utf8))
    var json: [UInt8] = []
    try report.writeReport(policy: "p\"\\\n") { json += $0 }
    #expect(
      String(decoding: json, as: UTF8.self)
        == #"{"schema":"zarlal.text-changes/1","policy":"p\"\\\u000a","changes":["#
        + #"{"rule":"suffix-separator","line":3,"before":{"scalarOffset":9,"scalars":["U+202F"]},"after":{"scalarOffset":9,"scalars":["U+180E"]}},"#
        + #"{"rule":"vertical-form","line":5,"before":{"scalarOffset":14,"scalars":["U+FE10"]},"after":{"scalarOffset":14,"scalars":["U+FF0C"]}}"#
        + #"],"flags":[]}"# + "\n")
  }

  @Test(
    "bytes that are no UTF-8 are refused where they stand",
    arguments: [
      ([0x80], 0), ([0x61, 0xC0, 0xAF], 1), ([0xE1, 0xA0, 0xA0, 0xE1, 0xA0], 3),
      ([0xE0, 0x80, 0x80, 0, 0, 0, 0, 0], 0),
      ([0xED, 0xA0, 0x80, 0, 0, 0, 0, 0, 0], 0), ([0xF4, 0x90, 0x80, 0x80, 0, 0, 0, 0, 0], 0),
      ([0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0xE1, 0xA0, 0x20, 0, 0, 0, 0, 0], 8),
      ([0xFF, 0, 0, 0, 0, 0, 0, 0, 0], 0),
    ] as [([UInt8], Int)])
  func invalid(_ bytes: [UInt8], _ place: Int) {
    #expect(throws: TextRefusal(reason: .invalidUTF8, byteOffset: place)) {
      try MongolianNormalizer().normalized(utf8: bytes)
    }
  }
}
