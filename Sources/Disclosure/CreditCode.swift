/// The unified social credit code: public, and a look-alike of personal numbers where it has figures only.
///
/// Source: GB 32100-2015 (as told in the disclosure rules: alphabet, weights 3^(i−1) mod 31, examples).
enum CreditCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// Whether 18 figures, 0 to 9, are a credit code.
  static func isValid(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count == 18 && hasCheck(digits.map(Int.init))
  }

  /// Whether 18 ASCII characters are one; letters in either case.
  static func isValid(ascii code: [UInt8]) -> Bool {
    guard code.count == 18 else { return false }
    let values = code.compactMap { byte in
      alphabet.firstIndex(of: (0x61...0x7A).contains(byte) ? byte & ~0x20 : byte)
    }
    return values.count == 18 && hasCheck(values)
  }

  private static func hasCheck(_ values: [Int]) -> Bool {
    var weight = 1
    var sum = 0
    for value in values.dropLast() {
      sum += value * weight
      weight = weight * 3 % 31
    }
    return values.last == (31 - sum % 31) % 31
  }
}
