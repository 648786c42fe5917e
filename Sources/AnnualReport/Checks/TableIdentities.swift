import Publication

/// Identities between cells of one report's tables.
enum TableIdentities {
  static let form = "国办公开办函〔2021〕30号"

  /// 第一项加第二项之和，等于第三项加第四项之和: `new + carried_in = r7_total + carried_out`, in each of the seven columns.
  ///
  /// Source: printed in the corner cell of the table of part three.
  static func c1(_ report: DisclosureReport) -> [ReportCheck] {
    ApplicantColumn.allCases.map { column in
      IdentityRule(
        id: "C1.\(column.rawValue)", formula: "新收 + 上年结转 = 办理结果总计 + 结转下年（\(column.term)）",
        source: form + " 表三所印勾稽关系"
      ).comparing(
        [.applications(.new, column), .applications(.carriedIn, column)],
        with: [.applications(.resultTotal, column), .applications(.carriedOut, column)], in: report)
    }
  }

  /// The 21 result rows add up to `r7_total`, in each of the seven columns.
  ///
  /// Source: follows from the form: （七）总计 stands below （一） to （六）.
  static func c2(_ report: DisclosureReport) -> [ReportCheck] {
    ApplicantColumn.allCases.map { column in
      IdentityRule(
        id: "C2.\(column.rawValue)", formula: "（一）至（六）各行之和 = （七）总计（\(column.term)）", source: form + " 表三的结构"
      ).comparing(
        ApplicationRow.results.map { .applications($0, column) }, with: [.applications(.resultTotal, column)],
        in: report)
    }
  }

  /// The six kinds of applicants add up to the total, in each of the 25 rows.
  ///
  /// Source: follows from the form: 总计 stands beside the six columns.
  static func c3(_ report: DisclosureReport) -> [ReportCheck] {
    ApplicationRow.allCases.map { row in
      IdentityRule(
        id: "C3.\(row.rawValue)", formula: "自然人 + 法人或其他组织五列 = 总计（\(row.shortTerm)）", source: form + " 表三的结构"
      ).comparing(
        ApplicantColumn.applicants.map { .applications(row, $0) }, with: [.applications(row, .total)], in: report)
    }
  }

  /// Reviews: upheld + corrected + other + pending = total. Source: follows from the form, table of part four.
  static func r1(_ report: DisclosureReport) -> ReportCheck { remedies("R1", .review, report) }

  /// The same for suits without a review before. Source: as R1.
  static func l1(_ report: DisclosureReport) -> ReportCheck { remedies("L1", .suitDirect, report) }

  /// The same for suits after a review. Source: as R1.
  static func l2(_ report: DisclosureReport) -> ReportCheck { remedies("L2", .suitAfterReview, report) }

  private static func remedies(_ id: String, _ row: RemedyRow, _ report: DisclosureReport) -> ReportCheck {
    IdentityRule(
      id: id, formula: "结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计（\(row.term)）", source: form + " 表四的结构"
    ).comparing(
      RemedyOutcome.outcomes.map { .remedies(row, $0) }, with: [.remedies(row, .total)], in: report)
  }
}
