internal import Publication
internal import Testing

@Suite("Columns of a terminal")
struct DisplayWidthTests {
  @Test(
    "wide characters take two columns, invisible ones none",
    arguments: [
      ("", 0), ("abc", 3), ("汉文", 4), ("（）。", 6), ("Ａ", 2), ("e\u{301}", 1), ("\u{1820}\u{180B}", 1),
      ("\u{200B}\u{FEFF}", 0), ("한", 2), ("\u{20000}", 2), ("“”", 2), ("〔2025〕", 8),
    ])
  func widths(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test("lines break between characters, not inside words nor before a full stop")
  func wrapping() {
    #expect(wrapped("一二三四，五六", to: 8) == ["一二三", "四，五六"])
    #expect(wrapped("一二 word 三", to: 8, indent: "  ") == ["一二 ", "  word ", "  三"])
    #expect(wrapped("ab、cd、ef", to: 8) == ["ab、cd、", "ef"])
    #expect(wrapped("", to: 8) == [""])
  }
}
