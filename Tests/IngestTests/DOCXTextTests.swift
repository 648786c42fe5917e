import Ingest
import Publication
import Testing

/// One thing that documents do, and what is read of it.
struct DOCXCase: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var body: String
  var expected: [String]
  var styles = ""
  var numbering: String?

  init(_ name: String, _ body: String, styles: String = "", numbering: String? = nil, _ expected: [String]) {
    testDescription = name
    self.body = body
    self.styles = styles
    self.numbering = numbering
    self.expected = expected
  }

  func check() {
    var builder = DOCXBuilder(body)
    builder.styles = styles
    builder.numbering = numbering
    let found = ReadingDump.text(builder.read()).split(separator: "\n").map(String.init)
    #expect(found.elementsEqual(expected) { $0.utf8.elementsEqual($1.utf8) }, "\(found)")
  }
}

@Suite("What is read of a Word document")
struct DOCXTextTests {
  static func text(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
  static func p(_ inner: String) -> String { "<w:p>\(inner)</w:p>" }
  static func box(_ text: String) -> String {
    "<w:txbxContent><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:txbxContent>"
  }

  @Test(
    "insertions are in, deletions and hidden text are out, and both go to the gate",
    arguments: [
      DOCXCase(
        "inserted and deleted words",
        p(
          text("各旗") + "<w:ins>" + text("区") + "</w:ins><w:del><w:r><w:delText>县</w:delText></w:r></w:del>" + text("部门")
        ),
        ["p 各旗区部门", "unpublished deleted: 县", "ING-015 note "]),
      DOCXCase(
        "moved words",
        p("<w:moveFrom>" + text("甲") + "</w:moveFrom>" + text("乙") + "<w:moveTo>" + text("甲") + "</w:moveTo>"),
        ["p 乙甲", "unpublished deleted: 甲", "ING-015 note "]),
      DOCXCase(
        "a deleted paragraph mark joins two paragraphs",
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + text("前") + "</w:p>" + p(text("后")), ["p 前后", "ING-015 note "]),
      DOCXCase(
        "a deleted row of a table",
        "<w:tbl><w:tr><w:tc>" + p(text("留")) + "</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p(text("删"))
          + "</w:tc></w:tr></w:tbl>",
        ["table", "  row", "    cell", "      p 留", "unpublished deleted: 删", "ING-015 note "]),
      DOCXCase(
        "hidden words",
        p(text("看得见") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部资料</w:t></w:r>"), ["p 看得见", "unpublished hidden: 内部资料"]),
      DOCXCase(
        "hidden by a style, and shown again by the run",
        "<w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr>" + text("藏")
          + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r></w:p>",
        styles: "<w:style w:type=\"paragraph\" w:styleId=\"y\"><w:rPr><w:vanish/></w:rPr></w:style>"
          + "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:basedOn w:val=\"y\"/></w:style>",
        ["p 显", "unpublished hidden: 藏"]),
      DOCXCase(
        "hidden by a character style",
        p("<w:r><w:rPr><w:rStyle w:val=\"h\"/></w:rPr><w:t>密</w:t></w:r>" + text("明")),
        styles: "<w:style w:type=\"character\" w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style>",
        ["p 明", "unpublished hidden: 密"]),
    ])
  func visibility(example: DOCXCase) { example.check() }

  @Test(
    "runs, breaks, symbols and notes of form",
    arguments: [
      DOCXCase(
        "a mark split over runs is one text",
        p(text("公开") + "<w:proofErr/>" + text("属性：") + "<w:bookmarkStart/>" + text("主动公开")), ["p 公开属性：主动公开"]),
      DOCXCase(
        "bold, italic, raised, lowered",
        p(
          "<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>"
            + "<w:r><w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr><w:t>0</w:t></w:r>"),
        ["p <b><i>甲</i></b>m<sup>2</sup><sub>0</sub>"]),
      DOCXCase(
        "tabs, line breaks and hyphens",
        p(
          "<w:r><w:t>0479</w:t><w:noBreakHyphen/><w:t>12</w:t><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:softHyphen/><w:br w:type=\"page\"/></w:r>"
        ),
        ["p 0479-12{U+9}甲<br>乙{U+AD}"]),
      DOCXCase(
        "blanks count only where the file says so",
        p("<w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space=\"preserve\"> 乙\n丙 </w:t></w:r>"), ["p 甲 乙 丙 "]),
      DOCXCase(
        "boxes drawn by symbol fonts become characters; unknown signs stay private",
        p(
          "<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/><w:t>主动公开</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/>"
            + "<w:sym w:font=\"Wingdings\" w:char=\"F021\"/></w:r>"),
        ["p \u{2611}主动公开\u{2610}{U+F021}", "fonts: wingdings, wingdings 2"]),
      DOCXCase(
        "private codes in a symbol font",
        p(
          "<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>\u{F0FE}</w:t></w:r><w:r><w:t>\u{F0FE}</w:t></w:r>"
        ),
        ["p \u{2611}{U+F0FE}", "fonts: wingdings"]),
      DOCXCase(
        "pinyin over a character",
        p(
          "<w:r><w:ruby><w:rt><w:r><w:t>qí</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>旗</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        ),
        ["p <ruby qí>旗</ruby>"]),
      DOCXCase(
        "Mongolian controls stay where they are",
        p(text("ᠰᠠᠷ\u{180E}ᠠ\u{202F}ᠶᠢᠨ ᠡᠳ\u{180B}")), ["p ᠰᠠᠷ{U+180E}ᠠ{U+202F}ᠶᠢᠨ ᠡᠳ{U+180B}"]),
      DOCXCase(
        "content controls are transparent; a box shows its sign",
        "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>"
          + p("<w:sdt><w:sdtContent>" + text("\u{2611}") + "</w:sdtContent></w:sdt>" + text("主动公开"))
          + "</w:sdtContent></w:sdt>",
        ["p \u{2611}主动公开"]),
      DOCXCase(
        "alignment of signature and title",
        "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>" + text("某局")
          + "</w:p><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + text("题") + "</w:p>",
        ["p:end 某局", "p:center 题"]),
      DOCXCase("empty paragraphs are nothing", p("") + p(text("　 ")) + p(text("甲")), ["p 甲"]),
    ])
  func runs(example: DOCXCase) { example.check() }

  @Test(
    "headings are known by outline level, by style and by name",
    arguments: [
      DOCXCase(
        "by name, in two languages, and based on another style",
        DOCXBuilder.paragraph("甲", "<w:pStyle w:val=\"1\"/>") + DOCXBuilder.paragraph("乙", "<w:pStyle w:val=\"b\"/>")
          + DOCXBuilder.paragraph("丙", "<w:pStyle w:val=\"c\"/>")
          + DOCXBuilder.paragraph("丁", "<w:pStyle w:val=\"t\"/>"),
        styles:
          "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"b\"><w:name w:val=\"标题 2\"/></w:style>"
          + "<w:style w:styleId=\"c\"><w:name w:val=\"小题\"/><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"t\"><w:name w:val=\"Title\"/></w:style>",
        ["h1 甲", "h2 乙", "h2 丙", "h1 丁"]),
      DOCXCase(
        "by outline level; bold of the whole heading is no stress",
        DOCXBuilder.paragraph("甲", "<w:outlineLvl w:val=\"2\"/>", run: "<w:b/>")
          + DOCXBuilder.paragraph("乙", "<w:outlineLvl w:val=\"9\"/>"),
        ["h3 甲", "p 乙"]),
      DOCXCase(
        "a circle of styles ends",
        DOCXBuilder.paragraph("甲", "<w:pStyle w:val=\"a\"/>"),
        styles:
          "<w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>",
        ["p 甲"]),
    ])
  func headings(example: DOCXCase) { example.check() }

  static let levels = """
    <w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl>\
    <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>\
    <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\u{F0B7}"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum>\
    <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>\
    <w:num w:numId="3"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
    """
  static func item(_ text: String, _ list: Int, _ level: Int = 0) -> String {
    DOCXBuilder.paragraph(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  @Test(
    "automatic numbers are the ones that are shown",
    arguments: [
      DOCXCase(
        "levels count and restart",
        item("甲", 1) + item("子", 1, 1) + item("丑", 1, 1) + item("细", 1, 2) + item("乙", 1) + item("寅", 1, 1),
        numbering: levels,
        [
          "ol", "  [（一）]", "    p 甲", "    ol", "      [1.]", "        p 子", "      [2.]", "        p 丑", "        ol",
          "          [1.2.1]", "            p 细", "  [（二）]", "    p 乙", "    ol", "      [1.]", "        p 寅",
        ]),
      DOCXCase(
        "a list goes on after other text, and starts anew where told",
        item("甲", 1) + p(text("文")) + item("乙", 1) + p(text("文")) + item("庚", 3),
        numbering: levels,
        ["ol", "  [（一）]", "    p 甲", "p 文", "ol", "  [（二）]", "    p 乙", "p 文", "ol", "  [（七）]", "    p 庚"]),
      DOCXCase("bullets of symbol fonts", item("甲", 2), numbering: levels, ["ul", "  [•]", "    p 甲"]),
      DOCXCase(
        "a numbered heading keeps its number",
        DOCXBuilder.paragraph("总则", "<w:outlineLvl w:val=\"0\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr>"),
        numbering: levels, ["h1 （一）总则"]),
      DOCXCase(
        "a deleted item doesn't count",
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
          + item("甲", 1), numbering: levels, ["ol", "  [（一）]", "    p 甲", "unpublished deleted: 删", "ING-015 note "]),
      DOCXCase("no list, no number", item("甲", 0) + item("乙", 99), numbering: levels, ["p 甲", "p 乙"]),
    ])
  func lists(example: DOCXCase) { example.check() }

  @Test(
    "numbers in the formats of Word",
    arguments: [
      ("chineseCounting", 10, "十"), ("chineseCounting", 21, "二十一"), ("chineseCountingThousand", 105, "一百零五"),
      ("chineseLegalSimplified", 12, "壹拾贰"),
      ("ideographDigital", 10, "一〇"), ("ideographTraditional", 3, "丙"), ("ideographZodiac", 12, "亥"),
      ("decimalEnclosedCircle", 21, "㉑"),
      ("decimalFullWidth", 12, "１２"), ("lowerRoman", 14, "xiv"), ("upperLetter", 28, "BB"), ("decimalZero", 7, "07"),
      ("ordinal", 12, "12th"),
      ("japaneseCounting", 20_003, "二万零三"), ("none", 1, ""), ("decimal", 3, "3"),
    ])
  func numberFormats(format: String, number: Int, shown: String) {
    let level =
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"\(number)\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"%1\"/></w:lvl>"
    DOCXCase(
      format, Self.item("甲", 1),
      numbering:
        "<w:abstractNum w:abstractNumId=\"1\">\(level)</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>",
      ["ol", "  [\(shown)]", "    p 甲"]
    ).check()
  }

  @Test(
    "tables keep their spans, and cells that others cover are absent",
    arguments: [
      DOCXCase(
        "spans in both directions",
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + p(text("甲"))
          + "</w:tc><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>"
          + p(text("乙")) + "</w:tc></w:tr><w:tr><w:tc>" + p(text("丙")) + "</w:tc><w:tc>" + p(text("丁"))
          + "</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p(text("盖"))
          + "</w:tc></w:tr></w:tbl>",
        [
          "table", "  row", "    cell header 2 wide", "      p 甲", "    cell header 2 high", "      p 乙", "  row",
          "    cell", "      p 丙", "    cell", "      p 丁",
          "unpublished hidden: 盖",
        ]),
      DOCXCase(
        "a table in a table",
        "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>" + p(text("里")) + "</w:tc></w:tr></w:tbl>" + p(text("外"))
          + "</w:tc></w:tr></w:tbl>",
        ["table", "  row", "    cell", "      table", "        row", "          cell", "            p 里", "      p 外"]),
    ])
  func tables(example: DOCXCase) { example.check() }

  @Test(
    "a text box is read once, and where it stands",
    arguments: [
      DOCXCase(
        "before the paragraph, and only one of two branches",
        p(
          "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wps:txbx>" + box("份号 000001")
            + "</wps:txbx></wp:anchor></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><v:shape><v:textbox>" + box("份号 000001")
            + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + text("文件")),
        ["p 份号 000001", "p 文件"]),
      DOCXCase(
        "after the paragraph that has begun",
        p(
          text("文") + "<w:r><w:pict><v:shape><v:textbox>" + box("注") + "</v:textbox></v:shape></w:pict></w:r>"
            + text("件")),
        ["p 文件", "p 注"]),
      DOCXCase(
        "a branch that isn't understood gives way",
        p(
          "<w:r><mc:AlternateContent><mc:Choice Requires=\"zzz\"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ), ["p 旧", "unpublished hidden: 新"]),
      DOCXCase(
        "words drawn as a shape",
        p("<w:r><w:pict><v:shape><v:textpath string=\"某某市人民政府文件\"/></v:shape></w:pict></w:r>"), ["p 某某市人民政府文件"]),
      DOCXCase("a drawn line", p("<w:r><w:pict><v:rect o:hr=\"t\"/></w:pict></w:r>") + p(text("甲")), ["rule", "p 甲"]),
    ])
  func boxes(example: DOCXCase) { example.check() }

  static func field(_ instruction: String, _ result: String?) -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>\(instruction)</w:instrText></w:r>"
      + (result.map { "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + text($0) } ?? "")
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  }

  @Test(
    "fields show their result; what they are told goes to the gate",
    arguments: [
      DOCXCase(
        "a link", p(field("HYPERLINK \"https://www.gov.cn/a\"", "网站")),
        ["p <a https://www.gov.cn/a>网站</a>", "unpublished hidden: HYPERLINK \"https://www.gov.cn/a\""]),
      DOCXCase(
        "a link to a file is none", p(field("HYPERLINK \"file:///c:/a\"", "文件")),
        ["p 文件", "unpublished hidden: HYPERLINK \"file:///c:/a\""]),
      DOCXCase(
        "a simple field", p("<w:fldSimple w:instr=\" DATE \">" + text("今日") + "</w:fldSimple>"),
        ["p 今日", "unpublished hidden:  DATE "]),
      DOCXCase(
        "a figure in a circle", p(field("eq \\o\\ac(○,3)", nil)), ["p ③", "unpublished hidden: eq \\o\\ac(○,3)"]),
      DOCXCase(
        "a formula field that can't be said",
        p(field("EQ \\f(1,2)", nil) + text("亩")), ["p 亩", "unpublished hidden: EQ \\f(1,2)", "ING-016 hold what=域 EQ"]),
      DOCXCase(
        "a ticked box of a form",
        p(
          "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            + text("主动公开")), ["p \u{2611}主动公开", "unpublished hidden: FORMCHECKBOX"]),
      DOCXCase(
        "a field in the instruction of another is not shown",
        p(
          "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>"
            + field("MERGEFIELD a", "值")
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + text("果")
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"),
        ["p 果", "unpublished hidden: MERGEFIELD aIF 值"]),
    ])
  func fields(example: DOCXCase) { example.check() }

  @Test(
    "formulas are read in one line, or hold the item",
    arguments: [
      DOCXCase(
        "fraction, power and root",
        p(
          "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>a+b</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
        ),
        ["p 1/(a+b)x<sup>2</sup>"]),
      DOCXCase(
        "a matrix", p("<m:oMath><m:m><m:mr><m:e><m:r><m:t>1</m:t></m:r></m:e></m:mr></m:m></m:oMath>"),
        ["p 1", "ING-016 hold what=公式"]),
    ])
  func formulas(example: DOCXCase) { example.check() }

  @Test(
    "what no outlet can show holds the item and is named",
    arguments: [
      DOCXCase(
        "a chart",
        p(
          text("图")
            + "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id=\"x\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        ),
        ["p 图", "ING-016 hold what=图表"]),
      DOCXCase(
        "an embedded object",
        p(text("表") + "<w:r><w:object><v:shape/><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r>"),
        ["p 表", "ING-016 hold what=嵌入对象（Excel.Sheet.12）"]),
      DOCXCase(
        "another document inside", p(text("甲")) + "<w:altChunk r:id=\"x\"/>",
        ["p 甲", "ING-016 hold what=嵌入的其他文档（altChunk）"]),
      DOCXCase(
        "struck words", p("<w:r><w:rPr><w:strike/></w:rPr><w:t>作废</w:t></w:r>"), ["p 作废", "ING-016 hold what=带删除线的文字"]),
    ])
  func holds(example: DOCXCase) { example.check() }
}
