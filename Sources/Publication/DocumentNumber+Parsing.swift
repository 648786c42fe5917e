extension DocumentNumber {
  /// A way in which a number was written other than as the standard has it.
  ///
  /// Source: wrong forms met on real pages (`docs/metadata.md`).
  public enum Defect: String, Sendable, CaseIterable {
    /// `[2019]`, `（2021）`, `【2021】` instead of `〔2021〕`.
    case brackets
    /// `国办公开办函202130号`, `国办公开办函〔202130`: one or both brackets are missing.
    case bracketsLost
    /// `〔21〕`.
    case shortYear
    /// `第30号`.
    case ordinal
    /// `030号`.
    case leadingZero
    /// White space or an invisible separator inside.
    case spaces
    /// `２０２１`.
    case fullWidthDigits
    /// 号 is missing.
    case suffixLost
    /// `×`, `*`, `_` or room left in word, year or sequence: a form or model, or not numbered yet; never publishable.
    case placeholder
  }

  /// What was read where a number stands.
  public struct Reading: Sendable, Equatable {
    /// The number in its normal form; `nil` for a placeholder.
    public var number: DocumentNumber?
    /// How the writing departs from the standard, each once, in the order of `Defect`.
    public var defects: [Defect]
  }

  /// Reads a line of a document that is a number and nothing else: a label (`文号：`), round brackets around it and
  /// 签发人 beside it are allowed. `nil`: the line is something else.
  public static func parse(_ line: String) -> Reading? {
    guard line.utf8.count <= 240 else { return nil }
    var scalars = Array(line.unicodeScalars)[...].trimmed
    if let signer = scalars.position(of: "签发人") { scalars = scalars[..<signer].trimmed }
    for label in labels where scalars.starts(with: label.unicodeScalars) {
      let rest = scalars.dropFirst(label.unicodeScalars.count).trimmed
      guard let colon = rest.first, colon == ":" || colon == "\u{FF1A}" else { continue }
      scalars = rest.dropFirst().trimmed
      break
    }
    if let first = scalars.first, let last = scalars.last, scalars.count > 2,
      first == "(" || first == "\u{FF08}", last == ")" || last == "\u{FF09}"
    {
      scalars = scalars.dropFirst().dropLast().trimmed
    }
    var scanner = NumberScanner(scalars)
    return scanner.reading()
  }

  /// Reads a number as metadata declare it.
  public static func reading(_ declared: String) -> Reading? { parse(declared) }

  private static let labels = ["发文字号", "发布文号", "发文号", "文号", "字号"]
}

/// Reads word, year and sequence off scalars from which white space is gone.
private struct NumberScanner {
  private var scalars: [Unicode.Scalar] = []
  private var position = 0
  private var found: Set<DocumentNumber.Defect> = []

