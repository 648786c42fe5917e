import Publication
import TestSupport
import Testing

@testable import Disclosure

@Suite("Secrecy and internal marks")
struct SecrecyRuleTests {
  @Test(
    "a secrecy mark sends even an open document to the restricted folder",
    arguments: [
      "机密", "机　密", "绝 密", "秘密", "機密", "絕密", "祕密", "【机密】", "（秘密）", "机密★1年", "秘密★长期", "绝密★", "机密☆5年", "机密*5年", "秘密★ 10 年",
      "000012　　机密★1年", "秘密　特急", "特急　机密", "密级：秘密", "密级：机密★5年", "密级：内部", "密 级： 机 密", "密级和保密期限：秘密10年", "保密期限：10年", "机密级",
      "内部资料", "内部资料　注意保存", "内部资料，不得外传", "（内部文件）", "内部参考", "工作秘密", "密件", "注意保存", "本文件属于工作秘密，请妥善保管。", "仅供内部使用",
      "关于部署重点工作的通知（机密）", "份号：000012 秘密", "文件里写着机密★1年的字样", "機 密 ★ １ 年", "机\u{200B}密★1年", "警务秘密", "核心商密★10年", "普通商密",
      "注意保密", "本文件属国家秘密，注意保密", "敏感信息，不得外传",
      "限内部发行", "（密）", "定密责任人：张某", "请注意（内部资料，注意保存）",
    ])
  func marks(_ line: String) {
    let document = DocumentBuilder.document(["关于供暖工作的通知", "各旗区：", line, "按期完成。", "（此件公开发布）"])
    let judgement = Gate(policy: GatePolicy(officeContacts: [])).judge(document, ingest: [], inheritance: nil)
    #expect(judgement.isRestricted)
    #expect(judgement.diagnostics.contains { $0.code == .secrecyMark && $0.severity == .restrict })
    #expect(judgement.evidence.contains { $0.fact == "secrecy" })
  }

  @Test(
    "an ordinary word is no mark",
    arguments: [
      "商业秘密", "国家秘密", "保守秘密", "秘密投票", "涉密", "保密", "保守国家秘密，人人有责。", "机密级别的说明", "选举采用无记名投票、秘密写票的方式。",
      "绝密、机密、秘密三级的具体范围", "国家秘密的密级分为绝密、机密、秘密三级。", "学习《保守国家秘密法》", "密级：无", "密级：非涉密", "密级：公开", "密级：", "司机密切配合",
      "内部资料汇编工作会议", "加强内部文件管理", "不得外传播谣言", "保密期限届满的，自行解密。", "《秘密》", "保护工作秘密和商业秘密", "内部",
      "定密责任人应当参加培训。", "定密责任人：无", "稀、密", "企业的商业秘密、核心商密受法律保护。", "做好警务秘密管理工作。",
      "要严格遵守纪律，会议材料不得外传，违者追责。", "机密级、秘密级计算机的管理要求如下：", "森林的秘密花园",
    ])
  func ordinaryWords(_ line: String) {
    let document = DocumentBuilder.document(["关于保密宣传月活动的通知", line, "按期完成。", "（此件公开发布）"])
    #expect(Gate(policy: GatePolicy(officeContacts: [])).judge(document, ingest: [], inheritance: nil).isCleared)
  }

  @Test(
    "what isn't published is read for marks too",
    arguments: [
      UnpublishedText(.header, "机密★1年"), UnpublishedText(.header, "某局内部资料"), UnpublishedText(.footer, "秘密"),
      UnpublishedText(.hidden, "机密"), UnpublishedText(.deleted, "秘密★10年"), UnpublishedText(.comment, "绝密"),
      UnpublishedText(.property, "机密"), UnpublishedText(.property, "关键词: 机密"),
      UnpublishedText(.fileName, "通知（机密）.docx"),
    ])
  func unpublished(_ text: UnpublishedText) {
    let document = DocumentBuilder.document(["关于供暖工作的通知", "按期完成。", "（此件公开发布）"], unpublished: [text])
    #expect(Gate(policy: GatePolicy(officeContacts: [])).judge(document, ingest: [], inheritance: nil).isRestricted)
  }

  @Test(
    "a file name is read for marks",
    arguments: [
      ("（机密）通知.docx", true), ("秘密★1年 方案.txt", true), ("内部资料-方案.txt", true), ("商业秘密保护方案.txt", false),
      ("保密法学习.txt", false), ("通知【内部】.txt", true), ("附件1（内部）.docx", true), ("行动预案绝密.docx", true), ("人员机密文件.txt", true),
      ("工作秘密管理办法.txt", false), ("内部资料性出版物管理办法.docx", false), ("国家机密.txt", false), ("内部控制.txt", false),
    ])
  func fileNames(_ name: String, _ isMark: Bool) {
    let document = DocumentBuilder.document(["关于供暖工作的通知", "按期完成。", "（此件公开发布）"], name: name)
    #expect(
      Gate(policy: GatePolicy(officeContacts: [])).judge(document, ingest: [], inheritance: nil).isRestricted == isMark)
  }

  @Test("内部 above the title is a mark, below it a heading")
  func innerFirst() {
    func judgement(_ lines: [String]) -> Judgement {
      Gate(policy: GatePolicy(officeContacts: [])).judge(
        DocumentBuilder.document(lines + ["（此件公开发布）"]), ingest: [], inheritance: nil)
    }
    #expect(judgement(["内部", "关于供暖工作的通知", "按期完成。"]).isRestricted)
    #expect(judgement(["关于供暖工作的通知", "内部", "按期完成。"]).isCleared)
  }

  @Test("a level is found in the cell beside 密级, one character a cell, and in an attachment")
  func placesOfLevels() {
    func cell(_ text: String) -> TableCell { TableCell([.paragraph([.text(text)], alignment: .natural)]) }
    let mark = LaidOutBlock(.note, .paragraph([.text("（此件公开发布）")], alignment: .natural))
    for row in [["密级", "机密"], ["密级", "秘 密"], ["机", "密"], ["绝", "密", "★"]] {
      let document = DocumentBuilder.document(blocks: [LaidOutBlock(.body, .table([row.map(cell)])), mark])
      #expect(
        Gate(policy: GatePolicy(officeContacts: [])).judge(document, ingest: [], inheritance: nil).isRestricted,
        "\(row)")
    }
    let attached = DocumentBuilder.document(
      ["标题", "（此件公开发布）"], attachments: [DocumentBuilder.attachment(["机密★1年", "清单"])])
    #expect(Gate(policy: GatePolicy(officeContacts: [])).judge(attached, ingest: [], inheritance: nil).isRestricted)
  }

  @Test("a draft is published with a warning")
  func drafts() {
    let title = DocumentBuilder.document(["管理办法（征求意见稿）", "内容。", "（此件公开发布）"])
    let judgement = Gate(policy: GatePolicy(officeContacts: [])).judge(title, ingest: [], inheritance: nil)
    #expect(judgement.isCleared)
    #expect(judgement.diagnostics.map(\.code) == [.draftWording])
    let body = DocumentBuilder.document(["通知", "会议讨论了办法的征求意见稿和送审稿，提出修改意见。", "（此件公开发布）"])
    #expect(Gate(policy: GatePolicy(officeContacts: [])).judge(body, ingest: [], inheritance: nil).diagnostics.isEmpty)
  }
}
