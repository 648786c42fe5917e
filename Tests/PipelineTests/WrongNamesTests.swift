import Foundation
import Publication
import Testing

@testable import Disclosure
@testable import Pipeline

@Suite("Names and titles that are easily written wrong")
struct WrongNamesTests {
  private static let list = """
    {"schema": "zarlal.wrong-names/1", "version": "2025-06", "entries": [
      {"wrong": "攻府", "right": "政府"}, {"wrong": "齐齐哈市", "right": "齐齐哈尔市", "action": "hold"},
      {"wrong": "行署办", "right": "行署办公室", "action": "warn", "note": "全称"},
      {"wrong": "\u{1834}\u{1820}", "right": "\u{1834}\u{1822}"}
    ]}
    """

  private func office(_ list: String = list) throws -> Office {
    let office = try Office()
    office.configuration.wrongNames = try WrongNamesReader.read(Array(list.utf8)).get()
    return office
  }

  @Test(
    "a wrong form holds the item with its place and the right form, and the history has the list's version",
    arguments: ["各级人民攻府", "各级人民攻 府", "人民攻\u{200B}府"])
  func held(_ words: String) throws {
    let office = try office()
    try office.drop("通知.txt", Notice.chinese(body: "\(words)要压实责任。"))
    try office.drop("公告.txt", Notice.chinese("关于停水的公告", body: "各级人民政府要压实责任。"))
    let summary = try office.run()
    #expect(summary.published == 1 && summary.held == 1)
    let held = try #require(try office.list(.held).first)
    #expect(held.codes == [.wrongName] && held.message.contains("政府") && held.message.contains("正文第3段"))
    for item in try office.list(.held).map(\.id) + office.list(.queued).compactMap(\.item) {
      let history = try office.engine.why(item).history
      #expect(history.first?.facts["names"]?.text == "2025-06")
    }
    // The list changes, and so does the decision: what was right after all goes through.
    office.configuration.wrongNames = try WrongNamesReader.read(
      Array(#"{"schema": "zarlal.wrong-names/1", "version": "2025-07", "entries": []}"#.utf8)
    ).get()
    _ = try office.engine.decide(held.id, .publish, reason: "名录已更新", basis: nil, by: "王")
    #expect(try office.engine.why(held.id).history.last { $0.event == "queued" }?.facts["names"]?.text == "2025-07")
  }

  @Test(
    "a wrong form is found in titles, tables, attachments and names; a part of the right form is none, a warning holds nothing"
  )
  func places() throws {
    let office = try office()
    try office.drop("甲.txt", Notice.chinese("关于攻府工作的通知"))
    try office.drop("乙.md", "# 关于乙的通知\n\n| 齐齐哈市 | 1 |\n| --- | --- |\n| 甲 | 2 |\n\n（此件公开发布）\n")
    try office.drop("丙.txt", Notice.chinese("关于丙的通知"))
    try office.drop("丙.附件/名单.txt", "齐齐哈市\n")
    try office.drop("攻府.txt", Notice.chinese("关于丁的通知"))
    try office.drop("戊.txt", Notice.chinese("关于戊的通知", body: "行署办公室、行署办和齐齐哈尔市。"))
    let summary = try office.run()
    #expect(summary.held == 4 && summary.published == 1)
    let queued = try #require(try office.list(.queued).first?.item)
    let story = String(decoding: try office.engine.why(queued).json.utf8(), as: UTF8.self)
    #expect(story.contains("DIS-023") && story.contains("行署办公室"))
  }

  @Test("without a list nothing is looked for, and the history says nothing of one")
  func none() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(body: "各级人民攻府要压实责任。"))
    #expect(try office.run().published == 1)
    let item = try #require(try office.list(.queued).first?.item)
    #expect(try office.engine.why(item).history.allSatisfy { $0.facts["names"] == nil })
  }

  @Test(
    "a list that can't be used is told with the reason",
    arguments: [
      "", "[]", #"{"version": "1", "entries": []}"#, #"{"schema": "zarlal.wrong-names/1", "entries": []}"#,
      #"{"schema": "zarlal.wrong-names/1", "version": "1"}"#,
      #"{"schema": "zarlal.wrong-names/1", "version": "1", "entries": [], "x": 1}"#,
      #"{"schema": "zarlal.wrong-names/1", "version": "1", "entries": [{"wrong": "攻"}]}"#,
      #"{"schema": "zarlal.wrong-names/1", "version": "1", "entries": [{"wrong": "攻", "right": "政"}]}"#,
      #"{"schema": "zarlal.wrong-names/1", "version": "1", "entries": [{"wrong": "攻府", "right": "攻府"}]}"#,
      #"{"schema": "zarlal.wrong-names/1", "version": "1", "entries": [{"wrong": "攻府", "right": "政府", "action": "stop"}]}"#,
      "missing",
    ])
  func faults(_ list: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zarlal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("pipeline.json")
    try Data(#"{"text": {"wrongNames": "names.json"}}"#.utf8).write(to: file)
    if list != "missing" { try Data(list.utf8).write(to: folder.appendingPathComponent("names.json")) }
    let findings = Doctor.examine(configuration: file.path, workDirectory: nil)
    #expect(findings.map(\.fault?.code) == [.badOption] && findings.first?.fault?.subject == "text.wrongNames")
    try Data(Self.list.utf8).write(to: folder.appendingPathComponent("names.json"))
    #expect(try Engine.open(configuration: file.path).configuration.wrongNames?.entries.count == 4)
  }
}
