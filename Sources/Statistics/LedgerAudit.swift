public import Publication

/// What the ledger can prove of itself, without a look at any file: counters against payloads, and the chain of the history.
public enum LedgerAudit {
  /// Everything below, the counters first. Empty where nothing is off.
  public static func findings(in ledger: any LedgerReading) throws -> [Diagnostic] {
    try counterFindings(in: ledger) + tallyFindings(in: ledger) + historyFindings(in: ledger)
  }

  /// Each outlet and month whose kept counters are not what the payloads add up to (`countersDiffer`).
  public static func counterFindings(in ledger: any LedgerReading) throws -> [Diagnostic] {
    let kept = byKind(try ledger.counters())
    let counted = byKind(try ledger.recounted())
    return Set(kept.keys).union(counted.keys).sorted()
      .filter { kept[$0] != counted[$0] }
      .map { kind in
        Diagnostic(
          .countersDiffer, .warning, outlets: [kind.outlet],
          details: [
            "outlet": kind.outlet.rawValue, "month": kind.month, "attribute": kind.attribute.rawValue,
            "language": kind.language.rawValue, "kept": String(kept[kind] ?? 0), "counted": String(counted[kind] ?? 0),
          ])
      }
  }

  /// Each entry of the history that is missing, out of order, or has another hash than its fields and the entry before it give
  /// (`historyBroken`). A changed entry is told once: the next one is checked against the hash that stands there.
  public static func historyFindings(in ledger: any LedgerReading) throws -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var previous = (sequence: 0, hash: String(repeating: "0", count: 64))
    try ledger.forEachHistoryEntry { entry in
      let hash = HistoryEntry.hash(
        previous: previous.hash, sequence: previous.sequence &+ 1, day: entry.day, moment: entry.moment,
        actor: entry.actor, event: entry.event, itemID: entry.itemID, inputID: entry.inputID, facts: entry.facts)
      if entry.sequence != previous.sequence &+ 1 || !entry.hash.utf8.elementsEqual(hash.utf8) {
        findings.append(
          Diagnostic(
            .historyBroken, .warning, place: entry.moment,
            details: ["sequence": String(entry.sequence), "item": entry.itemID.rawValue]))
      }
      previous = (entry.sequence, entry.hash)
    }
    return findings
  }

  private static func byKind(_ counters: [Counter]) -> [Counter: Int] {
    var counts: [Counter: Int] = [:]
    for counter in counters {
      var kind = counter
      kind.count = 0
      counts[kind, default: 0] += counter.count
    }
    return counts
  }
}
