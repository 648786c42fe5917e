import Ingest
import Publication
import TestSupport
import Testing

@Suite("Archives are read only when they are harmless")
struct ArchiveTests {
  static func fault(_ bytes: [UInt8], _ limits: IngestLimits = IngestLimits()) -> Diagnostic? {
    do throws(ArchiveFault) {
      let archive = try Archive(bytes, limits: limits)
      _ = try archive.parts { _ in true }
      return nil
    } catch {
      return error.diagnostic
    }
  }

  @Test("entries come out as they were put in, folders left out")
  func reads() throws {
    let builder = ArchiveBuilder(entries: [
      .init("a/", ""), .init("a/一.txt", "甲"), .init("empty", ""), .init("b.xml", "<x/>"),
    ])
    let archive = try Archive(builder.bytes, limits: IngestLimits())
    #expect(archive.entries.map(\.name) == ["a/一.txt", "empty", "b.xml"])
    let parts = try archive.parts { $0.name != "empty" }
    #expect(parts == ["a/一.txt": Array("甲".utf8), "b.xml": Array("<x/>".utf8)])
    #expect(try archive.parts { $0.name == "empty" } == ["empty": []])
  }

  @Test(
    "names that lead elsewhere are refused",
    arguments: [
      "../x", "a/../../x", "/etc/passwd", "a\\b", "C:x", "a//b", "./a", "a/..", "", "a\u{1}b",
    ])
  func names(name: String) {
    #expect(Self.fault(ArchiveBuilder(entries: [.init(name, "x")]).bytes)?.code == .hostileArchive)
  }

  static func with(_ change: (inout ArchiveBuilder.Entry) -> Void) -> [UInt8] {
    var second = ArchiveBuilder.Entry("b", "yy")
    change(&second)
    return ArchiveBuilder(entries: [.init("a", "xx"), second]).bytes
  }

  @Test(
    "tricks with the structure are refused, passwords and sizes wait for a person",
    arguments: [
      ("the same name", with { $0.name = "a" }, Code.hostileArchive, Diagnostic.Severity.reject),
      ("the same name in capitals", with { $0.name = "A" }, .hostileArchive, .reject),
      ("another name in the local header", with { $0.localName = "c" }, .hostileArchive, .reject),
      ("a link", with { $0.mode = 0o120777 }, .hostileArchive, .reject),
      ("two entries in one place", with { $0.sharesPlaceOf = 0 }, .hostileArchive, .reject),
      ("a password", with { $0.flags = 1 }, .encrypted, .hold),
      ("a size that isn't there", with { $0.claimedSize = 4_000_000_000 }, .damaged, .reject),
      ("cut off", Array(with { _ in }.dropLast(30)), .damaged, .reject),
      ("no archive", Array("not an archive at all, only text".utf8), .damaged, .reject),
    ])
  func structure(name: String, bytes: [UInt8], code: Code, severity: Diagnostic.Severity) {
    let found = Self.fault(bytes)
    #expect(found?.code == code)
    #expect(found?.severity == severity)
  }

  @Test("changed content doesn't match its checksum")
  func checksum() {
    var bytes = ArchiveBuilder(entries: [.init("a", "xxxxxxxx")]).bytes
    bytes[33] ^= 1
    #expect(Self.fault(bytes)?.code == .damaged)
  }

  @Test("limits hold: number of entries, one part, all parts")
  func limits() {
    let bytes = ArchiveBuilder(entries: (0..<5).map { .init("\($0)", "xxxxxxxxxx") }).bytes
    for change: (inout IngestLimits) -> Void in [
      { $0.archiveEntries = 4 }, { $0.partBytes = 9 }, { $0.inflatedBytes = 49 },
    ] {
      var limits = IngestLimits()
      change(&limits)
      let found = Self.fault(bytes, limits)
      #expect(found?.code == .tooLarge)
      #expect(found?.severity == .hold)
    }
    #expect(Self.fault(bytes) == nil)
  }

  @Test(
    "a kind is known by its parts",
    arguments: [
      (["[Content_Types].xml", "word/document.xml"], DocumentFormat.docx),
      (["[Content_Types].xml", "xl/workbook.xml"], .xlsx),
      (["[Content_Types].xml", "ppt/presentation.xml"], .pptx), (["OFD.xml", "Doc_0/Document.xml"], .ofd),
      (["a.txt"], .archive),
    ])
  func kinds(names: [String], format: DocumentFormat) throws {
    let archive = try Archive(ArchiveBuilder(entries: names.map { .init($0, "x") }).bytes, limits: IngestLimits())
    #expect(ArchiveKind.format(of: archive) == format)
  }

  @Test("an OpenDocument text says so itself")
  func openDocument() throws {
    let builder = ArchiveBuilder(entries: [
      .init("mimetype", "application/vnd.oasis.opendocument.text"), .init("content.xml", "x"),
    ])
    #expect(ArchiveKind.format(of: try Archive(builder.bytes, limits: IngestLimits())) == .odt)
  }
}
