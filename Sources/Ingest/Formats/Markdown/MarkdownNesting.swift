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

  /// Delimiters of inline markup in one paragraph.
  static let delimiterLimit = 20_000
}
