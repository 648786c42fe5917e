internal import MongolianText
import Publication

/// DIS-007: secrecy and internal marks in traditional Mongolian, found by their look, whatever letters and encoding they are typed in.
///
/// The gate reads a scratch form of the line: Menksoft's private code is turned into Unicode, every word into its shape key. The text for
/// publication is made later, by `Normalization`. A line is a mark when all its words belong to one, beside figures, ★ and brackets.
/// Source: disclosure rules, "Secrecy and internal marks". The words are those of a Cyrillic–traditional dictionary (нууц, чухал, зэрэг, жил, урт,
/// хугацаа, сурвалж, баримт, хэрэглэх); маш, онц, дотоод, бичиг and материал are from memory, unverified: a native reader has to look at them.
enum MongolianSecrecyRule {
  /// The longest line that is looked at, in UTF-8: eight long words.
  private static let mostBytes = 400

  /// The term of the mark in this line; `nil`: it is none.
  static func term(in scanned: ScannedLine) -> String? {
    guard scanned.traits.contains(.mongolian), scanned.text.utf8.count <= mostBytes else { return nil }
    for piece in scanned.text.linePieces {
      if let term = term(in: scratch(String(piece)), isLabelLike: scanned.isLabelLike) { return term }
    }
    return nil
  }

  /// The line in Unicode. Code that no spelling gives stays as it is: then the item is held for it.
  private static func scratch(_ line: String) -> String {
    let text = line.utf8.contains(0xEE) ? (try? Menksoft.unicode(from: line))?.text ?? line : line
    // What a reader doesn't see, or sees as a longer stroke only: it would make another word of the same letters.
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isStretch($0.value) }))
  }

  /// Zero-width characters but the separators of Mongolian, and the nirugu, which draws a word longer.
  private static func isStretch(_ value: UInt32) -> Bool {
    if value == 0x180A { return true }
    return MarkLine.isInvisible(value) && !(0x180B...0x180F).contains(value) && value > 0x9F
  }

  private static func term(in line: String, isLabelLike: Bool) -> String? {
    let words = MongolianWords.words(of: line)
    guard (1...8).contains(words.count) else { return nil }
    let keys = words.map { ShapeKey(of: stem(of: $0)) }
    let isSecret = keys.contains(where: Keys.secrets.contains)
    let isInternal = keys.contains(Keys.inner) && keys.contains(where: Keys.papers.contains)
    guard isSecret || isInternal else { return nil }
    // Beside ★ it is a mark wherever it stands.
    if isSecret, line.unicodeScalars.contains(where: { $0.value == 0x2605 || $0.value == 0x2606 }) {
      return Terms.secret
    }
    guard
      keys.allSatisfy({
        Keys.secrets.contains($0) || $0 == Keys.inner || Keys.company.contains($0) || Keys.papers.contains($0)
      }
      )
        || (isLabelLike && isSecret && keys.count == 1)
    else { return nil }
    // Chinese beside it makes a sentence or a title of both, unless it is a mark of its own.
    let han = line.unicodeScalars.filter(\.isHan)
    guard han.isEmpty || han.count <= 4 else { return nil }
    return isSecret ? Terms.secret : Terms.inner
  }

  /// A word without the suffixes that U+202F joins to it.
  private static func stem(of word: Substring) -> String {
    String(word.unicodeScalars.prefix { $0.value != 0x202F })
  }

  private enum Terms {
    static let secret = "密级标志（蒙古文）"
    static let inner = "内部标志（蒙古文）"
  }

  private enum Keys {
    /// нууц: 秘密, and with a word before it 机密 and 绝密; as the dictionary has it, and with a separated last letter, as it is typed too.
    static let secrets: Set<ShapeKey> = keys(
      "\u{1828}\u{1822}\u{182D}\u{1824}\u{1834}\u{1820}",
      "\u{1828}\u{1822}\u{182D}\u{1824}\u{1834}\u{180E}\u{1820}")
    /// дотоод: 内部.
    static let inner = ShapeKey(of: "\u{1833}\u{1823}\u{1832}\u{1824}\u{182D}\u{1820}\u{1833}\u{1824}")
    /// бичиг, материал, сурвалж, баримт, хэрэглэх, хэрэглэл: what is internal.
    static let papers: Set<ShapeKey> = keys(
      "\u{182A}\u{1822}\u{1834}\u{1822}\u{182D}",
      "\u{182E}\u{1820}\u{1832}\u{180B}\u{1827}\u{1837}\u{1822}\u{1836}\u{1820}\u{182F}",
      "\u{182E}\u{1820}\u{1832}\u{1827}\u{1837}\u{1822}\u{1836}\u{1820}\u{182F}",
      "\u{1830}\u{1824}\u{1837}\u{182A}\u{1824}\u{182F}\u{1835}\u{1822}",
      "\u{182A}\u{1820}\u{1837}\u{1822}\u{182E}\u{1832}\u{1820}",
      "\u{182C}\u{1821}\u{1837}\u{1821}\u{182D}\u{182F}\u{1821}\u{182C}\u{1826}",
      "\u{182C}\u{1821}\u{1837}\u{1821}\u{182D}\u{182F}\u{1821}\u{182F}")
    /// маш, онц, чухал, зэрэг, жил, урт, хугацаа: what else stands on the line of a level.
    static let company: Set<ShapeKey> = keys(
      "\u{182E}\u{1820}\u{1830}\u{1822}", "\u{1823}\u{1828}\u{1834}\u{1820}",
      "\u{1834}\u{1822}\u{182C}\u{1824}\u{182F}\u{1820}",
      "\u{1835}\u{1821}\u{1837}\u{182D}\u{1821}", "\u{1835}\u{1822}\u{182F}", "\u{1824}\u{1837}\u{1832}\u{1824}",
      "\u{182C}\u{1824}\u{182D}\u{1824}\u{1834}\u{1820}\u{182D}\u{180E}\u{1820}")

    private static func keys(_ words: String...) -> Set<ShapeKey> { Set(words.map { ShapeKey(of: $0) }) }
  }
}
