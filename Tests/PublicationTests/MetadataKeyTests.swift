import Publication
import Testing

@Suite("Metadata keys and plain values")
struct MetadataKeyTests {
  @Test("every key is known by its name and its Chinese names", arguments: MetadataKey.allCases)
  func names(_ key: MetadataKey) {
    #expect(MetadataKey(name: key.rawValue) == key)
    #expect(MetadataKey(name: " \u{3000}\(key.rawValue)\u{FEFF}") == key)
    for alias in key.aliases { #expect(MetadataKey(name: alias) == key) }
    #expect(MetadataKey(name: key.rawValue.uppercased()) == nil)
  }

  @Test("trimming leaves Mongolian separators alone")
  func trimming() {
    #expect("\u{3000} \u{202F}\u{182A}\u{180E} ".trimmedWhitespace.utf8.elementsEqual("\u{202F}\u{182A}\u{180E}".utf8))
    #expect(" \t\u{FEFF}".trimmedWhitespace.isEmpty)
  }

  @Test(
    "a language is known by its tag, whatever its case",
    arguments: [
      ("zh", ContentLanguage.chinese), ("zh-CN", .chinese), ("ZH-Hans", .chinese), ("mn", .mongolian),
      ("mn-Mong-CN", .mongolian), ("mvf", .mongolian),
    ])
  func languages(_ tag: String, _ language: ContentLanguage) {
    #expect(ContentLanguage(tag: tag) == language)
  }

  @Test("a language that we don't publish is none", arguments: ["en-US", "", "z", "mandarin", "蒙文"])
  func otherLanguages(_ tag: String) {
    #expect(ContentLanguage(tag: tag) == nil)
  }
}
