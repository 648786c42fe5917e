public import Publication

/// The answer of one identity to one report: an entry of `zarlal.annual-check/1`.
public struct ReportCheck: Sendable, Equatable {
  /// How an identity came out.
  public enum Status: String, Sendable, CaseIterable {
    /// Both sides agree.
    case pass = "PASS"
    /// They don't.
    case fail = "FAIL"
    /// They can't be compared: a cell is blank or not a number, or the words can be read in two ways.
    case uncertain = "UNCERTAIN"
    /// What it compares isn't there: last year's report, a section, a table.
    case notAssessable = "NOT-ASSESSABLE"
  }

  /// `C3.new`: the rule, and the row or column after a dot. All ids are in `docs/annual.md`.
  public var id: String
  /// How it came out.
  public var status: Status
  /// The left side; `nil` where it can't be told.
  public var left: DecimalNumber?
  /// The right side.
  public var right: DecimalNumber?
  /// What is compared, for people.
  public var formula: String
  /// The cells it contains, by name; claims of the text by their place.
  public var cells: [String]
  /// Where the rule comes from.
  public var source: String
  /// What was found, for people; empty where both sides say it.
  public var note: String

  /// The left side minus the right side.
  public var difference: DecimalNumber? {
    guard let left, let right else { return nil }
    return left - right
  }

  /// A check with all its parts.
  public init(
    id: String, status: Status, left: DecimalNumber? = nil, right: DecimalNumber? = nil, formula: String,
    cells: [String] = [], source: String, note: String = ""
  ) {
    self.id = id
    self.status = status
    self.left = left
    self.right = right
    self.formula = formula
    self.cells = cells
    self.source = source
    self.note = note
  }
}

/// One rule, before it meets a report.
struct IdentityRule {
  let id: String
  let formula: String
  let source: String

  /// The sum of `left` against the sum of `right`, cells of the tables on both sides.
  func comparing(_ left: [ReportCell], with right: [ReportCell], in report: DisclosureReport) -> ReportCheck {
    let all = left + right
    let absent = all.filter { report[$0] == nil }
    let names = all.map(\.description)
    guard absent.isEmpty else { return notAssessable("缺少 " + listed(absent), cells: names) }
    let unread = all.filter { report[$0]?.number == nil }
    let sums = (sum(of: left, report), sum(of: right, report))
    guard unread.isEmpty, let leftSum = sums.0, let rightSum = sums.1 else {
      let values = unread.map { "\($0) 为\(report[$0]?.description ?? "")" }
      return ReportCheck(
        id: id, status: .uncertain, left: sums.0, right: sums.1, formula: formula, cells: names, source: source,
        note: shortened(values) + "，无法判断")
    }
    return ReportCheck(
      id: id, status: leftSum == rightSum ? .pass : .fail, left: leftSum, right: rightSum, formula: formula,
      cells: names, source: source)
  }

  func notAssessable(_ note: String, cells: [String] = []) -> ReportCheck {
    ReportCheck(id: id, status: .notAssessable, formula: formula, cells: cells, source: source, note: note)
  }

  func answer(
    _ status: ReportCheck.Status, _ left: DecimalNumber? = nil, _ right: DecimalNumber? = nil, cells: [String],
    note: String = ""
  ) -> ReportCheck {
    ReportCheck(
      id: id, status: status, left: left, right: right, formula: formula, cells: cells, source: source, note: note)
  }

  private func sum(of cells: [ReportCell], _ report: DisclosureReport) -> DecimalNumber? {
    let numbers = cells.compactMap { report[$0]?.number }
    return numbers.count == cells.count ? numbers.sum() : nil
  }

  private func listed(_ cells: [ReportCell]) -> String { shortened(cells.map(\.description)) }

  private func shortened(_ parts: [String]) -> String {
    parts.prefix(3).joined(separator: "、") + (parts.count > 3 ? " 等 \(parts.count) 处" : "")
  }
}
