import MongolianText
import Normalization
import Publication
import TestSupport
import Testing

@Suite struct MongolianEditionTests {
  // ᠮᠣᠩᠭᠣᠯ, and its genitive suffix ᠤᠨ.
  private static let stem = "\u{182E}\u{1823}\u{1829}\u{182D}\u{1823}\u{182F}"
  private static let suffix = "\u{1824}\u{1828}"
  private static let canonical = stem + "\u{180E}" + suffix
  private static let printed = stem + "\u{202F}" + suffix

  /// One word with its suffix, in pieces of text that the source may have cut anywhere.
  private static let cuts: [[Inline]] = [
    [.text(printed)],
    [.strong([.text(stem)]), .text("\u{202F}" + suffix)],
    [.text(stem + "\u{202F}"), .emphasis([.text(suffix)])],
    [.text(stem), .text("\u{202F}"), .text(suffix)],
    [.link([.text(stem)], href: "https://example.invalid"), .footnoteMark(number: 1), .text("\u{202F}" + suffix)],
    [.strong([.emphasis([.text(stem + "\u{202F}\u{1824}")])]), .text("\u{1828}")],
  ]

  @Test("no suffix is missed, wherever a bold word ends or a link begins", arguments: cuts.indices)
  func cut(index: Int) throws {
    let edition = try edition([Self.cuts[index]], language: .mongolian)
    let bare = edition.text.unicodeScalars.filter { !"[1]".unicodeScalars.contains($0) }
    #expect(codePoints(String(String.UnicodeScalarView(bare))) == codePoints(Self.canonical + "\n"))
    #expect(edition.changeCount == 1)
    #expect(edition.changes.first?.before == ["\u{202F}"] && edition.changes.first?.after == ["\u{180E}"])
  }

  @Test(
    "an outlet prints the suffix separator that its fonts need, and the text stays canonical", arguments: cuts.indices)
  func printing(index: Int) throws {
    let edition = try edition([Self.cuts[index]], title: Self.stem + " " + Self.printed, language: .mongolian)
    let item = ItemID(rawValue: "a")
    for (separator, spelling) in [(SuffixSeparator.nnbsp, Self.printed), (.mvs, Self.canonical)] {
      let content = edition.content(itemID: item, revision: 1, separator: separator)
      let line = PlainText.of(content.blocks).unicodeScalars.filter { !"[1]".unicodeScalars.contains($0) }
      #expect(codePoints(String(String.UnicodeScalarView(line))) == codePoints(spelling + "\n"))
      #expect(codePoints(content.title) == codePoints(Self.stem + " " + spelling))
    }
    #expect(codePoints(edition.title) == codePoints(Self.stem + " " + Self.canonical))
  }

  @Test("the separator before a final a or e is never touched")
  func chachlag() throws {
    let word = "\u{1828}\u{1821}\u{1837}\u{180E}\u{1821}"
    let edition = try edition([[.text(word)]], language: .mongolian)
    let content = edition.content(itemID: ItemID(rawValue: "a"), revision: 1, separator: .nnbsp)
    #expect(codePoints(PlainText.of(content.blocks)) == codePoints(word + "\n"))
    #expect(edition.changeCount == 0)
  }

  @Test("titles, cells, footnotes, alternative texts and metadata are normalised like the body")
  func everywhere() throws {
    let line: [Inline] = [.text(Self.printed)]
    var document = DocumentBuilder.document(
      blocks: [
        LaidOutBlock(.body, .table([[TableCell([.paragraph(line, alignment: .natural)])]])),
        LaidOutBlock(
          .body,
          .paragraph(
            [.image(ImageReference(digest: ContentDigest(of: [1]), alternative: Self.printed))], alignment: .natural)),
        LaidOutBlock(.body, .list(ordered: false, [ListItem(marker: "", [.heading(level: 2, line)])])),
        LaidOutBlock(.body, .preformatted(Self.printed)),
      ], title: Self.printed, language: .mongolian)
    document.content.footnotes = [[.quote([.paragraph(line, alignment: .natural)])]]
    document.metadata.values = [.digest: [Self.printed]]
    let edition = try #require(normalized(document).edition)
    #expect(edition.changeCount == 7)
    #expect(!edition.text.unicodeScalars.contains("\u{202F}"))
    #expect(edition.metadata[.digest].map(codePoints) == codePoints(Self.canonical))
    #expect(edition.alternatives.values.map(codePoints) == [codePoints(Self.canonical)])
  }

