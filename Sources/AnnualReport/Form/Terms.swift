public import Publication

// The wording of the form. Source: 国办公开办函〔2021〕30号, tables of parts two to four.

extension ApplicantColumn {
  /// The head of the column.
  public var term: String {
    switch self {
    case .natural: "自然人"
    case .business: "商业企业"
    case .research: "科研机构"
    case .welfare: "社会公益组织"
    case .legal: "法律服务机构"
    case .other: "其他"
    case .total: "总计"
    }
  }
}

extension RuleKind {
  /// The head of the row.
  public var term: String { self == .regulations ? "规章" : "行政规范性文件" }
}

extension RuleMovement {
  /// The head of the column.
  public var term: String {
    switch self {
    case .issued: "本年制发件数"
    case .repealed: "本年废止件数"
    case .valid: "现行有效件数"
    }
  }
}

extension ActKind {
  /// The head of the row.
  public var term: String {
    switch self {
    case .licences: "行政许可"
    case .punishments: "行政处罚"
    case .coerciveMeasures: "行政强制"
    case .feesWanYuan: "行政事业性收费"
    }
  }
}

extension RemedyRow {
  /// The head of the group.
  public var term: String {
    switch self {
    case .review: "行政复议"
    case .suitDirect: "未经复议直接起诉"
    case .suitAfterReview: "复议后起诉"
    }
  }
}

extension RemedyOutcome {
  /// The head of the column.
  public var term: String {
    switch self {
    case .upheld: "结果维持"
    case .corrected: "结果纠正"
    case .other: "其他结果"
    case .pending: "尚未审结"
    case .total: "总计"
    }
  }
}

extension ApplicationRow {
  /// The wording of the row, with its number.
  public var term: String {
    switch self {
    case .new: "一、本年新收政府信息公开申请数量"
    case .carriedIn: "二、上年结转政府信息公开申请数量"
    case .open: "（一）予以公开"
    case .partial: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    case .stateSecret: "1.属于国家秘密"
    case .otherLaw: "2.其他法律行政法规禁止公开"
    case .safetyStability: "3.危及“三安全一稳定”"
    case .thirdParty: "4.保护第三方合法权益"
    case .internalAffairs: "5.属于三类内部事务信息"
    case .process: "6.属于四类过程性信息"
    case .enforcementFile: "7.属于行政执法案卷"
    case .administrativeQuery: "8.属于行政查询事项"
    case .notHeld: "1.本机关不掌握相关政府信息"
    case .needsMaking: "2.没有现成信息需要另行制作"
    case .stillUnclear: "3.补正后申请内容仍不明确"
    case .petition: "1.信访举报投诉类申请"
    case .duplicate: "2.重复申请"
    case .publication: "3.要求提供公开出版物"
    case .excessive: "4.无正当理由大量反复申请"
    case .confirmOrReissue: "5.要求行政机关确认或重新出具已获取信息"
    case .noCorrection: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
    case .feeUnpaid: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
    case .otherHandling: "3.其他"
    case .resultTotal: "（七）总计"
    case .carriedOut: "四、结转下年度继续办理"
    }
  }

  /// The group of results in which the row stands, `nil` where it stands alone.
  public var group: String? {
    switch self {
    case .stateSecret, .otherLaw, .safetyStability, .thirdParty, .internalAffairs, .process, .enforcementFile,
      .administrativeQuery:
      "（三）不予公开"
    case .notHeld, .needsMaking, .stillUnclear: "（四）无法提供"
    case .petition, .duplicate, .publication, .excessive, .confirmOrReissue: "（五）不予处理"
    case .noCorrection, .feeUnpaid, .otherHandling: "（六）其他处理"
    default: nil
    }
  }

  /// The wording without its number and what stands in brackets; with its group where it has one.
  public var shortTerm: String {
    let own = ApplicationRow.withoutNumber(term.split(separator: "（").first.map(String.init) ?? term)
    guard let group else { return own }
    return ApplicationRow.withoutNumber(group) + "：" + own
  }

  private static func withoutNumber(_ text: String) -> String {
    let marks: Set<Unicode.Scalar> = ["、", "）", "."]
    let scalars = Array(text.unicodeScalars)
    guard let end = scalars.prefix(4).lastIndex(where: marks.contains) else { return text }
    return String(String.UnicodeScalarView(scalars[(end + 1)...]))
  }
}
