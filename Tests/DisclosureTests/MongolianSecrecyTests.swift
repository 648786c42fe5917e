import MongolianText
import Publication
import TestSupport
import Testing

@testable import Disclosure

@Suite("Secrecy marks in Mongolian")
struct MongolianSecrecyTests {
  private static let secret = "\u{1828}\u{1822}\u{182D}\u{1824}\u{1834}\u{1820}"
  private static let important = "\u{1834}\u{1822}\u{182C}\u{1824}\u{182F}\u{1820}"
  private static let inner = "\u{1833}\u{1823}\u{1832}\u{1824}\u{182D}\u{1820}\u{1833}\u{1824}"
  private static let paper = "\u{182A}\u{1822}\u{1834}\u{1822}\u{182D}"
  private static let nation = "\u{1824}\u{182F}\u{1824}\u{1830}\u{202F}\u{1824}\u{1828}"
  private static let body =
    "\u{1820}\u{1836}\u{1822}\u{182E}\u{1820}\u{182D}\u{202F}\u{1824}\u{1828} \u{182A}\u{1822}\u{1834}\u{1822}\u{182D}\u{1803}"

  private func judgement(_ line: String) -> Judgement {
    let document = DocumentBuilder.document(
      ["\u{182A}\u{1822}\u{1834}\u{1822}\u{182D}", line, Self.body], declarations: [DocumentBuilder.attribute("主动公开")],
      language: .mongolian)
    return Gate(policy: GatePolicy(officeContacts: [])).judge(document, ingest: [], inheritance: nil)
  }

  @Test("a level in Mongolian is a mark, in whatever letters and encoding it is typed")
  func marks() throws {
    // The same look with other letters: d for t, o for u, and selectors that change nothing.
    let lookAlike = "\u{1828}\u{1822}\u{182D}\u{1823}\u{1834}\u{1820}"
    let menksoft = try Menksoft.menksoft(from: Self.secret).text
    #expect(menksoft.unicodeScalars.allSatisfy { (0xE000...0xF8FF).contains($0.value) })
    for line in [
      Self.secret, "\(Self.important) \(Self.secret)", "\(Self.secret)★1", "★ \(Self.secret)", "（\(Self.secret)）",
      "\(Self.secret) 5 \u{1835}\u{1822}\u{182F}", lookAlike, menksoft, "\(menksoft)★1", "\(Self.inner) \(Self.paper)",
      "机密 \(Self.secret)",
    ] {
      #expect(judgement(line).isRestricted, "\(line.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }

  @Test("what a reader doesn't see in the word, or sees as a longer stroke, doesn't hide it")
  func disguises() {
    for piece in ["\u{200B}", "\u{FEFF}", "\u{2060}", "\u{AD}", "\u{180A}"] {
      var word = Array(Self.secret.unicodeScalars)
      word.insert(contentsOf: piece.unicodeScalars, at: 3)
      #expect(judgement(String(String.UnicodeScalarView(word))).isRestricted, "\(piece.unicodeScalars.map(\.value))")
    }
    #expect(judgement("\u{1828}\u{1822}\u{182D}\u{1824}\u{1834}\u{180E}\u{1820}").isRestricted)
  }

  @Test("the word in a sentence is none")
  func sentences() {
    for line in [
      "\(Self.nation) \(Self.secret)", "\(Self.body) \(Self.secret) \(Self.body)", Self.inner, Self.paper,
      Self.important,
      "《保守国家秘密法》 \(Self.secret)",
    ] {
      #expect(judgement(line).isCleared, "\(line.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }
}
