import Publication
import Testing

@testable import Ingest

@Suite("Layout of official documents")
struct LayoutTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    /// Each line with the first letter of its part: R red head, N number, M head mark, T title, A addressee, B body,
    /// S signature, D date, O note, C colophon.
    let lines: [(Character, String)]
    var title: String?
    var number: String?
    var issuers: [String] = []
    var date: String?
    /// `c` centred, `e` at the end, anything else natural; for DOCX-like documents.
    var name = "文稿.txt"
  }

  @Test(
    "a first sentence is the title only where it reads like one",
    arguments: [
      ("关于做好冬季供暖工作的通知。", true), ("全盟防汛工作会议召开。", true), ("草原那达慕开幕。", true), ("为做好冬季供暖工作，现将有关事项通知如下。", false),
      ("根据工作安排开展检查。", false), ("近日天气转冷。", false), ("会议强调，要压实责任。", false), ("我盟召开会议。", false), ("现将名单予以公布。", false),
      ("全盟各旗区各部门各单位要认真学习贯彻会议精神把各项任务落到实处。", false), ("今天下雪。明天放晴。", false),
    ])
  func sentenceTitles(_ sentence: String, _ isTitle: Bool) {
    let lines = [sentence, "各旗区各部门要压实责任、细化举措，确保群众温暖过冬。", "有关事项由办公室解释，请遵照执行。"]
    let blocks = lines.map { LaidOutBlock(.body, .paragraph([.text($0)], alignment: .natural)) }
    #expect((LayoutAnalysis(blocks, declaredTitle: nil).findings.title?.value == sentence) == isTitle)
  }

  static let body = "为做好有关工作，经研究决定，现将有关事项通知如下，请认真贯彻执行，并将落实情况及时报送，切实增强人民群众的获得感、幸福感、安全感。"
  static let mongolianTitle =
    "\u{182A}\u{1820}\u{1836}\u{1822}\u{182D}\u{1824}\u{182F}\u{1824}\u{182F}\u{1832}\u{1820} \u{1832}\u{1825}\u{182A}"
  static let mongolianBody =
    "\u{182C}\u{1821}\u{182F}\u{1821} \u{182A}\u{1821}\u{1837} \u{1825}\u{1822}\u{182F}\u{1821}\u{1830} \u{182C}\u{1823}\u{1830}\u{1822}\u{182D}\u{1824} \u{1828}\u{1821}\u{1836}\u{1822}\u{1832}\u{1821}\u{182F}\u{1821}\u{182A}\u{1821}\u{1803}"

  static let cases: [Case] = [
    Case(
      testDescription: "a whole notice with head marks, red head, signer, colophon and page number",
      lines: [
        ("M", "000001"), ("M", "特急"), ("R", "乌兰塔拉盟行政公署文件"), ("N", "乌署发〔2025〕12号　　签发人：敖云"), ("T", "关于做好防沙治沙工作的通知"),
        ("A", "各旗人民政府，盟直各部门："), ("B", body), ("B", "附件：1. 任务清单"), ("S", "乌兰塔拉盟行政公署"), ("D", "2025年7月11日"),
        ("O", "（此件公开发布）"),
        ("C", "抄送：盟委办公室，盟人大工委。"), ("C", "乌兰塔拉盟行政公署办公室　2025年7月11日印发"), ("C", "— 1 —"),
      ],
      title: "关于做好防沙治沙工作的通知", number: "乌署发〔2025〕12号", issuers: ["乌兰塔拉盟行政公署"], date: "2025-07-11"),
    Case(
      testDescription: "a joint document names each organ once",
      lines: [
        ("R", "乌兰塔拉盟民政局"), ("R", "乌兰塔拉盟财政局文件"), ("N", "乌民发〔2025〕3号"), ("T", "关于发放补助的通知"), ("B", body),
        ("S", "乌兰塔拉盟民政局　　乌兰塔拉盟财政局"),
        ("D", "2025年3月1日"), ("O", "（此件公开发布）"),
      ],
      title: "关于发放补助的通知", number: "乌民发〔2025〕3号", issuers: ["乌兰塔拉盟民政局", "乌兰塔拉盟财政局"], date: "2025-03-01"),
    Case(
      testDescription: "a letter has its organ's name alone as head",
      lines: [
        ("R", "乌兰塔拉盟民政局"), ("N", "乌民函〔2025〕3号"), ("T", "关于商请支持的函"), ("A", "盟财政局："), ("B", body), ("S", "乌兰塔拉盟民政局"),
        ("D", "二〇二五年三月一日"),
      ],
      title: "关于商请支持的函", number: "乌民函〔2025〕3号", issuers: ["乌兰塔拉盟民政局"], date: "2025-03-01"),
    Case(
      testDescription: "a web page has the number under the title",
      lines: [
        ("T", "乌兰塔拉盟行政公署办公室关于放假安排的通知"), ("N", "乌署办发〔2025〕84号"), ("A", "各旗人民政府："), ("B", body), ("D", "2025年9月25日"),
      ],
      title: "乌兰塔拉盟行政公署办公室关于放假安排的通知", number: "乌署办发〔2025〕84号", date: "2025-09-25"),
    Case(
      testDescription: "a title over two lines that its kind closes is one",
      lines: [
        ("R", "乌兰塔拉盟行政公署文件"), ("N", "乌署发〔2025〕1号"), ("T", "乌兰塔拉盟行政公署"), ("T", "关于印发防沙治沙实施方案的通知"), ("A", "各旗人民政府："),
        ("B", body),
      ],
      title: "乌兰塔拉盟行政公署关于印发防沙治沙实施方案的通知", number: "乌署发〔2025〕1号", issuers: ["乌兰塔拉盟行政公署"]),
    Case(
      testDescription: "an order has its number under 令",
      lines: [("R", "乌兰塔拉盟行政公署令"), ("N", "第5号"), ("B", body), ("D", "2025年7月11日")],
      title: "乌兰塔拉盟行政公署令第5号",
      number: "乌兰塔拉盟行政公署令第5号", issuers: ["乌兰塔拉盟行政公署"], date: "2025-07-11"),
    Case(
      testDescription: "a news item has its first line as title",
      lines: [("T", "阿尔善旗召开专题会议，研究部署草原生态保护工作"), ("B", body), ("B", body)], title: "阿尔善旗召开专题会议，研究部署草原生态保护工作"),
    Case(
      testDescription: "a text that begins with a sentence has no title", lines: [("B", body), ("B", body)]),
    Case(
      testDescription: "a text that begins with a numbered part has no title", lines: [("B", "一、总体要求"), ("B", body)]),
    Case(
      testDescription: "a number in a wrong form is the number",
      lines: [("R", "阿尔善旗民政局文件"), ("N", "阿民发[2019]228号"), ("T", "关于低保的公示"), ("B", body)],
      title: "关于低保的公示", number: "阿民发〔2019〕228号", issuers: ["阿尔善旗民政局"]),
    Case(
      testDescription: "a secrecy mark stands above the title", lines: [("M", "机密★5年"), ("T", "关于某事的报告"), ("B", body)],
      title: "关于某事的报告"),
    Case(
      testDescription: "signature and date in one line",
      lines: [("T", "公示"), ("B", body), ("D", "乌兰塔拉盟民政局　2025年3月27日"), ("O", "（联系电话：0483-8330000）")],
      title: "公示", issuers: ["乌兰塔拉盟民政局"], date: "2025-03-27"),
    Case(
      testDescription: "dates inside the body are no signature date",
      lines: [("T", "日程安排"), ("B", "一、活动时间"), ("B", "2025年3月27日"), ("B", body), ("S", "乌兰塔拉盟民政局"), ("D", "2025年4月1日")],
      title: "日程安排", issuers: ["乌兰塔拉盟民政局"], date: "2025-04-01"),
    Case(
      testDescription: "annexes after the note stay body, with dates and organs of their own",
      lines: [
        ("T", "关于印发名单的通知"), ("B", body), ("S", "乌兰塔拉盟民政局"), ("D", "2025年4月1日"), ("O", "（此件公开发布）"), ("B", "附件1"),
        ("B", "名单"),
        ("B", "乌兰塔拉盟财政局"), ("B", "2024年1月1日"),
      ],
      title: "关于印发名单的通知", issuers: ["乌兰塔拉盟民政局"], date: "2025-04-01"),
    Case(
      testDescription: "a Mongolian document has its first paragraph as title and may end with the Chinese number",
      lines: [
        ("T", mongolianTitle), ("B", mongolianBody), ("B", mongolianBody), ("N", "乌署办发〔2025〕84号"), ("O", "（此件公开发布）"),
      ],
      title: mongolianTitle, number: "乌署办发〔2025〕84号"),
    Case(
      testDescription: "a Mongolian number line is no title",
      lines: [
        ("R", mongolianTitle + " \u{182A}"), ("N", "\u{182A}\u{1822}\u{1834} \u{FE47}2022\u{FE48} 19"),
        ("T", mongolianTitle), ("B", mongolianBody),
      ],
      title: mongolianTitle),
    Case(
      testDescription: "a headline that ends like an organ is a title above red head and number",
      lines: [
        ("T", "阿尔善旗召开全旗经济工作会"), ("R", "阿尔善旗人民政府文件"), ("N", "阿政发〔2025〕7号"), ("B", body),
      ],
      title: "阿尔善旗召开全旗经济工作会", number: "阿政发〔2025〕7号", issuers: ["阿尔善旗人民政府"]),
    Case(
      testDescription: "a centred or Chinese date in an old form closes the text",
      lines: [("T", "公告"), ("B", body), ("S", "阿尔善旗人民政府"), ("D", "二\u{25CB}\u{25CB}七年六月五日"), ("C", "主题词：农业　公告")],
      title: "公告", issuers: ["阿尔善旗人民政府"], date: "2007-06-05"),
    Case(
      testDescription: "source and time under the title are body, an addressee is none in news",
      lines: [("T", "阿尔善旗召开会议"), ("B", "来源：旗政府办　发布时间：2025-03-01"), ("B", body)], title: "阿尔善旗召开会议"),
    Case(
      testDescription: "an order without a title goes by its number",
      lines: [
        ("R", "中华人民共和国国务院令"), ("N", "第711号"), ("B", "修订后的条例已经通过，现予公布。"), ("B", "总理　敖云"), ("D", "2019年4月3日"),
        ("B", "第一章　总则"), ("B", body),
      ],
      title: "中华人民共和国国务院令第711号", number: "中华人民共和国国务院令第711号", issuers: ["中华人民共和国国务院"],
      date: "2019-04-03"),
    Case(
      testDescription: "minutes have a number without a word",
      lines: [("T", "乌兰塔拉盟行政公署专题会议纪要"), ("N", "〔2025〕8号"), ("B", body)], title: "乌兰塔拉盟行政公署专题会议纪要"),
    Case(
      testDescription: "a Mongolian first paragraph is the title, with a full stop too",
      lines: [("T", mongolianBody), ("B", mongolianBody + mongolianBody)], title: mongolianBody),
    Case(
      testDescription: "a lone list of numbers is content",
      lines: [("T", "废止文件目录"), ("B", body), ("B", "乌署发〔2015〕1号"), ("B", "乌署发〔2015〕2号")], title: "废止文件目录"),
  ]

  static let letters: [LayoutRole: Character] = [
    .redHead: "R", .documentNumber: "N", .headMark: "M", .title: "T", .addressee: "A", .body: "B", .signature: "S",
    .date: "D", .note: "O", .colophon: "C",
  ]

  @Test("each line plays its part", arguments: cases)
  func parts(_ one: Case) throws {
    let text = one.lines.map { $0.1 }.joined(separator: "\n")
    let document = try #require(WholeFiles.read(text: text).document)
    let found = document.content.blocks.map { LayoutTests.letters[$0.role] ?? "?" }
    #expect(String(found) == String(one.lines.map { $0.0 }))
    #expect(document.headingTitle.map { Array($0.utf8) } == one.title.map { Array($0.utf8) })
    #expect(document.documentNumber?.value.description == one.number)
    #expect(document.issuers.map(\.value) == one.issuers)
    #expect(document.formedOn?.value.description == one.date)
  }

  @Test(
    "number and 公开属性 on one line are two parts of the head",
    arguments: [
      "乌署发〔2025〕1号\t公开属性：主动公开", "公开属性：主动公开　　　　乌署发〔2025〕1号", "乌署发〔2025〕1号 公开属性： 主动公开",
      "000001  乌署发〔2025〕1号    公开属性：主动公开",
    ])
  func numberBesideMark(_ line: String) throws {
    let ingested = WholeFiles.read(text: "\(line)\n关于做好接羔工作的通知\n各旗人民政府：\n\(LayoutTests.body)")
    let document = try #require(ingested.document)
    #expect(document.documentNumber?.value.description == "乌署发〔2025〕1号")
    #expect(document.title?.value == "关于做好接羔工作的通知")
    #expect(PlainText.of(document.publishedBlocks) == "各旗人民政府：\n\(LayoutTests.body)\n")
    #expect(ingested.codes(.hold) == [])
  }

  @Test("a sentence with a number in it stays whole")
  func numberInSentence() throws {
    let text = "关于废止文件的通知\n经研究，废止 乌署发〔2025〕1号 等文件。\n乌署发〔2025〕1号 已废止\n"
    let document = try #require(WholeFiles.read(text: text).document)
    #expect(document.documentNumber == nil)
    #expect(PlainText.of(document.publishedBlocks).contains("乌署发〔2025〕1号 已废止"))
  }

  @Test(
    "a table above the title is the head of the document: its number is found, and a title need not be centred",
    arguments: [
      ("<tr><td>乌署发〔2025〕1号</td><td>公开属性：主动公开</td></tr>", true),
      ("<tr><td>000001</td></tr><tr><td>乌署发〔2025〕1号</td><td>签发人：敖云</td></tr>", true),
      ("<tr><td>乌兰塔拉盟行政公署文件</td></tr><tr><td>乌署发〔2025〕1号&nbsp;&nbsp;公开属性：主动公开</td></tr>", true),
      ("<tr><td>索引号</td><td>11150000</td><td>发文字号：</td><td>乌署发〔2025〕1号</td></tr>", false),
      ("<tr><td>依据</td><td>乌署发〔2024〕9号</td></tr><tr><td>文 号</td><td>乌署发〔2025〕1号</td></tr>", false),
    ])
  func headTable(_ rows: String, _ isHead: Bool) throws {
    for style in ["", " style=\"text-align:center\""] {
      let html =
        "<html><body><table>\(rows)</table><p\(style)>关于做好接羔工作的通知</p><p>各旗人民政府：</p><p>\(LayoutTests.body)</p></body></html>"
      let document = try #require(WholeFiles.read(text: html, name: "通知.html").document)
      #expect(document.documentNumber?.value.description == "乌署发〔2025〕1号")
      #expect(document.documentNumber?.evidence.place == "正文第1段")
      #expect(document.title?.value == (isHead || !style.isEmpty ? "关于做好接羔工作的通知" : nil))
      guard document.title != nil else { continue }
      #expect(PlainText.of(document.publishedBlocks) == "各旗人民政府：\n\(LayoutTests.body)\n")
    }
  }

  @Test("a table of several numbers above a title names none, and one below it neither")
  func otherTables() throws {
    let rows = "<tr><td>乌署发〔2025〕1号</td></tr>"
    let more = rows + "<tr><td>乌署发〔2025〕2号</td></tr>"
    for html in [
      "<table>\(more)</table><h1>文件目录</h1><p>\(Self.body)</p>",
      "<h1>文件目录</h1><p>\(Self.body)</p><table>\(rows)</table>",
    ] {
      let document = try #require(WholeFiles.read(text: "<html><body>\(html)</body></html>", name: "目录.html").document)
      #expect(document.documentNumber == nil && document.title?.value == "文件目录")
    }
  }

  @Test("a Markdown heading said twice is one title")
  func repeatedTitle() throws {
    let text = "# 关于放假的通知\n\n# 关于放假的通知\n\n\(LayoutTests.body)\n\n## 一、时间\n\n\(LayoutTests.body)\n"
    let document = try #require(WholeFiles.read(text: text, name: "通知.md").document)
    #expect(document.content.blocks.map(\.role) == [.title, .title, .body, .body, .body])
  }

  @Test("signature, date and mark in one paragraph come apart")
  func forcedLines() throws {
    let html =
      "<html><body><h1>通知</h1><p>\(LayoutTests.body)</p><p>乌兰塔拉盟民政局<br>2025年3月27日<br>（此件公开发布）</p></body></html>"
    let document = try #require(WholeFiles.read(text: html, name: "通知.html").document)
    #expect(document.content.blocks.map(\.role) == [.title, .body, .signature, .date, .note])
  }

  @Test("a mark at the end of a paragraph is taken off it, not the paragraph with it")
  func trailingMark() throws {
    let text = "# 通知\n\n\(LayoutTests.body)\n\n乌兰塔拉盟民政局\n2025年3月27日\n**（此件公开发布）**\n"
    let document = try #require(WholeFiles.read(text: text, name: "通知.md").document)
    #expect(document.content.blocks.map(\.role) == [.title, .body, .signature, .date, .note])
    #expect(document.formedOn?.value.description == "2025-03-27")
    let plain = try #require(WholeFiles.read(text: "通知\n\(LayoutTests.body)\n请遵照执行。（此件公开发布）").document)
    #expect(PlainText.of(plain.publishedBlocks).hasSuffix("请遵照执行。\n"))
    #expect(plain.content.blocks.map(\.role) == [.title, .body, .body, .note])
  }

  @Test("a title that metadata spell over two lines of the text is both lines")
  func declaredTitle() throws {
    let text = "额尔和图开发区召开会议\n研究部署文旅融合发展工作\n\(LayoutTests.body)"
    let ingested = WholeFiles.read(text: text, sidecar: #"{"title":"额尔和图开发区召开会议 研究部署文旅融合发展工作"}"#)
    #expect(ingested.document?.content.blocks.map(\.role) == [.title, .title, .body])
  }

  @Test("metadata's title wins, and the text's own title line is still no body")
  func otherTitle() throws {
    let document = try #require(
      WholeFiles.read(text: "阿尔善旗召开会议\n\(LayoutTests.body)", sidecar: #"{"title":"会议召开"}"#).document)
    #expect(document.title?.value == "会议召开")
    #expect(document.title?.evidence.source == .sidecar)
    #expect(document.headingTitle == "阿尔善旗召开会议")
    #expect(document.content.blocks.map(\.role) == [.title, .body])
  }

  @Test("above the title a page shows its own things; the site's name is no part of the title")
  func page() throws {
    let html = """
      <html><head><title>关于印发方案的通知_乌兰塔拉盟政府网</title></head><body><div>首页 &gt; 通知</div>
      <table><tr><td>索引号</td><td>11150000MB1604391C/2025-03582</td></tr></table>
      <h1>乌兰塔拉盟行政公署<br>关于印发方案的通知</h1><p>\(LayoutTests.body)</p></body></html>
      """
    let document = try #require(WholeFiles.read(text: html, name: "通知.html").document)
    #expect(document.title?.value == "乌兰塔拉盟行政公署关于印发方案的通知")
    #expect(PlainText.of(document.publishedBlocks) == LayoutTests.body + "\n")
  }

  @Test("the only line of a text is its body where metadata have the title")
  func onlyLine() throws {
    let document = try #require(WholeFiles.read(text: "今日停水", sidecar: #"{"title":"停水通知"}"#).document)
    #expect(document.content.blocks.map(\.role) == [.body])
  }

  @Test("evidence tells the paragraph")
  func evidence() throws {
    let document = try #require(
      WholeFiles.read(text: "乌兰塔拉盟民政局文件\n乌民发〔2025〕3号\n关于发放补助的通知\n\(LayoutTests.body)").document)
    #expect(document.title?.evidence == Evidence(fact: "title", source: .text, value: "关于发放补助的通知", place: "正文第3段"))
    #expect(document.documentNumber?.evidence.place == "正文第2段")
    #expect(document.issuers.first?.evidence.place == "正文第1段")
  }

  @Test(
    "the language is the one with the clear majority of letters",
    arguments: [
      (body, ContentLanguage.chinese), (mongolianBody, .mongolian), (mongolianBody + "（公开）", .mongolian),
      (body + mongolianTitle, .chinese), (String(repeating: "\u{E26B}\u{E270}\u{E2B5} ", count: 30), .mongolian),
    ])
  func language(_ text: String, _ language: ContentLanguage) throws {
    let document = try #require(WholeFiles.read(text: "2025\n\(text)").document)
    #expect(document.language?.value == language)
  }

  @Test("without a clear majority the item is held, unless it says what it mostly is")
  func mixed() {
    let even = "标题\n\(LayoutTests.body)\n" + String(repeating: LayoutTests.mongolianBody + "\n", count: 5)
    #expect(WholeFiles.read(text: even).codes(.hold) == [.languageUnknown])
    #expect(WholeFiles.read(text: even, sidecar: #"{"lang":"mn"}"#).codes(.hold) == [.languageUnknown])
    #expect(WholeFiles.read(text: "Title\nOnly English here.").codes(.hold) == [.languageUnknown])
  }

  @Test("a title without a body is nothing to publish, a body without a title is held for one")
  func missingParts() {
    #expect(WholeFiles.read(text: "关于放假的通知").codes(.hold) == [.nothingToPublish])
    #expect(WholeFiles.read(text: LayoutTests.body).codes(.hold) == [.titleMissing])
    #expect(WholeFiles.read(text: "\n \n\u{FEFF}").codes(.hold).contains(.nothingToPublish))
  }
}
