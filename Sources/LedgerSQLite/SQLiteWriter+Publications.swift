internal import GRDB
internal import Publication

/// The row of an item that went out, and with it the item's part in the tallies: what can be taken away again when it changes.
private struct KeptPublication: Equatable {
  /// `yyyymmdd` of the first publication.
  var day: Int
  var formedOn: Int?
  /// The language that it went out in, where it stands published.
  var standing: Standing?
  var isIndependent: Bool
  /// The key of the Mongolian half of a Chinese item, and how many days later that was published.
  var half: Int?
  var lag: Int?
  var isStale = false
  /// The key of its latest payload that shows something.
  var lastShown: Int
  var changes: String?

  enum Standing: String {
    case chinese = "zh"
    case mongolian = "mn"
    case both
  }

  var traits: [(kind: Int, value: Int)] {
    let formed = DayTally.Trait.formed(nil).kind
    var traits = [(formed, formedOn ?? 0)]
    switch standing {
    case .mongolian: traits.append((DayTally.Trait.mongolian.kind, 0))
    case .both: traits += [(DayTally.Trait.mongolian.kind, 0), (DayTally.Trait.translated(lag: 0).kind, 0)]
    case .chinese:
      guard let lag else {
        return traits + [((isIndependent ? DayTally.Trait.independent : .untranslated).kind, 0)]
      }
      traits.append((DayTally.Trait.translated(lag: lag).kind, lag))
      if isStale { traits.append((DayTally.Trait.stale.kind, 0)) }
    case nil: break
    }
    return traits
  }
}

/// The same, as payloads and item give it, with what finds its half.
private struct FoundPublication {
  var row: KeptPublication
  var pair: String?
  var documentNumber: String?
  var lastCorrected: Int?
}

extension SQLiteWriter {
  /// Brings rows and tallies of touched items up to date. A Chinese item changes with its Mongolian half, so those come first.
  func settlePublications() throws {
    let keys = touched.sorted()
    touched = []
    var chinese: Set<Int> = []
    for key in keys {
      let old = try kept(key)
      let new = try found(key)
      if old?.standing == .mongolian || new?.row.standing == .mongolian {
        chinese.formUnion(try all("SELECT item FROM publications WHERE half = ?", .int(key)))
      }
      if let new, new.row.standing == .mongolian { chinese.formUnion(try chineseHalves(of: new)) }
      if new?.row.standing == .chinese { chinese.insert(key) }
      // What was Mongolian must not be found as a half any more.
      if new?.row.standing != .chinese || old?.standing != .chinese { try replace(old, with: new?.row, key) }
    }
    for key in chinese.sorted() {
      guard var new = try found(key), new.row.standing == .chinese else { continue }
      try findHalf(&new)
      try replace(kept(key), with: new.row, key)
    }
    try addTallies()
  }

  private func all(_ sql: String, _ value: SQLValue) throws -> [Int] {
    try database.all(sql, [value]) { $0.int(0) }
  }

  private func chineseHalves(of half: FoundPublication) throws -> [Int] {
    var keys: [Int] = []
    let columns = [("pair", half.pair), ("documentNumber", half.documentNumber)]
    for (column, value) in columns {
      guard let value else { continue }
      keys += try all(
        """
        SELECT publications.item FROM items JOIN publications ON publications.item = items.key
        WHERE items.\(column) = ? AND standing = 'zh'
        """, .text(value))
    }
    return keys
  }

  private func findHalf(_ new: inout FoundPublication) throws {
    func half(_ column: String, _ value: String?) throws -> (key: Int, day: Int, lastShown: Int)? {
      guard let value else { return nil }
      return try database.one(
        """
        SELECT publications.item, day, lastShown FROM items JOIN publications ON publications.item = items.key
        WHERE items.\(column) = ? AND standing = 'mn' ORDER BY day, items.id LIMIT 1
        """, [.text(value)]
      ) { ($0.int(0), $0.int(1), $0.int(2)) }
    }
    guard let half = try half("pair", new.pair) ?? half("documentNumber", new.documentNumber) else { return }
    new.row.half = half.key
    new.row.lag = try SQLRow.day(half.day).daysSince1970 - SQLRow.day(new.row.day).daysSince1970
    new.row.isStale = new.lastCorrected.map { $0 > half.lastShown } ?? false
  }

