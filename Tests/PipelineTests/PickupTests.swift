import Foundation
import Publication
import Testing

@testable import Pipeline

@Suite("Pickup")
struct PickupTests {
  @Test("a young file waits for the next run, a settled one is taken")
  func settling() throws {
    let office = try Office()
    office.options.settle = 60
    office.configuration.waiting.sidecar = 0
    try office.drop("通知.txt", Notice.chinese())
    #expect(try office.run().waiting == 1)
    #expect(try office.list(.waiting).first?.codes == [.notSettled])
    office.clock.time += 120_000_000_000
    #expect(try office.run().published == 1)
  }

  @Test("a modification time of 1970 or 2100 changes nothing", arguments: [0.0, 4_102_444_800.0])
  func strangeTimes(seconds: Double) throws {
    let office = try Office()
    let file = try office.drop("通知.txt", Notice.chinese())
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: file.path)
    #expect(try office.run().published == 1)
  }

  @Test("when the clock was set back, a file waits once and is then taken")
  func clockSetBack() throws {
    let office = try Office()
    office.options.settle = 60
    office.configuration.waiting.sidecar = 0
    try office.drop("通知.txt", Notice.chinese())
    office.clock.time -= 86_400_000_000_000
    #expect(try office.run().waiting == 1)
    office.clock.time += 120_000_000_000
    #expect(try office.run().published == 1)
  }

  @Test("leftovers of systems and editors are ignored, and told once each")
  func leftovers() throws {
    let office = try Office()
    for name in [".DS_Store", "Thumbs.db", "~$通知.docx", "通知.docx.part", "x.crdownload", "a.swp", "b.txt~"] {
      try office.drop(name, "x")
    }
    #expect(try office.run().ignored == 7)
    #expect(try office.list(.ignored).count == 7)
  }

  @Test(
    "a document that is open in an editor waits", arguments: ["~$关于供暖的通知.txt", "~$供暖的通知.txt", ".~lock.关于供暖的通知.txt#"])
  func locked(lock: String) throws {
    let office = try Office()
    try office.drop("关于供暖的通知.txt", Notice.chinese())
    try office.drop(lock, "x")
    #expect(try office.run().published == 0)
    #expect(try office.list(.waiting).first?.codes == [.lockedByEditor])
    office.clock.time += 90_000_000_000_000
    #expect(try office.run().published == 1)
  }

  @Test("links are never followed, pipes never opened")
  func notFiles() throws {
    let office = try Office()
    let outside = office.root.appendingPathComponent("outside.txt")
    try Data(Notice.chinese().utf8).write(to: outside)
    try FileManager.default.createSymbolicLink(at: office.url("inbox/链接.txt"), withDestinationURL: outside)
    try FileManager.default.createSymbolicLink(at: office.url("inbox/圈"), withDestinationURL: office.url("inbox"))
    mkfifo(office.url("inbox/管道.txt").path, 0o600)
    #expect(try office.run().ignored == 3)
    #expect(try office.list(.ignored).allSatisfy { $0.codes == [.notAFile] })
  }

  @Test("an article with attachments in a folder of its name is one item")
  func attachments() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese())
    try office.drop("通知.附件/任务清单.txt", "任务清单\n一、供暖。\n")
    let summary = try office.run()
    #expect(summary.published == 1 && summary.held == 0)
    guard case .array(let list)? = try office.pending("site-zh").first?["attachments"] else {
      Issue.record("no attachments")
      return
    }
    #expect(list.first?["name"]?.text == "任务清单.txt")
    let digest = try #require(list.first?["sha256"]?.text)
    #expect(try Data(contentsOf: office.url("outbox/files/\(digest)")) == Data("任务清单\n一、供暖。\n".utf8))
  }

  @Test(
    "a folder of attachments goes when it is empty; one in which something is left stays, and so does a clerk's own folder"
  )
  func emptiedFolders() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese())
    try office.drop("通知.附件/清单/任务清单.txt", "任务清单\n一、供暖。\n")
    try office.drop("加急/公告.txt", Notice.chinese("关于加急事项的公告"))
    try office.drop("加急/公告.附件/名单.txt", "名单\n一。\n")
    try office.drop("告示.txt", Notice.chinese("关于告示的通知"))
    try office.drop("告示.附件/清单.txt", "清单\n二。\n")
    try FileManager.default.createSymbolicLink(
      at: office.url("inbox/告示.附件/链接"), withDestinationURL: office.url("inbox"))
    try office.drop("王科长/通知.txt", Notice.chinese("关于王科长一件事的通知"))
    #expect(try office.run().published == 4)
    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: office.url("inbox/" + path).path) }
    #expect(!exists("通知.附件") && !exists("加急/公告.附件"))
    #expect(exists("告示.附件") && exists("王科长") && exists("加急"))
  }

  @Test("a key that nobody knows is told by check, and in the note of what is held")
  func unknownKeys() throws {
    let office = try Office()
    let file = try office.drop("通知.txt", Notice.chinese(), sidecar: #"{"发布日起": "2025-06-30"}"#)
    let judged = try #require(try office.engine.check([file.path]).first)
    #expect(judged.state == "publish" && judged.message.contains("发布日起") && judged.message.contains("发布日期"))
    try office.drop("通知.txt", Notice.chinese(mark: ""), sidecar: #"{"发布日起": "2025-06-30"}"#)
    try office.run()
    let held = try #require(try office.list(.held).first)
    let note = try String(contentsOf: office.url("held/\(held.id)/说明.txt"), encoding: .utf8)
    #expect(note.contains("发布日起") && note.contains("发布日期"))
  }

  @Test("a subfolder with exactly one article is a bundle; with two it is held as a whole")
  func bundles() throws {
    let office = try Office()
    try office.drop("供暖/通知.txt", Notice.chinese())
    try office.drop("供暖/附件1 清单.txt", "清单\n一。\n")
    try office.drop("两篇/甲.txt", Notice.chinese("关于甲的通知"))
    try office.drop("两篇/乙.txt", Notice.chinese("关于乙的通知"))
    let summary = try office.run()
    #expect(summary.published == 1 && summary.held == 1)
    let held = try #require(try office.list(.held).first)
    #expect(held.codes.contains(.bundleAmbiguous))
    let kept = try FileManager.default.contentsOfDirectory(atPath: office.url("held/\(held.id)").path)
    #expect(Set(kept).isSuperset(of: ["甲.txt", "乙.txt"]))
  }

  @Test("a folder that is held as a whole stays whole when one of its files comes again alone")
  func bundleAndLoose() throws {
    let office = try Office()
    try office.drop("两篇/甲.txt", Notice.chinese("关于甲的通知"))
    try office.drop("两篇/乙.txt", Notice.chinese("关于乙的通知"))
    try office.run()
    try office.drop("甲.txt", Notice.chinese("关于甲的通知"))
    #expect(try office.run().published == 1)
    let held = try #require(try office.list(.held).first)
    let kept = try FileManager.default.contentsOfDirectory(atPath: office.url("held/\(held.id)").path)
    #expect(Set(kept).isSuperset(of: ["甲.txt", "乙.txt", "说明.txt"]))
    #expect(try office.isClean())
  }

  @Test("the urgent folder comes first")
  func urgent() throws {
    let office = try Office()
    try office.drop("甲.txt", Notice.chinese("关于甲的通知"))
    try office.drop("加急/乙.txt", Notice.chinese("关于乙的通知"))
    office.options.limit = 1
    try office.run()
    #expect(try office.pending("site-zh").first?["title"]?.text == "关于乙的通知")
  }

  @Test("a sidecar alone waits for its document")
  func loneSidecar() throws {
    let office = try Office()
    try office.drop("通知.txt.json", #"{"attribute":"主动公开"}"#)
    #expect(try office.run().waiting == 1)
    #expect(try office.list(.waiting).first?.codes == [.loneSidecar])
  }

  @Test("of two sidecars that differ in case none is chosen: the document is held", arguments: ["", "供水/"])
  func twoSidecars(folder: String) throws {
    let office = try Office()
    try office.drop(folder + "通知.txt", Notice.chinese(mark: ""), sidecar: #"{"公开属性":"主动公开"}"#)
    try Data(#"{"公开属性":"不予公开"}"#.utf8).write(to: office.url("inbox/\(folder)通知.txt.JSON"))
    #expect(try office.run().published == 0)
    #expect(try office.list(.held).first?.codes.contains(.attachmentUnreadable) == true)
    #expect(try office.isClean())
  }

  @Test("any bytes make a name: spaces, quotes, line ends, bidi controls, bytes that are no UTF-8, 255 of them")
  func names() throws {
    let office = try Office()
    let names: [[UInt8]] = [
      Array(" 空 格 .txt".utf8), Array("引'号\"$(touch x);.txt".utf8), Array("换\n行.txt".utf8), Array("-rf.txt".utf8),
      Array("反\u{202E}转.txt".utf8), [0xB9, 0xAB, 0xB8, 0xE6] + Array(".txt".utf8),
      Array(String(repeating: "名", count: 83).utf8) + Array("..txt".utf8), Array("=1+1.txt".utf8),
    ]
    for (index, name) in names.enumerated() {
      let path = (Array(office.url("inbox").path.utf8) + [0x2F] + name + [0]).map { CChar(bitPattern: $0) }
      let descriptor = open(path, O_WRONLY | O_CREAT, 0o644)
      #expect(descriptor >= 0)
      let data = Array(Notice.chinese("关于第\(index)件事的通知").utf8)
      #expect(write(descriptor, data, data.count) == data.count)
      close(descriptor)
    }
    #expect(try office.run().published == names.count)
    #expect(try office.isClean())
  }

  @Test("a note never overwrites an original of the same name")
  func noteNames() throws {
    let office = try Office()
    try office.drop("说明.txt", Notice.chinese(mark: ""))
    try office.run()
    let held = try #require(try office.list(.held).first)
    let original = try String(contentsOf: office.url("held/\(held.id)/说明.txt"), encoding: .utf8)
    #expect(original == Notice.chinese(mark: ""))
  }
}
