import Disclosure
import FanOut
import Publication

/// One pass over the inbox. Crash-proof by construction: claim by rename, decide in memory, commit one transaction for a batch,
/// write outbox files, move originals. Every step after the commit is planned in it, and can be taken again by a later run.
struct Pass {
  let files: any FileStore
  let ledger: any LedgerStore
  let configuration: Configuration
  let decider: Decider
  let today: CivilDate
  /// ISO 8601 UTC, for the history.
  let moment: String
  /// Nanoseconds since 1970.
  let now: Int
  let waiting: Configuration.Waiting
  /// Told after each batch: groups done and groups in all.
  var progress: (Int, Int) -> Void = { _, _ in }

  private(set) var summary: RunSummary
  private var left: [WaitingEntry] = []
  private var mover: Mover
  private var outbox: Outbox
  private let claims: Claims
  /// Payloads whose files are shown, and moves that are done: written to the ledger when a sync has made them durable.
  private var unsynced = Bookkeeping()
  private var durable = Bookkeeping()

  private struct Bookkeeping {
    var shown: [PayloadRow] = []
    var moved: [String] = []
    var isEmpty: Bool { shown.isEmpty && moved.isEmpty }
  }

  init(
    files: any FileStore, ledger: any LedgerStore, configuration: Configuration, decider: Decider, today: CivilDate,
    moment: String, now: Int, waiting: Configuration.Waiting
  ) {
    self.files = files
    self.ledger = ledger
    self.configuration = configuration
    self.decider = decider
    self.today = today
    self.moment = moment
    self.now = now
    self.waiting = waiting
    summary = RunSummary(outlets: configuration.outlets)
    mover = Mover(files: files)
    outbox = Outbox(files: files)
    claims = Claims(files: files, limits: configuration.limits, stamp: String(now, radix: 16))
  }

  /// Runs the pass to its end.
  mutating func run(limit: Int?) throws -> RunSummary {
    try finishEarlier()
    try releaseDue()
    let scanner = InboxScanner(files: files, ignore: IgnoreRules(site: configuration.ignore))
    let leftover = try leftoverClaims(scanner)
    guard var scan = try scanner.scan(root: WorkFolders.inbox) else {
      throw PipelineError(.folderMissing, subject: WorkFolders.inbox.description)
    }
    summary.files = scan.fileCount
    left = scan.left
    var groups = leftover + ready(&scan)
    if let limit { groups = Array(groups.prefix(limit)) }
    let pairs = try process(groups)
    try processPairs(pairs)
    try reconsiderHeldPairs()
    try flush()
    try settleUnwritten()
    try rememberWaiting()
    summary.waiting = left.count { $0.state == "waiting" }
    summary.ignored = left.count { $0.state == "ignored" }
    return summary
  }

  // MARK: Steps for a person's command

  /// Writes payload files that are due and finishes moves.
  mutating func finish() throws {
    try finishEarlier()
    try flush()
  }

  /// Makes a held revision the correction of what is queued.
  mutating func correct(_ queued: ItemRecord, with held: ItemRecord, by actor: String) throws -> ItemRecord {
    guard let redo = try Reopened.open(held, files: files, claims: claims) else {
      throw PipelineError(.originalMissing, subject: held.folder)
    }
    let decision = decider.decision(on: redo.item)
    guard case .publish = decision.outcome else {
      throw PipelineError(.wrongState, subject: held.itemID.rawValue, details: ["state": held.state.rawValue])
    }
    var closed = held
    closed.state = .superseded
    closed.message = "已作为 \(queued.itemID) 的更正发布。"
    let looking = outbox
    var outbox = outbox
    let settled = try ledger.write { ledger in
      let settlement = Settlement(
        ledger: ledger, fanOut: decider.fanOut, today: today, moment: moment,
        isTaken: { try looking.isTaken($0.payloadID, $0.outlet) })
      var one = try settlement.correction(decision, of: queued)
      one.moves.append(PlannedMove(from: held.folder, to: one.record.folder, itemID: one.record.itemID))
      closed.folder = one.record.folder
      try ledger.put(closed, restrictedDigests: [])
      try Self.record(one, decision, ledger, today, moment)
      try outbox.keep(one.files)
      try ledger.append(
        day: today, moment: moment, actor: actor, event: "released", itemID: held.itemID, inputID: held.inputID,
        facts: .object(["correctionOf": .string(queued.itemID.rawValue)]))
      return one
    }
    self.outbox = outbox
    try finish()
    return settled.record
  }

