import Publication
import Testing

@Suite struct WebsiteTests {
  @Test(
    "文种 is read from the end of the title",
    arguments: [
      ("关于做好供暖工作的通知", "通知"), ("关于修改《供热条例》的决定", "决定"), ("政府令", "令"), ("关于印发办法的通知（试行）", "通知"), ("工作动态", nil), ("函", nil),
    ])
  func genre(title: String, genre: String?) throws {
    #expect(try metadata(content([], title: title))["genre"] == .optional(genre))
  }

  @Test("what the document doesn't settle is null, never invented")
  func unknown() throws {
    let metadata = try metadata(content([], title: "动态"))
    for field in [
      "index_no", "topic", "category", "genre", "issuer", "doc_no", "written", "effect", "source", "summary", "pair_id",
    ] {
      #expect(metadata[field] == .null, "\(field)")
    }
    #expect(metadata["attribute"] == .string("主动公开"))
  }

  @Test("the way to the other half needs something that both halves share")
  func alternate() throws {
    var content = content([], title: "标题")
    #expect(try member("alternate", content) == .null)
    content.metadata.pair = "供暖"
    #expect(try member("alternate", content)["lang"] == .string("mn"))
    content.metadata.pair = nil
    content.documentNumber = "乌建发〔2025〕12号"
    content.language = .mongolian
    #expect(try member("alternate", content)["lang"] == .string("zh"))
    #expect(try member("alternate", content)["docno"]?.text == "乌建发〔2025〕12号")
  }

  @Test(
    "Mongolian stands in columns from left to right, Chinese in lines",
    arguments: [
      (ContentLanguage.mongolian, "vertical-lr"), (.chinese, "horizontal-tb"),
    ])
  func writingMode(language: ContentLanguage, mode: String) throws {
    #expect(try member("writingMode", content([], title: "标题", language: language)) == .string(mode))
  }

  private func metadata(_ content: EditionContent) throws -> JSONValue { try member("metadata", content) }

  private func member(_ name: String, _ content: EditionContent) throws -> JSONValue {
    try #require(rendering("website", content).members.first { $0.name == name }?.value)
  }
}
