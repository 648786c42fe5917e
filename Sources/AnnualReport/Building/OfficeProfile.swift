public import Publication

/// What the report says of the office itself, and the texts that only the office can write.
public struct OfficeProfile: Sendable, Equatable {
  /// The reporting organ's full name.
  public var name: String
  /// Its outlets, in the order of the report; `items` are set from the ledger.
  public var outlets: [OutletFigure]
  /// The office's own texts: more of the preface, paragraphs of section one under their part, sections five and six.
  public var texts: ReportTexts
  /// Where the office's texts come from, for advice.
  public var textFile: String

  /// A profile with all its parts.
  public init(name: String, outlets: [OutletFigure], texts: ReportTexts, textFile: String) {
    self.name = name
    self.outlets = outlets
    self.texts = texts
    self.textFile = textFile
  }
}

/// A report that was built: the report, its lists, and section one with every number tied to its cells.
public struct BuiltReport: Sendable, Equatable {
  /// The report.
  public let report: DisclosureReport
  /// The lists behind it.
  public let figures: ReportFigures
  /// The paragraphs of all sections, in order; numbers know their cells.
  public let sections: [Int: [DraftParagraph]]
  /// The preface.
  public let preface: [String]
  /// What is lacking, and what was not used.
  public let notes: [Diagnostic]

  /// Builds the report of a year. Pure: equal lists and texts, equal report.
  public init(year: Int, office: OfficeProfile, figures: ReportFigures) {
    let draft = SectionDraft(year: year, office: office, figures: figures)
    var report = DisclosureReport()
    report.agency = office.name
    report.year = year
    report.title = "\(office.name)\(year)年政府信息公开工作年度报告"
    report.period = CivilDate(year: year, month: 1, day: 1).flatMap { from in
      CivilDate(year: year, month: 12, day: 31).map { (from, $0) }
    }
    report.citedForm = .of2021
    for cell in ReportCell.ofTables { report.cells[cell] = figures.value(cell) }
    for figure in NarrativeFigure.allCases {
      let cell = ReportCell.narrative(figure)
      guard let sum = figures.sum(cell) else { continue }
      let isAtLeast = figures.isAtLeast(cell)
      report.narrative[figure] = NarrativeValue(
        .number(sum), isAtLeast: isAtLeast, words: SectionDraft.words(figure, sum, isAtLeast))
    }
    report.outlets = draft.outlets
    let sections = draft.sections
    var texts = ReportTexts()
    texts.preface = draft.preface
    for (section, paragraphs) in sections { texts.sections[section] = paragraphs.map(\.text) }
    for (index, heading) in FormLayout.headings.enumerated() { texts.headings[index + 1] = heading }
    report.texts = texts
    report.claims = ReportProse.claims(of: texts)
    self.report = report
    self.figures = figures
    self.sections = sections
    preface = draft.preface
    notes = figures.notes + BuiltReport.missing(report, office)
  }

  /// The title on two lines: the organ, and what it reports.
  var titleLines: [String] {
    guard let title = report.title, let agency = report.agency, let year = report.year,
      title.hasPrefix("\(agency)\(year)年"), !agency.isEmpty
    else { return [report.title ?? ""] }
    return [agency, String(title.dropFirst(agency.count))]
  }

  /// Cells that nobody knows, and the sections that the office has to write.
  private static func missing(_ report: DisclosureReport, _ office: OfficeProfile) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    let blank = ReportCell.ofTables.filter { report.cells[$0] == .blank && $0.parts == nil }
    if !blank.isEmpty {
      let shown = blank.prefix(4).map(\.description).joined(separator: "、") + (blank.count > 4 ? " 等" : "")
      notes.append(Diagnostic(.figureMissing, .warning, place: shown, details: ["count": String(blank.count)]))
    }
    if (office.texts.sections[5] ?? []).isEmpty {
      notes.append(
        Diagnostic(.reportTextMissing, .warning, place: FormLayout.headings[4], details: ["file": office.textFile]))
    }
    return notes
  }
}

/// A paragraph of a draft: text, and numbers that know the cells they are the sum of.
public struct DraftParagraph: Sendable, Equatable {
  /// A piece of it.
  public enum Piece: Sendable, Equatable {
    /// Plain text.
    case text(String)
    /// A number as it is shown, and the cells that it adds up.
    case figure(String, cells: [ReportCell])
  }

  /// Its pieces, in order.
  public var pieces: [Piece]
  /// Whether it is a heading of a part: （一）主动公开.
  public var isHeading: Bool

  /// A paragraph with its pieces.
  public init(_ pieces: [Piece], isHeading: Bool = false) {
    self.pieces = pieces
    self.isHeading = isHeading
  }

  /// Its text.
  public var text: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .figure(let shown, _): shown
      }
    }.joined()
  }
}
