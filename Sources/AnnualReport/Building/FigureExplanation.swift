public import Publication

/// What is behind one number: `annual explain`.
public struct FigureExplanation: Sendable, Equatable {
  /// The cell.
  public let cell: ReportCell
  /// Its value; `nil` where nobody knows it.
  public let value: DecimalNumber?
  /// Its list.
  public let entries: [FigureEntry]

  /// Explains a cell from the lists.
  public init(_ cell: ReportCell, in figures: ReportFigures) {
    self.cell = cell
    entries = figures.entries(behind: cell) ?? []
    value = figures.sum(cell)
  }

  /// `zarlal.annual-explain/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("zarlal.annual-explain/1"), "cell": .string(cell.description), "value": JSONValue(value),
      "parts": .strings((cell.parts ?? []).map(\.description)),
      "entries": .array(
        entries.map { entry in
          .object([
            "list": .string(entry.list.rawValue), "entry": .string(entry.entry), "day": .string(entry.day.description),
            "amount": JSONValue(entry.amount), "unit": .string(entry.unit.term), "atLeast": .bool(entry.isAtLeast),
            "source": .string(entry.source), "person": .string(entry.person),
          ])
        }),
    ])
  }

  /// For people: the sum, how it is made, and one line an entry.
  public var text: String {
    guard let value else { return "\(cell)：没有来源，报告中留空。\n" }
    var lines = wrapped("\(cell) = \(value)，由 \(entries.count) 条相加。", to: 80)
    if let parts = cell.parts, let first = parts.first, let last = parts.last {
      // More than a column of results is a block of the table: its corners say it.
      let sum =
        parts.count > ApplicationRow.results.count
        ? "\(first) 至 \(last) 各格之和，共 \(parts.count) 格" : parts.map(\.description).joined(separator: " + ")
      lines += wrapped("　　等于 " + sum, to: 80, indent: "　　")
    }
    lines += entries.map { entry in
      let amount = "\(entry.amount)\(entry.isAtLeast ? "（不少于）" : "")\(entry.unit.term)"
      let person = entry.person.isEmpty ? "" : "，\(entry.person)"
      return "\(entry.day)  \(entry.list.term)  \(entry.entry)  \(amount)  \(entry.source)\(person)"
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension FigureList {
  /// Its name for people.
  public var term: String {
    switch self {
    case .publications: "发布台账"
    case .decisions: "属性决定"
    case .applications: "依申请公开登记"
    case .disputes: "复议诉讼登记"
    case .documents: "规范性文件登记"
    case .openedDocuments: "公文公开登记"
    case .messages: "留言办理登记"
    case .gazette: "政府公报登记"
    case .platform: "平台登记"
    case .supervision: "监督保障登记"
    case .acts: "行政行为登记"
    }
  }
}
