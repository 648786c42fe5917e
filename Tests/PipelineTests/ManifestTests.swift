import Foundation
import Publication
import SystemEdges
import Testing

@testable import Pipeline

/// Every document of `fixtures/ingest/whole` through the whole pipeline, against `truth.json`: what is published has every paragraph,
/// table row and picture in order; everything else is where it belongs.
@Suite("The sample documents, end to end")
struct ManifestTests {
  struct Truth: Decodable {
    let lang: String
    let title: String
    let docno: String?
    let note: String?
    let images: Int?
    let attachments: [String]?
    let paragraphs: [String]?
    let rows: [[String]]?
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("fixtures/ingest/whole")

  static func truth(_ path: String) throws -> Truth {
    let all = try JSONDecoder().decode(
      [String: Truth].self, from: Data(contentsOf: folder.appendingPathComponent("docs/truth.json")))
    let name = String(path.split(separator: "/").last?.split(separator: ".").first ?? "")
    return try #require(all[name])
  }

  /// Drops a sample, with 主动公开 in a sidecar where the sample has no attribute of its own, and runs.
  static func office(_ path: String, opened: Bool = false) throws -> Office {
    let office = try Office()
    let url = folder.appendingPathComponent(path)
    try office.drop(url.lastPathComponent, Data(contentsOf: url), sidecar: opened ? #"{"attribute": "主动公开"}"# : nil)
    if url.pathExtension == "html" {
      for name in try FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)
      where name.hasSuffix(".png") && name.hasPrefix(url.deletingPathExtension().lastPathComponent) {
        try office.drop(name, Data(contentsOf: url.deletingLastPathComponent().appendingPathComponent(name)))
      }
    }
    try office.run()
    return office
  }

  /// Formats that only LibreOffice reads: without it they are held, and that is what is looked at then.
  static func needsOffice(_ path: String) -> Bool { path.contains("/doc/") || path.contains("/rtf/") }

  static func isReadable(_ path: String, _ office: Office) throws -> Bool {
    guard needsOffice(path), Programs.office() == nil else { return true }
    print("SKIPPED: \(path): LibreOffice (libreoffice-writer-nogui) is not installed; only the advice was checked")
    #expect(try office.list(.held).first?.codes.contains(.converterMissing) == true)
    return false
  }

  static let notices = [
    "docs/docx/s01-notice-public.docx", "docs/docx-libreoffice/s01-notice-public.docx",
    "docs/odt/s01-notice-public.odt",
    "docs/html/s01-notice-public.html", "docs/txt/s01-notice-public.txt", "docs/doc/s01-notice-public.doc",
    "docs/rtf/s01-notice-public.rtf", "docs/docx/s25-pair-zh.docx", "docs/docx/s31-pandoc-news.docx",
    "docs/html/s31-pandoc-news.html",
  ]

  static let mongolianTexts = [
    "docs/docx/s21-mn-notice-vertical.docx", "docs/docx/s22-mn-mvs-connector.docx",
    "docs/docx-libreoffice/s21-mn-notice-vertical.docx", "docs/docx-libreoffice/s22-mn-mvs-connector.docx",
    "docs/odt/s21-mn-notice-vertical.odt", "docs/odt/s22-mn-mvs-connector.odt", "docs/html/s21-mn-notice-vertical.html",
    "docs/txt/s21-mn-notice-vertical.txt", "docs/doc/s22-mn-mvs-connector.doc", "docs/rtf/s21-mn-notice-vertical.rtf",
  ]

  @Test("a Chinese notice comes out whole and in order, whatever it was saved as", arguments: notices)
  func chinese(_ path: String) throws {
    let office = try Self.office(path)
    guard try Self.isReadable(path, office) else { return }
    let truth = try Self.truth(path)
    let payload = try #require(try office.pending("site-zh").first)
    #expect(payload["title"]?.text?.utf8.elementsEqual(truth.title.utf8) == true)
    #expect(payload["docno"]?.text == truth.docno)
    let text = try #require(payload["text"]?.text)
    expectInOrder(truth.paragraphs ?? [], text)
    // Plain text has no tables: LibreOffice writes a line for each cell.
    let isPlain = path.hasSuffix(".txt")
    expectInOrder((truth.rows ?? []).map { $0.joined(separator: isPlain ? "\n" : "\t") }, text)
    expectInOrder((truth.attachments ?? []).map { "\n\($0)\n" }, text)
    guard !isPlain, case .array(let images)? = payload["images"] else { return }
    #expect(images.count == truth.images ?? 0)
  }

  @Test("a Mongolian text comes out whole, its suffixes joined alike whatever joined them", arguments: mongolianTexts)
  func mongolian(_ path: String) throws {
    let office = try Self.office(path, opened: true)
    guard try Self.isReadable(path, office) else { return }
    let truth = try Self.truth(path)
    let payload = try #require(try office.pending("site-mn").first)
    let text = try #require(payload["text"]?.text)
    expectInOrder(try Self.canonical(truth), text)
    #expect(!text.unicodeScalars.contains("\u{202F}"))
  }

