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

  mutating func read(_ table: [[TableCell]]) {
    let rows = table.map { $0.map(Self.text) }
    let all = rows.joined().joined()
    let oldHeads = ["本年新制作数量", "本年新公开数量", "对外公开总数量", "采购项目数量", "上一年项目数量"]
    if oldHeads.contains(where: all.contains) { isOldForm = true }
    var isOfResults = all.contains("新收政府信息公开申请") || all.contains("勾稽关系") || nextRow > 0 && nextRow < 25
    for (index, row) in rows.enumerated() {
      if readDocuments(row) { continue }
      if isOfResults, readApplications(row) { isOfResults = true }
      if all.contains("复议") || all.contains("诉讼") { readRemedies(row, all, isLast: index == rows.count - 1) }
    }
  }

  // Table 2.

  private mutating func readDocuments(_ row: [String]) -> Bool {
    for (index, label) in row.enumerated() {
      let values = Array(row[(index + 1)...])
      let bare = label.unicodeScalars.filter(\.isHan).map(String.init).joined()
      if let kind = RuleKind.allCases.first(where: { $0.term == bare }) ?? (bare == "规范性文件" ? .normativeDocuments : nil)
      {
        guard values.count >= 3 else { return note(label) }
        for (movement, value) in zip(RuleMovement.allCases, values) {
          cells[.documents(kind, movement)] = CellValue(text: value)
        }
        return true
      }
      if let kind = ActKind.allCases.first(where: { $0.term == bare }), index <= 1 {
        guard let value = values.first else { return note(label) }
        cells[.acts(kind)] = CellValue(text: value)
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

  private mutating func readApplications(_ row: [String]) -> Bool {
    guard row.count >= 8, let (heads, numbers) = Self.parted(row) else { return false }
    let label = heads.joined(separator: "|")
    guard let matched = match(label) else {
      if label.contains("其他处理") { isOldForm = true }
      return note(String(label.prefix(30)))
    }
    for (column, value) in zip(ApplicantColumn.allCases, numbers) {
      cells[.applications(matched, column)] = CellValue(text: value)
    }
    return true
  }

  /// The heads of a row and its seven number cells: those after the last words. Empty cells too many stand at one end or the other.
  private static func parted(_ row: [String]) -> (heads: [String], numbers: [String])? {
    func isHead(_ text: String) -> Bool {
      text.unicodeScalars.filter(\.isHan).count > 1 && CellValue(text: text) != .notApplicable
    }
    guard let last = row.lastIndex(where: isHead), row.count - last - 1 >= 7 else { return nil }
    let cells = Array(row[(last + 1)...])
    let extra = cells.count - 7
    let inner = cells.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
    if inner.count == 7 { return (Array(row[...last]), Array(inner)) }
    let trails = extra > 0 && cells.suffix(extra).allSatisfy(\.isEmpty) && !cells.prefix(extra).allSatisfy(\.isEmpty)
    return (Array(row[...last]), Array(trails ? cells.prefix(7) : cells.suffix(7)))
  }

  /// The row that a label names: the next one of the form where it fits, else any other that wasn't seen.
  private mutating func match(_ label: String) -> ApplicationRow? {
    func fits(_ index: Int) -> Bool { Self.marks[index].1.contains(where: label.contains) }
    if nextRow < Self.marks.count, fits(nextRow) {
      nextRow += 1
      return Self.marks[nextRow - 1].0
    }
    // "其他" and "总计" are no names of their own: only what follows in order may be read by them.
    let sure = Self.marks.indices.filter {
      Self.marks[$0].0 != .otherHandling || label.contains("3.其他") || label.contains("3．其他")
    }
    guard let index = sure.first(where: { $0 > nextRow && fits($0) }) ?? sure.first(where: { fits($0) }),
      cells[.applications(Self.marks[index].0, .total)] == nil
    else { return nil }
    nextRow = index + 1
    return Self.marks[index].0
  }

  // Table 4.

  private mutating func readRemedies(_ row: [String], _ all: String, isLast: Bool) {
    let isNumbers = row.allSatisfy {
      !$0.unicodeScalars.contains(where: \.isHan) || CellValue(text: $0) == .notApplicable
    }
    let rows: [RemedyRow]
    let hasReview = all.contains("行政复议")
    let hasSuit = all.contains("起诉") || all.contains("行政诉讼")
    switch row.count {
    case 15: rows = RemedyRow.allCases
    case 10 where hasSuit: rows = [.suitDirect, .suitAfterReview]
    case 5 where hasReview && !hasSuit: rows = [.review]
    default: return
    }
    guard isNumbers else { return }
    // A row of fifteen numbers names itself; an empty one only where no numbers follow.
    let isEmpty = row.allSatisfy(\.isEmpty)
    if isEmpty && !isLast { return }
    let cells = rows.flatMap { row in RemedyOutcome.allCases.map { ReportCell.remedies(row, $0) } }
    for (cell, value) in zip(cells, row) { self.cells[cell] = CellValue(text: value) }
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
