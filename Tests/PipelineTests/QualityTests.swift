import Foundation
import Publication
import Testing

@testable import Pipeline

@Suite("What the report says beside its counts")
struct QualityTests {
  /// A late one with its Mongolian half, one in time without, one without a date.
  private func office() throws -> Office {
    let office = try Office()
    try office.drop(
      "甲.txt", Notice.chinese("关于甲的通知"), sidecar: #"{"pair":"甲","formedOn":"2025-01-20","docno":"乌行发〔2025〕2号"}"#)
    try office.drop("甲-蒙.md", Notice.mongolian("---\npair: 甲\nattribute: 主动公开\n---\n"))
    try office.drop(
      "乙.txt", Notice.chinese("关于乙的通知"), sidecar: #"{"formedOn":"2025-06-20","docno":"乌行发〔2025〕10号"}"#)
    try office.drop("丙.txt", Notice.chinese("关于丙的通知"))
    #expect(try office.run().published == 4)
    return office
  }

  @Test("every number of timeliness and languages opens into its list")
  func lists() throws {
    let office = try office()
    let engine = try office.engine
    let json = try JSONValue.reading(try engine.channelReport(from: nil, to: nil, format: .json))
    let expected: [(ListedKind, String, String, [String])] = [
      (.late, "timeliness", "late", ["甲.txt"]), (.undated, "timeliness", "undated", ["丙.txt", "甲-蒙.md"]),
      (.uncounted, "timeliness", "uncounted", []), (.untranslated, "languages", "missing", ["丙.txt", "乙.txt"]),
      (.stale, "languages", "stale", []),
    ]
    for (kind, section, name, files) in expected {
      let list = try engine.list(kind)
      #expect(list.compactMap(\.file).sorted() == files.sorted(), "\(kind)")
      #expect(json[section]?[name]?.integer == list.count, "\(kind)")
    }
    #expect(try engine.list(.late, to: CivilDate(iso: "2025-06-29")).isEmpty)
    #expect(try engine.list(.late).first?.message.hasPrefix("2025-06-30") == true)
    #expect(json["timeliness"]?["inTime"]?.integer == 1 && json["languages"]?["pairs"]?.integer == 1)
  }

  @Test("a corrected Chinese half makes its Mongolian half stale")
  func stale() throws {
    let office = try office()
    try office.drop(
      "甲.txt", Notice.chinese("关于甲的通知", body: "改过的话。"),
      sidecar: #"{"pair":"甲","formedOn":"2025-01-20","docno":"乌行发〔2025〕2号","replaces":"乌行发〔2025〕2号"}"#)
    #expect(try office.run(today: "2025-07-02").revisions == 1)
    #expect(try office.list(.stale).compactMap(\.file) == ["甲-蒙.md"])
  }

  @Test("the office's own days off count for timeliness too")
  func localDays() throws {
    let office = try Office()
    try office.drop("乙.txt", Notice.chinese("关于乙的通知"), sidecar: #"{"formedOn":"2025-05-29"}"#)
    try office.run()
    #expect(try office.list(.late).count == 1)
    _ = try office.engine.enter(
      "工作日历", [("日期", "2025-06-20"), ("是否上班", "否"), ("来源", "通知"), ("经办人", "高某")], by: "高某")
    #expect(try office.list(.late).isEmpty)
  }

  @Test("a gazette's contents are the numbered documents of its language, in the order of their numbers")
  func contents() throws {
    let office = try office()
    let engine = try office.engine
    let (from, to) = (try #require(CivilDate(iso: "2025-06-01")), try #require(CivilDate(iso: "2025-06-30")))
    let lines = try engine.contents(language: .chinese, from: from, to: to, numbered: true)
    #expect(lines.map(\.title) == ["关于甲的通知", "关于乙的通知"])
    #expect(try engine.contents(language: .chinese, from: from, to: to, numbered: false).map(\.title).last == "关于丙的通知")
    #expect(try engine.contents(language: .mongolian, from: from, to: to, numbered: false).count == 1)
    #expect(try engine.contents(language: .chinese, from: from, to: from, numbered: false).isEmpty)
    #expect(throws: PipelineError.self) { try engine.contents(language: .chinese, from: to, to: from, numbered: true) }
  }

  @Test("a gazette's contents stand under their classes, those without one last, and one class can be asked for")
  func contentsByClass() throws {
    let office = try Office()
    for (name, category) in [("甲", #"{"栏目":"政策文件"}"#), ("乙", "{}"), ("丙", #"{"栏目":"人事任免"}"#), ("丁", #"{"栏目":"政策文件"}"#)]
    {
      try office.drop("\(name).txt", Notice.chinese("关于\(name)的通知"), sidecar: category)
    }
    try office.run()
    let day = try #require(CivilDate(iso: "2025-06-30"))
    let lines = try office.engine.contents(language: .chinese, from: day, to: day, numbered: false)
    let headings = lines.markdown.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(Set(headings) == ["## 政策文件", "## 人事任免", "## 其他"] && headings.last == "## 其他")
    #expect(
      try office.engine.contents(language: .chinese, from: day, to: day, numbered: false, category: "政策文件")
        .map(\.title).sorted() == ["关于丁的通知", "关于甲的通知"])
  }
}
