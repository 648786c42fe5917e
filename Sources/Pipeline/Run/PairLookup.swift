import Disclosure
import Publication

/// Finds the Chinese half whose attribute a Mongolian half may take over: equal `pair`, or the identical full document number with exactly one candidate.
enum PairLookup {
  enum Half: Sendable {
    case inherits(Inheritance)
    case ambiguous
    case missing
  }

  /// `today`: a Chinese half that is to go out on a later day is not published yet.
  static func half(for reference: PairReference, on today: CivilDate, in ledger: any LedgerReading) throws -> Half {
    if let pair = reference.pair {
      let candidates = try ledger.items(pair: pair).filter(isLiveChinese)
      return verdict(candidates, on: today, place: place(ofPair: pair))
    }
    if let number = reference.documentNumber {
      let candidates = try ledger.items(documentNumber: number).filter(isLiveChinese)
      return verdict(candidates, on: today, place: place(ofNumber: number))
    }
    return .missing
  }

  /// How halves were matched, in the evidence of the Mongolian one.
  static func place(ofPair pair: String) -> String { "双语标识 \(pair)" }
  static func place(ofNumber number: String) -> String { "发文字号 \(number)" }

  private static func isLiveChinese(_ item: ItemRecord) -> Bool {
    item.language == .chinese && [.queued, .held].contains(item.state)
  }

  private static func verdict(_ candidates: [ItemRecord], on today: CivilDate, place: String) -> Half {
    guard candidates.count <= 1 else { return .ambiguous }
    // A Chinese half that waits for nothing but this one has been cleared, too.
    guard let half = candidates.first, half.state == .queued || half.codes == [.otherHalfMissing],
      let attribute = half.attribute, half.date.map({ $0 <= today }) ?? true
    else { return .missing }
    return .inherits(Inheritance(attribute: attribute, from: half.itemID, place: place))
  }
}

extension Batch {
  /// The decision on what may be a Mongolian half, now that its Chinese half was looked for.
  static func decide(
    _ item: InboxItem, _ group: InboxGroup, _ decider: Decider, half: PairLookup.Half?
  ) -> Decision {
    switch half {
    case .inherits(let inheritance): decide(item, group, decider, inheritance: inheritance)
    case .ambiguous: decide(item, group, decider).held(by: .pairAmbiguous)
    case .missing: decide(item, group, decider).held(by: .pairMissing)
    case nil: decide(item, group, decider)
    }
  }
}

extension Decision {
  /// The same drop, held for `code`.
  func held(by code: Code) -> Decision {
    var held = self
    held.outcome = .held
    held.diagnostics.removeAll { $0.code == code || $0.code == .pairMissing }
    held.diagnostics.append(Diagnostic(code, .hold))
    return held
  }
}
