/// UTF-8 of HTML, written front to back. What comes from a document can only become text or the value of an attribute.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// The whole as a string.
  var html: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes markup of our own.
  mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes a number of our own.
  mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Writes `text` as text, or inside the double quotes of an attribute: `& < > "` become references, all else stays.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      var index = 0
      while index < source.count {
        let reference: StaticString
        switch source[index] {
        case 0x26: reference = "&amp;"
        case 0x3C: reference = "&lt;"
        case 0x3E: reference = "&gt;"
        case 0x22: reference = "&quot;"
        default:
          index &+= 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
        markup(reference)
        index &+= 1
        start = index
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
    }
  }

  /// Writes `text` with `<br>` for each LF.
  mutating func lines(_ text: String) {
    var isFirst = true
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      if !isFirst { markup("<br>") }
      isFirst = false
      self.text(String(line))
    }
  }
}
