/// A field being read: what it is told to do, then what it shows.
/// Source: ECMA-376 Part 1, 17.16 (Fields and Hyperlinks).
struct DOCXField {
  var instruction = ""
  var isResult = false
  /// Where a HYPERLINK field leads; `nil`: nowhere that may be published.
  var href: String?
  /// The depth of the paragraph's group that the field opened.
  var groupDepth: Int?
  /// What a form field shows by itself: a box, or the chosen entry.
  var formText: String?

  /// The name of the field, in capitals.
  var name: String {
    String(instruction.unicodeScalars.drop { $0.value <= 0x20 }.prefix { $0.value > 0x20 && $0 != "\\" }).uppercased()
  }

  /// Where a HYPERLINK field leads; `nil`: it is another field, or leads to a place in the document.
  var target: String? {
    guard name == "HYPERLINK" else { return nil }
    let words = self.words
    guard words.count > 1, words[1].unicodeScalars.first != "\\" else { return nil }
    return words[1]
  }

  /// The address of a HYPERLINK field, where it may be published.
  func address() -> String? { target.flatMap(DOCXField.publishable) }

  /// `http`, `https` and `mailto` may be published; anything else is nowhere.
  static func publishable(_ address: String) -> String? {
    let address = String(address.unicodeScalars.drop { $0.value <= 0x20 })
    let lower = String(address.unicodeScalars.prefix(8)).lowercased()
    let isAllowed = ["http://", "https://", "mailto:"].contains { lower.hasPrefix($0) }
    return isAllowed && address.unicodeScalars.allSatisfy { $0.value > 0x20 } ? address : nil
  }

  /// What a field without a stored result shows; `nil`: it can't be said here.
  var shownWithoutResult: String? {
    switch name {
    case "FORMCHECKBOX", "FORMDROPDOWN": return formText
    case "EQ": return enclosed
    case "SYMBOL": return symbol
    default: return ""
    }
  }

  /// 带圈字符: `EQ \o\ac(○,1)`.
  private var enclosed: String? {
    let text = String(instruction.unicodeScalars.filter { $0.value > 0x20 })
    let lower = text.lowercased()
    guard lower.hasPrefix("eq\\o\\ac(○,"), lower.utf8.last == UInt8(ascii: ")") else { return nil }
    let inner = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(10).dropLast()))
    if let number = Int(inner), (1...50).contains(number) {
      return NumberFormat.text(number, "decimalEnclosedCircle")
    }
    for number in 1...10 where NumberFormat.text(number, "chineseCounting").utf8.elementsEqual(inner.utf8) {
      return NumberFormat.text(number, "ideographEnclosedCircle")
    }
    return nil
  }

  /// `SYMBOL 254 \f Wingdings`.
  private var symbol: String? {
    let words = self.words
    guard words.count > 1 else { return nil }
    let digits = words[1].lowercased()
    let code = digits.hasPrefix("0x") ? UInt32(digits.dropFirst(2), radix: 16) : UInt32(digits)
    let font = words.firstIndex { $0 == "\\f" }.flatMap { $0 + 1 < words.count ? words[$0 + 1].lowercased() : nil }
    return code.flatMap { SymbolFont.text(code: $0, font: font ?? "") }
  }

  /// The words of the instruction; quotes keep blanks together.
  private var words: [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in instruction.unicodeScalars {
      if scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}" {
        isQuoted.toggle()
      } else if !isQuoted, scalar.value <= 0x20 {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      } else {
        word.append(scalar)
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }
}
