public import Publication
internal import Synchronization

/// A ledger in memory: the double of `SQLiteLedger`, under the same conformance suite.
public final class MemoryLedger: LedgerStore {
  private let state = Mutex(MemoryLedgerState())
  private let turn = Mutex(())

  /// An empty ledger.
  public init() {}

  /// Answers questions from the state at the moment of the call.
  public func read<Answer>(_ body: (any LedgerReading) throws -> Answer) throws -> Answer {
    try body(MemoryLedgerTransaction(state.withLock { $0 }))
  }

  /// Runs `body` on a copy that takes the place of the state only where `body` doesn't throw.
  public func write<Answer>(_ body: (any LedgerTransaction) throws -> Answer) throws -> Answer {
    var answer: Answer?
    try turn.withLock { _ in
      let transaction = MemoryLedgerTransaction(state.withLock { $0 })
      answer = try body(transaction)
      let after = transaction.state
      state.withLock { $0 = after }
    }
    guard let answer else { throw PipelineError(.internalFault, subject: "MemoryLedger") }
    return answer
  }
}

struct MemoryLedgerState: Sendable {
  /// In order of decision.
  var items: [ItemRecord] = []
  /// Which item an input belongs to.
  var inputs: [InputID: ItemID] = [:]
  var sources: [ContentDigest: Set<ItemID>] = [:]
  var restricted: Set<ContentDigest> = []
  /// In order of queueing.
  var payloads: [PayloadRow] = []
  var bodies: [PayloadID: [UInt8]] = [:]
  /// Kept as counters, apart from the payloads.
  var counts: [Counter: Int] = [:]
  var moves: [PlannedMove] = []
  var history: [HistoryEntry] = []
  var waiting: [WaitingEntry] = []
}

final class MemoryLedgerTransaction {
  fileprivate(set) var state: MemoryLedgerState

  init(_ state: MemoryLedgerState) { self.state = state }
}

extension MemoryLedgerTransaction: LedgerReading {
  func item(_ id: ItemID) throws -> ItemRecord? { state.items.first { $0.itemID == id } }

  func items(idPrefix: String) throws -> [ItemRecord] {
    state.items.filter { $0.itemID.rawValue.utf8.starts(with: idPrefix.utf8) }
  }

  func item(input: InputID) throws -> ItemRecord? { try state.inputs[input].flatMap { try item($0) } }

  func items(source: ContentDigest) throws -> [ItemRecord] {
    let ids = state.sources[source] ?? []
    return state.items.filter { ids.contains($0.itemID) }
  }

  func wasRestricted(_ digest: ContentDigest) throws -> Bool { state.restricted.contains(digest) }

  func items(documentNumber: String) throws -> [ItemRecord] { live { equal($0.documentNumber, documentNumber) } }

  func allItems(documentNumber: String) throws -> [ItemRecord] {
    state.items.filter { equal($0.documentNumber, documentNumber) }
  }

  func items(pair: String) throws -> [ItemRecord] { live { equal($0.pair, pair) } }

  func items(title: String) throws -> [ItemRecord] { state.items.filter { equal($0.title, title) } }

  func items(file: String, title: String) throws -> [ItemRecord] {
    live { equal($0.file, file) && equal($0.title, title) }
  }

  func items(heldFor code: Code) throws -> [ItemRecord] {
    try items(in: [.held]).filter { $0.state == .held && $0.codes.contains(code) }
  }

  func items(in states: Set<ItemState>) throws -> [ItemRecord] {
    state.items.filter { states.contains($0.state) || (states.contains(.held) && !$0.heldOutlets.isEmpty) }
  }

  func itemTallies() throws -> [ItemTally] { try recountedItemTallies() }

  func recountedItemTallies() throws -> [ItemTally] {
    state.items.reduce(into: [:]) { counts, item in
      counts[ItemTally(state: item.state, attribute: item.attribute, count: 0), default: 0] += 1
    }.map { ItemTally(state: $0.state, attribute: $0.attribute, count: $1) }.sorted()
  }

