internal import GRDB
internal import GRDBSQLite
internal import Publication

/// Changes within one transaction, and what it need not ask twice: keys, the head of the history, counts to add at the end.
final class SQLiteWriter: SQLiteReader, LedgerTransaction {
  private struct CounterKey: Hashable {
    var outlet: OutletID
    var month: Int
    var attribute: DisclosureAttribute
    var language: ContentLanguage
  }

  private var keys: [ItemID: Int] = [:]
  private var head: (sequence: Int, hash: String)?
  private var lastDecision: Int?
  private var counts: [CounterKey: Int] = [:]
  /// Items whose publication may have changed: looked at once, at the end.
  var touched: Set<Int> = []
  var tallies = PendingTallies()
  private var failure: (any Error)?
  /// Whether text was forgotten: its traces in the write-ahead log must go too.
  private(set) var hasErased = false

  /// Writes what was gathered; throws where a step failed, although its caller went on.
  func finish() throws {
    if let failure { throw failure }
    try addCounts()
    try settlePublications()
  }

  override func counters() throws -> [Counter] {
    try addCounts()
    return try super.counters()
  }

  override func tallies(from: CivilDate, to: CivilDate) throws -> [DayTally] {
    try settlePublications()
    return try super.tallies(from: from, to: to)
  }

  override func changes(from: CivilDate, to: CivilDate) throws -> [String: Int] {
    try settlePublications()
    return try super.changes(from: from, to: to)
  }

  override func activeDays(from: CivilDate, to: CivilDate) throws -> [OutletID: [CivilDate]] {
    try settlePublications()
    return try super.activeDays(from: from, to: to)
  }

  override func itemTallies() throws -> [ItemTally] {
    try settlePublications()
    return try super.itemTallies()
  }

  override func historyHead() throws -> (sequence: Int, hash: String) {
    let known = try head ?? super.historyHead()
    head = known
    return known
  }

  func eraseBodies(of item: ItemID) throws {
    try change(
      "DELETE FROM payloadBodies WHERE payload IN (SELECT key FROM payloads WHERE item = ?)", [.int(try key(of: item))])
    hasErased = true
  }

  func plan(_ moves: [PlannedMove]) throws {
    for move in moves {
      try change(
        """
        INSERT INTO moves (origin, target, item) VALUES (?, ?, ?)
        ON CONFLICT (origin) DO UPDATE SET target = excluded.target, item = excluded.item
        """, [.text(move.from), .text(move.to), .text(move.itemID.rawValue)])
    }
  }

  func finish(_ moves: [String]) throws {
    for move in moves { try change("DELETE FROM moves WHERE origin = ?", [.text(move)]) }
  }

  func append(
    day: CivilDate, moment: String, actor: String, event: String, itemID: ItemID, inputID: InputID, facts: JSONValue
  ) throws {
    let item = try key(of: itemID)
    let last = try historyHead()
    let sequence = last.sequence + 1
    let hash = HistoryEntry.hash(
      previous: last.hash, sequence: sequence, day: day, moment: moment, actor: actor, event: event, itemID: itemID,
      inputID: inputID, facts: facts)
    try change(
      """
      INSERT INTO history (sequence, day, moment, actor, event, item, input, facts, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .int(sequence), .int(day.number), .text(moment), .text(actor), .text(event), .int(item),
        .text(inputID.rawValue), .text(String(decoding: facts.utf8(), as: UTF8.self)), .text(hash),
      ])
    head = (sequence, hash)
    guard HoldRecord.events.contains(event), case .array(let codes)? = facts["codes"] else { return }
    for code in codes.compactMap(\.text) {
      try change(
        "INSERT INTO holds (day, code, item) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [.int(day.number), .text(code), .int(item)])
    }
  }

  func replaceWaiting(_ entries: [WaitingEntry]) throws {
    guard try waiting() != entries else { return }
    try change("DELETE FROM waiting", [])
    for (position, entry) in entries.enumerated() {
      try change(
        "INSERT INTO waiting (position, file, state, code, message) VALUES (?, ?, ?, ?, ?)",
        [
          .int(position), .text(entry.file), .text(entry.state), .text(entry.code.rawValue), .text(entry.message),
        ])
    }
  }
}

// What the other parts of the transaction share.
extension SQLiteWriter {
  func change(_ sql: String, _ values: [SQLValue]) throws {
    do { try database.run(sql, values) } catch {
      failure = error
      throw error
    }
  }

  /// The integer key of an item that was put.
  func key(of item: ItemID) throws -> Int {
    if let key = keys[item] { return key }
    let found = try database.one("SELECT key FROM items WHERE id = ?", [.text(item.rawValue)]) { $0.int(0) }
    guard let found else { throw PipelineError(.itemUnknown, subject: item.rawValue) }
    keys[item] = found
    return found
  }

  func remember(_ key: Int, of item: ItemID) { keys[item] = key }

  /// Remembers that the publication of an item may have changed.
  func touch(_ item: Int) { touched.insert(item) }

  func nextDecision() throws -> Int {
    let last = try lastDecision ?? database.one("SELECT max(decision) FROM items") { $0.int(0) } ?? 0
    lastDecision = last + 1
    return last + 1
  }

  func count(
    _ change: Int, outlet: OutletID, month: Int, attribute: DisclosureAttribute, language: ContentLanguage
  ) {
    counts[CounterKey(outlet: outlet, month: month, attribute: attribute, language: language), default: 0] += change
  }

  private func addCounts() throws {
    for (key, change) in counts where change != 0 {
      try self.change(
        """
        INSERT INTO counters (outlet, month, attribute, language, count) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (outlet, month, attribute, language) DO UPDATE SET count = count + excluded.count
        """,
        [
          .text(key.outlet.rawValue), .int(key.month), .text(key.attribute.rawValue), .text(key.language.rawValue),
          .int(change),
        ])
    }
    counts = [:]
  }
}
