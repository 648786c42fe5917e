internal import Publication

/// The fees of several applications: by item they add up over one applicant's calendar month.
///
/// Source: 国办函〔2020〕109号. The month is that of the receipt; of one month the earlier application counts first, one that nothing is
/// charged for as one item. Applications without a name stand alone.
public struct FeeStatement: Sendable {
  /// The working by 登记号.
  private let fees: [String: InformationFee]

  /// The fees of `applications`.
  public init(_ applications: [Application]) {
    struct Month: Hashable {
      var applicant: String
      var kind: ApplicantKind
      var month: String
    }
    var counted: [Month: Int] = [:]
    var fees: [String: InformationFee] = [:]
    let dated = applications.compactMap { one in one.received.map { (one, $0) } }
    for (application, received) in dated.sorted(by: { ($0.1, $0.0.number) < ($1.1, $1.0.number) }) {
      let name = CellText.comparable(application.applicant)
      let month = Month(
        applicant: name.isEmpty ? "#" + application.number : name, kind: application.applicantKind,
        month: received.monthText)
      guard let charge = application.charge else {
        counted[month, default: 0] += 1
        continue
      }
      let before = charge.scale == .byItem ? counted[month] ?? 0 : 0
      fees[application.number] = InformationFee(charge.scale, charge.quantity, after: before)
      if charge.scale == .byItem { counted[month] = before + charge.quantity }
    }
    self.fees = fees
  }

  /// The working of one application's fee; `nil` where it has none.
  public func fee(of application: Application) -> InformationFee? { fees[application.number] }

  /// Yuan charged: as registered, else as computed.
  public func yuan(of application: Application) -> Int { application.charge?.yuan ?? fee(of: application)?.yuan ?? 0 }

  /// Whether something else was registered than the working gives.
  public func differs(for application: Application) -> Bool {
    guard let entered = application.charge?.yuan, let fee = fee(of: application) else { return false }
    return entered != fee.yuan
  }
}