  init(_ source: ArraySlice<Unicode.Scalar>) {
    scalars.reserveCapacity(source.count)
    for scalar in source {
      switch scalar.value {
      case 0xFF10...0xFF19:
        found.insert(.fullWidthDigits)
        scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10) + 0x30))
      case 0x200B, 0x2060: found.insert(.spaces)
      default:
        if scalar.isBlank { found.insert(.spaces) } else { scalars.append(scalar) }
      }
    }
  }

  mutating func reading() -> DocumentNumber.Reading? {
    guard let word = word() else { return nil }
    if word.unicodeScalars.suffix(2).elementsEqual("令第".unicodeScalars) { return order(word) }
    guard (2...14).contains(word.unicodeScalars.count), !isOpeningOfSentence(word), let year = year() else {
      return nil
    }
    if take("第") { found.insert(.ordinal) }
    guard let sequence = sequence(), end(mayLackSuffix: true) else { return nil }
    return answer(DocumentNumber(word: word, year: year, sequence: sequence))
  }

  private mutating func order(_ word: String) -> DocumentNumber.Reading? {
    let issuer = String(word.unicodeScalars.dropLast())
    guard (2...20).contains(issuer.unicodeScalars.count), let sequence = sequence(), end(mayLackSuffix: false) else {
      return nil
    }
    return answer(DocumentNumber(order: issuer, sequence: sequence))
  }

  private func answer(_ number: DocumentNumber) -> DocumentNumber.Reading {
    DocumentNumber.Reading(
      number: found.contains(.placeholder) ? nil : number,
      defects: DocumentNumber.Defect.allCases.filter(found.contains))
  }

  /// 机关代字 never begins like a reference in a sentence.
  private func isOpeningOfSentence(_ word: String) -> Bool {
    ["根据", "按照", "依据", "依照", "关于", "参照", "转发", "印发", "经", "见", "详见"].contains {
      word.utf8.starts(with: $0.utf8)
    }
  }

  private mutating func word() -> String? {
    var out = String.UnicodeScalarView()
    while position < scalars.count, scalars[position].isHan || isPlaceholder(scalars[position], inWord: true) {
      if !scalars[position].isHan { found.insert(.placeholder) }
      out.append(scalars[position])
      position += 1
    }
    return out.isEmpty ? nil : String(out)
  }

  private mutating func year() -> Int? {
    guard position < scalars.count else { return nil }
    let opening = bracket(at: position, in: NumberScanner.opening)
    if let opening {
      position += 1
      if opening > 0 { found.insert(.brackets) }
    }
    let start = position
    var digits = 0
    while position < scalars.count, isFigure(scalars[position]) {
      position += 1
      digits += 1
    }
    if digits == 0, opening != nil, bracket(at: position, in: NumberScanner.closing) != nil {
      found.insert(.placeholder)
      position += 1
      return 1949
    }
    let closing = bracket(at: position, in: NumberScanner.closing)
    if let closing {
      if closing > 0 { found.insert(.brackets) }
      position += 1
      if opening == nil { found.insert(.bracketsLost) }
      return yearValue(start, digits)
    }
    // Brackets lost: the first four figures are the year, what follows the sequence.
    guard digits > 4, digits <= 10 else { return nil }
    found.insert(.bracketsLost)
    position = start + 4
    return yearValue(start, 4)
  }

  private mutating func yearValue(_ start: Int, _ count: Int) -> Int? {
    guard count > 0, start + count <= scalars.count else { return nil }
    let figures = scalars[start..<start + count]
    if figures.contains(where: { isPlaceholder($0, inWord: false) }) {
      found.insert(.placeholder)
      return 1949
    }
    guard count == 4 || count == 2 else { return nil }
    var value = figures.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    if count == 2 {
      found.insert(.shortYear)
      value += value < 50 ? 2000 : 1900
    }
    return (1949...2099).contains(value) ? value : nil
  }

  private mutating func sequence() -> Int? {
    var value = 0
    var count = 0
    var isFirstZero = false
    while position < scalars.count, count < 7, isFigure(scalars[position]) {
      if isPlaceholder(scalars[position], inWord: false) {
        found.insert(.placeholder)
        value = max(value, 1)
      } else {
        value = value * 10 + Int(scalars[position].value) - 0x30
        if count == 0, value == 0 { isFirstZero = true }
      }
      count += 1
      position += 1
    }
    if count == 0, position < scalars.count, scalars[position] == "号" {
      found.insert(.placeholder)
      return 1
    }
    guard (1...6).contains(count), value > 0 else { return nil }
    if isFirstZero { found.insert(.leadingZero) }
    return value
  }

  private mutating func end(mayLackSuffix: Bool) -> Bool {
    if take("号") { return position == scalars.count }
    guard mayLackSuffix, position == scalars.count else { return false }
    found.insert(.suffixLost)
    return true
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < scalars.count, scalars[position] == scalar else { return false }
    position += 1
    return true
  }

  private func isFigure(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || isPlaceholder(scalar, inWord: false)
  }

  private func isPlaceholder(_ scalar: Unicode.Scalar, inWord: Bool) -> Bool {
    switch scalar.value {
    case 0xD7, 0x2715: true
    case 0x58, 0x78, 0xFF38, 0xFF58, 0x2A, 0xFF0A, 0x5F, 0xFF3F: !inWord
    default: false
    }
  }

  private func bracket(at position: Int, in kinds: [Unicode.Scalar]) -> Int? {
    position < scalars.count ? kinds.firstIndex(of: scalars[position]) : nil
  }

  // The right bracket first.
  static let opening: [Unicode.Scalar] = ["〔", "[", "［", "(", "（", "【", "〖", "﹝", "﹇", "{", "「"]
  static let closing: [Unicode.Scalar] = ["〕", "]", "］", ")", "）", "】", "〗", "﹞", "﹈", "}", "」"]
}

extension DocumentNumber {
  /// Year and sequence alone: what the Chinese and the Mongolian page of one document have in common.
  public struct YearAndSequence: Hashable, Sendable {
    /// 1949 to 2099.
    public let year: Int
    /// At least 1.
    public let sequence: Int
  }

  /// Year and sequence; `nil` for an order.
  public var yearAndSequence: YearAndSequence? {
    isOrder ? nil : YearAndSequence(year: year, sequence: sequence)
  }

  /// The first bracketed year with the ordinal after it, whatever the brackets: `﹇2022﹈ 19` on Mongolian pages,
  /// `〔2022〕19号` on Chinese ones. ASCII, full-width and Mongolian digits.
  public static func yearAndSequence(in line: String) -> YearAndSequence? {
    guard line.utf8.count <= 4096 else { return nil }
    let scalars = Array(line.unicodeScalars)
    for start in scalars.indices where NumberScanner.opening.contains(scalars[start]) {
      var position = start + 1
      guard let (year, width) = figures(scalars, &position), width == 4, (1949...2099).contains(year),
        position < scalars.count, NumberScanner.closing.contains(scalars[position])
      else { continue }
      position += 1
      while position < scalars.count, scalars[position].isBlank || scalars[position] == "第" { position += 1 }
      guard let (sequence, _) = figures(scalars, &position), sequence > 0 else { continue }
      return YearAndSequence(year: year, sequence: sequence)
    }
    return nil
  }

  private static func figures(_ scalars: [Unicode.Scalar], _ position: inout Int) -> (value: Int, width: Int)? {
    var value = 0
    var width = 0
    while position < scalars.count, width < 7, let digit = scalars[position].decimalDigit {
      value = value * 10 + digit
      width += 1
      position += 1
    }
    return width > 0 ? (value, width) : nil
  }
}
