/// Writing CSV for spreadsheets: a byte-order mark, CR LF, quotes where they are needed.
enum CSVText {
  /// The table as text.
  static func of(_ rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell that a spreadsheet would take for a formula gets an apostrophe in front, which reading takes away again: what an
  /// applicant wrote must not be computed on the office's desk.
  static func guarded(_ cell: String) -> String { startsLikeFormula(cell[...]) ? "'" + cell : cell }

  /// The cell as it was before `guarded`.
  static func unguarded(_ cell: String) -> String {
    cell.utf8.first == UInt8(ascii: "'") && startsLikeFormula(cell.dropFirst()) ? String(cell.dropFirst()) : cell
  }

  private static func startsLikeFormula(_ cell: Substring) -> Bool {
    // Of several apostrophes each stands before one: reading takes one away.
    guard let first = cell.unicodeScalars.first else { return false }
    return ["=", "+", "-", "@", "\t", "\r", "'"].contains(first)
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return needsQuotes
      ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : cell
  }
}
