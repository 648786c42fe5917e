internal import GRDB
internal import Publication

/// Questions within one transaction.
class SQLiteReader: LedgerReading {
  let database: Database

  init(_ database: Database) { self.database = database }

  func counters() throws -> [Counter] {
    try ordered("SELECT outlet, month, attribute, language, count FROM counters WHERE count <> 0")
  }

  // The transaction overrides these: they can't stand in an extension.
  func tallies(from: CivilDate, to: CivilDate) throws -> [DayTally] {
    // Ordered by the table's own key; kept traits that this version doesn't know are of a later one, which can't be.
    try database.all(
      "SELECT day, kind, value, count FROM dayTallies WHERE day BETWEEN ? AND ? AND count <> 0",
      [.int(from.number), .int(to.number)]
    ) { row in
      let (kind, value) = (row.int(1), row.int(2))
      let isFormed = kind == DayTally.Trait.formed(nil).kind
      let known = isFormed ? try value == 0 ? .min : SQLRow.day(value).daysSince1970 : value
      let trait = DayTally.Trait(kind: kind, value: known)
      return try trait.map { DayTally(day: try row.day(0), trait: $0, count: row.int(3)) }
    }.compactMap { $0 }
  }

  func changes(from: CivilDate, to: CivilDate) throws -> [String: Int] {
    var changes: [String: Int] = [:]
    try database.each(
      "SELECT rule, sum(count) FROM ruleTallies WHERE day BETWEEN ? AND ? GROUP BY rule",
      [.int(from.number), .int(to.number)]
    ) { row in if row.int(1) != 0 { changes[row.text(0)] = row.int(1) } }
    return changes
  }

  func activeDays(from: CivilDate, to: CivilDate) throws -> [OutletID: [CivilDate]] {
    var days: [(outlet: String, days: [CivilDate])] = []
    try database.each(
      "SELECT outlet, day FROM outletDays WHERE day BETWEEN ? AND ? AND count <> 0 ORDER BY outlet, day",
      [.int(from.number), .int(to.number)]
    ) { row in
      let outlet = row.text(0)
      if days.last.map({ !$0.outlet.utf8.elementsEqual(outlet.utf8) }) ?? true { days.append((outlet, [])) }
      days[days.count - 1].days.append(try row.day(1))
    }
    return Dictionary(uniqueKeysWithValues: days.map { (OutletID($0.outlet), $0.days) })
  }

  func itemTallies() throws -> [ItemTally] {
    try itemTallies("SELECT state, attribute, count FROM itemCounters WHERE count <> 0")
  }

  func recountedItemTallies() throws -> [ItemTally] {
    try itemTallies("SELECT state, attribute, count(*) FROM items GROUP BY state, attribute")
  }

  private func itemTallies(_ sql: String) throws -> [ItemTally] {
    try database.all(sql) { row in
      ItemState(rawValue: row.text(0)).map {
        ItemTally(state: $0, attribute: DisclosureAttribute(rawValue: row.text(1)), count: row.int(2))
      }
    }.compactMap { $0 }.sorted()
  }

  func historyHead() throws -> (sequence: Int, hash: String) {
    try database.one("SELECT sequence, hash FROM history ORDER BY sequence DESC LIMIT 1") { ($0.int(0), $0.text(1)) }
      ?? (0, String(repeating: "0", count: 64))
  }

  func recounted() throws -> [Counter] {
    // "<> 0" keeps SQLite from walking all rows in the order of an index.
    try ordered(
      """
      SELECT outlet, date / 100, attribute, language, count(*) FROM payloads
      WHERE isFirst <> 0 AND state IN ('queued', 'written') GROUP BY 1, 2, 3, 4
      """)
  }

  func counted(from: CivilDate, to: CivilDate) throws -> [Counter] {
    try ordered(
      """
      SELECT outlet, date / 100, attribute, language, count(*) FROM payloads
      WHERE isFirst = 1 AND state IN ('queued', 'written') AND date BETWEEN ? AND ? GROUP BY 1, 2, 3, 4
      """, [.int(from.number), .int(to.number)])
  }

  private func ordered(_ sql: String, _ values: [SQLValue] = []) throws -> [Counter] {
    try database.all(sql, values) { try $0.counter() }.sorted()
  }

  func plannedMoves() throws -> [PlannedMove] {
    try database.all("SELECT origin, target, item FROM moves ORDER BY key") { row in
      PlannedMove(from: row.text(0), to: row.text(1), itemID: ItemID(rawValue: row.text(2)))
    }
  }

  func waiting() throws -> [WaitingEntry] {
    try database.all("SELECT file, state, code, message FROM waiting ORDER BY position") { row in
      Code(rawValue: row.text(2)).map { code in
        WaitingEntry(file: row.text(0), state: row.text(1), code: code, message: row.text(3))
      }
    }.compactMap { $0 }
  }
}

// History.
extension SQLiteReader {
  private static let entries = "SELECT \(SQLRow.historyColumns) FROM history JOIN items ON items.key = history.item"

  func history(of item: ItemID) throws -> [HistoryEntry] {
    try database.all("\(Self.entries) WHERE items.id = ? ORDER BY sequence", [.text(item.rawValue)]) { row in
      try row.historyEntry()
    }
  }

  func forEachHistoryEntry(_ body: (HistoryEntry) throws -> Void) throws {
    try database.each(
      "SELECT \(SQLRow.historyColumns) FROM history LEFT JOIN items ON items.key = history.item ORDER BY sequence"
    ) { row in try body(row.historyEntry()) }
  }

  func latestDay() throws -> CivilDate? {
    try database.one("SELECT day FROM history ORDER BY day DESC LIMIT 1") { try $0.day(0) }
  }
}
