import Foundation
import Publication
import Synchronization
import SystemEdges
import Testing

@testable import Pipeline

/// Several at once, and people's commands while a run is going.
extension Scenario {
  /// Publishes one item, then runs over another one and does something in the middle: when its payload is about to be shown.
  private static func during(_ office: Office, _ body: @escaping @Sendable (String) throws -> Void) throws -> String {
    office.clock.time = 1_751_300_000_000_000_000
    try office.drop("通知.txt", Notice.chinese(), sidecar: #"{"outlets":["site-zh","wechat-zh"]}"#)
    try office.run()
    let id = try #require(try office.pending("site-zh").first?["itemID"]?.text)
    try office.drop("另一.txt", Notice.chinese("关于另一件事的通知"))
    let isDone = Mutex(false)
    try office.run(watching: { step, path in
      guard step == .move, path.folder == WorkFolders.pending(OutletID("site-zh")) else { return }
      guard
        isDone.withLock({ done in
          done
            ? false
            : {
              done = true; return true
            }()
        })
      else { return }
      try body(id)
    })
    #expect(isDone.withLock { $0 })
    return id
  }

  static let people: [Scenario] = [
    Scenario("two runs at once") { office in
      try office.drop("通知.txt", Notice.chinese())
      let lock = try #require(try Disk(root: office.root.path).lock(WorkFolders.lock))
      defer { lock.unlock() }
      return try office.run().busy ? .busy : .file("通知.txt")
    },
    Scenario("a person's command while cron's run is going") { office in
      let engine = try office.engine
      // The very item that the run is about to show.
      office.clock.time = 1_751_300_000_000_000_000
      try office.drop("通知.txt", Notice.chinese())
      try office.run(watching: { step, path in
        guard step == .sync, let item = try engine.list(.queued).first?.item else { return }
        if try engine.why(item).item.state == .queued { _ = try engine.hold(item, by: "王") }
      })
      #expect(try office.pending("site-zh").isEmpty)
      return .file("通知.txt")
    },
    Scenario("kill -9 anywhere") { office in
      try office.drop("通知.txt", Notice.chinese())
      for step in 0..<12 {
        let disk = FaultPlan(failing: step).disk(Disk(root: office.root.path))
        _ = try? Engine(office.configuration, root: office.root.path, files: disk, clock: office.clock).run(
          office.options)
      }
      try office.run()
      #expect(try office.pending("site-zh").count == 1)
      return .file("通知.txt")
    },
    Scenario("hold while a run is going") { office in
      let engine = try office.engine
      _ = try during(office) { _ = try engine.hold($0, by: "王") }
      #expect(try office.pending("site-zh").count == 1 && office.pending("wechat-zh").isEmpty)
      return .file("通知.txt")
    },
    Scenario("release while a run is going") { office in
      let engine = try office.engine
      _ = try during(office) { id in
        _ = try engine.hold(id, by: "王")
        _ = try engine.release(id, by: "王")
      }
      #expect(try office.pending("site-zh").count == 2 && office.pending("wechat-zh").count == 1)
      return .file("通知.txt")
    },
    Scenario("withdraw while a run is going") { office in
      let engine = try office.engine
      let id = try during(office) { id in
        let name = try #require(
          try FileManager.default.contentsOfDirectory(atPath: engine.root + "/outbox/wechat-zh/pending").first)
        let folder = engine.root + "/outbox/wechat-zh/"
        try FileManager.default.moveItem(atPath: folder + "pending/" + name, toPath: folder + "taken/" + name)
        _ = try engine.withdraw(id, reason: "内容有误", by: "王")
      }
      #expect(try office.pending("wechat-zh").map { $0["action"]?.text } == ["withdraw"])
      #expect(try office.pending("site-zh").count == 1)
      return .withdrawn(id)
    },
  ]

  static let times: [Scenario] = [
    Scenario("the clock a day back") { office in
      office.options.today = nil
      try office.drop("通知.txt", Notice.chinese())
      try office.run()
      office.pass(seconds: -86_400)
      try office.drop("另一.txt", Notice.chinese("关于另一件事的通知"))
      try office.run()
      return .file("另一.txt")
    },
    Scenario("a file newer than the clock") { office in
      office.waitAsUsual()
      try office.drop("通知.txt", Notice.chinese())
      office.pass(seconds: -86_400)
      try office.run()
      return .file("通知.txt")
    },
    Scenario("the same, after it has been left alone") { office in
      office.waitAsUsual()
      try office.drop("通知.txt", Notice.chinese())
      office.pass(seconds: -86_400)
      try office.run()
      office.pass(seconds: 120)
      try office.run()
      return .file("通知.txt")
    },
    Scenario("the clock three days ahead, then right again") { office in
      office.options.today = nil
      office.pass(seconds: 3 * 86_400)
      try office.drop("通知.txt", Notice.chinese())
      #expect(try office.run().published == 1)
      office.pass(seconds: -3 * 86_400)
      try office.drop("另一.txt", Notice.chinese("关于另一件事的通知"))
      try office.run()
      return .file("另一.txt")
    },
    modified("modified in 1970", 0), modified("modified in 2100", 4_102_444_800),
    Scenario("the server in UTC on 31 December, the office already in January") { office in
      office.options.today = nil
      // 2025-12-31 16:30 UTC.
      office.clock.time = 1_767_198_600 * 1_000_000_000
      try office.drop("通知.txt", Notice.chinese())
      try office.run()
      #expect(try office.pending("site-zh").first?["date"]?.text == "2026-01-01")
      let report = try JSONValue.reading(try office.engine.channelReport(from: nil, to: nil, format: .json))
      #expect(report["from"]?.text == "2026-01-01")
      return .file("通知.txt")
    },
  ]

  private static func modified(_ name: String, _ seconds: Double) -> Scenario {
    Scenario(name) { office in
      office.waitAsUsual()
      let file = try office.drop("通知.txt", Notice.chinese())
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: file.path)
      office.pass(seconds: 120)
      try office.run()
      return .file("通知.txt")
    }
  }
}
