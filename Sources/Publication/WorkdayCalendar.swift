/// Which days are working days, make-up days included.
///
/// The national table has every day of 2007 to 2026, from the State Council's yearly notices. Days off that a minority area adds, and a year whose
/// notice came after this version, are `local` days kept by the office. What neither has is not known: nobody guesses.
/// Source: 全国年节及纪念日放假办法 (2024) 第四条 for days off of an area; `locales/zh-Hans/NOTICE` for the data.
public struct WorkdayCalendar: Sendable, Equatable {
  /// One day.
  public struct Day: Sendable, Equatable {
    /// Whether it is worked.
    public var isWorkday: Bool
    /// Why: empty for an ordinary working day, `周末`, `放假:春节`, `调休上班:春节`, or the office's words.
    public var note: String

    /// A day with all its parts.
    public init(isWorkday: Bool, note: String) {
      self.isWorkday = isWorkday
      self.note = note
    }
  }

  /// A day that the calendar doesn't know: a deadline that runs past it can't be told.
  public struct Missing: Error, Sendable, Equatable {
    /// The first such day.
    public var day: CivilDate
  }

  /// The national days alone.
  public static let national = WorkdayCalendar()

  private let local: [CivilDate: Day]

  /// The national days, with these in their place or after them.
  public init(local: [CivilDate: Day] = [:]) { self.local = local }

  /// The first day of the national table.
  public static let firstDay = CivilDate(daysSince1970: WorkdayTable.firstDay)

  /// The last day up to which nothing is missing.
  public var lastDay: CivilDate {
    var last = CivilDate(daysSince1970: WorkdayTable.firstDay + WorkdayTable.count - 1)
    while local[last.advanced(by: 1)] != nil { last = last.advanced(by: 1) }
    return last
  }

  /// What is known of a day; `nil`: nothing.
  public func day(_ date: CivilDate) -> Day? {
    if let day = local[date] { return day }
    let offset = date.daysSince1970 - WorkdayTable.firstDay
    guard (0..<WorkdayTable.count).contains(offset) else { return nil }
    let isWorkday = WorkdayTable.words[offset / 64] >> UInt64(offset % 64) & 1 == 1
    return Day(isWorkday: isWorkday, note: note(at: offset) ?? (isWorkday ? "" : "周末"))
  }

  /// How many working days come after `start`, up to and with `end`: what `count(after:through:)` counts, without showing it.
  public func workdays(after start: CivilDate, through end: CivilDate) throws(Missing) -> Int {
    let first = start.daysSince1970 + 1 - WorkdayTable.firstDay
    let last = end.daysSince1970 - WorkdayTable.firstDay
    guard first <= last else { return 0 }
    guard first >= 0, last < WorkdayTable.count else { return try count(after: start, through: end).days }
    var days = 0
    for word in first / 64...last / 64 {
      var bits = WorkdayTable.words[word]
      if word == first / 64 { bits &= ~0 << UInt64(first % 64) }
      if word == last / 64 { bits &= ~0 >> UInt64(63 - last % 64) }
      days += bits.nonzeroBitCount
    }
    for (date, day) in local where start < date && date <= end {
      let offset = date.daysSince1970 - WorkdayTable.firstDay
      let isNational = WorkdayTable.words[offset / 64] >> UInt64(offset % 64) & 1 == 1
      days += (day.isWorkday ? 1 : 0) - (isNational ? 1 : 0)
    }
    return days
  }

  /// The span with this day, by bisection.
  private func note(at offset: Int) -> String? {
    var (low, high) = (0, WorkdayTable.spans.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(WorkdayTable.spans[middle] >> 16) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let span = WorkdayTable.spans[low - 1]
    let isInside = offset < Int(span >> 16) + Int(span >> 8 & 0xFF)
    return isInside ? WorkdayTable.notes[Int(span & 0xFF)] : nil
  }
}
