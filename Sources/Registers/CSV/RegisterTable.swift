public import Publication

/// A register's table as dropped or handed over: all rows understood, or every fault with row and column.
public struct RegisterTable: Sendable {
  /// Which register it is of, by its header.
  public let kind: RegisterKind
  /// Its rows in order.
  public let rows: [RegisterRow]
  /// What they mean.
  public let entries: [RegisterEntry]

  /// What the rows ask the store for.
  public var drafts: [RegisterDraft] {
    rows.map { RegisterDraft(register: kind.rawValue, number: $0.number, values: $0.values) }
  }
}

/// Every fault of a table, in the order of its rows. Rows and columns are named, values never.
public struct RegisterTableFaults: Error, Sendable, Equatable {
  /// The register, where the header tells it.
  public var kind: RegisterKind?
  /// At least one.
  public var faults: [Diagnostic]
}

extension RegisterTable {
  /// Understands the text of a CSV file.
  ///
  /// A column that the table doesn't have keeps what `known` has of the row (by register, number and column key); an empty cell clears it.
  public init(
    csv text: String, known: (RegisterKind) -> [String: [String: String]] = { _ in [:] }
  ) throws(RegisterTableFaults) {
    let table: CSVTable
    do {
      table = try CSVTable(text)
    } catch {
      let fault = Diagnostic(
        .tableBroken, .hold, place: "第\(error.row)行",
        details: ["row": String(error.row), "reason": error.reason.rawValue])
      throw RegisterTableFaults(kind: nil, faults: [fault])
    }
    guard let heading = table.rows.first, heading.contains(where: { !$0.trimmedWhitespace.isEmpty }) else {
      throw RegisterTableFaults(kind: nil, faults: [Diagnostic(.tableEmpty, .hold)])
    }
    let header = RegisterHeader(heading)
    guard let kind = header.kind else {
      throw RegisterTableFaults(kind: nil, faults: [Diagnostic(.registerUnknown, .hold)])
    }
    guard header.faults.isEmpty else { throw RegisterTableFaults(kind: kind, faults: header.faults) }
    var reader = RegisterRowsReader(kind: kind, columns: header.columns, known: known(kind))
    for (index, cells) in table.rows.enumerated().dropFirst() { reader.read(cells, row: index + 1) }
    if reader.rows.isEmpty, reader.faults.isEmpty { reader.faults = [Diagnostic(.tableEmpty, .hold)] }
    guard reader.faults.isEmpty else { throw RegisterTableFaults(kind: kind, faults: reader.faults) }
    self.kind = kind
    rows = reader.rows
    entries = reader.entries
  }
}

/// The first row of a table: which register, which column stands where.
struct RegisterHeader {
  let kind: RegisterKind?
  /// By position; `nil` for a column without a heading, which must then be empty.
  private(set) var columns: [RegisterColumn?] = []
  private(set) var faults: [Diagnostic] = []

  init(_ cells: [String]) {
    let headings = cells.map(CellText.comparable)
    let known = RegisterKind.allCases.map { kind in
      (kind, headings.count { heading in kind.column(named: heading) != nil })
    }
    // The register that knows most of the headings; one heading alone says nothing.
    kind = known.max { $0.1 < $1.1 }.flatMap { $0.1 >= 2 ? $0.0 : nil }
    guard let kind else { return }
    for (index, heading) in headings.enumerated() {
      let column = kind.column(named: heading)
      if column == nil, !heading.isEmpty {
        faults.append(
          Diagnostic(
            .columnUnknown, .hold, place: "第\(index + 1)列",
            details: ["column": String(index + 1), "known": kind.columns.map(\.name).joined(separator: "、")]))
      }
      if let column, columns.contains(column) {
        faults.append(
          Diagnostic(.columnTwice, .hold, place: "“\(column.name)”", details: ["column": column.name]))
      }
      columns.append(column)
    }
    for column in kind.columns where column.isRequired && !columns.contains(column) {
      faults.append(
        Diagnostic(
          .columnMissing, .hold, place: "“\(column.name)”", details: ["column": column.name, "register": kind.name]))
    }
  }
}

/// The rows below the header.
private struct RegisterRowsReader {
  let kind: RegisterKind
  let columns: [RegisterColumn?]
  var rows: [RegisterRow] = []
  var entries: [RegisterEntry] = []
  var faults: [Diagnostic] = []
  /// In which row of the table a number stood first.
  private var seen: [[UInt8]: Int] = [:]

