internal import Publication

/// One month of the calendar, counted from January of year 0.
struct ReportMonth: Hashable, Comparable, Strideable {
  let index: Int

  init(index: Int) { self.index = index }

  init(of day: CivilDate) { index = day.year * 12 + day.month - 1 }

  /// Reads `yyyy-mm`.
  init?(text: String) {
    guard let day = CivilDate(iso: text + "-01") else { return nil }
    self.init(of: day)
  }

  var first: CivilDate { CivilDate(year: index / 12, month: index % 12 + 1, day: 1) ?? CivilDate(daysSince1970: 0) }

  var last: CivilDate {
    // The last month of year 9999 has no following day.
    let next = CivilDate(year: (index + 1) / 12, month: (index + 1) % 12 + 1, day: 1)
    return next?.advanced(by: -1) ?? first.advanced(by: 30)
  }

  var text: String { first.monthText }

  func distance(to other: ReportMonth) -> Int { other.index - index }
  func advanced(by months: Int) -> ReportMonth { ReportMonth(index: index + months) }
}

/// The days of a report, both included.
struct ReportPeriod: Equatable {
  var from: CivilDate
  var to: CivilDate

  /// The days asked for; what is not asked for reaches from the first to the last month with a publication. `nil`: nothing
  /// was asked and nothing published.
  init?(from: CivilDate?, to: CivilDate?, published months: [ReportMonth]) throws {
    guard from != nil || to != nil || !months.isEmpty else { return nil }
    let asked = [from, to].compactMap { $0.map(ReportMonth.init(of:)) }
    let first = from ?? (months + asked).min()?.first
    let last = to ?? (months + asked).max()?.last
    guard let first, let last else { return nil }
    guard first <= last else {
      throw PipelineError(.usage, details: ["reason": "--from \(first) 晚于 --to \(last)"])
    }
    self.from = first
    self.to = last
  }

  var months: [ReportMonth] { Array(ReportMonth(of: from)...ReportMonth(of: to)) }

  /// The part of a month that the period has.
  func days(of month: ReportMonth) -> (from: CivilDate, to: CivilDate) { (max(from, month.first), min(to, month.last)) }

  /// The same days one year earlier, 29 February becoming the 28th; `nil` for more than a year.
  var yearBefore: ReportPeriod? {
    guard let first = earlier(from), let last = earlier(to), to.daysSince1970 - from.daysSince1970 < 366, last < from
    else { return nil }
    // The end of a month stays the end of a month: February has 29 days in some years.
    let end = to == ReportMonth(of: to).last ? ReportMonth(of: last).last : last
    return ReportPeriod(from: first, to: end)
  }

  private init(from: CivilDate, to: CivilDate) {
    self.from = from
    self.to = to
  }

  private func earlier(_ day: CivilDate) -> CivilDate? {
    CivilDate(year: day.year - 1, month: day.month, day: day.day)
      ?? CivilDate(year: day.year - 1, month: day.month, day: 28)
  }

  func isWhole(_ month: ReportMonth) -> Bool { from <= month.first && month.last <= to }
}
