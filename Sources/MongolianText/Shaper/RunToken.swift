/// One character of a run: 0 to 34 a letter (its code point less U+1820), above that the controls.
enum RunToken {
  static let letters: UInt8 = 35
  static let nirugu: UInt8 = 40
  static let zwj: UInt8 = 41
  static let mvs: UInt8 = 42
  static let nnbsp: UInt8 = 43
  /// Plus the selector's number, 1 to 4.
  static let selector: UInt8 = 44
  static let none: UInt8 = 255
  /// Every character of a run has three bytes of UTF-8.
  static let length = 3

  /// The token that starts at `index`, or `none`. Never reads outside `utf8`; `index` is not negative.
  @inline(__always)
  static func at(_ index: Int, in utf8: Span<UInt8>) -> UInt8 {
    guard index &+ 2 < utf8.count else { return none }
    // Both ends were compared just now.
    let lead = UInt32(utf8[unchecked: index]) << 16 | UInt32(utf8[unchecked: index &+ 1]) << 8
    let code = lead | UInt32(utf8[unchecked: index &+ 2])
    if code &- 0xE1A0A0 < 0x20 { return UInt8(truncatingIfNeeded: code &- 0xE1A0A0) }
    return rare(code)
  }

  /// The tokens that are not among the first 32 letters, by their three bytes.
  private static func rare(_ code: UInt32) -> UInt8 {
    switch code {
    case 0xE1A180: 32
    case 0xE1A181: 33
    case 0xE1A182: 34
    case 0xE1A08A: nirugu
    case 0xE1A08B: selector &+ 1
    case 0xE1A08C: selector &+ 2
    case 0xE1A08D: selector &+ 3
    case 0xE1A08E: mvs
    case 0xE1A08F: selector &+ 4
    case 0xE2808D: zwj
    case 0xE280AF: nnbsp
    default: none
    }
  }

  /// Characters that end a run and leave no ink themselves: U+200B, ZWNJ, U+2060, U+FEFF.
  static func isInvisible(_ scalar: UInt32) -> Bool {
    scalar == 0x200B || scalar == 0x200C || scalar == 0x2060 || scalar == 0xFEFF
  }
}

/// Strict decoding of UTF-8, one scalar at a time.
enum UTF8Scalars {
  /// The scalar at `index` and its length in bytes; a byte that starts no well-formed sequence is U+FFFD of length 1.
  static func decode(_ utf8: Span<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(utf8[index])
    if lead < 0x80 { return (lead, 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, length <= utf8.count - index else { return (0xFFFD, 1) }
    var value = lead & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = UInt32(utf8[index + offset])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | byte & 0x3F
    }
    let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard value >= least, Unicode.Scalar(value) != nil else { return (0xFFFD, 1) }
    return (value, length)
  }
}
