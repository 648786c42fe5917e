import Publication

/// CONFIDENTIAL, INTERNAL USE ONLY, TOP SECRET: marks in Latin letters, alone on their line or, in capitals, apart from the rest.
///
/// Source: wordings met in offices and in programs that label documents (unverified: no rule lists them).
enum LatinMark {
  /// The term of the mark in this line; `nil`: it is none.
  static func term(in line: MarkLine, isLabelLike: Bool) -> String? {
    let words = words(of: line)
    guard !words.isEmpty else { return nil }
    return wholeLine(line, words) ?? apart(line, words, isLabelLike: isLabelLike)
  }

  private struct Word {
    var text: String
    var range: Range<Int>
    var isCapital: Bool
  }

  /// Whole runs of letters, split where white space stood.
  private static func words(of line: MarkLine) -> [Word] {
    var words: [Word] = []
    var index = 0
    while index < line.count, words.count < 32 {
      guard isLetter(line.scalars[index]) else {
        index += 1
        continue
      }
      let start = index
      repeat { index += 1 } while index < line.count && isLetter(line.scalars[index]) && !line.isSpaced[index]
      let letters = line.scalars[start..<index]
      let upper = letters.map { $0 & ~0x20 }
      words.append(
        Word(
          text: String(String.UnicodeScalarView(upper.compactMap(Unicode.Scalar.init))), range: start..<index,
          isCapital: letters.allSatisfy { $0 < 0x60 }))
    }
    return joined(words)
  }

  /// S E C R E T is one word.
  private static func joined(_ words: [Word]) -> [Word] {
    guard words.count > 4, let first = words.first, let last = words.last,
      words.allSatisfy({ $0.range.count == 1 && $0.isCapital })
    else { return words }
    let text = words.map(\.text).joined()
    return [Word(text: text, range: first.range.lowerBound..<last.range.upperBound, isCapital: true)]
  }

  /// What alone is a mark.
  private static let marks: Set<String> = [
    "CONFIDENTIAL", "SECRET", "CLASSIFIED", "RESTRICTED", "INTERNAL", "PROPRIETARY", "NOFORN", "SENSITIVE",
  ]
  /// Several words that together are a mark.
  private static let phrases: [[String]] = [
    ["OFFICIAL", "USE", "ONLY"], ["INTERNAL", "USE"], ["INTERNAL", "ONLY"], ["NOT", "FOR", "DISTRIBUTION"],
    ["DO", "NOT", "DISTRIBUTE"], ["NOT", "FOR", "PUBLICATION"], ["NOT", "FOR", "PUBLIC", "RELEASE"],
    ["DO", "NOT", "COPY"], ["EYES", "ONLY"], ["DO", "NOT", "CIRCULATE"], ["NOT", "FOR", "CIRCULATION"],
    ["DO", "NOT", "FORWARD"], ["LIMITED", "DISTRIBUTION"],
  ]
  /// What else stands on the line of a mark.
  private static let company: Set<String> = [
    "STRICTLY", "HIGHLY", "MOST", "TOP", "VERY", "COMPANY", "FOR", "ONLY", "USE", "AND", "OR", "DOCUMENT",
    "INFORMATION",
    "OFFICE", "GOVERNMENT", "STAFF", "NOT", "PRIVATE", "THIS", "IS", "LEVEL", "COPY", "NO", "DRAFT", "COMMERCIAL", "IN",
    "CONFIDENCE", "MATERIAL", "MEMO", "OFFICIAL", "DATA", "DO", "DISTRIBUTE", "THE", "A", "AN", "FILE", "PERSONAL",
    "PARTY",
  ]

  /// Every word of the line belongs to a mark, and nothing but signs and figures stands between.
  private static func wholeLine(_ line: MarkLine, _ words: [Word]) -> String? {
    guard words.count <= 10 else { return nil }
    var letters = 0
    for word in words { letters += word.range.count }
    let rest = line.scalars.filter { !isLetter($0) }
    guard rest.allSatisfy({ !(Unicode.Scalar($0)?.isHan ?? true) }), letters + rest.count == line.count else {
      return nil
    }
    let texts = words.map(\.text)
    let phrase = phrases.first { contains($0, in: texts) }
    guard texts.allSatisfy({ marks.contains($0) || company.contains($0) || phrase?.contains($0) ?? false }) else {
      return nil
    }
    return phrase?.joined(separator: " ") ?? texts.first(where: marks.contains)
  }

  /// In capitals, between Chinese words or signs: 通知（CONFIDENTIAL）, report-SECRET.
  private static func apart(_ line: MarkLine, _ words: [Word], isLabelLike: Bool) -> String? {
    guard isLabelLike || line.count <= 40 else { return nil }
    let texts = words.map(\.text)
    if words.allSatisfy(\.isCapital) || isLabelLike, let phrase = phrases.first(where: { contains($0, in: texts) }) {
      return phrase.joined(separator: " ")
    }
    // Among other words in capitals it is part of a name: SECRET GARDEN.
    for (index, word) in words.enumerated() where marks.contains(word.text) {
      let isConfidential = word.text == "CONFIDENTIAL"
      guard word.isCapital || (isConfidential && isLabelLike) else { continue }
      let neighbours = [index - 1, index + 1].filter(words.indices.contains).map { words[$0] }
      if isConfidential || neighbours.allSatisfy({ isSeparate($0, word, line) || company.contains($0.text) }) {
        return word.text
      }
    }
    return nil
  }

  /// Whether something else than white space stands between two words.
  private static func isSeparate(_ one: Word, _ other: Word, _ line: MarkLine) -> Bool {
    let (left, right) = one.range.lowerBound < other.range.lowerBound ? (one, other) : (other, one)
    return right.range.lowerBound > left.range.upperBound
  }

  private static func contains(_ phrase: [String], in words: [String]) -> Bool {
    guard words.count >= phrase.count else { return false }
    return (0...(words.count - phrase.count)).contains { words[$0..<$0 + phrase.count].elementsEqual(phrase) }
  }

  private static func isLetter(_ value: UInt32) -> Bool { (value | 0x20) &- 0x61 < 26 }
}
