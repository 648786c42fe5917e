/// Which characters need no space between the lines of a paragraph that was broken for width.
enum WideScalar {
  /// Han, kana, bopomofo, full-width forms and CJK punctuation. Vertical forms (U+FE10–FE4F) are not among them: Mongolian text has
  /// them, and words with spaces around.
  /// Source: CSS Text Module Level 3, "Segment Break Transformation Rules".
  static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x303F, 0x3041...0x31FF, 0x3220...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFFEF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Quotation marks, dashes and dots that belong to both kinds of text.
  static func isEither(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x00B7, 0x2014, 0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026: true
    default: false
    }
  }

  /// Whether a line end between `left` and `right` stands for nothing.
  static func joins(_ left: UInt32, _ right: UInt32) -> Bool {
    (isWide(left) && (isWide(right) || isEither(right))) || (isEither(left) && isWide(right))
  }

  /// The last scalar of `bytes` (UTF-8), 0 where there is none.
  static func last(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var index = bytes.count - 1
    while index > 0, bytes[index] & 0xC0 == 0x80, bytes.count - index < 4 { index -= 1 }
    return index < 0 ? 0 : scalar(in: bytes, at: index)
  }

  /// The scalar that begins at `index` of `bytes` (valid UTF-8), 0 where it is cut off.
  static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
    guard index < bytes.count else { return 0 }
    let lead = bytes[index]
    if lead < 0x80 { return UInt32(lead) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return 0 }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return value
  }
}
