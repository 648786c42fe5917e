public import Publication

/// One row of a register with every cell understood, but not yet compared with the others.
public struct RegisterRow: Sendable, Equatable {
  /// Which register.
  public let kind: RegisterKind
  /// The cells that are filled in, by the key of their column.
  public let cells: [String: RegisterCell]

  init(_ kind: RegisterKind, _ cells: [String: RegisterCell]) {
    self.kind = kind
    self.cells = cells
  }

  /// What names the row in its register.
  public var number: String { cells[kind.numberColumn.key]?.canonical ?? "" }

  /// The cells in the order of the columns, as they are kept.
  public var values: [RegisterValue] {
    kind.columns.compactMap { column in cells[column.key].map { RegisterValue(key: column.key, text: $0.canonical) } }
  }

  func text(_ key: String) -> String? {
    guard case .text(let text)? = cells[key] else { return nil }
    return text
  }

  func date(_ key: String) -> CivilDate? {
    guard case .date(let date)? = cells[key] else { return nil }
    return date
  }

  func count(_ key: String) -> Int? {
    guard case .count(let count)? = cells[key] else { return nil }
    return count
  }

  func choice<Choice: RegisterChoosing>(_ key: String, _: Choice.Type = Choice.self) -> Choice? {
    guard case .choice(let name)? = cells[key] else { return nil }
    return Choice(rawValue: name)
  }
}

/// What is wrong with one cell: the column, and what it should be. Never what stands there.
public struct CellFault: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Reason: Sendable, Equatable {
    /// Nothing is filled in.
    case missing
    /// It isn't of the column's form.
    case form
    /// It contradicts another column, or needs one; the words say how.
    case conflict(String)
  }

  /// The key of the column.
  public var column: String
  /// What is wrong.
  public var reason: Reason
}

/// Reads cells, and collects every fault of a row.
struct RowReading {
  let kind: RegisterKind
  var faults: [CellFault] = []

  /// The row of these texts by column key, blank ones left out; faults are collected.
  mutating func row(_ texts: [String: String]) -> RegisterRow {
    var cells: [String: RegisterCell] = [:]
    for column in kind.columns {
      let text = texts[column.key]?.trimmedWhitespace ?? ""
      if text.isEmpty {
        if column.isRequired { faults.append(CellFault(column: column.key, reason: .missing)) }
      } else if let cell = column.form.cell(text) {
        cells[column.key] = cell
      } else {
        faults.append(CellFault(column: column.key, reason: .form))
      }
    }
    return RegisterRow(kind, cells)
  }

  mutating func refuse(_ column: String, _ reason: String) {
    let fault = CellFault(column: column, reason: .conflict(reason))
    if !faults.contains(fault) { faults.append(fault) }
  }

  /// The second day must not lie before the first.
  mutating func expectOrder(_ row: RegisterRow, _ columns: String...) {
    var earlier: (key: String, date: CivilDate)?
    for key in columns {
      guard let date = row.date(key) else { continue }
      if let earlier, date < earlier.date { refuse(key, "早于“\(name(earlier.key))”") }
      earlier = (key, date)
    }
  }

  /// What is filled in only together with something else.
  mutating func expect(_ row: RegisterRow, _ key: String, needs other: String) {
    if row.cells[key] != nil, row.cells[other] == nil { refuse(key, "填了这一项，也要填“\(name(other))”") }
  }

  func name(_ key: String) -> String { kind.columns.first { $0.key == key }?.name ?? key }
}

/// Where an entry comes from, and who entered it.
public struct EntryOrigin: Sendable, Equatable {
  /// 来源.
  public var source: String
  /// 经办人.
  public var person: String

  init(_ row: RegisterRow, source: String? = nil) {
    self.source = source ?? row.text("source") ?? ""
    person = row.text("handler") ?? ""
  }
}
