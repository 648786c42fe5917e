import Publication

/// Headings of columns that name the language of the column, or number its rows.
/// Source: wordings seen on bilingual tables of offices, from memory.
enum LanguageLabel {
  private static let languages: Set<String> = [
    "汉文", "汉语", "汉字", "汉语文", "中文", "汉文版", "中文版", "汉文本", "汉文内容", "中文内容", "汉文文本",
    "蒙文", "蒙语", "蒙古文", "蒙古语", "蒙古语文", "蒙文版", "蒙古文版", "蒙文本", "蒙文内容", "蒙古文内容", "蒙古文文本",
    // Mongolian: Chinese, Mongolian.
    "\u{182C}\u{1822}\u{1832}\u{1820}\u{1833}", "\u{182E}\u{1823}\u{1829}\u{182D}\u{1823}\u{182F}",
    "\u{182E}\u{1823}\u{1829}\u{182D}\u{1824}\u{182F}",
  ]
  /// Script, language: what may stand after the name of one.
  private static let further: Set<String> = [
    "\u{182A}\u{1822}\u{1834}\u{1822}\u{182D}", "\u{182C}\u{1821}\u{182F}\u{1821}",
    "\u{1826}\u{1830}\u{1826}\u{182D}", "\u{1826}\u{1830}\u{1826}\u{182D}\u{180C}",
  ]
  private static let serials: Set<String> = ["序号", "编号", "序", "号", "项次", "No", "No.", "NO", "NO.", "№"]

  /// Whether the cell says nothing but the name of a language, in either.
  static func isLabel(_ cell: TableCell) -> Bool {
    let words = words(of: cell)
    return words.contains(where: languages.contains)
      && words.allSatisfy { languages.contains($0) || further.contains($0) }
  }

  /// Whether the cell heads serial numbers.
  static func isSerial(_ cell: TableCell) -> Bool {
    let text = text(of: cell)
    return serials.contains(
      String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" })))
  }

  /// Whether the cell has a whole number and nothing else.
  static func isNumber(_ cell: TableCell) -> Bool {
    let text = text(of: cell)
    return !text.isEmpty && text.utf8.count <= 6 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
  }

  /// The cell's text, white space at its ends aside.
  static func text(of cell: TableCell) -> String { PlainText.of(cell.blocks).trimmedWhitespace }

  /// Whether the cell shows nothing at all.
  static func isBlank(_ cell: TableCell) -> Bool {
    text(of: cell).isEmpty && !cell.blocks.contains { !ImageUse.digests(in: [$0]).isEmpty }
  }

  private static func words(of cell: TableCell) -> [String] {
    text(of: cell).unicodeScalars.split { scalar in
      " \u{3000}\n\t/／（）()：:、-—".unicodeScalars.contains(scalar)
    }.map(String.init)
  }
}
