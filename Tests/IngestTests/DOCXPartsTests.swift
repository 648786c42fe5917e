import Ingest
import Publication
import TestSupport
import Testing

@Suite("What a Word document keeps beside its body")
struct DOCXPartsTests {
  static let spaces = DOCXBuilder.spaces

  static func lines(_ result: ReadingResult) -> [String] {
    ReadingDump.text(result).split(separator: "\n").map(String.init)
  }

  @Test("text of two points or less is for the gate alone, a larger size inside its style is read")
  func tiny() {
    let style = "<w:style w:styleId=\"T\"><w:rPr><w:sz w:val=\"1\"/></w:rPr></w:style>"
    var builder = DOCXBuilder(
      DOCXBuilder.paragraph("正文") + DOCXBuilder.paragraph("看不见", run: "<w:sz w:val=\"2\"/>")
        + DOCXBuilder.paragraph("样式", run: "<w:rStyle w:val=\"T\"/>")
        + DOCXBuilder.paragraph("看得见", run: "<w:rStyle w:val=\"T\"/><w:sz w:val=\"32\"/>"))
    builder.styles = style
    let result = builder.read()
    #expect(result.text == "正文\n看得见\n")
    #expect(result.unpublished(.hidden) == ["看不见", "样式"])
  }

  @Test("an address with & in it leads where it led")
  func ampersand() {
    let link = "<w:p><w:hyperlink r:id=\"e1\"><w:r><w:t>网</w:t></w:r></w:hyperlink></w:p>"
    var builder = DOCXBuilder(link)
    builder.external = [("e1", "hyperlink", "https://www.gov.cn/a?x=1&amp;y=&amp;#38;2")]
    let inlines: [Inline] = [.link([.text("网")], href: "https://www.gov.cn/a?x=1&y=&#38;2")]
    #expect(builder.read().blocks == [.paragraph(inlines, alignment: .natural)])
  }

  @Test("a picture whose relation leads nowhere is told by what is known of it")
  func pictureWithoutRelation() {
    let drawing =
      "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"图片 1\"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"none\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    let lost = DOCXBuilder(DOCXBuilder.paragraph("文") + drawing).read().diagnostics.first { $0.code == .pictureLost }
    #expect(lost.map { !($0.details["name"] ?? "").isEmpty } ?? false)
  }

