import Publication
import TestSupport
import Testing

@testable import Ingest

@Suite("Comparing lines")
struct LineTextTests {
  private static let crumbs = [
    "公", "关于", "关", "于", " ", "\u{3000}", "\t", "\u{A0}", "\u{2003}", "\u{FEFF}", "\u{202F}", "\u{180E}", "\u{200B}",
    "é", "e\u{301}", "𠮷", "a",
  ]

  @Test("white space goes and everything else stays, whatever stands where")
  func blanks() {
    for seed in 0..<20_000 {
      var dice = Dice(seed: seed)
      let (one, other) = (dice.joined(Self.crumbs, upTo: 6), dice.joined(Self.crumbs, upTo: 6))
      let solid = one.unicodeScalars.filter { !$0.isBlank }
      #expect(Array(one.withoutBlanks.unicodeScalars) == Array(solid), "seed \(seed)")
      let isSame = one.withoutBlanks.isSame(as: other.withoutBlanks)
      #expect(one.isSameWithoutBlanks(as: other) == isSame, "seed \(seed)")
      #expect(one.isSameWithoutBlanks(as: one.withoutBlanks))
    }
  }

  @Test("a text is contained when its bytes are")
  func contains() {
    for seed in 0..<20_000 {
      var dice = Dice(seed: seed)
      let (whole, part) = (dice.joined(Self.crumbs, upTo: 8), dice.joined(Self.crumbs, upTo: 2))
      let (bytes, wanted) = (Array(whole.utf8), Array(part.utf8))
      let isThere =
        !wanted.isEmpty && bytes.count >= wanted.count
        && (0...bytes.count - wanted.count).contains { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
      #expect(whole.contains(text: part) == isThere, "seed \(seed)")
    }
  }
}
