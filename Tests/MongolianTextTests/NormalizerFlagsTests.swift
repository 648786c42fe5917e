import MongolianText
import Testing

struct FlagCase: CustomTestStringConvertible, Sendable {
  var name: String
  var input: String
  var flags: [String]
  var testDescription: String { name }

  static let all: [FlagCase] = [
    FlagCase(
      name: "an ordinary space before a suffix", input: "\u{1824}\u{182F}\u{1824}\u{1830} \u{1824}\u{1828}",
      flags: ["space-before-suffix"]),
    FlagCase(
      name: "a suffix with a selector after a space", input: "\u{1824}\u{182F} \u{1836}\u{180B}\u{1822}\u{1828}",
      flags: ["space-before-suffix"]),
    FlagCase(
      name: "JA typed for the look of YA", input: "\u{1824}\u{182F} \u{1835}\u{1822}\u{1828}",
      flags: ["space-before-suffix"]),
    FlagCase(
      name: "a space is right before the question particle", input: "\u{1824}\u{182F} \u{1824}\u{1824}", flags: []),
    FlagCase(name: "a suffix at the start of a line", input: "\u{1824}\u{182F}\u{1803}\n\u{1824}\u{1828}", flags: []),
    FlagCase(
      name: "a space and a separator", input: "\u{1824}\u{182F} \u{202F}\u{1824}\u{1828}", flags: ["double-separator"]),
    FlagCase(
      name: "a no-break space that changes the suffix", input: "\u{182E}\u{1820}\u{182F}\u{A0}\u{1836}\u{1822}\u{1828}",
      flags: ["no-break-space-before-suffix"]),
    FlagCase(
      name: "a glued genitive after a consonant",
      input: "\u{1820}\u{1836}\u{1822}\u{182E}\u{1820}\u{182D}\u{1836}\u{1822}\u{1828}", flags: ["glued-suffix"]),
    FlagCase(
      name: "a glued dative", input: "\u{1824}\u{182F}\u{1820}\u{1837}\u{1822}\u{182F}\u{1833}\u{1824}",
      flags: ["glued-suffix"]),
    FlagCase(
      name: "U+180E, nirugu and A", input: "\u{1820}\u{182D}\u{180E}\u{180A}\u{1820}", flags: ["mvs-nirugu-vowel"]),
    FlagCase(
      name: "a selector that meant something else",
      input: "\u{182D}\u{1821}\u{1837}\u{1821}\u{182D}\u{180D}\u{182F}\u{1821}\u{182D}\u{1826}",
      flags: ["changed-selector"]),
    FlagCase(name: "masculine and feminine vowels", input: "\u{1820}\u{182D}\u{1821}", flags: ["vowel-harmony"]),
    FlagCase(
      name: "a masculine stem and a feminine suffix are two stretches",
      input: "\u{1820}\u{182F}\u{180E}\u{1826}\u{1828}", flags: []),
    FlagCase(
      name: "a Todo letter in a Hudum text", input: "\u{1820}\u{182F} \u{1820}\u{1846}\u{182F} \u{1820}\u{182F}",
      flags: ["other-letters"]),
    FlagCase(name: "question marks of ASCII", input: "\u{1820}\u{182F}??", flags: ["ascii-question-mark"]),
    FlagCase(name: "a question mark in an address", input: "http://x.cn/?a \u{1820}\u{182F}", flags: []),
    FlagCase(
      name: "U+3000 inside a line", input: "\u{1820}\u{182F}\u{3000}\u{1820}\u{182F}", flags: ["ideographic-space"]),
    FlagCase(name: "U+3000 at the start of a paragraph", input: "\n\u{3000}\u{3000}\u{1820}\u{182F}", flags: []),
  ]
}

@Suite("What is flagged and left alone")
struct NormalizerFlagsTests {
  @Test("a doubtful place is pointed out, with a suggestion, and not changed", arguments: FlagCase.all)
  func flag(_ one: FlagCase) throws {
    let result = try MongolianNormalizer().normalize(one.input)
    #expect(result.flags.map(\.rule) == one.flags)
    #expect(result.flags.allSatisfy { !$0.suggestion.isEmpty })
    let scalars = Array(one.input.unicodeScalars)
    for flag in result.flags {
      #expect(Array(scalars[flag.scalarOffset..<(flag.scalarOffset + flag.scalars.count)]) == flag.scalars)
    }
    let untouched = one.flags.contains("double-separator") || result.changes.isEmpty
    #expect(untouched)
  }

  @Test("the defects seen on public pages are flagged or left, and nothing is refused")
  func webPatterns() throws {
    var flagged = 0
    for row in try MongolianFixtures.rows("corpus/web-patterns.tsv").dropFirst() {
      let seen = String(
        String.UnicodeScalarView(
          row[3].split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }))
      let result = try MongolianNormalizer().normalize("\u{1824}\u{182F}\u{1824}\u{1830} " + seen)
      if !result.flags.isEmpty { flagged += 1 }
    }
    #expect(flagged >= 12)
  }

  @Test("a dictionary is hardly ever called glued")
  func dictionary() throws {
    var glued = 0
    for row in try MongolianFixtures.rows("corpus/dictionary-words.txt") {
      guard let word = row.last else { continue }
      if try MongolianNormalizer().normalize(word).flags.contains(where: { $0.rule == "glued-suffix" }) { glued += 1 }
    }
    #expect(glued < 10)
  }
}
