internal import GRDBSQLite
internal import Publication

extension CivilDate {
  /// `yyyymmdd`, as the tables keep days.
  var number: Int { year * 10_000 + month * 100 + day }
}

extension SQLRow {
  /// Columns of an item, in the order in which `item` reads them.
  static let itemColumns = """
    id, input, revision, state, codes, heldOutlets, source, file, title, language, attribute, documentNumber, pair, date, \
    decidedOn, folder, message, story, formedOn, category, changes, isIndependent
    """

  /// Columns of a payload, in the order in which `payload` reads them.
  static let payloadColumns = """
    payloads.id, items.id, payloads.revision, outlet, action, payloads.language, payloads.attribute, payloads.date, \
    payloads.state, digest, isFirst, files
    """

  /// Columns of a history entry, in the order in which `historyEntry` reads them.
  static let historyColumns = "sequence, day, moment, actor, event, items.id, history.input, facts, hash"

  func item() throws -> ItemRecord {
    ItemRecord(
      itemID: ItemID(rawValue: text(0)), inputID: InputID(rawValue: text(1)), revision: int(2),
      state: try Self.known(ItemState(rawValue: text(3))), codes: codes(text(4)), heldOutlets: try heldOutlets(5),
      source: try Self.known(ContentDigest(hex: text(6))), file: optionalText(7), title: optionalText(8),
      language: try optional(9, ContentLanguage.init(rawValue:)),
      attribute: try optional(10, DisclosureAttribute.init(rawValue:)), documentNumber: optionalText(11),
      pair: optionalText(12), date: isNull(13) ? nil : try day(13), decidedOn: try day(14), folder: text(15),
      message: text(16), story: isNull(17) ? .null : try json(17),
      formedOn: isNull(18) ? nil : try day(18), category: optionalText(19), changes: changes(20),
      isIndependent: int(21) != 0)
  }

  /// Changes by rule, as `changesText` wrote them.
  func changes(_ column: Int32) -> [String: Int] { Self.changes(optionalText(column) ?? "") }

  static func changes(_ text: String) -> [String: Int] {
    guard !text.utf8.isEmpty else { return [:] }
    var changes: [String: Int] = [:]
    for part in text.utf8.split(separator: 0x20) {
      guard let equals = part.lastIndex(of: 0x3D),
        let count = Int(String(Substring(part[part.index(after: equals)...])))
      else { continue }
      changes[String(Substring(part[..<equals])), default: 0] += count
    }
    return changes
  }

  /// `rule=3 other=1`; `nil` for none. Names of rules have no spaces.
  static func changesText(_ changes: [String: Int]) -> String? {
    changes.isEmpty
      ? nil
      : changes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { "\($0.key)=\($0.value)" }.joined(
        separator: " ")
  }

  func payload() throws -> PayloadRow {
    PayloadRow(
      payloadID: PayloadID(rawValue: text(0)), itemID: ItemID(rawValue: text(1)), revision: int(2),
      outlet: OutletID(text(3)), action: try Self.known(PayloadAction(rawValue: text(4))),
      language: try Self.known(ContentLanguage(rawValue: text(5))),
      attribute: try Self.known(DisclosureAttribute(rawValue: text(6))), date: try day(7),
      state: try Self.known(PayloadState(rawValue: text(8))), digest: try Self.known(ContentDigest(hex: text(9))),
      isFirst: int(10) != 0,
      files: try text(11).utf8.split(separator: 0x20).map { try Self.known(ContentDigest(hex: String(Substring($0)))) })
  }

  func historyEntry() throws -> HistoryEntry {
    HistoryEntry(
      sequence: int(0), day: try day(1), moment: text(2), actor: text(3), event: text(4),
      itemID: ItemID(rawValue: text(5)), inputID: InputID(rawValue: text(6)), facts: try json(7), hash: text(8))
  }

  func counter() throws -> Counter {
    let month = int(1)
    return Counter(
      outlet: OutletID(text(0)),
      month: String(try Self.known(CivilDate(year: month / 100, month: month % 100, day: 1)).monthText),
      attribute: try Self.known(DisclosureAttribute(rawValue: text(2))),
      language: try Self.known(ContentLanguage(rawValue: text(3))), count: int(4))
  }

  func day(_ column: Int32) throws -> CivilDate { try Self.day(int(column)) }

  /// The day of `yyyymmdd`.
  static func day(_ number: Int) throws -> CivilDate {
    try known(CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100))
  }

  /// A value that the tables can't hold unless someone changed them.
  private static func known<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw SQLiteFailure(code: SQLITE_CORRUPT, message: "value") }
    return value
  }

  private func optional<Value>(_ column: Int32, _ read: (String) -> Value?) throws -> Value? {
    isNull(column) ? nil : try Self.known(read(text(column)))
  }

  private func json(_ column: Int32) throws -> JSONValue {
    // Our own writing: as deep as it was.
    try Self.known(try? JSONValue.reading(bytes(column), maxDepth: 512))
  }

  private func codes(_ text: String) -> [Code] {
    text.utf8.split(separator: 0x20).compactMap { Code(rawValue: String(Substring($0))) }
  }

  private func heldOutlets(_ column: Int32) throws -> [OutletID: [Code]] {
    guard !isNull(column), case .object(let members) = try json(column) else { return [:] }
    return Dictionary(
      members.map { (OutletID($0.name), codes($0.value.text ?? "")) }, uniquingKeysWith: { first, _ in first })
  }
}
