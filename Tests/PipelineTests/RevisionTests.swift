import Foundation
import Publication
import TestSupport
import Testing

@testable import Pipeline

/// What follows a publication: corrections before anybody took it, or before its day; what waits; what a person stopped.
@Suite("Revisions")
struct RevisionTests {
  private static let both = #"{"outlets":["site-zh","wechat-zh"]}"#

  private func published(_ sidecar: String? = nil, today: String = "2025-06-30") throws -> (office: Office, id: String)
  {
    let office = try Office()
    office.clock.time = 1_751_250_000_000_000_000
    try office.drop("甲.txt", Notice.chinese("关于甲的通知", body: "一版。"), sidecar: sidecar)
    try office.run(today: today)
    // done/<year>/<month>/<id>/甲.txt
    let path = try #require(try office.everything(below: "done").keys.first)
    return (office, String(path.split(separator: "/")[3]))
  }

  private func redrop(_ office: Office, _ body: String, _ sidecar: String? = nil, today: String = "2025-06-30") throws {
    try office.drop("甲.txt", Notice.chinese("关于甲的通知", body: body), sidecar: sidecar)
    try office.run(today: today)
  }

  /// What lies in the outbox of an outlet, taken or not: action, revision and day.
  private func shown(_ office: Office, _ outlet: String = "site-zh") throws -> [String] {
    try office.everything(below: "outbox/\(outlet)").values.map { data in
      let json = try JSONValue.reading(Array(data))
      return "\(json["action"]?.text ?? "") \(json["revision"]?.integer ?? 0) \(json["date"]?.text ?? "")"
    }.sorted()
  }

  private func queued(_ office: Office) throws -> Int? {
    let report = try office.engine.channelReport(
      from: CivilDate(iso: "2025-06-01"), to: CivilDate(iso: "2025-12-31"), format: .json)
    return try JSONValue.reading(report)["outlets"]?.elements.first?["queued"]?.integer
  }

  private func waiting(_ office: Office) throws -> [String] {
    try office.list(.held).map(\.id)
  }

