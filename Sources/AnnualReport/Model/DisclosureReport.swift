public import Publication

/// One annual disclosure report in the form of 2021: its three tables, the figures of sections one and six, and its texts.
///
/// What the source doesn't have is absent, never 0: a cell that isn't in `cells` was not in the report at all.
/// Source: 《政府信息公开条例》(国令第711号) 第四十九条、第五十条; 国办公开办函〔2021〕30号.
public struct DisclosureReport: Sendable, Equatable {
  /// The organ that reports.
  public var agency: String?
  /// The year reported on.
  public var year: Int?
  /// Its title.
  public var title: String?
  /// The days from which to which it counts, as the report says.
  public var period: (from: CivilDate, to: CivilDate)?
  /// The form that the report itself cites.
  public var citedForm: CitedForm?
  /// The cells of the tables that the report has.
  public var cells: [ReportCell: CellValue] = [:]
  /// Figures of sections one and six that the source gives as data.
  public var narrative: [NarrativeFigure: NarrativeValue] = [:]
  /// Outlets with what they published, in the order of the report.
  public var outlets: [OutletFigure] = []
  /// What the report says in words of the things that the tables count.
  public var claims = ReportClaims()
  /// The texts of the six sections and the preface, where the report is one to be read.
  public var texts: ReportTexts?
  /// What was noticed while reading: unknown keys, rows that the form doesn't have.
  public var notes: [Diagnostic] = []

  /// An empty report.
  public init() {}

  /// The value of a cell of the tables, or of a figure; `nil` where the report has none.
  public subscript(cell: ReportCell) -> CellValue? {
    switch cell {
    case .documents, .acts, .applications, .remedies: cells[cell]
    case .publications(let id): outlets.first { $0.id == id }?.items
    case .narrative(let figure): narrative[figure]?.value
    }
  }

  /// Equal in every part.
  public static func == (left: DisclosureReport, right: DisclosureReport) -> Bool {
    left.agency == right.agency && left.year == right.year && left.title == right.title
      && left.period?.from == right.period?.from && left.period?.to == right.period?.to
      && left.citedForm == right.citedForm && left.cells == right.cells && left.narrative == right.narrative
      && left.outlets == right.outlets && left.claims == right.claims && left.texts == right.texts
      && left.notes == right.notes
  }
}

/// Which form a report cites.
public enum CitedForm: Sendable, Hashable {
  /// 国办公开办函〔2021〕30号.
  case of2021
  /// 国办公开办函〔2019〕60号, for the reports of 2019 and 2020.
  case of2019
  /// Another one, or this one written so that it isn't it.
  case other(String)

  /// `2021-30`, `2019-60`, or the text itself: the value of `format` in `disclosure-annual/1`.
  public var name: String {
    switch self {
    case .of2021: "2021-30"
    case .of2019: "2019-60"
    case .other(let text): text
    }
  }

  /// Reads `2021-30`, `2019-60`.
  public init(name: String) {
    switch name {
    case "2021-30": self = .of2021
    case "2019-60": self = .of2019
    default: self = .other(name)
    }
  }
}

/// A figure told in words: a value, and whether it is the least that it was (余, 多).
public struct NarrativeValue: Sendable, Hashable {
  /// The value.
  public var value: CellValue
  /// Whether the words make it a lower bound.
  public var isAtLeast: Bool
  /// The words, where they say more than a number: "100余名".
  public var words: String?

  /// A value with all its parts.
  public init(_ value: CellValue, isAtLeast: Bool = false, words: String? = nil) {
    self.value = value
    self.isAtLeast = isAtLeast
    self.words = words
  }
}

/// What one outlet published, as section one tells it.
public struct OutletFigure: Sendable, Hashable {
  /// The outlet in `pipeline.json`; `nil` in other offices' reports.
  public var id: OutletID?
  /// Its name in the report: “阿拉善盟行政公署”网站.
  public var name: String
  /// `website`, `wechat`.
  public var kind: String?
  /// `zh`, `mn-Mong`.
  public var language: String?
  /// Items first published in the year.
  public var items: CellValue
  /// 公开, 发布, 公布: the word of the report.
  public var verb: String?

  /// A figure with all its parts.
  public init(
    id: OutletID? = nil, name: String, kind: String? = nil, language: String? = nil, items: CellValue,
    verb: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.language = language
    self.items = items
    self.verb = verb
  }
}

/// The texts of a report, one line a paragraph.
public struct ReportTexts: Sendable, Hashable {
  /// What comes before 一、总体情况.
  public var preface: [String] = []
  /// The paragraphs of the sections one to six, without headings and tables.
  public var sections: [Int: [String]] = [:]
  /// The headings found, in order, with the number of their section.
  public var headings: [Int: String] = [:]

  /// No texts.
  public init() {}
}
