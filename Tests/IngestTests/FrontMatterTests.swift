import Publication
import Testing

@testable import Ingest

@Suite struct FrontMatterTests {
  @Test("values are the text written: no dates, truth values or octal numbers")
  func texts() {
    let read = FormatSamples.plain("---\ndate: 2025-01-06\npair: 012\nkeywords: [on, no, 1.50]\n标题: \"a: b\"\n...\n正文")
    #expect(read.values(.date) == ["2025-01-06"])
    #expect(read.values(.pair) == ["012"])
    #expect(read.values(.keywords) == ["on", "no", "1.50"])
    #expect(read.values(.title) == ["a: b"])
    #expect(read.content?.declarations.allSatisfy { $0.source == .frontMatter } == true)
    #expect(read.text == "正文\n")
  }

  @Test("an empty value declares nothing; an unknown key is reported, never used")
  func emptyAndUnknown() {
    let read = FormatSamples.markdown("---\ndate:\n公开属姓: 主动公开\n---\n正文")
    #expect(read.content?.declarations == [])
    #expect(read.unknownKeys == [.init(key: "公开属姓", source: .frontMatter)])
  }

  @Test("reviews may have structure, kept as JSON")
  func reviews() {
    let read = FormatSamples.plain("---\n审查:\n  - 人: 甲\n    日期: 2025-01-01\n---\n正文")
    #expect(read.values(.reviews) == [#"{"人":"甲","日期":"2025-01-01"}"#])
  }

  static let faults: [(String, Code)] = [
    ("---\ntitle: 一\ntitle: 二\n---\n", .duplicateKey),
    ("---\ntitle: 一\n标题: 二\n---\n", .duplicateKey),
    ("---\n公开属性：主动公开\n---\n", .frontMatterUnreadable),
    ("---\ntitle: &a 一\npair: *a\n---\n", .frontMatterUnreadable),
    ("---\ntitle: !!str 一\n---\n", .frontMatterUnreadable),
    ("---\ntitle: [一\n---\n", .frontMatterUnreadable),
    ("---\ntitle: \"一\n---\n", .frontMatterUnreadable),
    ("---\n公开属性: 不予公开\n正文", .frontMatterUnreadable),
    ("---\npair: a\n? b\n: c\n---\n", .frontMatterUnreadable),
    ("---\ntitle: [[[[[[[[[[一]]]]]]]]]]\n---\n", .frontMatterUnreadable),
    ("---\ntitle:\n  a: b\n---\n", .badValue),
    ("---\ntitle:\n  - [a]\n---\n", .badValue),
    ("---\na: b\n%TAG ! x\n---\n", .frontMatterUnreadable),
  ]

  @Test("what YAML can do beyond keys and values holds the item", arguments: faults)
  func fault(text: String, code: Code) {
    for read in [FormatSamples.plain(text + "正文"), FormatSamples.markdown(text + "正文")] {
      #expect(read.codes == [code])
      #expect(read.unpublished(.property).count == 1, "the gate reads the block all the same")
      #expect(read.text.hasSuffix("正文\n"))
      #expect(read.diagnostics.first?.severity == .hold)
    }
  }

  @Test("the line of a fault is said")
  func line() {
    let read = FormatSamples.plain("---\ntitle: 一\nx: *y\n---\n")
    #expect(read.diagnostics.first?.details["line"] == "3")
  }

  @Test("a line of hyphens without keys after it is no front matter")
  func thematicBreak() {
    #expect(FormatSamples.markdown("---\n\n正文\n\n---\n").blocks.count == 3)
    #expect(FormatSamples.markdown("---\n# 标题\n---\n").blocks.first == .rule)
    #expect(FormatSamples.plain("---\n正文\n---\n").text == "---\n正文\n---\n")
    #expect(FormatSamples.plain("---\n---\n正文").text == "正文\n")
  }

  @Test("every line end and a blank line before it are allowed", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let text = ["", "--- ", "标题: 一", "发布渠道: [site-mn, wechat-mn]", "---", "正文"].joined(separator: end)
    let read = FormatSamples.plain(text)
    #expect(read.values(.outlets) == ["site-mn", "wechat-mn"])
    #expect(read.text == "正文\n")
  }

  @Test("nothing that begins like front matter traps or takes long")
  func hostile() {
    var numbers = SteadyNumbers(state: 11)
    let seed = Array("---\n标题: \"一\"\noutlets: [a, 'b']\nx:\n  - y: |\n      z\n---\n正文".utf8)
    for _ in 0..<500 {
      _ = FormatSamples.plain(String(decoding: seed.mutated(&numbers), as: UTF8.self))
    }
    for piece in ["[", "{", "- ", "? ", "a: ", "&a ", "\"", "'", "|\n", "{a: "] {
      let text = "---\na: " + String(repeating: piece, count: 20_000) + "\n---\n"
      #expect(FormatSamples.plain(text).diagnostics.allSatisfy { $0.severity == .hold })
    }
  }

  @Test("TOML between +++ is told, not passed over with its draft = true")
  func toml() {
    let found = FormatSamples.markdown("+++\ntitle = \"题\"\ndraft = true\n+++\n# 题\n\n文\n")
    #expect(found.codes == [.frontMatterUnreadable])
    #expect(FormatSamples.markdown("+++\n\n# 题\n\n文\n").codes == [])
  }
}
