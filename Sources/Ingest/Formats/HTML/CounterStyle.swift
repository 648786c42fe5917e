internal import Publication

/// How the items of a list are marked: one sign before each, or numbers.
///
/// Source: CSS Counter Styles Level 3, 6 and 7; HTML Living Standard, 4.4.5 and 15.3.7 (`type`).
enum CounterStyle: Equatable {
  /// The same before every item; empty: nothing.
  case sign(String)
  case number(Numerals)

  /// Predefined styles by their names; those that aren't here are shown as decimal numbers.
  enum Numerals: String {
    case decimal
    case decimalLeadingZero = "decimal-leading-zero"
    case lowerAlpha = "lower-alpha"
    case lowerLatin = "lower-latin"
    case upperAlpha = "upper-alpha"
    case upperLatin = "upper-latin"
    case lowerGreek = "lower-greek"
    case lowerRoman = "lower-roman"
    case upperRoman = "upper-roman"
    case ideographic = "cjk-ideographic"
    case traditionalInformal = "trad-chinese-informal"
    case traditionalFormal = "trad-chinese-formal"
    case simplifiedInformal = "simp-chinese-informal"
    case simplifiedFormal = "simp-chinese-formal"
    case ideographicDecimal = "cjk-decimal"
    case heavenlyStem = "cjk-heavenly-stem"
    case earthlyBranch = "cjk-earthly-branch"
    case mongolian, tibetan, persian, devanagari
    case arabicIndic = "arabic-indic"
  }

  static let bullet = CounterStyle.sign("•")

  /// Whether its items have numbers.
  var isNumbered: Bool { if case .number = self { true } else { false } }

  /// What stands before the item `number`: "3.", "三、", "•".
  func marker(_ number: Int) -> String {
    switch self {
    case .sign(let sign): sign
    case .number(let numerals): numerals.text(number) + numerals.suffix
    }
  }
}

extension CounterStyle {
  /// The value of a `type` attribute: `1`, `a`, `A`, `i`, `I`, or the name of a bullet.
  init?(type: UnsafeBufferPointer<UInt8>?) {
    guard let type else { return nil }
    switch String(decoding: type, as: UTF8.self).trimmedWhitespace {
    case "1": self = .number(.decimal)
    case "a": self = .number(.lowerAlpha)
    case "A": self = .number(.upperAlpha)
    case "i": self = .number(.lowerRoman)
    case "I": self = .number(.upperRoman)
    case let name:
      guard let bullet = CounterStyle.bullets[name.lowercased()] else { return nil }
      self = .sign(bullet)
    }
  }

  /// The value of `list-style-type`, or of `list-style`; `nil`: what holds without it.
  init?(value: some Collection<UInt8>) {
    var found: CounterStyle?
    for token in CounterStyle.tokens(String(decoding: value, as: UTF8.self)) {
      if let quote = token.first, quote == "\"" || quote == "'" {
        found = .sign(token.filter { $0 != quote }.trimmedWhitespace)
        continue
      }
      switch token.lowercased() {
      case "inside", "outside": continue
      case "inherit", "unset", "revert", "revert-layer": return nil
      case "initial": found = .bullet
      case let name where name.hasPrefix("!") || name.contains("("): continue
      case let name:
        if let bullet = CounterStyle.bullets[name] {
          found = .sign(bullet)
        } else {
          found = .number(Numerals(rawValue: name) ?? .decimal)
        }
      }
    }
    self = found ?? .bullet
  }

  private static let bullets = [
    "none": "", "disc": "•", "circle": "◦", "square": "▪", "disclosure-open": "▾", "disclosure-closed": "▸",
  ]

