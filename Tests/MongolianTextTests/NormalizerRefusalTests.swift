import MongolianText
import Testing

@Suite("What is refused")
struct NormalizerRefusalTests {
  @Test(
    "a text is refused whole, with the byte and the reason",
    arguments: [
      ("\u{4E2D}\u{E271}\u{E268}", TextRefusal.Reason.privateUse, 3),
      ("a\u{F0E0}", .privateUse, 1),
      ("\u{F0000}", .privateUse, 0),
      ("x \u{1845}\u{1846}\u{1847}", .otherMongolian, 2),
    ])
  func refused(_ text: String, _ reason: TextRefusal.Reason, _ byte: Int) {
    #expect {
      try MongolianNormalizer().normalize(text)
    } throws: { error in
      (error as? TextRefusal)?.reason == reason && (error as? TextRefusal)?.byteOffset == byte
    }
  }

  @Test(
    "bytes that are not UTF-8 are refused where they stop being UTF-8",
    arguments: [
      ([0x61, 0xE1, 0xA0], 1), ([0xC0, 0xAF], 0), ([0xE1, 0xA0, 0xA0, 0xED, 0xA0, 0x80], 3), ([0x61, 0x62, 0xFF], 2),
    ] as [([UInt8], Int)])
  func invalid(_ bytes: [UInt8], _ byte: Int) {
    #expect(throws: TextRefusal(reason: .invalidUTF8, byteOffset: byte)) {
      try MongolianNormalizer().normalize(utf8: bytes)
    }
  }

  @Test("a site's rule that changes what the reader sees is refused; one that does not is applied and named")
  func siteRules() throws {
    let harmful = try MongolianNormalizer(siteRules: ["\\u1824 > \\u1826 ;"])
    #expect(throws: TextRefusal.self) { try harmful.normalize("\u{1824}\u{182F}") }
    let harmless = try MongolianNormalizer(siteRules: ["\\u1832 > \\u1833 ;"])
    let result = try harmless.normalize("\u{1832}\u{1824}\u{182E}")
    #expect(codePoints(result.text) == "U+1833 U+1824 U+182E")
    #expect(result.changes.map(\.rule) == ["site-rule"])
    #expect(harmless.policy.hasPrefix("mn-normal/1+") && harmless.policy.utf8.count == 20)
    #expect(harmless.policy != harmful.policy)
    #expect(MongolianNormalizer().policy == "mn-normal/1")
    #expect(throws: SiteRuleFault.self) { try MongolianNormalizer(siteRules: ["a > b ;", "[ > ;"]) }
  }

  @Test("site rules that undo each other are refused")
  func circle() throws {
    let swap = try MongolianNormalizer(siteRules: ["\\u1832 > \\u0001 ; \\u1833 > \\u1832 ;", "\\u0001 > \\u1833 ;"])
    #expect(throws: TextRefusal.self) { try swap.normalize("\u{1832}\u{1824}\u{182E}") }
  }
}
