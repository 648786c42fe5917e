import MongolianText

/// Words for a terminal, in colour where there is one.
enum InspectLines {
  private enum Colour: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  static func text(_ word: InspectedWord, colour: Bool) -> String {
    func paint(_ text: String, _ shade: Colour) -> String {
      colour ? "\u{1B}[\(shade.rawValue)m\(text)\u{1B}[0m" : text
    }
    func row(_ name: String, _ text: String, _ shade: Colour = .dim) -> String {
      paint("  \(name)  ", shade) + folded(text)
    }
    var lines = [
      paint(word.text, .bold), row("字母", InspectedWord.aliases(word.text)),
      row("码位", InspectedWord.codePoints(word.text)), row("字形", word.units),
    ]
    for twin in word.twins { lines.append(row("同形", twin + "  " + InspectedWord.aliases(twin))) }
    if let canonical = word.canonical {
      lines.append(
        row("改为", InspectedWord.codePoints(canonical) + "  " + word.rules.joined(separator: "、"), .green))
    }
    for flag in word.flags { lines.append(row("提示", "\(flag.rule)：\(flag.suggestion)", .yellow)) }
    if let refusal = word.refusal { lines.append(row("拒绝", refusal.rawValue, .red)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Lines of 80 columns behind eight of indentation; breaks at spaces, and anywhere between Han characters.
  static func folded(_ text: String) -> String {
    let (indentation, width) = (8, 80)
    var lines: [String.UnicodeScalarView] = [.init()]
    var used = indentation
    func place(_ piece: String.UnicodeScalarView, _ columns: Int) {
      if used + columns > width, used > indentation {
        lines.append(.init())
        used = indentation
      }
      lines[lines.count - 1].append(contentsOf: piece)
      used += columns
    }
    var word = String.UnicodeScalarView()
    var columns = 0
    func end() {
      place(word, columns)
      word.removeAll()
      columns = 0
    }
    for scalar in text.unicodeScalars {
      let isWide = (0x2E80...0xFF60).contains(scalar.value)
      if isWide { end() }
      word.append(scalar)
      columns += isWide ? 2 : 1
      if isWide || scalar == " " { end() }
    }
    end()
    return lines.map { String($0) }.joined(separator: "\n" + String(repeating: " ", count: indentation))
  }
}
