import Publication

/// A number in Chinese prose, with what surrounds it.
struct ProseCount: Equatable {
  /// The number.
  var value: DecimalNumber
  /// 余, 多, 以上: at least.
  var isAtLeast: Bool
  /// 约, 近, 左右: nobody can compare it.
  var isApproximate: Bool
  /// The measure word behind it: 件, 条, 人次; empty where there is none that is known.
  var measure: String
  /// Where it begins, and where its measure word ends: scalars of the text.
  var range: Range<Int>
}

/// Finds counts in Chinese prose: Arabic digits of any width with thousands separators and 万, or Chinese numerals before a measure word.
enum ProseNumbers {
  /// Measure words, longest first.
  private static let measures = [
    "人次", "万元", "件次", "条次", "件", "条", "篇", "份", "宗", "起", "个", "期", "次", "项", "例", "则", "部", "场", "幅", "人", "名", "家",
    "元",
    "页",
    "批", "封", "组", "类",
  ].map { Array($0.unicodeScalars) }

  /// The first count in `text`.
  static func first(in text: String) -> ProseCount? { all(in: Array(ProseText.folded(text).unicodeScalars)).first }

  /// Every count in `text` (folded by `ProseText`), in order. Years, dates, document numbers, percentages and numbers of clauses are
  /// no counts.
  static func all(in text: [Unicode.Scalar]) -> [ProseCount] {
    var counts: [ProseCount] = []
    var index = 0
    while index < text.count {
      if let count = arabic(text, at: index) ?? chinese(text, at: index) {
        if !count.measure.isEmpty || count.isLone { counts.append(count.count) }
        index = count.end
      } else {
        index += 1
      }
    }
    return counts
  }

  private struct Scanned {
    var count: ProseCount
    var end: Int
    var isLone: Bool
    var measure: String { count.measure }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  private static func arabic(_ text: [Unicode.Scalar], at start: Int) -> Scanned? {
    guard isDigit(text[start]), start == 0 || !(isDigit(text[start - 1]) || text[start - 1] == ".") else { return nil }
    var end = start
    var digits = ""
    while end < text.count {
      let scalar = text[end]
      if isDigit(scalar) {
        digits.unicodeScalars.append(scalar)
      } else if scalar == ".", end + 1 < text.count, isDigit(text[end + 1]), !digits.contains(".") {
        digits.unicodeScalars.append(scalar)
      } else if scalar == ",", groupOfThree(text, after: end), !digits.contains(".") {
        // A thousands separator.
      } else {
        break
      }
      end += 1
    }
    guard let value = DecimalNumber(text: digits) else { return nil }
    return completed(text, start: start, end: end, value: value, isLoneAllowed: true)
  }

  private static func groupOfThree(_ text: [Unicode.Scalar], after index: Int) -> Bool {
    guard index + 3 < text.count, text[(index + 1)...(index + 3)].allSatisfy(isDigit) else { return false }
    return index + 4 >= text.count || !isDigit(text[index + 4])
  }

  private static let chineseDigits: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let chineseUnits: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]

  /// 两件, 十六件, 一百二十条: only right before a measure word, and not inside a word (统一, 第一, 之一).
  private static func chinese(_ text: [Unicode.Scalar], at start: Int) -> Scanned? {
    func isNumeral(_ scalar: Unicode.Scalar) -> Bool { chineseDigits[scalar] != nil || chineseUnits[scalar] != nil }
    guard isNumeral(text[start]) else { return nil }
    let inside: Set<Unicode.Scalar> = ["第", "统", "唯", "之", "同", "另", "每", "某", "这", "哪", "逐", "进", "十", "百"]
    if start > 0, inside.contains(text[start - 1]) || isNumeral(text[start - 1]) { return nil }
    var end = start
    var (sum, digit) = (0, 0)
    while end < text.count, isNumeral(text[end]) {
      if let unit = chineseUnits[text[end]] {
        sum += max(digit, 1) * unit
        digit = 0
      } else {
        guard digit == 0 else { return nil }
        digit = chineseDigits[text[end]] ?? 0
      }
      end += 1
    }
    return completed(text, start: start, end: end, value: DecimalNumber(sum + digit), isLoneAllowed: false)
  }

