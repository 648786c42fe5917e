import Publication
import Testing

@testable import Registers

@Suite("The clocks of an application")
struct ApplicationClockTests {
  func clock(_ fields: [String: String]) throws -> ApplicationClock {
    ApplicationClock(try Application.sample("1", fields), .national)
  }

  @Test(
    "the day of receipt depends on how the application came",
    arguments: [
      ("inPerson", "2025-03-03"), ("registeredPost", "2025-03-05"), ("ordinaryPost", "2025-03-06"),
      ("internet", "2025-03-06"),
      ("fax", "2025-03-06"),
    ])
  func receipt(_ channel: String, _ received: String) throws {
    let application = try Application.sample(
      "1", ["channel": channel, "submitted": "2025-03-03", "signedFor": "2025-03-05", "confirmed": "2025-03-06"])
    #expect(application.received?.description == received)
  }

  @Test("without the day that its channel needs, an application is not registered")
  func noReceipt() {
    for (channel, column) in [("inPerson", "submitted"), ("registeredPost", "signedFor"), ("internet", "submitted")] {
      let error = #expect(throws: RowFaults.self) {
        try Application.sample("1", ["channel": channel, "submitted": ""])
      }
      #expect(error?.faults.map(\.column) == [column])
    }
  }

  @Test(
    "what is not confirmed with the applicant has no answer clock: the office confirms, by ordinary post on the same day"
  )
  func unconfirmed() throws {
    let post = try clock(["channel": "ordinaryPost"]).deadlines(on: day("2025-03-04"))
    #expect(post.map(\.kind) == [.confirmation] && post.first?.day?.description == "2025-03-03")
    let net = try clock(["channel": "internet"]).deadlines(on: day("2025-03-04"))
    #expect(net.map(\.term) == [.open])
  }

  @Test("an open application may be corrected for 7 working days and is answered within 20")
  func plain() throws {
    let clock = try clock(["submitted": "2025-01-20"])
    let early = try clock.deadlines(on: day("2025-01-21"))
    #expect(early.map(\.kind) == [.correctionRequest, .answer])
    #expect(early.map { $0.day?.description } == ["2025-02-05", "2025-02-21"])
    #expect(try clock.deadlines(on: day("2025-02-06")).map(\.kind) == [.answer])
  }

  @Test("while the applicant corrects nothing else runs, and the answer is counted again from the correction")
  func correction() throws {
    let asked = ["submitted": "2025-01-20", "correctionAsked": "2025-01-24", "correctionDue": "2025-02-20"]
    let waiting = try clock(asked).deadlines(on: day("2025-02-01"))
    #expect(waiting.map(\.kind) == [.correction] && waiting.first?.day?.description == "2025-02-20")
    let corrected = try clock(asked.merging(["correctionReceived": "2025-09-25"]) { $1 }).deadlines(
      on: day("2025-09-26"))
    #expect(corrected.map(\.kind) == [.answer] && corrected.first?.day?.description == "2025-10-29")
  }

  @Test("an extension adds its days after the first twenty, and needs someone who approved it")
  func moreTime() throws {
    let fields = ["submitted": "2025-09-25", "extended": "2025-10-20", "extendedBy": "王某"]
    #expect(try clock(fields).answer(on: day("2025-10-21"))?.day?.description == "2025-11-26")
    let ten = try clock(fields.merging(["extensionDays": "10"]) { $1 }).answer(on: day("2025-10-21"))
    #expect(try ten?.day == WorkdayCalendar.national.count(30, after: day("2025-09-25")).end)
    #expect(throws: RowFaults.self) { try clock(fields.merging(["extendedBy": ""]) { $1 }) }
    #expect(throws: RowFaults.self) { try clock(fields.merging(["extensionDays": "21"]) { $1 }) }
  }

  @Test("while a third party is heard the clock stands still, at the longest for its fifteen working days")
  func thirdParty() throws {
    let sent = ["thirdPartySent": "2025-03-05", "thirdPartyReceived": "2025-03-07"]
    let silent = try clock(sent).deadlines(on: day("2025-03-10"))
    // 15 working days after 7 March end on 28 March; the 17 working days from 6 to 28 March don't count.
    #expect(silent.map(\.kind).contains(.thirdParty))
    #expect(silent.first { $0.kind == .thirdParty }?.day?.description == "2025-03-28")
    let answer = try WorkdayCalendar.national.count(20 + 17, after: day("2025-03-03")).end
    #expect(silent.first { $0.kind == .answer }?.day == answer)
    let heard = try clock(sent.merging(["thirdPartyAnswered": "2025-03-12"]) { $1 }).deadlines(on: day("2025-03-13"))
    #expect(!heard.map(\.kind).contains(.thirdParty))
    // 6, 7, 10, 11 and 12 March stand still.
    #expect(
      heard.first { $0.kind == .answer }?.day == (try WorkdayCalendar.national.count(25, after: day("2025-03-03")).end))
    let joint = try clock(["jointSent": "2025-03-05", "jointReceived": "2025-03-07"]).deadlines(on: day("2025-03-10"))
    #expect(joint.first { $0.kind == .jointOrgan }?.day?.description == "2025-03-28")
  }

  @Test("a fee notice gives twenty working days to pay, and the answer is counted again from the payment")
  func payment() throws {
    let notified = ["feeScale": "按量", "feeQuantity": "68", "feeNotified": "2025-09-25"]
    let waiting = try clock(notified).deadlines(on: day("2025-09-26"))
    #expect(waiting.map(\.kind) == [.payment] && waiting.first?.day?.description == "2025-10-29")
    let paid = try clock(notified.merging(["feePaid": "2025-09-28"]) { $1 }).deadlines(on: day("2025-09-29"))
    #expect(paid.first { $0.kind == .answer }?.day?.description == "2025-10-31")
  }

  @Test("a deadline that runs past the calendar is called missing, never guessed")
  func missing() throws {
    let found = try clock(["submitted": "2026-12-25"]).deadlines(on: day("2026-12-28"))
    #expect(found.map(\.term) == Array(repeating: .calendarMissing(try day("2027-01-01")), count: 2))
    // Whether a reply came in time can still be told while its day is known.
    let replied = try clock(["submitted": "2026-12-25", "replied": "2026-12-31", "reply": "opened"])
    #expect(replied.isInTime == true)
    #expect(try clock(["submitted": "2026-12-25", "replied": "2027-01-04", "reply": "opened"]).isInTime == nil)
  }

  @Test(
    "a reply on the last day is in time, one a working day later is not",
    arguments: [("2025-02-21", true), ("2025-02-24", false)])
  func inTime(_ replied: String, _ isInTime: Bool) throws {
    let clock = try clock(["submitted": "2025-01-20", "replied": replied, "reply": "opened"])
    #expect(clock.isInTime == isInTime)
    #expect(try clock.deadlines(on: day("2025-06-01")).isEmpty)
  }

  @Test("a procedure that ends because the applicant didn't correct or pay is in time")
  func endedByApplicant() throws {
    let fields = [
      "correctionAsked": "2025-03-05", "correctionDue": "2025-04-30", "replied": "2025-06-30", "reply": "逾期不补正",
    ]
    #expect(try clock(fields).isInTime == true)
  }

  @Test(
    "an end that nothing led to is refused",
    arguments: [
      ["replied": "2025-04-01", "reply": "补正后仍不明确"], ["replied": "2025-04-01", "reply": "逾期未缴费"],
      ["replied": "2025-04-01"], ["reply": "予以公开"], ["feeScale": "按件"], ["correctionReceived": "2025-04-01"],
      ["replied": "2025-03-02", "reply": "予以公开"],
    ])
  func contradictions(_ fields: [String: String]) {
    #expect(throws: RowFaults.self) { try Application.sample("1", fields) }
  }

  @Test("fees by item add up over one applicant's month, and over nobody else's")
  func fees() throws {
    func application(_ number: String, _ name: String, _ day: String, _ count: Int, _ yuan: String = "") throws
      -> Application
    {
      try Application.sample(
        number, ["applicant": name, "submitted": day, "feeScale": "按件", "feeQuantity": "\(count)", "feeYuan": yuan])
    }
    let all = [
      try application("2", "张某", "2025-03-20", 8, "700"), try application("1", "张某", "2025-03-03", 10, "0"),
      try application("3", "张某", "2025-04-01", 10), try application("4", "王某", "2025-03-20", 10),
      try application("5", "", "2025-03-20", 10), try application("6", "", "2025-03-21", 10),
    ]
    let statement = FeeStatement(all)
    #expect(all.map { statement.fee(of: $0)?.yuan } == [800, 0, 0, 0, 0, 0])
    #expect(all.map(statement.differs) == [true, false, false, false, false, false])
    #expect(all.map(statement.yuan) == [700, 0, 0, 0, 0, 0])
  }

  @Test("the eleventh application of one applicant's month costs 100 yuan, whatever was charged for the ten before")
  func freeOnes() throws {
    let free = try (1...10).map { number in
      try Application.sample("\(number)", ["applicant": "张某", "submitted": "2025-03-\(number + 10)"])
    }
    let fields = ["applicant": "张某", "submitted": "2025-03-21", "feeQuantity": "1"]
    let eleventh = try Application.sample("11", fields.merging(["feeScale": "按件"]) { $1 })
    let pages = try Application.sample("12", fields.merging(["feeScale": "按量"]) { $1 })
    let statement = FeeStatement(free + [eleventh, pages])
    #expect(statement.fee(of: eleventh)?.yuan == 100 && statement.fee(of: eleventh)?.before == 10)
    #expect(statement.fee(of: pages)?.yuan == 0)
    let other = try Application.sample("13", ["submitted": "2025-03-21", "feeScale": "按件", "feeQuantity": "1"])
    #expect(FeeStatement(free + [other]).fee(of: other)?.yuan == 0)
  }

  @Test("applications that name the same information are grouped by number, however it is written")
  func shared() throws {
    let names = ["乌行发〔2025〕3号", "乌行发[2025]3号", "《供暖 方案》", "供暖方案", "另一件", ""]
    let all = try names.enumerated().map { try Application.sample("\($0.offset)", ["information": $0.element]) }
    #expect(SharedInformation.groups(of: all) == [["0", "1"], ["2", "3"]])
  }
}
