/// A personal number as the rules compare it: plain digits, whatever the text writes.
enum PersonalNumber {
  /// The digits of an office contact, 0–9, without a leading +86.
  static func digits(ofContact text: String) -> [UInt8] {
    let digits = text.unicodeScalars.compactMap { Digit.value(of: $0.value) }
    return digits.count == 13 && digits[0] == 8 && digits[1] == 6 ? Array(digits.dropFirst(2)) : digits
  }
}
