internal import Publication

/// What a `style` attribute says that matters for the text. Everything else about looks is left to the outlet.
struct InlineStyle {
  /// Not drawn by display, visibility, opacity or Word's `mso-hide`.
  var isUndisplayed = false
  /// How text in it is drawn; `nil`: not said. What is inside may say otherwise.
  var fontSize: CSSFontSize?
  var ink: Ink?
  var ground: Ground?
  /// Seen in any colour: by a shadow, an outline, or as a window to the picture behind.
  var isOutlined: Bool?
  var isRightToLeft: Bool?
  var isForcedOrder: Bool?
  /// Whether a picture stands behind what is in it.
  var hasBackgroundPicture = false
  /// Struck out.
  var isStruck = false
  /// Drawn invisible: visibility or opacity. WeChat's article container is so until its script has run.
  var isInvisible = false
  /// Alignment of the paragraphs inside.
  var alignment: Block.Alignment?
  /// Raised or lowered text.
  var style: InlineRuns.Style = []
  /// How the items of a list are marked.
  var listStyle: CounterStyle?
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
      if let part = CSSLength(text, value), (part.share ?? part.number) <= 0.05 { isInvisible = true }
    case (10, UInt8(ascii: "t")) where isName("text-align"):
      alignment = hasValue("center") ? .center : hasValue("right") || hasValue("end") ? .end : .natural
    case (14, UInt8(ascii: "v")) where isName("vertical-align"):
      if hasValue("super") { style = .superscript } else if hasValue("sub") { style = .subscript }
    case (5, UInt8(ascii: "w")) where isName("width"):
      width = InlineStyle.pixels(UnsafeBufferPointer(rebasing: text[value]))
    case (6, UInt8(ascii: "h")) where isName("height"):
      height = InlineStyle.pixels(UnsafeBufferPointer(rebasing: text[value]))
    case (9, UInt8(ascii: "f")) where isName("font-size"): fontSize = CSSFontSize(text, value)
    case (4, UInt8(ascii: "f")) where isName("font"): fontSize = CSSFontSize(shorthand: text, value) ?? fontSize
    case (5, UInt8(ascii: "c")) where isName("color"), (23, UInt8(ascii: "-")) where isName("-webkit-text-fill-color"):
      ink = CSSPaint.ink(text, value)
    case (16, UInt8(ascii: "b")) where isName("background-color"): ground = CSSPaint.ground(text, value)
    case (10, UInt8(ascii: "b")) where isName("background"), (16, UInt8(ascii: "b")) where isName("background-image"):
      readBackground(value, text)
    case (15, UInt8(ascii: "b")) where isName("background-clip"),
      (23, UInt8(ascii: "-")) where isName("-webkit-background-clip"):
      if hasValue("text") { isOutlined = true }
    case (11, UInt8(ascii: "t")) where isName("text-shadow"): isOutlined = !hasValue("none")
    case (19, UInt8(ascii: "-")) where isName("-webkit-text-stroke"): isOutlined = !hasValue("0")
    case (9, UInt8(ascii: "d")) where isName("direction"): isRightToLeft = hasValue("rtl")
    case (12, UInt8(ascii: "u")) where isName("unicode-bidi"): isForcedOrder = text.holdsWord("override", in: value)
    case (15, UInt8(ascii: "t")) where isName("text-decoration"),
      (20, UInt8(ascii: "t")) where isName("text-decoration-line"):
      isStruck = text.holdsWord("line-through", in: value)
    case (15, UInt8(ascii: "l")) where isName("list-style-type"), (10, UInt8(ascii: "l")) where isName("list-style"):
      listStyle = CounterStyle(value: text[value])
    case (11, UInt8(ascii: "f")) where isName("font-family"):
      fontFamily = String(decoding: text[value], as: UTF8.self)
    default: break
    }
  }

  private mutating func readBackground(_ value: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    if text.holdsWord("url(", in: value) { hasBackgroundPicture = true }
    let own = CSSPaint.ground(text, value)
    ground = own == .clear ? ground ?? own : own
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
