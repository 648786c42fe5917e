public import Publication

/// What an office settles for its gate.
public struct GatePolicy: Sendable, Equatable {
  /// Numbers that the office itself makes public, as written in the configuration (`office.contacts`).
  public let officeContacts: [String]
  /// Reviews that must have passed, by 栏目 or 主题分类; `*`: of everything (`reviews.required`).
  public let requiredReviews: [String: [ReviewKind]]
  /// The digits of each contact, as the rule on personal numbers compares them.
  let contactDigits: Set<[UInt8]>

  /// A policy with these contacts; spaces, hyphens, width and a leading +86 make no difference.
  public init(officeContacts: [String], requiredReviews: [String: [ReviewKind]] = [:]) {
    self.officeContacts = officeContacts
    self.requiredReviews = requiredReviews
    contactDigits = Set(officeContacts.map(PersonalNumber.digits(ofContact:)).filter { !$0.isEmpty })
  }
}
