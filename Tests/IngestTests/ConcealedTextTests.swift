import Publication
import TestSupport
import Testing

@testable import Ingest

/// Words in the colour of the paper came out black: what their author had hidden was published.
@Suite("Text in the colour of its ground")
struct ConcealedTextTests {
  // MARK: Web pages

  private func page(_ body: String) -> ReadingResult { FormatSamples.html("<!DOCTYPE html><h1>题</h1>\(body)") }

  @Test(
    "in a web page it holds the item",
    arguments: [
      "<p style=\"color:#fff\">隐</p>", "<p style=\"COLOR: White !important\">隐</p>",
      "<p style=\"color:rgb(255,255,255)\">隐</p>", "<p style=\"color:rgba(255, 255, 255, .9)\">隐</p>",
      "<p style=\"color:#fefefe\">隐</p>", "<p style=\"color:hsl(0,0%,100%)\">隐</p>", "<p style=\"color:#ffff\">隐</p>",
      "<p><font color=\"#FFFFFF\">隐</font></p>", "<div style=\"color:#fff\"><p><b>隐</b></p></div>",
      "<p style=\"background:#000\">隐</p>", "<p style=\"color:#c00;background-color:#c00\">隐</p>",
      "<table bgcolor=\"#ff0000\"><tr><td bgcolor=\"#ffffff\" style=\"color:white\">隐</td></tr></table>",
      "<div style=\"background:#c00\"><p style=\"background:#fff;color:#fff\">隐</p></div>",
      "<div style=\"background:transparent\"><p style=\"color:white\">隐</p></div>",
      "<pre style=\"color:white\">隐</pre>", "<pre><span style=\"color:#fff\">隐</span></pre>",
      "<p style=\"-webkit-text-fill-color:#fff\">隐</p>", "<p style=\"color:rgba(0,0,0,.04)\">隐</p>",
      "<p style=\"color:rgb(200 0 0 / 3%)\">隐</p>",
    ])
  func hiddenInPage(_ body: String) {
    let read = page("<p>前</p>\(body)")
    #expect(read.codes == [.concealedText])
    #expect(read.diagnostics.map(\.place) == ["正文第3段"])
  }

  @Test(
    "in a web page it passes where something else is behind it, or it has a shadow",
    arguments: [
      "<p style=\"background:#c00;color:#fff\">文</p>",
      "<div style=\"background-color:rgb(0,0,128)\"><p style=\"color:#fff\">文</p></div>",
      "<table><tr bgcolor=\"#4472c4\"><td><font color=\"white\">文</font></td></tr></table>",
      "<section style=\"background:linear-gradient(#c00,#800)\"><span style=\"color:#fff\">文</span></section>",
      "<p style=\"background:rgba(200, 0, 0, .8) none;color:white\">文</p>",
      "<p style=\"background:crimson;color:white\">文</p>",
      "<p style=\"color:#fff;text-shadow:0 0 2px #000\">文</p>", "<p style=\"color:#ddd\">文</p>",
      "<p style=\"color:#ff0\">文</p>",
      "<p style=\"color:#fff\"> &nbsp;\u{3000}</p><p>文</p>",
      "<p style=\"color:white\"><span style=\"color:#333\">文</span></p>",
      "<p style=\"color:var(--a)\">文</p>", "<p style=\"background:no-repeat;color:#333\">文</p>",
      "<p style=\"color:transparent;-webkit-background-clip:text;background-image:linear-gradient(red,blue)\">文</p>",
      "<pre style=\"background:#000;color:#fff\">文</pre>",
    ])
  func seenInPage(_ body: String) {
    #expect(page(body).text == "题\n文\n" && page(body).codes == [], "\(page(body).diagnostics)")
  }

