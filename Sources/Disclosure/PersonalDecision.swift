public import Publication

/// What people decided about one content: an attribute, and verdicts of reviews.
///
/// Source: disclosure rules, "Attribute model" (the office checks, the signer decides) and "Review chain".
public struct PersonalDecision: Sendable, Equatable {
  /// The attribute somebody decided on; `nil`: nobody has.
  public var attribute: DisclosureAttribute?
  /// Who decided on it.
  public var decidedBy: String
  /// Whether they gave a reason with its legal basis.
  public var isGrounded: Bool
  /// Verdicts of reviews, oldest first.
  public var signOffs: [SignOff]

  /// A decision with all its parts.
  public init(
    attribute: DisclosureAttribute? = nil, decidedBy: String = "", isGrounded: Bool = false, signOffs: [SignOff] = []
  ) {
    self.attribute = attribute
    self.decidedBy = decidedBy
    self.isGrounded = isGrounded
    self.signOffs = signOffs
  }

  /// Nobody has decided anything.
  public static let none = PersonalDecision()
}
