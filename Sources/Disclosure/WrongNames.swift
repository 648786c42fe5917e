import Publication

/// The office's list of names and titles that are easily written wrong, with the right forms: 攻府 for 政府, the former title of an official.
///
/// Source: 国办秘函〔2019〕19号 (serious misstatements; as told in the conventions: "keep a list of the office's own names and correct forms, in both languages").
public struct WrongNames: Sendable, Equatable {
  /// One form that must not stand in a document.
  public struct Entry: Sendable, Equatable {
    /// As it must not be written.
    public var wrong: String
    /// As it should be written.
    public var right: String
    /// Whether a document with it waits for a person; else a person is told.
    public var holds: Bool
    let words: [UInt32]
    let rightWords: [UInt32]

    /// An entry; `nil` where the wrong form is shorter than two characters, or both forms read alike.
    public init?(wrong: String, right: String, holds: Bool) {
      self.wrong = wrong
      self.right = right
      self.holds = holds
      words = MarkLine(wrong).scalars
      rightWords = MarkLine(right).scalars
      guard words.count >= 2, words != rightWords, !right.trimmedWhitespace.isEmpty else { return nil }
    }
  }

  /// The version that the office gave it; told in the history of every decision that it took part in.
  public let version: String
  /// The entries, in the order of the file.
  public let entries: [Entry]
  private let beginnings: ScalarSieve

  /// A list.
  public init(version: String, entries: [Entry]) {
    self.version = version
    self.entries = entries
    beginnings = ScalarSieve(entries.compactMap { $0.words.first })
  }

  /// The entries whose wrong form stands in `text`, each once. White space, invisible characters and width make no difference; a
  /// wrong form that is only a part of its right one is none.
  func entries(in text: String) -> [Entry] {
    var text = text
    let mayHold = text.withUTF8 { bytes in
      var index = 0
      while let scalar = bytes.scalar(at: &index) {
        // Forms of other width fold into common ones: looked at as well.
        if beginnings.mayHold(scalar.value) || scalar.value >= 0xFE00 { return true }
      }
      return false
    }
    guard mayHold else { return [] }
    let line = MarkLine(text, limit: .max)
    var found: [Entry] = []
    for index in 0..<line.count where beginnings.mayHold(line.scalars[index]) {
      for entry in entries where line.has(entry.words, at: index) && !found.contains(entry) {
        if !Self.isRight(entry, line, at: index) { found.append(entry) }
      }
    }
    return found
  }

  private static func isRight(_ entry: Entry, _ line: MarkLine, at index: Int) -> Bool {
    entry.rightWords.indices.contains { offset in
      entry.rightWords[offset...].starts(with: entry.words) && line.has(entry.rightWords, at: index - offset)
    }
  }
}
