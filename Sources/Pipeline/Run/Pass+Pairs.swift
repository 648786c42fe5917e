import Disclosure
import FanOut
import Publication

/// Mongolian halves without an attribute of their own.
extension Pass {
  /// Mongolian halves, now that every Chinese half of this pass is in the ledger.
  mutating func processPairs(_ pairs: [Prepared]) throws {
    try processForwarding(pairs)
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

  /// Documents that forward others, now that every original of this pass is in the ledger.
  private mutating func processForwarding(_ left: [Prepared]) throws {
    var taken: [(prepared: Prepared, decision: Decision)] = []
    for prepared in left {
      guard let decision = prepared.decision, !decision.forwards.isEmpty else { continue }
      if try claims.isUnchanged(prepared) {
        taken.append((prepared, decision))
      } else {
        try claims.giveBack(prepared.claim)
        leave(prepared.group, .changedWhileReading)
      }
    }
    for batch in taken.chunks(of: 64) { try settle(Array(batch)) }
  }

  /// Mongolian halves that were held for want of a Chinese half, and have one now.
  mutating func reconsiderHeldPairs() throws {
    let held = try ledger.read { try $0.items(heldFor: .pairMissing) }.filter { !$0.codes.contains(.bundleAmbiguous) }
    for record in held {
      let reference = PairReference(pair: record.pair, documentNumber: record.documentNumber)
      guard case .inherits(let inheritance) = try ledger.read({ try PairLookup.half(for: reference, in: $0) }) else {
        continue
      }
      guard let redo = try Reopened.open(record, files: files, claims: claims) else { continue }
      let person = try ledger.read { try PersonalDecisions.of(record, in: $0) }
      let decision = decider.decision(on: redo.item, inheritance: inheritance, person: person)
      try settle([(redo.prepared, decision)], reopened: record)
    }
  }
}
