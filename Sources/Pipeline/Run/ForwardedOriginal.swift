import Publication

/// What the ledger knows of the originals that a document forwards.
///
/// Of a closed original it keeps no number, only a digest of it, among the digests of what was restricted: enough to know it again, too little to read it.
enum ForwardedOriginal {
  /// The digest of a document number in normal form.
  static func digest(ofNumber number: String) -> ContentDigest {
    ContentDigest(ofParts: [Array("zarlal.docno/1".utf8), Array(number.utf8)])
  }

  /// The decision, held where it would publish a document that forwards one that is known and not 主动公开. What is not known says nothing.
  static func held(_ decision: Decision, in ledger: any LedgerReading) throws -> Decision {
    guard !decision.forwards.isEmpty, case .publish = decision.outcome else { return decision }
    for number in decision.forwards where try isClosed(number, in: ledger) {
      var held = decision
      held.outcome = .held
      held.first = nil
      // Nothing says which number it is: it may be that of a closed document.
      held.diagnostics.append(Diagnostic(.forwardedClosed, .hold))
      return held
    }
    return decision
  }

  private static func isClosed(_ number: String, in ledger: any LedgerReading) throws -> Bool {
    let known = try ledger.items(documentNumber: number).filter { [.queued, .held, .withdrawn].contains($0.state) }
    if known.contains(where: { $0.attribute == .proactive }) { return false }
    return try !known.isEmpty || ledger.wasRestricted(digest(ofNumber: number))
  }
}
