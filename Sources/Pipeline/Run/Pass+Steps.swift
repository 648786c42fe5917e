import FanOut
import Publication

/// Steps of a pass that a person's command takes on its own.
extension Pass {
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
        isUntaken: looking.isUntaken)
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
}
