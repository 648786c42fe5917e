import Publication
import Testing

@Suite struct WeChatTests {
  private static func han(_ count: Int) -> String { String(repeating: "供", count: count) }

  @Test(
    "a limit holds at its border and not before",
    arguments: [
      ("title", 32, true), ("title", 33, false), ("author", 16, true), ("author", 17, false), ("digest", 128, true),
      ("digest", 129, false),
    ])
  func border(field: String, length: Int, fits: Bool) throws {
    var content = content([], title: field == "title" ? Self.han(length) : "标题")
    if let key = MetadataKey(rawValue: field), key != .title { content.metadata.values[key] = [Self.han(length)] }
    let rendering = try rendering("wechat", content)
    #expect(rendering.refusals.isEmpty == fits)
    #expect(rendering.limits.first { $0.field == field }?.used == length)
    #expect(fits || rendering.refusals.first?.code == .limitExceeded)
    #expect(fits || rendering.refusals.first?.details["used"] == String(length))
  }

  @Test("the whole content with its tags counts: under 20,000 characters", arguments: [(0, true), (1, false)])
  func contentBorder(more: Int, fits: Bool) throws {
    let frame = try rendering("wechat", content([.paragraph([.text("")], alignment: .natural)], title: "标题")).html
      .unicodeScalars.count
    let text = Self.han(19_999 - frame + more)
    let rendering = try rendering("wechat", content([.paragraph([.text(text)], alignment: .natural)], title: "标题"))
    #expect(rendering.refusals.isEmpty == fits)
  }

  @Test("a title over the limit gives way to a short one that fits; a short one is not used without need")
  func shortTitle() throws {
    var content = content([], title: Self.han(33))
    content.metadata.values[.shortTitle] = ["短题"]
    let long = try rendering("wechat", content)
    #expect(long.title == "短题" && long.refusals.isEmpty)
    content.title = Self.han(32)
    #expect(try rendering("wechat", content).title == Self.han(32))
    content.title = Self.han(40)
    content.metadata.values[.shortTitle] = [Self.han(33)]
    let refused = try rendering("wechat", content)
    #expect(refused.refusals.first?.details["used"] == "33")
    #expect(refused.title == Self.han(33))
  }

  @Test("a Mongolian title counts every scalar as printed, separators and selectors too")
  func mongolianTitle() throws {
    let title = String(repeating: "\u{1820}\u{202F}\u{1820}\u{180B}", count: 8)
    let content = content([], title: title, language: .mongolian)
    #expect(try rendering("wechat", content).limits.first { $0.field == "title" }?.used == 32)
    #expect(try rendering("wechat", content).refusals.isEmpty)
  }

  @Test("without a summary the digest is empty, not invented")
  func digest() throws {
    let rendering = try rendering("wechat", content([.paragraph([.text("正文")], alignment: .natural)], title: "标题"))
    let article = try #require(rendering.members.first { $0.name == "article" }?.value)
    #expect(article["digest"] == .string("") && article["author"] == .string(""))
    #expect(article["content"]?.text == rendering.html)
    #expect(article["article_type"] == .string("news"))
  }

  @Test(
    "pictures: jpg and png under 1 MB pass, all others are refused",
    arguments: [
      ("image/png", 999_999, true), ("image/jpeg", 10, true), ("image/png", 1_000_000, false), ("image/gif", 10, false),
      ("image/webp", 10, false),
    ])
  func pictures(type: String, bytes: Int, fits: Bool) throws {
    var content = content([], title: "标题")
    content.images = [image(type, bytes)]
    let refusals = try rendering("wechat", content).refusals
    #expect(refusals.map(\.code) == (fits ? [] : [.outletUnusable]))
  }

  @Test("the cover is the picture that metadata name, else the first of the text, else none")
  func cover() throws {
    var content = content([], title: "标题")
    #expect(try coverName(content) == nil)
    content.images = [image("image/png", 1, "一.png"), image("image/png", 2, "二.png")]
    #expect(try coverName(content) == "一.png")
    content.metadata.values[.cover] = ["二.png"]
    #expect(try coverName(content) == "二.png")
    content.metadata.values[.cover] = ["三.png"]
    #expect(try rendering("wechat", content).refusals.map(\.code) == [.outletUnusable])
  }

  @Test("limits of the configuration go before those of the kind")
  func configured() throws {
    let content = content([], title: Self.han(33))
    #expect(try rendering("wechat", content, limits: ["title": 64]).refusals.isEmpty)
    #expect(try rendering("website", content, limits: ["title": 32]).refusals.map(\.code) == [.limitExceeded])
  }

  @Test("only a Mongolian article stands in a vertical section")
  func vertical() throws {
    #expect(
      try rendering("wechat", content([], title: "标题", language: .mongolian)).html.contains("writing-mode:vertical-lr"))
    #expect(try !rendering("wechat", content([], title: "标题")).html.contains("writing-mode"))
  }

  private func coverName(_ content: EditionContent) throws -> String? {
    try rendering("wechat", content).members.first { $0.name == "cover" }?.value["name"]?.text
  }

  private func image(_ type: String, _ count: Int, _ name: String = "图.png") -> ImageResource {
    let bytes = [UInt8](repeating: 1, count: count)
    return ImageResource(digest: ContentDigest(of: bytes), bytes: bytes, mediaType: type, name: name)
  }
}
