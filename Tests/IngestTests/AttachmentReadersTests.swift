import Foundation
import Publication
import TestSupport
import Testing

@testable import Ingest

@Suite("Spreadsheets, presentations and files in files")
struct AttachmentReadersTests {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  static func workbook(_ sheet: String, more: [ArchiveBuilder.Entry] = []) -> [UInt8] {
    let strings =
      "<sst xmlns=\"\(main)\"><si><t>姓名</t></si><si><r><t>身份</t></r><r><t>证号</t></r><rPh><t>shen</t></rPh></si></sst>"
    return ArchiveBuilder(
      entries: [
        .init("[Content_Types].xml", "<Types/>"),
        .init(
          "xl/workbook.xml",
          "<workbook xmlns=\"\(main)\"><sheets><sheet name=\"补助名单\" state=\"hidden\"/></sheets></workbook>"),
        .init("xl/sharedStrings.xml", strings),
        .init(
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet)</sheetData><headerFooter><oddHeader>内部页眉</oddHeader></headerFooter></worksheet>"
        ),
      ] + more
    ).bytes
  }

  static func read(_ bytes: [UInt8], _ name: String, isAttachment: Bool = true) -> ReadingResult {
    var source = ReadingSource(bytes: bytes, name: FileName(name), parts: [], limits: IngestLimits())
    source.isAttachment = isAttachment
    return FileReading.reading(source).result
  }

  static let sheet =
    "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row hidden=\"1\"><c t=\"inlineStr\"><is><t>某人</t></is></c><c><v>1.3812345678E10</v></c><c t=\"s\"><v>99</v></c></row>"

  @Test("every cell of a spreadsheet is read for the gate, hidden rows, sheet names and headers too")
  func cells() {
    let result = Self.read(Self.workbook(Self.sheet), "名单.xlsx")
    #expect(result.text == "姓名\t身份证号\n某人\t13812345678\n")
    #expect(result.unpublished(.alternative).contains("补助名单"))
    #expect(result.unpublished(.header) == ["内部页眉"])
    #expect(result.codes.isEmpty)
  }

  @Test(
    "the codes of a header are no text of it, whatever stands before a mark; each section is a line",
    arguments: [
      ("&C内部资料", ["内部资料"]), ("&C（此件不予公开）", ["（此件不予公开）"]), ("&C&\"宋体,加粗\"&14内部资料", ["内部资料"]),
      ("内部资料", ["内部资料"]), ("&L甲&C乙&R丙", ["甲", "乙", "丙"]), ("&L&8&KFF0000机密★1年&R第&P页，共&N页", ["机密★1年", "第 页，共 页"]),
      ("&C&K01+000&B&I&U内部&E&X&Y&S资料&G", ["内部资料"]), ("&C&A&F&Z&D&T", []), ("&C甲&&乙", ["甲&乙"]), ("&P+1内部资料", ["内部资料"]),
      ("&C&142025年", ["2025年"]), ("&C&\"内部资料", ["内部资料"]), ("&c内部资料\n第二行", ["内部资料", "第二行"]), ("&内部&", ["内部&"]),
      ("&C内部资料_x000D_\n乙", ["内部资料", "乙"]),
    ])
  func headerCodes(_ written: String, _ lines: [String]) {
    let escaped = written.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
    for name in ["oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter"] {
      let sheet =
        "<worksheet xmlns=\"\(Self.main)\"><sheetData/><headerFooter><\(name)>\(escaped)</\(name)></headerFooter></worksheet>"
      let bytes = ArchiveBuilder(entries: [
        .init("[Content_Types].xml", "<Types/>"), .init("xl/workbook.xml", "<workbook xmlns=\"\(Self.main)\"/>"),
        .init("xl/worksheets/sheet1.xml", sheet),
      ]).bytes
      let kind: UnpublishedText.Kind = name.hasSuffix("Header") ? .header : .footer
      #expect(Self.read(bytes, "表.xlsx").unpublished(kind) == lines, "\(name)")
    }
  }

  @Test("a forced line end on a slide and an escaped one in a cell end a line: a mark after them stands alone")
  func lineEnds() {
    let space = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    let slide =
      "<p \(space)><a:p><a:r><a:t>工作汇报</a:t></a:r><a:br/><a:r><a:t>内部资料</a:t></a:r></a:p></p>"
    let slides = ArchiveBuilder(entries: [
      .init("[Content_Types].xml", "<Types/>"), .init("ppt/slides/slide1.xml", slide),
    ]).bytes
    #expect(Self.read(slides, "汇报.pptx").text == "工作汇报\n内部资料\n")
    let cell = "<row><c t=\"inlineStr\"><is><t>内部资料_x000D_\n乙_x4e00_丙_x12_</t></is></c></row>"
    #expect(Self.read(Self.workbook(cell), "表.xlsx").text == "内部资料\r\n乙一丙_x12_\n")
  }

  @Test("spreadsheets and presentations are no documents of their own", arguments: ["名单.xlsx", "汇报.pptx"])
  func articles(_ name: String) {
    let bytes = name.hasSuffix("xlsx") ? Self.workbook(Self.sheet) : Self.slides
    #expect(Self.read(bytes, name, isAttachment: false).codes == [.attachmentOnly])
    #expect(Self.read(bytes, name, isAttachment: false).content != nil, "its marks are read all the same")
  }

  static let slides: [UInt8] = {
    let space = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    return ArchiveBuilder(
      entries: [
        .init("[Content_Types].xml", "<Types/>"),
        .init("ppt/slides/slide1.xml", "<p \(space)><a:p><a:r><a:t>工作</a:t></a:r><a:r><a:t>汇报</a:t></a:r></a:p></p>"),
        .init("ppt/notesSlides/notesSlide1.xml", "<p \(space)><a:p><a:r><a:t>备注内容</a:t></a:r></a:p></p>"),
      ]
    ).bytes
  }()

  @Test("slides are read, and what stands in their notes")
  func presentation() {
    let result = Self.read(Self.slides, "汇报.pptx")
    #expect(result.text == "工作汇报\n")
    #expect(result.unpublished(.comment) == ["备注内容"])
  }

  @Test("descriptions of pictures and the addresses of links are read for the gate")
  func labels() {
    let space = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    let bytes = ArchiveBuilder(
      entries: [
        .init("[Content_Types].xml", "<Types/>"),
        .init("ppt/slides/slide1.xml", "<p \(space)><pic><cNvPr id=\"1\" descr=\"机密\" title=\"内部资料\"/></pic></p>"),
        .init(
          "ppt/slides/_rels/slide1.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Target=\"tel:13800138000\" TargetMode=\"External\"/></Relationships>"
        ),
      ]
    ).bytes
    let result = Self.read(bytes, "汇报.pptx")
    #expect(Set(result.unpublished(.alternative)) == ["机密", "内部资料"])
    #expect(result.unpublished(.hidden) == ["tel:13800138000"])
  }

  @Test("formulas that nobody has calculated hold the item: nobody here sees what readers will see")
  func formulas() {
    func read(_ cells: String) -> ReadingResult { Self.read(Self.workbook("<row>\(cells)</row>"), "表.xlsx") }
    let lost = read("<c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>A1*2</f></c><c r=\"C1\"><f>A1*3</f><v></v></c>")
    #expect(lost.codes == [.formulaWithoutValue])
    #expect(lost.diagnostics.map(\.severity) == [.hold])
    #expect(lost.diagnostics.first?.details == ["count": "2", "cell": "sheet1 B1"])
    let whole = read(
      "<c><f>A1*2</f><v>2</v></c><c t=\"str\"><f>\"\"</f><v></v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c/><c><v>3</v></c>"
    )
    #expect(whole.codes == [] && whole.text == "2\t#DIV/0!\t3\n")
    #expect(
      read("<c t=\"str\"><f>IF(A1=1,\"机密★1年\",\"公\"\"开\")</f><v>公开</v></c>").unpublished(.hidden).contains("机密★1年"))
  }

  @Test("macros and embedded objects hold the item")
  func macros() {
    let macro = ArchiveBuilder.Entry("xl/vbaProject.bin", "x")
    #expect(Self.read(Self.workbook(Self.sheet, more: [macro]), "名单.xlsm").codes == [.macros])
    let object = ArchiveBuilder.Entry("xl/embeddings/oleObject1.bin", "x")
    #expect(Self.read(Self.workbook(Self.sheet, more: [object]), "名单.xlsx").codes == [.contentNotShowable])
  }

  @Test("a damaged workbook is not half read")
  func damaged() {
    let bytes = Self.workbook(Self.sheet)
    #expect(Self.read(Array(bytes.prefix(bytes.count / 2)), "名单.xlsx").content == nil)
    var random = MangledBytes(seed: 3)
    for _ in 0..<200 {
      let result = Self.read(random.mangled(bytes), "名单.xlsx")
      #expect(result.content != nil || !result.diagnostics.isEmpty)
    }
  }

  @Test("attachments inside an OFD travel with the item, and what is in them is read")
  func insideOFD() throws {
    let bytes = try FormatSamples.bytes("ofd/attachment/input.ofd")
    let item = InboxItem(name: FileName("通知.ofd"), bytes: bytes)
    let ingested = DocumentReader(limits: IngestLimits(), outlets: WholeFiles.outlets).read(
      item, today: WholeFiles.today)
    let document = try #require(ingested.document)
    #expect(document.attachments.map(\.name.description) == ["物资清单.txt"])
    #expect(document.attachments.first?.content?.blocks.isEmpty == false)
    #expect(document.title?.value == "关于做好春季接羔保育工作的通知")
    #expect(ingested.codes(.note) == [.signatureNotKept])
  }

  @Test("a file in an attachment is read as well; one that can't be read holds the item")
  func insideAttachment() throws {
    let bytes = try FormatSamples.bytes("ofd/attachment/input.ofd")
    let article = WholeFiles.read(
      text: "关于放假的通知\n各旗：\n正文。\n（此件公开发布）\n",
      companions: [InboxItem.Companion(name: FileName("原件.ofd"), bytes: bytes, isPart: false)])
    let attachment = try #require(article.document?.attachments.first)
    #expect(attachment.content?.blocks.contains { PlainText.of([$0.block]).contains("饲草 120 吨") } == true)
  }

  @Test(
    "what is in a compound file is told by content: passwords and macros by name",
    arguments: [("EncryptedPackage", Code.encrypted), ("WordDocument", .converterUnavailable)])
  func compound(_ stream: String, _ code: Code) {
    var bytes = [UInt8](repeating: 0, count: 2048)
    bytes.replaceSubrange(0..<8, with: CompoundFile.signature)
    bytes[30] = 9
    func entry(_ at: Int, _ name: String, _ kind: UInt8) {
      for (index, unit) in name.utf16.enumerated() { bytes[at + index * 2] = UInt8(unit & 0xFF) }
      bytes[at + 64] = UInt8(name.utf16.count * 2 + 2)
      bytes[at + 66] = kind
    }
    entry(512, stream, 2)
    #expect(Self.read(bytes, "通知.doc").codes == [code])
    entry(640, "Macros", 1)
    #expect(CompoundFile.hasMacros(bytes))
    // The first block of the document, in sector 2: its magic number, and the bit that says encrypted.
    bytes[512 + 116] = 2
    bytes[1536] = 0xEC
    bytes[1537] = 0xA5
    bytes[1536 + 11] = 1
    #expect(CompoundFile.isEncryptedWord(bytes) == (stream == "WordDocument"))
  }

  @Test(
    "a packed mimetype says as much as a stored one; a package without its parts is told as damaged, not as an archive")
  func packages() {
    func code(_ name: String, _ entries: [ArchiveBuilder.Entry]) -> Code? {
      let source = ReadingSource(
        bytes: ArchiveBuilder(entries: entries).bytes, name: FileName(name), parts: [], limits: IngestLimits())
      return FileReading.reading(source).result.diagnostics.first?.code
    }
    var type = ArchiveBuilder.Entry("mimetype", "application/vnd.oasis.opendocument.text")
    type.isPacked = true
    let content =
      "<office:document-content \(ODTBuilder.spaces)><office:body><office:text><text:p>正文</text:p></office:text></office:body></office:document-content>"
    let packed = ArchiveBuilder(entries: [type, .init("content.xml", content)]).bytes
    #expect(Self.read(packed, "文.odt").text == "正文\n")
    let parts = [
      ("文.docx", "word/document.xml"), ("文.docx", "[Content_Types].xml"), ("文.xlsx", "xl/workbook.xml"),
      ("文.odt", "content.xml"), ("文.ofd", "Doc_0/Document.xml"),
    ]
    for (name, part) in parts { #expect(code(name, [.init(part, "<x/>")]) == .damaged, "\(name) \(part)") }
    for name in ["文.docx", "文.odt", "文.ofd", "文.xlsx"] {
      #expect(code(name, [.init("照片.txt", "x")]) == .extensionMismatch)
    }
    #expect(code("文.zip", [.init("word/document.xml", "<x/>")]) == .formatNotReadable)
  }
}
