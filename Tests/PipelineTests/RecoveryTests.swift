import Foundation
import Publication
import Synchronization
import SystemEdges
import Testing

@testable import Pipeline

@Suite("Recovery")
struct RecoveryTests {
  @Test("a claim that a killed run left is processed where it is")
  func leftoverClaim() throws {
    let office = try Office()
    let claim = office.url("work/dead-0")
    try FileManager.default.createDirectory(at: claim, withIntermediateDirectories: true)
    try Data(Notice.chinese().utf8).write(to: claim.appendingPathComponent("通知.txt"))
    let summary = try office.run()
    #expect(summary.published == 1 && summary.recovered == 1)
    #expect(try office.everything(below: "work").isEmpty)
    #expect(try office.isClean())
  }

  @Test("a claim that a killed run did not finish goes back to the inbox")
  func leftoverSidecar() throws {
    let office = try Office()
    let claim = office.url("work/dead-0.part")
    try FileManager.default.createDirectory(at: claim, withIntermediateDirectories: true)
    try Data(#"{"attribute":"主动公开"}"#.utf8).write(to: claim.appendingPathComponent("通知.txt.json"))
    try office.drop("通知.txt", Notice.chinese(mark: ""))
    #expect(try office.run().published == 1)
    #expect(try office.isClean())
  }

  @Test("a run that stops after any number of file operations loses nothing and doubles nothing", arguments: 0..<60)
  func stoppedAnywhere(after count: Int) throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(), sidecar: #"{"outlets":["site-zh","wechat-zh"]}"#)
    try office.drop("无属性.txt", Notice.chinese("关于另一件事的通知", mark: ""))
    try office.drop("加急/不公开.txt", Notice.chinese("关于第三件事的通知", mark: "（此件不予公开）"))
    try office.drop("供暖/通知.txt", Notice.chinese("关于第四件事的通知"))
    try office.drop("供暖/附件1.txt", "附件\n一。\n")
    let disk = FaultPlan(failing: count).disk(Disk(root: office.root.path))
    let engine = try Engine(office.configuration, root: office.root.path, files: disk, clock: office.clock)
    _ = try? engine.run(office.options)
    // The next run has something of its own to stage after it has finished the earlier one's payloads.
    try office.drop("后来.txt", Notice.chinese("关于后来一件事的通知"))
    try office.run()
    #expect(try office.pending("site-zh").count == 3)
    #expect(try office.pending("wechat-zh").count == 1)
    #expect(try office.list(.held).count == 1)
    #expect(try office.list(.sealed).count == 1)
    #expect(try office.isClean())
    #expect(try office.everything(below: "work").isEmpty)
  }

  @Test("an attachment that a power cut left empty under its right name and size is written again")
  func emptyAttachment() throws {
    let office = try Office()
    let text = "任务清单\n一、供暖。\n"
    let kept = office.url("outbox/files/" + ContentDigest(of: text.utf8).hex)
    try FileManager.default.createDirectory(at: office.url("outbox/files"), withIntermediateDirectories: true)
    try Data(count: text.utf8.count).write(to: kept)
    try office.drop("通知.txt", Notice.chinese())
    try office.drop("通知.附件/任务清单.txt", text)
    #expect(try office.run().published == 1)
    #expect(try Data(contentsOf: kept) == Data(text.utf8))
  }

  @Test("what an outlet may see was made durable after it was written, and the files that it names with it")
  func durableBeforeShown() throws {
    let office = try Office()
    for number in 1...5 {
      try office.drop("通知\(number).txt", Notice.chinese("关于第\(number)件事的通知"))
      try office.drop("通知\(number).附件/清单.txt", "清单\n\(number)。\n")
    }
    let steps = Mutex<[(step: WatchedDisk.Step, path: String)]>([])
    let disk = WatchedDisk(Disk(root: office.root.path)) { step, path in
      steps.withLock { $0.append((step, path.description)) }
    }
    var options = office.options
    options.batchItems = 2
    _ = try Engine(office.configuration, root: office.root.path, files: disk, clock: office.clock).run(options)
    var unsynced: Set<String> = []
    var shown = 0
    for (step, path) in steps.withLock({ $0 }) {
      let name = String(path.split(separator: "/").last ?? "")
      switch step {
      case .write where path.hasPrefix("work/out/"): unsynced.insert(name)
      case .sync: unsynced = []
      case .move where path.contains("/pending/"):
        shown += 1
        // Neither this payload nor any file that was placed before it.
        #expect(unsynced.isEmpty, "\(path) was shown before \(unsynced.sorted())")
      default: break
      }
    }
    #expect(shown == 5)
  }

  @Test("a second run beside a running one says that it is busy")
  func busy() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese())
    let lock = try #require(try Disk(root: office.root.path).lock(WorkFolders.lock))
    #expect(try office.run().busy)
    lock.unlock()
    #expect(try office.run().published == 1)
  }

  @Test("a first run that was killed while it made the ledger leaves an office that nothing happened in yet")
  func ledgerBegun() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese())
    try Data().write(to: office.url(WorkFolders.ledger))
    #expect(try office.isClean())
    #expect(try office.list(.held).isEmpty && office.engine.historyHead().isEmpty)
    #expect(Doctor.examine(try office.engine).allSatisfy { $0.fault == nil || !$0.isFatal })
    #expect(try office.run().published == 1)
    #expect(try office.isClean())
  }
}
