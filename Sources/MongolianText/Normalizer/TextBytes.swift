/// Reads scalars of valid UTF-8 by byte place, forward and backward.
struct TextBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  var count: Int { bytes.count }

  /// The byte at a place, 0 beyond the end.
  @inline(__always) func byte(_ index: Int) -> UInt8 {
    index < bytes.count && index >= 0 ? bytes[index] : 0
  }

  /// The scalar that starts at a place, and its length in bytes; length 0 at the end.
  @inline(__always) func scalar(at index: Int) -> (value: UInt32, length: Int) {
    guard index < bytes.count else { return (0, 0) }
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(byte(index &+ 1) & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(byte(index &+ 2) & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(byte(index &+ 3) & 0x3F), 4)
  }

  /// The Hudum letter that starts at a place, by its distance from U+1820; 35 or more for anything else.
  @inline(__always) func letter(at index: Int) -> UInt32 {
    guard index &+ 4 <= bytes.count else {
      guard index &+ 3 == bytes.count, bytes[index] == 0xE1 else { return 99 }
      return scalar(at: index).value &- 0x1820
    }
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian
    let last = word >> 16 & 0xFF
    if word & 0xFFFF == 0xA0E1 { return last &- 0xA0 }
    return word & 0xFFFF == 0xA1E1 ? last &- 0x60 : 99
  }

  /// The scalar that ends before a place, 0 at the start.
  @inline(__always) func scalar(before index: Int) -> UInt32 {
    scalar(at: start(before: index)).value
  }

  /// The scalar before a place that is not U+200B or U+FEFF, 0 at the start: what a suffix follows.
  func stem(before index: Int) -> UInt32 {
    var place = index
    var value = scalar(before: place)
    while ScalarSet.isTransparent(value) {
      place = start(before: place)
      value = place > 0 ? scalar(before: place) : 0
    }
    return value
  }

  /// Where the scalar that ends before a place starts; past the end at the start of the text.
  @inline(__always) func start(before index: Int) -> Int {
    var start = index &- 1
    var steps = 0
    while start > 0, steps < 3, bytes[start] & 0xC0 == 0x80 {
      start &-= 1
      steps &+= 1
    }
    return start >= 0 ? start : bytes.count
  }
}

/// The sets of scalars that the normaliser asks about.
enum ScalarSet {
  static let zeroWidthSpace: UInt32 = 0x200B
  static let nonJoiner: UInt32 = 0x200C
  static let joiner: UInt32 = 0x200D
  static let narrowSpace: UInt32 = 0x202F
  static let noBreakSpace: UInt32 = 0x00A0
  static let byteOrderMark: UInt32 = 0xFEFF
  static let nirugu: UInt32 = 0x180A
  static let vowelSeparator: UInt32 = 0x180E
  static let space: UInt32 = 0x20

  /// Hudum letters.
  @inline(__always) static func isLetter(_ value: UInt32) -> Bool { value &- 0x1820 < 35 }

  /// Letters of Todo, Sibe and Manchu.
  @inline(__always) static func isOtherLetter(_ value: UInt32) -> Bool { value &- 0x1843 < 0x36 }

  /// Letters for Sanskrit and Tibetan words: the model does not shape them.
  @inline(__always) static func isAliGali(_ value: UInt32) -> Bool {
    value &- 0x1880 < 0x2B && value != 0x18A9
  }

  /// The free variation selectors.
  @inline(__always) static func isSelector(_ value: UInt32) -> Bool {
    value == 0x180B || value == 0x180C || value == 0x180D || value == 0x180F
  }

  /// What draws nothing and separates nothing. Source: Unicode, DerivedJoiningType, "Transparent".
  @inline(__always) static func isTransparent(_ value: UInt32) -> Bool {
    value == zeroWidthSpace || value == byteOrderMark
  }

  /// What can stand inside a Mongolian word.
  @inline(__always) static func isWordPart(_ value: UInt32) -> Bool {
    if value &- 0x180A < 0xA1 {
      return value <= 0x180F || (value >= 0x1820 && value != 0x18A9 && value != 0x1879)
    }
    return value &- 0x200B < 3 || value == narrowSpace || value == byteOrderMark
  }

  /// Anything of the Mongolian block.
  @inline(__always) static func isMongolian(_ value: UInt32) -> Bool { value &- 0x1800 < 0xB0 }

  /// Codes whose meaning a private agreement fixes.
  @inline(__always) static func isPrivateUse(_ value: UInt32) -> Bool {
    value &- 0xE000 < 0x1900 || value >= 0xF0000
  }

  /// Digits, marks and spaces, as they stand in lines of any script.
  static func isNeutral(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x41, 0x5B..<0x61, 0x7B...0xA0, 0xB7, 0xD7: true
    case 0x2000...0x206F, 0x3000...0x303F, 0xFE10...0xFE4F, 0xFEFF: true
    case 0xFF00...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: true
    default: false
    }
  }

  /// What a suffix can follow: a letter, a selector after one, a digit, Latin, Han, a closing mark.
  static func isStemEnd(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x25, 0x29, 0x5D, 0x7D, 0xBB: true
    case 0xAA, 0xB2, 0xB3, 0xB9, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
    case 0x1810...0x1819, 0x1820...0x1842, 0x180B...0x180D, 0x180F: true
    case 0x2019, 0x201D, 0x2030, 0x2103, 0x2160...0x2188, 0x2460...0x24FF: true
    case 0x3005, 0x3007, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017: true
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
    // Closing marks that are still in their vertical form.
    case 0xFE18, 0xFE36, 0xFE38, 0xFE3A, 0xFE3C, 0xFE3E, 0xFE40, 0xFE42, 0xFE44, 0xFE48: true
    case 0xFF05, 0xFF09, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF3D, 0xFF41...0xFF5A, 0xFF5D: true
    default: false
    }
  }
}
