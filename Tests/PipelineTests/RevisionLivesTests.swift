import Foundation
import LedgerConformance
import Publication
import TestSupport
import Testing

@testable import Pipeline

/// Generated lives of one notice at two outlets: versions with and without 替代, today or later, taken or not, held, let go, withdrawn.
@Suite("Lives of one notice")
struct RevisionLivesTests {
  private let count = ProcessInfo.processInfo.environment["ZARLAL_LONG"] == "1" ? 300 : 60

  @Test(
    "whatever comes after a publication: one item, one publication at each outlet, nothing before its day, and counts that agree"
  )
  func lives() throws {
    var published = 0
    for seed in 0..<count {
      var life = try Life(seed: UInt64(seed))
      for _ in 0..<12 {
        try life.step()
        let faults = try life.faults()
        #expect(faults == [], "seed \(seed): \(faults) after \(life.told)")
        if !faults.isEmpty { return }
      }
      published += try life.shown().count
    }
    // The test means nothing where hardly anything comes out.
    #expect(published > count)
  }

  fileprivate struct Life {
    private static let outlets = ["site-zh", "wechat-zh"]
    private static let day = 86_400_000_000_000

    let office: Office
    var dice: SeededGenerator
    var told: [String] = []
    private var version = 1
    private var item: String?
    /// Payloads that were ever shown, and the newest revision at each outlet.
    private var seen: Set<String> = []
    private var newest: [String: Int] = [:]

    init(seed: UInt64) throws {
      office = try Office()
      dice = SeededGenerator(seed: seed)
      office.clock.time = 1_751_250_000_000_000_000
      office.options.today = nil
      try drop()
    }

    private func roll(_ sides: Int, _ dice: inout SeededGenerator) -> Int { Int.random(in: 0..<sides, using: &dice) }

    mutating func step() throws {
      switch roll(10, &dice) {
      case 0..<3:
        version += 1
        try drop()
      case 3: try drop()
      case 4:
        let days = 1 + roll(5, &dice)
        told.append("\(days) days later")
        office.clock.time += days * Self.day
        try office.run()
      case 5, 6:
        let outlet = Self.outlets[roll(2, &dice)]
        told.append("\(outlet) takes")
        try office.take(outlet)
      case 7: act("hold") { try $0.hold($1, by: "王") }
      case 8:
        let held = try office.list(.held).map(\.id)
        guard !held.isEmpty else { return }
        let one = held[roll(held.count, &dice)]
        told.append("release \(one.prefix(6))")
        _ = try? office.engine.release(one, by: "王")
      default: act("withdraw") { try $0.withdraw($1, reason: "error", by: "王") }
      }
    }

    private mutating func act(_ name: String, _ body: (Engine, String) throws -> ItemRecord) {
      guard let item else { return }
      told.append(name)
      _ = try? body(office.engine, item)
    }

    /// One version, as it is or as the correction of what is published; now or some days ahead.
    private mutating func drop() throws {
      var members = [#""outlets":["site-zh","wechat-zh"]"#]
      if let item, roll(2, &dice) == 0 { members.append(#""replaces":"\#(item)""#) }
      if roll(4, &dice) == 0 {
        let ahead = try office.engine.today.advanced(by: roll(6, &dice))
        members.append(#""date":"\#(ahead)""#)
      }
      told.append("version \(version) \(members.dropFirst().joined(separator: " "))")
      try office.drop(
        "甲.txt", Notice.chinese("关于甲的通知", body: "第\(version)版。"), sidecar: "{\(members.joined(separator: ","))}")
      try office.run()
      guard item == nil else { return }
      // done/<year>/<month>/<id>/甲.txt
      let path = try office.everything(below: "done").keys.first
      item = path.map { String($0.split(separator: "/")[3]) }
    }

    /// What lies in the outbox, taken or not.
    func shown() throws -> [JSONValue] {
      try Self.outlets.flatMap { try office.everything(below: "outbox/\($0)").values }
        .map { try JSONValue.reading(Array($0)) }
    }

    mutating func faults() throws -> [String] {
      var faults = try office.engine.verify().map { "\($0.code) \($0.subject)" }
      let all = try shown()
      let today = try office.engine.today.description
      let ids = Set(all.compactMap { $0["itemID"]?.text })
      if ids.count > 1 { faults.append("\(ids.count) items") }
      for payload in all where payload["date"]?.text ?? "" > today {
        faults.append("shown before \(payload["date"]?.text ?? "")")
      }
      let fresh = all.filter { seen.insert($0["payloadID"]?.text ?? "").inserted }
      for payload in fresh where payload["revision"]?.integer ?? 0 < newest[payload["outlet"]?.text ?? ""] ?? 0 {
        faults.append("revision \(payload["revision"]?.integer ?? 0) shown behind a newer one")
      }
      for payload in fresh {
        newest[payload["outlet"]?.text ?? "", default: 0] = max(
          newest[payload["outlet"]?.text ?? ""] ?? 0, payload["revision"]?.integer ?? 0)
      }
      for outlet in Self.outlets {
        let actions = all.filter { $0["outlet"]?.text == outlet }.compactMap { $0["action"]?.text }
        let count = actions.count { $0 == "publish" }
        if count > 1 + actions.count(where: { $0 == "withdraw" }) {
          faults.append("\(count) publications at \(outlet)")
        }
      }
      return faults
    }
  }
}
