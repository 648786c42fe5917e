/// How a number is shown in a list.
/// Source: ECMA-376 Part 1, 17.18.59 (ST_NumberFormat).
enum NumberFormat {
  /// `number` as `format` shows it; formats that are not known here are shown as decimal numbers, as Word does.
  static func text(_ number: Int, _ format: String) -> String {
    let number = min(max(number, 0), 1_000_000)
    switch format {
    case "none": return ""
    case "decimalZero": return number < 10 ? "0\(number)" : String(number)
    case "upperRoman": return roman(number)
    case "lowerRoman": return roman(number).lowercased()
    case "upperLetter": return letters(number, from: 0x41)
    case "lowerLetter": return letters(number, from: 0x61)
    case "ordinal": return String(number) + ordinalSuffix(number)
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand",
      "koreanCounting":
      return chinese(number, digits: plainDigits, units: ["", "十", "百", "千"], tenThousand: "万", drops: true)
    case "chineseLegalSimplified":
      return chinese(number, digits: legalDigits, units: ["", "拾", "佰", "仟"], tenThousand: "万", drops: false)
    case "ideographLegalTraditional":
      return chinese(number, digits: traditionalDigits, units: ["", "拾", "佰", "仟"], tenThousand: "萬", drops: false)
    case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital":
      return digitByDigit(number)
    case "ideographTraditional": return cycle(number, "甲乙丙丁戊己庚辛壬癸")
    case "ideographZodiac": return cycle(number, "子丑寅卯辰巳午未申酉戌亥")
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      return enclosed(number, [(1...20, 0x2460), (21...35, 0x3251), (36...50, 0x32B1)])
    case "decimalEnclosedParen": return enclosed(number, [(1...20, 0x2474)])
    case "decimalEnclosedFullstop": return enclosed(number, [(1...20, 0x2488)])
    case "ideographEnclosedCircle": return enclosed(number, [(1...10, 0x3280)])
    case "decimalFullWidth", "decimalFullWidth2":
      return text(of: String(number).unicodeScalars.map { $0.value - 0x30 + 0xFF10 })
    default: return String(number)
    }
  }

  private static let plainDigits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let legalDigits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
  private static let traditionalDigits = ["零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"]

  /// Counting in Chinese; `drops`: 十 and not 一十 at the beginning.
  private static func chinese(
    _ number: Int, digits: [String], units: [String], tenThousand: String, drops: Bool
  ) -> String {
    if number == 0 { return digits[0] }
    if number >= 10_000 {
      let high = chinese(number / 10_000, digits: digits, units: units, tenThousand: tenThousand, drops: drops)
      let low = number % 10_000
      if low == 0 { return high + tenThousand }
      let gap = low < 1000 ? digits[0] : ""
      return high + tenThousand + gap
        + chinese(low, digits: digits, units: units, tenThousand: tenThousand, drops: false)
    }
    var out = ""
    var hasGap = false
    for (place, weight) in [1000, 100, 10, 1].enumerated() {
      let digit = number / weight % 10
      if digit == 0 {
        hasGap = !out.isEmpty
        continue
      }
      if hasGap { out += digits[0] }
      hasGap = false
      if !(drops && weight == 10 && digit == 1 && out.isEmpty) { out += digits[digit] }
      out += units[3 - place]
    }
    return out
  }

  private static func digitByDigit(_ number: Int) -> String {
    var out = ""
    for byte in String(number).utf8 { out += byte == 0x30 ? "〇" : plainDigits[Int(byte - 0x30)] }
    return out
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    var rest = number
    var out = ""
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"),
      (5, "V"), (4, "IV"), (1, "I"),
    ]
    for (value, sign) in steps {
      while rest >= value {
        out += sign
        rest -= value
      }
    }
    return out
  }

  /// a to z, then aa to zz, then aaa …
  private static func letters(_ number: Int, from first: UInt32) -> String {
    guard (1...780).contains(number) else { return String(number) }
    return text(
      of: Array(repeating: first + UInt32(truncatingIfNeeded: (number - 1) % 26), count: (number - 1) / 26 + 1))
  }

  private static func ordinalSuffix(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "th" }
    return switch number % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }

  private static func cycle(_ number: Int, _ signs: String) -> String {
    let signs = Array(signs.unicodeScalars)
    guard number >= 1, number <= signs.count else { return String(number) }
    return String(signs[number - 1])
  }

  private static func enclosed(_ number: Int, _ rows: [(numbers: ClosedRange<Int>, first: UInt32)]) -> String {
    for row in rows where row.numbers.contains(number) {
      return text(of: [row.first + UInt32(truncatingIfNeeded: number - row.numbers.lowerBound)])
    }
    return String(number)
  }

  private static func text(of values: [UInt32]) -> String {
    var out = String.UnicodeScalarView()
    out.append(contentsOf: values.compactMap(Unicode.Scalar.init))
    return String(out)
  }
}
