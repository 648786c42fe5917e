internal import Publication

/// Colours and sizes as inline styles write them.
/// Source: CSS Color Module Level 4, 4 to 7 and 6.1 (named colours); CSS Backgrounds 3, 2; CSS Fonts 4, 2.5.
enum CSSPaint {
  /// What a value of `color` is; `nil`: it says nothing of its own (`inherit`, `currentcolor`).
  static func ink(_ text: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> Ink? {
    if let colour = number(text, value) { return .colour(colour) }
    let word = lowered(text, value)
    switch word {
    case "": return nil
    case "inherit", "currentcolor", "unset": return nil
    case "transparent": return .clear
    default: break
    }
    if let colour = colour(word) { return .colour(colour) }
    guard let parts = function(word) else { return .unknown }
    if parts.count == 4, isNothing(parts[3]) { return .clear }
    guard let colour = rgb(word, parts) else { return .unknown }
    return .colour(parts.count == 4 ? colour.faded(to: share(parts[3])) : colour)
  }

  /// What a value of `background` or `background-color` puts behind the text.
  static func ground(_ text: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> Ground {
    if let colour = number(text, value) { return .colour(colour) }
    let word = lowered(text, value)
    if word.contains("url(") || word.contains("gradient(") || word.contains("var(") { return .unknown }
    if let open = word.firstIndex(of: "("), let end = word[open...].firstIndex(of: ")") {
      let name = word[..<open].split(separator: " ").last ?? ""
      let call = name + word[open...end]
      return ground(of: ink(String(call)))
    }
    for token in word.split(separator: " ") {
      if let colour = colour(String(token)) { return .colour(colour) }
      // A name that isn't in the short list below, or one that a system chooses.
      if !noColour.contains(where: { token.hasPrefix($0) }), token.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
        return .unknown
      }
    }
    return .clear
  }

  /// A value that is nothing but a number, as most are.
  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> PaintColor? {
    guard !value.isEmpty, text[value.lowerBound] == UInt8(ascii: "#") else { return nil }
    return PaintColor(hex: text[value])
  }

  private static func ink(_ text: String) -> Ink? {
    var text = text
    return text.withUTF8 { ink($0, 0..<$0.count) }
  }

  private static func ground(of ink: Ink?) -> Ground {
    switch ink {
    case .colour(let colour): .colour(colour)
    case .clear: .clear
    default: .unknown
    }
  }

  /// Words of `background` that are no colours.
  private static let noColour = [
    "none", "transparent", "inherit", "initial", "unset", "repeat", "no-", "round", "space", "scroll", "fixed",
    "local", "left", "right", "top", "bottom", "center", "cover", "contain", "auto", "border", "padding", "content",
  ]

  /// `#fff`, `white` and the names of colours that are nearly white or black; `nil`: anything else.
  static func colour(_ word: String) -> PaintColor? {
    if word.utf8.first == UInt8(ascii: "#") {
      // The fourth part is how much shows through.
      switch word.utf8.count {
      case 5: return PaintColor(hex: String(word.prefix(4)))
      case 9: return PaintColor(hex: String(word.prefix(7)))
      default: return PaintColor(hex: word)
      }
    }
    return named[word].flatMap { PaintColor(hex: $0) }
  }

  private static let named: [String: String] = [
    "white": "ffffff", "snow": "fffafa", "ivory": "fffff0", "floralwhite": "fffaf0", "ghostwhite": "f8f8ff",
    "mintcream": "f5fffa", "azure": "f0ffff", "seashell": "fff5ee", "whitesmoke": "f5f5f5", "aliceblue": "f0f8ff",
    "honeydew": "f0fff0", "black": "000000", "red": "ff0000", "blue": "0000ff", "green": "008000", "yellow": "ffff00",
    "gray": "808080", "grey": "808080", "silver": "c0c0c0", "navy": "000080", "maroon": "800000", "orange": "ffa500",
    "lightgray": "d3d3d3", "lightgrey": "d3d3d3", "darkred": "8b0000",
  ]

  /// The parts of `rgb(…)` or `hsl(…)`.
  private static func function(_ word: String) -> [Substring]? {
    guard word.hasPrefix("rgb") || word.hasPrefix("hsl"), let open = word.firstIndex(of: "(") else { return nil }
    let inside = word[word.index(after: open)...].prefix { $0 != ")" }
    return inside.split { $0 == "," || $0 == "/" || $0 == " " }
  }

  private static func rgb(_ word: String, _ parts: [Substring]) -> PaintColor? {
    guard parts.count >= 3 else { return nil }
    if word.hasPrefix("hsl") {
      // Only the ends of the scale are the same in every hue.
      switch parts[2] {
      case "100%": return .white
      case "0%": return .black
      default: return nil
      }
    }
    let values = parts.prefix(3).compactMap { part -> UInt8? in
      let isShare = part.hasSuffix("%")
      guard let number = Double(isShare ? part.dropLast() : part), number.isFinite else { return nil }
      return UInt8(min(max(isShare ? number * 2.55 : number, 0), 255))
    }
    return values.count == 3 ? PaintColor(red: values[0], green: values[1], blue: values[2]) : nil
  }

  /// `.5` and `50%` are a half; what isn't understood is the whole.
  private static func share(_ part: Substring) -> Double {
    part.hasSuffix("%") ? (Double(part.dropLast()) ?? 100) / 100 : Double(part) ?? 1
  }

  /// `0`, `0.0`, `0%`.
  private static func isNothing(_ part: Substring) -> Bool {
    part.utf8.allSatisfy { $0 == 0x30 || $0 == 0x2E || $0 == 0x25 }
  }

  private static func lowered(_ text: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> String {
    let word = text[value].prefix { $0 != UInt8(ascii: "!") }.map { byte -> UInt8 in
      (0x41...0x5A).contains(byte) ? byte | 0x20 : byte < 0x20 ? 0x20 : byte
    }
    return String(decoding: word, as: UTF8.self).trimmedWhitespace
  }
}

/// How large a style makes text.
enum CSSFontSize: Equatable {
  case pixels(Double)
  /// As a part of the size around it.
  case share(Double)

  /// What a value of `font-size` says; `nil`: nothing of its own. Words and functions are taken as a size that can be read.
  init?(_ text: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) {
    guard !value.isEmpty, !text.hasWord("inherit", at: value, whole: false) else { return nil }
    guard let length = CSSLength(text, value) else {
      self = .pixels(16)
      return
    }
    self = length.share.map { .share($0) } ?? .pixels(length.pixels ?? 16)
  }

  /// What the shorthand `font` says: its size is the first part with a unit, or nothing at all.
  init?(shorthand text: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) {
    var start = value.lowerBound
    while start < value.upperBound {
      var end = start
      while end < value.upperBound, text[end] > 0x20 { end += 1 }
      if let length = CSSLength(text, start..<end), length.number == 0 || length.hasUnit {
        self.init(text, start..<end)
        return
      }
      start = end + 1
    }
    return nil
  }

  /// The size in pixels inside of text that is `outer` pixels high.
  func inside(_ outer: Double) -> Double {
    switch self {
    case .pixels(let size): size
    case .share(let share): outer * share
    }
  }
}
