import Foundation
import MongolianText
import Testing

/// Cases in an order that never changes (SplitMix64).
struct CaseGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

@Suite("Two shapers, written independently, agree")
struct ShaperLiteralTests {
  private static let vowels = ["a", "e", "i", "o", "u", "oe", "ue", "ee", "a", "i", "ue", "oe"]
  private static let consonants = [
    "n", "h", "g", "s", "d", "t", "sh", "b", "k2", "y", "w", "j", "g", "h", "ng", "lh", "cr",
  ]
  private static let controls = ["fvs1", "fvs2", "fvs3", "fvs4", "mvs", "nnbsp", "nirugu", "zwj", "mvs", "fvs1"]
  private static let others: [Unicode.Scalar] = [
    " ", "x", "\u{200C}", "\u{1843}", "\u{1802}", "\u{4E2D}", "\u{1F600}", "\u{1810}",
  ]

  /// A run as people could type it, or nearly: letters in syllables, controls in all places, some doubled, at times something else.
  static func run(_ random: inout CaseGenerator) -> [Unicode.Scalar] {
    var aliases: [String] = []
    let density = Int.random(in: 0..<4, using: &random)
    var scalars: [Unicode.Scalar] = []
    for _ in 0..<Int.random(in: 1...9, using: &random) {
      let dice = Int.random(in: 0..<16, using: &random)
      let pool = dice < 6 ? vowels : dice < 13 ? consonants : density == 0 ? consonants : controls
      if dice == 12, density == 3 { aliases.append(LetterAliases.alias(of: letter(&random)) ?? "a") }
      guard let alias = pool.randomElement(using: &random) else { continue }
      aliases.append(alias)
      if dice == 15, density > 1 { aliases.append(controls[Int.random(in: 0..<controls.count, using: &random)]) }
    }
    scalars = LetterAliases.scalars(of: aliases.joined(separator: " ")) ?? []
    if Int.random(in: 0..<12, using: &random) == 0, let other = others.randomElement(using: &random) {
      scalars.insert(other, at: Int.random(in: 0...scalars.count, using: &random))
    }
    return scalars
  }

  private static func letter(_ random: inout CaseGenerator) -> Unicode.Scalar {
    Unicode.Scalar(UInt32.random(in: 0x1820...0x1842, using: &random)) ?? "\u{1820}"
  }

  private func difference(_ literal: LiteralShaper, _ scalars: [Unicode.Scalar]) -> String? {
    let slow = literal.units(of: scalars)
    let fast = HudumShaper.writtenUnits(of: scalars).description
    guard slow != fast else { return nil }
    let input = scalars.map { LetterAliases.alias(of: $0) ?? String($0.value, radix: 16) }.joined(separator: " ")
    return "\(input): literal \(slow), fast \(fast)"
  }

  @Test("on every word of the dictionary")
  func dictionary() throws {
    let literal = try LiteralShaper()
    let words = try MongolianFixtures.rows("corpus/dictionary-words.txt").compactMap(\.first)
    let sample =
      ProcessInfo.processInfo.environment["ZARLAL_LONG"] == "1"
      ? words : words.enumerated().filter { $0.offset % 7 == 0 }.map(\.element)
    let wrong = sample.compactMap { difference(literal, Array($0.unicodeScalars)) }
    #expect(sample.count > 2000)
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20).joined(separator: "\n"))")
  }

  @Test("on the Unicode side of the converters' pairs, selectors of two eras and all")
  func pairs() throws {
    let literal = try LiteralShaper()
    let words = try MongolianFixtures.rows("corpus/pair-words.txt").compactMap(\.first)
    let wrong = words.compactMap { difference(literal, Array($0.unicodeScalars)) }
    #expect(words.count > 1000)
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20).joined(separator: "\n"))")
  }

  @Test("on generated runs with selectors, separators, joiners, doubled controls and strangers in all places")
  func generated() throws {
    let literal = try LiteralShaper()
    let count = ProcessInfo.processInfo.environment["ZARLAL_LONG"] == "1" ? 2_000_000 : 20_000
    var random = CaseGenerator(state: 57)
    var wrong: [String] = []
    for _ in 0..<count where wrong.count < 40 {
      if let found = difference(literal, Self.run(&random)) { wrong.append(found) }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  @Test("the slow one alone gives the published units too", arguments: ["core-hudum", "eac-hudum"])
  func suite(name: String) throws {
    let literal = try LiteralShaper()
    let disputed: Set = ["XIM11-39", "XIM11-40", "XIM11-41", "XIM11-46", "XIM11-1012"]
    let wrong = try MongolianFixtures.rows("suites/\(name).tsv").filter { row in
      let scalars = LetterAliases.scalars(of: row[1]) ?? []
      return !disputed.contains(row[0]) && literal.units(of: scalars) != row[2]
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }
}
