/// Which characters occur in text files.
enum TextCharacters {
  /// How many stray controls a text of `count` bytes may hold: editors and copied terminals leave some, binary data have many.
  static func allowance(_ count: Int) -> Int { max(16, count / 200) }

  /// The offset of the first byte, in valid UTF-8, of a character that text never has: NUL; SO, SI and ESC, after which bytes mean something else
  /// (ISO/IEC 2022, commands to a terminal); C1 controls but NEL; other C0 controls but TAB,
  /// line ends, VT and FF, DEL, U+FFFE and U+FFFF, where there are more of these than are allowed, or any of them in a strict reading. They are
  /// the trace of binary data, or of a wrong decoding; the few that are let through normalization takes out and counts.
  static func firstForeign(in bytes: UnsafeBufferPointer<UInt8>, isStrict: Bool) -> Int? {
    let allowed = isStrict ? 0 : allowance(bytes.count)
    var strays = 0
    var firstStray = 0
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        index &+= 1
        continue
      }
      // The bytes that follow a lead byte are never looked at as characters of their own.
      if byte >= 0xE0, byte < 0xEF {
        index &+= 3
        continue
      }
      switch byte {
      case 0x00, 0x0E, 0x0F, 0x1B: return index
      case 0xC2 where index + 1 < count && bytes[index + 1] < 0xA0 && bytes[index + 1] != 0x85: return index
      case 0x01...0x08, 0x10...0x1F, 0x7F,
        0xEF where index + 2 < count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
        if strays == 0 { firstStray = index }
        strays += 1
        if strays > allowed { return firstStray }
      default: break
      }
      index &+= 1
    }
    return nil
  }
}
