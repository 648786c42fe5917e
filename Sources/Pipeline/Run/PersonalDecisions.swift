import Disclosure
import Publication

/// What people decided, as the history of an item tells it. Only what was decided on exactly the input that the item has now counts.
enum PersonalDecisions {
  static let signed = "signed"
  static let decided = "decided"

  /// The decisions on the present content of `record`.
  static func of(_ record: ItemRecord, in ledger: any LedgerReading) throws -> PersonalDecision {
    var decision = PersonalDecision()
    for entry in try ledger.history(of: record.itemID) where entry.inputID == record.inputID {
      switch entry.event {
      case signed: if let signOff = signOff(entry) { decision.signOffs.append(signOff) }
      case decided:
        decision.attribute = entry.facts["attribute"]?.text.flatMap(DisclosureAttribute.init(rawValue:))
        decision.decidedBy = entry.actor
        decision.isGrounded = entry.facts["basis"]?.text.flatMap(LegalBasis.init(code:)) != nil
      default: break
      }
    }
    return decision
  }

  /// The facts of a sign-off for the history.
  static func facts(_ signOff: SignOff) -> [JSONValue.Member] {
    [
      .init("review", .string(signOff.review.rawValue)), .init("verdict", .string(signOff.verdict.rawValue)),
      .init("opinion", .string(signOff.opinion)), .init("content", .string(signOff.content.rawValue)),
    ]
  }

  private static func signOff(_ entry: HistoryEntry) -> SignOff? {
    guard let review = entry.facts["review"]?.text.flatMap(ReviewKind.init(rawValue:)),
      let verdict = entry.facts["verdict"]?.text.flatMap(SignOff.Verdict.init(rawValue:)),
      let content = entry.facts["content"]?.text
    else { return nil }
    return SignOff(
      review: review, reviewer: entry.actor, verdict: verdict, opinion: entry.facts["opinion"]?.text ?? "",
      content: InputID(rawValue: content))
  }
}
