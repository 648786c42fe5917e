import Foundation
import Testing

@testable import MongolianText

@Suite("The compiled rules of the shaper")
struct ShaperCompiledTests {
  private var table = Shaping()
  private var rules = Shaping()

  private static func text(_ tokens: [UInt8]) -> [UInt8] {
    let scalars = tokens.map { token -> Unicode.Scalar in
      if token == RunToken.mvs { return "\u{180E}" }
      if token == RunToken.nnbsp { return "\u{202F}" }
      return Unicode.Scalar(0x1820 + UInt32(token)) ?? "\u{1820}"
    }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  /// Nothing where both give the same units.
  private mutating func difference(_ tokens: [UInt8]) -> String? {
    let text = Self.text(tokens)
    table.shape(text.span)
    rules.shapeLetters(text.span)
    guard table.units != rules.units else { return nil }
    return "\(tokens): \(table.writtenUnits), by the rules \(rules.writtenUnits)"
  }

  @Test("they give what the rules give for every word of up to three letters")
  mutating func shortWords() {
    var wrong: [String] = []
    let letters = 0..<RunToken.letters
    for first in letters {
      if let found = difference([first]) { wrong.append(found) }
      for second in letters {
        if let found = difference([first, second]) { wrong.append(found) }
        for third in letters {
          if let found = difference([first, second, third]) { wrong.append(found) }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(10))")
  }

  @Test("they give what the rules give for words of any length, with separators in all places")
  mutating func longWords() {
    let count = ProcessInfo.processInfo.environment["ZARLAL_LONG"] == "1" ? 3_000_000 : 30_000
    var random = CaseGenerator(state: 2023)
    var wrong: [String] = []
    for _ in 0..<count {
      let tokens = (0..<Int.random(in: 1...12, using: &random)).map { _ -> UInt8 in
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<2: RunToken.mvs
        case 2: RunToken.nnbsp
        case 3..<12: UInt8.random(in: Letter.a...Letter.ee, using: &random)
        case 12..<16:
          [Letter.g, Letter.h, Letter.n, Letter.d, Letter.t, Letter.sh].randomElement(using: &random) ?? Letter.g
        default: UInt8.random(in: 0..<RunToken.letters, using: &random)
        }
      }
      if let found = difference(tokens) { wrong.append(found) }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(10))")
  }

  @Test("each particle, after a separator and alone, in front of another suffix and not, is shaped as by the rules")
  mutating func particles() {
    var wrong: [String] = []
    for key in HudumTables.particleKeys {
      var letters: [UInt8] = []
      var rest = key & ~(1 << 63)
      while rest != 0 {
        letters.append(UInt8(rest & 63) - 1)
        rest >>= 6
      }
      let m = RunToken.mvs
      for tokens in [
        letters, [m] + letters, [Letter.b, Letter.a, RunToken.nnbsp] + letters, [m] + letters + [m, Letter.a],
        letters + [m, Letter.e], [Letter.a, m] + letters + [RunToken.nnbsp, Letter.u, Letter.n],
      ] {
        if let found = difference(tokens) { wrong.append(found) }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(10))")
  }

  @Test("most words of the dictionary need no more than the table")
  mutating func dictionary() throws {
    let words = try MongolianFixtures.rows("corpus/dictionary-words.txt").compactMap(\.first)
    let known = words.count { word in
      let bytes = Array(word.utf8)
      return table.readForms(bytes.span, from: 0).areKnown
    }
    #expect(known * 10 > words.count * 9, "\(known) of \(words.count)")
  }
}
