import Foundation
import Publication
import Testing

@testable import Pipeline

@Suite("A bilingual document from the inbox to both sites")
struct BilingualWalkTests {
  static let title = "关于开展春季草原防火工作的通知"
  static let chinese = "各苏木镇要落实防火责任，加强巡查值守，确保群众生命财产安全。"
  static let mongolianTitle = "\u{1828}\u{1824}\u{1832}\u{1824}\u{182D} \u{182A}\u{1822}\u{1834}\u{1822}\u{182D}"
  static let mongolian =
    "\u{182E}\u{1823}\u{1829}\u{182D}\u{1823}\u{182F}\u{202F}\u{1824}\u{1828} \u{182A}\u{1820}\u{1836}\u{1822}\u{182D}\u{1824}\u{182F}\u{1824}\u{182D}\u{180E}\u{1820} \u{182A}\u{1822}\u{1834}\u{1822}\u{182D} \u{182C}\u{1821}\u{182F}\u{1821} \u{182E}\u{1823}\u{1829}\u{182D}\u{1823}\u{182F}\u{1803}"

  static func page(_ more: [[String]] = [], mark: String = "（此件公开发布）", number: String = "乌办发〔2025〕7号") -> String {
    let rows = [["汉文", "蒙古文"], [title, mongolianTitle], [chinese, mongolian]] + more
    let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
    let table = ([lines[0], "|---|---|"] + lines.dropFirst()).joined(separator: "\n")
    return [number, table, mark].joined(separator: "\n\n") + "\n"
  }

  /// How many payloads wait for both sites and both accounts.
  static func sent(_ office: Office) throws -> [Int] {
    try ["site-zh", "site-mn", "wechat-zh", "wechat-mn"].map { try office.pending($0).count }
  }

  @Test("each site gets its language and nothing of the other, as one item that is counted once a site")
  func both() throws {
    let office = try Office()
    try office.drop("防火.md", Self.page())
    let summary = try office.run()
    #expect(summary.published == 1)
    let (zh, mn) = (try office.pending("site-zh"), try office.pending("site-mn"))
    let (chinese, mongolian) = (try #require(zh.first), try #require(mn.first))
    #expect(zh.count == 1 && mn.count == 1)
    #expect(chinese["lang"]?.text == "zh" && mongolian["lang"]?.text == "mn")
    #expect(chinese["title"]?.text == Self.title)
    #expect(chinese["itemID"] == mongolian["itemID"] && chinese["payloadID"] != mongolian["payloadID"])
    #expect(chinese["pair"]?.text != nil && chinese["pair"] == mongolian["pair"])
    let (zhText, mnText) = (chinese["text"]?.text ?? "", mongolian["text"]?.text ?? "")
    #expect(zhText == Self.chinese + "\n")
    #expect(!zhText.unicodeScalars.contains { (0x1800...0x18AA).contains($0.value) })
    #expect(!mnText.isEmpty && !mnText.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(try office.engine.verify() == [])
    #expect(try office.list(.queued).count == 2)
    // Nothing changes when it is dropped again, and nothing is doubled when it is corrected.
    try office.drop("防火.md", Self.page())
    #expect(try office.run().duplicates == 1)
    try office.drop("防火.md", Self.page([["另行通知。", Self.mongolian]]))
    try office.run()
    #expect(try office.list(.held).map(\.codes) == [[.revision]])
    #expect(try Self.sent(office) == [1, 1, 0, 0])
  }

  @Test("withdrawn and held it is as one")
  func stopped() throws {
    let office = try Office()
    try office.drop("防火.md", Self.page())
    try office.run()
    let item = try #require(try office.list(.queued).first?.id)
    _ = try office.engine.withdraw(item, reason: "测试", by: "李某")
    #expect(try Self.sent(office) == [0, 0, 0, 0])
  }

  @Test("a document in one of the languages with its number is the same content, not another publication")
  func number() throws {
    let office = try Office()
    try office.drop("防火.md", Self.page())
    try office.run()
    try office.drop("另一份.md", "# \(Self.title)再发\n\n乌办发〔2025〕7号\n\n\(Self.chinese)\n\n（此件公开发布）\n")
    try office.run()
    #expect(try office.list(.held).map(\.codes) == [[.revision]])
    #expect(try office.pending("site-zh").count == 1)
  }

  @Test(
    "what is found in one half closes both",
    arguments: [
      "身份证号 11010519491231002X", "机密★5年", "公开属性：不予公开",
    ])
  func closed(_ words: String) throws {
    let office = try Office()
    try office.drop("防火.md", Self.page([[words, Self.mongolian]]))
    try office.run()
    #expect(try Self.sent(office) == [0, 0, 0, 0])
  }

  @Test("an outlet list decides which half goes where")
  func outlets() throws {
    let office = try Office()
    try office.drop("防火.md", Self.page(), sidecar: #"{"outlets":["site-zh","wechat-mn"],"attribute":"主动公开"}"#)
    try office.run()
    #expect(try Self.sent(office) == [1, 0, 0, 1])
  }
}
