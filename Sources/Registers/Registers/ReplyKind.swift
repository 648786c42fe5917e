public import Publication

/// How an application ended, and the row of the form in which it is counted.
///
/// Source: 《政府信息公开条例》第三十条、第三十五条至第三十九条 for the kinds; 国办公开办函〔2021〕30号 for the rows. That 36(4) and 36(5) both go into
/// 本机关不掌握相关政府信息 is practice (unverified).
public enum ReplyKind: String, Sendable, CaseIterable, RegisterChoosing {
  case alreadyPublic, opened, partial
  case stateSecret, otherLaw, safetyStability, thirdPartyRights, internalAffairs, processInformation, enforcementFile
  case specialLaw
  case notFound, notOurs, needsMaking, stillUnclear
  case petition, duplicate, publication, excessive, confirmOrReissue
  case noCorrection, feeUnpaid, withdrawn, merged, other

  /// The row of table 3.
  public var row: ApplicationRow {
    switch self {
    case .alreadyPublic, .opened: .open
    case .partial: .partial
    case .stateSecret: .stateSecret
    case .otherLaw: .otherLaw
    case .safetyStability: .safetyStability
    case .thirdPartyRights: .thirdParty
    case .internalAffairs: .internalAffairs
    case .processInformation: .process
    case .enforcementFile: .enforcementFile
    case .specialLaw: .administrativeQuery
    case .notFound, .notOurs: .notHeld
    case .needsMaking: .needsMaking
    case .stillUnclear: .stillUnclear
    case .petition: .petition
    case .duplicate: .duplicate
    case .publication: .publication
    case .excessive: .excessive
    case .confirmOrReissue: .confirmOrReissue
    case .noCorrection: .noCorrection
    case .feeUnpaid: .feeUnpaid
    case .withdrawn, .merged, .other: .otherHandling
    }
  }

  /// The article of the regulation, as `36-1`; empty where the regulation names none.
  public var article: String {
    switch self {
    case .alreadyPublic: "36-1"
    case .opened: "36-2"
    case .partial: "37"
    case .stateSecret, .otherLaw, .safetyStability, .thirdPartyRights, .internalAffairs, .processInformation,
      .enforcementFile:
      "36-3"
    case .notFound: "36-4"
    case .notOurs: "36-5"
    case .duplicate: "36-6"
    case .specialLaw: "36-7"
    case .needsMaking: "38"
    case .stillUnclear, .noCorrection: "30"
    case .petition: "39-1"
    case .publication: "39-2"
    case .excessive: "35"
    case .confirmOrReissue, .feeUnpaid, .withdrawn, .merged, .other: ""
    }
  }

  /// The Chinese name.
  public var name: String { choice.name }

  var choice: RegisterChoice {
    switch self {
    case .alreadyPublic: .init(rawValue, "已主动公开", ["告知获取方式", "36-1"])
    case .opened: .init(rawValue, "予以公开", ["同意公开", "36-2"])
    case .partial: .init(rawValue, "部分公开", ["区分处理", "37"])
    case .stateSecret: .init(rawValue, "不予公开-国家秘密", ["属于国家秘密"])
    case .otherLaw: .init(rawValue, "不予公开-其他法律行政法规禁止", ["其他法律行政法规禁止公开"])
    case .safetyStability: .init(rawValue, "不予公开-三安全一稳定", ["危及三安全一稳定"])
    case .thirdPartyRights: .init(rawValue, "不予公开-第三方合法权益", ["保护第三方合法权益"])
    case .internalAffairs: .init(rawValue, "不予公开-内部事务信息", ["属于三类内部事务信息"])
    case .processInformation: .init(rawValue, "不予公开-过程性信息", ["属于四类过程性信息"])
    case .enforcementFile: .init(rawValue, "不予公开-行政执法案卷", ["属于行政执法案卷"])
    case .specialLaw: .init(rawValue, "不予公开-行政查询事项", ["属于行政查询事项", "另有规定", "36-7"])
    case .notFound: .init(rawValue, "信息不存在", ["经检索不存在", "36-4"])
    case .notOurs: .init(rawValue, "不属于本机关公开", ["不属于本机关负责公开", "36-5"])
    case .needsMaking: .init(rawValue, "需要另行制作", ["没有现成信息需要另行制作", "38"])
    case .stillUnclear: .init(rawValue, "补正后仍不明确", ["补正后申请内容仍不明确"])
    case .petition: .init(rawValue, "信访举报投诉", ["信访举报投诉类申请", "39-1"])
    case .duplicate: .init(rawValue, "重复申请", ["36-6"])
    case .publication: .init(rawValue, "公开出版物", ["要求提供公开出版物", "39-2"])
    case .excessive: .init(rawValue, "无正当理由大量反复申请", ["大量反复申请", "35"])
    case .confirmOrReissue: .init(rawValue, "要求确认或重新出具", ["要求行政机关确认或重新出具已获取信息"])
    case .noCorrection: .init(rawValue, "逾期不补正", ["申请人无正当理由逾期不补正"])
    case .feeUnpaid: .init(rawValue, "逾期未缴费", ["申请人逾期未按收费通知要求缴纳费用"])
    case .withdrawn: .init(rawValue, "申请人撤回", ["撤回"])
    case .merged: .init(rawValue, "并案处理", ["合并处理"])
    case .other: .init(rawValue, "其他处理", ["其他"])
    }
  }
}
