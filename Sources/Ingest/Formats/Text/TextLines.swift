/// Lines of plain text.
enum TextLines {
  /// The lines of `bytes` (UTF-8) from `start` that aren't blank, without the indentation that stands for a paragraph;
  /// `nil`: more than `limit`.
  ///
  /// LF, CRLF, CR, VT, U+0085, U+2028 and U+2029 end a line; FF stands for nothing. ASCII spaces, TAB, U+00A0 and U+3000
  /// go at both ends; Mongolian separators stay.
  /// Source: The Unicode Standard, section 5.8 (newline guidelines).
  static func paragraphs(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, atMost limit: Int) -> [String]? {
    var lines: [String] = []
    var lineStart = min(max(start, 0), bytes.count)
    var index = lineStart
    var hasFormFeed = false
    func take(upTo end: Int) {
      let line = UnsafeBufferPointer(rebasing: bytes[lineStart..<end])
      if hasFormFeed {
        let rest = line.filter { $0 != 0x0C }
        rest.withUnsafeBufferPointer { append($0, to: &lines) }
      } else {
        append(line, to: &lines)
      }
      hasFormFeed = false
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte > 0x0D, byte != 0xC2, byte != 0xE2 {
        index &+= 1
        continue
      }
      if byte == 0x0C { hasFormFeed = true }
      let width = lineEndLength(bytes, index)
      guard width > 0 else {
        index &+= 1
        continue
      }
      take(upTo: index)
      guard lines.count <= limit else { return nil }
      index += width
      lineStart = index
    }
    take(upTo: bytes.count)
    return lines.count <= limit ? lines : nil
  }

  /// Bytes of the line end at `index`, 0 where there is none. CR and LF count one by one: the blank line between them is dropped.
  static func lineEndLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0x0A, 0x0B, 0x0D: 1
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8 ? 3 : 0
    default: 0
    }
  }

  private static func append(_ line: UnsafeBufferPointer<UInt8>, to lines: inout [String]) {
    let range = Blank.trimmedRange(of: line)
    if !range.isEmpty { lines.append(String(decoding: line[range], as: UTF8.self)) }
  }
}

/// White space that stands for layout, not for text.
enum Blank {
  /// `bytes` (UTF-8) without ASCII white space, U+00A0 and U+3000 at both ends.
  static func trimmedRange(of bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = 0
    var end = bytes.count
    while start < end {
      let width = width(of: bytes, at: start, before: end)
      if width == 0 { break }
      start += width
    }
    while end > start {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else if end - start >= 3, bytes[end - 3] == 0xE3, bytes[end - 2] == 0x80, bytes[end - 1] == 0x80 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  private static func width(of bytes: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) -> Int {
    if bytes[index] <= 0x20 { return 1 }
    if index + 1 < end, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 { return 2 }
    if index + 2 < end, bytes[index] == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x80 { return 3 }
    return 0
  }
}
