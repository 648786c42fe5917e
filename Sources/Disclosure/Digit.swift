import Publication

/// The digits in which numbers are written here: ASCII, full width, Mongolian, Chinese numerals digit by digit.
enum Digit {
  /// 0 to 9 for a scalar that stands for one digit, `nil` for any other.
  @inline(__always)
  static func value(of scalar: UInt32) -> UInt8? {
    if scalar < 0x80 { return scalar &- 0x30 < 10 ? UInt8(truncatingIfNeeded: scalar &- 0x30) : nil }
    if scalar &- 0xFF10 < 10 { return UInt8(truncatingIfNeeded: scalar &- 0xFF10) }
    // Arabic-Indic digits, and the styled ones of mathematics, which look like plain ones.
    if scalar &- 0x660 < 10 { return UInt8(truncatingIfNeeded: scalar &- 0x660) }
    if scalar &- 0x6F0 < 10 { return UInt8(truncatingIfNeeded: scalar &- 0x6F0) }
    if scalar &- 0x1D7CE < 50 { return UInt8(truncatingIfNeeded: (scalar &- 0x1D7CE) % 10) }
    if scalar &- 0x1810 < 10 { return UInt8(truncatingIfNeeded: scalar &- 0x1810) }
    return chinese(scalar)
  }

  /// Most characters are no numeral: one look tells so.
  @inline(__always)
  private static func chinese(_ scalar: UInt32) -> UInt8? { mayBeNumeral(scalar) ? numeral(scalar) : nil }

  /// A sieve by the lowest byte, as a constant: it is asked for nearly every character of a text.
  @inline(__always)
  private static func mayBeNumeral(_ scalar: UInt32) -> Bool {
    let bits: UInt64 =
      switch scalar >> 6 & 3 {
      case 0: 0x0001_0000_0000_2289
      case 1: 0x0500_2800_2000_1040
      case 2: 0x0008_0000_0050_1040
      default: 0x0240_0000_0804_080A
      }
    return bits >> UInt64(scalar & 63) & 1 != 0
  }

  /// A new numeral needs a bit in the sieve; `DigitTests` compares both.
  static func numeral(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x3007, 0x25CB, 0x96F6: 0  // 〇 ○ 零
    case 0x4E00, 0x58F9, 0x5E7A: 1  // 一 壹 幺
    case 0x4E8C, 0x8D30, 0x8CB3: 2  // 二 贰 貳
    case 0x4E09, 0x53C1, 0x53C3: 3  // 三 叁 參
    case 0x56DB, 0x8086: 4  // 四 肆
    case 0x4E94, 0x4F0D: 5  // 五 伍
    case 0x516D, 0x9646, 0x9678: 6  // 六 陆 陸
    case 0x4E03, 0x67D2: 7  // 七 柒
    case 0x516B, 0x634C: 8  // 八 捌
    case 0x4E5D, 0x7396: 9  // 九 玖
    default: nil
    }
  }
}
