import MongolianText
import Normalization
import Publication
import TestSupport
import Testing

@Suite struct EditionTests {
  @Test("text is the body in lines: paragraphs, rows with tabs, list markers, footnotes at the end")
  func text() throws {
    let cell = { (text: String) in TableCell([.paragraph([.text(text)], alignment: .natural)]) }
    var document = DocumentBuilder.document(
      blocks: [
        LaidOutBlock(.title, .paragraph([.text("关于供暖的通知")], alignment: .center)),
        LaidOutBlock(.documentNumber, .paragraph([.text("乌建发〔2025〕12号")], alignment: .center)),
        LaidOutBlock(.addressee, .paragraph([.text("各旗区：")], alignment: .natural)),
        LaidOutBlock(
          .body, .paragraph([.text("供"), .strong([.text("暖")]), .footnoteMark(number: 1)], alignment: .natural)),
        LaidOutBlock(.body, .table([[cell("甲"), cell("乙")], [cell("丙"), cell("丁")]])),
        LaidOutBlock(
          .body, .list(ordered: true, [ListItem(marker: "（一）", [.paragraph([.text("戊")], alignment: .natural)])])),
        LaidOutBlock(.signature, .paragraph([.text("住建局")], alignment: .end)),
        LaidOutBlock(.note, .paragraph([.text("（此件公开发布）")], alignment: .natural)),
      ], title: "关于供暖的通知")
    document.content.footnotes = [[.paragraph([.text("注")], alignment: .natural)]]
    #expect(try #require(normalized(document).edition).text == "各旗区：\n供暖[1]\n甲\t乙\n丙\t丁\n（一） 戊\n住建局\n[1] 注\n")
  }

  @Test(
    "a leading heading that only repeats the title is dropped, once; any other stays",
    arguments: [
      (["标题", "正文"], "正文\n"), (["标题", "标题"], "标题\n"), (["正文", "标题"], "正文\n标题\n"), ([" 标\u{200B}题 ", "正文"], "正文\n"),
    ])
  func heading(lines: [String], expected: String) throws {
    let blocks = lines.map { LaidOutBlock(.body, .heading(level: 1, [.text($0)])) }
    #expect(try #require(normalized(DocumentBuilder.document(blocks: blocks, title: "标题")).edition).text == expected)
  }

  @Test("a leading heading in two lines is still the title")
  func brokenHeading() throws {
    let heading = Block.heading(level: 1, [.text("关于做好供暖"), .lineBreak, .strong([.text("　工作的通知")])])
    let body = Block.paragraph([.text("正文")], alignment: .natural)
    let document = DocumentBuilder.document(
      blocks: [LaidOutBlock(.body, heading), LaidOutBlock(.body, body)], title: "关于做好供暖工作的通知")
    #expect(try #require(normalized(document).edition).text == "正文\n")
  }

  @Test("the day of publication is the declared one, else the day of the run")
  func date() throws {
    var document = DocumentBuilder.document(["标题", "正文"])
    #expect(try #require(normalized(document).edition).date.description == "2025-03-31")
    document.metadata.date = CivilDate(year: 2025, month: 1, day: 2)
    #expect(try #require(normalized(document).edition).date.description == "2025-01-02")
  }

  @Test("metadata that outlets show are normalised; names of files and links to other items are not")
  func metadata() throws {
    var document = DocumentBuilder.document(["标题", "正文"])
    document.metadata.values = [.digest: ["摘\u{200B}要"], .keywords: ["供\u{2F2D}", "暖"], .cover: ["图\u{200B}.png"]]
    let edition = try #require(normalized(document).edition)
    #expect(edition.metadata[.digest] == "摘要")
    #expect(edition.metadata.values[.keywords] == ["供山", "暖"])
    #expect(edition.metadata[.cover] == "图\u{200B}.png")
    #expect(edition.changes.map(\.place) == ["元数据“摘要”", "元数据“关键词”"])
  }

  @Test("what metadata declare of issuers goes before what the text names")
  func issuers() throws {
    var document = DocumentBuilder.document(["标题", "正文"])
    let found = { (name: String) in Found(name, Evidence(fact: "issuer", source: .text, value: name, place: "正文")) }
    document.issuers = [found("甲局"), found("乙局"), found("甲\u{200B}局")]
    #expect(try #require(normalized(document).edition).issuers == ["甲局", "乙局"])
    document.metadata.values[.issuer] = ["丙局"]
    #expect(try #require(normalized(document).edition).issuers == ["丙局"])
  }

  @Test("changes are counted in a note, and none is told where there is none")
  func note() {
    #expect(
      normalized(DocumentBuilder.document(["标题", "供\u{200B}暖\u{200B}"])).diagnostics.map(\.code) == [.textChanged])
    #expect(
      normalized(DocumentBuilder.document(["标题", "供\u{200B}暖\u{200B}"])).diagnostics.first?.details["count"] == "2")
    #expect(normalized(DocumentBuilder.document(["标题", "供暖"])).diagnostics.isEmpty)
  }

  @Test("a document without a language or a title is held")
  func held() {
    var document = DocumentBuilder.document(["标题", "正文"])
    document.language = nil
    #expect(normalized(document).diagnostics.map(\.code) == [.languageUnknown])
    #expect(normalized(DocumentBuilder.document(["\u{200B} ", "正文"])).diagnostics.map(\.code) == [.titleMissing])
  }

  @Test("places name the paragraph, or the cell of the table, or the footnote")
  func places() throws {
    let dirty: [Inline] = [.text("脏\u{200B}")]
    var document = DocumentBuilder.document(
      blocks: [
        LaidOutBlock(.body, .paragraph([.text("一")], alignment: .natural)),
        LaidOutBlock(
          .body,
          .table([
            [TableCell([.paragraph([], alignment: .natural)]), TableCell([.paragraph(dirty, alignment: .natural)])]
          ])),
        LaidOutBlock(.body, .quote([.paragraph(dirty, alignment: .natural)])),
      ], title: "标题")
    document.content.footnotes = [[], [.paragraph(dirty, alignment: .natural)]]
    #expect(
      try #require(normalized(document).edition).changes.map(\.place) == ["正文第1表第1行第2格", "正文第2段", "脚注2第1段"])
  }

  @Test("a mark that combines over the border of two pieces of text is not missed")
  func border() throws {
    let edition = try edition([
      [.text("e"), .strong([.text("\u{301}x")]), .link([.text("y\u{200B}")], href: "https://example.invalid")]
    ])
    #expect(edition.text.utf8.elementsEqual("éxy\n".utf8))
    #expect(edition.changes.map(\.rule) == ["zero-width", "nfc"])
  }

  @Test("readings and alternative texts are normalised too, each on its own")
  func alone() throws {
    let digest = ContentDigest(of: [1])
    let edition = try edition([
      [
        .ruby(base: [.text("字")], reading: "z\u{200B}i"),
        .image(ImageReference(digest: digest, alternative: "图\u{FEFF}")),
      ]
    ])
    #expect(edition.text == "字（zi）\n")
    #expect(edition.alternatives[digest] == "图")
    #expect(edition.changeCount == 2)
  }
}
