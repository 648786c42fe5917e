import Publication

/// X7: the information processing fee and what section six says of it.
///
/// A fee that was charged is stated, with the number of applications; its amount is one that the scales of 国办函〔2020〕109号 can give: by item
/// hundreds, by page tens. That section six states the fee also when it is zero is practice (unverified in the notice itself).
enum FeeIdentity {
  static func x7(_ report: DisclosureReport) -> ReportCheck {
    let rule = IdentityRule(
      id: "X7", formula: "信息处理费 = 第六部分所述金额；收费的写明件数，且符合按件或按量计算",
      source: "国办函〔2020〕109号；公开检查实务（X 类）")
    let claims = report.claims
    let cell = ReportCell.narrative(.processingFee).description
    let names = [cell] + (claims.feeStated + claims.chargedApplications).map(\.place).filter { $0 != cell }
    guard let charged = claims.fee.first ?? claims.feeStated.first else {
      guard report.texts?.sections[6] != nil else { return rule.notAssessable("没有第六部分", cells: names) }
      return rule.answer(.uncertain, cells: names, note: "第六部分没有说明信息处理费；为零也应写明")
    }
    let stated = claims.feeStated.first
    if let stated, stated.value != charged.value {
      return rule.answer(.fail, charged.value, stated.value, cells: names, note: "金额与第六部分的说法不一致")
    }
    guard charged.value > 0 else { return rule.answer(.pass, charged.value, 0, cells: names) }
    let applications = claims.chargedApplications.first?.value
    guard canBe(charged.value, applications: applications) else {
      return rule.answer(.fail, charged.value, stated?.value, cells: names, note: "按件或按量都算不出这个金额")
    }
    guard let applications, applications > 0, let stated else {
      return rule.answer(.uncertain, charged.value, stated?.value, cells: names, note: "没有写明收费的申请件数")
    }
    return rule.answer(.pass, charged.value, stated.value, cells: names, note: "收费申请 \(applications) 件")
  }

  /// Whether an amount in yuan can be the sum of fees by item (hundreds) and by page (10 yuan to 700, 20 to 2,700, 40 from there).
  static func canBe(_ amount: DecimalNumber, applications: DecimalNumber?) -> Bool {
    guard let yuan = amount.whole, yuan % 10 == 0 else { return false }
    guard applications == 1, yuan % 100 != 0, yuan > 700 else { return true }
    return yuan <= 2700 ? (yuan - 700) % 20 == 0 : (yuan - 2700) % 40 == 0
  }
}
