/// A box that a style moves or cuts so that nobody sees what is in it: text kept for programs and screen readers, or hidden.
/// Source: CSS 2.2, 9.3 (positioned boxes), 11.1 (overflow and clipping); CSS Masking 1, 5 (`clip-path`); what pages do in practice.
struct ConcealingBox {
  /// So far out that no screen reaches.
  private static let away = -900.0

  private var isPositioned = false
  private var isAway = false
  private var isCut = false
  private var clipsToNothing = false
  private var hasNoRoom = false
  private var isGone = false

  /// Whether all that was read makes such a box.
  var conceals: Bool { isGone || (isPositioned && (isAway || clipsToNothing)) || (isCut && hasNoRoom) }

  /// Takes in one declaration.
  mutating func read(_ name: Range<Int>, _ value: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    func isName(_ word: StaticString) -> Bool { text.hasWord(word, at: name, whole: true) }
    func hasValue(_ word: StaticString) -> Bool { text.hasWord(word, at: value, whole: false) }
    switch (name.count, name.isEmpty ? 0 : text[name.lowerBound] | 0x20) {
    case (8, UInt8(ascii: "p")) where isName("position"): isPositioned = hasValue("absolute") || hasValue("fixed")
    case (4, UInt8(ascii: "l")) where isName("left"), (3, UInt8(ascii: "t")) where isName("top"),
      (5, UInt8(ascii: "r")) where isName("right"), (6, UInt8(ascii: "b")) where isName("bottom"):
      isAway = isAway || isFarOut(value, text)
    case (11, UInt8(ascii: "t")) where isName("text-indent"), (11, UInt8(ascii: "m")) where isName("margin-left"),
      (10, UInt8(ascii: "m")) where isName("margin-top"):
      isGone = isGone || isFarOut(value, text)
    case (4, UInt8(ascii: "c")) where isName("clip"):
      clipsToNothing = hasValue("rect(") && !text[value].contains { (0x32...0x39).contains($0) }
    case (9, UInt8(ascii: "c")) where isName("clip-path"):
      isGone = isGone || hasValue("inset(100%") || hasValue("inset(50%") || hasValue("circle(0")
    case (9, UInt8(ascii: "t")) where isName("transform"): isGone = isGone || hasValue("scale(0)")
    case (18, UInt8(ascii: "c")) where isName("content-visibility"): isGone = isGone || hasValue("hidden")
    case (8, UInt8(ascii: "o")) where isName("overflow"): isCut = hasValue("hidden") || hasValue("clip")
    case (6, UInt8(ascii: "h")) where isName("height"), (5, UInt8(ascii: "w")) where isName("width"),
      (10, UInt8(ascii: "m")) where isName("max-height"), (9, UInt8(ascii: "m")) where isName("max-width"):
      if let length = CSSLength(text, value), length.isAbsolute, length.number <= 1 { hasNoRoom = true }
    default: break
    }
  }

  private func isFarOut(_ value: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let length = CSSLength(text, value) else { return false }
    return length.number <= (length.isAbsolute ? ConcealingBox.away : ConcealingBox.away / 10)
  }
}
