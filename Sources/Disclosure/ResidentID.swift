import Publication

/// The tests of a resident identity number. Digits are 0 to 9; 10 stands for X.
///
/// Region and date are tested before the check digit: a credit code of eighteen figures can pass the latter by chance.
/// Source: GB 11643-1999 (as told in the disclosure rules: weights, check digits, made-up examples).
enum ResidentID {
  /// Whether 18 digits are a resident number, or that of a foreigner's permanent residence card (first digit 9).
  static func isValid(_ digits: ArraySlice<UInt8>) -> Bool {
    let base = digits.startIndex
    guard digits.count == 18, digits[base..<(base + 17)].allSatisfy({ $0 < 10 }) else { return false }
    let isForeigner = digits[base] == 9
    guard isProvince(digits, at: isForeigner ? base + 1 : base) else { return false }
    let year = number(digits, base + 6, 4)
    guard (1850...2099).contains(year),
      CivilDate(year: year, month: number(digits, base + 10, 2), day: number(digits, base + 12, 2)) != nil
    else { return false }
    var sum = 0
    for (index, weight) in weights.enumerated() { sum += Int(digits[base + index]) * weight }
    return digits[base + 17] == checks[sum % 11]
  }

  /// Whether 15 digits are a number of the first generation: county, yymmdd, three more.
  static func isValidOld(_ digits: ArraySlice<UInt8>) -> Bool {
    let base = digits.startIndex
    guard digits.count == 15, digits.allSatisfy({ $0 < 10 }), isProvince(digits, at: base),
      number(digits, base + 2, 2) > 0, number(digits, base + 4, 2) > 0
    else { return false }
    return CivilDate(
      year: 1900 + number(digits, base + 6, 2), month: number(digits, base + 8, 2), day: number(digits, base + 10, 2))
      != nil
  }

  private static func isProvince(_ digits: ArraySlice<UInt8>, at index: Int) -> Bool {
    switch number(digits, index, 2) {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83: true
    default: false
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>, _ start: Int, _ count: Int) -> Int {
    digits[start..<(start + count)].reduce(0) { $0 * 10 + Int($1) }
  }

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks: [UInt8] = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2]
}