  @Test("what was corrected before any outlet took it is stopped and let go as a whole, and counted once")
  func heldAfterCorrection() throws {
    let (office, id) = try published(Self.both)
    try office.take("wechat-zh")
    try redrop(office, "二版。", #"{"替代":"\#(id)","outlets":["site-zh","wechat-zh"]}"#)
    #expect(try shown(office) == ["correct 2 2025-06-30", "publish 1 2025-06-30"])
    _ = try office.engine.hold(id, by: "王")
    #expect(try office.isClean())
    #expect(try shown(office) == [])
    _ = try office.engine.release(id, by: "王")
    #expect(try shown(office) == ["correct 2 2025-06-30", "publish 1 2025-06-30"])
    #expect(try shown(office, "wechat-zh") == ["correct 2 2025-06-30", "publish 1 2025-06-30"])
    #expect(try office.isClean() && queued(office) == 1)
    _ = try office.engine.withdraw(id, reason: "error", by: "王")
    #expect(try office.isClean() && queued(office) == 0)
  }

  @Test("a held revision dropped again with 替代, as its note advises, is the correction, not a second item")
  func advised() throws {
    let (office, id) = try published()
    try office.take("site-zh")
    try redrop(office, "二版。")
    let first = try #require(try waiting(office).first)
    // Other metadata alone change nothing: it waits on, once.
    try redrop(office, "二版。", #"{"栏目":"公告"}"#)
    #expect(try waiting(office).count == 1 && waiting(office).first != first)
    try redrop(office, "二版。", #"{"替代":"\#(id)"}"#)
    #expect(try waiting(office).isEmpty)
    #expect(try shown(office) == ["correct 2 2025-06-30", "publish 1 2025-06-30"])
    #expect(try queued(office) == 1)
    #expect(try office.isClean())
  }

  @Test("a correction takes the place of what is still scheduled, on its own day or else on that of what it corrects")
  func scheduled() throws {
    for (sidecar, day) in [
      ("", "2025-07-05"), (#","date":"2025-07-20""#, "2025-07-20"), (#","date":"2025-07-01""#, "2025-07-01"),
    ] {
      let (office, id) = try published(#"{"date":"2025-07-05"}"#)
      try redrop(office, "二版。", #"{"替代":"\#(id)"\#(sidecar)}"#)
      #expect(try shown(office) == [])
      for today in ["2025-07-01", "2025-07-05", "2025-07-20"] where today < day {
        try office.run(today: today)
        #expect(try shown(office) == [], "\(today) before \(day)")
      }
      try office.run(today: day)
      #expect(try shown(office) == ["publish 2 \(day)"])
      try office.run(today: "2025-08-01")
      #expect(try shown(office) == ["publish 2 \(day)"])
      #expect(try office.isClean() && queued(office) == 1)
    }
  }

  @Test("what a person stopped stays stopped: a later version waits, and goes out as a correction")
  func afterHold() throws {
    for sidecar in [true, false] {
      let (office, id) = try published()
      try office.take("site-zh")
      _ = try office.engine.hold(id, by: "王")
      try redrop(office, "二版。", sidecar ? #"{"替代":"\#(id)"}"# : nil)
      #expect(try shown(office) == ["publish 1 2025-06-30"])
      let revision = try #require(try waiting(office).first { $0 != id })
      #expect(throws: PipelineError.self) { try office.engine.release(revision, by: "王") }
      _ = try office.engine.release(id, by: "王")
      _ = try office.engine.release(revision, by: "王")
      #expect(try shown(office).map { $0.prefix(9) } == ["correct 2", "publish 1"])
      #expect(try office.isClean() && queued(office) == 1)
    }
  }

  @Test("a revision is let go once, and not after a later one went out")
  func once() throws {
    let (office, id) = try published()
    try office.take("site-zh")
    try redrop(office, "二版。")
    let second = try #require(try waiting(office).first)
    _ = try office.engine.release(second, by: "王")
    #expect(throws: PipelineError.self) { try office.engine.release(second, by: "王") }
    try redrop(office, "三版。")
    let third = try #require(try waiting(office).first)
    try redrop(office, "四版。", #"{"替代":"\#(id)"}"#)
    #expect(try waiting(office).isEmpty)
    #expect(throws: PipelineError.self) { try office.engine.release(third, by: "王") }
    #expect(try shown(office).map { $0.prefix(9) } == ["correct 2", "correct 3", "publish 1"])
    #expect(try office.isClean())
  }

  @Test("a correction that no outlet takes leaves what is published as it is, and waits")
  func refused() throws {
    let (office, id) = try published(#"{"outlets":["wechat-zh"]}"#)
    let long = #"{"替代":"\#(id)","outlets":["wechat-zh"],"author":"\#(String(repeating: "甲", count: 17))"}"#
    try redrop(office, "二版。", long)
    let revision = try #require(try waiting(office).first)
    #expect(revision != id)
    #expect(try shown(office, "wechat-zh") == ["publish 1 2025-06-30"])
    #expect(throws: PipelineError.self) { try office.engine.release(revision, by: "王") }
    #expect(try office.engine.why(id).item.state == .queued)
    #expect(try office.isClean())
    // Without 替代 it waits for a person first, and is refused where the person lets it go.
    try redrop(office, "三版。", #"{"outlets":["wechat-zh"],"author":"\#(String(repeating: "甲", count: 17))"}"#)
    let other = try #require(try waiting(office).first)
    #expect(throws: PipelineError.self) { try office.engine.release(other, by: "王") }
    #expect(try waiting(office) == [other])
    #expect(try shown(office, "wechat-zh") == ["publish 1 2025-06-30"])
    #expect(try office.isClean())
  }

  @Test("where something was published and the ledger is empty or gone, verify says so")
  func lostLedger() throws {
    let (office, _) = try published()
    for suffix in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(at: office.url("state/ledger.sqlite\(suffix)"))
    }
    try Data().write(to: office.url("state/ledger.sqlite"))
    #expect(try office.engine.verify().map(\.code) == [.ledgerDamaged])
    try FileManager.default.removeItem(at: office.url("state/ledger.sqlite"))
    #expect(try office.engine.verify().map(\.code) == [.ledgerDamaged])
    #expect(try Office().engine.verify() == [])
  }
}
