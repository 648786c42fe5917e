import Publication
import Testing

@testable import Ingest

@Suite("Everything readable is read, shown or not")
struct EverythingReadTests {
  private static let spaces = DOCXBuilder.spaces

  private func word(_ body: String, _ extras: [(name: String, bytes: [UInt8])] = []) -> [String] {
    var builder = DOCXBuilder(body)
    builder.extras = extras
    return builder.read().content?.unpublished.map(\.text) ?? []
  }

  @Test("the branch of a Word document that a program doesn't show goes to the gate")
  func fallback() {
    func alternate(_ choice: String, _ fallback: String) -> String {
      "<mc:AlternateContent><mc:Choice Requires=\"wps\">\(choice)</mc:Choice><mc:Fallback>\(fallback)</mc:Fallback></mc:AlternateContent>"
    }
    let run = "<w:r><w:t>机</w:t></w:r><w:r><w:t>密★1年</w:t></w:r>"
    let shown = "<w:r><w:t>文</w:t></w:r>"
    let box =
      "<w:pict><v:shape><v:textbox><w:txbxContent><w:p>\(run)</w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
    for body in [
      alternate(DOCXBuilder.paragraph("文"), "<w:p>\(run)</w:p>"), "<w:p>\(alternate(shown, run))</w:p>",
      "<w:p><w:r>\(alternate("<w:t>文</w:t>", box))</w:r></w:p>",
      "<w:p><w:r><w:drawing>\(alternate("", box))</w:drawing></w:r></w:p>",
      "<w:tbl>\(alternate("<w:tr><w:tc><w:p/></w:tc></w:tr>", "<w:tr><w:tc><w:p>\(run)</w:p></w:tc></w:tr>"))</w:tbl>",
      "<w:p><w:r><w:pict>\(alternate("", "<v:shape><v:textpath string=\"机密★1年\"/></v:shape>"))</w:pict></w:r></w:p>",
    ] {
      #expect(word(body).contains("机密★1年"), "\(body)")
    }
  }

  @Test(
    "custom XML, building blocks, charts, embedded documents and document variables of a Word document go to the gate")
  func parts() {
    let paragraph = "<w:p><w:r><w:t>机密</w:t></w:r><w:r><w:t>★1年</w:t></w:r></w:p>"
    for (name, xml) in [
      ("customXml/item1.xml", "<属性><密级>机密★1年</密级></属性>"),
      ("customXml/item1.xml", "<a 密级=\"机密★1年\"/>"),
      ("word/glossary/document.xml", "<w:glossaryDocument \(Self.spaces)>\(paragraph)</w:glossaryDocument>"),
      (
        "word/charts/chart1.xml",
        "<c:chart \(Self.spaces)><a:p><a:r><a:t>机密</a:t></a:r><a:r><a:t>★1年</a:t></a:r></a:p></c:chart>"
      ),
      (
        "word/settings.xml",
        "<w:settings \(Self.spaces)><w:docVars><w:docVar w:name=\"x\" w:val=\"机密★1年\"/></w:docVars></w:settings>"
      ),
      ("word/afchunk.htm", "<html><p>机密★1年</p></html>"),
    ] {
      #expect(word(DOCXBuilder.paragraph("文"), [(name, Array(xml.utf8))]).contains("机密★1年"), "\(name)")
    }
    var inner = DOCXBuilder(paragraph)
    inner.title = "内"
    var outer = DOCXBuilder(DOCXBuilder.paragraph("文"))
    outer.extras = [("word/embeddings/a.docx", inner.bytes)]
    #expect(outer.read().content?.unpublished.contains(UnpublishedText(.hidden, "机密★1年")) == true)
    // A sheet of the old kind keeps its words as UTF-16.
    let wide = "\u{2}机密★1年\u{0}".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    outer.extras = [("word/embeddings/a.bin", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00] + wide)]
    #expect(outer.read().content?.unpublished.contains(UnpublishedText(.hidden, "机密★1年")) == true)
  }

  @Test("company, template and titles of parts among a Word document's properties go to the gate; plain counts don't")
  func extendedProperties() {
    var builder = DOCXBuilder(DOCXBuilder.paragraph("文"))
    builder.extras = [
      (
        "docProps/app.xml",
        Array(
          "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><Template>机密公文模板</Template><Pages>3</Pages><Company>某局</Company><TitlesOfParts><vt:vector><vt:lpstr>内部资料</vt:lpstr></vt:vector></TitlesOfParts></Properties>"
            .utf8)
      )
    ]
    let texts = builder.read().content?.unpublished.map(\.text) ?? []
    #expect(texts == ["机密公文模板", "某局", "内部资料"])
  }

  @Test(
    "what a page keeps in attributes, styles, comments and hidden parts goes to the gate",
    arguments: [
      "<p data-level=\"机密★1年\">文</p>", "<p title=\"机密★1年\">文</p>", "<img alt=\"机密★1年\" src=\"x.png\">",
      "<p aria-description=\"机密★1年\">文</p>", "<iframe srcdoc=\"机密★1年\"></iframe>",
      "<style>p::before { color: red; content: \"机密\" '★1年' }</style>",
      "<style>p:after{content:\"\\673A\\5BC6\\2605 1年\"}</style>", "<style>p:after{CONTENT : '机密★1年';}</style>",
      "<!-- 机密★1年 -->", "<!--[if mso]><p>机密★1年</p><![endif]-->", "<p hidden>文<b>别的</b></p><p hidden>机密<b>★1年</b></p>",
      "<div style=\"display:none\"><p>文</p><p>机密★1年</p></div>",
      "<div style=\"display:none\"><p data-x=\"机密★1年\">文</p></div>",
      "<template><p>机密★1年</p></template>", "<svg><title>机密★1年</title></svg>", "<input value=\"机密★1年\">",
      "<textarea>机密★1年</textarea>", "<table summary=\"机密★1年\"><tr><td>文</td></tr></table>",
      "<object data=\"x\"><p>机密★1年</p></object>",
    ])
  func html(_ html: String) {
    let page = "<html><body><h1>题</h1>\(html)<p>文</p></body></html>"
    let result = HTMLReader().read(
      ReadingSource(bytes: Array(page.utf8), name: FileName("a.html"), parts: [], limits: .init()))
    let texts = result.content?.unpublished.map(\.text) ?? []
    #expect(texts.contains { $0.filter { !$0.isWhitespace } == "机密★1年" }, "\(texts)")
  }

  @Test("a page's addresses and looks are no words")
  func htmlAddresses() {
    let page =
      "<p data-src=\"https://example.cn/13800000000.png\" class=\"a13800000000\" style=\"width:1px\" id=\"x\">文</p>"
    let result = HTMLReader().read(
      ReadingSource(bytes: Array(page.utf8), name: FileName("a.html"), parts: [], limits: .init()))
    #expect(result.content?.unpublished == [])
  }

  @Test("what Word saves beside a page, headers and comments, goes to the gate with the page")
  func pageParts() {
    let header = InboxItem.Companion(
      name: FileName("通知.files/header.htm"), bytes: Array("<html><body><p>机密★1年</p></body></html>".utf8), isPart: true)
    let item = InboxItem(
      name: FileName("通知.htm"), bytes: Array("<html><body><h1>题目</h1><p>正文一段。</p></body></html>".utf8),
      companions: [header])
    let read = DocumentReader(limits: .init(), outlets: []).read(item, today: CivilDate(daysSince1970: 20_000))
    #expect(read.document?.content.unpublished.contains(UnpublishedText(.hidden, "机密★1年")) == true)
  }

  @Test(
    "what Markdown doesn't show goes to the gate",
    arguments: [
      "[链接](https://a.cn \"机密★1年\")", "![图](a.png '机密★1年')", "[链接][x]\n\n[x]: https://a.cn \"机密★1年\"",
      "[无人用]: https://a.cn (机密★1年)", "[^无人用]: 机密★1年", "```机密★1年\n代码\n```", "文<!-- 机密★1年 -->字",
      "文<span title=\"机密★1年\">字</span>", "---\n标题: 题\n# 机密★1年\n---\n文", "<div data-x=\"机密★1年\"></div>",
      "---\n标题: 题\n备注: 机密★1年\n---\n文",
    ])
  func markdown(_ markdown: String) {
    let result = MarkdownReader().read(
      ReadingSource(bytes: Array((markdown + "\n\n正文。\n").utf8), name: FileName("a.md"), parts: [], limits: .init()))
    let texts = result.content?.unpublished.map(\.text) ?? []
    #expect(texts.contains { $0.filter { !$0.isWhitespace } == "机密★1年" }, "\(texts)")
  }
}
