extension CivilDate {
  /// Reads an ISO 8601 calendar date (`2025-07-11`, `20250711`), with or without a time and an offset after it.
  ///
  /// The day is the one written: an offset does not move it.
  public init?(iso8601 text: String) {
    let trimmed = text.trimmedWhitespace
    guard trimmed.utf8.count <= 40 else { return nil }
    let bytes = Array(trimmed.utf8)
    if bytes.count == 8, let value = number(bytes[0..<8]) {
      self.init(year: value / 10_000, month: value / 100 % 100, day: value % 100)
      return
    }
    guard bytes.count >= 10, let date = CivilDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
      isTime(bytes[10...])
    else { return nil }
    self = date
  }

  /// Reads a Chinese date and nothing else: `2025年7月11日` (padded, full width or letter-spaced too),
  /// `二〇〇六年十月十八日` with 〇, ○ or 零.
  ///
  /// Source: GB/T 9704-2012 for the figures; the Han form is older (both met on real pages).
  public init?(chinese text: String) {
    guard text.utf8.count <= 120 else { return nil }
    let scalars: [Unicode.Scalar] = text.unicodeScalars.filter { !$0.isBlank }
    var position = 0
    guard let date = CivilDate.chinese(scalars, &position), position == scalars.count else { return nil }
    self = date
  }