  func payloads(of item: ItemID) throws -> [PayloadRow] { state.payloads.filter { $0.itemID == item } }

  func payloads(in payloadState: PayloadState, limit: Int?) throws -> [PayloadRow] {
    let rows = state.payloads.filter { $0.state == payloadState }
    return limit.map { Array(rows.prefix($0)) } ?? rows
  }

  func payloadsDue(on day: CivilDate) throws -> [PayloadRow] {
    state.payloads.filter { $0.state == .scheduled && $0.date <= day }
  }

  func payload(_ id: PayloadID) throws -> PayloadRow? { state.payloads.first { $0.payloadID == id } }

  func payloads(idPrefix: String) throws -> [PayloadRow] {
    state.payloads.filter { $0.payloadID.rawValue.utf8.starts(with: idPrefix.utf8) }
  }

  func payloads(naming files: Set<ContentDigest>) throws -> [PayloadRow] {
    state.payloads.filter { !files.isDisjoint(with: $0.files) }
  }

  func forEachPayload(_ body: (PayloadRow) throws -> Void) throws { try state.payloads.forEach(body) }

  func firstPublications(outlet: OutletID, from: CivilDate, to: CivilDate) throws -> [PayloadRow] {
    let rows = countedRows().filter { $0.outlet == outlet && from <= $0.date && $0.date <= to }
    return rows.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
  }

  func body(of payload: PayloadID) throws -> [UInt8]? { state.bodies[payload] }

  func counters() throws -> [Counter] {
    state.counts.filter { $0.value != 0 }.map { counter, count in
      var counter = counter
      counter.count = count
      return counter
    }.sorted()
  }

  func recounted() throws -> [Counter] { counters(of: countedRows()) }

  func counted(from: CivilDate, to: CivilDate) throws -> [Counter] {
    counters(of: countedRows().filter { from <= $0.date && $0.date <= to })
  }

  func published() throws -> PublishedFacts {
    var facts = PublishedFacts()
    let shown = state.payloads.enumerated().filter { $0.element.state.isCounted && $0.element.action != .withdraw }
    for item in state.items where !item.state.isRestricted {
      let own = shown.filter { $0.element.itemID == item.itemID }
      guard let first = own.filter(\.element.isFirst).map(\.element.date).min() else { continue }
      let correction = own.last { $0.element.action == .correct }
      var published = PublishedItem(
        itemID: item.itemID, state: item.state, language: item.language, pair: item.pair,
        documentNumber: item.documentNumber, formedOn: item.formedOn, published: first,
        lastShown: own.last?.offset ?? 0, lastCorrected: correction?.offset, correctedOn: correction?.element.date,
        category: item.category, changes: item.changes, isIndependent: item.isIndependent)
      published.languages = Set(own.map(\.element.language))
      facts.items.append(published)
    }
    for (_, row) in shown { facts.days[row.outlet, default: []].append(row.date) }
    facts.days = facts.days.mapValues { Set($0).sorted() }
    return facts
  }

  func tallies(from: CivilDate, to: CivilDate) throws -> [DayTally] {
    DayTally.tallies(of: try published().items).filter { from <= $0.day && $0.day <= to }
  }

  func changes(from: CivilDate, to: CivilDate) throws -> [String: Int] {
    try published().items.filter { from <= $0.published && $0.published <= to }
      .reduce(into: [:]) { sums, item in sums.merge(item.changes, uniquingKeysWith: +) }
  }

  func activeDays(from: CivilDate, to: CivilDate) throws -> [OutletID: [CivilDate]] {
    try published().days.mapValues { $0.filter { from <= $0 && $0 <= to } }.filter { !$0.value.isEmpty }
  }

