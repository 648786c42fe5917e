import Foundation
import Publication
import TestSupport
import Testing

@testable import Ingest

@Suite("Attachments and converted files as offices write them")
struct FormatFixtureTests {
  static let cases = [
    "xlsx/ordinary", "xlsx/damaged", "pptx/ordinary", "pptx/damaged", "rtf/damaged", "doc/damaged", "wps/damaged",
    "fodt/notice", "fodt/damaged", "uof/notice", "pdf/damaged",
  ]

  /// Reads a fixture as the pipeline does, by its content; what other programs would make is what `converter` says.
  static func read(_ name: String, _ converter: any DocumentConverter) throws -> ReadingResult {
    let format = String(name.prefix { $0 != "/" })
    let file = ODTFixtureTests.folder.appending(path: name).appending(path: "input.\(format)")
    let bytes = try [UInt8](Data(contentsOf: file))
    var source = ReadingSource(bytes: bytes, name: FileName("input.\(format)"), parts: [], limits: IngestLimits())
    source.isAttachment = format == "xlsx" || format == "pptx"
    var result = FileReading.reading(source).result
    for (conversion, bytes) in result.wanted {
      source.conversions[conversion] = converter.outcome(of: conversion, bytes: bytes)
    }
    if !source.conversions.isEmpty { result = FileReading.reading(source).result }
    return result
  }

  @Test("what is read of a whole file, and what is said of half a one", arguments: cases)
  func fixture(_ name: String) throws {
    // Half a file must be refused whatever a program makes of it, and a whole one needs it.
    let odt = try [UInt8](Data(contentsOf: FormatSamples.folder.appending(path: "suites/notice.odt")))
    let broken = ConversionOutcome.failed(program: "pdftotext", .ended(status: 1))
    let made = name.hasPrefix("pdf/") ? broken : .made(odt)
    let found = ReadingDump.text(try Self.read(name, SetConverter { _, _ in made }))
    let file = ODTFixtureTests.folder.appending(path: name).appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try found.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
    }
    #expect(found.utf8.elementsEqual(try String(contentsOf: file, encoding: .utf8).utf8), "\(name) differs")
  }

  @Test(
    "office files that nobody reads are held by their name, not called archives",
    arguments: ["opendocument.spreadsheet", "opendocument.presentation"])
  func named(_ kind: String) {
    let type = ArchiveBuilder.Entry("mimetype", "application/vnd.oasis.\(kind)")
    let zip = ArchiveBuilder(entries: [type, .init("content.xml", "<x/>")]).bytes
    let name = kind.hasSuffix("spreadsheet") ? "表.ods" : "稿.odp"
    let result = FileReading.reading(
      ReadingSource(bytes: zip, name: FileName(name), parts: [], limits: IngestLimits())
    ).result
    #expect(
      result.codes == [.formatNotReadable] && result.diagnostics.first?.details["format"]?.contains("ODS") == true)
    let flat = Array(
      "<?xml version=\"1.0\"?>\n<office:document office:mimetype=\"application/vnd.oasis.\(kind)\"/>".utf8)
    let other = FileReading.reading(
      ReadingSource(bytes: flat, name: FileName("表.fods"), parts: [], limits: IngestLimits())
    ).result
    #expect(other.codes == [.formatNotReadable])
  }

  @Test("a mark in a document of one XML file is seen even where nobody can convert it")
  func remains() throws {
    let text =
      "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">机密★5年</office:document>"
    #expect(FileReading.remains(of: Array(text.utf8)).map(\.text).contains { $0.contains("机密★5年") })
  }
}
