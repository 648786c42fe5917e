import Publication

/// P1: where section one breaks a number into kinds ("其中"), the kinds add up to it; 余 and 多 mean at least.
///
/// Source: 公开检查实务（P 类）.
enum BreakdownIdentity {
  static func p1(_ report: DisclosureReport) -> [ReportCheck] {
    let formula = "“其中”各项之和 = 总数"
    let source = "公开检查实务（P 类）：分项之和等于总数"
    guard !report.claims.breakdowns.isEmpty else {
      return [
        IdentityRule(id: "P1", formula: formula, source: source).notAssessable(
          report.claims.areRead ? "第一部分没有“其中”分项" : "没有第一部分")
      ]
    }
    return report.claims.breakdowns.enumerated().map { index, breakdown in
      let rule = IdentityRule(id: "P1.\(index + 1)", formula: formula, source: source)
      let whole = breakdown.whole
      let sum = breakdown.sum
      let sumIsAtLeast = breakdown.kinds.contains(where: \.isAtLeast)
      let places = [whole.place]
      let status = status(whole, sum, sumIsAtLeast, isOpen: breakdown.isOpen || breakdown.kinds.count < 2)
      var note = ""
      if status == .uncertain { note = "分项没有列全（“等”或只有一项）" }
      if whole.isAtLeast || sumIsAtLeast { note = "文字为“余”“多”，按不少于判断" }
      return rule.answer(status, whole.value, sum, cells: places, note: note)
    }
  }

  /// A whole of at least w and kinds that are together at least or exactly s.
  private static func status(
    _ whole: ReportClaim, _ sum: DecimalNumber, _ sumIsAtLeast: Bool, isOpen: Bool
  ) -> ReportCheck.Status {
    switch (whole.isAtLeast, sumIsAtLeast) {
    case (true, true): return .pass
    case (true, false): return sum >= whole.value ? .pass : isOpen ? .uncertain : .fail
    case (false, true): return sum <= whole.value ? .pass : .fail
    case (false, false):
      if sum == whole.value { return .pass }
      return isOpen && sum < whole.value ? .uncertain : .fail
    }
  }
}