  /// Words, strings with their quotation marks, functions with what is in their brackets.
  private static func tokens(_ value: String) -> [String] {
    var tokens: [String] = []
    var token = ""
    var quote: Character?
    var depth = 0
    for character in value {
      if quote == nil, depth == 0, character.isWhitespace {
        if !token.isEmpty { tokens.append(token) }
        token = ""
        continue
      }
      token.append(character)
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "(" {
        depth += 1
      } else if character == ")" {
        depth -= 1
      }
    }
    return token.isEmpty ? tokens : tokens + [token]
  }
}

extension CounterStyle.Numerals {
  /// What stands behind the number.
  fileprivate var suffix: String {
    switch self {
    case .ideographic, .traditionalInformal, .traditionalFormal, .simplifiedInformal, .simplifiedFormal,
      .ideographicDecimal, .heavenlyStem, .earthlyBranch:
      "、"
    default: "."
    }
  }

  fileprivate func text(_ number: Int) -> String {
    switch self {
    case .decimal: String(number)
    case .decimalLeadingZero: abs(number) < 10 ? (number < 0 ? "-0" : "0") + String(abs(number)) : String(number)
    case .lowerAlpha, .lowerLatin: Self.alphabetic(number, Self.latin) ?? String(number)
    case .upperAlpha, .upperLatin: Self.alphabetic(number, Self.latin)?.uppercased() ?? String(number)
    case .lowerGreek: Self.alphabetic(number, Self.greek) ?? String(number)
    case .lowerRoman: (1...3999).contains(number) ? NumberFormat.text(number, "lowerRoman") : String(number)
    case .upperRoman: (1...3999).contains(number) ? NumberFormat.text(number, "upperRoman") : String(number)
    case .ideographic, .traditionalInformal: Self.chinese(number, "chineseCounting", minus: "負")
    case .simplifiedInformal: Self.chinese(number, "chineseCounting", minus: "负")
    case .traditionalFormal: Self.chinese(number, "ideographLegalTraditional", minus: "負")
    case .simplifiedFormal: Self.chinese(number, "chineseLegalSimplified", minus: "负")
    case .ideographicDecimal: Self.digits(number)
    case .heavenlyStem:
      (1...10).contains(number) ? NumberFormat.text(number, "ideographTraditional") : Self.digits(number)
    case .earthlyBranch:
      (1...12).contains(number) ? NumberFormat.text(number, "ideographZodiac") : Self.digits(number)
    case .mongolian: Self.decimal(number, zero: 0x1810)
    case .tibetan: Self.decimal(number, zero: 0x0F20)
    case .persian: Self.decimal(number, zero: 0x06F0)
    case .devanagari: Self.decimal(number, zero: 0x0966)
    case .arabicIndic: Self.decimal(number, zero: 0x0660)
    }
  }

  private static let latin = Array("abcdefghijklmnopqrstuvwxyz")
  private static let greek = Array("αβγδεζηθικλμνξοπρστυφχψω")

  /// a to z, then aa, ab, ac …
  private static func alphabetic(_ number: Int, _ letters: [Character]) -> String? {
    guard number > 0 else { return nil }
    var rest = number
    var out: [Character] = []
    while rest > 0 {
      rest -= 1
      out.append(letters[rest % letters.count])
      rest /= letters.count
    }
    return String(out.reversed())
  }

  /// Counting in Chinese up to 9999, digit by digit beyond.
  private static func chinese(_ number: Int, _ format: String, minus: String) -> String {
    guard abs(number) <= 9999 else { return digits(number) }
    return (number < 0 ? minus : "") + NumberFormat.text(abs(number), format)
  }

  private static func digits(_ number: Int) -> String {
    number < 0 ? String(number) : NumberFormat.text(number, "ideographDigital")
  }

  private static func decimal(_ number: Int, zero: UInt32) -> String {
    var out = String.UnicodeScalarView()
    for scalar in String(number).unicodeScalars {
      let digit = scalar.value &- 0x30
      out.append(digit < 10 ? Unicode.Scalar(zero + digit) ?? scalar : scalar)
    }
    return String(out)
  }
}
