public import Publication

/// What an office settles for its gate.
public struct GatePolicy: Sendable, Equatable {
  /// Numbers, mailboxes and domains that the office itself makes public, as written in the configuration (`office.contacts`).
  public let officeContacts: [String]
  /// Reviews that must have passed, by 栏目 or 主题分类; `*`: of everything (`reviews.required`).
  public let requiredReviews: [String: [ReviewKind]]
  /// Names and titles that are easily written wrong (`text.wrongNames`); `nil`: the office keeps no list.
  public let wrongNames: WrongNames?
  /// The digits of each contact, as the rule on personal numbers compares them.
  let contactDigits: Set<[UInt8]>
  /// Mailboxes and domains among the contacts, lower case.
  let mailboxes: Set<String>

  /// A policy with these contacts; spaces, hyphens, width and a leading +86 make no difference.
  public init(officeContacts: [String], requiredReviews: [String: [ReviewKind]] = [:], wrongNames: WrongNames? = nil) {
    self.officeContacts = officeContacts
    self.requiredReviews = requiredReviews
    self.wrongNames = wrongNames
    // What has letters is a mailbox (bgs@als.gov.cn), or the domain of all of them (@als.gov.cn, als.gov.cn).
    let addresses = officeContacts.filter { $0.utf8.contains(0x2E) && $0.utf8.contains { ($0 | 0x20) &- 0x61 < 26 } }
    mailboxes = Set(
      addresses.map { address in
        let name = address.trimmedWhitespace.lowercased()
        return name.utf8.first == 0x40 ? String(name.dropFirst()) : name
      })
    contactDigits = Set(
      officeContacts.filter { !addresses.contains($0) }.map(PersonalNumber.digits(ofContact:)).filter { !$0.isEmpty })
  }
}