  @Test("headers, footers and comments go to the gate, marks split over runs joined, and are not published")
  func margins() {
    var builder = DOCXBuilder(DOCXBuilder.paragraph("正文"))
    let split = "<w:r><w:t>公开属性</w:t></w:r><w:r><w:t>：依申请公开</w:t></w:r>"
    builder.parts = [
      ("header1.xml", "header", "<w:hdr \(Self.spaces)><w:p>\(split)</w:p></w:hdr>"),
      (
        "header2.xml", "header",
        "<w:hdr \(Self.spaces)><w:p><w:r><w:pict><v:shape><v:textpath string=\"内部资料\"/></v:shape></w:pict></w:r></w:p></w:hdr>"
      ),
      (
        "footer1.xml", "footer",
        "<w:ftr \(Self.spaces)><w:tbl><w:tr><w:tc><w:p>\(split)</w:p></w:tc></w:tr></w:tbl></w:ftr>"
      ),
      (
        "comments.xml", "comments",
        "<w:comments \(Self.spaces)><w:comment w:id=\"1\"><w:p><w:r><w:t>机密？</w:t></w:r></w:p></w:comment></w:comments>"
      ),
    ]
    #expect(
      Self.lines(builder.read()) == [
        "p 正文", "unpublished header: 公开属性：依申请公开", "unpublished header: 内部资料", "unpublished footer: 公开属性：依申请公开",
        "unpublished comment: 机密？",
      ])
  }

  @Test("footnotes and endnotes are numbered in reading order; notes that nothing marks go to the gate")
  func notes() {
    func mark(_ kind: String, _ id: Int) -> String { "<w:r><w:\(kind)Reference w:id=\"\(id)\"/></w:r>" }
    func note(_ kind: String, _ id: Int, _ text: String, _ more: String = "") -> String {
      "<w:\(kind) w:id=\"\(id)\" \(more)><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> \(text)</w:t></w:r></w:p></w:\(kind)>"
    }
    var builder = DOCXBuilder(
      "<w:p><w:r><w:t>甲</w:t></w:r>\(mark("footnote", 5))<w:r><w:t>乙</w:t></w:r>\(mark("endnote", 2))</w:p><w:p><w:r><w:t>丙</w:t></w:r>\(mark("footnote", 3))</w:p>"
    )
    builder.parts = [
      (
        "footnotes.xml", "footnotes",
        "<w:footnotes \(Self.spaces)>" + note("footnote", 0, "线", "w:type=\"separator\"") + note("footnote", 3, "三")
          + note("footnote", 4, "无人引用")
          + note("footnote", 5, "五") + "</w:footnotes>"
      ),
      ("endnotes.xml", "endnotes", "<w:endnotes \(Self.spaces)>" + note("endnote", 2, "尾") + "</w:endnotes>"),
    ]
    #expect(
      Self.lines(builder.read()) == [
        "p 甲[1]乙[2]", "p 丙[3]", "note 1: p 五", "note 2: p 尾", "note 3: p 三", "unpublished hidden:  无人引用",
      ])
  }

  @Test("properties with a name of the contract declare metadata; all their text goes to the gate")
  func properties() {
    var builder = DOCXBuilder(DOCXBuilder.paragraph("正文"))
    func property(_ name: String, _ value: String) -> String { "<property name=\"\(name)\">\(value)</property>" }
    builder.title = "关于供暖的通知"
    builder.custom =
      property("公开属性", "<vt:lpwstr>主动公开</vt:lpwstr>")
      + property("outlets", "<vt:vector><vt:lpstr>site-zh</vt:lpstr><vt:lpstr>wechat-zh</vt:lpstr></vt:vector>")
      + property("KSOProductBuildVer", "<vt:lpwstr>2052-12.1.0</vt:lpwstr>")
      + property("密级", "<vt:lpwstr>机密</vt:lpwstr>")
    #expect(
      Self.lines(builder.read()) == [
        "p 正文", "unpublished property: 关于供暖的通知", "unpublished property: 公开属性：主动公开",
        "unpublished property: outlets：site-zh、wechat-zh",
        "unpublished property: 2052-12.1.0", "unpublished property: 密级：机密", "declares title: 关于供暖的通知",
        "declares attribute: 主动公开",
        "declares outlets: site-zh | wechat-zh", "unknown key: 密级",
      ])
  }

  @Test("titles that templates put in are none", arguments: ["", "Word Document", "文档1", "Microsoft Word - 通知.doc"])
  func placeholderTitle(title: String) {
    var builder = DOCXBuilder(DOCXBuilder.paragraph("正文"))
    builder.title = title
    #expect(builder.read().content?.declarations.isEmpty == true)
  }

  static func picture(_ relationship: String, _ more: String = "") -> String {
    "<w:r><w:drawing><wp:inline><wp:docPr descr=\"会场\"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip \(relationship)/>\(more)</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
  }

  @Test("pictures come out once each, in the order of first use, with their description")
  func pictures() {
    var builder = DOCXBuilder(
      "<w:p>\(Self.picture("r:embed=\"m1\""))</w:p><w:p>\(Self.picture("r:embed=\"m0\""))\(Self.picture("r:embed=\"m1\""))</w:p>"
    )
    builder.media = [("image1.png", ImageSamples.png), ("image2.gif", ImageSamples.gif)]
    let result = builder.read()
    #expect(result.images.map(\.name) == ["image2.gif", "image1.png"])
    #expect(result.images.map(\.mediaType) == ["image/gif", "image/png"])
    #expect(Self.lines(result).prefix(2) == ["p <img 会场>", "p <img 会场><img 会场>"])
    #expect(result.content?.unpublished.contains(UnpublishedText(.alternative, "会场")) == true)
    #expect(result.diagnostics.isEmpty)
  }

  @Test(
    "a picture that is linked, missing, unknown or cropped holds the item",
    arguments: [
      ("r:link=\"x\"", "", Code.remoteImage), ("r:embed=\"x\"", "", .remoteImage),
      ("r:embed=\"none\"", "", .pictureLost),
      ("r:embed=\"m1\"", "", .imageNotUsable), ("r:embed=\"m0\"", "<a:srcRect l=\"5000\"/>", .contentNotShowable),
    ])
  func heldPictures(relationship: String, more: String, code: Code) {
    var builder = DOCXBuilder("<w:p>\(Self.picture(relationship, more))</w:p>")
    builder.media = [("image1.png", ImageSamples.png), ("image2.emf", [1, 0, 0, 0, 108])]
    builder.external = [("x", "image", "http://example.com/a.png")]
    let result = builder.read()
    #expect(result.diagnostics.map(\.code) == [code])
    #expect(result.diagnostics.map(\.severity) == [.hold])
  }

  @Test(
    "links are kept where they may be published",
    arguments: [
      ("https://www.gov.cn/", "<a https://www.gov.cn/>甲</a>"), ("mailto:a@b.cn", "<a mailto:a@b.cn>甲</a>"),
      ("file:///c:/x", "甲"),
      ("javascript:alert(1)", "甲"),
    ])
  func links(target: String, shown: String) {
    var builder = DOCXBuilder("<w:p><w:hyperlink r:id=\"x\"><w:r><w:t>甲</w:t></w:r></w:hyperlink></w:p>")
    builder.external = [("x", "hyperlink", target)]
    #expect(Self.lines(builder.read()) == ["p " + shown])
  }

  @Test("macros hold the item")
  func macros() {
    var builder = DOCXBuilder(DOCXBuilder.paragraph("正文"))
    builder.parts = [("vbaProject.bin", "vbaProject", "x")]
    #expect(builder.read().diagnostics == [Diagnostic(.macros, .hold)])
  }

  @Test(
    "XML with a DOCTYPE, entities, unclosed tags or too many levels is refused",
    arguments: [
      ("<!DOCTYPE w [<!ENTITY a \"x\">]><w/>", Code.hostileXML), ("<w:document", .damaged),
      ("<a>&undefined;</a>", .damaged),
      (String(repeating: "<a>", count: 400) + String(repeating: "</a>", count: 400), .hostileXML), ("", .damaged),
      ("<a/>", .damaged),
    ])
  func hostileXML(xml: String, code: Code) {
    let links =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    let archive = ArchiveBuilder(entries: [.init("_rels/.rels", links), .init("word/document.xml", xml)])
    let result = DOCXReader().read(
      ReadingSource(bytes: archive.bytes, name: FileName("a.docx"), parts: [], limits: IngestLimits()))
    #expect(result.content == nil)
    #expect(result.diagnostics.map(\.code) == [code])
    #expect(result.diagnostics.map(\.severity) == [.reject])
  }

  @Test("more paragraphs than the limit wait for a person")
  func tooManyParagraphs() {
    var limits = IngestLimits()
    limits.paragraphs = 3
    let result = DOCXBuilder(String(repeating: DOCXBuilder.paragraph("甲"), count: 4)).read(limits: limits)
    #expect(result.content == nil)
    #expect(result.diagnostics.map(\.code) == [.tooLarge])
    #expect(result.diagnostics.map(\.severity) == [.hold])
  }
}
