public import Publication

/// A rule (规章) or normative document (行政规范性文件): the first block of table 2.
///
/// Issued, repealed and lapsed are three facts. 有效期 alone ends nothing here but the count of documents in force.
/// Source: 《政府信息公开条例》第二十条第（一）项.
public struct RegulatoryDocument: Sendable, Equatable {
  /// The two rows of the block.
  public enum Kind: String, Sendable, CaseIterable, RegisterChoosing {
    case regulation, normative

    var choice: RegisterChoice {
      switch self {
      case .regulation: .init(rawValue, "规章", ["政府规章"])
      case .normative: .init(rawValue, "行政规范性文件", ["规范性文件"])
      }
    }
  }

  /// 登记号.
  public let number: String
  /// Rule or normative document.
  public let kind: Kind
  /// 制发日期.
  public let issued: CivilDate
  /// The last day on which it is valid, where it has one.
  public let validUntil: CivilDate?
  /// The day of the decision that repealed it.
  public let repealed: CivilDate?
  /// The day on which it was declared lapsed, without a repeal.
  public let lapsed: CivilDate?
  /// 来源 and 经办人.
  public let origin: EntryOrigin

  /// Whether it was in force at the end of `day`.
  public func isInForce(on day: CivilDate) -> Bool {
    issued <= day && (repealed.map { day < $0 } ?? true) && (lapsed.map { day < $0 } ?? true)
      && (validUntil.map { day <= $0 } ?? true)
  }

  /// The day from which it was no longer valid without having been repealed; `nil`: it is, or was repealed before.
  public var endOfValidity: CivilDate? {
    let end = [lapsed, validUntil?.advanced(by: 1)].compactMap { $0 }.min()
    guard let end, repealed.map({ end < $0 }) ?? true else { return nil }
    return end
  }

  static let columns: [RegisterColumn] = [
    .number,
    .choice("documentKind", "文件种类", Kind.self, "年度报告表二的两行").required,
    .text("title", "文件名称", most: 300, "全称").required,
    .text("documentNumber", "发文字号", most: 60, "如乌行发〔2025〕3号").known(as: "文号"),
    .date("issued", "制发日期", "成文日期").required,
    .date("validUntil", "有效期至", "有效期的最后一天；没有规定的空着"),
    .date("repealed", "废止日期", "废止决定的日期"),
    .date("lapsed", "失效日期", "宣布失效的日期（不是废止的）"),
    .source, .handler, .remark,
  ]

  init?(_ row: RegisterRow, _ reading: inout RowReading) {
    guard let kind = row.choice("documentKind", Kind.self), let issued = row.date("issued") else { return nil }
    number = row.number
    self.kind = kind
    self.issued = issued
    validUntil = row.date("validUntil")
    repealed = row.date("repealed")
    lapsed = row.date("lapsed")
    origin = EntryOrigin(row)
    reading.expectOrder(row, "issued", "validUntil")
    reading.expectOrder(row, "issued", "repealed")
    reading.expectOrder(row, "issued", "lapsed")
    if repealed != nil, lapsed != nil { reading.refuse("lapsed", "已经登记“废止日期”，废止和失效只登记一项") }
  }
}
