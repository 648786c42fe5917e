/// How much of some bytes is well-formed UTF-8.
/// Source: The Unicode Standard, table 3-7 (well-formed UTF-8 byte sequences).
struct UTF8Coverage: Equatable {
  /// The offset of the first byte that is not part of a well-formed sequence; the number of bytes where there is none.
  var firstFault: Int
  /// Bytes of 0x80 and above in well-formed sequences.
  var covered = 0
  /// Bytes of 0x80 and above.
  var total = 0

  /// Whether most of it is UTF-8: then it is damaged UTF-8, whatever else its bytes could be read as.
  var isMostlyUTF8: Bool { total > 0 && covered * 2 >= total }

  init(of bytes: [UInt8]) {
    firstFault = bytes.count
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      let length = UTF8Coverage.length(of: bytes, at: index)
      if length == 0 {
        firstFault = min(firstFault, index)
        total += 1
        index += 1
      } else {
        total += length
        covered += length
        index += length
      }
    }
  }

  /// Bytes of the sequence at `index`, 0 where it is not well-formed.
  private static func length(of bytes: [UInt8], at index: Int) -> Int {
    let lead = bytes[index]
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return 0 }
    let second = bytes[index + 1]
    let range: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard range.contains(second) else { return 0 }
    for other in bytes[(index + 2)..<max(index + 2, index + length)] where other & 0xC0 != 0x80 { return 0 }
    return length
  }
}
