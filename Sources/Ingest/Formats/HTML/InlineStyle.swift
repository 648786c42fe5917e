internal import Publication

/// What a `style` attribute says that matters for the text. Everything else about looks is left to the outlet.
struct InlineStyle {
  /// Not drawn by display, visibility, opacity or Word's `mso-hide`.
  var isUndisplayed = false
  /// Whether text in it has no ink: a size of a pixel or a point at most, or a transparent colour; `nil`: not said. What is inside may say otherwise.
  var hasNoSize: Bool?
  var isTransparent: Bool?
  /// Struck out.
  var isStruck = false
  /// Drawn invisible: visibility or opacity. WeChat's article container is so until its script has run.
  var isInvisible = false
  /// Alignment of the paragraphs inside.
  var alignment: Block.Alignment?
  /// Raised or lowered text.
  var style: InlineRuns.Style = []
  /// The font families as written.
  var fontFamily: String?
  /// Width and height in pixels, where they are said so.
  var width: Int?
  var height: Int?

  /// Reads `text`, the value of a `style` attribute.
  /// Source: CSS Syntax Module Level 3 (declaration lists); only what inline styles have in practice.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var box = ConcealingBox()
    var index = 0
    while index < text.count {
      let nameStart = index
      while index < text.count, text[index] != UInt8(ascii: ":"), text[index] != UInt8(ascii: ";") { index &+= 1 }
      guard index < text.count, text[index] == UInt8(ascii: ":") else {
        index &+= 1
        continue
      }
      let name = nameStart..<index
      index &+= 1
      let valueStart = index
      while index < text.count, text[index] != UInt8(ascii: ";") { index &+= 1 }
      let value = (valueStart..<index).trimmed(in: text)
      read(name.trimmed(in: text), value, text)
      box.read(name.trimmed(in: text), value, text)
      index &+= 1
    }
    if box.conceals { isUndisplayed = true }
  }

  private mutating func read(_ name: Range<Int>, _ value: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    func isName(_ word: StaticString) -> Bool { text.hasWord(word, at: name, whole: true) }
    func hasValue(_ word: StaticString) -> Bool { text.hasWord(word, at: value, whole: false) }
    // Most declarations are about looks: decide by length and first letter before comparing.
    switch (name.count, name.isEmpty ? 0 : text[name.lowerBound] | 0x20) {
    case (7, UInt8(ascii: "d")) where isName("display"): if hasValue("none") { isUndisplayed = true }
    case (8, UInt8(ascii: "m")) where isName("mso-hide"): if hasValue("all") { isUndisplayed = true }
    case (10, UInt8(ascii: "v")) where isName("visibility"):
      if hasValue("hidden") || hasValue("collapse") { isInvisible = true }
    case (7, UInt8(ascii: "o")) where isName("opacity"):
      let digits = text[value].prefix { $0 != UInt8(ascii: "!") && $0 > 0x20 }
      let zero: [UInt8] = [UInt8(ascii: "0"), UInt8(ascii: "."), UInt8(ascii: "%")]
      if !digits.isEmpty, digits.allSatisfy({ zero.contains($0) }) { isInvisible = true }
    case (10, UInt8(ascii: "t")) where isName("text-align"):
      alignment = hasValue("center") ? .center : hasValue("right") || hasValue("end") ? .end : .natural
    case (14, UInt8(ascii: "v")) where isName("vertical-align"):
      if hasValue("super") { style = .superscript } else if hasValue("sub") { style = .subscript }
    case (5, UInt8(ascii: "w")) where isName("width"):
      width = InlineStyle.pixels(UnsafeBufferPointer(rebasing: text[value]))
    case (6, UInt8(ascii: "h")) where isName("height"):
      height = InlineStyle.pixels(UnsafeBufferPointer(rebasing: text[value]))
    case (9, UInt8(ascii: "f")) where isName("font-size"):
      hasNoSize = CSSLength(text, value).map { $0.isAbsolute && $0.number <= 1 }
    case (5, UInt8(ascii: "c")) where isName("color"):
      isTransparent = hasValue("transparent") || InlineStyle.isClearColor(text, value)
    case (15, UInt8(ascii: "t")) where isName("text-decoration"),
      (20, UInt8(ascii: "t")) where isName("text-decoration-line"):
      isStruck = text.holdsWord("line-through", in: value)
    case (11, UInt8(ascii: "f")) where isName("font-family"):
      fontFamily = String(decoding: text[value], as: UTF8.self)
    default: break
    }
  }

  /// `rgba(0, 0, 0, 0)`, `hsl(0 0% 0% / 0)`: the fourth part is nothing.
  private static func isClearColor(_ text: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> Bool {
    guard text.hasWord("rgb", at: value, whole: false) || text.hasWord("hsl", at: value, whole: false) else {
      return false
    }
    let inside = text[value].drop { $0 != UInt8(ascii: "(") }.dropFirst().prefix { $0 != UInt8(ascii: ")") }
    let parts = inside.split { $0 == 0x2C || $0 == 0x2F || $0 == 0x20 }
    guard parts.count == 4, let alpha = parts.last else { return false }
    return alpha.allSatisfy { $0 == 0x30 || $0 == 0x2E || $0 == 0x25 }
  }

  /// `16`, `16px`, `16.5px`, `1em` in pixels, rounded down; `nil` for anything else, as `100%`.
  static func pixels(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var number = 0
    var index = 0
    while index < text.count, (0x30...0x39).contains(text[index]), number < 100_000 {
      number = number * 10 + Int(text[index] - 0x30)
      index += 1
    }
    guard index > 0 else { return nil }
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      while index < text.count, (0x30...0x39).contains(text[index]) { index += 1 }
    }
    let rest = index..<text.count
    if rest.isEmpty || text.hasWord("px", at: rest, whole: false) { return number }
    return text.hasWord("em", at: rest, whole: false) || text.hasWord("rem", at: rest, whole: false) ? number * 16 : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether `word` occurs in `range`, ASCII letters in either case.
  func holdsWord(_ word: StaticString, in range: Range<Int>) -> Bool {
    range.contains { hasWord(word, at: $0..<range.upperBound, whole: false) }
  }

  /// Whether `range` begins with (or is, where `whole`) `word`, ASCII letters in either case.
  func hasWord(_ word: StaticString, at range: Range<Int>, whole: Bool) -> Bool {
    let length = word.utf8CodeUnitCount
    guard whole ? range.count == length : range.count >= length else { return false }
    for offset in 0..<length {
      let byte = self[range.lowerBound + offset]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if lower != word.utf8Start[offset] { return false }
    }
    return true
  }
}
