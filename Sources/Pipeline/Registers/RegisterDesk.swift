public import Publication
import Registers

/// What one table or one entry by hand did.
public struct RegisterEntered: Sendable {
  /// The Chinese name of the register.
  public var register: String
  /// Rows added, revised, unchanged.
  public var changes: RegisterChanges
  /// Whether a table of just these bytes was taken before: then nothing is entered.
  public var isKnown = false
  /// What should be looked at although it was entered. Numbers of rows and names of columns, no values.
  public var advice: [Diagnostic] = []
}

/// Every fault of a table or an entry; nothing of it was entered.
public struct RegisterFaults: Error, Sendable {
  /// At least one.
  public let diagnostics: [Diagnostic]
}

/// Enters tables and rows into the registers, and keeps the tables.
struct RegisterDesk {
  let files: any FileStore
  let store: any RegisterStore
  let today: CivilDate
  /// ISO 8601 UTC.
  let moment: String

  static let originals = FileName("registers/originals")

  static func original(_ digest: ContentDigest) -> FileName { originals.appending(FileName("\(digest).csv")) }

  /// Whether a table with this digest was taken before.
  func isKnown(_ digest: ContentDigest) throws -> Bool {
    if try files.status(of: Self.original(digest)) != nil { return true }
    return try store.records().contains { $0.origin.source == digest }
  }

  /// Enters a table: all its rows, or none.
  ///
  /// The caller keeps the original afterwards, under `original(_:)`. Throws `RegisterFaults`.
  func enter(table bytes: [UInt8], by actor: String) throws -> RegisterEntered {
    let digest = ContentDigest(of: bytes)
    var entered: (kind: RegisterKind, numbers: Set<String>, rows: [RegisterRow])?
    let isKnown = try isKnown(digest)
    let origin = RegisterOrigin(day: today, moment: moment, actor: actor, source: digest)
    let changes = try store.record(origin) { records in
      let table = try Self.reading(bytes, records)
      entered = (table.kind, Set(table.rows.map(\.number)), table.rows)
      return isKnown ? [] : table.drafts
    }
    guard let entered else { throw PipelineError(.internalFault, subject: "registers") }
    var answer = RegisterEntered(register: entered.kind.name, changes: changes, isKnown: isKnown)
    if !changes.isEmpty {
      answer.advice = try advice(concerning: entered.numbers) + RegisterAdvice.daysAhead(in: entered.rows, today: today)
    }
    return answer
  }

  /// Enters one row by hand: fields by key or Chinese name; those that aren't named keep what the register has, an empty one is cleared.
  func enter(_ kind: RegisterKind, _ fields: [(name: String, text: String)], by actor: String) throws -> RegisterEntered
  {
    var texts: [String: String] = [:]
    for field in fields {
      guard let column = kind.column(named: field.name) else {
        throw PipelineError(
          .fieldUnknown, subject: field.name,
          details: ["register": kind.name, "known": kind.columns.map(\.name).joined(separator: "、")])
      }
      texts[column.key] = field.text
    }
    var entered: RegisterRow?
    let changes = try store.record(RegisterOrigin(day: today, moment: moment, actor: actor)) { records in
      var whole = texts
      if let number = kind.number(in: texts) {
        whole.merge(Self.known(records, kind)[number] ?? [:]) { new, _ in new }
      }
      do throws(RowFaults) {
        let (row, _) = try RegisterEntry.reading(kind, whole)
        entered = row
        return [RegisterDraft(register: kind.rawValue, number: row.number, values: row.values)]
      } catch {
        throw RegisterFaults(diagnostics: error.faults.map { $0.diagnostic(in: kind) })
      }
    }
    guard let entered else { throw PipelineError(.internalFault, subject: "registers") }
    let advice =
      try advice(concerning: [entered.number]) + RegisterAdvice.daysAhead(in: [entered], today: today)
    return RegisterEntered(register: kind.name, changes: changes, advice: advice)
  }

  /// Takes a row out of what counts; it stays in the record.
  func void(_ kind: RegisterKind, _ number: String, reason: String, by actor: String) throws {
    try store.record(RegisterOrigin(day: today, moment: moment, actor: actor)) { records in
      guard let row = Self.row(records, kind, number) else {
        throw PipelineError(.registerRowUnknown, subject: kind.name)
      }
      var draft = row.draft
      draft.isVoid = true
      draft.reason = reason
      return [draft]
    }
  }

  private func advice(concerning numbers: Set<String>) throws -> [Diagnostic] {
    RegisterAdvice.findings(in: try RegisterBook(try store.records()), concerning: numbers)
  }

  static func reading(_ bytes: [UInt8], _ records: [RegisterRecord]) throws(RegisterFaults) -> RegisterTable {
    try RegisterReading.table(bytes) { known(records, $0) }
  }

  static func row(_ records: [RegisterRecord], _ kind: RegisterKind, _ number: String) -> RegisterRecord? {
    RegisterRecord.current(records, of: kind.rawValue).first {
      !$0.draft.isVoid && $0.draft.number.utf8.elementsEqual(number.utf8)
    }
  }

  /// The rows of a register as texts, by number and column key.
  private static func known(_ records: [RegisterRecord], _ kind: RegisterKind) -> [String: [String: String]] {
    let rows = RegisterRecord.current(records, of: kind.rawValue).filter { !$0.draft.isVoid }
    return Dictionary(
      rows.map { row in
        (row.draft.number, Dictionary(row.draft.values.map { ($0.key, $0.text) }, uniquingKeysWith: { $1 }))
      }, uniquingKeysWith: { $1 })
  }
}
