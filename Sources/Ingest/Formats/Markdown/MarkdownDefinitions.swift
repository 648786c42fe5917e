internal import Publication

/// Definitions of links and footnotes, which Markdown shows only where something refers to them: for the gate, as lines.
///
/// Source: CommonMark 0.31, 4.7 (link reference definitions); GitHub's footnotes.
enum MarkdownDefinitions {
  /// What follows `[…]:` at the beginning of a line.
  static func texts(in bytes: UnsafeBufferPointer<UInt8>) -> [UnpublishedText] {
    var cursor = LineCursor(bytes: bytes)
    var found: [UnpublishedText] = []
    while let line = cursor.next(), found.count < 10_000 {
      let content = line.trimmed(in: bytes)
      guard let first = content.first, bytes[first] == UInt8(ascii: "["),
        let close = content.first(where: { bytes[$0] == UInt8(ascii: "]") }), close + 1 < content.upperBound,
        bytes[close + 1] == UInt8(ascii: ":")
      else { continue }
      let label = String(decoding: bytes[(first + 1)..<close], as: UTF8.self)
      let text = String(decoding: bytes[(close + 2)..<content.upperBound], as: UTF8.self).trimmedWhitespace
      for words in [label, text] + titles(in: text) where !words.isEmpty {
        found.append(UnpublishedText(.hidden, words))
      }
    }
    return found
  }

  /// The title behind an address: "…", '…' or (…).
  private static func titles(in text: String) -> [String] {
    guard let last = text.unicodeScalars.last, let open = opening[last] else { return [] }
    let inner = text.unicodeScalars.dropLast()
    guard let start = inner.lastIndex(of: open) else { return [] }
    return [String(inner[inner.index(after: start)...])]
  }

  private static let opening: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "'": "'", ")": "("]
}
