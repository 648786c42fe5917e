import Foundation
import Publication
import TestSupport
import Testing

@testable import Ingest

/// One notice and one Mongolian text, each saved by LibreOffice 7.4 as ODT, DOCX, HTML, RTF and DOC.
@Suite("One document in five formats")
struct SuitesTests {
  static func read(_ name: String, converter: (any DocumentConverter)? = nil) throws -> Ingested {
    let folder = FormatSamples.folder.appending(path: "suites")
    var item = InboxItem(
      name: FileName(name), bytes: try [UInt8](Data(contentsOf: folder.appending(path: name))))
    if name.hasSuffix(".html"), name.hasPrefix("notice") {
      let picture = "notice_html_a3cfe3dd86f7ea1b.png"
      let bytes = try [UInt8](Data(contentsOf: folder.appending(path: picture)))
      item.companions = [InboxItem.Companion(name: FileName(picture), bytes: bytes, isPart: true)]
    }
    let reader = DocumentReader(limits: IngestLimits(), outlets: WholeFiles.outlets)
    var ingested = reader.read(item, today: WholeFiles.today)
    for (conversion, bytes) in ingested.wanted {
      item.conversions[conversion] = converter?.outcome(of: conversion, bytes: bytes)
    }
    if !item.conversions.isEmpty { ingested = reader.read(item, today: WholeFiles.today) }
    return ingested
  }

  /// Title, text, notes and pictures: what a reader of an outlet sees.
  static func seen(_ ingested: Ingested) throws -> [String] {
    let document = try #require(ingested.document, "\(ingested.diagnostics)")
    #expect(ingested.isFree, "\(ingested.diagnostics)")
    return [document.title?.value ?? "", document.documentNumber?.value.description ?? ""]
      + document.publishedBlocks.flatMap { PlainText.of([$0]).split(separator: "\n").map(String.init) }
      + document.content.footnotes.map { PlainText.of($0) } + document.images.map(\.digest.hex)
  }

  @Test("ODT and DOCX give the same text, tables, notes and pictures", arguments: ["notice", "mongolian"])
  func packages(_ name: String) throws {
    let open = try Self.seen(try Self.read("\(name).odt"))
    #expect(open.count > 4)
    #expect(try open == Self.seen(try Self.read("\(name).docx")))
  }

  @Test("HTML gives the same, but for the brackets of numbers: LibreOffice writes plain <ol> lists")
  func pages() throws {
    let open = try Self.seen(try Self.read("notice.odt"))
    let page = try Self.seen(try Self.read("notice.html"))
    let numbered = open.map {
      $0.replacingOccurrences(of: "（1） ", with: "1. ").replacingOccurrences(of: "（2） ", with: "2. ")
    }
    #expect(page == numbered)
    #expect(try Self.seen(try Self.read("mongolian.odt")) == Self.seen(try Self.read("mongolian.html")))
  }

  @Test(
    "what needs another program asks for it, and is held with advice where it isn't installed",
    arguments: ["rtf", "doc"])
  func missing(_ format: String) throws {
    let first = try Self.read("notice.\(format)")
    #expect(first.document == nil && first.wanted.count == 1)
    let held = try Self.read("notice.\(format)", converter: SetConverter.none)
    #expect(held.codes(.hold) == [.converterMissing])
    #expect(held.diagnostics.first?.details["package"] == "libreoffice-writer-nogui")
  }
}
