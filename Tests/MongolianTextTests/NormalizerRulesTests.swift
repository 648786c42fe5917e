import Foundation
import MongolianText
import Testing

/// One text, what the rules make of it, and which rules spoke.
struct RuleCase: CustomTestStringConvertible, Sendable {
  var name: String
  var input: String
  var output: String
  var rules: [String]
  var testDescription: String { name }

  static let all: [RuleCase] = [
    RuleCase(
      name: "U+202F between a stem and a suffix", input: "\u{182E}\u{1820}\u{182F}\u{202F}\u{1824}\u{1828}",
      output: "\u{182E}\u{1820}\u{182F}\u{180E}\u{1824}\u{1828}", rules: ["suffix-separator"]),
    RuleCase(
      name: "two suffixes",
      input: "\u{182E}\u{1820}\u{182F}\u{202F}\u{1833}\u{1824}\u{1837}\u{202F}\u{1822}\u{1836}\u{1820}\u{1828}",
      output: "\u{182E}\u{1820}\u{182F}\u{180E}\u{1833}\u{1824}\u{1837}\u{180E}\u{1822}\u{1836}\u{1820}\u{1828}",
      rules: ["suffix-separator", "suffix-separator"]),
    RuleCase(
      name: "a suffix after digits", input: "2024\u{202F}\u{1823}\u{1828} 2024\u{202F}\u{1824}",
      output: "2024\u{202F}\u{1823}\u{1828} 2024\u{180E}\u{1824}", rules: ["suffix-separator"]),
    RuleCase(
      name: "a suffix after a Han character and a closing mark",
      input: "\u{4E2D}\u{202F}\u{1824} \u{300B}\u{202F}\u{1836}\u{1822}\u{1828}",
      output: "\u{4E2D}\u{180E}\u{1824} \u{300B}\u{180E}\u{1836}\u{1822}\u{1828}",
      rules: ["suffix-separator", "suffix-separator"]),
    RuleCase(
      name: "a suffix with its own final vowel",
      input: "\u{182E}\u{1820}\u{182F}\u{202F}\u{182F}\u{1824}\u{182D}\u{180E}\u{1820}",
      output: "\u{182E}\u{1820}\u{182F}\u{180E}\u{182F}\u{1824}\u{182D}\u{180E}\u{1820}", rules: ["suffix-separator"]),
    RuleCase(
      name: "two joiners with nothing visible between them are one (found by fuzzing: it took two runs)",
      input: "\u{1830}\u{200D}\u{200B}\u{200D}\u{1820}", output: "\u{1830}\u{200D}\u{1820}", rules: ["dead-control"]),
    RuleCase(
      name: "a suffix after a closing mark in its vertical form (found by fuzzing: it took two runs)",
      input: "\u{FE38}\u{202F}\u{1833}\u{1824}\u{1837}", output: "\u{FF5D}\u{180E}\u{1833}\u{1824}\u{1837}",
      rules: ["vertical-form", "suffix-separator"]),
    RuleCase(
      name: "a no-break space after litter stays (found by fuzzing: it took two runs)",
      input: "j\u{200B}\u{FEFF}\u{A0}\u{182F}\u{1824}\u{182D}\u{180E}\u{1820}",
      output: "j\u{200B}\u{FEFF}\u{A0}\u{182F}\u{1824}\u{182D}\u{180E}\u{1820}", rules: []),
    RuleCase(
      name: "U+202F before a word that is no suffix stays",
      input: "\u{182E}\u{1820}\u{182F}\u{202F}\u{182E}\u{1823}\u{1829}",
      output: "\u{182E}\u{1820}\u{182F}\u{202F}\u{182E}\u{1823}\u{1829}", rules: []),
    RuleCase(
      name: "U+202F after a comma stays", input: "\u{1802}\u{202F}\u{1824}", output: "\u{1802}\u{202F}\u{1824}",
      rules: []),
    RuleCase(
      name: "a no-break space before a suffix whose form it does not change",
      input: "\u{182E}\u{1820}\u{182F}\u{A0}\u{182A}\u{1820}\u{1837}",
      output: "\u{182E}\u{1820}\u{182F}\u{180E}\u{182A}\u{1820}\u{1837}",
      rules: ["no-break-space"]),
    RuleCase(
      name: "a no-break space before a suffix whose form it changes stays",
      input: "\u{182E}\u{1820}\u{182F}\u{A0}\u{1836}\u{1822}\u{1828}",
      output: "\u{182E}\u{1820}\u{182F}\u{A0}\u{1836}\u{1822}\u{1828}",
      rules: []),
    RuleCase(
      name: "U+200B and a space before a suffix", input: "\u{182E}\u{1820}\u{182F}\u{200B} \u{182A}\u{1820}\u{1837}",
      output: "\u{182E}\u{1820}\u{182F}\u{180E}\u{182A}\u{1820}\u{1837}", rules: ["zero-width-space-habit"]),
    RuleCase(
      name: "U+200B and U+FEFF inside a word", input: "\u{182E}\u{200B}\u{1820}\u{FEFF}\u{182F}",
      output: "\u{182E}\u{1820}\u{182F}",
      rules: ["dead-control", "dead-control"]),
    RuleCase(
      name: "a second joiner of the same kind",
      input: "\u{182E}\u{1820}\u{200D}\u{200D} \u{182E}\u{200C}\u{200C}\u{182F}",
      output: "\u{182E}\u{1820}\u{200D} \u{182E}\u{200C}\u{182F}", rules: ["dead-control", "dead-control"]),
    RuleCase(
      name: "U+FEFF at the start of a text stays", input: "\u{FEFF}\u{182E}\u{1820}",
      output: "\u{FEFF}\u{182E}\u{1820}", rules: []),
    RuleCase(
      name: "U+200B beside Chinese stays", input: "\u{4E2D}\u{200B}\u{6587}", output: "\u{4E2D}\u{200B}\u{6587}",
      rules: []),
    RuleCase(
      name: "a selector for the form that stands there anyhow",
      input: "\u{182A}\u{1822}\u{1834}\u{1822}\u{182D}\u{180C}",
      output: "\u{182A}\u{1822}\u{1834}\u{1822}\u{182D}", rules: ["redundant-selector"]),
    RuleCase(
      name: "a selector that no form has is visible and stays", input: "\u{182F}\u{1820}\u{180F}",
      output: "\u{182F}\u{1820}\u{180F}",
      rules: []),
    RuleCase(
      name: "a selector that makes a form stays", input: "\u{1830}\u{1822}\u{182D}\u{180B}",
      output: "\u{1830}\u{1822}\u{182D}\u{180B}",
      rules: []),
    RuleCase(
      name: "vertical forms of marks", input: "\u{FE3D}\u{182E}\u{1820}\u{FE3E}\u{FE16}",
      output: "\u{300A}\u{182E}\u{1820}\u{300B}\u{FF1F}",
      rules: ["vertical-form", "vertical-form", "vertical-form"]),
    RuleCase(
      name: "combining marks after a letter in canonical order", input: "\u{182E}\u{0301}\u{0323}",
      output: "\u{182E}\u{0323}\u{0301}", rules: ["canonical-order"]),
    RuleCase(
      name: "combining marks after other letters stay", input: "x\u{0301}\u{0323}\u{182E}",
      output: "x\u{0301}\u{0323}\u{182E}",
      rules: []),
    RuleCase(
      name: "Chinese, line ends and spaces stay",
      input: "\u{3000}\u{3000}\u{4E2D}\u{6587}\u{FF0C}\r\n\r \t\u{A0}x\u{202F}y\u{1803}\n",
      output: "\u{3000}\u{3000}\u{4E2D}\u{6587}\u{FF0C}\r\n\r \t\u{A0}x\u{202F}y\u{1803}\n", rules: []),
  ]
}

