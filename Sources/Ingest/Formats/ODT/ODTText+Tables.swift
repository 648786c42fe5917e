internal import Publication

extension ODTText {
  /// The rows of a table; a cell that another one's span covers is absent, its text goes to the gate.
  /// Source: ODF 1.3 Part 3, 9.1 (Basic table model).
  mutating func readTable(_ node: Int) throws(ReadingFault) -> [[TableCell]] {
    let outer = isInTable
    isInTable = true
    defer { isInTable = outer }
    keepLabel(tree.attribute(node, .odfTable, .name))
    var rows: [[TableCell]] = []
    try on(ground("table", node)) { text throws(ReadingFault) in
      try text.readRows(node, isHeader: false, into: &rows)
    }
    return rows.filter { !$0.isEmpty }
  }

  private mutating func readRows(_ node: Int, isHeader: Bool, into rows: inout [[TableCell]]) throws(ReadingFault) {
    var child = tree.firstChild(node)
    while child >= 0 {
      defer { child = tree.next(child) }
      switch (tree.nodes[child].space, tree.nodes[child].local) {
      case (.odfTable, .tableRow):
        try on(ground("table-row", child)) { text throws(ReadingFault) in
          try text.readRow(child, isHeader: isHeader, into: &rows)
        }
      case (.odfTable, .tableHeaderRows): try readRows(child, isHeader: true, into: &rows)
      case (.odfTable, .tableRows), (.odfTable, .tableRowGroup):
        try readRows(child, isHeader: isHeader, into: &rows)
      case (.odfTable, .title), (.odfTable, .desc): keepLabel(tree.text(child))
      default: break
      }
    }
  }

  private mutating func readRow(_ node: Int, isHeader: Bool, into rows: inout [[TableCell]]) throws(ReadingFault) {
    let isHidden = ["collapse", "filter"].contains(tree.attribute(node, .odfTable, .visibility) ?? "")
    var cells: [TableCell] = []
    var child = tree.firstChild(node)
    while child >= 0 {
      defer { child = tree.next(child) }
      let isCovered = tree.isElement(child, .odfTable, .coveredTableCell)
      guard isCovered || tree.isElement(child, .odfTable, .tableCell) else { continue }
      if isCovered || isHidden {
        try with(.hidden) { text throws(ReadingFault) in _ = try text.readBlocks(child) }
        continue
      }
      let blocks = try on(ground("table-cell", child)) { text throws(ReadingFault) in try text.readBlocks(child) }
      let cell = TableCell(
        blocks, columnSpan: span(child, .columnsSpanned), rowSpan: span(child, .rowsSpanned),
        isHeader: isHeader)
      for _ in 0..<span(child, .columnsRepeated) {
        cells.append(cell)
        try countCell()
      }
    }
    for _ in 0..<span(node, .rowsRepeated) {
      rows.append(cells)
      try countCell()
    }
  }

  /// What the style of a table, row or cell puts behind it.
  private func ground(_ family: String, _ node: Int) -> Ground? {
    styles.style(family, tree.attribute(node, .odfTable, .styleName)).ground
  }

  /// Cells count as paragraphs, so that repeated ones can't grow without bound.
  private mutating func countCell() throws(ReadingFault) {
    paragraphCount += 1
    guard paragraphCount <= limits.paragraphs * 2 else { throw ReadingFault.tooManyParagraphs(max: limits.paragraphs) }
  }

  /// How many columns or rows: at most 1,000.
  private func span(_ node: Int, _ name: XMLLocal) -> Int {
    min(max(tree.number(node, .odfTable, name) ?? 1, 1), 1000)
  }
}
