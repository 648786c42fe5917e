import Publication

/// Halves of a class that goes out in both languages at once (`LanguagePolicy.together`).
extension Pass {
  /// Publishes halves that waited, now that the other is published: it was only because this one was ready. Then tells which go on waiting.
  mutating func publishWaitingHalves() throws {
    let held = try ledger.read { try $0.items(heldFor: .otherHalfMissing) }.filter { $0.codes == [.otherHalfMissing] }
    for record in held where try ledger.read({ try !OtherHalf.of(record, in: $0).isEmpty }) {
      guard let redo = try Reopened.open(record, files: files, claims: claims) else { continue }
      let person = try ledger.read { try PersonalDecisions.of(record, in: $0) }
      var decision = decider.decision(on: redo.item, person: person)
      if case .awaitingPair(let reference) = decision.outcome {
        guard
          case .inherits(let inheritance) = try ledger.read({
            try PairLookup.half(for: reference, on: today, in: $0)
          })
        else { continue }
        decision = decider.decision(on: redo.item, inheritance: inheritance, person: person)
      }
      try settle([(redo.prepared, decision)], reopened: record)
      waitingHalves[record.itemID] = nil
    }
    for (_, words) in waitingHalves.sorted(by: { $0.key < $1.key }) {
      summary.held += 1
      summary.spoken.append(words)
    }
    waitingHalves = [:]
  }
}
