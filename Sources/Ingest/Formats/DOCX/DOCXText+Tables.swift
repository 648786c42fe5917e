internal import Publication

extension DOCXText {
  /// The rows of a table; a cell that another one's span covers is absent.
  /// Source: ECMA-376 Part 1, 17.4 (Tables), gridSpan, vMerge, tblHeader.
  mutating func readTable(_ node: Int) throws(ReadingFault) -> [[TableCell]] {
    let outer = isInTable
    isInTable = true
    defer { isInTable = outer }
    var table = DOCXTable()
    table.shades = shades(of: node)
    if let properties = tree.child(node, .word, .tblPr) {
      for name in [XMLLocal.tblCaption, .tblDescription] {
        keepLabel(tree.child(properties, .word, name).flatMap { tree.attribute($0, .word, .val) })
      }
    }
    try readRows(node, into: &table)
    return table.rows
  }

  private mutating func readRows(_ node: Int, into table: inout DOCXTable) throws(ReadingFault) {
    var child = tree.firstChild(node)
    while child >= 0 {
      defer { child = tree.next(child) }
      switch (tree.nodes[child].space, tree.nodes[child].local) {
      case (.word, .tr): try readRow(child, into: &table)
      case (.word, .sdt):
        if let content = tree.child(child, .word, .sdtContent) { try readRows(content, into: &table) }
      case (.word, .customXml), (.word, .ins), (.word, .moveTo): try readRows(child, into: &table)
      case (.word, .del), (.word, .moveFrom): try unpublish(child, .deleted)
      case (.compatibility, .AlternateContent):
        let branch = DOCXText.branch(tree, child)
        keepOthers(child, than: branch)
        if let branch { try readRows(branch, into: &table) }
      default: break
      }
    }
  }

  private mutating func readRow(_ node: Int, into table: inout DOCXTable) throws(ReadingFault) {
    var isHeader = false
    table.column = 0
    if let properties = tree.child(node, .word, .trPr) {
      if tree.child(properties, .word, .del) != nil {
        hasTrackedChanges = true
        return try unpublish(node, .deleted)
      }
      if let hidden = tree.child(properties, .word, .hidden), DOCXStyles.isOn(tree, hidden) {
        return try unpublish(node, .hidden)
      }
      if tree.child(properties, .word, .ins) != nil { hasTrackedChanges = true }
      if let header = tree.child(properties, .word, .tblHeader) { isHeader = DOCXStyles.isOn(tree, header) }
      table.column = span(tree.child(properties, .word, .gridBefore), least: 0)
    }
    table.rows.append([])
    table.place = table.shades?.place(ofRow: tree, node, isFirst: isHeader || table.rows.count == 1)
    try readCells(node, isHeader: isHeader, into: &table)
  }

  private mutating func readCells(_ node: Int, isHeader: Bool, into table: inout DOCXTable) throws(ReadingFault) {
    var child = tree.firstChild(node)
    while child >= 0 {
      defer { child = tree.next(child) }
      switch (tree.nodes[child].space, tree.nodes[child].local) {
      case (.word, .tc): try readCell(child, isHeader: isHeader, into: &table)
      case (.word, .sdt):
        if let content = tree.child(child, .word, .sdtContent) {
          try readCells(content, isHeader: isHeader, into: &table)
        }
      case (.word, .customXml), (.word, .ins), (.word, .moveTo):
        try readCells(child, isHeader: isHeader, into: &table)
      case (.compatibility, .AlternateContent):
        let branch = DOCXText.branch(tree, child)
        keepOthers(child, than: branch)
        if let branch { try readCells(branch, isHeader: isHeader, into: &table) }
      default: break
      }
    }
  }

  private mutating func readCell(_ node: Int, isHeader: Bool, into table: inout DOCXTable) throws(ReadingFault) {
    let properties = tree.child(node, .word, .tcPr)
    func merge(_ name: XMLLocal) -> Bool? {
      properties.flatMap { tree.child($0, .word, name) }.map { tree.attribute($0, .word, .val) != "restart" }
    }
    let columns = span(properties.flatMap { tree.child($0, .word, .gridSpan) }, least: 1)
    if properties.flatMap({ tree.child($0, .word, .cellDel) }) != nil {
      hasTrackedChanges = true
      return try unpublish(node, .deleted)
    }
    if merge(.vMerge) == true, table.continueDown(columns) { return try unpublish(node, .hidden) }
    if merge(.hMerge) == true, table.continueRight(columns) { return try unpublish(node, .hidden) }
    let outer = ground
    ground = cellGround(node, properties, table).over(ground)
    defer { ground = outer }
    let cell = TableCell(try readBlocks(node), columnSpan: columns, isHeader: isHeader)
    table.append(cell, continues: merge(.vMerge) != nil)
  }

  /// Reads what nobody sees, for the gate.
  private mutating func unpublish(_ node: Int, _ visibility: Visibility) throws(ReadingFault) {
    try with(visibility) { text throws(ReadingFault) in
      if text.tree.isElement(node, .word, .tc) {
        _ = try text.readBlocks(node)
      } else {
        var table = DOCXTable()
        try text.readUnpublishedCells(node, into: &table)
      }
    }
  }

  private mutating func readUnpublishedCells(_ node: Int, into table: inout DOCXTable) throws(ReadingFault) {
    if tree.isElement(node, .word, .tr) {
      table.rows.append([])
      try readCells(node, isHeader: false, into: &table)
    } else {
      try readRows(node, into: &table)
    }
  }

  /// A number of columns; Word has at most 63.
  private func span(_ node: Int?, least: Int) -> Int {
    min(max(node.flatMap { tree.number($0, .word, .val) } ?? least, least), 63)
  }
}

/// A table while its rows are read.
struct DOCXTable {
  var rows: [[TableCell]] = []
  /// What is behind its cells; `nil`: nothing is told of a table without properties.
  var shades: DOCXShadedTable?
  /// Where the row that is being read is.
  var place: DOCXTableShades.Place?
  /// The grid column where the next cell begins.
  var column = 0
  /// Cells that go on downwards: the row and the place in it, by grid column.
  private var open: [Int: (row: Int, cell: Int)] = [:]

  mutating func append(_ cell: TableCell, continues: Bool) {
    guard let row = rows.indices.last else { return }
    rows[row].append(cell)
    open[column] = continues ? (row, rows[row].count - 1) : nil
    column += cell.columnSpan
  }

  /// Whether a cell above takes this one in.
  mutating func continueDown(_ columns: Int) -> Bool {
    guard let start = open[column], let row = rows.indices.last else { return false }
    rows[start.row][start.cell].rowSpan = row - start.row + 1
    column += columns
    return true
  }

  /// Whether the cell to the left takes this one in.
  mutating func continueRight(_ columns: Int) -> Bool {
    guard let row = rows.indices.last, let cell = rows[row].indices.last else { return false }
    rows[row][cell].columnSpan += columns
    column += columns
    return true
  }
}
