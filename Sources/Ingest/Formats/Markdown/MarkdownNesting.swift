/// A bound on how deep the lines of a Markdown text nest, before anything is parsed: the parser walks through all open
/// quotations and lists at every line.
enum MarkdownNesting {
  /// Whether one line opens more than `limit` quotations and list items, or one paragraph has so many brackets, stars and the like that
  /// finding their partners would take time in the square of their number.
  static func isTooDeep(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Bool {
    var cursor = LineCursor(bytes: bytes)
    var delimiters = 0
    while let line = cursor.next() {
      var index = line.lowerBound
      var markers = 0
      scan: while index < line.upperBound {
        switch bytes[index] {
        case 0x20, 0x09, 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: ")"): break
        case UInt8(ascii: ">"): markers += 1
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
          if index + 1 < line.upperBound, bytes[index + 1] == 0x20 { markers += 1 }
        default: break scan
        }
        index &+= 1
      }
      if markers > limit { return true }
      if index == line.upperBound { delimiters = 0 }
      while index < line.upperBound {
        switch bytes[index] {
        case UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"),
          UInt8(ascii: "<"), UInt8(ascii: "!"), UInt8(ascii: "("):
          delimiters += 1
        default: break
        }
        index &+= 1
      }
      if delimiters > MarkdownNesting.delimiterLimit { return true }
    }
    return false
  }

  /// Whether a table has more than `limit` cells: a short row (`|`) is filled up to the width of its head, so that a text of a few
  /// kilobytes would become millions of cells.
  /// Source: GitHub Flavored Markdown, "Tables (extension)".
  static func hasTooManyCells(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Bool {
    var cursor = LineCursor(bytes: bytes)
    var columns = 0
    var cells = 0
    while let line = cursor.next() {
      let content = line.trimmed(in: bytes)
      if content.isEmpty {
        columns = 0
        continue
      }
      if let found = delimiterColumns(bytes[content]) { columns = max(columns, found) }
      cells &+= columns
      if cells > limit { return true }
    }
    return false
  }

  /// The columns of the row between a table's head and its body (`|---|:-:|`); `nil`: the line is none.
  private static func delimiterColumns(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var columns = 0
    var isDash = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "-"):
        if !isDash { columns += 1 }
        isDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ">"), 0x20, 0x09:
        isDash = isDash && byte == UInt8(ascii: ":")
      default: return nil
      }
    }
    return columns > 1 ? columns : nil
  }

  /// Delimiters of inline markup in one paragraph.
  static let delimiterLimit = 20_000
}
