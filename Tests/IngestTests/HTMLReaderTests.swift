import Publication
import Testing

@testable import Ingest

@Suite struct HTMLReaderTests {
  private func paragraph(_ text: String, _ alignment: Block.Alignment = .natural) -> Block {
    .paragraph([.text(text)], alignment: alignment)
  }

  private func fixture(_ name: String, parts: [InboxItem.Companion] = []) throws -> ReadingResult {
    HTMLReader().read(
      ReadingSource(
        bytes: try FormatSamples.bytes("html/\(name)/input.html"), name: FileName("s01-notice-public.html"),
        parts: parts,
        limits: .init()))
  }

  @Test(
    "pages of office programs and editors read as written",
    arguments: ["libreoffice-notice", "libreoffice-mongolian", "pandoc-news", "wechat-editor"])
  func fixtures(name: String) throws {
    #expect(try fixture(name).text.utf8.elementsEqual(try FormatSamples.text("html/\(name)/expected.txt").utf8))
  }

  @Test("the picture beside a page is shown, its name is noted, fonts are noted")
  func pictureBeside() throws {
    let name = "s01-notice-public_html_a3cfe3dd86f7ea1b.png"
    let part = InboxItem.Companion(
      name: FileName(name), bytes: try FormatSamples.bytes("html/libreoffice-notice/\(name)"), isPart: true)
    let read = try fixture("libreoffice-notice", parts: [part])
    #expect(read.diagnostics.isEmpty)
    #expect(read.usedParts == [FileName(name)])
    #expect(read.images.count == 1)
    #expect(read.fontNames.contains("仿宋_gb2312"))
    #expect(read.values(.author) == ["经办人"])
    #expect(try fixture("libreoffice-notice").codes == [.imageMissing])
  }

  @Test("pictures that a WeChat page loads later are counted, not fetched; the container is shown")
  func weChat() throws {
    let read = try fixture("wechat-editor")
    #expect(read.codes == [.remoteImage])
    #expect(read.diagnostics.first?.details["count"] == "2")
    guard case .heading(1, _)? = read.blocks.first else {
      Issue.record("the heading of the article comes first")
      return
    }
    #expect(read.unpublished(.property).contains("2025-06-06 08:30"))
  }

  static let inline: [(String, [Inline])] = [
    ("<p><font>乌交</font><span>发</span><font><b></b>〔2025〕</font></p>", [.text("乌交发〔2025〕")]),
    ("<p>a <b>b </b> c</p>", [.text("a "), .strong([.text("b ")]), .text("c")]),
    (
      "<p>m<sup>2</sup>CO<sub>2</sub></p>",
      [.text("m"), .superscript([.text("2")]), .text("CO"), .subscript([.text("2")])]
    ),
    ("<p>m<span style='vertical-align:super'>2</span></p>", [.text("m"), .superscript([.text("2")])]),
    (
      "<p><a href='https://a.example'>甲</a><a href='javascript:x'>乙</a></p>",
      [.link([.text("甲")], href: "https://a.example"), .text("乙")]
    ),
    (
      "<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字</p>", [.ruby(base: [.text("漢")], reading: "hàn"), .text("字")]
    ),
    ("<p>甲<br>乙</p>", [.text("甲"), .lineBreak, .text("乙")]),
    ("<p>  这是\r\n一行  <!-- x --> a\n b</p>", [.text("这是一行 a b")]),
    ("<p>&nbsp;&nbsp;a\u{3000}b\u{202F}\u{1824}\u{180E}c\u{A0}</p>", [.text("a\u{3000}b\u{202F}\u{1824}\u{180E}c")]),
    ("<p>\u{202F}a</p>", [.text("\u{202F}a")]),
    ("<p>a&lt;b&gt;〈c〉</p>", [.text("a<b>〈c〉")]),
    ("<p><custom-tag>甲</custom-tag><o:p></o:p></p>", [.text("甲")]),
  ]

  @Test("running text is rebuilt from the allow-list", arguments: inline)
  func running(html: String, inlines: [Inline]) {
    #expect(FormatSamples.html(html).blocks == [.paragraph(inlines, alignment: .natural)])
  }

