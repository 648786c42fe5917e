public import Publication

/// An official document or the answer to a proposal that was opened.
public struct OpenedFile: Sendable, Equatable {
  /// What it is.
  public enum Kind: String, Sendable, CaseIterable, RegisterChoosing {
    case official, proposal, suggestion

    var choice: RegisterChoice {
      switch self {
      case .official: .init(rawValue, "公文", ["政府公文"])
      case .proposal: .init(rawValue, "政协提案", ["提案", "政协提案办理"])
      case .suggestion: .init(rawValue, "人大建议", ["建议", "人大代表建议"])
      }
    }
  }

  /// 登记号.
  public let number: String
  /// What it is.
  public let kind: Kind
  /// When it was opened.
  public let opened: CivilDate
  /// 来源 and 经办人.
  public let origin: EntryOrigin

  static let columns: [RegisterColumn] = [
    .number,
    .choice("fileKind", "公开种类", Kind.self, "公文、政协提案办理结果或人大建议办理结果").required,
    .text("title", "名称", most: 300, "公文或提案的名称").required,
    .text("documentNumber", "发文字号", most: 60, "有文号的填文号").known(as: "文号"),
    .date("opened", "公开日期", "公开的那一天").required,
    .source, .handler, .remark,
  ]

  init?(_ row: RegisterRow) {
    guard let kind = row.choice("fileKind", Kind.self), let opened = row.date("opened") else { return nil }
    number = row.number
    self.kind = kind
    self.opened = opened
    origin = EntryOrigin(row)
  }
}
