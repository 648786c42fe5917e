public import Publication

/// The clocks of one application.
///
/// - The answer is due 20 working days after receipt (第三十三条), after a correction counted from its receipt (第三十条), after a fee from its payment
///   (国办函〔2020〕109号, unverified).
/// - An extension adds up to 20 days after the first 20.
/// - While someone is heard, the clock stands still: from the day after the letter went out to the day of the answer, or to the end of their
///   15 working days (第三十三条第三款; the two ends of the pause are our reading).
public struct ApplicationClock: Sendable {
  /// The application.
  public let application: Application
  private let calendar: WorkdayCalendar

  /// The clocks of `application` by `calendar`.
  public init(_ application: Application, _ calendar: WorkdayCalendar) {
    self.application = application
    self.calendar = calendar
  }

  /// What is due while the application is open, in the order in which it is due; empty for one that is answered.
  public func deadlines(on today: CivilDate) -> [Deadline] {
    guard application.reply == nil else { return [] }
    guard let received = application.received else { return [confirmation] }
    var all: [Deadline] = consultationDeadlines
    if application.correction == nil, application.charge?.notified == nil {
      let request = deadline(.correctionRequest, 7, after: received)
      if !request.isPast(on: today) { all.append(request) }
    }
    if let correction = application.correction, correction.received == nil {
      let term = correction.due.map { Deadline.Term.day($0, nil) } ?? .open
      all.append(
        Deadline(
          number: application.number, kind: .correction, term: term, note: "逾期不补正又没有正当理由的，不再处理该申请；答复期限从收到补正起重新计算"))
    } else if let charge = application.charge, let notified = charge.notified, charge.paid == nil {
      var payment = deadline(.payment, 20, after: notified)
      payment.note = "逾期未缴的，不再处理该申请；答复期限从缴清起重新计算"
      all.append(payment)
    } else if let answer = answer(on: today) {
      all.append(answer)
    }
    return all.sorted { ($0.day ?? today) < ($1.day ?? today) }
  }

  /// The deadline of the answer, also of one that was given; `nil` while nothing runs: not confirmed, waiting for a correction or a payment.
  public func answer(on today: CivilDate) -> Deadline? {
    guard let run = run(on: today) else { return nil }
    var answer = deadline(.answer, run.days, after: run.start, run.pauses)
    answer.note = run.notes.joined(separator: "；")
    return answer
  }

  /// Whether the reply came in time; `nil` where there is none, or where the calendar doesn't tell.
  ///
  /// A reply while nothing runs (the applicant didn't correct, didn't pay) is in time. Only days up to the reply are counted, so a deadline beyond
  /// the calendar doesn't matter.
  public var isInTime: Bool? {
    guard let reply = application.reply else { return nil }
    guard let run = run(on: reply.date) else { return true }
    let used = try? calendar.count(after: run.start, through: reply.date, pauses: run.pauses).days
    return used.map { $0 <= run.days }
  }

  /// From when, how long and with which pauses the answer's clock runs.
  private struct Run {
    var start: CivilDate
    var days = 20
    var pauses: [WorkdayCount.Pause] = []
    var notes: [String] = []
  }

  private func run(on today: CivilDate) -> Run? {
    guard let received = application.received else { return nil }
    if let correction = application.correction, correction.received == nil { return nil }
    if let charge = application.charge, charge.notified != nil, charge.paid == nil { return nil }
    var run = Run(start: received)
    if let corrected = application.correction?.received, corrected > run.start {
      run.start = corrected
      run.notes.append("收到补正后重新计算")
    }
    if let paid = application.charge?.paid, paid > run.start {
      run.start = paid
      run.notes.append("缴费后重新计算")
    }
    if let more = application.moreTime {
      run.days += more.days
      run.notes.append("延长\(more.days)个工作日")
    }
    for consultation in application.consultations {
      let party = consultation.party.rawValue
      run.pauses.append(
        WorkdayCount.Pause(
          from: consultation.sent.advanced(by: 1), to: endOfPause(consultation, today), reason: "征求\(party)意见"))
      if consultation.answered == nil { run.notes.append("正在征求\(party)意见，期限随答复而变") }
    }
    return run
  }

  private var confirmation: Deadline {
    let isPost = application.channel == .ordinaryPost
    let day = isPost ? application.submitted : nil
    return Deadline(
      number: application.number, kind: .confirmation, term: day.map { .day($0, nil) } ?? .open,
      note: isPost ? "平常信函要在收到的当天确认；确认之日为收到申请之日" : "双方确认之日为收到申请之日")
  }

  private var consultationDeadlines: [Deadline] {
    application.consultations.filter { $0.answered == nil }.map { consultation in
      let kind: Deadline.Kind = consultation.party == .thirdParty ? .thirdParty : .jointOrgan
      guard let received = consultation.received else {
        return Deadline(number: application.number, kind: kind, term: .open, note: "请登记对方收函日期，15个工作日从次日起算")
      }
      var due = deadline(kind, 15, after: received)
      due.note = kind == .thirdParty ? "逾期未提出的，由本机关决定是否公开" : "逾期未答复的，视为同意公开"
      return due
    }
  }

  /// The last day of the pause: of the answer, of the 15 working days, or today while nobody knows when the letter arrived.
  private func endOfPause(_ consultation: Application.Consultation, _ today: CivilDate) -> CivilDate {
    if let answered = consultation.answered { return answered }
    guard let received = consultation.received else { return max(today, consultation.sent) }
    // Where the calendar ends, the count of the answer ends at the same gap.
    return (try? calendar.count(15, after: received).end) ?? calendar.lastDay
  }

  private func deadline(
    _ kind: Deadline.Kind, _ days: Int, after start: CivilDate, _ pauses: [WorkdayCount.Pause] = []
  ) -> Deadline {
    do {
      let count = try calendar.count(days, after: start, pauses: pauses)
      return Deadline(number: application.number, kind: kind, term: .day(count.end, count))
    } catch {
      return Deadline(number: application.number, kind: kind, term: .calendarMissing(error.day))
    }
  }
}
