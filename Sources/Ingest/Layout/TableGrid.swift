import Publication

/// The cells of a table with the row and the column that each begins in.
struct TableGrid {
  /// A cell in its place; rows and columns count from 0.
  struct Placed {
    var row: Int
    var column: Int
    var cell: TableCell

    /// The columns that it covers.
    var columns: Range<Int> { column..<column + cell.columnSpan }
  }

  /// Every cell, in reading order.
  private(set) var cells: [Placed] = []
  /// How many columns the widest row has.
  private(set) var columns = 0
  /// How many rows there are.
  let rows: Int

  /// More columns than any page shows: such a table isn't taken apart.
  private static let most = 64

  /// Finds the columns of `rows`, in which cells that a span covers are absent; `nil` for a table of more columns than can be meant.
  init?(_ rows: [[TableCell]]) {
    self.rows = rows.count
    // For each column the first row that no span from above covers.
    var free: [Int] = []
    for (index, row) in rows.enumerated() {
      var column = 0
      for cell in row {
        while column < free.count, free[column] > index { column += 1 }
        guard cell.columnSpan >= 1, cell.columnSpan <= TableGrid.most, column + cell.columnSpan <= TableGrid.most else {
          return nil
        }
        cells.append(Placed(row: index, column: column, cell: cell))
        for covered in column..<column + cell.columnSpan {
          while free.count <= covered { free.append(0) }
          free[covered] = min(rows.count, index + max(1, min(cell.rowSpan, rows.count)))
        }
        column += cell.columnSpan
      }
    }
    columns = free.count
  }
}
