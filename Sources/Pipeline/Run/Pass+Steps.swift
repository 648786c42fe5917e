import FanOut
import Publication

/// Steps of a pass that a person's command takes on its own.
extension Pass {
  /// Writes payload files that are due and finishes moves.
  mutating func finish() throws {
    try finishEarlier()
    try flush()
  }

  /// Judges a held item again where it lies, with what people decided about it. Answers the item as it is then.
  mutating func judgeAgain(_ record: ItemRecord, _ reopened: Reopened) throws -> ItemRecord {
    try finishEarlier()
    let person = try ledger.read { try PersonalDecisions.of(record, in: $0) }
    var decision = decider.decision(on: reopened.item, person: person)
    if case .awaitingPair(let reference) = decision.outcome {
      switch try ledger.read({ try PairLookup.half(for: reference, on: today, in: $0) }) {
      case .inherits(let inheritance):
        decision = decider.decision(on: reopened.item, inheritance: inheritance, person: person)
      case .ambiguous: decision = decision.held(by: .pairAmbiguous)
      case .missing: decision = decision.held(by: .pairMissing)
      }
    }
    try settle([(reopened.prepared, decision)], reopened: record)
    try flush()
    let id = decision.outcome.isRestricted ? ItemID(decision.inputID) : record.itemID
    guard let after = try ledger.read({ try $0.item(id) }) else {
      throw PipelineError(.itemUnknown, subject: id.rawValue)
    }
    return after
  }

  /// Makes a held revision the correction of what is queued.
  mutating func correct(
    _ queued: ItemRecord, with held: ItemRecord, note: String?, by actor: String
  ) throws -> ItemRecord {
    guard let redo = try Reopened.open(held, files: files, claims: claims) else {
      throw PipelineError(.originalMissing, subject: held.folder)
    }
    let person = try ledger.read { try PersonalDecisions.of(held, in: $0) }
    let decision = decider.decision(on: redo.item, person: person)
    guard case .publish = decision.outcome else {
      throw PipelineError(
        .wrongState, subject: held.itemID.rawValue, details: ["state": Words.state(held.state.rawValue)])
    }
    var closed = held
    closed.state = .superseded
    closed.message = "已作为 \(queued.itemID) 的更正发布。"
    let looking = outbox
    var outbox = outbox
    let settled = try ledger.write { ledger in
      let settlement = Settlement(
        ledger: ledger, fanOut: decider.fanOut, today: today, moment: moment,
        isUntaken: looking.isUntaken)
      var one = try settlement.correction(decision, of: queued, note: note, releasing: held.itemID)
      // No outlet takes it: it waits on.
      guard one.event == "corrected" else {
        throw PipelineError(
          .wrongState, subject: held.itemID.rawValue, details: ["state": Words.state(held.state.rawValue)])
      }
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
}
