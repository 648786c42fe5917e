/// Words that a style sheet shows: the strings of its `content` declarations.
///
/// Source: CSS Generated Content Module Level 3 (`content`); CSS Syntax Module Level 3 (strings, escapes).
enum GeneratedContent {
  /// The strings, each declaration one text.
  static func texts(in css: [UInt8]) -> [String] {
    let word = Array("content".utf8)
    var texts: [String] = []
    var index = 0
    while index + word.count < css.count, texts.count < 1000 {
      guard css[index] | 0x20 == word[0], matches(word, css, index) else {
        index += 1
        continue
      }
      index += word.count
      while index < css.count, css[index] <= 0x20 { index += 1 }
      guard index < css.count, css[index] == UInt8(ascii: ":") else { continue }
      let text = declaration(css, &index)
      if !text.trimmedASCII.isEmpty { texts.append(text) }
    }
    return texts
  }

  private static func matches(_ word: [UInt8], _ css: [UInt8], _ index: Int) -> Bool {
    for offset in word.indices where css[index + offset] | 0x20 != word[offset] { return false }
    return true
  }

  /// Everything in quotation marks up to the end of the declaration.
  private static func declaration(_ css: [UInt8], _ index: inout Int) -> String {
    var out: [UInt8] = []
    while index < css.count, css[index] != UInt8(ascii: ";"), css[index] != UInt8(ascii: "}") {
      let byte = css[index]
      index += 1
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else { continue }
      while index < css.count, css[index] != byte {
        if css[index] == UInt8(ascii: "\\") {
          index += 1
          out += escaped(css, &index)
        } else {
          out.append(css[index])
          index += 1
        }
      }
      index += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// What follows a backslash: one to six hexadecimal digits and a blank, or the character itself.
  private static func escaped(_ css: [UInt8], _ index: inout Int) -> [UInt8] {
    var value: UInt32 = 0
    var digits = 0
    while index < css.count, digits < 6, let digit = hexadecimal(css[index]) {
      value = value << 4 | digit
      digits += 1
      index += 1
    }
    if digits == 0 {
      guard index < css.count else { return [] }
      defer { index += 1 }
      return css[index] == 0x0A ? [] : [css[index]]
    }
    if index < css.count, css[index] == 0x20 || css[index] == 0x0A { index += 1 }
    return Unicode.Scalar(value).map { Array(String(Character($0)).utf8) } ?? []
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: UInt32((byte | 0x20) - 0x57)
    default: nil
    }
  }
}

extension String {
  fileprivate var trimmedASCII: Substring.UTF8View { self[...].utf8.drop { $0 <= 0x20 } }
}
