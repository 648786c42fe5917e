/// All identities of one report, in a fixed order: C1, C2, C3, R1, L1, L2, X1–X7, Y1, Y2, A1, S1–S4, P1.
public struct ReportChecks: Sendable, Equatable {
  /// The report that was checked.
  public let report: DisclosureReport
  /// Every check that there is, also those that can't be assessed.
  public let checks: [ReportCheck]

  /// Checks `report`, with last year's report and those of other organs where they are given.
  public init(of report: DisclosureReport, previous: DisclosureReport? = nil, organs: [DisclosureReport] = []) {
    self.report = report
    var checks = TableIdentities.c1(report) + TableIdentities.c2(report) + TableIdentities.c3(report)
    checks += [TableIdentities.r1(report), TableIdentities.l1(report), TableIdentities.l2(report)]
    checks += TextIdentities.all(report) + [FeeIdentity.x7(report)]
    checks += YearIdentities.y1(report, previous: previous) + YearIdentities.y2(report, previous: previous)
    checks += AuthorityIdentity.a1(report, organs: organs)
    checks += FormRules.all(report) + BreakdownIdentity.p1(report)
    self.checks = checks
  }

  /// The checks that came out so.
  public func checks(_ status: ReportCheck.Status) -> [ReportCheck] { checks.filter { $0.status == status } }

  /// Whether one failed.
  public var hasFailures: Bool { checks.contains { $0.status == .fail } }
}
