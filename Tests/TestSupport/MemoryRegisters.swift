public import Publication
internal import Synchronization

/// The registers in memory: the double of the journal, under the same conformance suite.
public final class MemoryRegisters: RegisterStore {
  private let state = Mutex<[RegisterRecord]>([])

  /// Empty registers.
  public init() {}

  /// Every record in order.
  public func records() -> [RegisterRecord] { state.withLock { $0 } }

  /// Appends what is new.
  @discardableResult public func record(
    _ origin: RegisterOrigin, _ drafts: ([RegisterRecord]) throws -> [RegisterDraft]
  ) throws -> RegisterChanges {
    try state.withLock { records in
      var changes = RegisterChanges()
      for draft in try drafts(records) {
        let known = records.filter { $0.draft.register == draft.register && $0.draft.number == draft.number }
        if let last = known.last, last.draft.isVoid == draft.isVoid, last.draft.values == draft.values {
          changes.unchanged += 1
          continue
        }
        if known.isEmpty { changes.added += 1 } else { changes.revised += 1 }
        var record = RegisterRecord(
          sequence: records.count + 1, origin: origin, revision: known.count + 1, draft: draft, hash: "")
        record.hash = record.hash(after: records.last?.hash ?? RegisterRecord.root)
        records.append(record)
      }
      return changes
    }
  }
}
