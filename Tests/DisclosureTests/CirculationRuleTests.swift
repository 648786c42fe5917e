import Publication
import TestSupport
import Testing

@testable import Disclosure

@Suite("Marks that limit circulation")
struct CirculationRuleTests {
  private let gate = Gate(policy: GatePolicy(officeContacts: []))

  @Test(
    "words that limit who may read a document stop it, whatever its attribute",
    arguments: [
      "（此件发至县团级）", "此件发至县、团级", "(发至各旗县级)", "（此件传达至全体党员）", "此件阅读至县处级以上领导干部。", "本文件发至各苏木镇", "（此件只发盟直机关）",
      "公开范围：本单位内部", "公开范围： 机关内部", "发布范围：仅限局机关", "传阅范围：局领导", "发送范围：各旗区", "知悉范围：专班成员", "传达范围：党支部", "公开范围　本局",
      "机要文件", "机要", "机要件·特急", "【机要】", "仅供内部使用", "内部使用", "（内部使用）", "供内部使用", "内部参阅", "内参", "党内文件",
      "不得公开", "（不得公开）", "此件不得对外公开", "不宜公开。", "请勿外传", "请勿外传！", "严禁转载", "严禁外传", "（严禁转载）", "本资料不得转发、外传",
      "不得擅自对外公布", "谢绝转载", "不上网、不登报", "非公开", "阅后即焚", "阅后销毁", "会后收回", "阅后请立即销毁", "（会后清退）", "用后收回，不得外传",
      "不得翻印", "不准翻印", "不得复印、转发", "不得在互联网发布", "严禁在互联网传播",
      "供领导参阅", "仅供盟委领导参阅", "仅限与会人员使用", "限本单位使用", "只限机关干部阅读", "关于部署工作的通知（供领导参阅）",
      "CONFIDENTIAL", "Confidential", "STRICTLY CONFIDENTIAL", "TOP SECRET", "Secret", "INTERNAL ONLY",
      "Internal Use Only", "FOR OFFICIAL USE ONLY",
      "ＣＯＮＦＩＤＥＮＴＩＡＬ", "* * CONFIDENTIAL * *", "DO NOT DISTRIBUTE", "通知（CONFIDENTIAL）", "SECRET 2025",
      "R E S T R I C T E D",
      "關於通知（閱後收回）", "嚴禁轉載", "此件發至縣團級",
    ])
  func marks(_ line: String) {
    let document = DocumentBuilder.document(["关于供暖工作的通知", "各旗区：", line, "按期完成。", "（此件公开发布）"])
    let judgement = gate.judge(document, ingest: [], inheritance: nil)
    let isRestricted = judgement.isRestricted
    #expect(isRestricted)
    #expect(judgement.diagnostics.contains { $0.code == .secrecyMark })
  }

  @Test(
    "a sentence that speaks of such things is none",
    arguments: [
      "请于7月10日前将材料发至邮箱 bgs@als.gov.cn。", "（发至邮箱：bgs@als.gov.cn）", "请将汇总表发至县级联系人。", "此件公开发布，发至各旗区政府网站。",
      "通知发至各级各部门后，要抓好落实。",
      "公开范围：面向社会公开", "公开范围：全社会", "公开范围包括机构职能、政策文件等。", "（一）公开范围", "依法确定公开范围：除涉及国家秘密外，本机关的政府信息均向社会公开。", "发布范围：门户网站、微信公众号",
      "严格控制知悉范围，做好保密工作。", "任何单位和个人不得公开举报人信息。", "不得泄露国家秘密、工作秘密和商业秘密。", "未经许可不得转载本网原创稿件。", "（三）严禁泄露",
      "1. 不得传播谣言", "严禁公款吃喝", "禁止转载虚假信息，违者追究责任。", "会议材料会后收回，由办公室统一保管。", "阅后请将意见反馈至办公室。", "阅读后请填写问卷。",
      "供参考", "仅供参考", "仅供学习交流使用", "翻印出版物应当经过批准。", "请携带身份证复印件。", "限期整改", "限高2.5米", "供水供电供热单位要做好保障。", "供各单位参考执行。", "限本人使用",
      "内部控制", "内部审计", "加强内部管理",
      "参与党内法规学习",
      "机要局负责传递工作。", "做好机要文件管理工作。", "机要交通", "会议报道", "登报声明", "上网电价", "Windows 11 Internal Storage", "secret santa",
      "The committee kept the matter confidential.", "SECRET GARDEN 花园", "INTERNATIONAL", "Internet Explorer",
      "CCTV NEWS", "Restricted area signs are put up by the city.",
      "（此件公开发布，可转载）", "欢迎转载", "不公开", "不予公开的情形",
    ])
  func ordinary(_ line: String) {
    let document = DocumentBuilder.document(["关于供暖工作的通知", "各旗区：", line, "按期完成。", "（此件公开发布）"])
    let judgement = gate.judge(document, ingest: [], inheritance: nil)
    #expect(!judgement.diagnostics.contains { $0.code == .secrecyMark }, "\(judgement.evidence)")
  }

  @Test(
    "names, headers and properties are read for them too",
    arguments: [
      UnpublishedText(.header, "阿拉善盟内部简报 第5期"), UnpublishedText(.header, "CONFIDENTIAL - 某局"),
      UnpublishedText(.footer, "Internal Use Only"), UnpublishedText(.property, "Confidential"),
      UnpublishedText(.fileName, "通知-CONFIDENTIAL.docx"), UnpublishedText(.fileName, "通知（内部使用）.docx"),
      UnpublishedText(.comment, "阅后销毁"), UnpublishedText(.hidden, "不得外传"), UnpublishedText(.deleted, "传阅范围：局领导"),
      UnpublishedText(.alternative, "INTERNAL ONLY"),
    ])
  func unpublished(_ text: UnpublishedText) {
    let document = DocumentBuilder.document(["关于供暖工作的通知", "按期完成。", "（此件公开发布）"], unpublished: [text])
    #expect(gate.judge(document, ingest: [], inheritance: nil).isRestricted)
  }

  @Test("a title that is a file name or a property is no mark")
  func namesOfOrdinaryDocuments() {
    for name in ["关于严禁转载虚假信息的通知.docx", "内部审计工作规定.docx", "Internal audit report.docx", "机要局简介.txt", "限期整改通知.txt"] {
      let document = DocumentBuilder.document(
        ["关于供暖工作的通知", "按期完成。", "（此件公开发布）"], name: name,
        unpublished: [UnpublishedText(.property, name)])
      #expect(gate.judge(document, ingest: [], inheritance: nil).isCleared, "\(name)")
    }
  }

  @Test("in a table the range stands in the cell beside its name; what is forbidden in a list is no mark")
  func cells() {
    func cell(_ text: String) -> TableCell { TableCell([.paragraph([.text(text)], alignment: .natural)]) }
    func judgement(_ row: [String]) -> Judgement {
      let mark = LaidOutBlock(.note, .paragraph([.text("（此件公开发布）")], alignment: .natural))
      return gate.judge(
        DocumentBuilder.document(blocks: [LaidOutBlock(.body, .table([row.map(cell)])), mark]), ingest: [],
        inheritance: nil)
    }
    #expect(judgement(["公开范围", "本单位内部"]).isRestricted)
    #expect(judgement(["传阅范围：", "局领导"]).isRestricted)
    #expect(!judgement(["公开范围", "社会公众"]).isRestricted)
    #expect(!judgement(["不得转载", "不得公开"]).isRestricted)
    #expect(!judgement(["备注", "不公开"]).isRestricted)
  }
}