  private func kept(_ key: Int) throws -> KeptPublication? {
    try database.one(
      "SELECT day, formedOn, standing, half, lag, isStale, lastShown, changes, isIndependent FROM publications WHERE item = ?",
      [.int(key)]
    ) { row in
      KeptPublication(
        day: row.int(0), formedOn: row.isNull(1) ? nil : row.int(1), standing: .init(rawValue: row.text(2)),
        isIndependent: row.int(8) != 0,
        half: row.isNull(3) ? nil : row.int(3), lag: row.isNull(4) ? nil : row.int(4), isStale: row.int(5) != 0,
        lastShown: row.int(6), changes: row.optionalText(7))
    }
  }

  /// `nil` where nothing of the item is due and standing, or nothing of it may be told.
  private func found(_ key: Int) throws -> FoundPublication? {
    var (first, lastShown, lastCorrected): (Int?, Int, Int?) = (nil, 0, nil)
    var languages: Set<ContentLanguage> = []
    try database.each(
      """
      SELECT key, isFirst, action = 'correct', date, language FROM payloads
      WHERE item = ? AND state IN ('queued', 'written') AND action <> 'withdraw'
      """, [.int(key)]
    ) { row in
      lastShown = max(lastShown, row.int(0))
      if row.int(1) != 0 { first = min(first ?? row.int(3), row.int(3)) }
      if row.int(2) != 0 { lastCorrected = max(lastCorrected ?? 0, row.int(0)) }
      if let language = ContentLanguage(rawValue: row.text(4)) { languages.insert(language) }
    }
    guard let first else { return nil }
    return try database.one(
      "SELECT state, language, pair, documentNumber, formedOn, changes, isIndependent FROM items WHERE key = ?",
      [.int(key)]
    ) { row -> FoundPublication? in
      guard let state = ItemState(rawValue: row.text(0)), !state.isRestricted else { return nil }
      let language = ContentLanguage(rawValue: row.text(1)) ?? (languages.count == 1 ? languages.first : nil)
      let went: KeptPublication.Standing? =
        switch language {
        case .chinese: .chinese
        case .mongolian: .mongolian
        case nil: languages.count == 2 ? .both : nil
        }
      let standing = state == .queued ? went : nil
      return FoundPublication(
        row: KeptPublication(
          day: first, formedOn: row.isNull(4) ? nil : row.int(4), standing: standing,
          isIndependent: row.int(6) != 0, lastShown: lastShown,
          changes: row.optionalText(5)),
        pair: row.optionalText(2), documentNumber: row.optionalText(3), lastCorrected: lastCorrected)
    } ?? nil
  }

  private func replace(_ old: KeptPublication?, with new: KeptPublication?, _ key: Int) throws {
    guard old != new else { return }
    count(old, -1)
    count(new, 1)
    guard let new else { return try change("DELETE FROM publications WHERE item = ?", [.int(key)]) }
    try change(
      """
      INSERT OR REPLACE INTO publications
      (item, day, formedOn, standing, isIndependent, half, lag, isStale, lastShown, changes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .int(key), .int(new.day), new.formedOn.map(SQLValue.int) ?? .null, .optional(new.standing?.rawValue),
        .int(new.isIndependent ? 1 : 0), new.half.map(SQLValue.int) ?? .null, new.lag.map(SQLValue.int) ?? .null,
        .int(new.isStale ? 1 : 0), .int(new.lastShown), .optional(new.changes),
      ])
  }

  private func count(_ row: KeptPublication?, _ change: Int) {
    guard let row else { return }
    for (kind, value) in row.traits {
      tallies.traits[.init(day: row.day, kind: kind, value: value), default: 0] += change
    }
    guard let changes = row.changes else { return }
    for (rule, count) in SQLRow.changes(changes) {
      tallies.rules[.init(rule: rule, day: row.day), default: 0] += change * count
    }
  }
}
