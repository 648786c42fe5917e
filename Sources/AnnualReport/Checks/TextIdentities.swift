import Publication

/// Identities between what a report says in words and its tables: X1 to X6b.
///
/// Source: the checks of an open checker that disclosure staff run (X class); the regulation asks for figures that are true.
enum TextIdentities {
  static let source = "公开检查实务（X 类）：文字与表格一致"

  static func all(_ report: DisclosureReport) -> [ReportCheck] {
    [x1, x2, x2b, x3, x4, x5, x6, x6b].map { $0(report) }
  }

  /// Applications in section one = new + carried in, or new alone, whichever the words mean.
  static func x1(_ report: DisclosureReport) -> ReportCheck {
    let rule = IdentityRule(id: "X1", formula: "第一部分的受理（收到）件数 = 表三本年新收 + 上年结转", source: source)
    let cells: [ReportCell] = [.applications(.new, .total), .applications(.carriedIn, .total)]
    return compare(rule, report.claims.accepted, cells, report) { claim, numbers in
      let (new, both) = (numbers[0], numbers.sum())
      switch claim.reading {
      case .newOnly: return (new, claim.allows(new) ? .pass : .fail)
      case .withCarriedIn: return (both, claim.allows(both) ? .pass : .fail)
      case .unsaid:
        if claim.allows(both) { return (both, .pass) }
        return (both, claim.allows(new) ? .uncertain : .fail)
      }
    }
  }

  /// Answered in section one = `r7_total`, total column.
  static func x2(_ report: DisclosureReport) -> ReportCheck {
    equal("X2", "第一部分的办结（答复）件数 = 表三办理结果总计", report.claims.answered, [.applications(.resultTotal, .total)], report)
  }

  /// Carried into the next year in section one = `carried_out`, total column.
  static func x2b(_ report: DisclosureReport) -> ReportCheck {
    equal("X2b", "第一部分的结转件数 = 表三结转下年度", report.claims.carriedOut, [.applications(.carriedOut, .total)], report)
  }

  /// Reviews in section one = total of reviews.
  static func x3(_ report: DisclosureReport) -> ReportCheck {
    equal("X3", "第一部分的行政复议件数 = 表四行政复议总计", report.claims.reviews, [.remedies(.review, .total)], report)
  }

  /// Suits in section one = both totals of suits.
  static func x4(_ report: DisclosureReport) -> ReportCheck {
    equal(
      "X4", "第一部分的行政诉讼件数 = 表四两类行政诉讼总计之和", report.claims.suits,
      [.remedies(.suitDirect, .total), .remedies(.suitAfterReview, .total)], report)
  }

  /// Normative documents issued in section one = table 2.
  static func x5(_ report: DisclosureReport) -> ReportCheck {
    equal(
      "X5", "第一部分的制发规范性文件件数 = 表二本年制发", report.claims.issued, [.documents(.normativeDocuments, .issued)], report)
  }

  /// Normative documents repealed in section one = table 2.
  static func x6(_ report: DisclosureReport) -> ReportCheck {
    equal(
      "X6", "第一部分的废止规范性文件件数 = 表二本年废止", report.claims.repealed, [.documents(.normativeDocuments, .repealed)],
      report)
  }

  /// Normative documents in force in section one = table 2.
  static func x6b(_ report: DisclosureReport) -> ReportCheck {
    equal(
      "X6b", "第一部分的现行有效规范性文件件数 = 表二现行有效", report.claims.valid, [.documents(.normativeDocuments, .valid)], report)
  }

  private static func equal(
    _ id: String, _ formula: String, _ claims: [ReportClaim], _ cells: [ReportCell], _ report: DisclosureReport
  ) -> ReportCheck {
    compare(IdentityRule(id: id, formula: formula, source: source), claims, cells, report) { claim, numbers in
      (numbers.sum(), claim.allows(numbers.sum()) ? .pass : .fail)
    }
  }

  private static func compare(
    _ rule: IdentityRule, _ claims: [ReportClaim], _ cells: [ReportCell], _ report: DisclosureReport,
    _ judge: (ReportClaim, [DecimalNumber]) -> (DecimalNumber, ReportCheck.Status)
  ) -> ReportCheck {
    var seen: Set<String> = []
    let names = cells.map(\.description) + claims.map(\.place).filter { seen.insert($0).inserted }
    guard let first = claims.first else {
      return rule.notAssessable(report.claims.areRead ? "第一部分没有写明这个数" : "没有第一部分", cells: names)
    }
    guard !cells.contains(where: { report[$0] == nil }) else { return rule.notAssessable("缺少表格", cells: names) }
    let numbers = cells.compactMap { report[$0]?.number }
    guard numbers.count == cells.count else {
      return rule.answer(.uncertain, first.value, cells: names, note: "表格中有空白或不是数字的单元格，无法判断")
    }
    let judged = claims.map { claim in (claim: claim, answer: judge(claim, numbers)) }
    let passing = judged.first { $0.answer.1 == .pass }
    let other = judged.first { $0.answer.1 != .pass }
    if let passing, let other {
      return rule.answer(
        .uncertain, other.claim.value, passing.answer.0, cells: names,
        note: "文字中有两种说法：\(passing.claim.value) 和 \(other.claim.value)")
    }
    let one = passing ?? other ?? (first, judge(first, numbers))
    let isDoubtful = one.answer.1 == .uncertain
    var note = isDoubtful ? "文字没有说明是否含上年结转" : ""
    if one.claim.isAtLeast { note = "文字为“余”“多”，按不少于判断" }
    return rule.answer(one.answer.1, one.claim.value, one.answer.0, cells: names, note: note)
  }
}
