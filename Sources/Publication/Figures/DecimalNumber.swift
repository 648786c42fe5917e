/// An exact decimal number with at most nine places after the point: counts, money, percentages. No floating point anywhere.
///
/// Sums are exact: what a text can say (`init(text:)`) is bounded so that billions of them fit.
public struct DecimalNumber: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByIntegerLiteral {
  /// The number times 10⁹.
  let billionths: Int128

  init(billionths: Int128) { self.billionths = billionths }

  /// A whole number.
  public init(_ whole: Int) { billionths = Int128(whole) * DecimalNumber.one }

  /// A whole number.
  public init(integerLiteral whole: Int) { self.init(whole) }

  /// Reads ASCII digits with an optional sign and point: `6`, `-4`, `1931.9`, `0.05`. At most 18 digits before the point and nine
  /// after it; no exponent, no separators, no spaces.
  public init?(text: String) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == 0x2D
    if isNegative || bytes.first == 0x2B { bytes.removeFirst() }
    let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, (1...18).contains(whole.count) else { return nil }
    let fraction = parts.count == 2 ? parts[1] : []
    guard parts.count == 1 || (1...9).contains(fraction.count) else { return nil }
    let padding = [UInt8](repeating: 0x30, count: 9 - fraction.count)
    var value: Int128 = 0
    for byte in Array(whole) + fraction + padding {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int128(byte - 0x30)
    }
    billionths = isNegative ? -value : value
  }

  /// The number as a text: no exponent, no trailing zeros, `-` before a negative one.
  public var description: String {
    let magnitude = billionths.magnitude
    var digits = String(magnitude % UInt128(DecimalNumber.one))
    digits = String(repeating: "0", count: 9 - digits.utf8.count) + digits
    while digits.utf8.last == 0x30 { digits.removeLast() }
    let whole = String(magnitude / UInt128(DecimalNumber.one))
    return (billionths < 0 ? "-" : "") + whole + (digits.isEmpty ? "" : "." + digits)
  }

  /// The number where it is whole and fits.
  public var whole: Int? { billionths % DecimalNumber.one == 0 ? Int(exactly: billionths / DecimalNumber.one) : nil }

  /// Orders numbers by value.
  public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool { left.billionths < right.billionths }

  /// The exact sum.
  public static func + (left: DecimalNumber, right: DecimalNumber) -> DecimalNumber {
    DecimalNumber(billionths: left.billionths &+ right.billionths)
  }

  /// The exact difference.
  public static func - (left: DecimalNumber, right: DecimalNumber) -> DecimalNumber {
    DecimalNumber(billionths: left.billionths &- right.billionths)
  }

  private static let one: Int128 = 1_000_000_000
}

extension Sequence<DecimalNumber> {
  /// The exact sum; 0 of none.
  public func sum() -> DecimalNumber { reduce(0, +) }
}
