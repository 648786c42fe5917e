import Foundation
import Publication
import Testing

@testable import Pipeline
@testable import yeargen

/// One Mongolian notice in every encoding and format that offices type it in.
@Suite("A Mongolian notice in many encodings")
struct MongolianWalkTests {
  /// As it must come out: Unicode, U+180E in front of suffixes.
  private static let title = "\u{182A}\u{1822}\u{1834}\u{1822}\u{182D} \u{1826}\u{1830}\u{1826}\u{182D}"
  private static let suffixed = "\u{1820}\u{1836}\u{1822}\u{182E}\u{1820}\u{182D}\u{180E}\u{1824}\u{1828} "
  private static let rest =
    "\u{182E}\u{1823}\u{1829}\u{182D}\u{1823}\u{182F}\u{180E}\u{1824}\u{1828} \u{182A}\u{1820}\u{1836}\u{1822}\u{182D}\u{1824}\u{182F}\u{1824}\u{182D}\u{180E}\u{1820}\u{1803}"
  private static let body = suffixed + rest

  enum Spelling: CaseIterable {
    case unicode2023, unicode2010, menksoft

    var title: String {
      self == .menksoft
        ? "\u{E2C1}\u{E27F}\u{E317}\u{E27E}\u{E2E8} \u{E2A2}\u{E302}\u{E2AB}\u{E2E8}" : MongolianWalkTests.title
    }

    var body: String {
      switch self {
      case .unicode2023: MongolianWalkTests.body
      case .unicode2010:
        String(
          String.UnicodeScalarView(
            MongolianWalkTests.body.unicodeScalars.enumerated().map { place, scalar in
              // Not the one that belongs to a word's own spelling, in front of a final A.
              scalar == "\u{180E}" && place < 20 ? "\u{202F}" : scalar
            }))
      case .menksoft:
        "\u{E266}\u{E320}\u{E27E}\u{E2F4}\u{E26C}\u{E2E7}\u{E263}\u{E291}\u{E2B5} "
          + "\u{E2F2}\u{E289}\u{E2BC}\u{E2EC}\u{E289}\u{E2F9}\u{E263}\u{E291}\u{E2B5} "
          + "\u{E2C1}\u{E26D}\u{E320}\u{E27E}\u{E2EC}\u{E291}\u{E2FB}\u{E291}\u{E2E9}\u{E26A}\u{E237}"
      }
    }

    func article(mark: String? = "（此件公开发布）") -> Article {
      var article = Article()
      article.isMongolian = true
      article.title = title
      article.paragraphs = [body]
      article.mark = mark
      return article
    }
  }

  /// A file of each kind: four formats, and the encodings of plain text.
  private static func files(_ article: Article) -> [(name: String, bytes: [UInt8])] {
    let text = Rendering.text(article, indent: "")
    return TextEncoding.allCases.map { ("\($0).txt", $0.bytes(of: text)) } + [
      ("page.html", Array(Rendering.html(article, image: nil).utf8)),
      ("page.md", Array(Rendering.markdown(article).utf8)), ("page.docx", Rendering.docx(article, properties: nil)),
    ]
  }

