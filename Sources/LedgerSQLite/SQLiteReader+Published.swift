internal import GRDB
internal import Publication

extension SQLiteReader {
  /// Two passes over narrow rows: the payloads, and an index of the items. Wide rows of items are never touched.
  func published() throws -> PublishedFacts {
    var shown: [Int: Shown] = [:]
    var days: [String: Set<Int>] = [:]
    try database.each(
      """
      SELECT item, key, isFirst, action = 'correct', date, outlet, language FROM payloads
      WHERE state IN ('queued', 'written') AND action <> 'withdraw'
      """
    ) { row in
      let (place, date) = (row.int(1), row.int(4))
      var one = shown[row.int(0)] ?? Shown()
      one.last = max(one.last, place)
      if row.int(2) != 0 { one.first = min(one.first ?? date, date) }
      if row.int(3) != 0 { one.correction = max(one.correction ?? (0, 0), (place, date), by: <) }
      if let language = ContentLanguage(rawValue: row.text(6)) { one.languages.insert(language) }
      shown[row.int(0)] = one
      days[row.text(5), default: []].insert(date)
    }
    var facts = PublishedFacts()
    try database.each(
      """
      SELECT key, id, state, language, pair, documentNumber, formedOn, category, changes, isIndependent FROM items
      INDEXED BY itemsReported ORDER BY key
      """
    ) { row in
      guard let one = shown[row.int(0)], let first = one.first,
        let state = ItemState(rawValue: row.text(2)), !state.isRestricted
      else { return }
      var item = PublishedItem(
        itemID: ItemID(rawValue: row.text(1)), state: state,
        language: row.optionalText(3).flatMap(ContentLanguage.init(rawValue:)), pair: row.optionalText(4),
        documentNumber: row.optionalText(5), formedOn: row.isNull(6) ? nil : try row.day(6),
        published: try SQLRow.day(first), lastShown: one.last, lastCorrected: one.correction?.0,
        correctedOn: try one.correction.map { try SQLRow.day($0.1) }, category: row.optionalText(7),
        changes: row.changes(8), isIndependent: row.int(9) != 0)
      item.languages = one.languages
      facts.items.append(item)
    }
    for (outlet, numbers) in days { facts.days[OutletID(outlet)] = try numbers.sorted().map(SQLRow.day) }
    return facts
  }

  private struct Shown {
    /// `yyyymmdd` of the first publication that counts.
    var first: Int?
    var last = 0
    var languages: Set<ContentLanguage> = []
    /// Place and day of the latest correction.
    var correction: (Int, Int)?
  }
}

private func max<Value>(_ left: Value, _ right: Value, by isLess: (Value, Value) -> Bool) -> Value {
  isLess(left, right) ? right : left
}