  // MARK: Finishing what an earlier run began

  /// Moves and payload files that a killed run left undone.
  private mutating func finishEarlier() throws {
    try outbox.sweep()
    let moves = try ledger.read { try $0.plannedMoves() }
    for move in moves {
      try perform(move)
      summary.recovered += 1
    }
    summary.recovered += try settleUnwritten()
  }

  /// Writes every due payload that the ledger has not marked as written. Answers how many there were.
  @discardableResult private mutating func settleUnwritten() throws -> Int {
    var count = 0
    while true {
      let rows = try ledger.read { try $0.payloads(in: .queued, limit: 256) }
      guard !rows.isEmpty else { return count }
      var staged: [PayloadRow] = []
      for row in rows {
        guard let body = try ledger.read({ try $0.body(of: row.payloadID) }) else { continue }
        if try outbox.stage(row.payloadID, row.outlet, body) { staged.append(row) }
      }
      try show(staged)
      unsynced.shown += rows
      try flush()
      count += rows.count
    }
  }

  private mutating func show(_ rows: [PayloadRow]) throws {
    guard !rows.isEmpty else { return }
    try files.sync()
    for row in rows { try outbox.show(row.payloadID, row.outlet) }
  }

  /// Payloads whose day has come.
  private mutating func releaseDue() throws {
    let due = try ledger.read { try $0.payloadsDue(on: today) }
    guard !due.isEmpty else { return }
    try ledger.write { ledger in
      try ledger.release(due.map(\.payloadID))
      for (item, rows) in Dictionary(grouping: due, by: \.itemID).sorted(by: { $0.key < $1.key }) {
        guard let record = try ledger.item(item) else { continue }
        try ledger.append(
          day: today, moment: moment, actor: "run", event: "due", itemID: item, inputID: record.inputID,
          facts: .object(["payloads": .strings(rows.map(\.payloadID.rawValue))]))
      }
    }
    summary.published += Set(due.map(\.itemID)).count
    for row in due { summary.count(row.outlet) }
    try settleUnwritten()
  }

  /// Claims that a killed run had not committed: whole ones are processed where they are, parts go back to the inbox.
  private mutating func leftoverClaims(_ scanner: InboxScanner) throws -> [InboxGroup] {
    let planned = Set(try ledger.read { try $0.plannedMoves() }.map(\.from))
    var groups: [InboxGroup] = []
    for entry in try files.entries(of: WorkFolders.work) ?? [] where entry.status.kind == .folder {
      let claim = WorkFolders.work.appending(entry.name)
      guard claim != WorkFolders.staging, !planned.contains(claim.description) else { continue }
      summary.recovered += 1
      // A claim without its whole group, or with nothing that could be one, goes back to where it came from.
      guard !entry.name.bytes.suffix(Claims.unfinished.count).elementsEqual(Claims.unfinished),
        let scan = try scanner.scan(root: claim), scan.groups.count == 1
      else {
        try claims.giveBack(claim)
        continue
      }
      groups += scan.groups
    }
    return groups
  }

  // MARK: The inbox

  private mutating func ready(_ scan: inout InboxScan) -> [InboxGroup] {
    let observed = Observations.read(files, now: now)
    let readiness = Readiness(waiting: waiting, now: now, observed: observed)
    Observations.write(files, seen: scan.groups.flatMap(\.files), now: now, old: observed)
    var groups: [InboxGroup] = []
    for group in scan.groups {
      if let (code, details) = readiness.obstacle(group, locks: scan.locks) {
        leave(group, code, details)
      } else {
        groups.append(group)
      }
    }
    return groups
  }

