import Publication

/// Reads the numbers of the form out of tables, row by row: what a cell is follows from the words at its left, not from its place in the grid.
///
/// Published reports lose group cells at page breaks, split tables and break heads into letters; the seven (fifteen) number cells at the end
/// of a row remain.
struct FormTableReader {
  private(set) var cells: [ReportCell: CellValue] = [:]
  private(set) var notes: [Diagnostic] = []
  /// The tables are those of 2019.
  private(set) var isOldForm = false
  private var nextRow = 0
  /// The columns of table 3: some reports leave the total out.
  private var columns = ApplicantColumn.allCases
  /// Rows of table 3 that were met since its first row.
  private var seen: Set<ApplicationRow> = []

  mutating func read(_ table: [[TableCell]]) {
    let rows = table.map { $0.map(Self.text) }
    let all = rows.joined().joined()
    let oldHeads = ["本年新制作数量", "本年新公开数量", "对外公开总数量", "采购项目数量", "上一年项目数量"]
    if oldHeads.contains(where: all.contains) { isOldForm = true }
    let margins = TableMargins(of: rows)
    let isOfDocuments = isOfDocuments(all)
    var isOfResults = all.contains("新收政府信息公开申请") || all.contains("勾稽关系") || nextRow > 0 && nextRow < 25
    if isOfResults, all.contains("自然人") {
      columns = rows.joined().contains("总计") ? ApplicantColumn.allCases : ApplicantColumn.applicants
    }
    for row in rows {
      if isOfDocuments, readDocuments(row) { continue }
      if isOfResults, readApplications(row, margins) { isOfResults = true }
    }
    if all.contains("复议") || all.contains("诉讼") { readRemedies(rows, all, margins) }
  }

  /// Takes over a value. A cell that a report tells twice, in two values, is neither.
  private mutating func set(_ cell: ReportCell, _ value: CellValue) {
    guard let earlier = cells[cell], earlier != value else {
      cells[cell] = value
      return
    }
    cells[cell] = .unreadable("\(earlier) / \(value)")
    notes.append(
      Diagnostic(.reportCellTwice, .note, place: cell.description, details: ["values": "\(earlier)、\(value)"]))
  }

  // Table 2.

  /// Whether a table is table 2, or the rest of one that a page break cut: its words stand in other tables too.
  private func isOfDocuments(_ all: String) -> Bool {
    let heads = ["第二十条", "制发件数", "废止件数", "处理决定数量", "收费金额"]
    return heads.contains(where: all.contains)
      || cells[.documents(.normativeDocuments, .issued)] != nil && cells[.acts(.feesWanYuan)] == nil
  }

  private mutating func readDocuments(_ row: [String]) -> Bool {
    for (index, label) in row.enumerated() {
      let values = Array(row[(index + 1)...])
      let bare = label.unicodeScalars.filter(\.isHan).map(String.init).joined()
      if let kind = RuleKind.allCases.first(where: { $0.term == bare }) ?? (bare == "规范性文件" ? .normativeDocuments : nil)
      {
        guard values.count >= 3 else { return note(label) }
        for (movement, value) in zip(RuleMovement.allCases, values) {
          set(.documents(kind, movement), CellValue(text: value, unit: "件"))
        }
        return true
      }
      if let kind = ActKind.allCases.first(where: { $0.term == bare }), index <= 1 {
        guard let value = values.first else { return note(label) }
        set(.acts(kind), CellValue(text: value, unit: kind == .feesWanYuan ? "万元" : "件"))
        return true
      }
    }
    return false
  }

  // Table 3.

  private static let marks: [(ApplicationRow, [String])] = [
    (.new, ["新收"]), (.carriedIn, ["上年结转", "上年度结转"]), (.open, ["予以公开"]), (.partial, ["部分公开"]), (.stateSecret, ["国家秘密"]),
    (.otherLaw, ["其他法律"]), (.safetyStability, ["安全一稳定"]), (.thirdParty, ["第三方"]), (.internalAffairs, ["内部事务"]),
    (.process, ["过程性"]), (.enforcementFile, ["执法案卷"]), (.administrativeQuery, ["行政查询"]), (.notHeld, ["不掌握"]),
    (.needsMaking, ["另行制作", "现成信息"]), (.stillUnclear, ["仍不明确"]), (.petition, ["信访"]), (.duplicate, ["重复申请"]),
    (.publication, ["出版物"]), (.excessive, ["大量反复"]), (.confirmOrReissue, ["重新出具", "确认或"]), (.noCorrection, ["不补正"]),
    (.feeUnpaid, ["缴纳费用", "收费通知"]), (.otherHandling, ["3.其他", "其他"]), (.resultTotal, ["总计"]), (.carriedOut, ["结转下年"]),
  ]

