import Foundation
import Publication
import Synchronization
import Testing

@testable import Pipeline
@testable import hostilegen

/// Sidecars, front matter, pairs, and documents that attack their reader.
extension Scenario {
  /// The case of `Benchmarks/hostile` with this name.
  private static func hostile(_ scenario: String, _ name: String) -> Scenario {
    Scenario(scenario) { office in
      let one = try #require(HostileCase.all.first { $0.name == name })
      try one.drop(Drop(root: office.url("inbox").path))
      try office.run()
      return one.listed.first.map { .file($0) } ?? .nameless
    }
  }

  private static func yaml(_ scenario: String, _ front: String) -> Scenario {
    Scenario(scenario) { office in
      try office.drop("通知.md", Ordinary.markdown("文首", "", front: "---\n\(front)\n---\n"))
      try office.run()
      return .file("通知.md")
    }
  }

  private static func sidecar(_ scenario: String, _ json: String) -> Scenario {
    Scenario(scenario) { office in
      try office.drop("通知.txt", Notice.chinese(), sidecar: json)
      try office.run()
      return .file("通知.txt")
    }
  }

  static let metadata: [Scenario] = [
    Scenario("a late sidecar") { office in
      office.options.settle = nil
      try office.drop("通知.txt", Notice.chinese(mark: ""))
      office.pass(seconds: 90)
      try office.run()
      return .file("通知.txt")
    },
    Scenario("a sidecar alone") { office in
      try office.drop("通知.txt.json", #"{"attribute":"主动公开"}"#)
      try office.run()
      return .file("通知.txt.json")
    },
    sidecar("a broken sidecar", "{\"attribute\": "),
    sidecar("a sidecar 100,000 levels deep", Ordinary.times("[", 100_000) + Ordinary.times("]", 100_000)),
    sidecar("a duplicate key in a sidecar", #"{"attribute": "主动公开", "attribute": "主动公开"}"#),
    Scenario("two sidecars, `.json` and `.JSON`") { office in
      try office.drop("通知.txt", Notice.chinese(mark: ""), sidecar: #"{"attribute": "主动公开"}"#)
      try Data(#"{"attribute": "不予公开"}"#.utf8).write(to: office.url("inbox/通知.txt.JSON"))
      try office.run()
      return .file("通知.txt")
    },
    hostile("a YAML bomb", "别名炸弹"),
    yaml("YAML tags", "title: !!python/object/apply:os.system [\"touch x\"]"),
    yaml("a duplicate key in YAML", "attribute: 主动公开\nattribute: 主动公开"),
    yaml("YAML 1.1 booleans", "attribute: yes"),
    Scenario("Chinese today, Mongolian three days later") { office in
      try office.drop("zh.md", "---\npair: P1\nattribute: 主动公开\n---\n\n# 关于供暖的通知\n\n正文一段。\n")
      try office.run()
      try office.drop("mn.md", Notice.mongolian("---\npair: P1\n---\n\n"))
      #expect(try office.run(today: "2025-07-03").published == 1)
      return .file("mn.md")
    },
    Scenario("Mongolian without its Chinese half") { office in
      office.waitAsUsual()
      try office.drop("mn.md", Notice.mongolian("---\npair: P1\n---\n\n"))
      office.pass(seconds: 3600)
      try office.run()
      return .file("mn.md")
    },
  ]

  static let contents: [Scenario] = [
    Scenario("edited while we work") { office in
      try office.drop("通知.txt", Notice.chinese())
      let root = office.root
      try office.run(watching: { step, path in
        guard step == .read, path.base == FileName("通知.txt"), path.folder?.folder == WorkFolders.work else { return }
        try Data(Notice.chinese(body: "改过的。").utf8).write(to: root.appendingPathComponent(path.description))
      })
      return .file("通知.txt")
    },
    Scenario("deleted while we work") { office in
      try office.drop("通知.txt", Notice.chinese())
      let root = office.root
      try office.run(watching: { step, path in
        guard step == .read, path.base == FileName("通知.txt"), path.folder?.folder == WorkFolders.work else { return }
        try FileManager.default.removeItem(at: root.appendingPathComponent(path.description))
      })
      return .file("通知.txt")
    },
    Scenario("a sidecar edited while we work") { office in
      try office.drop("通知.txt", Notice.chinese(), sidecar: #"{"attribute":"主动公开"}"#)
      let root = office.root
      let isDone = Mutex(false)
      try office.run(watching: { step, path in
        guard step == .move, path.base == FileName("通知.txt.json"), !isDone.withLock({ $0 }) else { return }
        isDone.withLock { $0 = true }
        try Data(#"{"attribute":"不予公开"}"#.utf8).write(to: root.appendingPathComponent("inbox/通知.txt.json"))
      })
      #expect(try office.pending("site-zh").isEmpty)
      return .file("通知.txt")
    },
    hostile("the extension lies", "版式文件冒充"), hostile("a ZIP bomb", "压缩炸弹"),
    Scenario("a ZIP in a ZIP in a ZIP") { office in
      var inner = HostileZip([.init(zeros: "0", 100 << 20)]).bytes
      for level in 1...3 { inner = HostileZip([.init("\(level).zip", inner)]).bytes }
      try office.drop("套.zip", Data(inner))
      try office.run()
      return .file("套.zip")
    },
    hostile("overlapping entries", "重叠条目"), hostile("`../` entries", "上级目录"),
    hostile("external entities", "外部实体"), hostile("a billion laughs", "十亿笑声"), hostile("macros", "宏"),
    Scenario("somebody drops into `done/`") { office in
      try office.drop("通知.txt", Notice.chinese())
      try office.run()
      try Data(Notice.chinese("关于放错地方的通知").utf8).write(to: office.url("done/放错.txt"))
      #expect(try office.run().published == 0)
      return .faults(try office.engine.verify())
    },
    Scenario("somebody edits an original in `done/`") { office in
      try office.drop("通知.txt", Notice.chinese())
      try office.run()
      #expect(try office.engine.verify() == [])
      let name = try #require(try office.everything(below: "done").keys.first { $0.hasSuffix("通知.txt") })
      try Data(Notice.chinese("关于改过的通知").utf8).write(to: office.url(name))
      #expect(try office.run().published == 0)
      return .faults(try office.engine.verify())
    },
    Scenario("somebody edits a payload") { office in
      try office.drop("通知.txt", Notice.chinese())
      try office.run()
      let folder = office.url("outbox/site-zh/pending")
      let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
      try Data("{}".utf8).write(to: folder.appendingPathComponent(name))
      #expect(try office.run().published == 0)
      return .faults(try office.engine.verify())
    },
    Scenario("a restricted document by mistake") { office in
      try office.drop("金丝雀.txt", Notice.chinese("关于金丝雀的通知", mark: "机密★5年"))
      try office.run()
      return .nameless
    },
    Scenario("不予公开 by mistake in the inbox") { office in
      try office.drop("金丝雀.txt", Notice.chinese("关于金丝雀的通知", mark: "（此件不予公开）"))
      try office.run()
      return .nameless
    },
    Scenario("依申请公开 by mistake in the inbox") { office in
      try office.drop("金丝雀.txt", Notice.chinese("关于金丝雀的通知", mark: "（此件依申请公开）"))
      try office.run()
      return .nameless
    },
  ]
}
