extension ReportCell: CustomStringConvertible, Comparable {
  /// Its name.
  public var description: String {
    switch self {
    case .documents(let kind, let movement): "table2.\(kind.rawValue).\(movement.rawValue)"
    case .acts(let kind): "table2.\(kind.rawValue)"
    case .applications(let row, let column): "table3.\(row.rawValue).\(column.rawValue)"
    case .remedies(let row, let outcome): "table4.\(row.rawValue).\(outcome.rawValue)"
    case .publications(let outlet): ReportCell.publicationsPrefix + outlet.rawValue
    case .narrative(let figure): figure.rawValue
    }
  }

  /// The cell of this name, `nil` where the form has none.
  public init?(name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case ("table2", 2):
      guard let kind = ActKind(rawValue: parts[1]) else { return nil }
      self = .acts(kind)
    case ("table2", 3):
      guard let kind = RuleKind(rawValue: parts[1]), let movement = RuleMovement(rawValue: parts[2]) else { return nil }
      self = .documents(kind, movement)
    case ("table3", 3):
      guard let row = ApplicationRow(rawValue: parts[1]), let column = ApplicantColumn(rawValue: parts[2]) else {
        return nil
      }
      self = .applications(row, column)
    case ("table4", 3):
      guard let row = RemedyRow(rawValue: parts[1]), let outcome = RemedyOutcome(rawValue: parts[2]) else { return nil }
      self = .remedies(row, outcome)
    default:
      if let figure = NarrativeFigure(rawValue: name) {
        self = .narrative(figure)
      } else if name.hasPrefix(ReportCell.publicationsPrefix), parts.count == 4, !parts[3].isEmpty {
        self = .publications(OutletID(parts[3]))
      } else {
        return nil
      }
    }
  }

  /// Orders cells by name.
  public static func < (left: ReportCell, right: ReportCell) -> Bool { left.description < right.description }

  /// The cells of the three tables, in the order of the form: 10 + 175 + 15.
  public static let ofTables: [ReportCell] = {
    let documents = RuleKind.allCases.flatMap { kind in RuleMovement.allCases.map { ReportCell.documents(kind, $0) } }
    let acts = ActKind.allCases.map(ReportCell.acts)
    let applications = ApplicationRow.allCases.flatMap { row in
      ApplicantColumn.allCases.map { ReportCell.applications(row, $0) }
    }
    let remedies = RemedyRow.allCases.flatMap { row in RemedyOutcome.allCases.map { ReportCell.remedies(row, $0) } }
    return documents + acts + applications + remedies
  }()

  private static let publicationsPrefix = "section1.proactive.outlets."
}
