public import Publication

/// The lists behind one year's figures: every number of the report is the sum of one of them.
public struct ReportFigures: Sendable, Equatable {
  private let lists: FigureLists
  /// Lists given for cells that are sums of others: not used.
  public let notes: [Diagnostic]

  /// Takes the lists of registers and ledger.
  public init(_ lists: FigureLists) {
    self.lists = lists.filter { $0.key.parts == nil }
    notes = lists.keys.filter { $0.parts != nil }.sorted().map { cell in
      Diagnostic(.figureDerived, .warning, place: cell.description)
    }
  }

  /// The list behind a cell, by day and number; `nil` where nobody knows it.
  public func entries(behind cell: ReportCell) -> [FigureEntry]? {
    var all: [FigureEntry] = []
    for part in cell.parts ?? [cell] {
      guard let list = lists[part] else { return nil }
      all += list
    }
    return all.sorted { ($0.day, $0.list.rawValue, $0.entry) < ($1.day, $1.list.rawValue, $1.entry) }
  }

  /// The sum of the list behind a cell; `nil` where nobody knows it.
  public func sum(_ cell: ReportCell) -> DecimalNumber? { entries(behind: cell).map { $0.map(\.amount).sum() } }

  /// What stands in the report.
  public func value(_ cell: ReportCell) -> CellValue { sum(cell).map(CellValue.number) ?? .blank }

  /// Whether an entry makes the sum a lower bound.
  public func isAtLeast(_ cell: ReportCell) -> Bool { entries(behind: cell)?.contains(where: \.isAtLeast) ?? false }

  /// The outlets that a list was given for.
  public var outlets: [OutletID] {
    lists.keys.compactMap { if case .publications(let id) = $0 { id } else { nil } }.sorted()
  }
}
