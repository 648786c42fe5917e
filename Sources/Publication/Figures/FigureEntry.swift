/// One line of the list behind a figure: an application, a document, a payload, a reading that somebody wrote down.
///
/// A figure of the annual report is always the sum of its entries, so that it can be counted again and explained. A whole number of
/// things is a list with an amount of 1 for each.
public struct FigureEntry: Sendable, Hashable {
  /// The register, or the list of the ledger, in which the entry stands.
  public var list: FigureList
  /// Its number in that list: 编号 of the register's row, or the item's id. Never an applicant's name.
  public var entry: String
  /// The day on which it counts: of receipt, of the reply, of publication, of the reading.
  public var day: CivilDate
  /// How much it adds, in `unit`.
  public var amount: DecimalNumber
  /// What is counted.
  public var unit: FigureUnit
  /// Whether `amount` is the least that it was (30多个, 100余名).
  public var isAtLeast: Bool
  /// Where the number comes from, for people: "网站统计后台", "申请登记表".
  public var source: String
  /// Who entered it.
  public var person: String

  /// An entry with all its parts.
  public init(
    list: FigureList, entry: String, day: CivilDate, amount: DecimalNumber = 1, unit: FigureUnit = .items,
    isAtLeast: Bool = false, source: String, person: String
  ) {
    self.list = list
    self.entry = entry
    self.day = day
    self.amount = amount
    self.unit = unit
    self.isAtLeast = isAtLeast
    self.source = source
    self.person = person
  }
}

/// The lists behind the figures of one year, by cell. A cell with an empty list is 0; a cell that is absent is known to nobody and
/// stays blank in the report.
///
/// Totals (总计 of tables 3 and 4, `r7_total`, what section one repeats from the tables) are not in it: the report joins the lists of
/// the cells that they add up, see `docs/annual.md`.
public typealias FigureLists = [ReportCell: [FigureEntry]]

/// Where entries stand.
public enum FigureList: String, Sendable, CaseIterable {
  /// First publications in the ledger: an item once for each outlet.
  case publications
  /// Attribute decisions in the ledger's history.
  case decisions
  /// 依申请公开 register, with fees.
  case applications
  /// 复议诉讼 register.
  case disputes
  /// Register of rules and normative documents.
  case documents
  /// Register of official documents and proposals opened.
  case openedDocuments
  /// Register of messages handled.
  case messages
  /// Register of gazette issues.
  case gazette
  /// Register of platform figures.
  case platform
  /// Register of training and supervision.
  case supervision
  /// Register of licences, punishments, coercive measures and charges.
  case acts
}

/// What an amount counts.
public enum FigureUnit: String, Sendable, CaseIterable {
  /// 件.
  case items
  /// 条.
  case posts
  /// 期.
  case issues
  /// 次.
  case times
  /// 万次.
  case tenThousandTimes
  /// 人.
  case people
  /// 个.
  case places
  /// 项.
  case points
  /// 元.
  case yuan
  /// 万元.
  case tenThousandYuan
  /// %.
  case percent

  /// The Chinese measure word.
  public var term: String {
    switch self {
    case .items: "件"
    case .posts: "条"
    case .issues: "期"
    case .times: "次"
    case .tenThousandTimes: "万次"
    case .people: "人"
    case .places: "个"
    case .points: "项"
    case .yuan: "元"
    case .tenThousandYuan: "万元"
    case .percent: "%"
    }
  }
}
