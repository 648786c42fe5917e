import Foundation
import Publication
import Testing

@testable import Pipeline

/// One document that says in one place that it is open, and somewhere else that it is not.
struct Contradiction: Sendable, CustomTestStringConvertible {
  var name: String
  var file = "通知.txt"
  var text: String
  /// More members of the sidecar, after the attribute.
  var sidecar = ""
  var testDescription: String { name }

  init(_ name: String, line: String) {
    self.name = name
    text = Notice.chinese(mark: line, body: "各旗区各部门要压实责任。\n请认真贯彻执行。")
  }

  init(_ name: String, html: String) {
    self.name = name
    file = "通知.html"
    text = "<html><head><meta charset=\"utf-8\"></head><body><h1>关于供暖工作的通知</h1>\(html)<p>请认真贯彻执行。</p></body></html>"
  }

  init(_ name: String, markdown: String) {
    self.name = name
    file = "通知.md"
    text = markdown
  }

  init(_ name: String, sidecar: String) {
    self.name = name
    self.sidecar = ", " + sidecar
    text = Notice.chinese(mark: "")
  }
}

@Suite("Documents that try to get through")
struct HostileTests {
  static let contradictions: [Contradiction] =
    [
      "（此件不予公开）", "(此件依申请公开)", "【此件不公开】", "「此件不予公开」", "《此件不公开》", "“此件不予公开”", "〈此件依申请公开〉", "1. 此件不予公开",
      "此件\u{3164}不予\u{115F}公开", "（此\u{2800}件不予公开）", "（此\u{200B}件不予公开）", "此　件　不　予　公　开", "（此件\u{F967}予公开）",
      "（此件不予公開）", "请注意：此件不予公开", "特此通知。此件不予公开。", "（联系人：张三；此件依申请公开）", "（依申请公开件）", "公开属性：不予公开", "公开程度：不公开",
      "审批意见：不予公开", "建议不予公开", "是否公开：否", "是否主动公开：否", "不予公开：是", "不予公开理由：涉及个人隐私", "本通知不予公开", "（此件不上网）",
      "□主动公开 ☑依申请公开 □不予公开", "机密★1年", "秘 密", "机密﹡10年", "机密✦1年", "“机密”", "内部参阅", "内部文稿", "涉密文件", "（内部）", "【保密】",
      "此件涉密", "此件涉及国家秘密", "未经许可，不得转载外传", "未经批准不得外传",
    ].map { Contradiction($0, line: $0) } + [
      Contradiction("作者栏里", sidecar: "\"author\": \"（此件不予公开）\""),
      Contradiction("未知键的值", sidecar: "\"公开方式\": \"不予公开\""), Contradiction("未知键的否", sidecar: "\"是否公开\": false"),
      Contradiction("未知键里的密级", sidecar: "\"密级\": \"机密\""),
      Contradiction("未知键深处", sidecar: "\"oa\": {\"流程\": [{\"意见\": \"（此件不予公开）\"}]}"),
      Contradiction("元数据的注释", markdown: "---\n# （此件不予公开）\ntitle: 关于供暖的通知\n---\n# 关于供暖的通知\n\n请认真贯彻执行。\n"),
      Contradiction("文首未知键", markdown: "---\n公开方式: 依申请公开\n---\n# 关于供暖的通知\n\n请认真贯彻执行。\n"),
      Contradiction("按钮", html: "<button>机密★1年</button>"), Contradiction("模板", html: "<template>机密★1年</template>"),
      Contradiction("图形", html: "<svg><text>机密★1年</text></svg>"),
      Contradiction("条件注释", html: "<!--[if mso]><p>（此件不予公开）</p><![endif]-->"),
      Contradiction("读屏标签", html: "<p aria-label=\"（此件不予公开）\">一</p>"),
      Contradiction("输入框", html: "<input value=\"机密★1年\">"),
    ]

  @Test("what any source calls closed is never queued, whatever the sidecar says", arguments: contradictions)
  func closed(_ one: Contradiction) throws {
    let office = try Office()
    try office.drop(one.file, one.text, sidecar: "{\"attribute\": \"主动公开\"\(one.sidecar)}")
    let summary = try office.run()
    #expect(summary.published == 0)
    #expect(summary.held == 1)
    #expect(try office.pending("site-zh").isEmpty)
    #expect(try office.isClean())
  }

  @Test(
    "ordinary words close nothing",
    arguments: [
      "凡标注“此件不予公开”的文件，按规定处理。", "主动公开、依申请公开和不予公开三类信息分别管理。", "是否公开：是", "不予公开理由：无", "公开范围：全社会",
      "要保守国家秘密和商业秘密，做好保密工作。", "内部管理制度另行制定。", "该单位设保密、档案两个科室。", "依申请公开流程见附件。", "密级：无",
    ])
  func ordinary(_ line: String) throws {
    let office = try Office()
    try office.drop(
      "通知.txt", Notice.chinese(mark: "", body: line + "\n请认真贯彻执行。"), sidecar: "{\"attribute\": \"主动公开\"}")
    #expect(try office.run().published == 1)
  }

  @Test("the menu of a saved page names its columns, and closes nothing")
  func savedPage() throws {
    let office = try Office()
    let menu = "<nav><ul><li><a href=\"/a\" title=\"依申请公开\">依申请公开</a></li><li>主动公开</li></ul></nav>"
    try office.drop("通知.html", Contradiction("", html: menu).text, sidecar: "{\"attribute\": \"主动公开\"}")
    #expect(try office.run().published == 1)
  }

  @Test(
    "a few kilobytes that would become millions of cells or comparisons are refused at once", .timeLimit(.minutes(15)))
  func expensive() throws {
    let office = try Office()
    let head = String(repeating: "|a", count: 3000) + "|\n" + String(repeating: "|-", count: 3000) + "|\n"
    try office.drop("表.md", "# 关于供暖的通知\n\n" + head + String(repeating: "|\n", count: 100_000))
    let attributes = (0..<200_000).map { " a\($0)=\"1\"" }.joined()
    try office.drop("属性.html", "<h1>关于供暖的通知</h1><p\(attributes)>文</p>")
    #expect(try office.run().held == 2)
    #expect(try office.list(.held).allSatisfy { $0.codes.contains(.tooLarge) || $0.codes.contains(.tooDeep) })
    #expect(try office.isClean())
  }
}
