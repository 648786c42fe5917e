/// One register of the office.
public enum RegisterKind: String, Sendable, CaseIterable {
  /// 依申请公开登记簿.
  case applications
  /// 行政复议、行政诉讼登记簿.
  case disputes
  /// 规章和行政规范性文件登记簿.
  case documents
  /// 公文、提案办理结果公开登记簿.
  case opened
  /// 网民留言办理登记簿.
  case messages
  /// 政府公报登记簿.
  case gazette
  /// 平台、监督保障和行政行为数据登记簿.
  case figures
  /// 工作日历: days off of the area, and years that the built-in table doesn't have.
  case calendar

  /// Its Chinese name.
  public var name: String {
    switch self {
    case .applications: "依申请公开"
    case .disputes: "复议诉讼"
    case .documents: "规范性文件"
    case .opened: "公文提案公开"
    case .messages: "留言办理"
    case .gazette: "政府公报"
    case .figures: "数据"
    case .calendar: "工作日历"
    }
  }

  /// The register with this name, Chinese or English.
  public init?(named name: String) {
    let wanted = CellText.comparable(name)
    let found = Self.allCases.first { kind in
      [kind.rawValue, kind.name, kind.name + "登记簿", kind.name + "登记表"].contains {
        CellText.comparable($0).utf8.elementsEqual(wanted.utf8)
      }
    }
    guard let found else { return nil }
    self = found
  }

  /// Its columns, in the order of a template.
  public var columns: [RegisterColumn] {
    switch self {
    case .applications: Application.columns
    case .disputes: Dispute.columns
    case .documents: RegulatoryDocument.columns
    case .opened: OpenedFile.columns
    case .messages: MessageBatch.columns
    case .gazette: GazetteIssue.columns
    case .figures: ReportedFigure.columns
    case .calendar: CalendarDay.columns
    }
  }

  /// The column whose value names a row.
  public var numberColumn: RegisterColumn { columns[0] }
}
