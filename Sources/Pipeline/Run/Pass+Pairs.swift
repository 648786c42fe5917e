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

    /// The position of its group among those of the pass, which names its claim, too: thousands may wait.
    var position: Int
    var reason: Reason

    var isHalf: Bool {
      if case .half = reason { return true }
      return false
    }
  }

  /// What was put off: first what forwards, which may be a Chinese half, then Mongolian halves. Halves ask for nothing but Chinese documents, which are
  /// all settled by then.
  mutating func process(deferred: [Deferred], of groups: InboxGroups) throws {
    for isHalf in [false, true] {
      try process(deferred.filter { $0.isHalf == isHalf }.chunks(of: 64)[...], of: groups)
    }
  }

  private mutating func process(_ chunks: ArraySlice<ArraySlice<Deferred>>, of groups: InboxGroups) throws {
    guard let first = chunks.first else { return }
    var next: Lookahead<[Prepared]>? = try takeAgain(first, groups)
    var rest = chunks.dropFirst()
    try movingAhead { pass in
      while let current = next {
        let prepared = try current.value()
        next = try rest.popFirst().map { try pass.takeAgain($0, groups) }
        try pass.settle(again: prepared)
      }
    } failing: {
      _ = try? next?.value()
    }
  }

  /// Looks for the other halves, and reads and decides on another thread what was put off. What has no other half yet and may still get one goes back.
  private mutating func takeAgain(
    _ chunk: ArraySlice<Deferred>, _ groups: InboxGroups
  ) throws -> Lookahead<[Prepared]> {
    var found: [(group: InboxGroup, claim: FileName, half: PairLookup.Half?)] = []
    for one in chunk {
      let group = groups[one.position]
      let claim = claims.place(of: group, number: one.position)
      guard case .half(let reference) = one.reason else {
        found.append((group, claim, nil))
        continue
      }
      let half = try ledger.read { try PairLookup.half(for: reference, on: today, in: $0) }
      if case .missing = half, group.isYounger(than: waiting.pair, now: now) {
        try claims.giveBack(claim)
        leave(group, .pairMissing)
      } else {
        found.append((group, claim, half))
      }
    }
    let (claims, decider) = (claims, decider)
    return Lookahead { [found] in
      let taken = try found.map { one in
        var claimed = one.group
        claimed.root = one.claim
        var taken = try claims.take(claimed, number: 0)
        // It is still the claim that this pass made of the group.
        taken.prepared.group = one.group
        return (prepared: taken.prepared, item: taken.item, half: one.half)
      }
      let decided = timedMap(taken, seconds: decider.limits.secondsPerFile) { one in
        one.item.map { Batch.decide($0, one.prepared.group, decider, half: one.half) }
      }
      return zip(taken, decided).map { one, decision in
        var prepared = one.prepared
        if let item = one.item { prepared.decision = decision ?? Batch.unread(item, prepared.group, decider) }
        return prepared
      }
    }
  }

  private mutating func settle(again batch: [Prepared]) throws {
    var taken: [(prepared: Prepared, decision: Decision)] = []
    for prepared in batch {
      if let decision = prepared.decision {
        taken.append((prepared, decision))
      } else {
        try claims.giveBack(prepared.claim)
        leave(prepared.group, prepared.obstacle ?? .changedWhileReading)
      }
    }
    if !taken.isEmpty { try settle(taken) }
  }

  /// Mongolian halves that were held for want of a Chinese half, and have one now.
  mutating func reconsiderHeldPairs() throws {
    let held = try ledger.read { try $0.items(heldFor: .pairMissing) }.filter { !$0.codes.contains(.bundleAmbiguous) }
    for record in held {
      let reference = PairReference(pair: record.pair, documentNumber: record.documentNumber)
      guard
        case .inherits(let inheritance) = try ledger.read({ try PairLookup.half(for: reference, on: today, in: $0) })
      else { continue }
      guard let redo = try Reopened.open(record, files: files, claims: claims) else { continue }
      let person = try ledger.read { try PersonalDecisions.of(record, in: $0) }
      let decision = decider.decision(on: redo.item, inheritance: inheritance, person: person)
      try settle([(redo.prepared, decision)], reopened: record)
    }
  }
}
