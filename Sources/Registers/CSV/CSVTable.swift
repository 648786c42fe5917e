internal import Publication

/// Comma-separated values, strictly by RFC 4180: CR LF, LF or CR ends a record, quotes enclose a whole field and are doubled inside it.
///
/// Spreadsheets of some languages write semicolons, and “Unicode text” has tabs: what stands most often between the headings separates.
///
/// Rows are counted as a spreadsheet shows them: the header is row 1, whatever line ends stand inside a cell.
struct CSVTable: Equatable {
  /// What makes bytes no table.
  struct Fault: Error, Equatable {
    /// What is wrong.
    enum Reason: String {
      /// A quote inside a field that doesn't begin with one.
      case strayQuote = "引号位置不对"
      /// Something other than a separator or a line end after a closing quote.
      case textAfterQuote = "引号后还有文字"
      /// The last quote is never closed.
      case unclosedQuote = "引号没有闭合"
      /// More rows or columns than a register has.
      case tooLarge = "行数或列数超过上限"
    }

    /// Counted from 1.
    var row: Int
    var reason: Reason
  }

  /// Rows at most: a year of a large office's messages, ten times over.
  static let mostRows = 100_000
  /// Columns at most.
  static let mostColumns = 200

  /// The rows with their cells as written, quotes removed. A blank line is a row with one empty cell.
  let rows: [[String]]

  /// Reads a table; U+FEFF at its start is left out.
  init(_ text: String) throws(Fault) {
    var reader = CSVReader(text)
    rows = try reader.rows()
  }
}

private struct CSVReader {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var row = 1

  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    separator = Self.separator(of: self.bytes)
  }

  /// The separator of the first row, outside quotes; a comma where there is none.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[byte, default: 0] += 1
    }
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return separators.reduce(separators[0]) { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
  }

  mutating func rows() throws(CSVTable.Fault) -> [[String]] {
    var rows: [[String]] = []
    while index < bytes.count {
      guard rows.count < CSVTable.mostRows else { throw fault(.tooLarge) }
      rows.append(try record())
      row += 1
    }
    return rows
  }

  private mutating func record() throws(CSVTable.Fault) -> [String] {
    var cells = [try field()]
    while index < bytes.count, bytes[index] == separator {
      guard cells.count < CSVTable.mostColumns else { throw fault(.tooLarge) }
      index += 1
      cells.append(try field())
    }
    if index < bytes.count { skipLineEnd() }
    return cells
  }

  private mutating func field() throws(CSVTable.Fault) -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return try bareField() }
    index += 1
    var cell: [UInt8] = []
    while true {
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) else { throw fault(.unclosedQuote) }
      cell += bytes[index..<end]
      index = end + 1
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
      cell.append(UInt8(ascii: "\""))
      index += 1
    }
    guard index == bytes.count || bytes[index] == separator || isLineEnd(bytes[index]) else {
      throw fault(.textAfterQuote)
    }
    return String(decoding: cell, as: UTF8.self)
  }

  private mutating func bareField() throws(CSVTable.Fault) -> String {
    let start = index
    while index < bytes.count, bytes[index] != separator, !isLineEnd(bytes[index]) {
      if bytes[index] == UInt8(ascii: "\"") { throw fault(.strayQuote) }
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipLineEnd() {
    let isCarriageReturn = bytes[index] == 0x0D
    index += 1
    if isCarriageReturn, index < bytes.count, bytes[index] == 0x0A { index += 1 }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func fault(_ reason: CSVTable.Fault.Reason) -> CSVTable.Fault { CSVTable.Fault(row: row, reason: reason) }
}
