internal import GRDB
internal import Publication

extension SQLiteReader {
  private static let rows = "SELECT \(SQLRow.payloadColumns) FROM payloads JOIN items ON items.key = payloads.item"

  func payload(_ id: PayloadID) throws -> PayloadRow? {
    try database.one("\(Self.rows) WHERE payloads.id = ?", [.text(id.rawValue)]) { try $0.payload() }
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

  func body(of payload: PayloadID) throws -> [UInt8]? {
    try database.one(
      "SELECT body FROM payloadBodies WHERE payload = (SELECT key FROM payloads WHERE id = ?)",
      [.text(payload.rawValue)]
    ) { $0.bytes(0) }
  }
}
