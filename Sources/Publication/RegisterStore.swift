/// What one entry changed.
public struct RegisterChanges: Sendable, Equatable {
  /// Rows that are new.
  public var added = 0
  /// Rows whose fields are others than before.
  public var revised = 0
  /// Rows that were known with just these fields.
  public var unchanged = 0

  /// No rows at all.
  public init() {}

  /// Whether nothing was written.
  public var isEmpty: Bool { added == 0 && revised == 0 }
}

/// The registers' record. Rows are named by register and number: the same row again changes nothing, with other fields it is a revision.
public protocol RegisterStore: Sendable {
  /// Every record in order. Throws `PipelineError` (`registersDamaged`) where they can't be read.
  func records() throws -> [RegisterRecord]
  /// Appends what is new in the drafts that `drafts` makes of the records as they are: all of it durably, or nothing where anything throws
  /// (`registersBusy` while someone else enters). Nobody enters anything between the look and the writing.
  ///
  /// Where a row is named twice the later draft is a revision of the earlier.
  @discardableResult func record(
    _ origin: RegisterOrigin, _ drafts: ([RegisterRecord]) throws -> [RegisterDraft]
  ) throws -> RegisterChanges
}

extension RegisterStore {
  /// Appends what is new in `drafts`.
  @discardableResult public func record(_ drafts: [RegisterDraft], _ origin: RegisterOrigin) throws -> RegisterChanges {
    try record(origin) { _ in drafts }
  }

  /// The rows as they stand now, in the order in which they were first entered; void ones are left out.
  public func rows(of register: String? = nil) throws -> [RegisterRecord] {
    RegisterRecord.current(try records(), of: register).filter { !$0.draft.isVoid }
  }
}

extension RegisterRecord {
  private struct Name: Hashable {
    var register: [UInt8]
    var number: [UInt8]

    init(_ draft: RegisterDraft) {
      register = Array(draft.register.utf8)
      number = Array(draft.number.utf8)
    }
  }

  /// The latest record of each row (void ones too), in the order in which the rows were first entered.
  public static func current(_ records: [RegisterRecord], of register: String? = nil) -> [RegisterRecord] {
    var places: [Name: Int] = [:]
    var rows: [RegisterRecord] = []
    for record in records {
      if let register, !record.draft.register.utf8.elementsEqual(register.utf8) { continue }
      if let place = places[Name(record.draft)] {
        rows[place] = record
      } else {
        places[Name(record.draft)] = rows.count
        rows.append(record)
      }
    }
    return rows
  }

  /// The records that `drafts` add to `records`, and what they change.
  public static func following(
    _ records: [RegisterRecord], _ drafts: [RegisterDraft], _ origin: RegisterOrigin
  ) -> (added: [RegisterRecord], changes: RegisterChanges) {
    var latest: [Name: RegisterRecord] = [:]
    for record in records { latest[Name(record.draft)] = record }
    var head = (sequence: records.last?.sequence ?? 0, hash: records.last?.hash ?? root)
    var added: [RegisterRecord] = []
    var changes = RegisterChanges()
    for draft in drafts {
      let known = latest[Name(draft)]
      if let known, known.draft.values == draft.values, known.draft.isVoid == draft.isVoid {
        changes.unchanged += 1
        continue
      }
      if known == nil { changes.added += 1 } else { changes.revised += 1 }
      var record = RegisterRecord(
        sequence: head.sequence + 1, origin: origin, revision: (known?.revision ?? 0) + 1, draft: draft, hash: "")
      record.hash = record.hash(after: head.hash)
      head = (record.sequence, record.hash)
      latest[Name(draft)] = record
      added.append(record)
    }
    return (added, changes)
  }

  /// Each record that is missing, out of order, or has another hash than its fields and the record before it give
  /// (`registerChainBroken`). A changed record is told once.
  public static func audit(_ records: [RegisterRecord]) -> [Diagnostic] {
    var previous = (sequence: 0, hash: root)
    var revisions: [Name: Int] = [:]
    var findings: [Diagnostic] = []
    for record in records {
      let revision = (revisions[Name(record.draft)] ?? 0) + 1
      let isWhole =
        record.sequence == previous.sequence + 1 && record.revision == revision
        && record.hash.utf8.elementsEqual(record.hash(after: previous.hash).utf8)
      if !isWhole {
        findings.append(
          Diagnostic(
            .registerChainBroken, .warning, place: record.origin.moment, details: ["sequence": String(record.sequence)])
        )
      }
      revisions[Name(record.draft)] = record.revision
      previous = (record.sequence, record.hash)
    }
    return findings
  }
}