  private mutating func leave(_ group: InboxGroup, _ code: Code, _ details: [String: String] = [:]) {
    left.append(
      WaitingEntry(
        file: group.article.path.description, state: "waiting", code: code, message: code.text(details: details).message
      ))
  }

  private mutating func rememberWaiting() throws {
    let entries = left.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    guard try ledger.read({ try $0.waiting() }) != entries else { return }
    try ledger.write { try $0.replaceWaiting(entries) }
  }

  // MARK: Batches

  /// Processes groups batch by batch; answers those that wait for their Chinese half, still in their claims.
  private mutating func process(_ groups: [InboxGroup]) throws -> [Prepared] {
    var pairs: [Prepared] = []
    var rest = groups[...]
    var number = 0
    var done = 0
    func nextBatch() -> Lookahead<[Prepared]>? {
      guard !rest.isEmpty else { return nil }
      let batch = Batch.prefix(of: rest)
      rest = rest.dropFirst(batch.count)
      let start = number
      number += batch.count
      let (claims, decider) = (claims, decider)
      return Lookahead { try Batch.prepare(batch, from: start, claims: claims, decider: decider) }
    }
    var next = nextBatch()
    while let current = next {
      let prepared = try current.value()
      next = nextBatch()
      do {
        pairs += try commit(prepared)
      } catch {
        // The next batch is claimed already: wait for it, so that nothing works on files behind our back.
        _ = try? next?.value()
        throw error
      }
      done += prepared.count
      progress(done, groups.count)
    }
    return pairs
  }

  /// Commits one batch and takes the steps that follow. Answers what waits for its Chinese half.
  private mutating func commit(_ batch: [Prepared]) throws -> [Prepared] {
    var pairs: [Prepared] = []
    var taken: [(prepared: Prepared, decision: Decision)] = []
    for prepared in batch {
      guard let decision = prepared.decision else {
        try claims.giveBack(prepared.claim)
        leave(prepared.group, prepared.obstacle ?? .changedWhileReading)
        continue
      }
      if case .awaitingPair = decision.outcome {
        pairs.append(prepared)
        continue
      }
      let isYoung = prepared.group.isYounger(than: waiting.incomplete, now: now)
      if decision.codes.contains(.damaged), isYoung {
        try claims.giveBack(prepared.claim)
        leave(prepared.group, .notSettled)
      } else if try !claims.isUnchanged(prepared) {
        try claims.giveBack(prepared.claim)
        leave(prepared.group, .changedWhileReading)
      } else {
        taken.append((prepared, decision))
      }
    }
    try settle(taken)
    return pairs
  }

  /// Settles a batch; where one decision of it can't be recorded, each on its own, so that one bad file never stops the others.
  private mutating func settle(
    _ batch: [(prepared: Prepared, decision: Decision)], reopened: ItemRecord? = nil
  ) throws {
    do {
      try settleAtOnce(batch, reopened: reopened)
    } catch let error as PipelineError where error.code == .wrongState || error.code == .itemUnknown {
      if batch.count > 1 {
        for one in batch { try settle([one], reopened: reopened) }
      } else if let one = batch.first {
        if one.prepared.claim.folder == WorkFolders.work { try claims.giveBack(one.prepared.claim) }
        leave(one.prepared.group, error.code, ["subject": error.subject, "state": error.details["state"] ?? ""])
      }
    }
  }

