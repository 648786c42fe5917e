import Publication

/// 份号, 密级和保密期限, 紧急程度: the marks above the red head.
/// Source: GB/T 9704-2012 (as told in `docs/metadata.md`).
enum HeadMark {
  /// Whether the line is made of such marks and nothing else. Whether a secrecy mark forbids publication is the gate's business.
  static func isLine(_ text: String) -> Bool {
    guard text.utf8.count <= 120, let first = text.unicodeScalars.first(where: { !$0.isBlank }),
      first.decimalDigit != nil || beginnings.contains(first)
    else { return false }
    let words = text.unicodeScalars.split { $0.isBlank }.map { String($0) }
    return !words.isEmpty && words.count <= 4 && (words.allSatisfy(isMark) || isMark(text.withoutBlanks))
  }

  /// What a mark may begin with, besides figures.
  private static let beginnings = "特加平急绝机秘份号№：:".unicodeScalars

  private static func isMark(_ word: String) -> Bool {
    if ["特急", "加急", "特提", "平急", "急件"].contains(where: word.isSame) { return true }
    for level in ["绝密", "机密", "秘密"] where word.starts(withText: level) {
      let rest = word.unicodeScalars.dropFirst(2)
      guard let mark = rest.first else { return true }
      return ["★", "☆", "*", "\u{FF0A}"].contains(mark)
    }
    let figures = word.unicodeScalars.drop { "份号№：:".unicodeScalars.contains($0) }
    return figures.count == 6 && figures.allSatisfy { $0.decimalDigit != nil }
  }
}