  private mutating func readApplications(_ row: [String], _ margins: TableMargins) -> Bool {
    func isHead(_ text: String) -> Bool {
      let value = CellValue(text: text, unit: "件")
      return text.unicodeScalars.filter(\.isHan).count > 1 && value.number == nil && value != .notApplicable
    }
    guard let last = row.lastIndex(where: isHead) else { return false }
    // The heads of a row and its number cells: those after the last words.
    let heads = row[...last]
    let cells = Array(row[(last + 1)...])
    guard cells.count >= columns.count else {
      return cells.contains { CellValue(text: $0).number != nil } ? note(String(row[last].prefix(30))) : false
    }
    let numbers = margins.numbers(columns.count, of: cells, leading: 0)
    let label = heads.joined(separator: "|")
    guard let matched = match(label) else {
      if label.contains("其他处理") { isOldForm = true }
      return note(String(label.prefix(30)))
    }
    for (column, value) in zip(columns, numbers) {
      set(.applications(matched, column), CellValue(text: value, unit: "件"))
    }
    return true
  }

  /// The row that a label names: the next one of the form where it fits, else any other that wasn't seen.
  private mutating func match(_ label: String) -> ApplicationRow? {
    func fits(_ index: Int) -> Bool { Self.marks[index].1.contains(where: label.contains) }
    // The first row again: the table stands there twice.
    if fits(0) { (nextRow, seen) = (0, []) }
    if nextRow < Self.marks.count, fits(nextRow) {
      nextRow += 1
      seen.insert(Self.marks[nextRow - 1].0)
      return Self.marks[nextRow - 1].0
    }
    // "其他" and "总计" are no names of their own: only what follows in order may be read by them.
    let sure = Self.marks.indices.filter {
      Self.marks[$0].0 != .otherHandling || label.contains("3.其他") || label.contains("3．其他")
    }
    guard let index = sure.first(where: { $0 > nextRow && fits($0) }) ?? sure.first(where: { fits($0) }),
      seen.insert(Self.marks[index].0).inserted
    else { return nil }
    nextRow = index + 1
    return Self.marks[index].0
  }

  // Table 4.

  private mutating func readRemedies(_ rows: [[String]], _ all: String, _ margins: TableMargins) {
    let found = rows.compactMap { row in Self.remedies(row, all, margins) }
    // A row of numbers names itself; an empty one only where there are no numbers.
    let told = found.filter { !$0.numbers.allSatisfy(\.isEmpty) }
    for (rows, numbers) in told.isEmpty ? Array(found.suffix(1)) : told {
      let cells = rows.flatMap { row in RemedyOutcome.allCases.map { ReportCell.remedies(row, $0) } }
      for (cell, number) in zip(cells, numbers) { set(cell, CellValue(text: number, unit: "件")) }
    }
  }

  /// What a row of numbers (or of nothing) tells: all fifteen, the ten of suits or the five of reviews, by what the table speaks of.
  private static func remedies(
    _ row: [String], _ all: String, _ margins: TableMargins
  ) -> (rows: [RemedyRow], numbers: [String])? {
    func isNumber(_ text: String) -> Bool {
      let value = CellValue(text: text, unit: "件")
      return !text.unicodeScalars.contains(where: \.isHan) || value.number != nil || value == .notApplicable
        || ["无", "零"].contains(text)
    }
    let hasReview = all.contains("行政复议")
    let hasSuit = all.contains("起诉") || all.contains("行政诉讼")
    let kinds: [RemedyRow] =
      hasReview == hasSuit || row.count >= 15
      ? RemedyRow.allCases : hasSuit ? [.suitDirect, .suitAfterReview] : [.review]
    let count = kinds.count * RemedyOutcome.allCases.count
    guard row.count >= count, row.allSatisfy(isNumber) else { return nil }
    return (kinds, margins.numbers(count, of: row, leading: margins.leading))
  }

  private mutating func note(_ place: String) -> Bool {
    notes.append(Diagnostic(.reportRowUnknown, .note, place: place))
    return false
  }

  /// The text of a cell in one line, without white space.
  private static func text(_ cell: TableCell) -> String {
    var out = String.UnicodeScalarView()
    for scalar in cell.blocks.flatMap(PlainText.lines).joined().unicodeScalars where !scalar.isBlank {
      out.append(scalar)
    }
    return String(out)
  }
}
