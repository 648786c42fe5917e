/// Characters that spreadsheets write as `_x000D_`.
///
/// Source: ECMA-376 Part 1, 22.9.2.19 (ST_Xstring).
enum EscapedCharacters {
  /// `text` with every escape as the character that it stands for.
  static func read(_ text: String) -> String {
    guard text.utf8.contains(0x5F) else { return text }
    var out: [UInt16] = []
    var units = Array(text.utf16)[...]
    while let unit = units.first {
      if let escaped = value(of: units.prefix(7)) {
        out.append(escaped)
        units = units.dropFirst(7)
      } else {
        out.append(unit)
        units = units.dropFirst()
      }
    }
    return String(decoding: out, as: UTF16.self)
  }

  private static func value(of units: ArraySlice<UInt16>) -> UInt16? {
    let units = Array(units)
    guard units.count == 7, units[0] == 0x5F, units[1] == 0x78, units[6] == 0x5F else { return nil }
    var value: UInt16 = 0
    for unit in units[2..<6] {
      switch unit {
      case 0x30...0x39: value = value << 4 | (unit - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | ((unit | 0x20) - 0x57)
      default: return nil
      }
    }
    return value
  }
}