  func payloads(action: PayloadAction, from: CivilDate, to: CivilDate) throws -> [PayloadRow] {
    state.payloads.enumerated().filter { _, row in
      row.action == action && row.state.isCounted && from <= row.date && row.date <= to
    }.sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
  }

  func holdCounts(from: CivilDate, to: CivilDate) throws -> [Code: Int] {
    heldRecords().filter { from <= $0.day && $0.day <= to }.reduce(into: [:]) { $0[$1.code, default: 0] += 1 }
  }

  func holds(for code: Code, from: CivilDate, to: CivilDate) throws -> [HoldRecord] {
    heldRecords().filter { $0.code == code && from <= $0.day && $0.day <= to }
      .sorted { ($0.day, $0.itemID) < ($1.day, $1.itemID) }
  }

  private func heldRecords() -> Set<HoldRecord> {
    Set(
      state.history.filter { HoldRecord.events.contains($0.event) }.flatMap { entry -> [HoldRecord] in
        guard case .array(let codes)? = entry.facts["codes"] else { return [] }
        return codes.compactMap { $0.text.flatMap(Code.init(rawValue:)) }
          .map { HoldRecord(day: entry.day, code: $0, itemID: entry.itemID) }
      })
  }

  func plannedMoves() throws -> [PlannedMove] { state.moves }

  func history(of item: ItemID) throws -> [HistoryEntry] { state.history.filter { $0.itemID == item } }

  func forEachHistoryEntry(_ body: (HistoryEntry) throws -> Void) throws { try state.history.forEach(body) }

  func historyHead() throws -> (sequence: Int, hash: String) {
    state.history.last.map { ($0.sequence, $0.hash) } ?? (0, String(repeating: "0", count: 64))
  }

  func latestDay() throws -> CivilDate? { state.history.map(\.day).max() }

  func waiting() throws -> [WaitingEntry] { state.waiting }

  private func live(_ condition: (ItemRecord) -> Bool) -> [ItemRecord] {
    state.items.filter { $0.state.isLive && condition($0) }
  }

  private func countedRows() -> [PayloadRow] { state.payloads.filter { $0.isFirst && $0.state.isCounted } }

  private func counters(of rows: [PayloadRow]) -> [Counter] {
    let groups = rows.reduce(into: [:]) { counts, row in counts[kind(of: row), default: 0] += 1 }
    return groups.map { counter, count in
      var counter = counter
      counter.count = count
      return counter
    }.sorted()
  }

  /// `==` on strings would call canonically equivalent names equal.
  private func equal(_ left: String?, _ right: String) -> Bool { left?.utf8.elementsEqual(right.utf8) ?? false }

  fileprivate func kind(of row: PayloadRow) -> Counter {
    Counter(
      outlet: row.outlet, month: row.date.monthText, attribute: row.attribute, language: row.language, count: 0)
  }
}

extension MemoryLedgerTransaction: LedgerTransaction {
  func put(_ item: ItemRecord, restrictedDigests: [ContentDigest]) throws {
    if let known = try self.item(item.itemID) {
      guard known.state.mayBecome(item.state), item.revision >= known.revision else {
        throw PipelineError(
          .wrongState, subject: item.itemID.rawValue,
          details: ["state": known.state.rawValue, "next": item.state.rawValue])
      }
      state.items.removeAll { $0.itemID == item.itemID }
    }
    state.items.append(item)
    if item.state != .duplicate || state.inputs[item.inputID] == nil { state.inputs[item.inputID] = item.itemID }
    state.sources[item.source, default: []].insert(item.itemID)
    if item.state.isRestricted { state.restricted.insert(item.source) }
    state.restricted.formUnion(restrictedDigests)
  }

