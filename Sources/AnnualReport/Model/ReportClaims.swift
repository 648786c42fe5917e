public import Publication

/// A number that a report tells in words.
public struct ReportClaim: Sendable, Hashable {
  /// The number.
  public var value: DecimalNumber
  /// 余 and 多: the number is at least this.
  public var isAtLeast: Bool
  /// The place: the sentence, or the key of the data.
  public var place: String
  /// Of a number of applications: what it counts.
  public var reading: ApplicationReading

  /// A claim with all its parts.
  public init(
    _ value: DecimalNumber, isAtLeast: Bool = false, place: String, reading: ApplicationReading = .unsaid
  ) {
    self.value = value
    self.isAtLeast = isAtLeast
    self.place = place
    self.reading = reading
  }

  /// Whether `number` can be what the words mean.
  public func allows(_ number: DecimalNumber) -> Bool { isAtLeast ? number >= value : number == value }
}

/// What the number of applications counts, by the words of the report.
public enum ApplicationReading: String, Sendable, Hashable {
  /// 新收: those of this year alone.
  case newOnly
  /// 含上年结转: with those carried in.
  case withCarriedIn
  /// The words don't say.
  case unsaid
}

/// A number that is broken into kinds ("其中").
public struct Breakdown: Sendable, Hashable {
  /// The number.
  public var whole: ReportClaim
  /// Its kinds, in order.
  public var kinds: [ReportClaim]
  /// 等: the list of kinds is not complete.
  public var isOpen: Bool

  /// A breakdown with all its parts.
  public init(whole: ReportClaim, kinds: [ReportClaim], isOpen: Bool = false) {
    self.whole = whole
    self.kinds = kinds
    self.isOpen = isOpen
  }

  /// The kinds together.
  public var sum: DecimalNumber { kinds.map(\.value).sum() }

  /// How far the kinds are from the number.
  var distance: DecimalNumber { max(sum, whole.value) - min(sum, whole.value) }

  /// Whether the kinds are the number.
  var isExact: Bool { sum == whole.value }
}

/// What a report says in words of the things that its tables count. Several claims for one thing: the report says it several times.
public struct ReportClaims: Sendable, Hashable {
  /// Whether there were words, or data in their place, to look into.
  public var areRead = false
  /// Applications accepted or received, with what the words make of those carried in.
  public var accepted: [ReportClaim] = []
  /// Applications answered.
  public var answered: [ReportClaim] = []
  /// Applications carried into the next year.
  public var carriedOut: [ReportClaim] = []
  /// Administrative reviews.
  public var reviews: [ReportClaim] = []
  /// Administrative suits.
  public var suits: [ReportClaim] = []
  /// Normative documents issued in the year.
  public var issued: [ReportClaim] = []
  /// Normative documents repealed in the year.
  public var repealed: [ReportClaim] = []
  /// Normative documents in force.
  public var valid: [ReportClaim] = []
  /// The information processing fee that was charged, in yuan.
  public var fee: [ReportClaim] = []
  /// The fee that section six states: 0 for 未收取.
  public var feeStated: [ReportClaim] = []
  /// Applications for which a fee was charged.
  public var chargedApplications: [ReportClaim] = []
  /// Numbers broken into kinds.
  public var breakdowns: [Breakdown] = []

  /// No claims.
  public init() {}
}
