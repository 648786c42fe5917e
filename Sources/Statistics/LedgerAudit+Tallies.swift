public import Publication

extension LedgerAudit {
  /// Each kept sum of the reports that is not what the lists behind it add up to (`talliesDiffer`).
  public static func tallyFindings(in ledger: any LedgerReading) throws -> [Diagnostic] {
    let (from, to) = (CivilDate(daysSince1970: .min / 2), CivilDate(daysSince1970: .max / 2))
    let facts = try ledger.published()
    let changes = facts.items.reduce(into: [:]) { sums, item in sums.merge(item.changes, uniquingKeysWith: +) }
    let days = try ledger.activeDays(from: from, to: to)
    let outlets = Set(days.keys).union(facts.days.keys)
    return differences(
      named(try ledger.tallies(from: from, to: to)), named(DayTally.tallies(of: facts.items)))
      + differences(try ledger.changes(from: from, to: to), changes)
      + differences(named(try ledger.itemTallies()), named(try ledger.recountedItemTallies()))
      + differences(holds(try ledger.holdCounts(from: from, to: to)), try heldInHistory(ledger))
      + outlets.sorted().filter { days[$0] ?? [] != facts.days[$0] ?? [] }.map { outlet in
        finding("\(outlet)", days[outlet]?.count ?? 0, facts.days[outlet]?.count ?? 0)
      }
  }

  private static func named(_ tallies: [DayTally]) -> [String: Int] {
    Dictionary(
      tallies.map { ("\($0.day) \($0.trait)", $0.count) }, uniquingKeysWith: +)
  }

  private static func named(_ tallies: [ItemTally]) -> [String: Int] {
    Dictionary(
      tallies.map { ("\($0.state.rawValue) \($0.attribute?.rawValue ?? "")", $0.count) }, uniquingKeysWith: +)
  }

  private static func holds(_ counts: [Code: Int]) -> [String: Int] {
    Dictionary(counts.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)
  }

  private static func heldInHistory(_ ledger: any LedgerReading) throws -> [String: Int] {
    var held: Set<HoldRecord> = []
    try ledger.forEachHistoryEntry { entry in
      guard HoldRecord.events.contains(entry.event), case .array(let codes)? = entry.facts["codes"] else { return }
      for code in codes.compactMap({ $0.text.flatMap(Code.init(rawValue:)) }) {
        held.insert(HoldRecord(day: entry.day, code: code, itemID: entry.itemID))
      }
    }
    return held.reduce(into: [:]) { $0[$1.code.rawValue, default: 0] += 1 }
  }

  private static func differences(_ kept: [String: Int], _ counted: [String: Int]) -> [Diagnostic] {
    Set(kept.keys).union(counted.keys).filter { kept[$0] ?? 0 != counted[$0] ?? 0 }.sorted()
      .map { finding($0, kept[$0] ?? 0, counted[$0] ?? 0) }
  }

  private static func finding(_ what: String, _ kept: Int, _ counted: Int) -> Diagnostic {
    Diagnostic(
      .talliesDiffer, .warning, details: ["what": what, "kept": String(kept), "counted": String(counted)])
  }
}
