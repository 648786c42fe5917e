internal import GRDB
internal import GRDBSQLite
internal import Publication

extension SQLiteWriter {
  func put(_ item: ItemRecord, restrictedDigests: [ContentDigest]) throws {
    let key = try putRecord(item)
    remember(key, of: item.itemID)
    try rememberInput(of: item, key: key)
    try change(
      "INSERT INTO sources (digest, item) VALUES (?, ?) ON CONFLICT DO NOTHING", [.text(item.source.hex), .int(key)])
    for digest in (item.state.isRestricted ? [item.source] : []) + restrictedDigests {
      try change("INSERT INTO restricted (digest) VALUES (?) ON CONFLICT DO NOTHING", [.text(digest.hex)])
    }
  }

  /// Gives back the key.
  private func putRecord(_ item: ItemRecord) throws -> Int {
    let known = try database.one(
      "SELECT key, state, revision, attribute FROM items WHERE id = ?", [.text(item.itemID.rawValue)]
    ) { ($0.int(0), ItemState(rawValue: $0.text(1)), $0.int(2), DisclosureAttribute(rawValue: $0.text(3))) }
    guard let (key, state, revision, attribute) = known else {
      try change(
        """
        INSERT INTO items (\(SQLRow.itemColumns), decision)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, try values(of: item))
      countItem(1, item.state, item.attribute)
      return Int(sqlite3_last_insert_rowid(database.sqliteConnection))
    }
    guard let state, state.mayBecome(item.state), item.revision >= revision else {
      throw PipelineError(
        .wrongState, subject: item.itemID.rawValue,
        details: ["state": state?.rawValue ?? "", "next": item.state.rawValue])
    }
    try change(
      """
      UPDATE items SET (\(SQLRow.itemColumns), decision) =
      (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE key = ?
      """, try values(of: item) + [.int(key)])
    countItem(-1, state, attribute)
    countItem(1, item.state, item.attribute)
    touch(key)
    return key
  }

  private func values(of item: ItemRecord) throws -> [SQLValue] {
    [
      .text(item.itemID.rawValue), .text(item.inputID.rawValue), .int(item.revision), .text(item.state.rawValue),
      .text(text(item.codes)), heldOutlets(item), .text(item.source.hex), .optional(item.file),
      .optional(item.title), .optional(item.language?.rawValue), .optional(item.attribute?.rawValue),
      .optional(item.documentNumber), .optional(item.pair), item.date.map { .int($0.number) } ?? .null,
      .int(item.decidedOn.number), .text(item.folder), .text(item.message),
      item.story == .null ? .null : json(item.story), item.formedOn.map { .int($0.number) } ?? .null,
      .optional(item.category), .optional(SQLRow.changesText(item.changes)),
      item.isIndependent ? .int(1) : .null, .int(try nextDecision()),
    ]
  }

  private func heldOutlets(_ item: ItemRecord) -> SQLValue {
    guard !item.heldOutlets.isEmpty else { return .null }
    let outlets = item.heldOutlets.sorted { $0.key < $1.key }
    return json(.object(outlets.map { .init($0.key.rawValue, .string(text($0.value))) }))
  }

  private func text(_ codes: [Code]) -> String { codes.map(\.rawValue).joined(separator: " ") }

  private func json(_ value: JSONValue) -> SQLValue { .text(String(decoding: value.utf8(), as: UTF8.self)) }

  /// An input that is its item's id needs no row; one of a duplicate belongs to the item that had it first.
  private func rememberInput(of item: ItemRecord, key: Int) throws {
    guard item.inputID.rawValue != item.itemID.rawValue else { return }
    if item.state == .duplicate {
      let isKnown = try database.one("SELECT 1 FROM items WHERE id = ?", [.text(item.inputID.rawValue)]) { _ in true }
      if isKnown ?? false { return }
    }
    let conflict = item.state == .duplicate ? "NOTHING" : "UPDATE SET item = excluded.item"
    try change(
      "INSERT INTO inputs (id, item) VALUES (?, ?) ON CONFLICT (id) DO \(conflict)",
      [.text(item.inputID.rawValue), .int(key)])
  }
}
