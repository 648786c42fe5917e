/// Which characters occur in text files.
enum TextCharacters {
  /// The offset of the first byte, in valid UTF-8, of a character that text never has: NUL and other C0 controls but TAB,
  /// line ends, VT and FF; DEL; C1 controls but NEL; U+FFFE and U+FFFF. They are the trace of binary data, or of a wrong decoding.
  static func firstForeign(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
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
      case 0x00...0x08, 0x0E...0x1F, 0x7F: return index
      case 0xC2 where index + 1 < count && bytes[index + 1] < 0xA0 && bytes[index + 1] != 0x85: return index
      case 0xEF where index + 2 < count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: return index
      default: index &+= 1
      }
    }
    return nil
  }
}
