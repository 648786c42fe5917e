import Ingest
import Publication

/// Items that were held because the program that reads them was not installed.
extension Pass {
  /// Judges them again where the program is there now, so that nobody has to drop them once more.
  mutating func reconsiderUnread() throws {
    let held = try ledger.read { try $0.items(heldFor: .converterMissing) }
    guard !held.isEmpty else { return }
    let isThere = Conversion.Kind.allCases.contains(where: decider.converter.has)
    for record in held where isThere {
      guard let redo = try Reopened.open(record, files: files, claims: claims) else { continue }
      let decision = decider.decision(on: redo.item)
      if decision.codes.contains(.converterMissing) || decision.codes.contains(.converterUnavailable) { continue }
      if case .awaitingPair = decision.outcome {
        try settle([(redo.prepared, decision.held(by: .pairMissing))], reopened: record)
      } else {
        try settle([(redo.prepared, decision)], reopened: record)
      }
    }
  }
}
