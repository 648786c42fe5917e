import Publication
import Testing

@Suite("Words of codes")
struct CodeTextTests {
  @Test("a detail that isn't known leaves neither an empty bracket nor a colon")
  func gaps() {
    #expect(Code.attributeConflict.text().message == "信息公开属性前后不一致。")
    #expect(Code.attributeConflict.text(in: .english).message == "The sources disagree on the disclosure attribute.")
    #expect(Code.secrecyMark.text(details: ["place": ""]).message == "文稿带有国家秘密、内部资料或限制传阅的标志：按受限文件处理。")
    #expect(
      Code.secrecyMark.text(in: .english).message
        == "The document carries a secrecy mark, or one that limits circulation: treated as restricted.")
    #expect(Code.personalNumber.text(details: ["place": "正文第3段"]).message == "含有个人信息（正文第3段）。")
    #expect(Code.personalNumber.text().message == "含有个人信息。")
    let details = ["kind": "手机号码", "place": "正文第3段", "masked": "138****5678"]
    #expect(Code.personalNumber.text(details: details).message == "含有个人信息（手机号码，正文第3段：138****5678）。")
  }

  @Test(
    "places are told by the Chinese names of sources and keys",
    arguments: [
      ("sidecar:date", "元数据文件“发布日期”"), ("附件1：sidecar:公开属性", "附件1：元数据文件“公开属性”"), ("sidecar", "元数据文件"),
      ("sidecar:信息公开选项", "元数据文件“信息公开选项”"), ("meta:keywords", "网页的 meta“关键词”"), ("outlets", "发布渠道"),
      ("文首元数据第 3 行", "文首元数据第 3 行"), ("正文第3段", "正文第3段"), ("Sheet1：A3", "Sheet1：A3"), ("http://x", "http://x"),
    ])
  func places(_ place: String, _ words: String) { #expect(PlaceWords.shown(place) == words) }

  @Test("values stand as they were written, beside places in Chinese")
  func values() {
    let values = "sidecar:attribute：不予公开；正文第9段：主动公开"
    #expect(
      Diagnostic(.attributeConflict, .hold, details: ["values": values]).text().message
        == "信息公开属性前后不一致：元数据文件“公开属性”：不予公开；正文第9段：主动公开。")
    #expect(PlaceWords.shown(values: "元数据文件：date；正文：title") == "元数据文件：date；正文：title")
    let diagnostic = Diagnostic(.badValue, .hold, place: "sidecar:date", details: ["key": "date", "value": "date"])
    #expect(diagnostic.text().message == "元数据“发布日期”的值“date”无法识别（元数据文件“发布日期”）。")
  }

  @Test("reports, registers and the configuration keep the names of their own keys")
  func otherKeys() {
    #expect(Code.reportKeyUnknown.text(details: ["key": "title"]).message.contains("“title”"))
    #expect(Code.unknownKey.text(details: ["key": "titel"]).message.contains("“titel”"))
  }
}
