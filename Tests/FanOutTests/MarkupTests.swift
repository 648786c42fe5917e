import Outlets
import Publication
import Testing

/// Whatever a document says, it stays text: renderings hold listed elements only, and reading them back gives the words.
@Suite struct MarkupTests {
  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</p></section><style>*{}</style>",
    "a && b &lt; c &amp; d",
    "<!-- -->", "]]>", "&#x3C;script&#x3E;", "javascript:alert(1)", "\"'`=/ onload=x", "<<<>>>&&&\"\"\"", "<b", "&",
    "\u{0}",
    "《〈供热〉条例》", "\u{1820}\u{202F}\u{1836}\u{1822}\u{1828}<i>", "\u{2028}<a href='x'>",
  ]

  @Test(
    "hostile words stay words, in every place of a document", arguments: OutletRegistry.kinds.map { type(of: $0).kind },
    hostile)
  func text(kind: String, words: String) throws {
    let inline: [Inline] = [
      .text(words), .strong([.text(words)]), .emphasis([.text(words)]), .superscript([.text(words)]),
      .subscript([.text(words)]),
    ]
    let blocks: [Block] = [
      .heading(level: 1, inline), .paragraph(inline, alignment: .end),
      .list(ordered: true, [ListItem(marker: words, [.paragraph(inline, alignment: .natural)])]),
      .table([[TableCell([.paragraph(inline, alignment: .center)], columnSpan: .max, rowSpan: -3, isHeader: true)]]),
      .quote([.paragraph(inline, alignment: .natural)]), .preformatted(words), .rule,
    ]
    let html = try rendered(kind, blocks, title: words).html
    let read = try check(kind).text(of: html)
    #expect(occurrences(of: words, in: read) == 5 * 5 + 2, "\(read)")
  }

  @Test("hostile words can't leave an attribute", arguments: OutletRegistry.kinds.map { type(of: $0).kind }, hostile)
  func attributes(kind: String, words: String) throws {
    let digest = ContentDigest(of: [1])
    let blocks: [Block] = [
      .paragraph([.image(ImageReference(digest: digest, alternative: words))], alignment: .natural),
      .paragraph(
        [
          .link([.text("甲")], href: words), .link([.text("乙")], href: "https://example.invalid/" + words),
          .link([.text("丙")], href: "https://mp.weixin.qq.com/" + words), .ruby(base: [.text("字")], reading: words),
        ], alignment: .natural),
    ]
    _ = try check(kind).text(of: rendered(kind, blocks, title: "标题").html)
  }

  @Test(
    "only addresses of the web and of mail become links",
    arguments: [
      ("https://example.invalid/", true), ("HTTP://example.invalid", true), ("mailto:a@example.invalid", true),
      ("javascript:alert(1)", false), ("data:text/html,x", false), ("//example.invalid", false), ("https://a b", false),
      ("", false),
    ])
  func links(href: String, isLink: Bool) throws {
    let html = try rendered(
      "website", [.paragraph([.link([.text("甲")], href: href)], alignment: .natural)], title: "标题"
    ).html
    #expect(html.utf8.elementsEqual("<p>甲</p>\n".utf8) != isLink)
  }

  @Test(
    "WeChat keeps links into the platform; all others become text with their address",
    arguments: [
      ("https://mp.weixin.qq.com/s/x", "<a href=\"https://mp.weixin.qq.com/s/x\">甲</a>"),
      ("https://mp.weixin.qq.com.example.invalid/", "甲（https://mp.weixin.qq.com.example.invalid/）"),
      ("https://example.invalid/?a&b", "甲（https://example.invalid/?a&amp;b）"), ("javascript:x", "甲"),
    ])
  func weChatLinks(href: String, expected: String) throws {
    let html = try rendered("wechat", [.paragraph([.link([.text("甲")], href: href)], alignment: .natural)], title: "标题")
      .html
    #expect(html.hasSuffix(">" + expected + "</p></section>"), "\(html)")
  }

  @Test(
    "list markers read as in the document",
    arguments: [
      (["1.", "2."], true, "<ol>\n<li>甲</li>\n<li>甲</li>\n</ol>\n"),
      (["3.", "4."], true, "<ol start=\"3\">\n<li>甲</li>\n<li>甲</li>\n</ol>\n"),
      (["1.", "3."], true, "<ul style=\"list-style:none\">\n<li>1. 甲</li>\n<li>3. 甲</li>\n</ul>\n"),
      (["（一）"], true, "<ul style=\"list-style:none\">\n<li>（一） 甲</li>\n</ul>\n"),
      (["99999999999999999999."], true, "<ul style=\"list-style:none\">\n<li>99999999999999999999. 甲</li>\n</ul>\n"),
      (["•", "•"], false, "<ul>\n<li>甲</li>\n<li>甲</li>\n</ul>\n"),
    ])
  func lists(markers: [String], ordered: Bool, expected: String) throws {
    let items = markers.map { ListItem(marker: $0, [.paragraph([.text("甲")], alignment: .natural)]) }
    #expect(try rendered("website", [.list(ordered: ordered, items)], title: "标题").html == expected)
    let read = try MarkupCheck.weChat.text(of: rendered("wechat", [.list(ordered: ordered, items)], title: "标题").html)
    #expect(read == markers.map { $0 + " 甲" }.joined())
  }

  @Test("a footnote's mark and text lead to each other; a mark without a text leads nowhere")
  func footnotes() throws {
    let line: [Inline] = [
      .text("甲"), .footnoteMark(number: 1), .footnoteMark(number: 1), .footnoteMark(number: 7),
      .footnoteMark(number: .min),
    ]
    var content = content([.paragraph(line, alignment: .natural)], title: "标题")
    content.footnotes = [[.paragraph([.text("注")], alignment: .natural)]]
    let html = try rendering("website", content).html
    #expect(
      html.contains(
        "<sup><a href=\"#fn-1\" id=\"fnref-1\">[1]</a></sup><sup><a href=\"#fn-1\">[1]</a></sup><sup>[7]</sup>"))
    #expect(html.contains("<p id=\"fn-1\"><a href=\"#fnref-1\">[1]</a> 注</p>"))
    _ = try MarkupCheck.website.text(of: html)
  }

  private func check(_ kind: String) -> MarkupCheck { kind == "wechat" ? .weChat : .website }

  private func rendered(_ kind: String, _ blocks: [Block], title: String) throws -> Rendering {
    try rendering(kind, content(blocks, title: title))
  }

  private func occurrences(of words: String, in text: String) -> Int {
    let needle = Array(words.utf8)
    let hay = Array(text.utf8)
    var count = 0
    var index = 0
    while index + needle.count <= hay.count {
      if hay[index..<index + needle.count].elementsEqual(needle) {
        count += 1
        index += needle.count
      } else {
        index += 1
      }
    }
    return count
  }
}

/// Content of these blocks, everything else empty.
func content(_ blocks: [Block], title: String, language: ContentLanguage = .chinese) -> EditionContent {
  EditionContent(
    itemID: ItemID(rawValue: "a"), revision: 1, language: language, title: title, blocks: blocks, footnotes: [],
    metadata: Metadata(), documentNumber: nil, issuers: [], formedOn: nil, date: CivilDate(daysSince1970: 20_000),
    images: [],
    attachments: [])
}

/// The rendering of a kind in the registry, with its default limits.
func rendering(_ kind: String, _ content: EditionContent, limits: [String: Int] = [:]) throws -> Rendering {
  let found = try #require(OutletRegistry.kinds.first { type(of: $0).kind == kind })
  let outlet = OutletConfiguration(
    id: OutletID("test"), kind: kind, language: content.language, name: [:], limits: limits)
  return found.rendering(of: content, for: outlet)
}