  func queue(_ payload: Payload, attribute: DisclosureAttribute, today: CivilDate) throws {
    try demand(payload.itemID)
    guard try self.payload(payload.payloadID) == nil else { return }
    let row = PayloadRow(
      payloadID: payload.payloadID, itemID: payload.itemID, revision: payload.revision, outlet: payload.outlet,
      action: payload.action, language: payload.language, attribute: attribute, date: payload.date,
      state: payload.date > today ? .scheduled : .queued, digest: ContentDigest(of: payload.body), isFirst: false,
      files: payload.files)
    state.payloads.append(row)
    state.bodies[payload.payloadID] = payload.body
    chooseFirst(row)
  }

  func release(_ payloads: [PayloadID]) throws {
    let rows = try payloads.map(row)
    for row in rows where row.state == .stopped { throw wrongState(row, .queued) }
    for row in rows where row.state == .scheduled { move(row.payloadID, to: .queued) }
  }

  func mark(_ payloads: [PayloadID], as payloadState: PayloadState) throws {
    for row in try payloads.map(row) where !row.state.mayBecome(payloadState) { throw wrongState(row, payloadState) }
    for id in payloads { move(id, to: payloadState) }
  }

  func eraseBodies(of item: ItemID) throws {
    for row in state.payloads where row.itemID == item { state.bodies[row.payloadID] = nil }
  }

  func plan(_ moves: [PlannedMove]) throws {
    for move in moves {
      if let place = state.moves.firstIndex(where: { equal($0.from, move.from) }) {
        state.moves[place] = move
      } else {
        state.moves.append(move)
      }
    }
  }

  func finish(_ moves: [String]) throws {
    state.moves.removeAll { move in moves.contains { equal($0, move.from) } }
  }

  func append(
    day: CivilDate, moment: String, actor: String, event: String, itemID: ItemID, inputID: InputID, facts: JSONValue
  ) throws {
    try demand(itemID)
    let head = try historyHead()
    let hash = HistoryEntry.hash(
      previous: head.hash, sequence: head.sequence + 1, day: day, moment: moment, actor: actor, event: event,
      itemID: itemID, inputID: inputID, facts: facts)
    state.history.append(
      HistoryEntry(
        sequence: head.sequence + 1, day: day, moment: moment, actor: actor, event: event, itemID: itemID,
        inputID: inputID, facts: facts, hash: hash))
  }

  func replaceWaiting(_ entries: [WaitingEntry]) throws { state.waiting = entries }

  private func demand(_ item: ItemID) throws {
    guard try self.item(item) != nil else { throw PipelineError(.itemUnknown, subject: item.rawValue) }
  }

  private func row(_ id: PayloadID) throws -> PayloadRow {
    guard let row = try payload(id) else { throw PipelineError(.itemUnknown, subject: id.rawValue) }
    return row
  }

  private func wrongState(_ row: PayloadRow, _ next: PayloadState) -> PipelineError {
    PipelineError(
      .wrongState, subject: row.payloadID.rawValue, details: ["state": row.state.rawValue, "next": next.rawValue])
  }

  private func move(_ id: PayloadID, to next: PayloadState) {
    guard let place = state.payloads.firstIndex(where: { $0.payloadID == id }) else { return }
    let before = state.payloads[place]
    state.payloads[place].state = next
    if before.isFirst {
      state.counts[kind(of: before), default: 0] += (next.isCounted ? 1 : 0) - (before.state.isCounted ? 1 : 0)
    }
    chooseFirst(before)
  }

  /// Where the item has no standing first publication at this outlet, the oldest standing payload that shows something is it.
  private func chooseFirst(_ row: PayloadRow) {
    let places = state.payloads.indices.filter { place in
      let other = state.payloads[place]
      return other.itemID == row.itemID && other.outlet == row.outlet && other.action != .withdraw
    }
    let standing = places.filter { state.payloads[$0].state != .stopped }
    guard let heir = standing.first, !standing.contains(where: { state.payloads[$0].isFirst }) else { return }
    for place in places { state.payloads[place].isFirst = place == heir }
    if state.payloads[heir].state.isCounted { state.counts[kind(of: state.payloads[heir]), default: 0] += 1 }
  }
}
