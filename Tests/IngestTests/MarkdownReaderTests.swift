import Publication
import Testing

@testable import Ingest

@Suite struct MarkdownReaderTests {
  private func paragraph(_ text: String) -> Block { .paragraph([.text(text)], alignment: .natural) }

  @Test(
    "whole papers read as written", arguments: ["notice-all-parts", "news-with-front-matter", "mongolian-pair"])
  func fixtures(name: String) throws {
    let bytes = try FormatSamples.bytes("markdown/\(name)/input.md")
    let read = MarkdownReader().read(ReadingSource(bytes: bytes, name: FileName("a.md"), parts: [], limits: .init()))
    #expect(read.text.utf8.elementsEqual(try FormatSamples.text("markdown/\(name)/expected.txt").utf8))
    #expect(read.diagnostics.isEmpty)
  }

  @Test("the parts of the syntax become structure")
  func structure() throws {
    let read = MarkdownReader().read(
      ReadingSource(
        bytes: try FormatSamples.bytes("markdown/notice-all-parts/input.md"), name: FileName("a.md"), parts: [],
        limits: .init()))
    #expect(read.blocks.first == .heading(level: 1, [.text("关于〈办法〉的通知")]))
    #expect(read.content?.footnotes == [[paragraph("见附注。")]])
    #expect(read.unpublished(.comment) == ["内部批注"])
    #expect(
      read.blocks.contains(
        .list(
          ordered: true,
          [
            ListItem(marker: "1.", [paragraph("第一项")]),
            ListItem(
              marker: "2.",
              [
                paragraph("第二项"),
                .list(
                  ordered: false,
                  [ListItem(marker: "•", [paragraph("甲")]), ListItem(marker: "•", [paragraph("乙")])]),
              ]),
          ])))
    #expect(
      read.blocks.contains(
        .table([
          [TableCell([paragraph("项目")], isHeader: true), TableCell([paragraph("数值")], isHeader: true)],
          [TableCell([paragraph("甲")]), TableCell([paragraph("1")])],
        ])))
    #expect(read.blocks.contains(.quote([paragraph("引文")])))
    #expect(read.blocks.contains(.preformatted("代码  两格")))
  }

  @Test(
    "a line end inside a paragraph is nothing between Chinese characters, a space elsewhere",
    arguments: [
      ("根据\n《办法》", "根据《办法》"), ("he\nsaid", "he said"), ("\u{1820}\u{1828}\n\u{1821}", "\u{1820}\u{1828} \u{1821}"),
      ("共\n3件", "共 3件"), ("他说\n“好”", "他说“好”"), ("\u{1820}\n\u{FE3D}\u{1820}", "\u{1820} \u{FE3D}\u{1820}"),
    ])
  func softBreaks(source: String, text: String) {
    #expect(FormatSamples.markdown(source).blocks == [paragraph(text)])
  }

  @Test("signature, date and closing mark are paragraphs of their own without blank lines")
  func closing() {
    let read = FormatSamples.markdown("请认真执行。\n某某局\n2025年3月27日\n（此件依申请公开）")
    #expect(read.text == "请认真执行。\n某某局\n2025年3月27日\n（此件依申请公开）\n")
  }

  @Test("only web and mail addresses become links; their text stays")
  func links() {
    let read = FormatSamples.markdown("[甲](https://a.example/x) [乙](javascript:alert(1)) [丙](a.docx)")
    #expect(
      read.blocks == [
        .paragraph([.link([.text("甲")], href: "https://a.example/x"), .text(" 乙 丙")], alignment: .natural)
      ])
  }

  @Test("HTML blocks with text hold the item; scripts and comments only don't, and the gate reads them")
  func rawHTML() {
    let shown = FormatSamples.markdown("正文\n\n<div>秘密★1年</div>\n")
    #expect(shown.codes == [.rawHTML])
    #expect(shown.text == "正文\n")
    #expect(shown.unpublished(.scriptOrStyle) == ["秘密★1年\n"])
    let script = FormatSamples.markdown("正文\n\n<script>alert('a')</script>\n\n<!-- 依申请公开 -->\n")
    #expect(script.diagnostics.isEmpty)
    #expect(script.text == "正文\n")
    #expect(script.unpublished(.scriptOrStyle) == ["alert('a')"])
    #expect(script.unpublished(.comment) == ["依申请公开"])
    let inline = FormatSamples.markdown("甲<script>x</script>乙<span style=\"display: none\">丙</span>丁<u>戊</u>")
    #expect(inline.text == "甲乙丁戊\n")
    #expect(inline.unpublished(.scriptOrStyle) == ["x", "丙"])
  }

  @Test("pictures come from the item itself, or hold it")
  func pictures() throws {
    let name = "libreoffice-notice/s01-notice-public_html_a3cfe3dd86f7ea1b.png"
    let part = InboxItem.Companion(
      name: FileName("图.png"), bytes: try FormatSamples.bytes("html/" + name), isPart: true)
    let read = FormatSamples.markdown("![示意图](图.png)\n", parts: [part])
    #expect(read.diagnostics.isEmpty)
    #expect(read.images.map(\.mediaType) == ["image/png"])
    #expect(read.usedParts == [FileName("图.png")])
    #expect(read.unpublished(.alternative) == ["示意图"])
    #expect(FormatSamples.markdown("![a](b.png)").codes == [.imageMissing])
    #expect(
      FormatSamples.markdown("![a](https://a.example/b.png) ![a](//b/c)").diagnostics.first?.details["count"] == "2")
    #expect(FormatSamples.markdown("![a](../b.png)").codes == [.fileNameNotPlain])
    #expect(FormatSamples.markdown("![a](file:///b.png)").codes == [.fileNameNotPlain])
  }

  @Test("nothing traps, however deep or broken")
  func hostile() throws {
    var numbers = SteadyNumbers(state: 3)
    let seed = try FormatSamples.bytes("markdown/notice-all-parts/input.md")
    for _ in 0..<300 {
      let bytes = seed.mutated(&numbers)
      _ = MarkdownReader().read(ReadingSource(bytes: bytes, name: FileName("a.md"), parts: [], limits: .init()))
    }
  }

  @Test(
    "deep nesting is refused or read, not pondered for hours", .timeLimit(.minutes(15)),
    arguments: [
      "> ", "- ", "* ", "1. ", "[", "![", "*a ", "_", "`", "<a", "| ", "[^a]", "~~", "<!--", "&", "http://", "www.",
    ])
  func deep(piece: String) {
    let read = FormatSamples.markdown(String(repeating: piece, count: 20_000))
    #expect(read.content != nil || !read.diagnostics.isEmpty)
  }
}
