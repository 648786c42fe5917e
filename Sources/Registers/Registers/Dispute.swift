public import Publication

/// One review (行政复议) or suit (行政诉讼) about an application: a cell of table 4.
public struct Dispute: Sendable, Equatable {
  /// The three groups of table 4.
  public enum Kind: String, Sendable, CaseIterable, RegisterChoosing {
    case review, suitDirect, suitAfterReview

    /// The row of table 4.
    public var row: RemedyRow {
      switch self {
      case .review: .review
      case .suitDirect: .suitDirect
      case .suitAfterReview: .suitAfterReview
      }
    }

    var choice: RegisterChoice {
      switch self {
      case .review: .init(rawValue, "行政复议", ["复议"])
      case .suitDirect: .init(rawValue, "未经复议直接起诉", ["行政诉讼", "直接起诉"])
      case .suitAfterReview: .init(rawValue, "复议后起诉")
      }
    }
  }

  /// How it ended.
  public enum Outcome: String, Sendable, CaseIterable, RegisterChoosing {
    case upheld, corrected, other

    /// The column of table 4.
    public var column: RemedyOutcome {
      switch self {
      case .upheld: .upheld
      case .corrected: .corrected
      case .other: .other
      }
    }

    var choice: RegisterChoice {
      switch self {
      case .upheld: .init(rawValue, "结果维持", ["维持"])
      case .corrected: .init(rawValue, "结果纠正", ["纠正"])
      case .other: .init(rawValue, "其他结果", ["其他"])
      }
    }
  }

  /// 登记号.
  public let number: String
  /// Review or suit.
  public let kind: Kind
  /// The application it is about, by its 登记号.
  public let application: String?
  /// When it was accepted.
  public let filed: CivilDate
  /// How and when it ended; `nil`: pending.
  public let end: End?
  /// 来源 and 经办人.
  public let origin: EntryOrigin

  /// The end of a case.
  public struct End: Sendable, Equatable {
    /// When.
    public var date: CivilDate
    /// How.
    public var outcome: Outcome
  }

  static let columns: [RegisterColumn] = [
    .number,
    .choice("disputeKind", "案件种类", Kind.self, "复议或诉讼，诉讼分是否经过复议").required,
    .text("application", "申请登记号", most: 60, "所涉依申请公开的登记号"),
    .date("filed", "受理日期", "复议机关或法院受理的日期").required,
    .choice("outcome", "案件结果", Outcome.self, "没有审结的空着"),
    .date("closed", "审结日期", "没有审结的空着"),
    .source, .handler, .remark,
  ]

  init?(_ row: RegisterRow, _ reading: inout RowReading) {
    guard let kind = row.choice("disputeKind", Kind.self), let filed = row.date("filed") else { return nil }
    number = row.number
    self.kind = kind
    application = row.text("application")
    self.filed = filed
    end = row.date("closed").flatMap { date in row.choice("outcome", Outcome.self).map { End(date: date, outcome: $0) }
    }
    origin = EntryOrigin(row)
    reading.expectOrder(row, "filed", "closed")
    reading.expect(row, "closed", needs: "outcome")
    reading.expect(row, "outcome", needs: "closed")
  }
}
