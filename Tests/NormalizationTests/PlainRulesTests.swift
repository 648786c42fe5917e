import Foundation
import Publication
import Testing

@testable import Normalization

@Suite struct PlainRulesTests {
  @Test(
    "what can't be seen goes, what only looks like an ideograph becomes it, nothing else is touched",
    arguments: [
      ("供\u{200B}暖", "供暖", ["zero-width"]), ("供\u{FEFF}暖\u{2060}", "供暖", ["zero-width", "zero-width"]),
      ("co\u{AD}op", "coop", ["zero-width"]), ("供\u{1}暖\u{7F}\u{85}", "供暖", ["control", "control", "control"]),
      ("供\u{FFFE}暖\u{FFFF}", "供暖", ["control", "control"]), ("供\u{FFFD}暖", "供\u{FFFD}暖", []),
      ("\u{202E}供\u{2069}暖\u{200F}", "供暖", ["bidi-control", "bidi-control", "bidi-control"]),
      ("\u{2F00}\u{2F2D}\u{2FD5}", "一山龠", ["kangxi-radical", "kangxi-radical", "kangxi-radical"]),
      ("\u{F900}\u{2F800}", "豈丽", ["compatibility-ideograph", "compatibility-ideograph"]),
      ("e\u{301}te\u{301}", "été", ["nfc", "nfc"]), ("\u{2329}供\u{232A}", "〈供〉", ["nfc", "nfc"]),
      ("か\u{3099}", "が", ["nfc"]), ("\u{1112}\u{1161}\u{11AB}", "한", ["nfc"]), ("5 \u{212B}", "5 Å", ["nfc"]),
      ("\t供暖　〇①（一）ＡＢ％…——“”", "\t供暖　〇①（一）ＡＢ％…——“”", []), ("\u{FA0E}\u{FA29}", "\u{FA0E}\u{FA29}", []),
      ("👨\u{200D}👩\u{200D}👧 葛\u{E0100}城", "👨\u{200D}👩\u{200D}👧 葛\u{E0100}城", []), ("a\u{A0}b", "a\u{A0}b", []),
      ("\u{200C}\u{200D}", "\u{200C}\u{200D}", []),
    ])
  func rules(input: String, output: String, rules: [String]) throws {
    let edition = try edition([[.text(input)]])
    #expect(codePoints(edition.text) == codePoints(output + "\n"))
    #expect(edition.changes.map(\.rule) == rules)
    #expect(edition.changeCount == rules.count)
  }

  @Test("a change is told with its place and its code points")
  func report() throws {
    let edition = try edition([[.text("供暖")], [.text("供\u{200B}暖")]], title: "关于\u{2F2D}的通知")
    #expect(edition.changes.map(\.place) == ["标题", "正文第2段"])
    #expect(edition.changes.first?.before == ["\u{2F2D}"])
    #expect(edition.changes.first?.after == ["山"])
    #expect(edition.changes.last?.after == [])
  }

  @Test("the table of Kangxi radicals is Unicode's own")
  func kangxi() throws {
    for value in UInt32(0x2F00)...0x2FD5 {
      let scalar = try #require(Unicode.Scalar(value))
      let expected = String(scalar).decomposedStringWithCompatibilityMapping
      #expect(
        KangxiRadicals.unified(scalar).map { String($0) }?.utf8.elementsEqual(expected.utf8) == true,
        "\(codePoints(String(scalar)))")
    }
    #expect(KangxiRadicals.unified("\u{2FD6}") == nil && KangxiRadicals.unified("一") == nil)
  }

  @Test("NFC agrees with the platform for every character, alone and beside others")
  func everyScalar() {
    for value in interesting {
      guard let scalar = Unicode.Scalar(value), !scalar.belongsToMongolian, !scalar.isPrivateUse else { continue }
      guard PlainRules.invisible(scalar) == nil, KangxiRadicals.unified(scalar) == nil else { continue }
      let text = "a" + String(scalar) + "供"
      let expected = text.precomposedStringWithCanonicalMapping
      let found = plain(text)
      if !found.utf8.elementsEqual(expected.utf8) {
        Issue.record("\(codePoints(text)): \(codePoints(found)) is not \(codePoints(expected))")
      }
    }
  }

  @Test("the quick look never misses what a rule would change")
  func traits() {
    for value in interesting {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let isChanged =
        !PlainRules.singles(in: bytes).isEmpty || !PlainRules.canonical(in: bytes).isEmpty
        || !CanonicalForm.isStable(scalar) && zeroOrMark(scalar)
      let traits = TextTraits.of(String(scalar))
      #expect(!isChanged || !traits.isEmpty, "\(codePoints(String(scalar)))")
      #expect(scalar.isPrivateUse == traits.contains(.privateUse), "\(codePoints(String(scalar)))")
      #expect(!(0x1800...0x18AF).contains(value) || traits.contains(.mongolian))
    }
  }

  /// All scalars but the middle of the large ranges in which all are alike: ideographs, Hangul syllables, private use, unassigned.
  private var interesting: [UInt32] {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x3500, 0x4DA0...0x4E10, 0x9FE0...0xAC10, 0xD790...0xE010, 0xF8F0...0x17010, 0x1B000...0x1FFFF,
      0x2A6D0...0x2A710,
      0x2F7F0...0x30010, 0xE0000...0xE0200, 0xEFFF0...0xF0010, 0x10FFF0...0x10FFFF,
    ]
    return ranges.flatMap(Array.init)
  }

  @Test("normalising twice changes nothing")
  func idempotence() throws {
    var random = SplitMix(state: 7)
    let pieces = [
      "a", "e", "\u{301}", "\u{327}", "\u{200B}", "\u{FEFF}", "\u{202E}", "\u{1}", "供", "\u{2F2D}", "\u{F900}", "か",
      "\u{3099}", "\u{1112}",
      "\u{1161}", "\u{11AB}", "각", "\u{2329}", "\u{AD}", "😀", "\u{200D}", "\u{E9}", "\u{2FA1D}", " ", "\u{302A}",
      "\u{5B0}", "\u{0F71}\u{0F72}",
    ]
    for _ in 0..<2000 {
      let text = (0..<(1 + Int(random.next() % 12))).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
        .joined()
      let once = plain(text)
      #expect(plain(once).utf8.elementsEqual(once.utf8), "\(codePoints(text))")
      #expect(once.precomposedStringWithCanonicalMapping.utf8.elementsEqual(once.utf8), "\(codePoints(text))")
    }
  }

  @Test("an endless row of combining marks is left as it is, in no time")
  func endlessMarks() throws {
    let marks = String(repeating: "\u{327}\u{301}", count: 100_000)
    #expect(plain("a" + marks).utf8.count == 1 + marks.utf8.count)
  }

  private func zeroOrMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark: scalar.properties.canonicalCombiningClass != .notReordered
    default: false
    }
  }

  private func plain(_ text: String) -> String {
    guard TextTraits.of(text).contains(.doubtful) else { return text }
    var joined = JoinedText()
    joined.append(text)
    joined.apply(PlainRules.singles(in: joined.bytes).map(\.edit))
    joined.apply(PlainRules.canonical(in: joined.bytes).map(\.edit))
    return joined.text
  }
}

/// A small generator with a fixed start: the same cases on every run. Source: SplitMix64, S. Vigna (public domain).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
