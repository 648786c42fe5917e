internal import Foundation
internal import GRDB
internal import LedgerConformance
internal import LedgerSQLite
internal import Publication
internal import Statistics
internal import Testing

/// What only a ledger in a file can do, or suffer.
@Suite("The ledger's file")
struct SQLiteLedgerTests {
  private let folder: ScratchFolder
  private var path: String { folder.path("ledger.sqlite") }

  init() throws { folder = try ScratchFolder() }

  private func open(_ access: SQLiteLedger.Access = .readWrite) throws -> SQLiteLedger {
    try SQLiteLedger.open(path: path, access: access)
  }

  /// Changes the file as no ledger would.
  private func tamper(_ sql: String) throws {
    let connection = try DatabaseQueue(path: path)
    try connection.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: sql)
    }
    try connection.close()
  }

  private func fill(_ store: any LedgerStore, _ numbers: ClosedRange<Int>) throws {
    for number in numbers { try ChildWriter.writeOne(number, into: store) }
  }

  @Test("what was written survives a power cut: WAL with synchronous=FULL, also after opening again")
  func settings() throws {
    for _ in 1...2 {
      let ledger = try open()
      try fill(ledger, 1...1)
      #expect(try ledger.setting("synchronous") == 2)
      #expect(try ledger.setting("foreign_keys") == 1)
      #expect(try ledger.setting("secure_delete") == 1)
      #expect(try ledger.setting("temp_store") == 2)
      #expect(try ledger.setting("busy_timeout") == 10_000)
      #expect(FileManager.default.fileExists(atPath: path + "-wal"))
    }
  }

  @Test("a ledger opened again answers as before")
  func reopening() throws {
    try fill(try open(), 1...3)
    let ledger = try open()
    try fill(ledger, 4...4)
    try ledger.read { (reading) throws in
      #expect(try reading.historyHead().sequence == 4)
      #expect(try LedgerAudit.findings(in: reading).isEmpty)
      #expect(try reading.countsByState() == [.queued: 4])
    }
  }

  @Test(
    "a file that is no ledger is called damaged and left as it is",
    arguments: ["not a database, but long enough to be taken for one ".repeated(100), "x"])
  func damaged(_ content: String) throws {
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    for access in [SQLiteLedger.Access.readOnly, .readWrite] {
      #expect { try open(access) } throws: { ($0 as? PipelineError)?.code == .ledgerDamaged }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(content.utf8))
  }

  @Test("where a ledger was only begun there is none yet for those who read; the next who writes makes it")
  func begun() throws {
    #expect(try SQLiteLedger.opening(toRead: path) == nil)
    // Killed after the file was made, and after its journal was set.
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(try SQLiteLedger.opening(toRead: path) == nil)
    try tamper("PRAGMA journal_mode = WAL")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count > 0)
    #expect(try SQLiteLedger.opening(toRead: path) == nil)
    try fill(try open(), 1...1)
    #expect(try SQLiteLedger.opening(toRead: path)?.read { try $0.historyHead().sequence } == 1)
  }

  @Test("a database of someone else is not taken for a ledger")
  func foreign() throws {
    try tamper("CREATE TABLE other (name TEXT)")
    #expect { try open() } throws: { ($0 as? PipelineError)?.code == .ledgerDamaged }
  }

  @Test("a ledger cut short is called damaged when its missing part is read")
  func truncated() throws {
    try fill(try open(), 1...40)
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.truncate(atOffset: 16_384)
    try handle.close()
    #expect {
      try open(.readOnly).read { ledger in try ledger.forEachHistoryEntry { _ in } }
    } throws: { ($0 as? PipelineError)?.code == .ledgerDamaged }
  }

  @Test("a ledger of a later version is not touched")
  func newer() throws {
    _ = try open()
    try tamper("PRAGMA user_version = 99")
    for access in [SQLiteLedger.Access.readOnly, .readWrite] {
      #expect { try open(access) } throws: { ($0 as? PipelineError)?.code == .ledgerNewer }
    }
  }

  @Test("reading alone never makes a ledger, and never changes one")
  func readOnly() throws {
    #expect { try open(.readOnly) } throws: { ($0 as? PipelineError)?.code == .storageFault }
    #expect(!FileManager.default.fileExists(atPath: path))
    try fill(try open(), 1...1)
    let ledger = try open(.readOnly)
    #expect { try fill(ledger, 2...2) } throws: { ($0 as? PipelineError)?.code == .storageFault }
    #expect(try ledger.read { try $0.historyHead().sequence } == 1)
  }

  @Test("a full disk is told as such, and leaves the ledger as it was")
  func fullDisk() throws {
    let ledger = try open()
    try fill(ledger, 1...1)
    _ = try ledger.setting("max_page_count = 40")
    #expect { try fill(ledger, 2...500) } throws: { ($0 as? PipelineError)?.code == .diskFull }
    _ = try ledger.setting("max_page_count = 4000")
    try ledger.read { (reading) throws in
      #expect(try LedgerAudit.findings(in: reading).isEmpty)
      #expect(try reading.historyHead().sequence == reading.countsByState()[.queued])
    }
    try fill(ledger, 501...501)
  }

  @Test("a list can be read while a run is writing, and shows whole transactions only")
  func concurrentReader() throws {
    let writer = try open()
    try fill(writer, 1...1)
    let reader = try open(.readOnly)
    try writer.write { ledger in
      try ledger.put(LedgerSamples.item(2), restrictedDigests: [])
      #expect(try reader.read { try $0.countsByState() } == [.queued: 1])
    }
    #expect(try reader.read { try $0.countsByState() } == [.queued: 2])
  }

  @Test("a transaction inside another is a fault that is told, and the outer one goes on")
  func nested() throws {
    let ledger = try open()
    try ledger.write { transaction in
      #expect { try ledger.read { try $0.historyHead().sequence } } throws: {
        ($0 as? PipelineError)?.code == .internalFault
      }
      try transaction.put(LedgerSamples.item(1), restrictedDigests: [])
    }
    #expect(try ledger.read { try $0.countsByState() } == [.queued: 1])
  }

  @Test(
    "a change behind the ledger's back is found",
    arguments: [
      "UPDATE history SET event = 'held' WHERE sequence = 2",
      "UPDATE history SET actor = 'someone' WHERE sequence = 1",
      "UPDATE history SET day = 20250101 WHERE sequence = 3",
      "UPDATE history SET facts = '{}' WHERE sequence = 3",
      "UPDATE history SET facts = '{' WHERE sequence = 3",
      "UPDATE history SET item = 1 WHERE sequence = 3",
      "UPDATE history SET hash = upper(hash) WHERE sequence = 2",
      "DELETE FROM history WHERE sequence = 2",
      "DELETE FROM history WHERE sequence = 1",
      "UPDATE history SET sequence = 9 WHERE sequence = 4",
      "UPDATE counters SET count = count + 1",
      "DELETE FROM counters",
      "UPDATE payloads SET state = 'stopped' WHERE key = 1",
      "UPDATE payloads SET date = 20240101 WHERE key = 2",
      "UPDATE payloads SET isFirst = 0 WHERE key = 3",
      "DELETE FROM payloads WHERE key = 4",
      "UPDATE dayTallies SET count = count + 1", "DELETE FROM dayTallies",
      "INSERT INTO ruleTallies VALUES ('nfc', 20250615, 3)",
      "UPDATE outletDays SET day = 20240101 WHERE outlet = 'site-zh'", "DELETE FROM itemCounters",
      "UPDATE items SET formedOn = 20250101 WHERE key = 2", "UPDATE items SET state = 'withdrawn' WHERE key = 2",
      "INSERT INTO holds VALUES (20250101, 'DIS-001', 1)",
    ])
  func tampering(_ sql: String) throws {
    try fill(try open(), 1...4)
    #expect(try open().read { try LedgerAudit.findings(in: $0) }.isEmpty)
    try tamper(sql)
    let found = Result { try open().read { try LedgerAudit.findings(in: $0).map(\.code) } }
    switch found {
    case .success(let codes):
      #expect(!codes.isEmpty && codes.allSatisfy { [.countersDiffer, .talliesDiffer, .historyBroken].contains($0) })
    case .failure(let error): #expect((error as? PipelineError)?.code == .ledgerDamaged)
    }
  }

  @Test("what a file says of a document that became restricted is not left in the ledger")
  func restrictedLeavesNothing() throws {
    let secret = "绝不外传的标题\(UUID().uuidString)"
    do {
      let ledger = try open()
      var item = LedgerSamples.item(1, .held)
      item.title = secret
      item.story = .object(["title": .string(secret)])
      try ledger.write { try $0.put(item, restrictedDigests: []) }
      try ledger.write { try $0.put(LedgerSamples.item(1, .sealed), restrictedDigests: []) }
    }
    // Closing moved the log into the file.
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.range(of: Data(secret.utf8)) == nil)
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