  @Test(
    "text of two points or less is for the gate alone, measured by the sizes around it",
    arguments: [
      "font-size:2pt", "font-size:2px", "font-size:0.1em", "font-size:1%", "font:0/0 a", "font: bold 1px/1 serif",
      "font-size:.5mm",
    ])
  func tiny(_ style: String) {
    let read = page(
      "<p>前</p><p style=\"\(style)\">隐<span style=\"font-size:1em\">藏</span></p><pre style=\"\(style)\">码</pre>")
    #expect(
      read.text == "题\n前\n" && read.unpublished(.hidden) == ["隐藏", "码"], "\(read.text) \(read.unpublished(.hidden))")
    let seen = page("<p style=\"\(style)\"><span style=\"font-size:12pt\">文</span><font size=\"3\">字</font></p>")
    #expect(seen.text == "题\n文字\n")
  }

  @Test(
    "a reading order turned round holds the item",
    arguments: ["<bdo dir=\"rtl\">序</bdo>", "<span style=\"unicode-bidi:bidi-override;direction:rtl\">序</span>"])
  func reversed(_ text: String) {
    #expect(page("<p>\(text)</p>").codes == [.contentNotShowable])
    #expect(
      page("<p dir=\"rtl\">序</p><p><bdo dir=\"ltr\">序</bdo><span style=\"direction:rtl\">序</span></p>").codes == [])
    #expect(FormatSamples.markdown("题\n\n前\(text)后\n").codes == [.rawHTML])
  }

  @Test(
    "HTML in a Markdown text hides as little",
    arguments: ["color:#fff", "font-size:0", "color:transparent", "opacity:0"])
  func markdown(_ style: String) {
    let read = FormatSamples.markdown("题\n\n前<span style=\"\(style)\">隐</span>后\n")
    if style == "color:#fff" {
      #expect(read.codes == [.concealedText])
    } else {
      #expect(read.text == "题\n前后\n" && read.codes == [])
      #expect(read.content?.unpublished.map(\.text).contains("隐") == true)
    }
    #expect(FormatSamples.markdown("前<span style=\"color:red\">文</span>后\n").text == "前文后\n")
    // What is inside ends with the element that hides it, not with the first end of its kind.
    let nested = FormatSamples.markdown("前<span style=\"font-size:0\">隐<span>藏</span>匿</span>后\n")
    #expect(nested.text == "前后\n")
  }

  // MARK: Word documents

  private static let white = "<w:color w:val=\"FFFFFF\"/>"

  private func word(_ body: String, _ styles: String = "") -> ReadingResult {
    var builder = DOCXBuilder(body)
    builder.styles = styles
    return builder.read()
  }

  private static func shd(_ fill: String) -> String { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(fill)\"/>" }

  private static func table(_ properties: String, _ rows: [[(cell: String, text: String)]]) -> String {
    let inner = rows.map { row in
      "<w:tr>" + row.map { "<w:tc><w:tcPr>\($0.cell)</w:tcPr>\($0.text)</w:tc>" }.joined() + "</w:tr>"
    }
    return "<w:tbl><w:tblPr>\(properties)</w:tblPr>\(inner.joined())</w:tbl>"
  }

  @Test("in a Word document it holds the item, told once with its place")
  func hiddenInWord() {
    let hidden = DOCXBuilder.paragraph("隐", run: Self.white)
    let style = "<w:style w:styleId=\"W\"><w:rPr>\(Self.white)</w:rPr></w:style>"
    let box =
      "<w:p><w:r><w:drawing><wps:wsp><wps:spPr><a:noFill/></wps:spPr><wps:txbx><w:txbxContent>\(hidden)</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r></w:p>"
    for (body, styles) in [
      (hidden, ""), (hidden + hidden, ""), (DOCXBuilder.paragraph("隐", "<w:pStyle w:val=\"W\"/>"), style),
      (DOCXBuilder.paragraph("隐", run: "<w:rStyle w:val=\"W\"/>"), style),
      (
        DOCXBuilder.paragraph("隐"),
        "<w:docDefaults><w:rPrDefault><w:rPr>\(Self.white)</w:rPr></w:rPrDefault></w:docDefaults>"
      ),
      (DOCXBuilder.paragraph("隐", run: "<w:color w:val=\"FDFDFD\"/>"), ""),
      (DOCXBuilder.paragraph("隐", run: Self.white + Self.shd("auto")), ""),
      (DOCXBuilder.paragraph("隐", run: Self.white + Self.shd("FFFFFF")), ""),
      (DOCXBuilder.paragraph("隐", run: "<w:color w:val=\"000000\"/>" + Self.shd("000000")), ""),
      (DOCXBuilder.paragraph("隐", run: "<w:highlight w:val=\"black\"/>"), ""),
      (DOCXBuilder.paragraph("隐", run: "<w:color w:val=\"000000\"/><w14:textFill><w14:noFill/></w14:textFill>"), ""),
      (
        DOCXBuilder.paragraph(
          "隐", run: "<w14:textFill><w14:solidFill><w14:schemeClr w14:val=\"bg1\"/></w14:solidFill></w14:textFill>"), ""
      ),
      (Self.table("", [[("", hidden)]]), ""), (box, ""),
    ] {
      let read = word(DOCXBuilder.paragraph("前") + body, styles)
      #expect(read.codes == [.concealedText], "\(body) \(styles)")
      #expect(read.diagnostics.allSatisfy { $0.severity == .hold && $0.place.hasPrefix("正文第") })
    }
  }

  @Test("in a Word document it passes on any other ground, with an outline, and where nobody sees the paragraph")
  func seenInWord() {
    let text = DOCXBuilder.paragraph("文", run: Self.white)
    let shape = { (fill: String) in
      "<w:p><w:r><w:drawing><wps:wsp>\(fill)<wps:txbx><w:txbxContent>\(text)</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r></w:p>"
    }
    for body in [
      DOCXBuilder.paragraph("文", run: Self.white + Self.shd("4472C4")),
      DOCXBuilder.paragraph("文", Self.shd("C00000"), run: Self.white),
      DOCXBuilder.paragraph("文", run: Self.white + "<w:highlight w:val=\"darkBlue\"/>"),
      DOCXBuilder.paragraph("文", run: Self.white + "<w:shd w:val=\"pct50\" w:color=\"auto\" w:fill=\"FFFFFF\"/>"),
      DOCXBuilder.paragraph("文", run: Self.white + "<w:outline/>"),
      DOCXBuilder.paragraph(
        "文",
        run: Self.white
          + "<w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"C00000\"/></w14:solidFill></w14:textFill>"),
      DOCXBuilder.paragraph("文", run: "<w:color w:val=\"auto\"/>" + Self.shd("000000")),
      DOCXBuilder.paragraph("文", run: "<w:color w:val=\"FF0000\"/>"),
      DOCXBuilder.paragraph("文") + DOCXBuilder.paragraph("\u{3000} ", run: Self.white),
      shape("<wps:spPr><a:solidFill><a:srgbClr val=\"4472C4\"/></a:solidFill></wps:spPr>"),
      shape("<wps:spPr/><wps:style><a:fillRef idx=\"1\"/></wps:style>"),
      "<w:p><w:r><w:pict><v:shape fillcolor=\"#c00000\"><v:textbox><w:txbxContent>\(text)</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    ] {
      let read = word(body)
      #expect(read.text == "文\n" && read.codes == [], "\(body)")
    }
    let hidden = DOCXBuilder.paragraph("隐", run: Self.white + "<w:vanish/>")
    #expect(word(DOCXBuilder.paragraph("文") + hidden).codes == [])
  }

  @Test(
    "white words in the shaded head of a table pass, by its cells, its own shade or its style; below the head they don't"
  )
  func tableHeads() {
    let white = DOCXBuilder.paragraph("头", run: Self.white)
    let black = DOCXBuilder.paragraph("体")
    let styles = """
      <w:style w:type="table" w:styleId="G"><w:tblStylePr w:type="firstRow"><w:rPr>\(Self.white)</w:rPr><w:tcPr>\(Self.shd("4472C4"))</w:tcPr></w:tblStylePr></w:style>\
      <w:style w:type="table" w:styleId="H"><w:basedOn w:val="G"/></w:style>\
      <w:style w:type="table" w:styleId="B"><w:tblStylePr w:type="band1Horz"><w:tcPr>\(Self.shd("404040"))</w:tcPr></w:tblStylePr></w:style>\
      <w:style w:type="table" w:styleId="C"><w:tblStylePr w:type="firstCol"><w:tcPr>\(Self.shd("404040"))</w:tcPr></w:tblStylePr></w:style>
      """
    func codes(_ properties: String, _ rows: [[(cell: String, text: String)]]) -> [Code] {
      word(Self.table(properties, rows), styles).codes
    }
    let shaded = "<w:tblStyle w:val=\"H\"/><w:tblLook w:val=\"04A0\"/>"
    #expect(codes("", [[(Self.shd("4472C4"), white)], [("", black)]]) == [])
    #expect(codes(Self.shd("4472C4"), [[("", white)]]) == [])
    #expect(codes(shaded, [[("", white), ("", white)], [("", black), ("", black)]]) == [])
    #expect(codes("<w:tblStyle w:val=\"B\"/>", [[("", white)], [("", white)]]) == [])
    #expect(codes("<w:tblStyle w:val=\"C\"/>", [[("", white), ("", black)]]) == [])
    #expect(codes(shaded, [[("", black)], [("", white)]]) == [.concealedText])
    #expect(codes("<w:tblStyle w:val=\"C\"/>", [[("", black), ("", white)]]) == [.concealedText])
    #expect(codes("<w:tblStyle w:val=\"H\"/><w:tblLook w:firstRow=\"0\"/>", [[("", white)]]) == [.concealedText])
    // The ground of one cell ends with it.
    #expect(codes("", [[(Self.shd("4472C4"), white), ("", white)]]) == [.concealedText])
  }

  @Test("two points in a Word document are for the gate alone, and a turned reading order holds")
  func otherConcealments() {
    let read = word(
      DOCXBuilder.paragraph("前") + DOCXBuilder.paragraph("隐", run: "<w:sz w:val=\"4\"/>")
        + DOCXBuilder.paragraph("文", run: "<w:sz w:val=\"5\"/>"))
    #expect(read.text == "前\n文\n" && read.unpublished(.hidden) == ["隐"])
    let run = "<w:r><w:t>序</w:t></w:r>"
    #expect(word("<w:p><w:bdo w:val=\"rtl\">\(run)</w:bdo></w:p>").codes == [.contentNotShowable])
    #expect(word("<w:p><w:bdo w:val=\"ltr\">\(run)</w:bdo></w:p>").codes == [])
  }

  @Test("an attachment is published as it is and hides what it hid: the gate has read it, and it holds nothing")
  func attachment() {
    let bytes = DOCXBuilder(DOCXBuilder.paragraph("隐", run: Self.white)).bytes
    let read = WholeFiles.read(
      text: "关于放假的通知\n各旗：\n正文。\n（此件公开发布）\n",
      companions: [InboxItem.Companion(name: FileName("附件.docx"), bytes: bytes, isPart: false)])
    #expect(read.isFree)
    #expect(read.document?.attachments.first?.content.map { PlainText.of($0.blocks.map(\.block)) } == "隐\n")
  }

  // MARK: OpenDocument texts

  @Test("in an OpenDocument text it holds the item, and passes on any other ground")
  func openDocument() {
    func style(_ family: String, _ name: String, _ properties: String, _ attributes: String) -> String {
      "<style:style style:name=\"\(name)\" style:family=\"\(family)\"><style:\(properties)-properties \(attributes)/></style:style>"
    }
    let styles =
      style("text", "W", "text", "fo:color=\"#ffffff\"") + style("paragraph", "WP", "text", "fo:color=\"#FFFFFF\"")
      + style("text", "WD", "text", "fo:color=\"#ffffff\" fo:background-color=\"#000080\"")
      + style("text", "WO", "text", "fo:color=\"#ffffff\" style:text-outline=\"true\"")
      + style("text", "WA", "text", "fo:color=\"#ffffff\" style:use-window-font-color=\"true\"")
      + style("paragraph", "D", "paragraph", "fo:background-color=\"#800000\"")
      + style("table-cell", "C", "table-cell", "fo:background-color=\"#4472c4\"")
      + style("table-row", "R", "table-row", "fo:background-color=\"#4472c4\"")
      + style("table", "T", "table", "fo:background-color=\"#4472c4\"")
      + style("graphic", "F", "graphic", "draw:fill=\"solid\" draw:fill-color=\"#4472c4\"")
      + style("text", "S", "text", "fo:font-size=\"2pt\"")
    func read(_ body: String) -> ReadingResult { ODTBuilder(body, styles: styles).read() }
    let span = "<text:span text:style-name=\"W\">文</text:span>"
    let white = "<text:p>\(span)</text:p>"
    func table(_ table: String, _ row: String, _ cell: String) -> String {
      "<table:table table:style-name=\"\(table)\"><table:table-row table:style-name=\"\(row)\"><table:table-cell table:style-name=\"\(cell)\">\(white)</table:table-cell></table:table-row></table:table>"
    }
    func frame(_ style: String) -> String {
      "<text:p><draw:frame draw:style-name=\"\(style)\"><draw:text-box>\(white)</draw:text-box></draw:frame></text:p>"
    }
    for body in [white, "<text:p text:style-name=\"WP\">文</text:p>", table("", "", ""), frame("")] {
      #expect(read(body).codes == [.concealedText], "\(body)")
    }
    for body in [
      "<text:p><text:span text:style-name=\"WD\">文</text:span></text:p>",
      "<text:p text:style-name=\"D\">\(span)</text:p>",
      "<text:p><text:span text:style-name=\"WO\">文</text:span></text:p>",
      "<text:p><text:span text:style-name=\"WA\">文</text:span></text:p>",
      table("", "", "C"), table("", "R", ""), table("T", "", ""), frame("F"),
    ] {
      #expect(read(body).text == "文\n" && read(body).codes == [], "\(body)")
    }
    let small = read("<text:p>前<text:span text:style-name=\"S\">隐</text:span></text:p>")
    #expect(small.text == "前\n" && small.unpublished(.hidden) == ["隐"])
  }
}
