import Foundation
import Publication
import TestSupport
import Testing

@testable import Pipeline

@Suite("Corrections and withdrawals")
struct CorrectionTests {
  private static let docno = "乌行发〔2025〕3号"

  /// A notice at the website and the WeChat account, with its Mongolian half; taken by the Chinese website.
  private func office() throws -> (office: Office, id: String) {
    let office = try Office()
    office.clock.time = 1_751_250_000_000_000_000
    try office.drop(
      "甲.txt", Notice.chinese("关于甲的通知"),
      sidecar: #"{"pair":"甲","docno":"\#(Self.docno)","outlets":["site-zh","wechat-zh"]}"#)
    try office.drop("甲-蒙.md", Notice.mongolian("---\npair: 甲\nattribute: 主动公开\n---\n"))
    try office.run()
    try office.take("site-zh")
    try office.run()
    let id = try #require(try office.pending("wechat-zh").first?["itemID"]?.text)
    return (office, id)
  }

  @Test("a correction reaches every outlet that had the item, with its public note, and is counted apart")
  func correction() throws {
    let (office, id) = try office()
    // Dropped again without a list of outlets.
    try office.drop(
      "甲.txt", Notice.chinese("关于甲的通知", body: "改过的话。"),
      sidecar: #"{"pair":"甲","docno":"\#(Self.docno)","replaces":"\#(Self.docno)","reason":"更正第二条的日期。"}"#)
    let summary = try office.run(today: "2025-07-01")
    #expect(summary.revisions == 1)
    for outlet in ["site-zh", "wechat-zh"] {
      let correction = try #require(try office.pending(outlet).last { $0["action"]?.text == "correct" })
      #expect(correction["itemID"]?.text == id && correction["note"]?.text == "更正第二条的日期。")
    }
    let json = try report(office)
    #expect(json["corrections"]?["site-zh"]?.integer == 1 && json["corrections"]?["wechat-zh"]?.integer == 1)
    #expect(json["outlets"]?.elements.map { $0["queued"]?.integer } == [1, 1, 0, 1])
    #expect(try office.list(.corrected).count == 2)
    #expect(try office.isClean())
  }

  @Test("when one half is corrected or withdrawn, the person is asked about the other")
  func asks() throws {
    let (office, id) = try office()
    let half = try #require(try office.pending("site-mn").first?["itemID"]?.text)
    try office.drop(
      "甲.txt", Notice.chinese("关于甲的通知", body: "改过的话。"),
      sidecar: #"{"pair":"甲","docno":"\#(Self.docno)","replaces":"\#(Self.docno)"}"#)
    #expect(try office.run().spoken.joined().contains("蒙古文版 \(half.prefix(12))"))
    let engine = try office.engine
    let record = try engine.withdraw(half, reason: "error", by: "王")
    let questions = try engine.questions(about: record, after: .withdraw)
    #expect(questions.count == 1 && questions[0].contains("汉文版 \(id.prefix(12))"))
    let other = try engine.withdraw(id, reason: "error", by: "王")
    #expect(try engine.questions(about: other, after: .withdraw).isEmpty)
  }

  @Test("a withdrawal tells each outlet that took the item why, by code and in words, and what the public is told")
  func withdrawal() throws {
    let (office, id) = try office()
    _ = try office.engine.withdraw(id, reason: "内容有误：日期", note: "本通知已撤回，请以新通知为准。", by: "王")
    // The WeChat account had not taken it: its payload left the outbox.
    #expect(try office.pending("wechat-zh").isEmpty)
    let payload = try #require(try office.pending("site-zh").first)
    #expect(payload["action"]?.text == "withdraw" && payload["reasonCode"]?.text == "error")
    #expect(payload["reason"]?.text == "内容有误：日期" && payload["note"]?.text == "本通知已撤回，请以新通知为准。")
    #expect(try report(office)["withdrawals"]?["site-zh"]?.integer == 1)
    let withdrawn = try office.list(.withdrawn)
    #expect(withdrawn.count == 1 && withdrawn[0].message.contains(" 撤稿 "))
    #expect(try office.isClean())
  }

  @Test(
    "a reason or a note with a personal number, or in a code of its own, goes nowhere",
    arguments: ["13800138000", "\u{E264}"])
  func refusals(_ text: String) throws {
    let (office, id) = try office()
    #expect(throws: PipelineError.self) { _ = try office.engine.withdraw(id, reason: "请联系\(text)", by: "王") }
    #expect(throws: PipelineError.self) {
      _ = try office.engine.withdraw(id, reason: "error", note: "请联系\(text)", by: "王")
    }
    #expect(try office.engine.why(id).item.state == .queued)
  }

  private func report(_ office: Office) throws -> JSONValue {
    try JSONValue.reading(
      office.engine.channelReport(
        from: CivilDate(iso: "2025-06-01"), to: CivilDate(iso: "2025-07-31"), format: .json))
  }
}
