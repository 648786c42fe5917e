/// A length in a style: a number and what it counts.
struct CSSLength {
  /// The number as written.
  var number: Double
  /// Pixels, points and the like, or no unit; not `em`, `%`, `vw`.
  var isAbsolute: Bool

  /// The length that begins `range`; `nil`: a word or a function stands there.
  init?(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let digits = text[range].prefix { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    guard !digits.isEmpty, digits.count < 24, let number = Double(String(decoding: digits, as: UTF8.self)) else {
      return nil
    }
    self.number = number
    let unit = digits.endIndex..<range.upperBound
    isAbsolute =
      number == 0 || unit.isEmpty || text[unit.lowerBound] <= 0x21
      || text.hasWord("px", at: unit, whole: false) || text.hasWord("pt", at: unit, whole: false)
  }
}
