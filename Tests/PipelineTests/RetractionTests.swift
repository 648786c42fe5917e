import Foundation
import Publication
import Synchronization
import SystemEdges
import Testing

@testable import Pipeline

@Suite("What left the queue leaves the outbox")
struct RetractionTests {
  private static let attachment = "附件\n一、任务清单。\n"
  private static let file = "outbox/files/" + ContentDigest(of: attachment.utf8).hex

  /// An article with an attachment, queued for the website.
  private func published(_ office: Office, _ title: String = "关于做好冬季供暖工作的通知", folder: String = "供暖") throws -> String {
    office.clock.time = 1_751_250_000_000_000_000
    try office.drop("\(folder)/通知.txt", Notice.chinese(title))
    try office.drop("\(folder)/附件1.txt", Self.attachment)
    try office.run()
    return try #require(
      try office.pending("site-zh").first { $0["title"]?.text == title }?["itemID"]?.text)
  }

  private func hasFile(_ office: Office) -> Bool {
    FileManager.default.fileExists(atPath: office.url(Self.file).path)
  }

  @Test("the attachment of an item that is stopped leaves the outbox, and comes back when the item is released")
  func holdAndRelease() throws {
    let office = try Office()
    let id = try published(office)
    #expect(hasFile(office))
    _ = try office.engine.hold(id, by: "王")
    #expect(!hasFile(office))
    #expect(try office.isClean())
    _ = try office.engine.release(id, by: "王")
    #expect(hasFile(office))
    #expect(try office.pending("site-zh").count == 1 && office.isClean())
  }

  @Test("what a person lets go while a run is ending, after its last step, is written before the run has gone")
  func releasedAtTheEnd() throws {
    let office = try Office()
    office.clock.time = 1_751_250_000_000_000_000
    try office.drop("通知.txt", Notice.chinese())
    try office.run()
    let id = try #require(try office.pending("site-zh").first?["itemID"]?.text)
    _ = try office.engine.hold(id, by: "王")
    #expect(try office.pending("site-zh").isEmpty)
    let other = try office.engine
    // The last thing that a run asks before it unlocks is the time that it took.
    let clock = AskedClock(time: office.clock.time) { count in
      if count == 2 { _ = try? other.release(id, by: "王") }
    }
    _ = try Engine(office.configuration, root: office.root.path, files: Disk(root: office.root.path), clock: clock)
      .run(office.options)
    #expect(try clock.asked >= 2 && office.pending("site-zh").count == 1)
    #expect(try office.isClean())
  }

  @Test("an attachment that waits for the next run to go after its withdrawal was taken is no fault")
  func takenWithdrawal() throws {
    let office = try Office()
    let id = try published(office)
    try office.take("site-zh")
    _ = try office.engine.withdraw(id, reason: "error", by: "王")
    try office.take("site-zh")
    #expect(try hasFile(office) && office.isClean())
    try office.run()
    #expect(try !hasFile(office) && office.isClean())
    try Data("别的".utf8).write(to: office.url("outbox/files/" + ContentDigest(of: "别的".utf8).hex))
    #expect(try office.engine.verify().map(\.code) == [.payloadUnknown])
  }

  @Test("an item whose original is gone can't be released without its attachment")
  func releaseWithoutOriginal() throws {
    let office = try Office()
    let id = try published(office)
    let record = try office.engine.hold(id, by: "王")
    try FileManager.default.removeItem(at: office.url(record.folder))
    let error = #expect(throws: PipelineError.self) { _ = try office.engine.release(id, by: "王") }
    #expect(error?.code == .originalMissing)
    #expect(try office.pending("site-zh").isEmpty && !hasFile(office))
  }

  @Test("the attachment of an item that turns out to be 不予公开 leaves the outbox")
  func restricted() throws {
    let office = try Office()
    _ = try published(office)
    try office.drop("通知.txt", Notice.chinese(mark: "（此件不予公开）"))
    try office.run()
    #expect(try office.pending("site-zh").isEmpty && !hasFile(office))
    #expect(try office.isClean())
  }

  @Test("a file that another item names stays")
  func shared() throws {
    let office = try Office()
    let id = try published(office)
    let other = try published(office, "关于做好春季防火工作的通知", folder: "防火")
    _ = try office.engine.hold(id, by: "王")
    #expect(hasFile(office))
    _ = try office.engine.hold(other, by: "王")
    #expect(!hasFile(office))
    #expect(try office.isClean())
  }

  @Test("a file stays while an outlet shows it, and goes once the outlet has taken the withdrawal")
  func withdrawn() throws {
    let office = try Office()
    let id = try published(office)
    try office.take("site-zh")
    try office.run()
    #expect(hasFile(office))
    _ = try office.engine.withdraw(id, reason: "内容有误", by: "王")
    #expect(hasFile(office))
    #expect(try office.isClean())
    try office.take("site-zh")
    try office.run()
    #expect(!hasFile(office))
    #expect(try office.isClean())
  }

  @Test("a payload that the outlet takes in the moment in which it is stopped can still be withdrawn")
  func takenMeanwhile() throws {
    let office = try Office()
    let id = try published(office)
    // The outlet renames the file after the ledger has stopped the payload and before its file is removed.
    let root = office.root
    let disk = ChangingDisk(Disk(root: root.path)) { try? Office.take("site-zh", in: root) }
    let engine = try Engine(office.configuration, root: office.root.path, files: disk, clock: office.clock)
    _ = try engine.hold(id, by: "王")
    #expect(hasFile(office))
    #expect(try office.isClean())
    _ = try office.engine.withdraw(id, reason: "内容有误", by: "王")
    #expect(try office.pending("site-zh").first?["action"]?.text == "withdraw")
  }

  @Test("verify names a file in the outbox that no payload names, and one that is missing")
  func verify() throws {
    let office = try Office()
    _ = try published(office)
    let stray = "outbox/files/" + ContentDigest(of: "stray".utf8).hex
    try Data("stray".utf8).write(to: office.url(stray))
    try FileManager.default.removeItem(at: office.url(Self.file))
    let faults = try office.engine.verify()
    #expect(faults.map(\.code) == [.payloadUnknown, .payloadMissing])
    #expect(faults.map(\.subject) == [stray, Self.file])
  }

  @Test("stopping that is cut short after any number of file operations is finished by the next run", arguments: 0..<12)
  func stoppedAnywhere(after count: Int) throws {
    let office = try Office()
    let id = try published(office)
    let disk = FaultPlan(failing: count).disk(Disk(root: office.root.path))
    let engine = try Engine(office.configuration, root: office.root.path, files: disk, clock: office.clock)
    _ = try? engine.hold(id, by: "王")
    try office.run()
    #expect(try office.list(.held).count == 1)
    #expect(try office.pending("site-zh").isEmpty && !hasFile(office))
    #expect(try office.isClean())
  }

  @Test(
    "a restriction that is cut short after any number of file operations is finished by the next run", arguments: 0..<40
  )
  func restrictedAnywhere(after count: Int) throws {
    let office = try Office()
    _ = try published(office)
    try office.drop("通知.txt", Notice.chinese(mark: "（此件不予公开）"))
    let disk = FaultPlan(failing: count).disk(Disk(root: office.root.path))
    let engine = try Engine(office.configuration, root: office.root.path, files: disk, clock: office.clock)
    _ = try? engine.run(office.options)
    try office.run()
    #expect(try office.pending("site-zh").isEmpty && !hasFile(office))
    #expect(try office.isClean())
  }
}

