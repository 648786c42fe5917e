import Foundation
import Ingest
import Publication
import Testing

@Suite("Whole files")
struct DocumentReaderWholeFilesTests {
  struct Truth: Decodable {
    let lang: String
    let organs: [String]?
    let docno: String?
    let title: String
    let date: String?
    let paragraphs: [String]?
    let rows: [[String]]?
  }

  static let truth: [String: Truth] = {
    let data = try? Data(contentsOf: WholeFiles.folder.appendingPathComponent("docs/truth.json"))
    return data.flatMap { try? JSONDecoder().decode([String: Truth].self, from: $0) } ?? [:]
  }()

  static let documents = [
    "docs/docx/s01-notice-public.docx", "docs/docx/s02-on-request.docx", "docs/docx/s03-not-public.docx",
    "docs/docx/s21-mn-notice-vertical.docx", "docs/docx/s22-mn-mvs-connector.docx", "docs/docx/s25-pair-mn.docx",
    "docs/docx/s25-pair-zh.docx", "docs/docx/s31-pandoc-news.docx", "docs/docx-libreoffice/s01-notice-public.docx",
    "docs/docx-libreoffice/s02-on-request.docx", "docs/docx-libreoffice/s21-mn-notice-vertical.docx",
    "docs/docx-libreoffice/s22-mn-mvs-connector.docx", "docs/html/s01-notice-public.html",
    "docs/html/s21-mn-notice-vertical.html", "docs/html/s31-pandoc-news.html", "docs/txt/s01-notice-public.txt",
    "docs/txt/s21-mn-notice-vertical.txt", "docs/odt/s01-notice-public.odt", "docs/odt/s02-on-request.odt",
    "docs/odt/s21-mn-notice-vertical.odt", "docs/odt/s22-mn-mvs-connector.odt",
  ]

  @Test("title, number, organs, date, language and every paragraph in order are found", arguments: documents)
  func document(_ path: String) throws {
    let name = String(path.split(separator: "/").last?.split(separator: ".").first ?? "")
    let truth = try #require(DocumentReaderWholeFilesTests.truth[name])
    let ingested = try WholeFiles.read(path)
    let document = try #require(ingested.document, "\(ingested.diagnostics)")
    #expect(ingested.isFree, "\(ingested.diagnostics)")
    #expect(document.title?.value.utf8.elementsEqual(truth.title.utf8) == true, "\(String(describing: document.title))")
    #expect(document.language?.value.rawValue == truth.lang)
    #expect(
      document.documentNumber?.value.description == (truth.docno ?? (name == "s25-pair-mn" ? "乌署办发〔2025〕84号" : nil)))
    #expect(document.issuers.map(\.value) == truth.organs ?? [])
    #expect(document.formedOn?.value == truth.date.flatMap { CivilDate(chinese: $0) })
    let text = PlainText.of(document.publishedBlocks)
    expectInOrder(truth.paragraphs ?? [], in: text)
    // Plain text has no tables: LibreOffice writes a line for each cell.
    expectInOrder((truth.rows ?? []).map { $0.joined(separator: path.hasSuffix(".txt") ? "\n" : "\t") }, in: text)
    #expect(!text.contains("此件") && !text.contains("文件\n"))
    #expect(!text.utf8.starts(with: truth.title.utf8))
    if let number = truth.docno { #expect(!text.contains(number)) }
  }

