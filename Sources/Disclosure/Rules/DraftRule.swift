import Publication

/// DIS-014: a title or a line of its own that calls the document a draft.
///
/// Source: disclosure rules, "Secrecy and internal marks" (征求意见稿, 送审稿, 讨论稿, 代拟稿: a warning).
enum DraftRule {
  private static let words = MarkLine.words("征求意见稿", "送审稿", "讨论稿", "代拟稿")

  /// Whether this line calls its document a draft.
  static func isDraft(_ scanned: ScannedLine, isTitle: Bool) -> Bool {
    guard scanned.traits.contains(.draft) else { return false }
    let line = MarkLine(scanned.text, limit: 200)
    for index in 0..<line.count {
      guard let word = line.first(of: words, at: index) else { continue }
      let end = index + word.count
      if isTitle || scanned.place.kind == .fileName { return true }
      let isBracketed = index > 0 && line.scalars[index - 1] == 0x28 && end < line.count && line.scalars[end] == 0x29
      if line.count <= word.count + 4 || (isBracketed && end + 1 == line.count) { return true }
    }
    return false
  }
}
