public import Publication

/// A day of the office's own calendar: a day off of the area, or a day of a year that the built-in table doesn't have.
public struct CalendarDay: Sendable, Equatable {
  enum Answer: String, CaseIterable, RegisterChoosing {
    case yes, no

    var choice: RegisterChoice {
      self == .yes ? .init(rawValue, "是", ["1", "上班", "√"]) : .init(rawValue, "否", ["0", "放假", "休息"])
    }
  }

  /// Which day.
  public let date: CivilDate
  /// Whether it is worked, and why.
  public let day: WorkdayCalendar.Day

  static let columns: [RegisterColumn] = [
    .date("date", "日期", "哪一天；同一天再次导入视为修改").required,
    .choice("isWorkday", "是否上班", Answer.self, "是或否").required,
    .text("note", "说明", most: 60, "如放假:那达慕、调休上班:春节"),
    .source, .handler,
  ]

  init?(_ row: RegisterRow) {
    guard let date = row.date("date"), let answer = row.choice("isWorkday", Answer.self) else { return nil }
    self.date = date
    day = .init(isWorkday: answer == .yes, note: row.text("note") ?? (answer == .yes ? "" : "放假"))
  }
}

extension WorkdayCalendar {
  /// The national days with those of the office.
  public init(_ days: some Sequence<CalendarDay>) {
    self.init(local: Dictionary(days.map { ($0.date, $0.day) }, uniquingKeysWith: { $1 }))
  }
}
