import AnnualReport
public import Publication

/// `annual check`: a report against all identities.
public struct AnnualCheck: Sendable {
  private let checks: ReportChecks

  /// Reads and checks the report at `file` (`.json`, `.docx`, `.html`), with last year's and those of other organs where they are given.
  ///
  /// Throws `reportUnreadable`, `reportOldForm` for what is no report in the form of 2021.
  public init(file: String, previous: String? = nil, organs: [String] = []) throws {
    checks = ReportChecks(
      of: try AnnualReading.report(file), previous: try previous.map(AnnualReading.report),
      organs: try organs.map(AnnualReading.report))
  }

  /// Checks a report that was just built.
  init(_ report: DisclosureReport) { checks = ReportChecks(of: report) }

  /// `zarlal.annual-check/1`.
  public var json: JSONValue { checks.json }
  /// For people, at most 80 columns.
  public var text: String { checks.text }
  /// Whether an identity failed.
  public var hasFailures: Bool { checks.hasFailures }
}
