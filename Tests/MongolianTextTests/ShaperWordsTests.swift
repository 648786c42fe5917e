import MongolianText
import Testing

@Suite("Words and shape keys")
struct ShaperWordsTests {
  /// Text from letter aliases.
  private func text(_ aliases: String) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: LetterAliases.scalars(of: aliases) ?? [])
    return String(text)
  }

  @Test(
    "spellings of one look have one key",
    arguments: [
      ("g e r nnbsp u n", "g e r mvs u n"), ("a", "a fvs3"), ("s a n d a", "s a n zwj d a"), ("t a l a", "t a l e"),
      ("u n d a", "o n d a"), ("e d b a", "e u n b a"), ("n zwj", "n"),
    ])
  func sameLook(left: String, right: String) {
    #expect(ShapeKey(of: text(left)) == ShapeKey(of: text(right)))
  }

  @Test(
    "words that look different have different keys", arguments: [("b a d", "b a t"), ("e", "a"), ("e zwnj e", "e e")])
  func otherLook(left: String, right: String) {
    #expect(ShapeKey(of: text(left)) != ShapeKey(of: text(right)))
  }

  @Test(
    "duplicate ink has one public shape",
    arguments: [
      ("e d b a", "A O A B Aa"), ("b a g t a", "B A A A D A"), ("cr i", "O O I"), ("k2 a a fvs1", "K2 Aa"),
    ])
  func publicShape(aliases: String, units: String) {
    #expect(HudumShaper.publicShape(of: text(aliases)).description == units)
  }

  @Test("a key names its version and is plain ASCII")
  func version() {
    let key = ShapeKey(of: text("n a i m a"))
    #expect(key.description == "mn-key/1:N.A.I.I.M.A")
    #expect(ShapeKey(of: "ab\u{180E}").description == "mn-key/1:U+0061.U+0062.Mvs")
  }

  @Test("a stem and its suffix are one word, separators, nirugu and selectors inside")
  func words() {
    let line = text(
      "g e r mvs u n space s a i n nnbsp i y a r space m o n nirugu g o l zwnj a nnbsp space nirugu space a fvs1")
    #expect(MongolianWords.count(in: line) == 4)
    #expect(MongolianWords.words(of: line).map { $0.unicodeScalars.count } == [6, 9, 9, 2])
    #expect(MongolianWords.count(in: "2024 abc, \u{202F}\u{200D}\u{1802}") == 0)
  }

  @Test("a title is cut at words only")
  func prefix() {
    let title = text("g e r mvs u n space s a i n nnbsp i y a r space m o n")
    #expect(MongolianWords.prefix(of: title, maxScalars: 5).isEmpty)
    #expect(MongolianWords.prefix(of: title, maxScalars: 6).unicodeScalars.count == 6)
    #expect(MongolianWords.prefix(of: title, maxScalars: 15).unicodeScalars.count == 6)
    #expect(MongolianWords.prefix(of: title, maxScalars: 16).unicodeScalars.count == 16)
    #expect(MongolianWords.prefix(of: title, maxScalars: 900).unicodeScalars.elementsEqual(title.unicodeScalars))
    #expect(MongolianWords.prefix(of: "\u{5185}\u{8499}\u{53E4} word", maxScalars: 2) == "\u{5185}\u{8499}")
    #expect(MongolianWords.prefix(of: "two words", maxScalars: 5) == "two")
    #expect(MongolianWords.prefix(of: "", maxScalars: 5).isEmpty)
  }
}
