import Foundation
import MongolianText
import Testing

@Suite("The change report")
struct TextChangeReportTests {
  @Test("it is written as the contract says")
  func json() throws {
    let result = try MongolianNormalizer().normalize("\u{182E}\u{1820}\u{182F}\u{202F}\u{1824}\u{1828}?")
    var bytes: [UInt8] = []
    TextChangeReport.json(result, policy: "mn-normal/1") { bytes += $0 }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"schema":"zarlal.text-changes/1","policy":"mn-normal/1","changes":[{"rule":"suffix-separator","line":1,"before":{"scalarOffset":3,"scalars":["U+202F"]},"after":{"scalarOffset":3,"scalars":["U+180E"]}}],"flags":[{"rule":"ascii-question-mark","line":1,"scalarOffset":6,"scalars":["U+003F"],"suggestion":""#
      ))
    #expect(try JSONSerialization.jsonObject(with: Data(bytes)) is [String: Any])
  }

  @Test("a report that belongs to another text is told")
  func mismatch() throws {
    let result = try MongolianNormalizer().normalize("\u{182E}\u{202F}\u{1824}\u{1828}")
    #expect(throws: TextChangeReport.Mismatch(change: 0)) {
      try TextChangeReport.rebuildInput(output: "\u{182E}\u{182E}", changes: result.changes)
    }
  }

  @Test("conversion and normalisation together lead from the input to the output and back")
  func composition() throws {
    let words = [
      "\u{E2F2}\u{E289}\u{E2BC}\u{E2EC}\u{E289}\u{E2F9}", "\u{182E}\u{1820}\u{182F}",
      "\u{E2C1}\u{E26D}\u{E281}\u{E2B6}\u{E26A}", "\u{4E2D}",
    ]
    let joints = [
      "\u{202F}\u{1824}\u{1828} ", "\u{200B} ", " ", "\n", "\u{E236}", "\u{A0}\u{182A}\u{1820}\u{1837}\u{FE10}",
      "\u{200B}\u{E236}\u{200B} ",
    ]
    var generator = TextGenerator(seed: 3)
    for _ in 0..<500 {
      var text = "\u{E2F2}\u{E289}\u{E2BC}\u{E2EC}\u{E289}\u{E2F9} "
      for _ in 0..<generator.next(6) {
        text += words[generator.next(words.count)] + joints[generator.next(joints.count)]
      }
      let result = try MongolianNormalizer().canonical(text)
      #expect(
        try TextChangeReport.rebuildInput(output: result.text, changes: result.changes).utf8.elementsEqual(text.utf8))
      #expect(
        try TextChangeReport.rebuildOutput(input: text, changes: result.changes).utf8.elementsEqual(result.text.utf8))
      #expect(try MongolianNormalizer().canonical(result.text).changes.isEmpty)
    }
  }
}
