import Ingest
import Publication
import Testing

@Suite("Metadata of several sources")
struct MetadataTests {
  static let text = "阿尔善旗召开专题会议\n\(LayoutTests.body)\n（此件公开发布）"

  /// What a sidecar alone brings about.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let sidecar: String
    let codes: [Code]
    var severity = Diagnostic.Severity.hold
  }

  static let cases: [Case] = [
    Case(
      testDescription: "everything in order",
      sidecar: #"{"title":"甲","date":"2025-07-11","lang":"zh-CN","outlets":["site-zh"],"attribute":"主动公开"}"#, codes: []),
    Case(
      testDescription: "Chinese names",
      sidecar: #"{"标题":"甲","发布日期":"2025-07-11","语言":"zh","发布渠道":["site-zh","wechat-zh"]}"#, codes: []),
    Case(
      testDescription: "null and empty texts say nothing", sidecar: #"{"title":"","docno":"","pair":null}"#, codes: []),
    Case(testDescription: "no JSON", sidecar: "{title: 甲}", codes: [.sidecarUnreadable]),
    Case(testDescription: "a list instead of an object", sidecar: "[1]", codes: [.sidecarUnreadable]),
    Case(
      testDescription: "a key twice", sidecar: #"{"date":"2025-07-11","date":"2025-07-12"}"#, codes: [.duplicateKey]),
    Case(
      testDescription: "a key under two of its names", sidecar: #"{"date":"2025-07-11","发布日期":"2025-07-11"}"#,
      codes: [.duplicateKey]),
    Case(testDescription: "a date that isn't ISO 8601", sidecar: #"{"date":"2025年7月11日"}"#, codes: [.badValue]),
    Case(testDescription: "a date that doesn't exist", sidecar: #"{"date":"2025-02-30"}"#, codes: [.badValue]),
    Case(testDescription: "a date over a year ahead", sidecar: #"{"date":"2026-12-28"}"#, codes: [.dateTooFar]),
    Case(testDescription: "a date a year ahead to the day", sidecar: #"{"date":"2026-12-26"}"#, codes: []),
    Case(testDescription: "a language that isn't ours", sidecar: #"{"lang":"en"}"#, codes: [.badValue]),
    Case(testDescription: "an unknown outlet", sidecar: #"{"outlets":["site-zh","weibo"]}"#, codes: [.unknownOutlet]),
    Case(testDescription: "an empty list of outlets", sidecar: #"{"outlets":[]}"#, codes: [.badValue]),
    Case(testDescription: "one outlet as a text", sidecar: #"{"outlets":"site-zh"}"#, codes: []),
    Case(testDescription: "a title with parts", sidecar: #"{"title":{"zh":"甲"}}"#, codes: [.badValue]),
    Case(testDescription: "two titles", sidecar: #"{"title":["甲","乙"]}"#, codes: [.badValue]),
    Case(testDescription: "a number that is none", sidecar: #"{"docno":"第五号文"}"#, codes: [.badValue]),
    Case(testDescription: "a number of a year to come", sidecar: #"{"docno":"乌民发〔2052〕3号"}"#, codes: [.badValue]),
    Case(testDescription: "a placeholder for a number", sidecar: #"{"docno":"乌民发〔2025〕×号"}"#, codes: [.draftWording]),
    Case(
      testDescription: "a number in a wrong form", sidecar: #"{"docno":"乌民发[2025]3号"}"#, codes: [.documentNumberDefect],
      severity: .warning),
    Case(testDescription: "an unknown key", sidecar: #"{"tilte":"甲"}"#, codes: [.unknownKey], severity: .warning),
    Case(testDescription: "a cover outside the bundle", sidecar: #"{"cover":"../a.png"}"#, codes: [.fileNameNotPlain]),
    Case(testDescription: "an absolute path", sidecar: #"{"attachments":["/etc/passwd"]}"#, codes: [.fileNameNotPlain]),
    Case(testDescription: "a link", sidecar: #"{"cover":"https://example.org/a.png"}"#, codes: [.fileNameNotPlain]),
    Case(
      testDescription: "an attachment that isn't there", sidecar: #"{"attachments":["表.docx"]}"#, codes: [.fileMissing]),
    Case(testDescription: "another language than the text's", sidecar: #"{"lang":"mn"}"#, codes: [.metadataConflict]),
  ]

  @Test("the desk is told what is wrong with a sidecar, and nothing else", arguments: cases)
  func sidecar(_ one: Case) {
    let ingested = WholeFiles.read(text: MetadataTests.text, sidecar: one.sidecar)
    #expect(ingested.codes(one.severity) == one.codes, "\(ingested.diagnostics)")
    if one.severity == .warning { #expect(ingested.isFree) }
  }

  @Test(
    "an unknown key is answered with the nearest known one",
    arguments: [("tilte", "title"), ("发布日其", "发布日期"), ("Outlets", "outlets"), ("公开属姓", "公开属性")])
  func suggestion(_ key: String, _ known: String) {
    let diagnostics = WholeFiles.read(text: MetadataTests.text, sidecar: #"{"\#(key)":"甲"}"#).diagnostics
    #expect(diagnostics.first?.details["suggestion"] == known)
  }

  /// Front matter against sidecar.
  static let pairs: [(key: String, front: String, sidecar: String, agree: Bool)] = [
    ("outlets", "[site-zh, wechat-zh]", #"["wechat-zh","site-zh"]"#, true),
    ("outlets", "[site-zh]", #"["site-zh","wechat-zh"]"#, false),
    ("lang", "zh", #""zh-Hans-CN""#, true), ("date", "2025-07-11", #""2025-07-11T08:00:00+08:00""#, true),
    ("date", "2025-07-11", #""2025-07-12""#, false),
    ("docno", "乌民发[2025]03号", #""乌民发〔2025〕3号""#, true), ("docno", "乌民发〔2025〕4号", #""乌民发〔2025〕3号""#, false),
    ("docno", "国令第711号", #""中华人民共和国国务院令第711号""#, true), ("pair", "P1", #""P1 ""#, true),
    ("pair", "P1", #""P2""#, false), ("title", "甲", #""乙""#, true),
    ("category", "甲", #""乙""#, true),
  ]

  @Test("sources that must agree are compared by meaning, of the others the sidecar wins", arguments: pairs)
  func agreement(_ key: String, _ front: String, _ sidecar: String, _ agree: Bool) {
    let text = "---\n\(key): \(front.hasPrefix("[s") ? front : "\"\(front)\"")\n---\n\n" + MetadataTests.text
    let ingested = WholeFiles.read(text: text, sidecar: #"{"\#(key)":\#(sidecar)}"#)
    #expect(ingested.codes(.hold) == (agree ? [] : [.metadataConflict]), "\(ingested.diagnostics)")
    if key == "category" { #expect(ingested.document?.metadata[.category] == "乙") }
    if key == "title" { #expect(ingested.document?.title?.value == "乙") }
    #expect(ingested.declarations.filter { $0.key.rawValue == key }.count == 2)
  }

  @Test("the number in the text counts as a source, its heading and signature date do not")
  func textAsSource() {
    let text = "乌兰塔拉盟民政局文件\n乌民发〔2025〕3号\n关于发放补助的通知\n\(LayoutTests.body)\n乌兰塔拉盟民政局\n2025年3月1日\n"
    let same = WholeFiles.read(text: text, sidecar: #"{"docno":"乌民发[2025]3号","title":"发放补助","date":"2025-04-01"}"#)
    #expect(same.isFree)
    #expect(same.document?.documentNumber?.evidence.source == .sidecar)
    #expect(same.document?.metadata.values[.docno] == ["乌民发〔2025〕3号"])
    let other = WholeFiles.read(text: text, sidecar: #"{"docno":"乌民发〔2025〕4号"}"#)
    #expect(other.codes(.hold) == [.metadataConflict])
  }

  @Test("merged metadata have outlets, date and pair apart, formedOn and issuer beside the text's")
  func merged() throws {
    let sidecar =
      #"{"outlets":["site-zh"],"date":"2025-07-11","pair":"P1","成文日期":"2025年7月1日","发布机构":"乌兰塔拉盟民政局、乌兰塔拉盟财政局","keywords":["甲","乙"]}"#
    let document = try #require(WholeFiles.read(text: MetadataTests.text, sidecar: sidecar).document)
    #expect(document.metadata.outlets == [OutletID("site-zh")])
    #expect(document.metadata.date == CivilDate(iso: "2025-07-11"))
    #expect(document.metadata.pair == "P1")
    #expect(document.metadata.values[.keywords] == ["甲", "乙"])
    #expect(document.formedOn?.value == CivilDate(iso: "2025-07-01"))
    #expect(document.issuers.map(\.value) == ["乌兰塔拉盟民政局", "乌兰塔拉盟财政局"])
  }

  @Test("two values of one attribute key both reach the gate")
  func bothAttributes() {
    let sidecar = #"{"attribute":"主动公开","公开属性":"不予公开"}"#
    let ingested = WholeFiles.read(text: MetadataTests.text, sidecar: sidecar)
    #expect(ingested.declarations.filter { $0.key == .attribute }.flatMap(\.values) == ["主动公开", "不予公开"])
  }

  @Test("a sidecar that can't be read is shown to the gate as it stands")
  func unreadableSidecar() {
    let ingested = WholeFiles.read(text: MetadataTests.text, sidecar: #"{"attribute":"不予公开""#)
    #expect(ingested.fileTexts.contains { $0.text.contains("不予公开") })
    #expect(ingested.document?.content.unpublished.contains { $0.text.contains("不予公开") } == true)
  }

  @Test("a sidecar of thousands of unknown keys brings a few warnings, one over a megabyte is refused")
  func hugeSidecar() {
    let many = (0..<2000).map { #""unknown\#($0)":1"# }.joined(separator: ",")
    let ingested = WholeFiles.read(text: MetadataTests.text, sidecar: "{\(many)}")
    #expect(ingested.codes(.warning).count == 20)
    let huge = "{\"title\":\"" + String(repeating: "a", count: 1 << 20) + "\"}"
    #expect(WholeFiles.read(text: MetadataTests.text, sidecar: huge).codes(.hold) == [.sidecarUnreadable])
  }

  @Test("a title that is too long is told with its figures")
  func longTitle() {
    let title = String(repeating: "长", count: 301)
    let ingested = WholeFiles.read(text: MetadataTests.text, sidecar: #"{"title":"\#(title)"}"#)
    #expect(ingested.codes(.hold) == [.tooLarge])
    #expect(ingested.diagnostics.first?.details["used"] == "301 字")
  }
}