  private func expectInOrder(_ paragraphs: [String], in text: String) {
    let bytes = Array(text.utf8)
    var from = 0
    for paragraph in paragraphs {
      let wanted = Array(paragraph.utf8)
      let found = (from...max(from, bytes.count - wanted.count)).first {
        bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted)
      }
      guard let found else {
        Issue.record("missing or out of order: \(paragraph.prefix(20))")
        return
      }
      from = found + wanted.count
    }
  }

  @Test("annexes and their tables stay in the text after the note")
  func annexes() throws {
    let ingested = try WholeFiles.read("docs/docx/s01-notice-public.docx")
    let text = PlainText.of(try #require(ingested.document).publishedBlocks)
    let parts = [
      "各旗交通运输局：\n", "路段\t里程（公里）\n", "附件：养护任务清单\n", "乌兰塔拉盟交通运输局\n2025年3月27日\n", "附件1\n", "序号\t事项\t责任单位\t时限\n",
    ]
    expectInOrder(parts, in: text)
    #expect(try #require(ingested.document).images.count == 1)
  }

  @Test(
    "two languages side by side under one title are held for the other title",
    arguments: [
      "docs/docx/s26-bilingual-table.docx", "docs/docx-libreoffice/s26-bilingual-table.docx",
      "docs/odt/s26-bilingual-table.odt",
    ])
  func bilingual(_ path: String) throws {
    #expect(try WholeFiles.read(path).codes(.hold) == [.titleMissing])
  }

  @Test("an OFD of one page: title, number and every paragraph")
  func ofd() throws {
    let ingested = try WholeFiles.read("ofd/public.ofd")
    let document = try #require(ingested.document)
    #expect(ingested.isFree, "\(ingested.diagnostics)")
    #expect(document.title?.value == "乌兰塔拉盟文化旅游广电局赴基层一线调研农村牧区人居环境整治有关工作")
    #expect(document.documentNumber?.value.description == "乌署办发〔2025〕88号")
    #expect(document.content.blocks.last?.role == .note)
  }

  @Test(
    "formats that nobody reads are held by name, never rejected",
    arguments: [("网页.mht", "MHTML（单个网页文件）"), ("表.xls", "XLS（Excel 97）")])
  func unreadable(_ name: String, _ label: String) throws {
    var bytes = Array("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n".utf8)
    if name.hasSuffix("xls") {
      bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1024)
      for (index, unit) in "Workbook".utf16.enumerated() { bytes[512 + index * 2] = UInt8(unit & 0xFF) }
      bytes[512 + 64] = 18
      bytes[512 + 66] = 2
    }
    let item = InboxItem(name: FileName(name), bytes: bytes)
    let ingested = DocumentReader(limits: IngestLimits(), outlets: WholeFiles.outlets).read(
      item, today: WholeFiles.today)
    #expect(ingested.document == nil)
    #expect(ingested.diagnostics == [Diagnostic(.formatNotReadable, .hold, details: ["format": label])])
  }

  @Test(
    "every encoding gives the text of the reference",
    arguments: [
      "zh-utf8-bom", "zh-gb18030", "zh-utf16le-bom", "zh-utf16be-bom", "zh-crlf", "zh-cr-only", "zh-mixed-line-ends",
    ])
  func encoding(_ name: String) throws {
    let reference = try WholeFiles.read("encodings/truth.txt")
    let ingested = try WholeFiles.read("encodings/\(name).txt")
    #expect(ingested.isFree)
    #expect(ingested.document?.title?.value == "宝日希勒街道赴基层一线调研草原生态保护补助奖励有关工作")
    #expect(ingested.document?.content.blocks == reference.document?.content.blocks)
    #expect(ingested.document?.content.blocks.last?.role == .note)
  }

  @Test("in a note's many wordings the note is never part of the text", arguments: 1...10)
  func attribute(_ number: Int) throws {
    let ingested = try WholeFiles.read("attribute/a\(number < 10 ? "0" : "")\(number).txt")
    let document = try #require(ingested.document)
    #expect(ingested.isFree)
    #expect(document.content.blocks.last?.role == .note)
    #expect(
      !PlainText.of(document.publishedBlocks).contains("公开属性") && !PlainText.of(document.publishedBlocks).contains("此件")
    )
    if number == 10 { #expect(document.content.blocks.first?.role == .headMark) }
    #expect((document.title?.value.unicodeScalars.count ?? 0) > 10)
  }

  @Test("of the sample inbox exactly the damaged, the empty and the unknown are rejected, and nothing is held")
  func sampleInbox() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: WholeFiles.folder.appendingPathComponent("sample-inbox/inbox").path
    ).filter { !$0.hasSuffix(".json") }.sorted()
    #expect(names.count == 65)
    var rejected: [String: [Code]] = [:]
    for name in names {
      let ingested = try WholeFiles.read("sample-inbox/inbox/\(name)")
      if ingested.document == nil {
        rejected[String(name.split(separator: "_")[1])] = ingested.codes(.reject)
        #expect(ingested.declarations.contains { $0.key == .attribute })
        continue
      }
      #expect(ingested.isFree, "\(name): \(ingested.diagnostics)")
      let document = try #require(ingested.document)
      let declared = ingested.declarations.first { $0.key == .title }?.values.first
      let heading = try #require(document.headingTitle, "\(name)")
      if let declared { #expect(heading.utf8.elementsEqual(declared.utf8)) }
      let text = PlainText.of(document.publishedBlocks)
      #expect(!text.utf8.starts(with: heading.utf8) && !text.contains("此件"))
      #expect(text.utf8.count > 300)
    }
    #expect(rejected == ["00007": [.unknownFormat], "00010": [.damaged], "00023": [.emptyFile]])
  }

  @Test("a title above red head and number is the title, the number is found, the organ counts once")
  func titleAboveRedHead() throws {
    let name = "sample-inbox/inbox/20250930_00006_乌兰塔拉盟林业和草原局开展联合督导检.md"
    let document = try #require(try WholeFiles.read(name).document)
    #expect(document.documentNumber?.value.description == "乌署发〔2025〕1号")
    #expect(document.issuers.map(\.value) == ["乌兰塔拉盟行政公署办公室"])
    #expect(document.content.blocks.prefix(3).map(\.role) == [.title, .redHead, .documentNumber])
    #expect(document.content.blocks.suffix(3).map(\.role) == [.signature, .date, .note])
  }
}