@Suite("The rules of mn-normal/1")
struct NormalizerRulesTests {
  @Test("each rule changes what it is for and nothing else", arguments: RuleCase.all)
  func rule(_ one: RuleCase) throws {
    let result = try MongolianNormalizer().normalize(one.input)
    #expect(codePoints(result.text) == codePoints(one.output))
    #expect(result.changes.map(\.rule) == one.rules)
    #expect(try MongolianNormalizer().normalize(result.text).changes.isEmpty)
    #expect(
      codePoints(try TextChangeReport.rebuildInput(output: result.text, changes: result.changes))
        == codePoints(one.input))
    #expect(
      codePoints(try TextChangeReport.rebuildOutput(input: one.input, changes: result.changes))
        == codePoints(result.text))
  }

  @Test("a change tells its line and its places in the input and in the output")
  func places() throws {
    let result = try MongolianNormalizer().normalize("x\r\n\u{182E}\u{200B}\u{1820}\r\u{182F}\u{202F}\u{1824}")
    #expect(
      result.changes == [
        TextChange(
          rule: "dead-control", line: 2, before: ScalarSpan(scalarOffset: 4, scalars: ["\u{200B}"]),
          after: ScalarSpan(scalarOffset: 4, scalars: [])),
        TextChange(
          rule: "suffix-separator", line: 3, before: ScalarSpan(scalarOffset: 8, scalars: ["\u{202F}"]),
          after: ScalarSpan(scalarOffset: 7, scalars: ["\u{180E}"])),
      ])
  }

  @Test("every listed suffix is joined after U+202F, and printed with U+202F for older fonts")
  func suffixes() throws {
    let list = try String(
      contentsOf: MongolianFixtures.root.appendingPathComponent("locales/mn-Mong/suffixes.tsv"), encoding: .utf8)
    let rows = list.split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
    #expect(rows.count > 60)
    for row in rows {
      let suffix = String(
        String.UnicodeScalarView(
          row[5].split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }))
      let typed = "\u{182E}\u{1820}\u{182F}\u{202F}" + suffix
      let canonical = try MongolianNormalizer().normalize(typed).text
      #expect(codePoints(canonical) == codePoints("\u{182E}\u{1820}\u{182F}\u{180E}" + suffix), "\(row[0])")
      #expect(codePoints(SuffixSeparators.printing(canonical, nnbsp: true)) == codePoints(typed), "\(row[0])")
      #expect(codePoints(SuffixSeparators.printing(canonical, nnbsp: false)) == codePoints(canonical))
    }
  }

  @Test("U+180E before a final A or E is never printed otherwise")
  func finalVowel() {
    let word = "\u{182A}\u{1820}\u{1822}\u{1828}\u{180E}\u{1820} \u{182E}\u{1823}\u{1828}\u{180E}\u{1821}\u{180E}"
    #expect(codePoints(SuffixSeparators.printing(word, nnbsp: true)) == codePoints(word))
  }
}

/// `U+1820 U+180B`: two strings can look the same and differ.
func codePoints(_ text: String) -> String {
  text.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
}
