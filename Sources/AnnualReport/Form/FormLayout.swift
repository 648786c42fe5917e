public import Publication

/// One cell of a printed table: a text, or a cell of the form with its value to come.
public struct FormCell: Sendable, Equatable {
  /// The text of a head; empty for a number cell.
  public var text: String
  /// The number cell that it is, if it is one.
  public var cell: ReportCell?
  /// Columns it covers.
  public var columns: Int
  /// Rows it covers.
  public var rows: Int

  /// A head that covers some columns and rows.
  init(_ text: String, columns: Int = 1, rows: Int = 1) {
    self.text = text
    self.columns = columns
    self.rows = rows
  }

  /// A number cell.
  init(_ cell: ReportCell, columns: Int = 1) {
    text = ""
    self.cell = cell
    self.columns = columns
    rows = 1
  }
}

/// The three tables as the form prints them: rows of cells, a cell covered by another's span absent.
///
/// Source: 国办公开办函〔2021〕30号, tables of parts two to four.
public enum FormLayout {
  /// One of the tables.
  public struct Table: Sendable, Equatable {
    /// The section it stands in: 2, 3, 4.
    public var section: Int
    /// Columns of its grid, with their widths in twentieths of a point, 9,000 together.
    public var widths: [Int]
    /// Its rows.
    public var rows: [[FormCell]]
  }

  /// Table 2, four columns.
  public static let table2: Table = {
    var rows: [[FormCell]] = [[FormCell("第二十条第（一）项", columns: 4)]]
    rows.append([FormCell("信息内容")] + RuleMovement.allCases.map { FormCell($0.term) })
    for kind in RuleKind.allCases {
      rows.append([FormCell(kind.term)] + RuleMovement.allCases.map { FormCell(.documents(kind, $0)) })
    }
    func block(_ head: String, _ column: String, _ kinds: [ActKind]) {
      rows.append([FormCell(head, columns: 4)])
      rows.append([FormCell("信息内容"), FormCell(column, columns: 3)])
      rows += kinds.map { [FormCell($0.term), FormCell(.acts($0), columns: 3)] }
    }
    block("第二十条第（五）项", "本年处理决定数量", [.licences])
    block("第二十条第（六）项", "本年处理决定数量", [.punishments, .coerciveMeasures])
    block("第二十条第（八）项", "本年收费金额（单位：万元）", [.feesWanYuan])
    return Table(section: 2, widths: [2700, 2100, 2100, 2100], rows: rows)
  }()

  /// Table 3: three columns of heads, seven of numbers.
  public static let table3: Table = {
    let corner = FormCell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", columns: 3, rows: 3)
    var rows: [[FormCell]] = [
      [corner, FormCell("申请人情况", columns: 7)],
      [FormCell("自然人", rows: 2), FormCell("法人或其他组织", columns: 5), FormCell("总计", rows: 2)],
      ApplicantColumn.applicants.dropFirst().map { FormCell($0.term) },
    ]
    func numbers(_ row: ApplicationRow) -> [FormCell] {
      ApplicantColumn.allCases.map { FormCell(.applications(row, $0)) }
    }
    var group: String?
    for row in ApplicationRow.allCases {
      var heads: [FormCell] = []
      if row == .open { heads.append(FormCell("三、本年度办理结果", rows: 22)) }
      if let name = row.group {
        if name != group {
          heads.append(FormCell(name, rows: ApplicationRow.allCases.filter { $0.group == name }.count))
        }
        heads.append(FormCell(row.term))
      } else {
        let isAlone = row == .new || row == .carriedIn || row == .carriedOut
        heads.append(FormCell(row.term, columns: isAlone ? 3 : 2))
      }
      group = row.group
      rows.append(heads + numbers(row))
    }
    return Table(section: 3, widths: [720, 1100, 2660, 640, 640, 640, 720, 720, 520, 640], rows: rows)
  }()

  /// Table 4: fifteen columns.
  public static let table4: Table = {
    let outcomes = RemedyOutcome.allCases.map { FormCell($0.term) }
    return Table(
      section: 4, widths: [Int](repeating: 600, count: 15),
      rows: [
        [FormCell("行政复议", columns: 5), FormCell("行政诉讼", columns: 10)],
        RemedyOutcome.allCases.map { FormCell($0.term, rows: 2) }
          + [FormCell("未经复议直接起诉", columns: 5), FormCell("复议后起诉", columns: 5)],
        outcomes + outcomes,
        RemedyRow.allCases.flatMap { row in RemedyOutcome.allCases.map { FormCell(.remedies(row, $0)) } },
      ])
  }()

  /// The three tables in their order.
  public static let tables = [table2, table3, table4]

  /// The headings of the six sections.
  public static let headings = [
    "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
  ]
}
