/// A length in a style: a number and what it counts.
struct CSSLength {
  /// The number as written.
  var number: Double
  /// Pixels, points and the like, or no unit; not `em`, `%`, `vw`.
  var isAbsolute: Bool
  /// Whether a unit follows.
  var hasUnit: Bool
  /// In pixels; `nil`: it counts something else.
  var pixels: Double?
  /// As a part of the size of the text around it (`em`, `%`); `nil`: it doesn't count that.
  var share: Double?

  /// The length that begins `range`; `nil`: a word or a function stands there.
  init?(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let digits = text[range].prefix { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    guard !digits.isEmpty, digits.count < 24, let number = Double(String(decoding: digits, as: UTF8.self)) else {
      return nil
    }
    self.number = number
    let unit = digits.endIndex..<range.upperBound
    hasUnit = !unit.isEmpty && (text[unit.lowerBound] | 0x20 > 0x60 || text[unit.lowerBound] == UInt8(ascii: "%"))
    isAbsolute =
      number == 0 || !hasUnit || CSSLength.absolute[0...1].contains { text.hasWord($0.name, at: unit, whole: false) }
    pixels = number == 0 || !hasUnit ? number : nil
    for (name, size) in CSSLength.absolute where text.hasWord(name, at: unit, whole: false) { pixels = number * size }
    for (name, size) in CSSLength.relative where text.hasWord(name, at: unit, whole: false) { share = number * size }
  }

  /// Source: CSS Values and Units Module Level 3, 6.2 (absolute lengths), 5.1 (relative ones; `rem` is `em` of a page of 16 pixels).
  private static let absolute: [(name: StaticString, size: Double)] = [
    ("px", 1), ("pt", 4 / 3), ("rem", 16), ("in", 96), ("cm", 37.8), ("mm", 3.78), ("pc", 16),
  ]
  private static let relative: [(name: StaticString, size: Double)] = [("em", 1), ("%", 0.01), ("ex", 0.5)]
}
