/// What an office settles for its gate.
public struct GatePolicy: Sendable, Equatable {
  /// Numbers that the office itself makes public, as written in the configuration (`office.contacts`).
  public let officeContacts: [String]
  /// The digits of each contact, as the rule on personal numbers compares them.
  let contactDigits: Set<[UInt8]>

  /// A policy with these contacts; spaces, hyphens, width and a leading +86 make no difference.
  public init(officeContacts: [String]) {
    self.officeContacts = officeContacts
    contactDigits = Set(officeContacts.map(PersonalNumber.digits(ofContact:)).filter { !$0.isEmpty })
  }
}
