/// A length in a style: a number and what it counts.
struct CSSLength {
  /// What a number counts.
  private enum Unit {
    case none, pixel, point
    /// So many pixels each.
    case pixels(Double)
    /// So much of the size of the text around.
    case share(Double)
    case other
  }

  /// The number as written.
  var number: Double
  private let unit: Unit

  /// The length that begins `range`; `nil`: a word or a function stands there.
  init?(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let digits = text[range].prefix { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    guard !digits.isEmpty, digits.count < 24, let number = Double(String(decoding: digits, as: UTF8.self)) else {
      return nil
    }
    self.number = number
    unit = CSSLength.unit(text, digits.endIndex..<range.upperBound)
  }

  /// Source: CSS Values and Units Module Level 3, 6.2 (absolute lengths), 5.1 (relative ones; `rem` is `em` of a page of 16 pixels).
  private static func unit(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Unit {
    guard let first = text[range].first, first | 0x20 > 0x60 || first == UInt8(ascii: "%") else { return .none }
    func isUnit(_ word: StaticString) -> Bool { text.hasWord(word, at: range, whole: false) }
    switch first | 0x20 {
    case UInt8(ascii: "p"): return isUnit("px") ? .pixel : isUnit("pt") ? .point : isUnit("pc") ? .pixels(16) : .other
    case UInt8(ascii: "e"): return isUnit("em") ? .share(1) : isUnit("ex") ? .share(0.5) : .other
    case UInt8(ascii: "%"): return .share(0.01)
    case UInt8(ascii: "r"): return isUnit("rem") ? .pixels(16) : .other
    case UInt8(ascii: "i"): return isUnit("in") ? .pixels(96) : .other
    case UInt8(ascii: "c"): return isUnit("cm") ? .pixels(96 / 2.54) : .other
    case UInt8(ascii: "m"): return isUnit("mm") ? .pixels(96 / 25.4) : .other
    default: return .other
    }
  }

  /// Whether a unit follows.
  var hasUnit: Bool { if case .none = unit { false } else { true } }

  /// Pixels, points or no unit; not `em`, `%`, `vw`.
  var isAbsolute: Bool {
    switch unit {
    case .none, .pixel, .point: true
    default: number == 0
    }
  }

  /// In pixels; `nil`: it counts something else.
  var pixels: Double? {
    switch unit {
    case .none, .pixel: number
    case .point: number * 4 / 3
    case .pixels(let size): number * size
    case .share, .other: number == 0 ? 0 : nil
    }
  }

  /// As a part of the size of the text around it; `nil`: it doesn't count that.
  var share: Double? { if case .share(let part) = unit { number * part } else { nil } }
}