  private let known: [String: [String: String]]

  init(kind: RegisterKind, columns: [RegisterColumn?], known: [String: [String: String]]) {
    self.kind = kind
    self.columns = columns
    self.known = known
  }

  mutating func read(_ cells: [String], row: Int) {
    // Spreadsheets leave blank rows and columns behind.
    let isBlank = cells.allSatisfy { $0.trimmedWhitespace.isEmpty }
    guard !isBlank else { return }
    let extra = cells.enumerated().contains { index, cell in
      !cell.trimmedWhitespace.isEmpty && (index >= columns.count || columns[index] == nil)
    }
    if extra || cells.count < columns.lastIndex(where: { $0 != nil }).map({ $0 + 1 }) ?? 0 {
      faults.append(Diagnostic(.rowLength, .hold, place: "第\(row)行", details: ["row": String(row)]))
      return
    }
    var texts: [String: String] = [:]
    for (index, cell) in cells.enumerated() where index < columns.count {
      if let column = columns[index] { texts[column.key] = CSVText.unguarded(cell) }
    }
    let present = Set(columns.compactMap { $0?.key })
    if let number = kind.number(in: texts), let earlier = known[number] {
      texts.merge(earlier.filter { !present.contains($0.key) }) { $1 }
    }
    do {
      let (read, entry) = try RegisterEntry.reading(kind, texts)
      if let first = seen[Array(read.number.utf8)] {
        let column = kind.numberColumn.name
        faults.append(
          Diagnostic(
            .numberTwice, .hold, place: Self.place(row, column),
            details: ["row": String(row), "column": column, "first": String(first)]))
        return
      }
      seen[Array(read.number.utf8)] = row
      rows.append(read)
      entries.append(entry)
    } catch {
      faults += error.faults.map { $0.diagnostic(in: kind, row: row) }
    }
  }

  private static func place(_ row: Int, _ column: String) -> String { "第\(row)行“\(column)”" }
}

extension CellFault {
  /// The fault as a person is told; `row` of a table, or nothing where a row was entered by hand.
  public func diagnostic(in kind: RegisterKind, row: Int? = nil) -> Diagnostic {
    let column = kind.columns.first { $0.key.utf8.elementsEqual(self.column.utf8) }
    let name = column?.name ?? self.column
    let place = (row.map { "第\($0)行" } ?? "") + "“\(name)”"
    var details = ["row": row.map(String.init) ?? "", "column": name, "wanted": column?.wanted ?? ""]
    switch reason {
    case .missing: return Diagnostic(.cellMissing, .hold, place: place, details: details)
    case .form: return Diagnostic(.cellForm, .hold, place: place, details: details)
    case .conflict(let words):
      details["reason"] = words
      return Diagnostic(.cellConflict, .hold, place: place, details: details)
    }
  }
}

extension RegisterKind {
  /// The column with this key, header or alias.
  public func column(named name: String) -> RegisterColumn? {
    let wanted = CellText.comparable(name)
    guard !wanted.isEmpty else { return nil }
    return columns.first { column in
      ([column.name, column.key] + column.aliases).contains { CellText.comparable($0).utf8.elementsEqual(wanted.utf8) }
    }
  }

  /// What would name the row of these texts; `nil` where it isn't filled in rightly.
  public func number(in texts: [String: String]) -> String? {
    let text = texts[numberColumn.key]?.trimmedWhitespace ?? ""
    return text.isEmpty ? nil : numberColumn.form.cell(text)?.canonical
  }

  /// An empty table with the header, for spreadsheets.
  public var template: String { CSVText.of([columns.map(\.name)]) }

  /// Rows of this register as a table that can be read again; keys of choices are printed by their names.
  public func table(of rows: [RegisterRow]) -> String {
    CSVText.of(
      [columns.map(\.name)] + rows.map { row in columns.map { CSVText.guarded($0.printed(row.cells[$0.key])) } })
  }
}

extension RegisterColumn {
  /// A cell of this column for people; empty where there is none.
  public func printed(_ cell: RegisterCell?) -> String {
    guard let cell else { return "" }
    if case .choice(let choices) = form, case .choice(let key) = cell {
      return choices.first { $0.key == key }?.name ?? key
    }
    return cell.canonical
  }
}