  /// Reads a line that is a date and nothing else: Chinese, ISO 8601, `2025/7/11`, `2025.7.11`, `2025-7-11`, each
  /// with round brackets around it or not.
  public init?(line: String) {
    // Every form begins with a figure, or with the bracket around it: most lines are told by their first character.
    guard line.utf8.count <= 120, let first = line.unicodeScalars.first(where: { !$0.isBlank }),
      first == "(" || first == "\u{FF08}" || first.decimalDigit != nil || CivilDate.hanDigit(first) != nil
    else { return nil }
    var scalars = Array(line.unicodeScalars)[...].trimmed
    if let first = scalars.first, let last = scalars.last, scalars.count > 2,
      first == "(" || first == "\u{FF08}", last == ")" || last == "\u{FF09}"
    {
      scalars = scalars.dropFirst().dropLast().trimmed
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    let text = String(view)
    guard let date = CivilDate(chinese: text) ?? CivilDate(iso8601: text) ?? CivilDate.separated(scalars) else {
      return nil
    }
    self = date
  }

  /// A Chinese date at the end of a line, with what stands before it (`某某局　2025年3月27日`); `nil` where the line
  /// doesn't end with one.
  public static func trailing(_ line: String) -> (before: String, date: CivilDate)? {
    guard line.utf8.count <= 400, line.utf8.suffix(3).elementsEqual("日".utf8) else { return nil }
    let scalars = Array(line.unicodeScalars)
    for start in max(0, scalars.count - 24)..<scalars.count {
      // A year begins after something that isn't part of a number.
      if start > 0, scalars[start - 1].decimalDigit != nil || hanDigit(scalars[start - 1]) != nil { continue }
      let rest = scalars[start...].filter { !$0.isBlank }
      var position = 0
      guard let date = chinese(rest, &position), position == rest.count else { continue }
      var before = String.UnicodeScalarView()
      before.append(contentsOf: scalars[..<start])
      return (String(before).trimmedWhitespace, date)
    }
    return nil
  }

  private static func separated(_ scalars: ArraySlice<Unicode.Scalar>) -> CivilDate? {
    let parts = scalars.split(omittingEmptySubsequences: false) { "/.-\u{FF0E}\u{FF0F}".unicodeScalars.contains($0) }
    guard parts.count == 3, parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2 else { return nil }
    var values: [Int] = []
    for part in parts {
      guard !part.isEmpty else { return nil }
      var value = 0
      for scalar in part {
        guard let digit = scalar.decimalDigit else { return nil }
        value = value * 10 + digit
      }
      values.append(value)
    }
    return CivilDate(year: values[0], month: values[1], day: values[2])
  }

  private static func chinese(_ scalars: [Unicode.Scalar], _ position: inout Int) -> CivilDate? {
    guard let year = yearFigures(scalars, &position), take("年", scalars, &position),
      let month = smallNumber(scalars, &position), take("月", scalars, &position),
      let day = smallNumber(scalars, &position), take("日", scalars, &position)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private static func take(_ scalar: Unicode.Scalar, _ scalars: [Unicode.Scalar], _ position: inout Int) -> Bool {
    guard position < scalars.count, scalars[position] == scalar else { return false }
    position += 1
    return true
  }

  private static func yearFigures(_ scalars: [Unicode.Scalar], _ position: inout Int) -> Int? {
    guard position + 4 <= scalars.count else { return nil }
    var value = 0
    for scalar in scalars[position..<position + 4] {
      guard let digit = scalar.decimalDigit ?? hanDigit(scalar) else { return nil }
      value = value * 10 + digit
    }
    position += 4
    return value
  }

  /// 1 to 99, in one or two digits or in Han numerals up to 三十一.
  private static func smallNumber(_ scalars: [Unicode.Scalar], _ position: inout Int) -> Int? {
    var value: Int?
    let start = position
    while position < scalars.count, position - start < 2, let digit = scalars[position].decimalDigit {
      value = (value ?? 0) * 10 + digit
      position += 1
    }
    if value != nil { return value }
    var tens: Int?
    var ones: Int?
    while position < scalars.count, position - start < 3 {
      let scalar = scalars[position]
      if scalar == "十", tens == nil {
        tens = ones ?? 1
        ones = nil
      } else if scalar == "廿", tens == nil, ones == nil {
        tens = 2
      } else if scalar == "卅", tens == nil, ones == nil {
        tens = 3
      } else if ones == nil, let digit = hanDigit(scalar), digit > 0 {
        ones = digit
      } else {
        break
      }
      position += 1
    }
    return tens == nil && ones == nil ? nil : (tens ?? 0) * 10 + (ones ?? 0)
  }

  private static func hanDigit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "\u{3007}", "\u{25CB}", "\u{25EF}", "零": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }
}

/// `Thh:mm`, ` hh:mm:ss`, a fraction, `Z` or `±hh:mm`; nothing is a time as well.
private func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
  guard let separator = bytes.first else { return true }
  guard separator == 0x54 || separator == 0x74 || separator == 0x20 else { return false }
  var rest = bytes.dropFirst()
  guard let hour = twoDigits(&rest), hour < 25, takeColon(&rest), let minute = twoDigits(&rest), minute < 60 else {
    return false
  }
  if takeColon(&rest) {
    guard let second = twoDigits(&rest), second < 61 else { return false }
    if rest.first == 0x2E || rest.first == 0x2C {
      rest = rest.dropFirst()
      guard let figure = rest.first, (0x30...0x39).contains(figure) else { return false }
      while let figure = rest.first, (0x30...0x39).contains(figure) { rest = rest.dropFirst() }
    }
  }
  while rest.first == 0x20 { rest = rest.dropFirst() }
  if rest.isEmpty { return true }
  if rest.first == 0x5A || rest.first == 0x7A { return rest.count == 1 }
  guard rest.first == 0x2B || rest.first == 0x2D else { return false }
  rest = rest.dropFirst()
  guard let hours = twoDigits(&rest), hours < 24 else { return false }
  if rest.isEmpty { return true }
  _ = takeColon(&rest)
  guard let minutes = twoDigits(&rest), minutes < 60 else { return false }
  return rest.isEmpty
}

private func twoDigits(_ bytes: inout ArraySlice<UInt8>) -> Int? {
  guard bytes.count >= 2, let value = number(bytes.prefix(2)) else { return nil }
  bytes = bytes.dropFirst(2)
  return value
}

private func takeColon(_ bytes: inout ArraySlice<UInt8>) -> Bool {
  guard bytes.first == 0x3A else { return false }
  bytes = bytes.dropFirst()
  return true
}

private func number(_ bytes: ArraySlice<UInt8>) -> Int? {
  var value = 0
  for byte in bytes {
    guard (0x30...0x39).contains(byte) else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}