/// A disk that does something else once, just before the first removal.
struct ChangingDisk: FileStore {
  private let disk: any FileStore
  private let once: Once

  private final class Once: Sendable {
    private let action: Mutex<(@Sendable () -> Void)?>
    init(_ action: @escaping @Sendable () -> Void) { self.action = Mutex(action) }
    func act() {
      let due = action.withLock { action in
        defer { action = nil }
        return action
      }
      due?()
    }
  }

  init(_ disk: any FileStore, beforeRemoving action: @escaping @Sendable () -> Void) {
    self.disk = disk
    once = Once(action)
  }

  func eachEntry(of folder: FileName, _ body: (FileEntry) throws -> Void) throws -> Bool {
    try disk.eachEntry(of: folder, body)
  }
  func status(of path: FileName) throws -> FileStatus? { try disk.status(of: path) }
  func read(_ path: FileName, limit: Int) throws -> (bytes: [UInt8], status: FileStatus)? {
    try disk.read(path, limit: limit)
  }
  func write(_ bytes: [UInt8], to path: FileName, mode: UInt32) throws { try disk.write(bytes, to: path, mode: mode) }
  func makeFolder(_ path: FileName, mode: UInt32) throws { try disk.makeFolder(path, mode: mode) }
  func move(_ from: FileName, to: FileName, replacing: Bool) throws -> Bool {
    try disk.move(from, to: to, replacing: replacing)
  }
  func remove(_ path: FileName) throws -> Bool {
    once.act()
    return try disk.remove(path)
  }
  func setMode(_ path: FileName, _ mode: UInt32) throws { try disk.setMode(path, mode) }
  func sync() throws { try disk.sync() }
  func freeBytes() throws -> Int { try disk.freeBytes() }
  func isBeingWritten(_ path: FileName) -> Bool { disk.isBeingWritten(path) }
  func isWritable(_ folder: FileName) -> Bool { disk.isWritable(folder) }
  func lock(_ path: FileName, waiting: Bool) throws -> (any FileLock)? { try disk.lock(path, waiting: waiting) }
}

/// A clock that stands, and tells how often it was asked.
private final class AskedClock: WallClock {
  private let time: Int
  private let count = Mutex(0)
  private let tell: @Sendable (Int) -> Void

  init(time: Int, _ tell: @escaping @Sendable (Int) -> Void) { (self.time, self.tell) = (time, tell) }

  var asked: Int { count.withLock { $0 } }

  func nanoseconds() -> Int {
    let asked = count.withLock { count in
      count += 1
      return count
    }
    tell(asked)
    return time
  }
}
