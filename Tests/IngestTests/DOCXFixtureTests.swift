import Foundation
import Ingest
import Publication
import Testing

@Suite("Word documents as offices write them")
struct DOCXFixtureTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "fixtures/ingest/docx")

  static func read(_ name: String) throws -> ReadingResult {
    let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name).appending(path: "input.docx")))
    return DOCXReader().read(
      ReadingSource(bytes: bytes, name: FileName("input.docx"), parts: [], limits: IngestLimits()))
  }

  @Test(
    "every paragraph, table and picture comes out in the order of the file",
    arguments: [
      "notice-public", "notice-libreoffice", "mongolian-vertical", "bilingual-table", "news-pandoc", "damaged",
    ])
  func fixture(name: String) throws {
    let found = ReadingDump.text(try Self.read(name))
    let file = Self.folder.appending(path: name).appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try found.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(found.utf8.elementsEqual(expected.utf8), "\(name) differs from expected.txt")
  }

  @Test("two word processors writing the same notice give the same text")
  func sameText() throws {
    func text(_ name: String) throws -> [String] {
      try Self.read(name).content?.blocks.flatMap { PlainText.lines(of: $0.block) } ?? []
    }
    let one = try text("notice-public")
    #expect(one.count > 20)
    #expect(try one == text("notice-libreoffice"))
  }
}
