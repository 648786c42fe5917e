public import Publication

/// By when something must have happened with an application, and how that was counted.
public struct Deadline: Sendable, Equatable {
  /// What must happen.
  public enum Kind: String, Sendable, CaseIterable {
    /// The office confirms with the applicant that the application came (第三十一条).
    case confirmation
    /// The last day on which the office may ask for a correction (第三十条).
    case correctionRequest
    /// The applicant corrects (第三十条).
    case correction
    /// The office answers (第三十三条).
    case answer
    /// A third party says what it thinks (第三十二条).
    case thirdParty
    /// The other organ says what it thinks (第三十四条).
    case jointOrgan
    /// The applicant pays the fee (国办函〔2020〕109号; 20 working days: unverified).
    case payment

    /// Its Chinese name, with the article.
    public var name: String {
      switch self {
      case .confirmation: "与申请人确认收到申请（第三十一条）"
      case .correctionRequest: "可以告知补正的最后一天（第三十条）"
      case .correction: "申请人补正（第三十条）"
      case .answer: "答复（第三十三条）"
      case .thirdParty: "第三方提出意见（第三十二条）"
      case .jointOrgan: "共同制作机关提出意见（第三十四条）"
      case .payment: "申请人缴费（国办函〔2020〕109号）"
      }
    }
  }

  /// When.
  public enum Term: Sendable, Equatable {
    /// On this day at the latest; counted in working days, or a day that was set.
    case day(CivilDate, WorkdayCount?)
    /// As soon as possible: the law sets no day.
    case open
    /// The calendar doesn't reach so far: nobody can tell yet.
    case calendarMissing(CivilDate)
  }

  /// 登记号 of the application.
  public var number: String
  /// What must happen.
  public var kind: Kind
  /// When.
  public var term: Term
  /// What changed the counting, or what follows; empty: nothing.
  public var note: String = ""

  /// The day, where there is one.
  public var day: CivilDate? {
    guard case .day(let day, _) = term else { return nil }
    return day
  }

  /// Whether the day has passed.
  public func isPast(on today: CivilDate) -> Bool { day.map { $0 < today } ?? false }
}
