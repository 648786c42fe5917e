public import Publication

/// One issue of the government gazette (政府公报) in one language.
public struct GazetteIssue: Sendable, Equatable {
  /// Its language.
  public enum Language: String, Sendable, CaseIterable, RegisterChoosing {
    case chinese, mongolian

    var choice: RegisterChoice {
      switch self {
      case .chinese: .init(rawValue, "汉文", ["汉", "中文", "zh"])
      case .mongolian: .init(rawValue, "蒙古文", ["蒙", "蒙文", "mn"])
      }
    }
  }

  /// 登记号.
  public let number: String
  /// Its language.
  public let language: Language
  /// When it came out.
  public let published: CivilDate
  /// 来源 and 经办人.
  public let origin: EntryOrigin

  static let columns: [RegisterColumn] = [
    .number,
    .choice("language", "语种", Language.self, "汉文、蒙古文各登记一条").required,
    .count("year", "年份", 1949...2199, "公报的年份").required,
    .count("issue", "期号", 1...999, "年内第几期").required,
    .date("published", "出版日期", "出版的那一天").required,
    .source, .handler, .remark,
  ]

  init?(_ row: RegisterRow) {
    guard let language = row.choice("language", Language.self), let published = row.date("published") else {
      return nil
    }
    number = row.number
    self.language = language
    self.published = published
    origin = EntryOrigin(row)
  }
}
