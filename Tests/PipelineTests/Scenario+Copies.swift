import Foundation
import Publication
import Synchronization
import Testing

@testable import Pipeline
@testable import hostilegen

/// Copies that are not whole, names that are none, and what is the same.
extension Scenario {
  private static let word = HostileWord(Ordinary.paragraphs("复制")).bytes
  /// The place was made first, the end is still missing.
  private static let half = Data(word.prefix(word.count / 2) + [UInt8](repeating: 0, count: word.count / 2))

  static let copies: [Scenario] = [
    Scenario("half copied over a share") { office in
      office.waitAsUsual()
      try office.drop("通知.docx", Data(word.prefix(200)))
      office.pass(seconds: 30)
      try office.run()
      return .file("通知.docx")
    },
    Scenario("a pre-allocated copy that stalls") { office in
      office.waitAsUsual()
      try office.drop("通知.docx", half)
      office.pass(seconds: 300)
      try office.run()
      return .file("通知.docx")
    },
    Scenario("a pre-allocated text that stalls") { office in
      office.waitAsUsual()
      try office.drop("通知.txt", Data(Array(Notice.chinese().utf8) + [UInt8](repeating: 0, count: 500)))
      office.pass(seconds: 300)
      try office.run()
      return .file("通知.txt")
    },
    Scenario("a copy that stalled for longer than `waiting.incompleteSeconds`") { office in
      office.waitAsUsual()
      try office.drop("通知.docx", half)
      office.pass(seconds: 700)
      try office.run()
      return .file("通知.docx")
    },
    Scenario("a writer that still has the file open") { office in
      let file = try office.drop("通知.txt", Notice.chinese())
      let writer = try FileHandle(forWritingTo: file)
      try office.run()
      try writer.close()
      return .file("通知.txt")
    },
    Scenario("a writer that writes on after the rename") { office in
      // A writer that nobody can know of, as on a network share: here it opens the file once it is claimed.
      try office.drop("通知.txt", Notice.chinese())
      let root = office.root
      let isDone = Mutex(false)
      try office.run(watching: { step, path in
        guard step == .read, path.folder?.folder == WorkFolders.work, !isDone.withLock({ $0 }) else { return }
        isDone.withLock { $0 = true }
        let writer = try FileHandle(forUpdating: root.appendingPathComponent(path.description))
        try writer.seekToEnd()
        try writer.write(contentsOf: Data("还有一行。\n".utf8))
        try writer.close()
      })
      return .file("通知.txt")
    },
    Scenario("names of unfinished downloads and of rsync") { office in
      for name in [".通知.docx.Xa81bc", "通知.docx.part", "通知.docx.crdownload", "通知.!ut", "通知.filepart"] {
        try office.drop(name, "x")
      }
      #expect(try office.run().ignored == 5)
      return .file("通知.docx.part")
    },
    Scenario("a lock of an office suite beside the document") { office in
      try office.drop("关于供暖的通知.txt", Notice.chinese())
      try office.drop("~$供暖的通知.txt", "x")
      try office.run()
      return .file("关于供暖的通知.txt")
    },
    Scenario("a stale lock") { office in
      try office.drop("关于供暖的通知.txt", Notice.chinese())
      try office.drop("~$供暖的通知.txt", "x")
      office.pass(seconds: 90_000)
      try office.run()
      return .file("关于供暖的通知.txt")
    },
    Scenario("rubbish of systems, in capitals too") { office in
      for name in [".DS_Store", "THUMBS.DB", "desktop.ini", "$RECYCLE.BIN/x", "__MACOSX/x", "~WRL0003.TMP"] {
        try office.drop(name, "x")
      }
      #expect(try office.run().ignored == 6)
      return .file("THUMBS.DB")
    },
    Scenario("zero bytes") { office in
      office.waitAsUsual()
      try office.drop("通知.txt", "")
      office.pass(seconds: 600)
      try office.run()
      return .file("通知.txt")
    },
    Scenario("zero bytes for longer than `waiting.emptySeconds`") { office in
      office.waitAsUsual()
      try office.drop("通知.txt", "")
      office.pass(seconds: 4000)
      try office.run()
      return .file("通知.txt")
    },
    Scenario("vanishes between look and claim") { office in
      let file = try office.drop("通知.txt", Notice.chinese())
      try office.run(watching: { step, path in
        if step == .makeFolder, path.folder == WorkFolders.work { try FileManager.default.removeItem(at: file) }
      })
      return .file("通知.txt")
    },
  ]

  static let identities: [Scenario] = [
    Scenario("same name, same bytes") { office in
      try office.drop("通知.txt", Notice.chinese())
      try office.run()
      try office.drop("加急/通知.txt", Notice.chinese())
      try office.run()
      return .file("加急/通知.txt")
    },
    Scenario("same name, other bytes") { office in
      try office.drop("新建文本文档.txt", Notice.chinese("关于第一件事的通知"))
      try office.run()
      try office.drop("新建文本文档.txt", Notice.chinese("关于第二件事的通知"))
      #expect(try office.run().published == 1)
      return .file("新建文本文档.txt")
    },
    Scenario("same name and title, other bytes") { office in
      try office.drop("通知.txt", Notice.chinese())
      try office.run()
      try office.drop("加急/通知.txt", Notice.chinese(body: "别的内容。"))
      try office.run()
      return .file("加急/通知.txt")
    },
    Scenario("same bytes, other name") { office in
      try office.drop("通知.txt", Notice.chinese())
      try office.run()
      try office.drop("通知 - 副本.txt", Notice.chinese())
      try office.run()
      return .file("通知 - 副本.txt")
    },
    Scenario("names that differ in their normal form only") { office in
      // In the future by the clock, so that both have to be remembered apart.
      office.waitAsUsual()
      try office.drop(bytes: Array("caf\u{E9}.txt".utf8), Notice.chinese("关于合成的通知"))
      try office.drop(bytes: Array("cafe\u{301}.txt".utf8), Notice.chinese("关于分解的通知"))
      office.pass(seconds: -86_400)
      #expect(try office.run().waiting == 2)
      office.pass(seconds: 120)
      #expect(try office.run().published == 2)
      return .file("cafe\u{301}.txt")
    },
  ]
}
