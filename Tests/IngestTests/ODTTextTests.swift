import Publication
import Testing

@testable import Ingest

@Suite("The text of OpenDocument texts")
struct ODTTextTests {
  func lines(_ body: String, styles: String = "") -> [String] {
    ODTBuilder(body, styles: styles).read().blocks.flatMap { PlainText.lines(of: $0) }
  }

  static let hidden =
    "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"

  @Test("blanks of the file are one blank, counted blanks, tabs and forced line ends stay")
  func blanks() {
    let body =
      "<text:p>  甲 \n 乙<text:span> 丙</text:span> <text:span>丁</text:span><text:s text:c=\"3\"/>戊<text:tab/>己</text:p>"
    #expect(lines(body) == ["甲 乙 丙 丁   戊\t己"])
    #expect(lines("<text:p>甲<text:line-break/>乙</text:p>") == ["甲", "乙"])
  }

  @Test("Mongolian code points come out as they went in")
  func mongolian() {
    let word = "\u{1820}\u{182E}\u{1822}\u{180E}\u{1820}\u{202F}\u{1824}\u{180B}\u{200D}"
    let found = lines("<text:p>\(word)</text:p>").first ?? ""
    #expect(found.unicodeScalars.elementsEqual(word.unicodeScalars))
  }

  @Test("deleted and hidden text, comments and headers go to the gate alone, insertions are text")
  func unpublished() {
    var builder = ODTBuilder(
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>删去</text:p></text:deletion></text:changed-region>"
        + "<text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
        + "<text:p>正文<text:span text:style-name=\"H\">隐藏</text:span><office:annotation><text:p>批注</text:p></office:annotation></text:p>"
        + "<text:section text:name=\"S\" text:display=\"none\"><text:p>藏节</text:p></text:section>",
      styles: Self.hidden)
    builder.common =
      "<office:master-styles><style:master-page style:name=\"M\"><style:header><text:p>页眉</text:p></style:header>"
      + "<style:footer><text:p>页脚</text:p></style:footer></style:master-page></office:master-styles>"
    let result = builder.read()
    #expect(result.text == "正文\n")
    #expect(result.unpublished(.deleted) == ["删去"])
    #expect(result.unpublished(.hidden) == ["隐藏", "藏节"])
    #expect(result.unpublished(.comment) == ["批注"])
    #expect(result.unpublished(.header) == ["页眉"] && result.unpublished(.footer) == ["页脚"])
    #expect(result.codes == [.trackedChanges])
  }

  @Test("lists count on, start where they are told to, and nest; headings carry their numbers")
  func lists() {
    let style =
      "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"/>"
      + "<text:list-level-style-number text:level=\"2\" style:num-format=\"1\" style:num-prefix=\"（\" style:num-suffix=\"）\" text:display-levels=\"2\"/>"
      + "</text:list-style>"
    let body =
      "<text:list xml:id=\"a\" text:style-name=\"L\"><text:list-item><text:p>甲</text:p><text:p>又</text:p>"
      + "<text:list><text:list-item><text:p>乙</text:p></text:list-item></text:list></text:list-item></text:list>"
      + "<text:p>段</text:p>"
      + "<text:list text:continue-list=\"a\" text:style-name=\"L\"><text:list-item><text:h text:outline-level=\"2\">丙</text:h></text:list-item>"
      + "<text:list-item text:start-value=\"9\"><text:p>丁</text:p></text:list-item></text:list>"
    let result = ODTBuilder(body, styles: style).read()
    #expect(result.text == "一、 甲\n又\n（一.1） 乙\n段\n二、丙\n九、 丁\n")
    #expect(result.blocks.contains { if case .heading(2, _) = $0 { true } else { false } })
  }

  @Test("spans of a table, what they cover, and repeated cells")
  func tables() {
    let body =
      "<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned=\"2\"><text:p>头</text:p></table:table-cell>"
      + "<table:covered-table-cell><text:p>盖住</text:p></table:covered-table-cell></table:table-row></table:table-header-rows>"
      + "<table:table-row><table:table-cell table:number-columns-repeated=\"2\"><text:p>格</text:p></table:table-cell></table:table-row></table:table>"
    let result = ODTBuilder(body).read()
    #expect(result.text == "头\n格\t格\n")
    #expect(result.unpublished(.hidden) == ["盖住"])
    guard case .table(let rows)? = result.blocks.first else { return #expect(Bool(false)) }
    #expect(rows[0][0].columnSpan == 2 && rows[0][0].isHeader)
  }

  @Test("footnotes are marked and numbered, readings stand beside their base")
  func notes() {
    let result = ODTBuilder(
      "<text:p>文<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>"
        + "<text:ruby><text:ruby-base>盟</text:ruby-base><text:ruby-text>méng</text:ruby-text></text:ruby></text:p>"
    ).read()
    #expect(result.text == "文[1]盟（méng）\n")
    #expect(result.content?.footnotes.map { PlainText.of($0) } == ["注\n"])
  }

  @Test("formulas are text in one line, or hold the item where they can't be")
  func formulas() {
    func formula(_ inner: String) -> ReadingResult {
      let math =
        "<math:math><math:semantics><math:mrow>\(inner)</math:mrow><math:annotation>x</math:annotation></math:semantics></math:math>"
      return ODTBuilder("<text:p><draw:frame><draw:object>\(math)</draw:object></draw:frame></text:p>").read()
    }
    let half = "<math:mfrac><math:mn>1</math:mn><math:mi>n</math:mi></math:mfrac>"
    #expect(
      formula("<math:msup><math:mi>x</math:mi><math:mn>2</math:mn></math:msup><math:mo>=</math:mo>" + half).text
        == "x2=1/n\n")
    #expect(formula("<math:mtable/>").codes == [.contentNotShowable])
  }

