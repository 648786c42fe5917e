/// The numbers of an ordered list, as a browser shows them.
/// Source: HTML Living Standard, section 4.4.5 (the `type` attribute of `ol`).
struct ListNumber {
  /// `1`, `a`, `A`, `i` or `I`.
  var kind: UInt8
  /// The number of the next item.
  var next: Int

  /// "3." in the list's kind; letters and Roman figures where they exist for the number.
  var marker: String {
    let text: String
    switch kind {
    case UInt8(ascii: "a"), UInt8(ascii: "A"):
      text = (1...26).contains(next) ? String(decoding: [kind + UInt8(next - 1)], as: UTF8.self) : String(next)
    case UInt8(ascii: "i"): text = ListNumber.roman(next)?.lowercased() ?? String(next)
    case UInt8(ascii: "I"): text = ListNumber.roman(next) ?? String(next)
    default: text = String(next)
    }
    return text + "."
  }

  private static func roman(_ number: Int) -> String? {
    guard (1...3999).contains(number) else { return nil }
    var rest = number
    var out = ""
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    for (value, letters) in steps {
      while rest >= value {
        out += letters
        rest -= value
      }
    }
    return out
  }
}
