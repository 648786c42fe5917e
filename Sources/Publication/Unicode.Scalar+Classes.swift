extension Unicode.Scalar {
  /// Whether it is a Han character: unified, its extensions, compatibility, and 〇.
  public var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }

  /// White space of any width, a byte order mark inside text included. Mongolian separators (U+180E, U+202F) are not.
  public var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// The value of an ASCII, full-width or Mongolian digit.
  public var decimalDigit: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    case 0x1810...0x1819: Int(value - 0x1810)
    default: nil
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Without white space at both ends.
  var trimmed: ArraySlice<Unicode.Scalar> {
    var slice = self
    while let first = slice.first, first.isBlank { slice.removeFirst() }
    while let last = slice.last, last.isBlank { slice.removeLast() }
    return slice
  }

  /// Where `word` stands first.
  func position(of word: String) -> Int? {
    let wanted = Array<Unicode.Scalar>(word.unicodeScalars)
    guard !wanted.isEmpty, count >= wanted.count else { return nil }
    for start in startIndex...(endIndex - wanted.count) where self[start..<start + wanted.count].elementsEqual(wanted) {
      return start
    }
    return nil
  }
}
