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
    var lines = [
      paint(word.text, .bold) + "  " + InspectedWord.aliases(word.text),
      paint("  码位  ", .dim) + InspectedWord.codePoints(word.text), paint("  字形  ", .dim) + word.units,
    ]
    for twin in word.twins { lines.append(paint("  同形  ", .dim) + twin + "  " + InspectedWord.aliases(twin)) }
    if let canonical = word.canonical {
      lines.append(
        paint("  改为  ", .green) + InspectedWord.codePoints(canonical) + "  " + word.rules.joined(separator: "、"))
    }
    for flag in word.flags { lines.append(paint("  提示  ", .yellow) + "\(flag.rule)：\(flag.suggestion)") }
    if let refusal = word.refusal { lines.append(paint("  拒绝  ", .red) + refusal.rawValue) }
    return lines.joined(separator: "\n") + "\n"
  }
}
