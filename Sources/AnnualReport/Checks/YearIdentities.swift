import Publication

/// Identities with the report of the year before.
enum YearIdentities {
  private static let source = "公开检查实务（Y 类）；两年报告衔接"

  /// `carried_in(y) = carried_out(y − 1)` in each of the seven columns.
  static func y1(_ report: DisclosureReport, previous: DisclosureReport?) -> [ReportCheck] {
    ApplicantColumn.allCases.map { column in
      let rule = IdentityRule(
        id: "Y1.\(column.rawValue)", formula: "本年的上年结转 = 上年报告的结转下年度（\(column.term)）", source: source)
      let cell = ReportCell.applications(.carriedIn, column)
      let before = ReportCell.applications(.carriedOut, column)
      return compare(rule, report, [cell], previous, [before]) {
        $0[0]
      } right: {
        $0[0]
      }
    }
  }

  /// `valid(y) = valid(y − 1) + issued(y) − repealed(y)` for rules and normative documents. A difference is told, not rejected: documents
  /// that lapse by expiry are often, and not always, put under repealed.
  static func y2(_ report: DisclosureReport, previous: DisclosureReport?) -> [ReportCheck] {
    RuleKind.allCases.map { kind in
      let rule = IdentityRule(
        id: "Y2.\(kind.rawValue)", formula: "现行有效 = 上年现行有效 + 本年制发 − 本年废止（\(kind.term)）", source: source)
      let cells = [RuleMovement.valid, .issued, .repealed].map { ReportCell.documents(kind, $0) }
      var check = compare(rule, report, cells, previous, [.documents(kind, .valid)]) {
        $0[0] - $0[1] + $0[2]
      } right: {
        $0[0]
      }
      // Both sides as the formula has them: valid against what it follows from.
      if let left = check.left, let right = check.right, let valid = report[cells[0]]?.number {
        check.right = right + valid - left
        check.left = valid
      }
      if check.status == .fail {
        check.status = .uncertain
        check.note = "相差 \(check.difference ?? 0)：期满失效、补录都可能造成差异，请核实"
      }
      return check
    }
  }

  private static func compare(
    _ rule: IdentityRule, _ report: DisclosureReport, _ cells: [ReportCell], _ previous: DisclosureReport?,
    _ before: [ReportCell], left: ([DecimalNumber]) -> DecimalNumber, right: ([DecimalNumber]) -> DecimalNumber
  ) -> ReportCheck {
    let names = cells.map(\.description) + before.map { "\(report.year.map { String($0 - 1) } ?? "上年"):\($0)" }
    guard let previous else { return rule.notAssessable("没有上年的报告（用 --previous 给出）", cells: names) }
    if let year = report.year, let earlier = previous.year, earlier != year - 1 {
      return rule.notAssessable("--previous 是 \(earlier) 年的报告，不是 \(year - 1) 年的", cells: names)
    }
    let values = cells.map { report[$0] } + before.map { previous[$0] }
    guard !values.contains(nil) else { return rule.notAssessable("缺少数据", cells: names) }
    let now = cells.compactMap { report[$0]?.number }
    let then = before.compactMap { previous[$0]?.number }
    guard now.count == cells.count, then.count == before.count else {
      return rule.answer(.uncertain, cells: names, note: "有空白或不是数字的单元格，无法判断")
    }
    let sides = (left(now), right(then))
    return rule.answer(sides.0 == sides.1 ? .pass : .fail, sides.0, sides.1, cells: names)
  }
}
