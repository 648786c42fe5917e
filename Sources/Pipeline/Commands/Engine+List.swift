public import Publication

/// One entry of `list`: a file, or a payload for `queued` and `scheduled`.
public struct Listed: Sendable {
  /// The item's (or payload's) id; the file's name where there is no item.
  public var id: String
  /// The item of a payload.
  public var item: String?
  /// The name as dropped; `nil` for restricted ones.
  public var file: String?
  /// Where it stands.
  public var state: String
  /// Why.
  public var codes: [Code]
  /// The outlets it concerns.
  public var outlets: [OutletID]
  /// For people.
  public var message: String

  /// `list --json`, one entry.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [.init("id", .string(id))]
    if let item { members.append(.init("item", .string(item))) }
    if let file { members.append(.init("file", .string(file))) }
    members += [
      .init("state", .string(state)), .init("codes", .strings(codes.map(\.rawValue))),
      .init("outlets", .strings(outlets.map(\.rawValue))), .init("message", .string(message)),
    ]
    return .object(members)
  }
}

/// What `list` can show.
public enum ListedKind: String, Sendable, CaseIterable {
  case held, sealed, onRequest = "on-request", rejected, duplicates, ignored, waiting, scheduled, queued
  /// Published within 20 working days after 成文日期, or later; without 成文日期; beyond the calendar.
  case inTime = "in-time", late, undated, uncounted
  /// What stands published in a language; Chinese items with and without a Mongolian half; halves out of date.
  case chinese, mongolian, translated, untranslated, independent, stale
  /// Corrections and withdrawals; what was held for a code; texts that a rule changed; silent outlets; items with an attribute.
  case corrected, withdrawn, holds, changes, quiet, attribute
  /// Items whose attribute was settled, and those of them where it was reversed.
  case decisions, reversed
  /// 依申请公开 and 不予公开 without a reason and its legal basis.
  case unbased
  /// Held and rejected items in whose place a later drop came, and revisions that went out as corrections.
  case superseded
}

/// What a list is narrowed down to.
public struct ListFilter: Sendable {
  /// The first day: of first publication, of a correction or withdrawal, of holding, of silence.
  public var from: CivilDate?
  /// The last day.
  public var to: CivilDate?
  /// Of this outlet.
  public var outlet: OutletID?
  /// Held for this code (`holds`).
  public var code: Code?
  /// Changed by this rule (`changes`).
  public var rule: String?
  /// With this attribute (`attribute`); `nil` inside: undecided.
  public var attribute: DisclosureAttribute??

  /// Everything.
  public init() {}
}

extension Engine {
  /// The list behind a number; what reports count of publications, for first publications from `from` to `to`.
  public func list(_ kind: ListedKind, from: CivilDate? = nil, to: CivilDate? = nil) throws -> [Listed] {
    var filter = ListFilter()
    (filter.from, filter.to) = (from, to)
    return try list(kind, filter)
  }

  /// The list behind a number.
  public func list(_ kind: ListedKind, _ filter: ListFilter) throws -> [Listed] {
    switch kind {
    case .held: try items([.held, .restricted]) + HeldTables(files: files).listed()
    case .sealed: try items([.sealed])
    case .onRequest: try items([.onRequest])
    case .rejected: try items([.rejected])
    case .duplicates: try items([.duplicate])
    case .superseded: try items([.superseded])
    case .ignored: try left("ignored")
    case .waiting: try left("waiting")
    case .scheduled: try payloads([.scheduled])
    case .queued: try queued(filter)
    case .unbased: try items([.sealed, .onRequest]).filter { $0.codes.contains(.basisMissing) }
    case .inTime, .late, .undated, .uncounted, .chinese, .mongolian, .translated, .untranslated,
      .independent, .stale:
      try quality(kind, filter.from, filter.to)
    case .corrected: try payloads(action: .correct, filter)
    case .withdrawn: try payloads(action: .withdraw, filter)
    case .holds: try holds(filter)
    case .changes: try changes(filter)
    case .quiet: try quiet(filter)
    case .decisions: try decisions(filter, reversed: false)
    case .reversed: try decisions(filter, reversed: true)
    case .attribute: try items(with: filter.attribute)
    }
  }

  /// With an outlet and days, the first publications that the report counted, and nothing else.
  private func queued(_ filter: ListFilter) throws -> [Listed] {
    guard let outlet = filter.outlet, filter.from != nil || filter.to != nil else {
      return try payloads([.queued, .written])
    }
    let (from, to) = days(filter)
    return try asking([]) { ledger in
      try ledger.firstPublications(outlet: outlet, from: from, to: to).map { try listed($0, in: ledger) }
    }
  }

  private func items(_ states: Set<ItemState>) throws -> [Listed] {
    try asking([]) { try $0.items(in: states) }.map { item in
      Listed(
        id: item.itemID.rawValue, file: item.state.isRestricted ? nil : item.file,
        state: item.state == .restricted ? "held" : item.state.rawValue, codes: item.codes,
        outlets: item.heldOutlets.keys.sorted(),
        message: item.state.isRestricted ? restrictedMessage(item) : item.message)
    }
  }

  private func restrictedMessage(_ item: ItemRecord) -> String {
    // Neither name nor place is known any more: the ledger keeps the code alone.
    let text = item.codes.first?.text(details: ["item": item.itemID.rawValue])
    guard item.codes.contains(.basisMissing) else { return text?.line ?? "" }
    let named = "编号 \(item.itemID.rawValue.prefix(12)) 的文稿"
    return (text?.message ?? "") + Code.basisMissing.text(details: ["item": named]).line
  }

  private func left(_ state: String) throws -> [Listed] {
    try asking([]) { try $0.waiting() }.filter { $0.state == state }.map {
      Listed(
        id: $0.file, file: $0.file, state: $0.state, codes: [$0.code], outlets: [],
        message: $0.message + $0.code.text().remedy)
    }
  }

  private func payloads(_ states: Set<PayloadState>) throws -> [Listed] {
    try asking([]) { ledger in
      var rows: [PayloadRow] = []
      try ledger.forEachPayload { if states.contains($0.state) { rows.append($0) } }
      return try rows.map { try listed($0, in: ledger) }
    }
  }

  func listed(_ row: PayloadRow, in ledger: any LedgerReading) throws -> Listed {
    let item = try ledger.item(row.itemID)
    let action = row.action == .publish ? "" : " " + Words.action(row.action.rawValue)
    return Listed(
      id: row.payloadID.rawValue, item: row.itemID.rawValue, file: item?.file,
      state: row.state == .scheduled ? "scheduled" : "queued", codes: [],
      outlets: [row.outlet], message: "\(row.date)\(action) \(item?.title ?? "")")
  }
}
