/// Working days counted one by one, so that a person can check them.
public struct WorkdayCount: Sendable, Equatable {
  /// Days in a row that are counted, or left out for one reason.
  public struct Stretch: Sendable, Equatable {
    /// The first day.
    public var from: CivilDate
    /// The last day.
    public var to: CivilDate
    /// Whether they are counted.
    public var isCounted: Bool
    /// Why: the calendar's note, or the reason of a pause; empty for ordinary working days.
    public var note: String

    /// How many days.
    public var days: Int { to.daysSince1970 - from.daysSince1970 + 1 }
  }

  /// Days on which a clock stands still.
  public struct Pause: Sendable, Equatable {
    /// The first of them.
    public var from: CivilDate
    /// The last of them.
    public var to: CivilDate
    /// Why, in Chinese.
    public var reason: String

    /// A pause with all its parts.
    public init(from: CivilDate, to: CivilDate, reason: String) {
      self.from = from
      self.to = to
      self.reason = reason
    }
  }

  /// The day on which something happened; the day after it is the first that can count.
  public var start: CivilDate
  /// Every day from there to the last counted one.
  public var stretches: [Stretch]

  /// How many working days were counted.
  public var days: Int { stretches.reduce(0) { $0 + ($1.isCounted ? $1.days : 0) } }
  /// The last day counted; `start` where none was.
  public var end: CivilDate { stretches.last?.to ?? start }
}

extension WorkdayCalendar {
  /// The first `days` working days after `start`, pauses left out; `end` is the deadline.
  ///
  /// The working day after the start is the first (counting rule: unverified; it gives the dates that replies print).
  public func count(
    _ days: Int, after start: CivilDate, pauses: [WorkdayCount.Pause] = []
  ) throws(Missing) -> WorkdayCount {
    var left = days
    return try count(after: start, pauses) { _, isCounted in
      if isCounted { left -= 1 }
      return left > 0
    } begins: {
      days > 0
    }
  }

  /// Every day after `start` up to and with `end`: how many working days something took.
  public func count(
    after start: CivilDate, through end: CivilDate, pauses: [WorkdayCount.Pause] = []
  ) throws(Missing) -> WorkdayCount {
    try count(after: start, pauses) { day, _ in
      day < end
    } begins: {
      start < end
    }
  }

  private func count(
    after start: CivilDate, _ pauses: [WorkdayCount.Pause], goesOn: (CivilDate, Bool) -> Bool, begins: () -> Bool
  ) throws(Missing) -> WorkdayCount {
    var count = WorkdayCount(start: start, stretches: [])
    guard begins() else { return count }
    var date = start
    while true {
      date = date.advanced(by: 1)
      guard let day = day(date) else { throw Missing(day: date) }
      let pause = day.isWorkday ? pauses.first { $0.from <= date && date <= $0.to } : nil
      let isCounted = day.isWorkday && pause == nil
      count.append(date, isCounted, pause?.reason ?? day.note)
      guard goesOn(date, isCounted) else { return count }
    }
  }
}

extension WorkdayCount {
  fileprivate mutating func append(_ date: CivilDate, _ isCounted: Bool, _ note: String) {
    if let last = stretches.last, last.isCounted == isCounted, last.note.utf8.elementsEqual(note.utf8) {
      stretches[stretches.count - 1].to = date
    } else {
      stretches.append(Stretch(from: date, to: date, isCounted: isCounted, note: note))
    }
  }

  /// The counting in one line: `2025-01-20次日起算：01-21至01-24计4日；01-25周末不计；01-26调休上班:春节计1日；…`.
  public var text: String {
    let parts = stretches.map { stretch in
      let from = stretch.from.dayText(after: start)
      let days = stretch.from == stretch.to ? from : from + "至" + stretch.to.dayText(after: start)
      return days + stretch.note + (stretch.isCounted ? "计\(stretch.days)日" : "不计")
    }
    return "\(start)次日起算：" + (parts.isEmpty ? "没有工作日" : parts.joined(separator: "；"))
  }
}

extension CivilDate {
  /// `mm-dd`, with the year where it is another than that of `start`.
  fileprivate func dayText(after start: CivilDate) -> String {
    year == start.year ? String(description.dropFirst(5)) : description
  }
}
