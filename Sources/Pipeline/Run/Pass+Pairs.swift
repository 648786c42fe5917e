import Disclosure
import FanOut
import Ingest
import Publication

/// What can be decided only when the other documents of a pass are in the ledger.
extension Pass {
  /// A document in its claim, put off to the end of the pass. It is read again then: a pass keeps no documents.
  struct Deferred {
    enum Reason {
      /// A Mongolian half without an attribute of its own, and what names its Chinese half.
      case half(PairReference)
      /// It forwards documents that may be in this pass, too.
      case forwarding
    }

    /// The position of its group among those of the pass: thousands may wait.
    var position: Int
    var claim: FileName
    var reason: Reason
  }

  /// What was put off: first what forwards, which may be a Chinese half, then Mongolian halves.
  mutating func process(deferred: [Deferred], of groups: InboxGroups) throws {
    for chunk in deferred.chunks(of: 64) { try processForwarding(Array(chunk), of: groups) }
    for chunk in deferred.chunks(of: 64) { try processHalves(Array(chunk), of: groups) }
  }

  private mutating func processForwarding(_ chunk: [Deferred], of groups: InboxGroups) throws {
    var found: [(prepared: Prepared, item: InboxItem)] = []
    for one in chunk {
      if case .forwarding = one.reason, let taken = try takeAgain(one, groups[one.position]) { found.append(taken) }
    }
    let decider = decider
    let decided = timedMap(found, seconds: decider.limits.secondsPerFile) { one in
      Batch.decide(one.item, one.prepared.group, decider)
    }
    try settle(found, decided)
  }

  private mutating func processHalves(_ chunk: [Deferred], of groups: InboxGroups) throws {
    var found: [(prepared: Prepared, item: InboxItem)] = []
    var halves: [PairLookup.Half] = []
    for one in chunk {
      guard case .half(let reference) = one.reason else { continue }
      let half = try ledger.read { try PairLookup.half(for: reference, in: $0) }
      let group = groups[one.position]
      if case .missing = half, group.isYounger(than: waiting.pair, now: now) {
        try claims.giveBack(one.claim)
        leave(group, .pairMissing)
      } else if let taken = try takeAgain(one, group) {
        found.append(taken)
        halves.append(half)
      }
    }
    let decider = decider
    let decided = timedMap(Array(zip(found, halves)), seconds: decider.limits.secondsPerFile) { one, half in
      let group = one.prepared.group
      return switch half {
      case .inherits(let inheritance): Batch.decide(one.item, group, decider, inheritance: inheritance)
      case .ambiguous: Batch.decide(one.item, group, decider).held(by: .pairAmbiguous)
      case .missing: Batch.decide(one.item, group, decider).held(by: .pairMissing)
      }
    }
    try settle(found, decided)
  }

  private mutating func settle(_ found: [(prepared: Prepared, item: InboxItem)], _ decided: [Decision?]) throws {
    guard !found.isEmpty else { return }
    try settle(
      zip(found, decided).map { one, decision in
        (one.prepared, decision ?? Batch.unread(one.item, one.prepared.group, decider))
      })
  }

  /// Reads what was put off; `nil` where it can't be taken now and has gone back to the inbox.
  private mutating func takeAgain(
    _ one: Deferred, _ group: InboxGroup
  ) throws -> (prepared: Prepared, item: InboxItem)? {
    var claimed = group
    claimed.root = one.claim
    let (prepared, item) = try claims.take(claimed, number: 0)
    guard let item, prepared.obstacle == nil else {
      try claims.giveBack(one.claim)
      leave(group, prepared.obstacle ?? .changedWhileReading)
      return nil
    }
    return (prepared, item)
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
