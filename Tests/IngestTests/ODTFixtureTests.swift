import Foundation
import Ingest
import Publication
import Testing

@Suite("OpenDocument texts as offices write them")
struct ODTFixtureTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "fixtures/ingest")

  /// Compares what a reader finds in `input.<format>` with `expected.txt`, or writes that where fixtures are recorded.
  static func compare(_ name: String, _ format: String, _ reader: any FormatReader) throws {
    let place = folder.appending(path: format).appending(path: name)
    let bytes = try [UInt8](Data(contentsOf: place.appending(path: "input.\(format)")))
    let found = ReadingDump.text(
      reader.read(ReadingSource(bytes: bytes, name: FileName("input.\(format)"), parts: [], limits: IngestLimits())))
    let file = place.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try found.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(found.utf8.elementsEqual(expected.utf8), "\(name) differs from expected.txt")
  }

  @Test(
    "every paragraph, table and picture comes out in the order of the file",
    arguments: ["notice", "mongolian", "bilingual-table", "damaged"])
  func fixture(name: String) throws { try Self.compare(name, "odt", ODTReader()) }
}
