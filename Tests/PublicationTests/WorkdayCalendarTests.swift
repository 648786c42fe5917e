import Publication
import Testing

@Suite("Working days")
struct WorkdayCalendarTests {
  struct Vector: CustomTestStringConvertible {
    var start: String
    var days: Int
    var deadline: String
    var testDescription: String { "\(days) working days after \(start) end on \(deadline)" }
  }

  /// The vectors of the disclosure rules: 7 days for a correction notice, 15 for third parties, 20 for the answer, 40 when extended.
  static let vectors: [Vector] = [
    ("2025-01-20", ["2025-02-05", "2025-02-14", "2025-02-21", "2025-03-21"]),
    ("2025-09-25", ["2025-10-11", "2025-10-22", "2025-10-29", "2025-11-26"]),
    ("2025-09-28", ["2025-10-14", "2025-10-24", "2025-10-31", "2025-11-28"]),
    ("2025-12-25", ["2026-01-06", "2026-01-16", "2026-01-23", "2026-02-27"]),
    ("2024-02-04", ["2024-02-19", "2024-02-29", "2024-03-07", "2024-04-07"]),
    ("2026-02-13", ["2026-03-02", "2026-03-12", "2026-03-19", "2026-04-17"]),
  ].flatMap { start, ends in zip([7, 15, 20, 40], ends).map { Vector(start: start, days: $0, deadline: $1) } }

  @Test("a deadline counts working days, make-up days included, from the day after", arguments: vectors)
  func deadlines(_ vector: Vector) throws {
    let start = try #require(CivilDate(iso: vector.start))
    let count = try WorkdayCalendar.national.count(vector.days, after: start)
    #expect(count.end.description == vector.deadline)
    #expect(count.days == vector.days)
    let back = try WorkdayCalendar.national.count(after: start, through: count.end)
    #expect(back == count)
  }

  @Test("beyond the last day of the calendar there is no deadline, and the first unknown day is named")
  func missing() throws {
    let calendar = WorkdayCalendar.national
    #expect(calendar.lastDay.description == "2026-12-31")
    let start = try #require(CivilDate(iso: "2026-12-03"))
    #expect(try calendar.count(20, after: start).end.description == "2026-12-31")
    let late = try #require(CivilDate(iso: "2026-12-04"))
    let error = #expect(throws: WorkdayCalendar.Missing.self) { try calendar.count(20, after: late) }
    #expect(error?.day.description == "2027-01-01")
    #expect(throws: WorkdayCalendar.Missing.self) { try calendar.count(after: late, through: start.advanced(by: 60)) }
    #expect(calendar.day(try #require(CivilDate(iso: "2006-12-31"))) == nil)
  }

  @Test("a day off of the area counts as one, and days after the table count when the office has entered them")
  func local() throws {
    let off = try #require(CivilDate(iso: "2025-08-15"))
    let next = try #require(CivilDate(iso: "2027-01-01"))
    let calendar = WorkdayCalendar(local: [
      off: .init(isWorkday: false, note: "放假:那达慕"), next: .init(isWorkday: false, note: "放假:元旦"),
      next.advanced(by: 2): .init(isWorkday: true, note: ""),
    ])
    let start = off.advanced(by: -1)
    #expect(try calendar.count(1, after: start).end.description == "2025-08-18")
    #expect(try WorkdayCalendar.national.count(1, after: start).end == off)
    // The second of January was not entered: what lies behind the gap doesn't help.
    #expect(calendar.lastDay == next)
    let error = #expect(throws: WorkdayCalendar.Missing.self) { try calendar.count(1, after: next) }
    #expect(error?.day == next.advanced(by: 1))
  }

  @Test("the counting is shown stretch by stretch, with the reason for each day left out")
  func shown() throws {
    let start = try #require(CivilDate(iso: "2025-01-20"))
    #expect(
      try WorkdayCalendar.national.count(7, after: start).text
        == "2025-01-20次日起算：01-21至01-24计4日；01-25周末不计；01-26调休上班:春节计1日；01-27计1日；01-28至02-04放假:春节不计；02-05计1日")
  }

  @Test("a clock that stands still counts on afterwards")
  func pauses() throws {
    let start = try #require(CivilDate(iso: "2025-03-03"))
    let pause = WorkdayCount.Pause(from: start.advanced(by: 2), to: start.advanced(by: 9), reason: "征求意见")
    let count = try WorkdayCalendar.national.count(20, after: start, pauses: [pause])
    #expect(count.days == 20)
    // 6 working days lie in the pause.
    #expect(count.end == (try WorkdayCalendar.national.count(26, after: start)).end)
    #expect(count.text.contains("征求意见不计"))
  }

  @Test("counting one day after another gives the same as counting at once, over every year of the table")
  func steps() throws {
    var day = WorkdayCalendar.firstDay
    let calendar = WorkdayCalendar.national
    var reached = 0
    while let next = try? calendar.count(1, after: day).end {
      reached += 1
      day = next
    }
    #expect(day.description == "2026-12-31")
    #expect(try calendar.count(after: WorkdayCalendar.firstDay, through: calendar.lastDay).days == reached)
  }

  @Test("counting without showing gives the same number", arguments: [0, 5, 40, 400])
  func fast(_ length: Int) throws {
    let calendars = [
      WorkdayCalendar.national,
      WorkdayCalendar(local: [CivilDate(daysSince1970: 20_000): .init(isWorkday: false, note: "")]),
    ]
    for calendar in calendars {
      for offset in stride(from: 0, to: 7300 - length, by: 37) {
        let start = WorkdayCalendar.firstDay.advanced(by: offset)
        let end = start.advanced(by: length)
        #expect(try calendar.workdays(after: start, through: end) == calendar.count(after: start, through: end).days)
      }
      #expect(throws: WorkdayCalendar.Missing.self) {
        try calendar.workdays(after: calendar.lastDay.advanced(by: -3), through: calendar.lastDay.advanced(by: 1))
      }
      #expect(throws: WorkdayCalendar.Missing.self) {
        try calendar.workdays(after: WorkdayCalendar.firstDay.advanced(by: -3), through: calendar.lastDay)
      }
    }
  }

  @Test("a deadline of no days is the day itself")
  func zero() throws {
    let start = try #require(CivilDate(iso: "2025-01-20"))
    #expect(try WorkdayCalendar.national.count(0, after: start).end == start)
    #expect(try WorkdayCalendar.national.count(after: start, through: start).days == 0)
  }
}