  /// The paragraphs as normalisation makes them, taken from a plain text of nothing else.
  static func canonical(_ truth: Truth) throws -> [String] {
    let office = try Office()
    let lines = [truth.title] + (truth.paragraphs ?? [])
    try office.drop("原文.txt", lines.joined(separator: "\n") + "\n", sidecar: #"{"attribute": "主动公开"}"#)
    try office.run()
    let text = try #require(try office.pending("site-mn").first?["text"]?.text)
    let found = text.split(separator: "\n").map(String.init)
    #expect(found.count == lines.count - 1)
    return found
  }

  @Test(
    "what is not to be published leaves no payload, in every format",
    arguments: [
      ("docs/docx/s02-on-request.docx", ListedKind.onRequest),
      ("docs/docx-libreoffice/s02-on-request.docx", .onRequest),
      ("docs/odt/s02-on-request.odt", .onRequest), ("docs/docx/s03-not-public.docx", .sealed),
      ("docs/doc/s03-not-public.doc", .sealed),
    ])
  func closed(_ path: String, _ kind: ListedKind) throws {
    let office = try Self.office(path)
    guard try Self.isReadable(path, office) else { return }
    #expect(try office.list(kind).count == 1)
    #expect(try office.pending("site-zh").isEmpty)
    #expect(try office.list(.held).isEmpty)
  }

  @Test(
    "what can't be taken out as it stands is held with the reason",
    arguments: [
      ("docs/docx/s26-bilingual-table.docx", Code.titleMissing), ("docs/odt/s26-bilingual-table.odt", .titleMissing),
      ("docs/docx-libreoffice/s26-bilingual-table.docx", .titleMissing),
      ("docs/pdf/s01-notice-public.pdf", .contentNotShowable),
      ("docs/pdf/s21-mn-notice-vertical.pdf", .fixedLayoutMongolian),
      ("ofd/easyofd-s01-notice-public.ofd", .contentNotShowable),
      ("wechat-html/wechat-editor-three-zh.html", .attributeMissing),
    ])
  func held(_ path: String, _ code: Code) throws {
    let office = try Self.office(path)
    let held = try #require(try office.list(.held).first)
    #expect(held.codes.contains(code), "\(held.codes)")
    #expect(try office.pending("site-zh").isEmpty && office.pending("site-mn").isEmpty)
  }

  @Test("an OFD of one page is published with its title and number")
  func ofd() throws {
    let office = try Self.office("ofd/public.ofd")
    let payload = try #require(try office.pending("site-zh").first)
    #expect(payload["title"]?.text == "乌兰塔拉盟文化旅游广电局赴基层一线调研农村牧区人居环境整治有关工作")
    #expect(payload["docno"]?.text == "乌署办发〔2025〕88号")
    let text = try #require(payload["text"]?.text)
    #expect(text.hasPrefix("群众普遍反映，同比增长23.7%，新建机电井257眼，推动形成上下联动"))
    #expect(text.contains("同比增长30.2%，") && !text.contains("此件"))
  }

  @Test("a Chinese PDF without tables and pictures is published paragraph by paragraph")
  func pdf() throws {
    guard Programs.poppler("pdftotext") != nil else {
      print("SKIPPED: pdftotext (poppler-utils) is not installed")
      return
    }
    let office = try Office()
    let file = Self.folder.deletingLastPathComponent().appendingPathComponent("pdf/notice/input.pdf")
    try office.drop("通知.pdf", Data(contentsOf: file))
    try office.run()
    let payload = try #require(try office.pending("site-zh").first)
    let truth = try Self.truth("s25-pair-zh.pdf")
    #expect(payload["title"]?.text == truth.title)
    #expect(payload["docno"]?.text == "乌署办发〔2025〕84号")
    let lines = (payload["text"]?.text ?? "").split(separator: "\n").map(String.init)
    #expect(Array(lines.dropFirst().prefix(3)) == truth.paragraphs)
  }

  @Test("check says what run does, also of what another program reads")
  func check() throws {
    for path in ["docs/rtf/s01-notice-public.rtf", "docs/pdf/s01-notice-public.pdf"] {
      let url = Self.folder.appendingPathComponent(path)
      let office = try Office()
      try office.drop(url.lastPathComponent, Data(contentsOf: url))
      let checked = try #require(try office.engine.check([office.url("inbox/" + url.lastPathComponent).path]).first)
      let summary = try office.run()
      #expect((checked.state == "publish") == (summary.published == 1))
      #expect((checked.state == "held") == (summary.held == 1))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: office.url("work").path).allSatisfy { name in
          try name != "convert"
            || FileManager.default.contentsOfDirectory(atPath: office.url("work/convert").path).isEmpty
        })
    }
  }

  private func expectInOrder(_ wanted: [String], _ text: String) {
    let bytes = Array(text.utf8)
    var from = 0
    for piece in wanted {
      let want = Array(piece.utf8)
      let found =
        bytes.count < want.count + from
        ? nil
        : (from...(bytes.count - want.count)).first {
          bytes[$0] == want[0] && bytes[$0..<($0 + want.count)].elementsEqual(want)
        }
      guard let found else {
        Issue.record("missing or out of order: \(piece.prefix(20))")
        return
      }
      from = found + max(want.count - 1, 1)
    }
  }
}
