public import Publication

/// Messages of citizens from one platform: one message a row, or a batch with its number.
public struct MessageBatch: Sendable, Equatable {
  /// Where they were left.
  public enum Platform: String, Sendable, CaseIterable, RegisterChoosing {
    case leaderBoard, portal, supervision, other

    var choice: RegisterChoice {
      switch self {
      case .leaderBoard: .init(rawValue, "人民网地方领导留言板", ["地方领导留言板", "领导留言板"])
      case .portal: .init(rawValue, "中国政府网", ["中国政府网网民留言"])
      case .supervision: .init(rawValue, "国务院“互联网+督查”平台", ["互联网+督查", "国务院互联网督查平台"])
      case .other: .init(rawValue, "其他渠道", ["其他"])
      }
    }
  }

  /// 登记号.
  public let number: String
  /// Where they were left.
  public let platform: Platform
  /// When they were handled to the end; `nil`: open.
  public let handled: CivilDate?
  /// How many.
  public let count: Int
  /// 来源 and 经办人.
  public let origin: EntryOrigin

  static let columns: [RegisterColumn] = [
    .number,
    .choice("platform", "留言平台", Platform.self, "留言的来源").required,
    .date("received", "收到日期", "转来的那一天").required,
    .date("handled", "办结日期", "没有办结的空着"),
    .count("count", "件数", 1...1_000_000, "按批登记的填件数；空着按1件计"),
    .text("handler", "经办人", most: 60, "谁登记的").required,
    .remark,
  ]

  init?(_ row: RegisterRow, _ reading: inout RowReading) {
    guard let platform = row.choice("platform", Platform.self) else { return nil }
    number = row.number
    self.platform = platform
    handled = row.date("handled")
    count = row.count("count") ?? 1
    origin = EntryOrigin(row, source: platform.choice.name)
    reading.expectOrder(row, "received", "handled")
  }
}