  @Test("text outside of paragraphs becomes paragraphs")
  func loose() {
    #expect(
      FormatSamples.html("<body>甲<div>乙<div>丙</div>丁</div><center>戊</center>己<br>庚<p align=right>辛").blocks == [
        paragraph("甲"), paragraph("乙"), paragraph("丙"), paragraph("丁"), paragraph("戊", .center), paragraph("己"),
        paragraph("庚"), paragraph("辛", .end),
      ])
  }

  @Test(
    "headers and footers of a page that an office program saved are for the gate; of any other page the boxes are text",
    arguments: ["LibreOffice 7.4.7.2 (Linux)", "OpenOffice 4.1", "其他程序"])
  func margins(_ generator: String) {
    let read = FormatSamples.html(
      """
      <html><head><meta name="generator" content="\(generator)"></head><body>
      <div title="header"><p>内部<b>流转</b></p><table><tr><td>机密</td></tr></table></div>前<p>关于放假的通知</p>
      <div title="footer"><p>第1页</p></div></body></html>
      """)
    if generator == "其他程序" {
      #expect(read.text == "内部流转\n机密\n前\n关于放假的通知\n第1页\n")
    } else {
      #expect(read.text == "前\n关于放假的通知\n")
      #expect(read.unpublished(.header) == ["内部 流转", "机密"])
      #expect(read.unpublished(.footer) == ["第1页"])
    }
  }

  @Test(
    "the numbers of a list are those that a browser shows",
    arguments: [
      ("<ol style=\"list-style-type:cjk-ideographic\">", ["一、", "二、", "三、"]),
      ("<ol style='LIST-STYLE: inside Simp-Chinese-Informal'>", ["一、", "二、", "三、"]),
      ("<ol start=9 style=\"color:red;list-style-type: trad-chinese-informal !important\">", ["九、", "十、", "十一、"]),
      ("<ol start=\"110\" style=\"list-style-type:simp-chinese-formal\">", ["壹佰壹拾、", "壹佰壹拾壹、", "壹佰壹拾贰、"]),
      ("<ol start=19 style=\"list-style-type:cjk-decimal\">", ["一九、", "二〇、", "二一、"]),
      ("<ol start=9 style=\"list-style-type:cjk-heavenly-stem\">", ["壬、", "癸、", "一一、"]),
      ("<ol style=\"list-style-type:cjk-earthly-branch\">", ["子、", "丑、", "寅、"]),
      ("<ol start=26 style=\"list-style-type:lower-alpha\">", ["z.", "aa.", "ab."]),
      ("<ol start=52 type=A>", ["AZ.", "BA.", "BB."]), ("<ol start=0 type=a>", ["0.", "a.", "b."]),
      ("<ol style=\"list-style-type:lower-greek\">", ["α.", "β.", "γ."]),
      ("<ol style=\"list-style-type:upper-roman\" start=8>", ["VIII.", "IX.", "X."]),
      ("<ol style=\"list-style:lower-roman\" type=A>", ["i.", "ii.", "iii."]),
      ("<ol style=\"list-style-type:decimal-leading-zero\" start=9>", ["09.", "10.", "11."]),
      ("<ol style=\"list-style-type:mongolian\">", ["\u{1811}.", "\u{1812}.", "\u{1813}."]),
      ("<ol style=\"list-style-type:made-up\">", ["1.", "2.", "3."]),
      ("<ol style=\"list-style-type:inherit\">", ["1.", "2.", "3."]),
      ("<ol reversed>", ["3.", "2.", "1."]), ("<ol reversed start=10>", ["10.", "9.", "8."]),
      ("<ol reversed style=\"list-style-type:cjk-ideographic\">", ["三、", "二、", "一、"]),
    ])
  func counters(_ list: String, _ markers: [String]) {
    let items = ["甲", "乙", "丙"]
    let read = FormatSamples.html(list + items.map { "<li>\($0)</li>" }.joined() + "</ol>")
    let expected = zip(markers, items).map { ListItem(marker: $0, [paragraph($1)]) }
    #expect(read.blocks == [.list(ordered: true, expected)])
  }

  @Test(
    "a list without marks has none, bullets are as they are drawn",
    arguments: [
      ("<ol style=\"list-style:none\">", ""), ("<ol style=\"list-style-type:disc\">", "•"),
      ("<ul style=\"list-style:none inside\">", ""),
      ("<ul type=circle>", "◦"), ("<ul style=\"list-style:url(a b.png) square\">", "▪"),
      ("<ul style=\"list-style:outside\">", "•"),
      ("<ul style=\"list-style-type:'— '\">", "—"),
    ])
  func signs(_ list: String, _ marker: String) {
    let read = FormatSamples.html(list + "<li>甲<li>乙</ol></ul>")
    #expect(
      read.blocks == [
        .list(ordered: false, [ListItem(marker: marker, [paragraph("甲")]), ListItem(marker: marker, [paragraph("乙")])])
      ])
  }

  @Test("an item may be marked in its own way; lists count for themselves, and what isn't displayed doesn't count")
  func items() {
    let read = FormatSamples.html(
      """
      <ol reversed><li>甲<ol style="list-style-type:lower-alpha"><li>子<li>丑</ol><li style="display:none">乙
      <li value=7 style="list-style-type:cjk-ideographic">丙<li type=i>丁</ol>
      """)
    #expect(read.text == "3. 甲\na. 子\nb. 丑\n七、 丙\nvi. 丁\n")
  }

  @Test("lists, tables, quotations and preformatted text keep their structure")
  func structure() {
    let read = FormatSamples.html(
      """
      <ol start=3 type=a><li>甲<ul><li>乙</ul><li value=9>丙</ol>
      <table><caption>表一</caption><tr><th colspan=2>头<td rowspan=0>a<tr><td>b<table><tr><td>c</table></table>
      <blockquote>引<p>文</blockquote><pre>
       一
      二 </pre><hr>
      """)
    #expect(
      read.blocks == [
        .list(
          ordered: true,
          [
            ListItem(marker: "c.", [paragraph("甲"), .list(ordered: false, [ListItem(marker: "•", [paragraph("乙")])])]),
            ListItem(marker: "i.", [paragraph("丙")]),
          ]),
        paragraph("表一"),
        .table([
          [TableCell([paragraph("头")], columnSpan: 2, isHeader: true), TableCell([paragraph("a")])],
          [TableCell([paragraph("b"), .table([[TableCell([paragraph("c")])]])])],
        ]),
        .quote([paragraph("引"), paragraph("文")]),
        .preformatted(" 一\n二"),
        .rule,
      ])
  }

  static let unseen: [(String, UnpublishedText.Kind)] = [
    ("<script>密</script>", .scriptOrStyle), ("<style>密</style>", .scriptOrStyle),
    ("<noscript>密</noscript>", .hidden),
    ("<template>密</template>", .hidden), ("<svg><text>密</text></svg>", .hidden),
    ("<select><option>密</select>", .hidden), ("<textarea>密</textarea>", .hidden),
    ("<!--密-->", .comment), ("<p hidden>密</p>", .hidden),
    ("<p style='color:red; DISPLAY : none !important'>密</p>", .hidden),
    ("<span style='visibility:hidden'>密</span>", .hidden), ("<div style='opacity:0'>密</div>", .hidden),
    ("<span style='mso-hide:all'>密</span>", .hidden), ("<del>密</del>", .deleted), ("<nav>密</nav>", .hidden),
    ("<meta name=description content=密>", .property), ("<img alt=密>", .alternative),
    ("<a title='密'></a>", .alternative),
    ("<pre><script>密</script></pre>", .scriptOrStyle),
  ]

  @Test("what a reader doesn't see isn't published, and the gate reads it", arguments: unseen)
  func hidden(html: String, kind: UnpublishedText.Kind) {
    let read = FormatSamples.html("<body><p>前</p>\(html)<p>后</p>")
    #expect(read.text == "前\n后\n")
    #expect(read.unpublished(kind).contains("密"))
  }

  @Test("the head declares metadata under the contract's names")
  func head() {
    let read = FormatSamples.html(
      "<title> 关于 甲\n的通知 </title><meta name=发布日期 content=2025-01-06><meta name=keywords content=a><meta name=keywords content=b>"
    )
    #expect(read.values(.title) == ["关于 甲 的通知"])
    #expect(read.values(.date) == ["2025-01-06"])
    #expect(read.values(.keywords) == ["a", "b"])
    #expect(read.content?.declarations.allSatisfy { $0.source == .properties } == true)
    #expect(FormatSamples.html("<title> </title>").values(.title) == nil)
    #expect(FormatSamples.html("<meta name=date content=a><meta name=date content=b>").codes == [.duplicateKey])
  }

  @Test("boxes to tick are text")
  func boxes() {
    #expect(FormatSamples.html("<p><input type=checkbox checked>主动公开<input type=radio>不予公开").text == "☑主动公开☐不予公开\n")
  }

  static let pictures: [(String, Code?)] = [
    ("a%20b.png", nil), ("./a%20b.png", nil), ("页面.files/c.png", nil), ("./%E9%A1%B5%E9%9D%A2.files/c.png", nil),
    ("", .imageMissing), ("x.png", .imageMissing), ("页面.files/x.png", .imageMissing),
    ("另.files/c.png", .fileNameNotPlain),
    ("../a.png", .fileNameNotPlain), ("%2E%2E%2Fa.png", .fileNameNotPlain), ("/a.png", .fileNameNotPlain),
    ("file:///a.png", .fileNameNotPlain), ("C:\\a.png", .fileNameNotPlain), ("a/b/c.png", .fileNameNotPlain),
    ("页面.files/..", .fileNameNotPlain), ("cid:a", .fileNameNotPlain),
    ("HTTPS://a.example/b.png", .remoteImage), ("//a.example/b.png", .remoteImage),
    ("data:image/png;base64,AAAA", .imageNotUsable), ("data:image/svg+xml,x", .imageNotUsable),
  ]

  @Test("pictures come from plain names inside the item, or hold it", arguments: pictures)
  func pictureNames(address: String, code: Code?) throws {
    let bytes = try FormatSamples.bytes("html/libreoffice-notice/s01-notice-public_html_a3cfe3dd86f7ea1b.png")
    let parts = ["a b.png", "页面.files/c.png"].map {
      InboxItem.Companion(name: FileName($0), bytes: bytes, isPart: true)
    }
    let read = FormatSamples.html("<p><img src='\(address)'></p>", parts: parts)
    #expect(read.codes == (address.isEmpty ? [.fileNameNotPlain] : code.map { [$0] } ?? []))
    #expect(read.images.count == (code == nil ? 1 : 0))
  }

  @Test("a picture inside the page is shown from its own bytes")
  func embedded() throws {
    let bytes = try FormatSamples.bytes("html/libreoffice-notice/s01-notice-public_html_a3cfe3dd86f7ea1b.png")
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var base64: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = bytes[start..<min(start + 3, bytes.count)]
      let bits = three.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - three.count))
      for index in 0...three.count { base64.append(alphabet[bits >> (18 - 6 * index) & 63]) }
      base64 += repeatElement(UInt8(ascii: "="), count: 3 - three.count)
    }
    let read = FormatSamples.html("<img alt=图 src='data:image/png;base64,\(String(decoding: base64, as: UTF8.self))'>")
    #expect(read.diagnostics.isEmpty)
    #expect(read.images.map(\.bytes) == [try #require(ImageSanitizer.sanitize(bytes)).bytes])
    let later = FormatSamples.html("<img data-src='https://a.example/x' src='data:image/gif;base64,AAAA'>")
    #expect(later.codes == [.remoteImage])
  }

  @Test("tags have the names that the table gives them")
  func tagNames() {
    for tag in HTMLTag.allCases where tag != .other {
      #expect(tag.parserName == "\(tag)")
    }
  }

  @Test(
    "deep or tangled pages are refused or read, not pondered for hours", .timeLimit(.minutes(15)),
    arguments: [
      "<div>", "<b>", "<p>", "<table>", "<table><tr><td>", "<ul><li>", "<font color=a>", "<svg>", "<blockquote>", "<a>",
      "<",
      "</p>", "<b id=1><table></b></table>", "<b><p></b>", "<!--", "<select>", "<button>", "<ruby><rt>", "&amp",
      "<!doctype",
      "<pre>", "<img src=x>",
    ])
  func deep(piece: String) {
    let read = FormatSamples.html(String(repeating: piece, count: 30_000))
    #expect(read.content != nil || !read.diagnostics.isEmpty)
  }

  @Test("a tree that would grow with the square of the page is refused")
  func tangled() {
    let open = "<p>" + (0..<200).map { "<b id=\($0)>" }.joined()
    let read = FormatSamples.html(open + String(repeating: "<p>a", count: 40_000))
    #expect(read.content == nil)
  }

  @Test("no change of bytes traps")
  func hostile() throws {
    var numbers = SteadyNumbers(state: 7)
    for name in ["wechat-editor", "pandoc-news"] {
      let seed = try FormatSamples.bytes("html/\(name)/input.html")
      for _ in 0..<150 {
        let bytes = seed.mutated(&numbers)
        _ = HTMLReader().read(ReadingSource(bytes: bytes, name: FileName("a.html"), parts: [], limits: .init()))
      }
    }
  }
}