  @Test("a Mongolian name within a Chinese document is normalised too, the Chinese around it stays")
  func inside() throws {
    #expect(codePoints(try text(of: "《\(Self.printed)》\u{200B}（报）")) == codePoints("《\(Self.canonical)》（报）\n"))
  }

  @Test("invisible rubbish between Mongolian letters is left to the rules that prove it; beside them it goes")
  func rubbish() throws {
    #expect(
      codePoints(try text(of: "\u{FEFF}\(Self.stem)\u{202C} 供", language: .mongolian)) == codePoints("\(Self.stem) 供\n")
    )
    let joiner = "\u{182E}\u{200D} \u{200C}\u{182E}"
    #expect(codePoints(try text(of: joiner, language: .mongolian)).contains("U+200D"))
  }

  @Test(
    "private codes hold the item, with the place and the code, and make no edition",
    arguments: [
      ("供\u{E000}暖", ContentLanguage.chinese), ("\u{182E}\u{1823} \u{F8FF}", .mongolian), ("供\u{F0001}暖", .chinese),
    ])
  func privateUse(line: String, language: ContentLanguage) throws {
    let result = normalized(DocumentBuilder.document(["标题", "正文", line], language: language))
    #expect(result.edition == nil)
    let refusal = try #require(result.diagnostics.first)
    #expect(refusal.code == .privateUseCode && refusal.severity == .hold && refusal.place == "正文第2段")
    #expect(refusal.details["scalars"]?.hasPrefix("U+") == true)
  }

  @Test("Todo, Sibe and Manchu letters hold the item")
  func otherMongolian() {
    let result = normalized(DocumentBuilder.document(["标题", "\u{1843}\u{1844}\u{1845}\u{1846}"], language: .mongolian))
    #expect(result.edition == nil)
    #expect(result.diagnostics.map(\.code) == [.otherMongolian])
  }

  @Test("each place that is refused is named, and no more than fifty")
  func manyPlaces() {
    let lines = ["标题"] + Array(repeating: "供\u{E000}暖", count: 80)
    let result = normalized(DocumentBuilder.document(lines))
    #expect(result.diagnostics.count == 50)
    #expect(result.diagnostics.last?.place == "正文第50段")
  }

  @Test("doubtful places are told once a rule, with their number, and hold nothing")
  func flags() throws {
    let spaced = Self.stem + " " + Self.suffix
    let result = normalized(DocumentBuilder.document(["标题", spaced, spaced, spaced], language: .mongolian))
    let edition = try #require(result.edition)
    #expect(edition.flags.count == 3)
    #expect(result.diagnostics.map(\.code) == [.mongolianFlag])
    #expect(result.diagnostics.first?.severity == .warning)
    #expect(result.diagnostics.first?.place == "正文第1段等 3 处")
  }

  @Test("normalising an edition's own words again changes nothing")
  func again() throws {
    for cut in Self.cuts {
      let first = try edition([cut], language: .mongolian)
      let content = first.content(itemID: ItemID(rawValue: "a"), revision: 1, separator: .mvs)
      let blocks = content.blocks.map { LaidOutBlock(.body, $0) }
      let second = normalized(DocumentBuilder.document(blocks: blocks, title: content.title, language: .mongolian))
      #expect(second.edition?.changeCount == 0)
    }
  }
}
