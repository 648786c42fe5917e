import Foundation
import Publication
import Synchronization
import SystemEdges
import Testing

@testable import Pipeline
@testable import hostilegen

/// Disks and folders that don't do what they should, and what lies in folders.
extension Scenario {
  /// Steps on files of this name fail.
  private static func failing(
    _ name: String, _ steps: Set<WatchedDisk.Step>, _ failure: Failure = .forbidden
  ) -> @Sendable (WatchedDisk.Step, FileName) throws -> Void {
    { step, path in
      if steps.contains(step), path.base == FileName(name) { throw failure.error(path) }
    }
  }

  static let faults: [Scenario] = [
    Scenario("disk full") { office in
      try office.drop("通知.txt", Notice.chinese())
      try office.run(watching: { step, path in
        if step == .makeFolder, path.folder == WorkFolders.work { throw Failure.full.error(path) }
      })
      return .file("通知.txt")
    },
    Scenario("an unreadable file") { office in
      try office.drop("通知.txt", Notice.chinese())
      try office.drop("另一.txt", Notice.chinese("关于另一件事的通知"))
      #expect(try office.run(watching: failing("通知.txt", [.read])).published == 1)
      return .file("通知.txt")
    },
    Scenario("an unmovable file") { office in
      try office.drop("成套/通知.txt", Notice.chinese())
      try office.drop("成套/附件1.txt", "附件\n一。\n")
      try office.drop("另一.txt", Notice.chinese("关于另一件事的通知"))
      #expect(try office.run(watching: failing("通知.txt", [.move])).published == 1)
      // What was moved already lies where the clerk put it.
      #expect(FileManager.default.fileExists(atPath: office.url("inbox/成套/附件1.txt").path))
      return .file("成套/通知.txt")
    },
    Scenario("an unreadable folder") { office in
      try office.drop("成套/通知.txt", Notice.chinese())
      try office.drop("另一.txt", Notice.chinese("关于另一件事的通知"))
      #expect(try office.run(watching: failing("成套", [.entries])).published == 1)
      return .file("成套")
    },
    Scenario("locked by a scanner, free at the next run") { office in
      try office.drop("通知.txt", Notice.chinese())
      #expect(try office.run(watching: failing("通知.txt", [.read], .busy)).waiting == 1)
      try office.run()
      return .file("通知.txt")
    },
    Scenario("the inbox is missing") { office in
      try FileManager.default.removeItem(at: office.url("inbox"))
      try office.run()
      return .nameless
    },
    Scenario("the inbox is not mounted") { office in
      try FileManager.default.removeItem(at: office.url("inbox/.zarlal-inbox"))
      try office.run()
      return .nameless
    },
    Scenario("the inbox is read-only") { office in
      try office.drop("通知.txt", Notice.chinese())
      try office.run(watching: failing("inbox", [.ask]))
      return .nameless
    },
    Scenario("a folder of another user") { office in
      try office.drop("通知.txt", Notice.chinese())
      try office.run(watching: failing("held", [.ask]))
      return .nameless
    },
    Scenario("the state folder on another file system") { office in
      try office.drop("通知.txt", Notice.chinese())
      try office.run(watching: { _, _ in }) { path, status in
        guard path == FileName("state/."), var moved = status else { return status }
        moved.device += 1
        return moved
      }
      return .nameless
    },
  ]

  static let places: [Scenario] = [
    Scenario("very many files at once") { office in
      // More than two batches; the urgent one is shown first.
      for index in 0..<300 { try office.drop("\(index).txt", Notice.chinese("关于第\(index)件事的通知")) }
      try office.drop("加急/急.txt", Notice.chinese("关于急事的通知"))
      let first = Mutex<FileName?>(nil)
      try office.run(watching: { step, path in
        if step == .read, path.folder?.folder?.folder == WorkFolders.work || path.folder?.folder == WorkFolders.work {
          first.withLock { if $0 == nil { $0 = path.base } }
        }
      })
      #expect(first.withLock { $0 } == FileName("急.txt"))
      #expect(try office.pending("site-zh").count == 301)
      return .file("299.txt")
    },
    Scenario("a folder that became a link") { office in
      try office.drop("成套/通知.txt", Notice.chinese())
      let outside = office.root.appendingPathComponent("outside")
      try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
      try Data("外面的。".utf8).write(to: outside.appendingPathComponent("通知.txt"))
      let folder = office.url("inbox/成套")
      try office.run(watching: { step, path in
        guard step == .makeFolder, path.folder == WorkFolders.work else { return }
        try FileManager.default.removeItem(at: folder)
        try FileManager.default.createSymbolicLink(at: folder, withDestinationURL: outside)
      })
      #expect(FileManager.default.fileExists(atPath: outside.appendingPathComponent("通知.txt").path))
      return .file("成套/通知.txt")
    },
    Scenario("a folder named like a file") { office in
      try office.drop("通知.docx/通知.txt", Notice.chinese())
      try office.run()
      return .file("通知.docx/通知.txt")
    },
    Scenario("sixty folders deep") { office in
      let path = "深/" + String(repeating: "层/", count: 60)
      try office.drop(path + "通知.txt", Notice.chinese())
      try office.run()
      #expect(FileManager.default.fileExists(atPath: office.url("inbox/" + path + "通知.txt").path))
      return .file("深" + String(repeating: "/层", count: 8))
    },
    Scenario("an article with attachments in a folder") { office in
      try office.drop("成套/通知.txt", Notice.chinese())
      try office.drop("成套/附件1.txt", "附件\n一。\n")
      try office.run()
      return .file("成套/通知.txt")
    },
    Scenario("an orphan attachment") { office in
      try office.drop("通知.附件/清单.txt", "清单\n一。\n")
      try office.run()
      return .file("通知.附件/清单.txt")
    },
    Scenario("an orphan picture") { office in
      try office.drop("图.png", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
      try office.run()
      return .file("图.png")
    },
    Scenario("a page that links to a file nobody dropped") { office in
      try office.drop("通知.md", linked)
      try office.run()
      #expect(try office.list(.held).first?.message.contains("附件1.txt") == true)
      return .file("通知.md")
    },
    Scenario("the same, with the file among its attachments") { office in
      try office.drop("通知.md", linked)
      try office.drop("通知.附件/附件1.txt", "附件\n一。\n")
      try office.run()
      guard case .array(let attachments)? = try office.pending("site-zh").first?["attachments"] else {
        return .nameless
      }
      #expect(attachments.compactMap { $0["name"]?.text } == ["附件1.txt"])
      return .file("通知.md")
    },
  ]

  private static let linked =
    "# 关于公布名单的通知\n\n各旗人民政府：\n\n名单见[附件1](附件1.txt)。\n\n（此件公开发布）\n"

  static let kinds: [Scenario] = [
    Scenario("links to outside, to nothing, to themselves") { office in
      let drop = Drop(root: office.url("inbox").path)
      try drop.link("外.txt", to: "/etc/passwd")
      try drop.link("无.txt", to: "没有这个")
      try drop.link("圈.txt", to: "圈.txt")
      #expect(try office.run().ignored == 3)
      return .file("圈.txt")
    },
    Scenario("pipe and socket") { office in
      let drop = Drop(root: office.url("inbox").path)
      try drop.pipe("管道.txt")
      try drop.socket("套接字.txt")
      #expect(try office.run().ignored == 2)
      return .file("管道.txt")
    },
  ]
}
