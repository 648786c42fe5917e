internal import Publication

/// Table 3, and what sections one and six say of applications.
///
/// New is what was received in the year (第三十一条 says on which day), a result what was replied in it. What was received before and not replied
/// before is carried in, what is not replied at the end is carried out: so new + carried in = results + carried out, whatever the rows say.
struct ApplicationFigures {
  private let fees: FeeStatement
  private let calendar: WorkdayCalendar
  private let year: ClosedRange<CivilDate>
  private(set) var lists = FigureLists()

  init(_ applications: [Application], _ calendar: WorkdayCalendar, _ year: ClosedRange<CivilDate>) {
    fees = FeeStatement(applications)
    self.calendar = calendar
    self.year = year
    for row in ApplicationRow.allCases where row != .resultTotal {
      for column in ApplicantColumn.applicants { lists[.applications(row, column)] = [] }
    }
    for figure in [NarrativeFigure.answeredInTime, .processingFee, .chargedApplications] {
      lists[.narrative(figure)] = []
    }
    for application in applications { count(application) }
  }

  private mutating func count(_ application: Application) {
    countFee(application)
    guard let received = application.received, received <= year.upperBound else { return }
    let replied = application.reply?.date
    if let replied, replied < year.lowerBound { return }
    func cell(_ row: ApplicationRow) -> ReportCell { .applications(row, application.applicantKind.column) }
    add(application, to: cell(received < year.lowerBound ? .carriedIn : .new), on: received)
    guard let reply = application.reply, reply.date <= year.upperBound else {
      add(application, to: cell(.carriedOut), on: received)
      return
    }
    add(application, to: cell(reply.kind.row), on: reply.date)
    if ApplicationClock(application, calendar).isInTime == true {
      add(application, to: .narrative(.answeredInTime), on: reply.date)
    }
  }

  /// A fee belongs to the year in which it was paid.
  private mutating func countFee(_ application: Application) {
    guard let paid = application.charge?.paid, year.contains(paid) else { return }
    let yuan = fees.yuan(of: application)
    guard yuan > 0 else { return }
    add(application, to: .narrative(.processingFee), on: paid, DecimalNumber(yuan), .yuan)
    add(application, to: .narrative(.chargedApplications), on: paid)
  }

  private mutating func add(
    _ application: Application, to cell: ReportCell, on day: CivilDate, _ amount: DecimalNumber = 1,
    _ unit: FigureUnit = .items
  ) {
    lists[cell, default: []].append(
      FigureEntry(
        list: .applications, entry: application.number, day: day, amount: amount, unit: unit, source: "依申请公开登记簿",
        person: application.handler))
  }
}
