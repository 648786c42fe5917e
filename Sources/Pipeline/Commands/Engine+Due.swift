public import Publication
import Registers

/// One deadline as `due` tells it.
public struct DueLine: Sendable {
  /// 登记号 of the application.
  public var number: String
  /// `answer`, `correction` … (`Deadline.Kind`).
  public var kind: String
  /// What must happen, in Chinese.
  public var name: String
  /// The day; `nil`: none is set, or the calendar doesn't reach it.
  public var day: CivilDate?
  /// `running`, `overdue`, `open` (the law sets no day), `calendarMissing`, or `answered`.
  public var state: String
  /// The counting, where working days were counted.
  public var count: WorkdayCount?
  /// What changed it, or what follows.
  public var note: String

  init(_ deadline: Deadline, today: CivilDate, isAnswered: Bool = false) {
    number = deadline.number
    kind = deadline.kind.rawValue
    name = deadline.kind.name
    note = deadline.note
    switch deadline.term {
    case .day(let day, let count):
      self.day = day
      self.count = count
      state = isAnswered ? "answered" : day < today ? "overdue" : "running"
    case .open: state = "open"
    case .calendarMissing(let day):
      state = "calendarMissing"
      let details = ["last": day.advanced(by: -1).description, "subject": "登记号 \(number)"]
      note = [note, Code.calendarMissing.text(details: details).message].filter { !$0.isEmpty }.joined(separator: "；")
    }
  }

  /// Day, number and what in one line, what changed it and the counting below; at most 80 columns.
  public var text: String {
    let when = day?.description ?? (state == "open" ? "尽快" : "日历缺失")
    let mark = state == "overdue" ? "【已过期】" : ""
    let rest = [note, count.map { "计算：" + $0.text } ?? ""].filter { !$0.isEmpty }.joined(separator: "。")
    let head = "\(when)\(mark)  登记号 \(number)  \(name)"
    let lines = rest.isEmpty ? [] : wrapped("　　" + rest, to: 80, indent: "　　")
    return ([head] + lines).joined(separator: "\n")
  }

  var json: JSONValue {
    var counting = JSONValue.null
    if let count {
      counting = .object([
        "start": .string(count.start.description), "days": .int(count.days), "end": .string(count.end.description),
        "text": .string(count.text),
        "stretches": .array(
          count.stretches.map {
            .object([
              "from": .string($0.from.description), "to": .string($0.to.description), "counted": .bool($0.isCounted),
              "note": .string($0.note),
            ])
          }),
      ])
    }
    return .object([
      "number": .string(number), "kind": .string(kind), "name": .string(name), "day": .optional(day?.description),
      "state": .string(state), "counting": counting, "note": .string(note),
    ])
  }
}

/// What is due, and what should be looked at: `zarlal.due/1`.
public struct DueList: Sendable {
  /// The day for which it is told.
  public var today: CivilDate
  /// The last day that the calendar of working days knows.
  public var calendarEnd: CivilDate
  /// The deadlines of open applications, the earliest first; those without a day come last.
  public var lines: [DueLine]
  /// Advice: applications that name the same information, fees that don't fit.
  public var advice: [Diagnostic]

  /// `due --json`.
  public var json: JSONValue {
    .object([
      "schema": .string("zarlal.due/1"), "today": .string(today.description),
      "calendarEnd": .string(calendarEnd.description), "deadlines": .array(lines.map(\.json)),
      "advice": .array(
        advice.map { one in
          let text = one.text()
          return .object([
            "code": .string(one.code.rawValue), "message": .string(text.message), "remedy": .string(text.remedy),
          ])
        }),
    ])
  }
}

extension Engine {
  /// Every deadline of applications that are open, with its counting. Numbers of applications only, no names.
  public func due(today: CivilDate? = nil) throws -> DueList {
    let day = today ?? self.today
    let book = try registerBook()
    let calendar = book.calendar
    let lines = book.applications.flatMap { ApplicationClock($0, calendar).deadlines(on: day) }.map {
      DueLine($0, today: day)
    }
    let far = CivilDate(daysSince1970: .max)
    return DueList(
      today: day, calendarEnd: calendar.lastDay,
      lines: lines.enumerated().sorted { ($0.element.day ?? far, $0.offset) < ($1.element.day ?? far, $1.offset) }
        .map(\.element),
      advice: RegisterAdvice.findings(in: book))
  }
}
