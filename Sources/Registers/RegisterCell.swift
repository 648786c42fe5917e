public import Publication

/// The value of one cell, understood.
public enum RegisterCell: Sendable, Equatable {
  case text(String)
  case date(CivilDate)
  case count(Int)
  /// The key of a choice.
  case choice(String)

  /// How it is kept, and read again: ISO 8601 days, plain figures, keys of choices.
  public var canonical: String {
    switch self {
    case .text(let text): text
    case .date(let date): date.description
    case .count(let count): String(count)
    case .choice(let key): key
    }
  }
}

extension RegisterColumn.Form {
  /// Understands a cell that isn't blank; `nil` where it isn't of this form.
  ///
  /// Full-width figures and letters are read as plain ones in everything but words; a time after a day is left out, as spreadsheets add one.
  func cell(_ text: String) -> RegisterCell? {
    switch self {
    case .text(let most):
      let isPlain = text.unicodeScalars.allSatisfy {
        $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
      }
      return isPlain && text.unicodeScalars.count <= most ? .text(text) : nil
    case .date: return Self.day(CellText.folded(text)).map(RegisterCell.date)
    case .count(let range):
      return CellText.wholeNumber(CellText.folded(text)).flatMap { range.contains($0) ? .count($0) : nil }
    case .choice(let choices):
      let wanted = CellText.comparable(text)
      let found = choices.first { choice in
        ([choice.key, choice.name] + choice.aliases).contains {
          CellText.comparable($0).utf8.elementsEqual(wanted.utf8)
        }
      }
      return found.map { .choice($0.key) }
    }
  }

  /// Days from 1949 on; two-figure years are refused, because nobody knows which they mean.
  private static func day(_ text: String) -> CivilDate? {
    let withoutTime = text.split(separator: " ", omittingEmptySubsequences: true)
    var day = CivilDate(line: text)
    if day == nil, withoutTime.count == 2, isTime(withoutTime[1]) { day = CivilDate(line: String(withoutTime[0])) }
    return day.flatMap { (1949...2199).contains($0.year) ? $0 : nil }
  }

  /// `0:00`, `09:30:00`.
  private static func isTime(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}

/// The text of a cell, made comparable.
enum CellText {
  /// Full-width ASCII as ASCII, blanks of any width as spaces, none at the ends.
  static func folded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if (0xFF01...0xFF5E).contains(scalar.value), let plain = Unicode.Scalar(scalar.value - 0xFEE0) {
        out.append(plain)
      } else {
        out.append(scalar.isBlank ? " " : scalar)
      }
    }
    return String(out).trimmedWhitespace
  }

  /// Folded, without spaces, brackets and quotes, in lower case: how headers and choices are compared.
  static func comparable(_ text: String) -> String {
    let dropped: Set<Unicode.Scalar> = [
      " ", "(", ")", "\"", "“", "”", "《", "》", "〈", "〉", "\u{FF62}", "\u{FF63}", "「", "」", "+", "-", "—", "、", ",", ".",
    ]
    var out = String.UnicodeScalarView()
    out.append(contentsOf: folded(text).unicodeScalars.filter { !dropped.contains($0) })
    return String(out).lowercased()
  }

  /// Figures, with commas between thousands or without; at most 15.
  static func wholeNumber(_ text: String) -> Int? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first,
      groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    if groups.count > 1 {
      guard (1...3).contains(first.utf8.count), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else {
        return nil
      }
    }
    let figures = groups.joined()
    return figures.utf8.count <= 15 ? Int(figures) : nil
  }
}
