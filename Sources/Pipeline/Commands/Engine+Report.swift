import LedgerSQLite
public import Publication
import Statistics

/// The forms in which `report channels` is printed.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, json, csv, html
}

extension Engine {
  /// `report channels`: counts per outlet and month, UTF-8. Before the first run everything is 0.
  public func channelReport(from: CivilDate?, to: CivilDate?, format: ReportFormat) throws -> [UInt8] {
    let ledger: any LedgerStore = try ledgerToRead() ?? SQLiteLedger.open(path: ":memory:", access: .readWrite)
    let calendar = try workdays()
    let report = try ledger.read {
      try ChannelReport(
        of: $0, outlets: configuration.outlets, from: from, to: to, today: today, calendar: calendar)
    }
    switch format {
    case .text: return Array(report.text.utf8)
    case .json: return report.json.utf8() + [0x0A]
    case .csv: return Array(report.csv.utf8)
    case .html: return Array(report.html.utf8)
    }
  }

  /// First publications of an outlet in a month: exactly the list behind a number of the report.
  public func publications(outlet: OutletID, month: String) throws -> [Listed] {
    guard let first = CivilDate(iso: month + "-01") else {
      throw PipelineError(.usage, details: ["reason": "--month \(month)"])
    }
    let next = CivilDate(year: first.month == 12 ? first.year + 1 : first.year, month: first.month % 12 + 1, day: 1)
    let last = next?.advanced(by: -1) ?? first
    return try asking([]) { ledger in
      try ledger.firstPublications(outlet: outlet, from: first, to: last).map { try listed($0, in: ledger) }
    }
  }
}
