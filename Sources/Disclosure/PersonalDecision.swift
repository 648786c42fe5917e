public import Publication

/// What people decided about one content: an attribute, and verdicts of reviews.
///
/// Source: disclosure rules, "Attribute model" (the office checks, the signer decides) and "Review chain".
public struct PersonalDecision: Sendable, Equatable {
  /// The attribute somebody decided on; `nil`: nobody has.
  public var attribute: DisclosureAttribute?
  /// Who decided on it.
  public var decidedBy: String
  /// Verdicts of reviews, oldest first.
  public var signOffs: [SignOff]

  /// A decision with all its parts.
  public init(attribute: DisclosureAttribute? = nil, decidedBy: String = "", signOffs: [SignOff] = []) {
    self.attribute = attribute
    self.decidedBy = decidedBy
    self.signOffs = signOffs
  }

  /// Nobody has decided anything.
  public static let none = PersonalDecision()
}
