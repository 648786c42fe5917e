import MongolianText

/// Words as a page with vertical text. Fonts without the rules of 2023 draw some forms otherwise than the units say.
enum InspectPage {
  static func html(_ words: [InspectedWord]) -> String {
    head + words.map(card).joined() + "</main>\n</body>\n</html>\n"
  }

  private static let head = """
    <!DOCTYPE html>
    <html lang="zh-Hans">
    <head>
    <meta charset="utf-8">
    <title>蒙古文逐词查看</title>
    <style>
    body { font-family: "Noto Sans CJK SC", sans-serif; margin: 2rem; }
    main { display: flex; flex-wrap: wrap; gap: 1rem; }
    section { border: 1px solid #ccc; border-radius: .5rem; padding: 1rem; display: flex; gap: 1rem; max-width: 34rem; }
    section.change { border-color: #2a7; }
    section.flag { border-color: #c80; }
    section.refuse { border-color: #c22; }
    .mn { writing-mode: vertical-lr; text-orientation: mixed; font: 2rem/1.4 "Noto Sans Mongolian", "Mongolian Baiti", sans-serif; }
    dl { margin: 0; font-size: .85rem; }
    dt { color: #666; }
    dd { margin: 0 0 .4rem; overflow-wrap: anywhere; word-spacing: .3em; }
    dd .mn { font-size: 1.2rem; display: inline-block; vertical-align: top; }
    </style>
    </head>
    <body>
    <main>

    """

  private static func card(_ word: InspectedWord) -> String {
    let kind =
      word.refusal != nil ? "refuse" : word.canonical != nil ? "change" : word.flags.isEmpty ? "plain" : "flag"
    var rows = row("字母", InspectedWord.aliases(word.text)) + row("码位", InspectedWord.codePoints(word.text))
    rows += row("字形", word.units)
    for twin in word.twins {
      rows += "<dt>同形</dt><dd>\(mongolian(twin)) \(escaped(InspectedWord.aliases(twin)))</dd>\n"
    }
    if let canonical = word.canonical {
      rows += row("改为", InspectedWord.codePoints(canonical) + "（" + word.rules.joined(separator: "、") + "）")
    }
    for flag in word.flags { rows += row("提示", "\(flag.rule)：\(flag.suggestion)") }
    if let refusal = word.refusal { rows += row("拒绝", refusal.rawValue) }
    return "<section class=\"\(kind)\">\(mongolian(word.text))<dl>\n\(rows)</dl></section>\n"
  }

  private static func mongolian(_ text: String) -> String {
    "<span class=\"mn\" lang=\"mn-Mong\">\(escaped(text))</span>"
  }

  private static func row(_ name: String, _ text: String) -> String {
    "<dt>\(name)</dt><dd>\(escaped(text))</dd>\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
