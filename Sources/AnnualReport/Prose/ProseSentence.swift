import Publication

/// One sentence of a section, folded, with the heading it stands under.
struct ProseSentence {
  /// The text without its full stop.
  let text: [Unicode.Scalar]
  /// The last heading before it: （二）依申请公开情况.
  let topic: String

  /// The sentences of paragraphs. Lines that were broken in the middle of a sentence are joined; a heading stays alone.
  static func sentences(of paragraphs: [String]) -> [ProseSentence] {
    var sentences: [ProseSentence] = []
    var (topic, pending) = ("", "")
    func close(_ text: String) {
      for piece in text.unicodeScalars.split(whereSeparator: { "。！？!?\n".unicodeScalars.contains($0) }) {
        sentences.append(ProseSentence(text: Array(piece), topic: topic))
      }
    }
    for paragraph in paragraphs.flatMap({ $0.split(whereSeparator: \.isNewline).map(String.init) }) {
      let text = ProseText.folded(paragraph)
      guard !text.isEmpty else { continue }
      if isHeading(text) {
        close(pending)
        (topic, pending) = (text, "")
        continue
      }
      if let heading = leadingHeading(text) {
        close(pending)
        (topic, pending) = (heading, "")
      }
      pending += text
      if let last = text.unicodeScalars.last, "。！？!?;".unicodeScalars.contains(last) {
        close(pending)
        pending = ""
      }
    }
    close(pending)
    return sentences
  }

  /// （二）…, 二、…: a short line without a full stop.
  private static func isHeading(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count <= 25, !scalars.contains(where: { "。,;".unicodeScalars.contains($0) }) else { return false }
    return isNumbered(scalars) || text.hasSuffix("情况") || text.hasSuffix("方面")
  }

  private static func isNumbered(_ scalars: [Unicode.Scalar]) -> Bool {
    let numerals = "一二三四五六七八九十1234567890".unicodeScalars
    guard let first = scalars.first else { return false }
    if first == "(" {
      return scalars.dropFirst().prefix(3).contains(")") && scalars.count > 1 && numerals.contains(scalars[1])
    }
    return numerals.contains(first) && scalars.prefix(4).contains { $0 == "、" || $0 == "." }
  }

  /// （二）依申请公开情况。2025年……: a heading at the start of its paragraph.
  private static func leadingHeading(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard isNumbered(scalars),
      let end = scalars.prefix(30).firstIndex(of: "。") ?? scalars.prefix(30).firstIndex(of: ":")
    else { return nil }
    return String(String.UnicodeScalarView(scalars[..<end]))
  }
}

extension [Unicode.Scalar] {
  /// Whether `word` stands in it.
  func has(_ word: String) -> Bool { self[...].position(of: word) != nil }

  /// Whether one of these words stands in it.
  func has(anyOf words: [String]) -> Bool { words.contains(where: has) }
}

extension ArraySlice<Unicode.Scalar> {
  /// Where `word` stands first.
  func position(of word: String) -> Int? {
    let wanted = Array<Unicode.Scalar>(word.unicodeScalars)
    guard !wanted.isEmpty, count >= wanted.count else { return nil }
    for start in startIndex...(endIndex - wanted.count) where self[start..<start + wanted.count].elementsEqual(wanted) {
      return start
    }
    return nil
  }
}
