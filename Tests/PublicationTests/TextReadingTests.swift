import TestSupport
import Testing

@testable import Publication

/// Quick ways of reading text, each compared with the plain one on generated texts.
@Suite("Reading text quickly")
struct TextReadingTests {
  private static let crumbs = [
    "公", "開", "發", "機", "\u{F967}", "\u{2F42}", "a", "Z", "[", "}", "\"", "\\", "\u{1}", "\u{1F}", "\u{7F}", " ",
    "\u{3000}", "\n", "\r", "\r\n", "\u{B}",
    "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", "\u{301}", "\u{200D}", "\u{FEFF}", "é", "ß", "\u{182D}\u{180E}",
    "\u{202F}", "𠮷", "\u{1F468}", "（", "ｘ", "：",
    "没有什么可转义的一长串文字没有什么可转义的一长串文字", "plain ASCII text of some length", "乌兰塔拉盟",
  ]

  private static func texts() -> [String] {
    (0..<20_000).map { seed in
      var dice = Dice(seed: seed)
      return dice.joined(crumbs, upTo: 12)
    }
  }

  @Test("code points read off bytes are those of the string")
  func scalars() {
    for text in Self.texts() {
      var copy = text
      let scalars = copy.withUTF8 { bytes in
        var index = 0
        var found: [Unicode.Scalar] = []
        while let scalar = bytes.scalar(at: &index) { found.append(scalar) }
        return found
      }
      #expect(scalars == Array(text.unicodeScalars), "\(text)")
    }
  }

  @Test("a text is broken where a line of text ends, and nowhere else")
  func linePieces() {
    for text in Self.texts() {
      let expected = text.split(whereSeparator: \.isNewline).map { Array($0.utf8) }
      #expect(text.linePieces.map { Array($0.utf8) } == expected, "\(text)")
    }
  }

  @Test("a word is found wherever it stands, whichever words are looked for at once")
  func words() {
    let words = MarkLine.words("公开", "公", "發", "Z(", "机a", "发布", "（", "\"")
    for text in Self.texts() {
      let line = MarkLine(text)
      for index in 0...line.count {
        let expected = words.first { line.has($0, at: index) }
        #expect(line.first(of: words, at: index) == expected)
      }
      let isThere = (0..<line.count).contains { index in words.contains { line.has($0, at: index) } }
      #expect(line.contains(anyOf: words, in: 0..<line.count) == isThere)
    }
  }

  @Test("what JSON must escape is escaped wherever it stands, and nothing else")
  func escapes() throws {
    for text in Self.texts() {
      var expected = "\""
      for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x22: expected += "\\\""
        case 0x5C: expected += "\\\\"
        case 0x0A: expected += "\\n"
        case 0x0D: expected += "\\r"
        case 0x09: expected += "\\t"
        case 0..<0x10: expected += "\\u000" + String(scalar.value, radix: 16)
        case 0x10..<0x20: expected += "\\u00" + String(scalar.value, radix: 16)
        default: expected.unicodeScalars.append(scalar)
        }
      }
      #expect(JSONValue.string(text).utf8() == Array((expected + "\"").utf8), "\(text)")
    }
  }

  @Test("bytes are the same only when each of them is")
  func sameBytes() {
    let one = Array("一段足够长的文字，足够长到一次比较许多字节。".utf8)
    for index in one.indices {
      var other = one
      other[index] ^= 1
      let isSame = one.withUnsafeBufferPointer { left in other.withUnsafeBufferPointer { left.isSame(as: $0) } }
      #expect(!isSame)
    }
    let copy = one + []
    let short = Array(one.dropLast())
    #expect(one.withUnsafeBufferPointer { left in copy.withUnsafeBufferPointer { left.isSame(as: $0) } })
    #expect(!one.withUnsafeBufferPointer { left in short.withUnsafeBufferPointer { left.isSame(as: $0) } })
  }
}
