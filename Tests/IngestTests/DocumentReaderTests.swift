import Ingest
import Publication
import Testing

@Suite("Reading one item")
struct DocumentReaderTests {
  static let text = MetadataTests.text

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let name: String
    let bytes: [UInt8]
    let code: Code?
    var severity = Diagnostic.Severity.hold
  }

  static let zeros = [UInt8](repeating: 0, count: 600)
  static let cases: [Case] = [
    Case(testDescription: "text", name: "文稿.txt", bytes: Array(text.utf8), code: nil),
    Case(testDescription: "text without an extension", name: "文稿", bytes: Array(text.utf8), code: nil),
    Case(testDescription: "a date is no extension", name: "通知2025.3.27", bytes: Array(text.utf8), code: nil),
    Case(testDescription: "capital extension", name: "文稿.MD", bytes: Array(("# " + text).utf8), code: nil),
    Case(testDescription: "nothing", name: "文稿.txt", bytes: [], code: .emptyFile, severity: .reject),
    Case(
      testDescription: "text named as a program", name: "文稿.exe", bytes: Array(text.utf8), code: .unknownFormat,
      severity: .reject),
    Case(
      testDescription: "a program", name: "文稿.exe", bytes: [0x4D, 0x5A, 0x90, 0] + zeros, code: .unknownFormat,
      severity: .reject),
    Case(
      testDescription: "noise without an extension", name: "文稿", bytes: [1, 2, 3, 0, 0] + zeros, code: .unknownFormat,
      severity: .reject),
    Case(
      testDescription: "noise named as DOCX", name: "文稿.docx", bytes: [1, 2, 3, 0, 0] + zeros, code: .damaged,
      severity: .reject),
    Case(
      testDescription: "a cut ZIP named as DOCX", name: "文稿.docx", bytes: [0x50, 0x4B, 3, 4] + zeros, code: .damaged,
      severity: .reject),
    Case(testDescription: "text named as DOCX", name: "文稿.docx", bytes: Array(text.utf8), code: .extensionMismatch),
    Case(testDescription: "PDF", name: "文稿.pdf", bytes: Array("%PDF-1.7\n".utf8), code: .converterUnavailable),
    Case(
      testDescription: "PDF named as text", name: "文稿.txt", bytes: Array("%PDF-1.7\n".utf8), code: .extensionMismatch),
    Case(testDescription: "RTF", name: "文稿.rtf", bytes: Array("{\\rtf1 x}".utf8), code: .converterUnavailable),
    Case(
      testDescription: "a page saved by Word named as DOC", name: "文稿.doc",
      bytes: Array("<html><body>x</body></html>".utf8), code: .extensionMismatch),
    Case(
      testDescription: "a page named as text", name: "文稿.txt", bytes: Array("<!DOCTYPE html><p>x".utf8),
      code: .extensionMismatch),
    Case(
      testDescription: "MHTML", name: "文稿.mht",
      bytes: Array("MIME-Version: 1.0\r\nContent-Type: multipart/related; x".utf8), code: .formatNotReadable),
    Case(testDescription: "PNG", name: "图.png", bytes: [0x89, 0x50, 0x4E, 0x47] + zeros, code: .formatNotReadable),
    Case(testDescription: "RAR", name: "包.rar", bytes: Array("Rar!\u{1A}".utf8) + zeros, code: .formatNotReadable),
    Case(
      testDescription: "7z named as DOCX", name: "文稿.docx", bytes: [0x37, 0x7A, 0xBC, 0xAF] + zeros,
      code: .extensionMismatch),
    Case(testDescription: "Word 97", name: "文稿.doc", bytes: compoundFile("WordDocument"), code: .converterUnavailable),
    Case(testDescription: "WPS", name: "文稿.wps", bytes: compoundFile("WordDocument"), code: .converterUnavailable),
    Case(
      testDescription: "Word 97 named as DOCX", name: "文稿.docx", bytes: compoundFile("WordDocument"),
      code: .extensionMismatch),
    Case(testDescription: "encrypted DOCX", name: "文稿.docx", bytes: compoundFile("EncryptedPackage"), code: .encrypted),
  ]

  /// An OLE2 file with one stream in its directory.
  static func compoundFile(_ stream: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504 + 512)
    for (index, letter) in stream.utf8.enumerated() { bytes[512 + 128 + index * 2] = letter }
    bytes[512 + 128 + 64] = UInt8(stream.utf8.count * 2 + 2)
    bytes[512 + 128 + 66] = 2
    return bytes
  }

  @Test("content decides what a file is, its extension is a promise", arguments: cases)
  func sniffing(_ one: Case) {
    let item = InboxItem(name: FileName(one.name), bytes: one.bytes)
    let ingested = DocumentReader(limits: IngestLimits(), outlets: WholeFiles.outlets).read(
      item, today: WholeFiles.today)
    let faults = ingested.diagnostics.filter { $0.severity >= .hold }
    #expect(faults.map(\.code) == (one.code.map { [$0] } ?? []))
    #expect(faults.allSatisfy { $0.severity == one.severity })
    #expect((ingested.document == nil) == (one.code != nil))
  }

  @Test("a file over the limit is held with the figures")
  func tooLarge() {
    var limits = IngestLimits()
    limits.fileBytes = 10
    let item = InboxItem(name: FileName("文稿.txt"), bytes: Array(DocumentReaderTests.text.utf8))
    let ingested = DocumentReader(limits: limits, outlets: []).read(item, today: WholeFiles.today)
    #expect(ingested.codes(.hold) == [.tooLarge])
    #expect(ingested.document == nil)
  }

  @Test("what a refused file's sidecar declares is told all the same")
  func refused() {
    let ingested = WholeFiles.read(text: "", sidecar: #"{"attribute":"不予公开"}"#)
    #expect(ingested.document == nil)
    #expect(ingested.declarations.map(\.values) == [["不予公开"]])
    #expect(ingested.fileTexts == [UnpublishedText(.fileName, "文稿.txt")])
  }

  @Test("a mark in a file of unknown type can still be seen")
  func remains() {
    let ingested = WholeFiles.read(text: "机密★5年\n" + DocumentReaderTests.text, name: "文稿.exe")
    #expect(ingested.document == nil)
    #expect(ingested.fileTexts.contains { $0.text.contains("机密★5年") })
  }

  @Test("the identity depends on bytes and metadata, not on names, key order or key names")
  func identity() {
    func id(_ name: String, _ text: String, _ sidecar: String?, _ companions: [InboxItem.Companion] = []) -> InputID {
      DocumentReader.inputID(
        of: InboxItem(
          name: FileName(name), bytes: Array(text.utf8), sidecar: sidecar.map { Array($0.utf8) }, companions: companions
        ))
    }
    let one = id("甲.txt", "正文", #"{"title":"甲","date":"2025-01-01"}"#)
    #expect(one == id("乙 - 副本.txt", "正文", "{\n \"发布日期\" : \"2025-01-01\", \"标题\": \"甲\" }"))
    #expect(one != id("甲.txt", "正文", #"{"title":"乙","date":"2025-01-01"}"#))
    #expect(one != id("甲.txt", "正文。", #"{"title":"甲","date":"2025-01-01"}"#))
    #expect(id("甲.txt", "正文", nil) == id("甲.txt", "正文", "{}"))
    #expect(id("甲.txt", "正文", "{") != id("甲.txt", "正文", "{{"))
    let a = InboxItem.Companion(name: FileName("a"), bytes: [1], isPart: false)
    let b = InboxItem.Companion(name: FileName("b"), bytes: [2], isPart: false)
    #expect(id("甲.txt", "正文", nil, [a, b]) == id("甲.txt", "正文", nil, [b, a]))
    #expect(id("甲.txt", "正文", nil, [a]) != id("甲.txt", "正文", nil, [b]))
    #expect(id("甲.txt", "正文", nil, [a]) != id("甲.txt", "正文", nil))
  }

  @Test("attachments are read like articles, what can't be read has no content")
  func attachments() throws {
    let companions = [
      InboxItem.Companion(name: FileName("表.txt"), bytes: Array("机密★5年\n内容".utf8), isPart: false),
      InboxItem.Companion(name: FileName("图.png"), bytes: [0x89, 0x50, 0x4E, 0x47, 0, 0], isPart: false),
      InboxItem.Companion(name: FileName("空.txt"), bytes: [], isPart: false),
      InboxItem.Companion(name: FileName("散.png"), bytes: [0x89, 0x50, 0x4E, 0x47, 0, 0], isPart: true),
    ]
    let ingested = WholeFiles.read(text: DocumentReaderTests.text, companions: companions)
    let document = try #require(ingested.document)
    #expect(ingested.isFree)
    #expect(document.attachments.map(\.name) == [FileName("表.txt"), FileName("图.png"), FileName("空.txt")])
    #expect(document.attachments.map { $0.content == nil } == [false, true, true])
    #expect(
      document.content.unpublished.filter { $0.kind == .fileName }.map(\.text) == ["文稿.txt"])
  }

  @Test("attachments that metadata list must be there, and all be listed")
  func listedAttachments() {
    let companion = InboxItem.Companion(name: FileName("文稿.附件/表.txt"), bytes: Array("内容".utf8), isPart: false)
    func codes(_ sidecar: String) -> [Code] {
      WholeFiles.read(text: DocumentReaderTests.text, sidecar: sidecar, companions: [companion]).codes(.hold)
    }
    #expect(codes(#"{"附件":["表.txt"]}"#) == [])
    #expect(codes(#"{"附件":[{"name":"表.txt"}]}"#) == [])
    #expect(codes(#"{"附件":["表二.txt"]}"#) == [.fileMissing, .notAnArray])
    #expect(codes(#"{"附件":["../表.txt"]}"#) == [.fileNameNotPlain, .notAnArray])
  }

  @Test("no bytes make it trap")
  func noise() {
    let reader = DocumentReader(limits: IngestLimits(), outlets: WholeFiles.outlets)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    let pieces =
      [
        "文件\n", "〔2025〕", "号", "（此件", "公开发布）", "\n", "2025年", "3月", "27日", "印发", "抄送：", "关于", "的通知", "\u{182A}\u{1821}",
        "\u{FE47}2022\u{FE48}",
        "---\n", "title: ", "#", "|", "×", "令第", "\u{202F}", "机密★", "— 1 —", "局", "　", "\u{E26B}",
      ].map { Array($0.utf8) } + [[0xFF], [0], [0xE4, 0xB8]]
    for round in 0..<1500 {
      var bytes: [UInt8] = []
      for _ in 0..<20 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        bytes += pieces[Int(state % UInt64(pieces.count))]
      }
      let name = ["a.txt", "a.md", "a.html", "a"][round % 4]
      _ = reader.read(
        InboxItem(name: FileName(name), bytes: bytes, sidecar: Array(bytes.prefix(30))), today: WholeFiles.today)
    }
  }
}
