internal import GRDB
internal import Publication

extension SQLiteReader {
  private static let rows = "SELECT \(SQLRow.payloadColumns) FROM payloads JOIN items ON items.key = payloads.item"

  func payload(_ id: PayloadID) throws -> PayloadRow? {
    try database.one("\(Self.rows) WHERE payloads.id = ?", [.text(id.rawValue)]) { try $0.payload() }
  }

  func payloads(idPrefix: String) throws -> [PayloadRow] {
    try database.all(
      "\(Self.rows) WHERE payloads.id >= ? AND payloads.id < ? ORDER BY payloads.key",
      [.text(idPrefix), .text(idPrefix + "\u{10FFFF}")]
    ) { try $0.payload() }
  }

  func forEachPayload(_ body: (PayloadRow) throws -> Void) throws {
    try database.each("\(Self.rows) ORDER BY payloads.key") { try body($0.payload()) }
  }

  func payloads(naming files: Set<ContentDigest>) throws -> [PayloadRow] {
    try database.all("\(Self.rows) WHERE files <> '' ORDER BY payloads.key", []) { try $0.payload() }
      .filter { !files.isDisjoint(with: $0.files) }
  }

  func payloads(of item: ItemID) throws -> [PayloadRow] {
    try database.all("\(Self.rows) WHERE items.id = ? ORDER BY payloads.key", [.text(item.rawValue)]) {
      try $0.payload()
    }
  }

  func payloads(in state: PayloadState, limit: Int?) throws -> [PayloadRow] {
    // The second condition names the small index of what is not written yet.
    let open = state == .written ? "" : " AND payloads.state <> 'written'"
    return try database.all(
      "\(Self.rows) WHERE payloads.state = ?\(open) ORDER BY payloads.key LIMIT ?",
      [.text(state.rawValue), .int(limit.map { max($0, 0) } ?? Int.max)]
    ) { try $0.payload() }
  }

  func payloadsDue(on day: CivilDate) throws -> [PayloadRow] {
    try database.all(
      """
      \(Self.rows) WHERE payloads.state = 'scheduled' AND payloads.state <> 'written' AND payloads.date <= ?
      ORDER BY payloads.key
      """, [.int(day.number)]
    ) { try $0.payload() }
  }

  func firstPublications(outlet: OutletID, from: CivilDate, to: CivilDate) throws -> [PayloadRow] {
    try database.all(
      """
      \(Self.rows) WHERE isFirst = 1 AND payloads.state IN ('queued', 'written') AND outlet = ?
      AND payloads.date BETWEEN ? AND ? ORDER BY payloads.date, payloads.key
      """, [.text(outlet.rawValue), .int(from.number), .int(to.number)]
    ) { try $0.payload() }
  }

  func payloads(action: PayloadAction, from: CivilDate, to: CivilDate) throws -> [PayloadRow] {
    // The second condition names the small index of what is no first publication.
    let few = action == .publish ? "" : " AND action <> 'publish'"
    return try database.all(
      """
      \(Self.rows) WHERE action = ?\(few) AND payloads.date BETWEEN ? AND ? AND payloads.state IN ('queued', 'written')
      ORDER BY payloads.date, payloads.key
      """, [.text(action.rawValue), .int(from.number), .int(to.number)]
    ) { try $0.payload() }
  }

  func holdCounts(from: CivilDate, to: CivilDate) throws -> [Code: Int] {
    var counts: [Code: Int] = [:]
    try database.each(
      "SELECT code, count(*) FROM holds WHERE day BETWEEN ? AND ? GROUP BY code", [.int(from.number), .int(to.number)]
    ) { row in
      if let code = Code(rawValue: row.text(0)) { counts[code] = row.int(1) }
    }
    return counts
  }

  func holds(for code: Code, from: CivilDate, to: CivilDate) throws -> [HoldRecord] {
    try database.all(
      """
      SELECT day, items.id FROM holds JOIN items ON items.key = holds.item
      WHERE day BETWEEN ? AND ? AND code = ? ORDER BY day, items.id
      """, [.int(from.number), .int(to.number), .text(code.rawValue)]
    ) { row in HoldRecord(day: try row.day(0), code: code, itemID: ItemID(rawValue: row.text(1))) }
  }

  func body(of payload: PayloadID) throws -> [UInt8]? {
    try database.one(
      "SELECT body FROM payloadBodies WHERE payload = (SELECT key FROM payloads WHERE id = ?)",
      [.text(payload.rawValue)]
    ) { $0.bytes(0) }
  }
}