  private static func completed(
    _ text: [Unicode.Scalar], start: Int, end digitsEnd: Int, value: DecimalNumber, isLoneAllowed: Bool
  ) -> Scanned? {
    var (end, value) = (digitsEnd, value)
    var isAtLeast = false
    func takes(_ word: String) -> Bool {
      let scalars = Array(word.unicodeScalars)
      guard end + scalars.count <= text.count, text[end..<end + scalars.count].elementsEqual(scalars) else {
        return false
      }
      end += scalars.count
      return true
    }
    if takes("余") || takes("多") { isAtLeast = true }
    if end < text.count, text[end] == "万", !(end + 1 < text.count && text[end + 1] == "元") {
      end += 1
      value = value.times(10_000)
      if takes("余") || takes("多") { isAtLeast = true }
    }
    let measure = measures.first { word in
      end + word.count <= text.count && text[end..<end + word.count].elementsEqual(word)
    }
    // What a digit stands before when it counts nothing: 2025年, 1月, 3.5%, 711号, 20个工作日, 一个, 〔2021〕.
    let others: [Unicode.Scalar] = ["年", "月", "日", "号", "%", "％", "]", "〕", "-", "—", ":", "级", "款", "届", "中"]
    if measure == nil, end < text.count, others.contains(text[end]) { return nothing(end) }
    if start > 0, text[start - 1] == "第" || text[start - 1] == "〔" || text[start - 1] == "[" { return nothing(end) }
    if let measure {
      end += measure.count
      if takes("工作日") || takes("月") || takes("方面") || takes("百分点") { return nothing(end) }
    } else if !isLoneAllowed {
      return nil
    }
    if takes("以上") || takes("左右") { isAtLeast = isAtLeast || text[end - 1] == "上" }
    let isNearly = start > 0 && (text[start - 1] == "约" || text[start - 1] == "近") || (end > 1 && text[end - 1] == "右")
    let count = ProseCount(
      value: value, isAtLeast: isAtLeast, isApproximate: isNearly,
      measure: measure.map { String(String.UnicodeScalarView($0)) } ?? "", range: start..<end)
    return Scanned(count: count, end: end, isLone: isLoneAllowed)
  }

  /// A number that was read and counts nothing.
  private static func nothing(_ end: Int) -> Scanned {
    Scanned(
      count: ProseCount(value: 0, isAtLeast: false, isApproximate: false, measure: "", range: end..<end), end: end,
      isLone: false)
  }
}

extension DecimalNumber {
  /// The exact product with a small whole number.
  func times(_ factor: Int) -> DecimalNumber {
    // Doubling and adding: the number itself shows no way to multiply.
    var (sum, power, rest) = (DecimalNumber(0), self, factor)
    while rest > 0 {
      if rest % 2 == 1 { sum = sum + power }
      power = power + power
      rest /= 2
    }
    return sum
  }
}

/// Prose made fit for reading: no white space, ASCII digits and brackets.
enum ProseText {
  /// The clauses of a folded sentence: a comma between digits is part of a number.
  static func clauses(of text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var clauses: [[Unicode.Scalar]] = [[]]
    for (index, scalar) in text.enumerated() {
      let inNumber =
        index > 0 && index + 1 < text.count && text[index - 1].properties.numericType == .decimal
        && text[index + 1].properties.numericType == .decimal
      if scalar == ";" || (scalar == "," && !inNumber) {
        clauses.append([])
      } else {
        clauses[clauses.count - 1].append(scalar)
      }
    }
    return clauses.filter { !$0.isEmpty }
  }

  /// The text without what stands in brackets that are closed again.
  static func withoutBrackets(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    for scalar in text {
      if scalar == ")", let open = out.lastIndex(of: "(") {
        out.removeSubrange(open...)
      } else {
        out.append(scalar)
      }
    }
    return out
  }

  static func folded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isBlank && !(0x200B...0x200D).contains(scalar.value) {
      switch scalar.value {
      case 0xFF10...0xFF19: out.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
      case 0xFF08: out.append("(")
      case 0xFF09: out.append(")")
      case 0xFF0C: out.append(",")
      case 0xFF1A: out.append(":")
      case 0xFF1B: out.append(";")
      case 0xFF05: out.append("%")
      case 0xFF0E: out.append(".")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
