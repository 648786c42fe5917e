import Publication

/// 版记: 抄送机关, 印发机关和印发日期, and page numbers.
/// Source: GB/T 9704-2012 (as told in `docs/metadata.md`).
enum Colophon {
  /// Whether a line of the body is part of the colophon.
  static func isLine(_ text: String) -> Bool {
    let size = text.utf8.count
    guard size <= 900, let first = text.unicodeScalars.first else { return false }
    switch first {
    case "抄", "分", "主", "校", "录", "打", "共":
      return beginsWithLabel(text)
    case "-", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2500}", "\u{B7}":
      return size <= 40 && isPageNumber(text)
    default:
      return size <= 240 && isPrinting(text)
    }
  }

  /// Whether a table is the ruled colophon of a word processor's template.
  static func isTable(_ rows: [[TableCell]]) -> Bool {
    guard rows.count <= 4 else { return false }
    var seen = false
    for row in rows {
      for cell in row {
        for line in cell.blocks.flatMap(PlainText.lines) {
          let text = line.trimmedWhitespace
          if text.isEmpty { continue }
          if isLine(text) {
            seen = true
          } else if OrganName.list(in: text).isEmpty, CivilDate(line: text) == nil {
            return false
          }
        }
      }
    }
    return seen
  }

  private static func beginsWithLabel(_ text: String) -> Bool {
    for label in ["抄送", "抄报", "分送", "主题词", "校对", "录入", "打印"] where text.starts(withText: label) {
      let rest = text.unicodeScalars.dropFirst(label.unicodeScalars.count)
      if let mark = rest.first(where: { !$0.isBlank }), mark == "\u{FF1A}" || mark == ":" { return true }
    }
    // 共印50份.
    return text.starts(withText: "共印") && text.ends(withText: "份")
  }

  /// `— 1 —`.
  private static func isPageNumber(_ text: String) -> Bool {
    var hasFigure = false
    for scalar in text.unicodeScalars {
      if scalar.decimalDigit != nil {
        hasFigure = true
      } else if !scalar.isBlank, !"-\u{2013}\u{2014}\u{2015}\u{2500}\u{B7}".unicodeScalars.contains(scalar) {
        return false
      }
    }
    return hasFigure
  }

  /// `某某办公室　2025年3月27日印发`.
  private static func isPrinting(_ text: String) -> Bool {
    guard text.ends(withText: "印发") else { return false }
    return CivilDate.trailing(text.dropping(lastScalars: 2)) != nil
  }
}