  private mutating func settleAtOnce(
    _ batch: [(prepared: Prepared, decision: Decision)], reopened: ItemRecord?
  ) throws {
    guard !batch.isEmpty || !durable.isEmpty else { return }
    let looking = outbox
    var outbox = outbox
    let (durable, fanOut, today, moment) = (durable, decider.fanOut, today, moment)
    var moves: [PlannedMove] = []
    let (settled, stoppedLate) = try ledger.write { ledger in
      let stoppedLate = try Self.remember(durable, ledger)
      let settlement = Settlement(
        ledger: ledger, fanOut: fanOut, today: today, moment: moment,
        isTaken: { try looking.isTaken($0.payloadID, $0.outlet) })
      var all: [Settled] = []
      for (prepared, decision) in batch {
        var one = try settlement.settle(decision, reopened: reopened)
        one.moves.append(
          PlannedMove(
            from: prepared.claim.description, to: one.destination.description, itemID: one.record.itemID))
        try Self.record(one, decision, ledger, today, moment)
        moves += one.moves
        all.append(one)
      }
      try outbox.keep(all.flatMap(\.files))
      return (all, stoppedLate)
    }
    self.outbox = outbox
    self.durable = Bookkeeping()
    for one in settled { count(one) }
    try stop(stoppedLate + settled.flatMap(\.stopped))
    try write(settled.flatMap(\.payloads).filter { $0.date <= today })
    let records = Dictionary(settled.map { ($0.record.itemID, $0.record) }, uniquingKeysWith: { $1 })
    for move in moves { try perform(move, record: records[move.itemID]) }
  }

  private static func record(
    _ one: Settled, _ decision: Decision, _ ledger: any LedgerTransaction, _ today: CivilDate, _ moment: String
  ) throws {
    if one.event != "redropped" {
      let digests = one.record.state.isRestricted ? decision.digests : []
      try ledger.put(one.record, restrictedDigests: digests)
      for payload in one.payloads {
        try ledger.queue(payload, attribute: one.record.attribute ?? .proactive, today: today)
      }
    }
    try ledger.plan(one.moves)
    try ledger.append(
      day: today, moment: moment, actor: "run", event: one.event, itemID: one.record.itemID,
      inputID: one.record.inputID,
      facts: .object([
        "codes": .strings(one.record.codes.map(\.rawValue)),
        "payloads": .strings(one.payloads.map(\.payloadID.rawValue)),
      ]))
  }

  /// Writes the payloads of a batch and shows them, unless a person has stopped them meanwhile.
  private mutating func write(_ payloads: [Payload]) throws {
    var staged: Set<PayloadID> = []
    for payload in payloads where try outbox.stage(payload.payloadID, payload.outlet, payload.body) {
      staged.insert(payload.payloadID)
    }
    if !unsynced.isEmpty || !staged.isEmpty {
      try files.sync()
      durable.shown += unsynced.shown
      durable.moved += unsynced.moved
      unsynced = Bookkeeping()
    }
    guard !payloads.isEmpty else { return }
    let rows = try rows(of: payloads).filter { $0.state == .queued }
    for row in rows where staged.contains(row.payloadID) { try outbox.show(row.payloadID, row.outlet) }
    unsynced.shown += rows
    // A person may have stopped one between our look and our step.
    try stop(try self.rows(of: payloads).filter { $0.state == .stopped })
  }

  private func rows(of payloads: [Payload]) throws -> [PayloadRow] {
    let wanted = Set(payloads.map(\.payloadID))
    return try ledger.read { ledger in
      try Set(payloads.map(\.itemID)).flatMap { try ledger.payloads(of: $0) }
    }.filter { wanted.contains($0.payloadID) }
  }

  private mutating func perform(_ move: PlannedMove, record known: ItemRecord? = nil) throws {
    let record = try known ?? ledger.read { try $0.item(move.itemID) }
    try mover.perform(move, record: record)
    unsynced.moved.append(move.from)
  }

  /// Takes stopped payloads out of the outbox; those already taken are told by the ledger's history and by the note.
  private func stop(_ rows: [PayloadRow]) throws {
    for row in rows { _ = try outbox.removePending(row.payloadID, row.outlet) }
  }

  /// Makes everything durable and tells the ledger.
  private mutating func flush() throws {
    guard !unsynced.isEmpty || !durable.isEmpty else { return }
    try files.sync()
    durable.shown += unsynced.shown
    durable.moved += unsynced.moved
    unsynced = Bookkeeping()
    let book = durable
    let stopped = try ledger.write { try Self.remember(book, $0) }
    durable = Bookkeeping()
    for row in stopped { _ = try outbox.removePending(row.payloadID, row.outlet) }
    try files.remove(WorkFolders.staging)
  }

