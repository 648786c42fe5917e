public import Publication

extension Application {
  static let columns: [RegisterColumn] = [
    .number,
    .choice("applicantKind", "申请人类别", ApplicantKind.self, "年度报告表三的六列").required,
    .text("applicant", "申请人", most: 100, "姓名或单位名称；只存在登记簿里，用来合并计费和识别重复申请").inConfidence,
    .text("subject", "申请内容", most: 2000, "申请公开什么").inConfidence,
    .text("information", "涉及信息", "所申请信息的文号、标题或台账编号；两件申请写得相同时提醒第四十四条").inConfidence,
    .choice("channel", "提出方式", ApplicationChannel.self, "决定哪一天算收到申请（第三十一条）").required,
    .date("submitted", "来件日期", "当面提交的填当日；平常信函、网络、传真填来件那一天").known(as: "提交日期"),
    .date("signedFor", "签收日期", "邮寄签收的填签收那一天"),
    .date("confirmed", "确认日期", "平常信函、网络、传真填与申请人确认的那一天；没有确认的空着"),
    .date("correctionAsked", "补正告知日期", "告知申请人补正的那一天（第三十条）"),
    .date("correctionDue", "补正期限", "告知申请人的补正期限"),
    .date("correctionReceived", "补正收到日期", "收到补正的那一天，答复期限重新计算"),
    .date("extended", "延期告知日期", "告知申请人延期的那一天（第三十三条）"),
    .count("extensionDays", "延期工作日", 1...20, "延长几个工作日；空着按20个计"),
    .text("extendedBy", "延期批准人", most: 60, "政府信息公开工作机构负责人"),
    .date("thirdPartySent", "第三方发函日期", "征求第三方意见的发函日期（第三十二条）"),
    .date("thirdPartyReceived", "第三方收函日期", "第三方收到的日期，15个工作日从次日起算"),
    .date("thirdPartyAnswered", "第三方答复日期", "收到第三方意见的日期"),
    .date("jointSent", "共同机关发函日期", "征求共同制作机关意见的发函日期（第三十四条）"),
    .date("jointReceived", "共同机关收函日期", "对方收到的日期，15个工作日从次日起算"),
    .date("jointAnswered", "共同机关答复日期", "收到对方意见的日期"),
    .choice("feeScale", "收费方式", InformationFee.Scale.self, "收取信息处理费的才填；一件申请只用一种方式"),
    .count("feeQuantity", "计费数量", 0...InformationFee.most, "按件填件数，按量填页数"),
    .date("feeNotified", "收费通知日期", "申请人收到收费通知的日期").known(as: "收费通知收到日期"),
    .date("feePaid", "缴费日期", "缴清的日期，答复期限重新计算"),
    .count("feeYuan", "收费金额", 0...100_000_000, "实际收取的元数；与计算不符会提醒").known(as: "收费金额（元）"),
    .date("replied", "答复日期", "作出答复或终止处理的日期；没有办结的空着"),
    .choice("reply", "答复类型", ReplyKind.self, "按条款选，决定年度报告表三的哪一行"),
    .text("handler", "经办人", most: 60, "谁登记的").required,
    .remark,
  ]
}

/// The six columns of the form's applicants.
public enum ApplicantKind: String, Sendable, CaseIterable, RegisterChoosing {
  case natural, business, research, welfare, legal, other

  /// The column of table 3.
  public var column: ApplicantColumn {
    switch self {
    case .natural: .natural
    case .business: .business
    case .research: .research
    case .welfare: .welfare
    case .legal: .legal
    case .other: .other
    }
  }

  var choice: RegisterChoice {
    switch self {
    case .natural: .init(rawValue, "自然人", ["公民", "个人"])
    case .business: .init(rawValue, "商业企业", ["企业"])
    case .research: .init(rawValue, "科研机构")
    case .welfare: .init(rawValue, "社会公益组织")
    case .legal: .init(rawValue, "法律服务机构")
    case .other: .init(rawValue, "其他", ["其他组织"])
    }
  }
}

/// How an application came, and which day counts as its receipt.
/// Source: 《政府信息公开条例》第三十一条.
public enum ApplicationChannel: String, Sendable, CaseIterable, RegisterChoosing {
  /// The day it is handed in; an oral application that staff wrote down (第二十九条) too.
  case inPerson
  /// The day it is signed for.
  case registeredPost
  /// The day on which it is confirmed with the applicant; the office must ask on the day it comes.
  case ordinaryPost
  /// The day on which both sides confirm.
  case internet
  /// The day on which both sides confirm.
  case fax

  var choice: RegisterChoice {
    switch self {
    case .inPerson: .init(rawValue, "当面提交", ["当面", "现场", "现场提交"])
    case .registeredPost: .init(rawValue, "邮寄签收", ["邮寄", "挂号信", "快递", "特快专递"])
    case .ordinaryPost: .init(rawValue, "平常信函", ["平信", "普通邮寄"])
    case .internet: .init(rawValue, "网络", ["互联网", "网上", "网站", "电子邮件"])
    case .fax: .init(rawValue, "传真")
    }
  }

  /// The column with the day of receipt; `needed` where an application can't be registered without it.
  var dateColumn: (key: String, needed: String?) {
    switch self {
    case .inPerson: ("submitted", "submitted")
    case .registeredPost: ("signedFor", "signedFor")
    case .ordinaryPost, .internet, .fax: ("confirmed", nil)
    }
  }
}

extension InformationFee.Scale: RegisterChoosing {
  var choice: RegisterChoice { .init(rawValue, rawValue, self == .byItem ? ["件"] : ["按页", "页"]) }
}
