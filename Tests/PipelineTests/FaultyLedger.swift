import Publication

/// A ledger whose changes and commits fail as a plan says. A commit can fail twice: before, so that nothing is kept, and after, so that everything is kept and
/// the caller doesn't know.
struct FaultyLedger: LedgerStore {
  let ledger: any LedgerStore
  let plan: FaultPlan

  func read<Answer>(_ body: (any LedgerReading) throws -> Answer) throws -> Answer {
    try plan.step(FileName("ledger"), isChange: false)
    return try ledger.read(body)
  }

  func write<Answer>(_ body: (any LedgerTransaction) throws -> Answer) throws -> Answer {
    let answer = try ledger.write { transaction in
      let answer = try body(FaultyTransaction(transaction: transaction, plan: plan))
      try plan.step(FileName("ledger/before-commit"))
      return answer
    }
    try plan.step(FileName("ledger/after-commit"))
    return answer
  }
}

private struct FaultyTransaction: LedgerTransaction {
  let transaction: any LedgerTransaction
  let plan: FaultPlan

  private func change(_ body: () throws -> Void) throws {
    try plan.step(FileName("ledger"))
    try body()
  }

  func put(_ item: ItemRecord, restrictedDigests: [ContentDigest]) throws {
    try change { try transaction.put(item, restrictedDigests: restrictedDigests) }
  }
  func queue(_ payload: Payload, attribute: DisclosureAttribute, today: CivilDate) throws {
    try change { try transaction.queue(payload, attribute: attribute, today: today) }
  }
  func release(_ payloads: [PayloadID]) throws { try change { try transaction.release(payloads) } }
  func mark(_ payloads: [PayloadID], as state: PayloadState) throws {
    try change { try transaction.mark(payloads, as: state) }
  }
  func eraseBodies(of item: ItemID) throws { try change { try transaction.eraseBodies(of: item) } }
  func plan(_ moves: [PlannedMove]) throws { try change { try transaction.plan(moves) } }
  func finish(_ moves: [String]) throws { try change { try transaction.finish(moves) } }
  func append(
    day: CivilDate, moment: String, actor: String, event: String, itemID: ItemID, inputID: InputID, facts: JSONValue
  ) throws {
    try change {
      try transaction.append(
        day: day, moment: moment, actor: actor, event: event, itemID: itemID, inputID: inputID, facts: facts)
    }
  }
  func replaceWaiting(_ entries: [WaitingEntry]) throws { try change { try transaction.replaceWaiting(entries) } }
}

extension FaultyTransaction {
  func item(_ id: ItemID) throws -> ItemRecord? { try transaction.item(id) }
  func items(idPrefix: String) throws -> [ItemRecord] { try transaction.items(idPrefix: idPrefix) }
  func item(input: InputID) throws -> ItemRecord? { try transaction.item(input: input) }
  func items(source: ContentDigest) throws -> [ItemRecord] { try transaction.items(source: source) }
  func wasRestricted(_ digest: ContentDigest) throws -> Bool { try transaction.wasRestricted(digest) }
  func items(documentNumber: String) throws -> [ItemRecord] { try transaction.items(documentNumber: documentNumber) }
  func allItems(documentNumber: String) throws -> [ItemRecord] {
    try transaction.allItems(documentNumber: documentNumber)
  }
  func items(pair: String) throws -> [ItemRecord] { try transaction.items(pair: pair) }
  func items(title: String) throws -> [ItemRecord] { try transaction.items(title: title) }
  func items(file: String, title: String) throws -> [ItemRecord] { try transaction.items(file: file, title: title) }
  func items(in states: Set<ItemState>) throws -> [ItemRecord] { try transaction.items(in: states) }
  func items(heldFor code: Code) throws -> [ItemRecord] { try transaction.items(heldFor: code) }
  func itemTallies() throws -> [ItemTally] { try transaction.itemTallies() }
  func recountedItemTallies() throws -> [ItemTally] { try transaction.recountedItemTallies() }
  func payloads(of item: ItemID) throws -> [PayloadRow] { try transaction.payloads(of: item) }
  func payloads(in state: PayloadState, limit: Int?) throws -> [PayloadRow] {
    try transaction.payloads(in: state, limit: limit)
  }
  func payloadsDue(on day: CivilDate) throws -> [PayloadRow] { try transaction.payloadsDue(on: day) }
  func payload(_ id: PayloadID) throws -> PayloadRow? { try transaction.payload(id) }
  func payloads(idPrefix: String) throws -> [PayloadRow] { try transaction.payloads(idPrefix: idPrefix) }
  func forEachPayload(_ body: (PayloadRow) throws -> Void) throws { try transaction.forEachPayload(body) }
  func payloads(naming files: Set<ContentDigest>) throws -> [PayloadRow] { try transaction.payloads(naming: files) }
  func firstPublications(outlet: OutletID, from: CivilDate, to: CivilDate) throws -> [PayloadRow] {
    try transaction.firstPublications(outlet: outlet, from: from, to: to)
  }
  func body(of payload: PayloadID) throws -> [UInt8]? { try transaction.body(of: payload) }
  func counters() throws -> [Counter] { try transaction.counters() }
  func recounted() throws -> [Counter] { try transaction.recounted() }
  func counted(from: CivilDate, to: CivilDate) throws -> [Counter] { try transaction.counted(from: from, to: to) }
  func published() throws -> PublishedFacts { try transaction.published() }
  func tallies(from: CivilDate, to: CivilDate) throws -> [DayTally] { try transaction.tallies(from: from, to: to) }
  func changes(from: CivilDate, to: CivilDate) throws -> [String: Int] { try transaction.changes(from: from, to: to) }
  func activeDays(from: CivilDate, to: CivilDate) throws -> [OutletID: [CivilDate]] {
    try transaction.activeDays(from: from, to: to)
  }
  func payloads(action: PayloadAction, from: CivilDate, to: CivilDate) throws -> [PayloadRow] {
    try transaction.payloads(action: action, from: from, to: to)
  }
  func holdCounts(from: CivilDate, to: CivilDate) throws -> [Code: Int] {
    try transaction.holdCounts(from: from, to: to)
  }
  func holds(for code: Code, from: CivilDate, to: CivilDate) throws -> [HoldRecord] {
    try transaction.holds(for: code, from: from, to: to)
  }
  func plannedMoves() throws -> [PlannedMove] { try transaction.plannedMoves() }
  func history(of item: ItemID) throws -> [HistoryEntry] { try transaction.history(of: item) }
  func forEachHistoryEntry(_ body: (HistoryEntry) throws -> Void) throws { try transaction.forEachHistoryEntry(body) }
  func historyHead() throws -> (sequence: Int, hash: String) { try transaction.historyHead() }
  func latestDay() throws -> CivilDate? { try transaction.latestDay() }
  func waiting() throws -> [WaitingEntry] { try transaction.waiting() }
}
