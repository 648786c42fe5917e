/// The 25 number rows of table 3, in their order.
///
/// Source: 国办公开办函〔2021〕30号, table of part three.
public enum ApplicationRow: String, Sendable, CaseIterable {
  /// 一、本年新收政府信息公开申请数量.
  case new
  /// 二、上年结转政府信息公开申请数量.
  case carriedIn = "carried_in"
  /// （一）予以公开.
  case open = "r1_open"
  /// （二）部分公开: split treatment, counted here only.
  case partial = "r2_partial"
  /// （三）1.属于国家秘密.
  case stateSecret = "r3_1_state_secret"
  /// （三）2.其他法律行政法规禁止公开.
  case otherLaw = "r3_2_other_law"
  /// （三）3.危及“三安全一稳定”.
  case safetyStability = "r3_3_safety_stability"
  /// （三）4.保护第三方合法权益.
  case thirdParty = "r3_4_third_party"
  /// （三）5.属于三类内部事务信息.
  case internalAffairs = "r3_5_internal"
  /// （三）6.属于四类过程性信息.
  case process = "r3_6_process"
  /// （三）7.属于行政执法案卷.
  case enforcementFile = "r3_7_enforcement_file"
  /// （三）8.属于行政查询事项.
  case administrativeQuery = "r3_8_administrative_query"
  /// （四）1.本机关不掌握相关政府信息.
  case notHeld = "r4_1_not_held"
  /// （四）2.没有现成信息需要另行制作.
  case needsMaking = "r4_2_needs_making"
  /// （四）3.补正后申请内容仍不明确.
  case stillUnclear = "r4_3_still_unclear"
  /// （五）1.信访举报投诉类申请.
  case petition = "r5_1_petition"
  /// （五）2.重复申请.
  case duplicate = "r5_2_duplicate"
  /// （五）3.要求提供公开出版物.
  case publication = "r5_3_publication"
  /// （五）4.无正当理由大量反复申请.
  case excessive = "r5_4_excessive"
  /// （五）5.要求行政机关确认或重新出具已获取信息.
  case confirmOrReissue = "r5_5_confirm_or_reissue"
  /// （六）1.申请人无正当理由逾期不补正.
  case noCorrection = "r6_1_no_correction"
  /// （六）2.申请人逾期未按收费通知要求缴纳费用.
  case feeUnpaid = "r6_2_fee_unpaid"
  /// （六）3.其他.
  case otherHandling = "r6_3_other"
  /// （七）总计.
  case resultTotal = "r7_total"
  /// 四、结转下年度继续办理.
  case carriedOut = "carried_out"

  /// The 21 rows that say what became of an application: 三、本年度办理结果（一）至（六）.
  public static let results = Array(allCases[2..<23])
}