  @Test("of several forms of a picture the first that can be published is taken; EMF and SVG never pass")
  func pictures() {
    func frame(_ names: [String], style: String = "") -> String {
      let images = names.map { "<draw:image xlink:href=\"Pictures/\($0)\"/>" }.joined()
      return "<text:p><draw:frame draw:style-name=\"\(style)\"><svg:desc>图</svg:desc>\(images)</draw:frame></text:p>"
    }
    func read(_ body: String, styles: String = "") -> ReadingResult {
      var builder = ODTBuilder(body, styles: styles)
      builder.parts = [
        ("Pictures/a.png", ImageSamples.png),
        ("Pictures/b.svg", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)),
        ("Pictures/c.emf", [1, 0, 0, 0, 0x6C, 0, 0, 0]),
      ]
      return builder.read()
    }
    let both = read(frame(["b.svg", "a.png"]))
    #expect(both.images.map(\.mediaType) == ["image/png"] && both.codes.isEmpty)
    #expect(both.unpublished(.alternative) == ["图"])
    #expect(read(frame(["b.svg"])).codes == [.imageNotUsable])
    #expect(read(frame(["c.emf"])).codes == [.imageNotUsable])
    #expect(read(frame(["gone.png"])).codes == [.pictureLost])
    let cropped =
      "<style:style style:name=\"C\" style:family=\"graphic\"><style:graphic-properties fo:clip=\"rect(0in, 1in, 0in, 0in)\"/></style:style>"
    #expect(read(frame(["a.png"], style: "C"), styles: cropped).codes == [.contentNotShowable])
    #expect(
      read("<text:p><draw:frame><draw:image xlink:href=\"http://a.cn/a.png\"/></draw:frame></text:p>").codes == [
        .remoteImage
      ])
  }

  @Test("text boxes are in the text; charts, objects, form fields, struck-out words and linked sections hold the item")
  func objects() {
    #expect(
      lines("<text:p>前<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></text:p>") == [
        "前", "框",
      ])
    for body in [
      "<text:p><draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame></text:p>",
      "<text:p><draw:frame><draw:object-ole xlink:href=\"./Object 1\"/></draw:frame></text:p>",
      "<text:p><draw:control/></text:p>",
      "<text:section text:name=\"S\"><text:section-source xlink:href=\"a.odt\"/><text:p>甲</text:p></text:section>",
    ] {
      #expect(ODTBuilder(body).read().codes == [.contentNotShowable], "\(body)")
    }
  }

  @Test("properties declare metadata, encrypted files and macros are held by name")
  func packageParts() {
    var builder = ODTBuilder("<text:p>甲</text:p>")
    builder.meta =
      "<dc:title>关于放假的通知</dc:title><meta:user-defined meta:name=\"公开属性\">主动公开</meta:user-defined><meta:user-defined meta:name=\"AppVersion\">14</meta:user-defined>"
    #expect(builder.read().values(.title) == ["关于放假的通知"])
    #expect(builder.read().values(.attribute) == ["主动公开"])
    #expect(builder.read().unknownKeys.isEmpty)
    builder.parts = [("Basic/Standard/Module1.xml", Array("<a/>".utf8))]
    #expect(builder.read().codes == [.macros])
    builder.manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    #expect(builder.read().codes == [.encrypted])
  }

  @Test("a part of more than ten megabytes is read whole")
  func longPart() {
    let paragraph = "<text:p>" + String(repeating: "各旗农牧局要做好接羔保育", count: 1000) + "</text:p>"
    let result = ODTBuilder(String(repeating: paragraph, count: 320)).read()
    #expect(result.blocks.count == 320 && result.codes.isEmpty)
  }

  @Test("hostile numbers of repeated cells and too many paragraphs stop at the limit")
  func hostile() {
    let cell = "<table:table-cell table:number-columns-repeated=\"999999999\"><text:p>格</text:p></table:table-cell>"
    let row = "<table:table-row table:number-rows-repeated=\"999999999\">\(cell)</table:table-row>"
    let result = ODTBuilder("<table:table>\(String(repeating: row, count: 60))</table:table>").read()
    #expect(result.codes == [.tooLarge])
    var limits = IngestLimits()
    limits.paragraphs = 3
    #expect(ODTBuilder(String(repeating: "<text:p>甲</text:p>", count: 4)).read(limits).codes == [.tooLarge])
  }

  @Test("no mangled file traps, and one that isn't read says why")
  func mangled() throws {
    let bytes = try FormatSamples.bytes("odt/notice/input.odt")
    var random = MangledBytes(seed: 7)
    for _ in 0..<300 {
      let source = ReadingSource(
        bytes: random.mangled(bytes), name: FileName("a.odt"), parts: [], limits: IngestLimits())
      let result = ODTReader().read(source)
      #expect(result.content != nil || !result.diagnostics.isEmpty)
    }
  }
}
