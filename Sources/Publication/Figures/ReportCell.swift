/// One place of the annual disclosure report that holds a number: a cell of its three tables, or a figure of sections one and six.
///
/// Its name (`description`) is the same everywhere: in checks, in `explain`, in the registers' figures. Names are
/// `table2.normative_documents.issued`, `table3.new.natural`, `table4.review.other`, `section1.platform.visits_wan`; the parts are the
/// keys of the `disclosure-annual/1` JSON.
///
/// Source: 《中华人民共和国政府信息公开工作年度报告格式》(国办公开办函〔2021〕30号), tables of parts two to four.
public enum ReportCell: Hashable, Sendable {
  /// Table 2, 第二十条第（一）项: rules and normative documents.
  case documents(RuleKind, RuleMovement)
  /// Table 2, 第二十条第（五）项、第（六）项、第（八）项: decisions, and administrative charges in wan yuan.
  case acts(ActKind)
  /// Table 3: applications, by what became of them and by kind of applicant.
  case applications(ApplicationRow, ApplicantColumn)
  /// Table 4: administrative reviews and suits by outcome.
  case remedies(RemedyRow, RemedyOutcome)
  /// Section one: items first published by one outlet.
  case publications(OutletID)
  /// Sections one and six: everything else that is told in words.
  case narrative(NarrativeFigure)
}

/// Rows of the first block of table 2.
public enum RuleKind: String, Sendable, CaseIterable {
  /// 规章.
  case regulations
  /// 行政规范性文件.
  case normativeDocuments = "normative_documents"
}

/// Columns of the first block of table 2.
public enum RuleMovement: String, Sendable, CaseIterable {
  /// 本年制发件数.
  case issued
  /// 本年废止件数.
  case repealed
  /// 现行有效件数.
  case valid
}

/// The single cells of the other blocks of table 2.
public enum ActKind: String, Sendable, CaseIterable {
  /// 行政许可: decisions of the year.
  case licences
  /// 行政处罚: decisions of the year.
  case punishments
  /// 行政强制: decisions of the year.
  case coerciveMeasures = "coercive_measures"
  /// 行政事业性收费: charged in the year, in wan yuan.
  case feesWanYuan = "fees_wan_yuan"
}

/// Number columns of table 3.
public enum ApplicantColumn: String, Sendable, CaseIterable {
  /// 自然人.
  case natural
  /// 商业企业.
  case business
  /// 科研机构.
  case research
  /// 社会公益组织.
  case welfare
  /// 法律服务机构.
  case legal
  /// 其他.
  case other
  /// 总计.
  case total

  /// The six kinds of applicants: everything but the total.
  public static let applicants = allCases.filter { $0 != .total }
}

/// Rows of table 4: reviews, and suits of two kinds.
public enum RemedyRow: String, Sendable, CaseIterable {
  /// 行政复议.
  case review
  /// 行政诉讼, 未经复议直接起诉.
  case suitDirect = "suit_direct"
  /// 行政诉讼, 复议后起诉.
  case suitAfterReview = "suit_after_review"
}

/// Columns of table 4.
public enum RemedyOutcome: String, Sendable, CaseIterable {
  /// 结果维持.
  case upheld
  /// 结果纠正.
  case corrected
  /// 其他结果.
  case other
  /// 尚未审结.
  case pending
  /// 总计.
  case total

  /// The four outcomes: everything but the total.
  public static let outcomes = allCases.filter { $0 != .total }
}
