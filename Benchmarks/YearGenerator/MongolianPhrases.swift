/// Invented Mongolian text, put together from single words and listed suffixes: right for code points and joins, not for reading.
enum MongolianPhrases {
  struct Word: Sendable {
    var text: String
    /// Masculine words have a, o, u; feminine ones e, ö, ü.
    var isMasculine: Bool
    var ending: Ending
  }

  enum Ending: Sendable { case vowel, n, hard, soft }

  static let masculine: [(String, Ending)] = [
    ("ᠠᠵᠢᠯ", .soft), ("ᠠᠶᠢᠮᠠᠭ", .hard), ("ᠣᠷᠳᠣᠨ", .n), ("ᠤᠯᠤᠰ", .hard), ("ᠤᠰᠤ", .vowel),
    ("ᠪᠣᠳᠣᠯᠭ\u{180E}ᠠ", .vowel), ("ᠬᠠᠤᠯᠢ", .vowel), ("ᠬᠠᠮᠢᠶᠠᠷᠤᠯᠲᠠ", .vowel), ("ᠬᠣᠰᠢᠭᠤ", .vowel),
    ("ᠭᠠᠵᠠᠷ", .hard), ("ᠮᠠᠯ", .soft), ("ᠮᠣᠩᠭᠣᠯ", .soft), ("ᠰᠤᠷᠭᠠᠨ", .n), ("ᠲᠠᠷᠢᠶᠠᠯᠠᠩ", .soft),
    ("ᠲᠣᠭᠲᠠᠭᠠᠯ", .soft), ("ᠵᠠᠬᠢᠷᠭ\u{180E}ᠠ", .vowel), ("ᠵᠠᠮ", .soft), ("ᠬᠤᠷᠠᠯ", .soft), ("ᠰᠣᠶᠣᠯ", .soft),
    ("ᠠᠮᠢᠳᠤᠷᠠᠯ", .soft), ("ᠠᠯᠪᠠᠨ", .n), ("ᠵᠠᠰᠠᠭ", .hard), ("ᠰᠠᠷ\u{180E}ᠠ", .vowel), ("ᠪᠠᠶᠢᠭᠤᠯᠤᠯᠲᠠ", .vowel),
  ]
  static let feminine: [(String, Ending)] = [
    ("ᠡᠯᠡᠰᠦ", .vowel), ("ᠥᠪᠡᠷᠲᠡᠭᠡᠨ", .n), ("ᠦᠢᠯᠡᠰ", .hard), ("ᠦᠰᠦᠭ", .hard), ("ᠨᠡᠶᠢᠭᠡᠮ", .soft),
    ("ᠪᠢᠴᠢᠭ", .hard), ("ᠬᠡᠷᠡᠭ", .hard), ("ᠬᠥᠭᠵᠢᠯᠲᠡ", .vowel), ("ᠬᠥᠳᠡᠭᠡ", .vowel), ("ᠮᠡᠳᠡᠭᠡ", .vowel),
    ("ᠪᠡᠯᠴᠢᠭᠡᠷ", .hard), ("ᠬᠦᠮᠦᠵᠢᠯ", .soft), ("ᠬᠦᠮᠦᠨ", .n), ("ᠲᠦᠮᠡᠨ", .n), ("ᠡᠳᠦᠷ", .hard), ("ᠲᠥᠷᠥ", .vowel),
    ("ᠨᠡᠷ\u{180E}ᠡ", .vowel),
  ]
  static let verbs = [
    "ᠨᠡᠶᠢᠲᠡᠯᠡᠪᠡ", "ᠪᠠᠶᠢᠭᠤᠯᠪᠠ", "ᠪᠦᠲᠦᠭᠡᠪᠡ", "ᠲᠠᠯᠪᠢᠪᠠ", "ᠲᠠᠷᠬᠠᠭᠠᠪᠠ", "ᠶᠠᠪᠤᠭᠤᠯᠪᠠ",
    "ᠬᠤᠷᠠᠯᠳᠤᠪᠠ", "ᠡᠬᠢᠯᠡᠪᠡ", "ᠬᠡᠷᠡᠭᠵᠢᠭᠦᠯᠪᠡ", "ᠵᠠᠷᠯᠠᠪᠠ",
  ]
  static let words: [Word] =
    masculine.map { Word(text: $0.0, isMasculine: true, ending: $0.1) }
    + feminine.map { Word(text: $0.0, isMasculine: false, ending: $0.1) }

