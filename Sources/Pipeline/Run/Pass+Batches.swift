import FanOut
import Publication

/// Batches: claimed and decided ahead, committed one after another, then written and moved.
extension Pass {
  /// Processes groups batch by batch; answers those that wait for their Chinese half, still in their claims.
  mutating func process(_ groups: InboxGroups) throws -> [Deferred] {
    var deferred: [Deferred] = []
    var rest = groups[...]
    var number = 0
    var done = 0
    let (claims, decider, items) = (claims, decider, batchItems)
    func nextBatch() -> Lookahead<[Prepared]>? {
      guard !rest.isEmpty else { return nil }
      let batch = Batch.prefix(of: rest, items: items)
      rest = rest.dropFirst(batch.count)
      let start = number
      number += batch.count
      return Lookahead { try Batch.prepare(batch, from: start, claims: claims, decider: decider) }
    }
    var next = nextBatch()
    try movingAhead { pass in
      while let current = next {
        let prepared = try current.value()
        // Two large batches are never in memory at once.
        let isLarge =
          prepared.contains { $0.group.size > Batch.bytes } || rest.first.map { $0.size > Batch.bytes } == true
        next = isLarge ? nil : nextBatch()
        deferred += try pass.commit(prepared, from: done)
        if isLarge { next = nextBatch() }
        done += prepared.count
        pass.progress(done, groups.count)
      }
    } failing: {
      // The next batch is claimed already: wait for it, so that nothing works on files behind our back.
      _ = try? next?.value()
    }
    return deferred
  }

  /// Commits one batch and takes the steps that follow; `start` is the position of its first group. Answers what is put off.
  mutating func commit(_ batch: [Prepared], from start: Int) throws -> [Deferred] {
    var deferred: [Deferred] = []
    var taken: [(prepared: Prepared, decision: Decision)] = []
    for (offset, prepared) in batch.enumerated() {
      guard let decision = prepared.decision else {
        try claims.giveBack(prepared.claim)
        leave(prepared.group, prepared.obstacle ?? .changedWhileReading)
        continue
      }
      if case .awaitingPair(let reference) = decision.outcome {
        deferred.append(Deferred(position: start + offset, reason: .half(reference)))
        continue
      }
      let isYoung = prepared.group.isYounger(than: waiting.incomplete, now: now)
      // A copy that has stalled: the end is missing, or holds the zeros that it was allocated with.
      if isYoung, decision.codes.contains(.damaged) || decision.codes.contains(.undecodable) {
        try claims.giveBack(prepared.claim)
        leave(prepared.group, .notSettled)
      } else if decision.codes.contains(.converterUnavailable) {
        // Not the file's fault: the next run tries again.
        try claims.giveBack(prepared.claim)
        leave(
          prepared.group, .converterUnavailable,
          decision.diagnostics.first { $0.code == .converterUnavailable }?.details ?? [:])
      } else if try !claims.isUnchanged(prepared) {
        try claims.giveBack(prepared.claim)
        leave(prepared.group, .changedWhileReading)
      } else if !decision.forwards.isEmpty {
        // Whatever it forwards may come later in this pass.
        deferred.append(Deferred(position: start + offset, reason: .forwarding))
      } else {
        taken.append((prepared, decision))
      }
    }
    try settle(taken)
    return deferred
  }

