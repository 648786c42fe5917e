internal import GRDB
internal import GRDBSQLite
internal import Publication

/// What changes and counts of a payload.
private struct PayloadPlace {
  var key: Int
  var item: Int
  var state: PayloadState
  var isFirst: Bool
  var outlet: OutletID
  var isWithdrawal: Bool
  var day: Int
  var attribute: DisclosureAttribute
  var language: ContentLanguage
}

extension SQLiteWriter {
  func queue(_ payload: Payload, attribute: DisclosureAttribute, today: CivilDate) throws {
    let item = try key(of: payload.itemID)
    guard let isFirst = try isFirst(payload, item: item) else { return }
    let state: PayloadState = payload.date > today ? .scheduled : .queued
    try change(
      """
      INSERT INTO payloads
      (id, item, revision, outlet, action, language, attribute, date, state, digest, isFirst, files)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(payload.payloadID.rawValue), .int(item), .int(payload.revision), .text(payload.outlet.rawValue),
        .text(payload.action.rawValue), .text(payload.language.rawValue), .text(attribute.rawValue),
        .int(payload.date.number), .text(state.rawValue), .text(payload.digest.hex),
        .int(isFirst ? 1 : 0), .text(payload.files.map(\.hex).joined(separator: " ")),
      ])
    let key = Int(sqlite3_last_insert_rowid(database.sqliteConnection))
    try change("INSERT INTO payloadBodies (payload, body) VALUES (?, ?)", [.int(key), .bytes(payload.body)])
    guard state.isCounted else { return }
    touch(item)
    if payload.action != .withdraw { countDay(1, payload.outlet, payload.date.number) }
    if isFirst {
      count(
        1, outlet: payload.outlet, month: payload.date.number / 100, attribute: attribute, language: payload.language)
    }
  }

  func release(_ payloads: [PayloadID]) throws {
    for id in payloads {
      let state = try place(of: id).state
      guard state != .stopped else { throw wrongState(id, state, .queued) }
    }
    for id in payloads {
      let place = try place(of: id)
      if place.state == .scheduled { try move(place, to: .queued) }
    }
  }

  func mark(_ payloads: [PayloadID], as state: PayloadState) throws {
    var seen: Set<PayloadID> = []
    let ids = payloads.filter { seen.insert($0).inserted }
    for id in ids {
      let place = try place(of: id)
      guard place.state.mayBecome(state) else { throw wrongState(id, place.state, state) }
    }
    for id in ids {
      // Read again: stopping one may have made another the first.
      let place = try place(of: id)
      if place.state != state { try move(place, to: state) }
    }
  }

  /// Whether this payload is the first publication of its item at its outlet; `nil` where it is known already.
  private func isFirst(_ payload: Payload, item: Int) throws -> Bool? {
    var isKnown = false
    var isFirst = payload.action != .withdraw
    var stopped: [Int] = []
    try database.each("SELECT id, outlet, isFirst, state, key FROM payloads WHERE item = ?", [.int(item)]) { row in
      if row.text(0).utf8.elementsEqual(payload.payloadID.rawValue.utf8) { isKnown = true }
      guard row.int(2) != 0, row.text(1).utf8.elementsEqual(payload.outlet.rawValue.utf8) else { return }
      if PayloadState(rawValue: row.text(3)) == .stopped { stopped.append(row.int(4)) } else { isFirst = false }
    }
    if isKnown { return nil }
    if isFirst {
      for key in stopped { try setFirst(false, key) }
      if !stopped.isEmpty { touch(item) }
    }
    return isFirst
  }

  private func place(of id: PayloadID) throws -> PayloadPlace {
    let place = try database.one(
      "SELECT \(Self.placeColumns) FROM payloads WHERE id = ?", [.text(id.rawValue)], readPlace)
    guard let place else { throw PipelineError(.itemUnknown, subject: id.rawValue) }
    return place
  }

  private static let placeColumns = "key, item, state, isFirst, outlet, date, attribute, language, action = 'withdraw'"

  private func readPlace(_ row: SQLRow) throws -> PayloadPlace {
    guard let state = PayloadState(rawValue: row.text(2)), let attribute = DisclosureAttribute(rawValue: row.text(6)),
      let language = ContentLanguage(rawValue: row.text(7))
    else { throw SQLiteFailure(code: SQLITE_CORRUPT, message: "payload") }
    return PayloadPlace(
      key: row.int(0), item: row.int(1), state: state, isFirst: row.int(3) != 0, outlet: OutletID(row.text(4)),
      isWithdrawal: row.int(8) != 0, day: row.int(5), attribute: attribute, language: language)
  }

  private func move(_ place: PayloadPlace, to state: PayloadState) throws {
    try change("UPDATE payloads SET state = ? WHERE key = ?", [.text(state.rawValue), .int(place.key)])
    let change = (state.isCounted ? 1 : 0) - (place.state.isCounted ? 1 : 0)
    if change != 0 {
      touch(place.item)
      if !place.isWithdrawal { countDay(change, place.outlet, place.day) }
      if place.isFirst { count(place, change) }
    }
    if place.isFirst ? state == .stopped : place.state == .stopped { try chooseFirst(item: place.item, place.outlet) }
  }

  /// Where no first publication of this item and outlet is left that is not stopped, the oldest payload that shows something is the first now.
  private func chooseFirst(item: Int, _ outlet: OutletID) throws {
    let places = try database.all(
      "SELECT \(Self.placeColumns) FROM payloads WHERE item = ? AND outlet = ? AND action <> 'withdraw' ORDER BY key",
      [.int(item), .text(outlet.rawValue)], readPlace)
    let standing = places.filter { $0.state != .stopped }
    guard let heir = standing.first, !standing.contains(where: \.isFirst) else { return }
    for place in places where place.isFirst { try setFirst(false, place.key) }
    try setFirst(true, heir.key)
    if heir.state.isCounted { count(heir, 1) }
    touch(item)
  }

  private func setFirst(_ isFirst: Bool, _ key: Int) throws {
    try change("UPDATE payloads SET isFirst = ? WHERE key = ?", [.int(isFirst ? 1 : 0), .int(key)])
  }

  private func count(_ place: PayloadPlace, _ change: Int) {
    count(change, outlet: place.outlet, month: place.day / 100, attribute: place.attribute, language: place.language)
  }

  private func wrongState(_ id: PayloadID, _ state: PayloadState, _ next: PayloadState) -> PipelineError {
    PipelineError(.wrongState, subject: id.rawValue, details: ["state": state.rawValue, "next": next.rawValue])
  }
}
