internal import GRDB
internal import Publication

extension SQLiteReader {
  private static let records = "SELECT \(SQLRow.itemColumns) FROM items"
  private static let isLive = "state NOT IN ('superseded', 'duplicate')"

  func item(_ id: ItemID) throws -> ItemRecord? {
    try database.one("\(Self.records) WHERE id = ?", [.text(id.rawValue)]) { try $0.item() }
  }

  func items(idPrefix: String) throws -> [ItemRecord] {
    // No id has a character after these; the range is answered from the index.
    try all("id >= ? AND id < ?", idPrefix, idPrefix + "\u{10FFFF}")
  }

  func item(input: InputID) throws -> ItemRecord? {
    let id: SQLValue = .text(input.rawValue)
    let sql = "\(Self.records) WHERE key = (SELECT item FROM inputs WHERE id = ?)"
    return try database.one(sql, [id]) { try $0.item() } ?? item(ItemID(rawValue: input.rawValue))
  }

  func items(source: ContentDigest) throws -> [ItemRecord] {
    try all("key IN (SELECT item FROM sources WHERE digest = ?)", source.hex)
  }

  func wasRestricted(_ digest: ContentDigest) throws -> Bool {
    try database.one("SELECT 1 FROM restricted WHERE digest = ?", [.text(digest.hex)]) { _ in true } ?? false
  }

  func items(documentNumber: String) throws -> [ItemRecord] {
    try all("documentNumber = ? AND \(Self.isLive)", documentNumber)
  }

  func allItems(documentNumber: String) throws -> [ItemRecord] { try all("documentNumber = ?", documentNumber) }

  func items(pair: String) throws -> [ItemRecord] {
    try all("pair = ? AND \(Self.isLive)", pair)
  }

  func items(title: String) throws -> [ItemRecord] { try all("title = ?", title) }

  func items(file: String, title: String) throws -> [ItemRecord] {
    try all("title = ? AND file = ? AND \(Self.isLive)", title, file)
  }

  func items(in states: Set<ItemState>) throws -> [ItemRecord] {
    guard !states.isEmpty else { return [] }
    let names = states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    let partly = states.contains(.held) ? " UNION SELECT key FROM items WHERE heldOutlets IS NOT NULL" : ""
    return try all("key IN (SELECT key FROM items WHERE state IN (\(names))\(partly))")
  }

  func items(heldFor code: Code) throws -> [ItemRecord] {
    // The small index has the codes of what is held, so that nothing else of the others is read.
    try all(
      "key IN (SELECT key FROM items INDEXED BY itemsHeld WHERE state = 'held' AND instr(' ' || codes || ' ', ?) > 0)",
      " \(code.rawValue) ")
  }

  private func all(_ condition: String, _ texts: String...) throws -> [ItemRecord] {
    try database.all("\(Self.records) WHERE \(condition) ORDER BY decision", texts.map(SQLValue.text)) { try $0.item() }
  }
}