  /// Settles a batch; where one decision of it can't be recorded, each on its own, so that one bad file never stops the others.
  mutating func settle(
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

  /// What one transaction has come to.
  private struct Committed {
    var settled: [Settled] = []
    var written: Staging.Written
    /// The end of the history.
    var head: Int
    /// Whether nobody else had written to the history since this pass last did.
    var wasAlone: Bool
    /// Payloads that a person stopped after they were shown.
    var stoppedLate: [OutboxPlace]
    var isSynced: Bool
  }

  mutating func settleAtOnce(
    _ batch: [(prepared: Prepared, decision: Decision)], reopened: ItemRecord?
  ) throws {
    guard !batch.isEmpty || !durable.isEmpty else { return }
    let staging = Staging(outbox)
    let committed: Committed
    do {
      committed = try transact(batch, reopened: reopened, staging)
    } catch {
      // Nothing was committed, so nothing may be shown.
      staging.undo()
      throw error
    }
    try finishMoving()
    outbox = committed.written.outbox
    durable = Bookkeeping()
    ownHead = committed.head
    // This batch may have closed what it queued itself, or what an earlier one has shown.
    let hasStopped = committed.settled.contains { $0.moves.contains(where: Retraction.isRemoval) }
    if !committed.wasAlone || hasStopped { unsynced.isDoubtful = true }
    if committed.isSynced { durable.take(&unsynced) }
    let settled = committed.settled
    for one in settled {
      count(one)
      closedHere.formUnion(one.closed)
    }
    try stop(committed.stoppedLate)
    try retract(settled.flatMap(\.moves))
    try show(
      settled.flatMap(\.payloads).filter { $0.date <= today }, staged: committed.written.payloads,
      isSure: !hasStopped)
    try take(movesOf: settled, batch)
  }

  private func transact(
    _ batch: [(prepared: Prepared, decision: Decision)], reopened: ItemRecord?, _ staging: Staging
  ) throws -> Committed {
    try ledger.write { ledger in
      let wasAlone = try ownHead == ledger.historyHead().sequence
      let stoppedLate = try Self.remember(durable, isSure: wasAlone, ledger)
      var settlement = Settlement(
        ledger: ledger, fanOut: decider.fanOut, today: today, moment: moment, isUntaken: outbox.isUntaken,
        closed: closedHere)
      var all: [Settled] = []
      for part in batch.chunks(of: 32) {
        let start = all.count
        for (prepared, decision) in part {
          var one = try settlement.settle(decision, reopened: reopened)
          one.moves.append(
            PlannedMove(
              from: prepared.claim.description, to: one.destination.description, itemID: one.record.itemID))
          try Self.record(one, decision, ledger, today, moment)
          settlement.closed.formUnion(one.closed)
          all.append(one)
        }
        let payloads = all[start...].flatMap(\.payloads).filter { $0.date <= today }
        staging.add(payloads, all[start...].flatMap(\.files))
      }
      let written = try staging.finish()
      _ = try moving?.value()
      // One sync for the batch: images and attachments, staged payloads, and what the last batch showed and moved.
      let isSynced = written.hasFiles || !written.payloads.isEmpty || !unsynced.isEmpty || moving != nil
      if isSynced { try files.sync() }
      return Committed(
        settled: all, written: written, head: try ledger.historyHead().sequence, wasAlone: wasAlone,
        stoppedLate: stoppedLate, isSynced: isSynced)
    }
  }

  static func record(
    _ one: Settled, _ decision: Decision, _ ledger: any LedgerTransaction, _ today: CivilDate, _ moment: String
  ) throws {
    if one.event != "redropped" {
      let digests =
        one.record.state.isRestricted
        ? decision.digests + ClosedIdentity.kept(of: decision, isLasting: one.record.state != .restricted) : []
      try ledger.put(one.record, restrictedDigests: digests)
      for payload in one.payloads {
        try ledger.queue(payload, attribute: one.record.attribute ?? .proactive, today: today)
      }
    }
    try ledger.plan(one.moves)
    var facts: [JSONValue.Member] = [
      .init("codes", .strings(one.record.codes.map(\.rawValue))),
      .init("payloads", .strings(one.payloads.map(\.payloadID.rawValue))),
    ]
    if let names = decision.names { facts.append(.init("names", .string(names))) }
    if let basis = decision.basis { facts.append(.init("basis", .string(basis.code))) }
    try ledger.append(
      day: today, moment: moment, actor: "run", event: one.event, itemID: one.record.itemID,
      inputID: one.record.inputID, facts: .object(facts))
  }

  /// Shows the payloads of a batch, staged and synced before they were committed, unless a person has stopped them meanwhile, or, where that isn't
  /// sure, the batch itself.
  mutating func show(_ payloads: [Payload], staged: Set<PayloadID>, isSure: Bool) throws {
    guard !payloads.isEmpty else { return }
    let places = payloads.map(OutboxPlace.init)
    let (standing, stopped) = try sorted(places, isSure: isSure)
    for place in standing where staged.contains(place.payloadID) { try outbox.show(place.payloadID, place.outlet) }
    for place in stopped where staged.contains(place.payloadID) { try outbox.unstage(place.payloadID) }
    unsynced.shown += standing
    // A person may have stopped one between our look and our step.
    try stop(try sorted(places, isSure: isSure).stopped)
  }

  /// Which payloads of this pass are still to be shown, and which were stopped since they were committed. `isSure`: not by this pass itself.
  func sorted(
    _ places: [OutboxPlace], isSure: Bool
  ) throws -> (standing: [OutboxPlace], stopped: [OutboxPlace]) {
    let ownHead = ownHead
    return try ledger.read { ledger in
      if isSure, let ownHead, try ledger.historyHead().sequence == ownHead { return (places, []) }
      let states = try Self.states(of: places, ledger)
      return (
        places.filter { states[$0.payloadID] == .queued }, places.filter { states[$0.payloadID] == .stopped }
      )
    }
  }

  static func states(of places: [OutboxPlace], _ ledger: any LedgerReading) throws -> [PayloadID: PayloadState] {
    var states: [PayloadID: PayloadState] = [:]
    for item in Set(places.map(\.itemID)) {
      for row in try ledger.payloads(of: item) { states[row.payloadID] = row.state }
    }
    return states
  }

  /// Takes the removals among planned moves as far as they can be taken. Answers how many.
  @discardableResult func retract(_ moves: [PlannedMove]) throws -> Int {
    let removals = moves.filter(Retraction.isRemoval)
    guard !removals.isEmpty else { return 0 }
    return try ledger.write { try Retraction(files: files).perform(removals, in: $0) }
  }

  /// Takes payloads out of the outbox that a person stopped while they were being shown.
  func stop(_ places: [OutboxPlace]) throws {
    for place in places { _ = try outbox.removePending(place.payloadID, place.outlet) }
  }

  /// Makes everything durable and tells the ledger.
  mutating func flush() throws {
    try finishMoving()
    guard !unsynced.isEmpty || !durable.isEmpty else { return }
    try files.sync()
    durable.take(&unsynced)
    let (book, ownHead) = (durable, ownHead)
    let stopped = try ledger.write { ledger in
      try Self.remember(book, isSure: ownHead == ledger.historyHead().sequence, ledger)
    }
    durable = Bookkeeping()
    try stop(stopped)
    try outbox.close()
  }

  /// Marks shown payloads as written and done moves as finished. Answers payloads that a person stopped after they were shown.
  static func remember(
    _ book: Bookkeeping, isSure: Bool, _ ledger: any LedgerTransaction
  ) throws -> [OutboxPlace] {
    var written = book.shown
    var stopped: [OutboxPlace] = []
    if !isSure || book.isDoubtful, !book.shown.isEmpty {
      let states = try states(of: book.shown, ledger)
      written = book.shown.filter { states[$0.payloadID] == .queued }
      stopped = book.shown.filter { states[$0.payloadID] == .stopped }
    }
    if !written.isEmpty { try ledger.mark(written.map(\.payloadID), as: .written) }
    if !book.moved.isEmpty { try ledger.finish(book.moved) }
    return stopped
  }

  mutating func count(_ one: Settled) {
    if one.event == "held", one.record.codes == [.otherHalfMissing] {
      waitingHalves[one.record.itemID] = one.spoken ?? ""
      return
    }
    if let spoken = one.spoken { summary.spoken.append(spoken) }
    if one.event != "redropped", one.record.codes.contains(.basisMissing) { unbased.append(one.record.itemID) }
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
}