  /// A listed suffix that fits `word` by harmony and ending.
  static func suffix(of word: Word, _ random: inout Randomness) -> String {
    let isMasculine = word.isMasculine
    var fitting: [String] = isMasculine ? ["ᠲᠠᠢ", "ᠠᠴᠠ", "ᠨᠤᠭᠤᠳ"] : ["ᠲᠡᠢ", "ᠡᠴᠡ", "ᠨᠦᠭᠦᠳ"]
    switch word.ending {
    case .vowel: fitting += isMasculine ? ["ᠶᠢᠨ", "ᠶᠢ", "ᠪᠠᠷ", "ᠪᠠᠨ", "ᠳᠤ"] : ["ᠶᠢᠨ", "ᠶᠢ", "ᠪᠡᠷ", "ᠪᠡᠨ", "ᠳᠦ"]
    case .n: fitting += isMasculine ? ["ᠤ", "ᠢ", "ᠢᠶᠠᠷ", "ᠢᠶᠠᠨ", "ᠳᠤ"] : ["ᠦ", "ᠢ", "ᠢᠶᠡᠷ", "ᠢᠶᠡᠨ", "ᠳᠦ"]
    case .hard: fitting += isMasculine ? ["ᠤᠨ", "ᠢ", "ᠢᠶᠠᠷ", "ᠢᠶᠠᠨ", "ᠲᠤ"] : ["ᠦᠨ", "ᠢ", "ᠢᠶᠡᠷ", "ᠢᠶᠡᠨ", "ᠲᠦ"]
    case .soft: fitting += isMasculine ? ["ᠤᠨ", "ᠢ", "ᠢᠶᠠᠷ", "ᠢᠶᠠᠨ", "ᠳᠤ"] : ["ᠦᠨ", "ᠢ", "ᠢᠶᠡᠷ", "ᠢᠶᠡᠨ", "ᠳᠦ"]
    }
    return random.pick(fitting)
  }

  static func sentence(separator: String, _ random: inout Randomness) -> String {
    var text = ""
    let count = random.number(4...12)
    for index in 0..<count {
      let word = random.pick(words)
      text += word.text
      if random.chance(55) { text += separator + suffix(of: word, &random) }
      if random.chance(6) { text += " \(random.number(2...1999))" }
      text += index == count / 2 && count > 8 ? "\u{1802} " : " "
    }
    return text + random.pick(verbs) + "\u{1803}"
  }

  static func title(words count: Int, separator: String, _ random: inout Randomness) -> String {
    var parts: [String] = []
    for _ in 0..<count {
      let word = random.pick(words)
      parts.append(random.chance(40) ? word.text + separator + suffix(of: word, &random) : word.text)
    }
    return parts.joined(separator: " ")
  }

  /// A news item; the number `serial` is in no other document.
  static func news(serial: Int, random: inout Randomness) -> Article {
    var article = Article()
    article.isMongolian = true
    // Writers type U+202F before a suffix; a few use U+180E, as the rules of 2023 want it.
    let separator = random.chance(85) ? "\u{202F}" : "\u{180E}"
    let long = random.chance(30)
    article.title = title(words: long ? 5 : 2, separator: separator, &random)
    if article.title.unicodeScalars.count > 32 { article.shortTitle = shortTitle(separator, &random) }
    for _ in 0..<random.number(2...5) {
      var paragraph: [String] = []
      for _ in 0..<random.number(2...5) { paragraph.append(sentence(separator: separator, &random)) }
      article.paragraphs.append(paragraph.joined(separator: " "))
    }
    article.paragraphs.append("ᠮᠡᠳᠡᠭᠡ \(serial)\u{1803}")
    return article
  }

  private static func shortTitle(_ separator: String, _ random: inout Randomness) -> String {
    random.pick(words).text + " " + random.pick(words).text
  }
}