  /// Marks shown payloads as written and done moves as finished. Answers payloads that a person stopped after they were shown.
  private static func remember(
    _ book: Bookkeeping, _ ledger: any LedgerTransaction
  ) throws -> [PayloadRow] {
    var written: [PayloadID] = []
    var stopped: [PayloadRow] = []
    let shown = Dictionary(grouping: book.shown, by: \.itemID)
    for (item, rows) in shown {
      let states = Dictionary(
        try ledger.payloads(of: item).map { ($0.payloadID, $0.state) }, uniquingKeysWith: { first, _ in first })
      for row in rows {
        if states[row.payloadID] == .queued { written.append(row.payloadID) }
        if states[row.payloadID] == .stopped { stopped.append(row) }
      }
    }
    if !written.isEmpty { try ledger.mark(written, as: .written) }
    if !book.moved.isEmpty { try ledger.finish(book.moved) }
    return stopped
  }

  private mutating func count(_ one: Settled) {
    if let spoken = one.spoken { summary.spoken.append(spoken) }
    switch one.event {
    case "queued", "corrected":
      let due = one.payloads.filter { $0.date <= today }
      summary.scheduled += one.payloads.count - due.count
      if one.event == "corrected" {
        summary.revisions += 1
      } else if !due.isEmpty {
        summary.published += 1
      }
      if one.event == "queued" { for payload in due { summary.count(payload.outlet) } }
      if !one.record.heldOutlets.isEmpty { summary.held += 1 }
    case "held", "restricted": summary.held += 1
    case "sealed": summary.sealed += 1
    case "onRequest": summary.onRequest += 1
    case "rejected": summary.rejected += 1
    default: summary.duplicates += 1
    }
  }

  // MARK: Pairs

  /// Mongolian halves, now that every Chinese half of this pass is in the ledger.
  private mutating func processPairs(_ pairs: [Prepared]) throws {
    var taken: [(prepared: Prepared, decision: Decision)] = []
    for prepared in pairs {
      guard let first = prepared.decision, case .awaitingPair(let reference) = first.outcome else { continue }
      let half = try ledger.read { try PairLookup.half(for: reference, in: $0) }
      var group = prepared.group
      group.root = prepared.claim
      let (again, item) = try claims.take(group, number: 0)
      guard let item, again.obstacle == nil else {
        try claims.giveBack(prepared.claim)
        leave(prepared.group, again.obstacle ?? .changedWhileReading)
        continue
      }
      switch half {
      case .inherits(let inheritance):
        taken.append((again, decider.decision(on: item, inheritance: inheritance)))
      case .ambiguous:
        taken.append((again, first.held(by: .pairAmbiguous)))
      case .missing where prepared.group.isYounger(than: waiting.pair, now: now):
        try claims.giveBack(prepared.claim)
        leave(prepared.group, .pairMissing)
      case .missing:
        taken.append((again, first.held(by: .pairMissing)))
      }
    }
    for batch in taken.chunks(of: 64) { try settle(Array(batch)) }
  }

  /// Mongolian halves that were held for want of a Chinese half, and have one now.
  private mutating func reconsiderHeldPairs() throws {
    let held = try ledger.read { try $0.items(in: [.held]) }.filter { $0.codes.contains(.pairMissing) }
    for record in held {
      let reference = PairReference(pair: record.pair, documentNumber: record.documentNumber)
      guard case .inherits(let inheritance) = try ledger.read({ try PairLookup.half(for: reference, in: $0) }) else {
        continue
      }
      guard let redo = try Reopened.open(record, files: files, claims: claims) else { continue }
      let decision = decider.decision(on: redo.item, inheritance: inheritance)
      try settle([(redo.prepared, decision)], reopened: record)
    }
  }
}

extension Array {
  /// Slices of at most `size` elements, in order.
  func chunks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