  @Test("comes out as one and the same correct Unicode text", arguments: Spelling.allCases)
  func oneText(_ spelling: Spelling) throws {
    for file in Self.files(spelling.article()) {
      let office = try Office()
      try office.drop(file.name, Data(file.bytes), sidecar: #"{"lang": "mn"}"#)
      let summary = try office.run()
      let held = try office.list(.held).map(\.codes)
      #expect(summary.published == 1, "\(file.name): \(held)")
      let payload = try #require(try office.pending("site-mn").first)
      #expect(payload["title"]?.text?.unicodeScalars.elementsEqual(Self.title.unicodeScalars) == true, "\(file.name)")
      let text = payload["text"]?.text ?? ""
      #expect(
        text.unicodeScalars.elementsEqual((Self.body + "\n").unicodeScalars), "\(file.name): \(text.unicodeScalars)")
      #expect(payload["normalization"]?["policy"]?.text == "mn-normal/1")
      let isChanged = payload["normalization"]?["changes"].map { $0 != .int(0) }
      #expect(isChanged == (spelling != .unicode2023), "\(file.name)")
      let payloadBytes = Array(payload.utf8())
      #expect(
        !String(decoding: payloadBytes, as: UTF8.self).unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) })
    }
  }

  @Test("why lists each change with place, before, after and rule")
  func whyListsChanges() throws {
    let office = try Office()
    try office.drop("a.txt", Rendering.text(Spelling.unicode2010.article(), indent: ""), sidecar: #"{"lang": "mn"}"#)
    try office.run()
    let item = try #require(try office.list(.queued).first)
    let story = String(decoding: try office.engine.why(item.id).json.utf8(), as: UTF8.self)
    for part in ["suffix-separator", "U+202F", "U+180E"] { #expect(story.contains(part), "\(part)") }
  }

  @Test(
    "dropped again in another encoding it is known: held as a revision when it was queued, judged afresh when it was held"
  )
  func knownAgain() throws {
    for again in [Spelling.unicode2010, .menksoft] {
      let office = try Office()
      try office.drop("a.txt", Rendering.text(Spelling.unicode2023.article(), indent: ""), sidecar: #"{"lang": "mn"}"#)
      #expect(try office.run().published == 1)
      try office.drop("a.txt", Rendering.text(again.article(), indent: ""), sidecar: #"{"lang": "mn"}"#)
      try office.run()
      #expect(try office.list(.held).map(\.codes) == [[.revision]], "\(again)")
      #expect(try office.pending("site-mn").count == 1)
    }
    let office = try Office()
    let open = Spelling.menksoft.article(mark: nil)
    try office.drop("a.txt", Rendering.text(open, indent: ""), sidecar: #"{"lang": "mn"}"#)
    #expect(try office.run().held == 1)
    try office.drop("a.txt", Rendering.text(Spelling.unicode2023.article(), indent: ""), sidecar: #"{"lang": "mn"}"#)
    #expect(try office.run().published == 1)
    #expect(try office.list(.held).isEmpty)
  }

  @Test("a held notice in Menksoft's code is named in Unicode letters")
  func heldNote() throws {
    let office = try Office()
    try office.drop(
      "a.txt", Rendering.text(Spelling.menksoft.article(mark: nil), indent: ""), sidecar: #"{"lang": "mn"}"#)
    try office.run()
    let held = try #require(try office.list(.held).first)
    let note = try String(contentsOf: office.url("held/\(held.id)/说明.txt"), encoding: .utf8)
    #expect(!note.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) })
    let story = String(decoding: try office.engine.why(held.id).json.utf8(), as: UTF8.self)
    #expect(story.unicodeScalars.contains("\u{1834}"))
  }

  @Test("a Mongolian half in Menksoft's code takes over the attribute of its Chinese half")
  func pairing() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(), sidecar: #"{"pair": "供暖-1"}"#)
    try office.drop(
      "a.txt", Data(TextEncoding.gb18030.bytes(of: Rendering.text(Spelling.menksoft.article(mark: nil), indent: ""))),
      sidecar: #"{"lang": "mn", "pair": "供暖-1"}"#)
    let summary = try office.run()
    #expect(summary.published == 2)
    #expect(try office.pending("site-mn").count == 1)
  }

  @Test("private codes that are not Menksoft's never leave: the item is held")
  func unknownCodes() throws {
    let office = try Office()
    var article = Spelling.unicode2023.article()
    article.paragraphs.append("\u{E800}\u{E801}\u{E802}\u{E803} \u{E810}\u{E811}")
    try office.drop("a.txt", Rendering.text(article, indent: ""), sidecar: #"{"lang": "mn"}"#)
    #expect(try office.run().held == 1)
    #expect(try office.list(.held).first?.codes == [.privateUseCode])
    #expect(try office.pending("site-mn").isEmpty)
  }
}
