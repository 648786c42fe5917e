/// The tests of a bank card number.
///
/// Source: ISO/IEC 7812-1 (Luhn; unverified edition), issuer prefixes of the disclosure rules ("starts 62, 4, 5 …").
enum BankCard {
  /// Whether 16 to 19 digits are a card number.
  static func isValid(_ digits: ArraySlice<UInt8>) -> Bool {
    guard (16...19).contains(digits.count), digits.allSatisfy({ $0 < 10 }), hasIssuer(digits), passesLuhn(digits) else {
      return false
    }
    return digits.count != 18 || !CreditCode.isValid(digits)
  }

  private static func hasIssuer(_ digits: ArraySlice<UInt8>) -> Bool {
    let base = digits.startIndex
    let two = Int(digits[base]) * 10 + Int(digits[base + 1])
    let four = two * 100 + Int(digits[base + 2]) * 10 + Int(digits[base + 3])
    switch two {
    case 62, 60, 65, 68, 69: return true
    // Visa and Mastercard print 16 figures; mainland debit cards under the old prefixes have 19.
    case 40...49, 50...59, 35: return digits.count == 16 || digits.count == 19
    case 22...27: return (2221...2720).contains(four) && digits.count == 16
    case 95: return four == 9558 || four == 9559
    case 94: return four == 9400
    default: return false
    }
  }

  private static func passesLuhn(_ digits: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    var isDoubled = false
    for digit in digits.reversed() {
      let value = isDoubled ? Int(digit) * 2 : Int(digit)
      sum += value > 9 ? value - 9 : value
      isDoubled.toggle()
    }
    return sum % 10 == 0
  }
}
