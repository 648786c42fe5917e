internal import Publication

/// What the register of figures can hold: a closed list, each with its place in the annual report.
public enum FigureItem: String, Sendable, CaseIterable, RegisterChoosing {
  case licences, punishments, coerciveMeasures, administrativeFees
  case visits, visitsGrowth, securityInspections, penetrationTests, vulnerabilitiesFixed
  case bannersGuided, departmentsGuided, problemsFixed, coreIndicators, scoringPoints, trainingDepartments,
    trainingPeople
  /// A register that stayed empty is unknown to the report until somebody says that there was nothing.
  case noApplications, noDisputes, noDocuments, noOpened, noMessages, noGazette

  /// How the value is written.
  enum Form: String {
    case whole = "整数"
    case decimal = "数字"
    case roughly = "整数，或“30多个”“100余名”这样的写法"
    case zero = "0"

    func takes(_ value: ReportedValue) -> Bool {
      switch self {
      case .whole: value.amount.whole != nil && !value.isAtLeast
      case .decimal: !value.isAtLeast
      case .roughly: value.amount.whole != nil
      case .zero: value.amount == 0 && !value.isAtLeast
      }
    }
  }

  var form: Form {
    switch self {
    case .administrativeFees, .visits, .visitsGrowth, .vulnerabilitiesFixed, .problemsFixed: .decimal
    case .trainingDepartments, .trainingPeople: .roughly
    case .noApplications, .noDisputes, .noDocuments, .noOpened, .noMessages, .noGazette: .zero
    default: .whole
    }
  }

  /// Whether several rows of one year add up; else the year has one.
  public var adds: Bool {
    switch self {
    case .licences, .punishments, .coerciveMeasures, .administrativeFees, .securityInspections, .penetrationTests: true
    default: false
    }
  }

  /// The place in the report, the unit, and the list that explains it; `nil` for what only says that a register stayed empty.
  var place: (cell: ReportCell, unit: FigureUnit, list: FigureList)? {
    switch self {
    case .licences: (.acts(.licences), .items, .acts)
    case .punishments: (.acts(.punishments), .items, .acts)
    case .coerciveMeasures: (.acts(.coerciveMeasures), .items, .acts)
    case .administrativeFees: (.acts(.feesWanYuan), .tenThousandYuan, .acts)
    case .visits: (.narrative(.visits), .tenThousandTimes, .platform)
    case .visitsGrowth: (.narrative(.visitsGrowth), .percent, .platform)
    case .securityInspections: (.narrative(.securityInspections), .times, .platform)
    case .penetrationTests: (.narrative(.penetrationTests), .times, .platform)
    case .vulnerabilitiesFixed: (.narrative(.vulnerabilityFix), .percent, .platform)
    case .bannersGuided: (.narrative(.bannersGuided), .places, .supervision)
    case .departmentsGuided: (.narrative(.departmentsGuided), .places, .supervision)
    case .problemsFixed: (.narrative(.problemFix), .percent, .supervision)
    case .coreIndicators: (.narrative(.coreIndicators), .points, .supervision)
    case .scoringPoints: (.narrative(.scoringPoints), .points, .supervision)
    case .trainingDepartments: (.narrative(.trainingDepartments), .places, .supervision)
    case .trainingPeople: (.narrative(.trainingPeople), .people, .supervision)
    case .noApplications, .noDisputes, .noDocuments, .noOpened, .noMessages, .noGazette: nil
    }
  }

  /// The item that says of a register that it stayed empty.
  static func declaringEmpty(_ kind: RegisterKind) -> FigureItem? {
    switch kind {
    case .applications: .noApplications
    case .disputes: .noDisputes
    case .documents: .noDocuments
    case .opened: .noOpened
    case .messages: .noMessages
    case .gazette: .noGazette
    case .figures, .calendar: nil
    }
  }

  /// The Chinese name, with its unit.
  public var name: String { choice.name }

  var choice: RegisterChoice {
    switch self {
    case .licences: .init(rawValue, "行政许可处理决定（件）", ["行政许可"])
    case .punishments: .init(rawValue, "行政处罚处理决定（件）", ["行政处罚"])
    case .coerciveMeasures: .init(rawValue, "行政强制处理决定（件）", ["行政强制"])
    case .administrativeFees: .init(rawValue, "行政事业性收费（万元）", ["行政事业性收费"])
    case .visits: .init(rawValue, "平台访问量（万次）", ["访问量", "平台访问量"])
    case .visitsGrowth: .init(rawValue, "访问量增长（%）", ["访问量增长"])
    case .securityInspections: .init(rawValue, "安全检查（次）", ["安全检查", "网络安全检查"])
    case .penetrationTests: .init(rawValue, "渗透测试（次）", ["渗透测试"])
    case .vulnerabilitiesFixed: .init(rawValue, "漏洞修复率（%）", ["漏洞修复率"])
    case .bannersGuided: .init(rawValue, "指导旗区（个）", ["指导旗区"])
    case .departmentsGuided: .init(rawValue, "指导部门（个）", ["指导部门"])
    case .problemsFixed: .init(rawValue, "问题整改率（%）", ["问题整改率"])
    case .coreIndicators: .init(rawValue, "核心指标（项）", ["核心指标"])
    case .scoringPoints: .init(rawValue, "评分点（项）", ["评分点"])
    case .trainingDepartments: .init(rawValue, "培训部门（个）", ["培训部门"])
    case .trainingPeople: .init(rawValue, "培训人数（名）", ["培训人数"])
    case .noApplications: .init(rawValue, "全年没有依申请公开申请", [])
    case .noDisputes: .init(rawValue, "全年没有复议诉讼", [])
    case .noDocuments: .init(rawValue, "没有规章和规范性文件", [])
    case .noOpened: .init(rawValue, "全年没有公开公文提案", [])
    case .noMessages: .init(rawValue, "全年没有办理留言", [])
    case .noGazette: .init(rawValue, "全年没有出版公报", [])
    }
  }
}
