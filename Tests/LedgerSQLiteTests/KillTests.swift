internal import Foundation
internal import LedgerConformance
internal import LedgerSQLite
internal import Publication
internal import Statistics
internal import Testing

/// Writes one item, its payloads and its history as one transaction, again and again.
enum ChildWriter {
  static func writeOne(_ number: Int, into store: any LedgerStore) throws {
    try store.write { ledger in
      try ledger.put(LedgerSamples.item(number), restrictedDigests: [])
      for outlet in ["site-zh", "wechat-zh"] {
        try ledger.queue(
          LedgerSamples.payload(number, outlet), attribute: .proactive, today: LedgerSamples.today)
      }
      try ledger.append(
        day: LedgerSamples.today, moment: "2025-06-15T08:00:00Z", actor: "run", event: "queued",
        itemID: LedgerSamples.itemID(number), inputID: LedgerSamples.input(number), facts: .null)
    }
  }
}

@Suite("A run that dies while it writes")
struct KillTests {
  @Test("a ledger whose writer was killed is whole and goes on", arguments: [1, 7, 20, 45, 90])
  func killed(_ milliseconds: Int) async throws {
    let folder = try ScratchFolder()
    let path = folder.path("ledger")
    try ChildWriter.writeOne(0, into: try SQLiteLedger.open(path: path, access: .readWrite))
    await #expect(processExitsWith: .failure) { [path = path as String, milliseconds = milliseconds as Int] in
      let ledger = try SQLiteLedger.open(path: path, access: .readWrite)
      // The default action of SIGALRM ends a process as abruptly as SIGKILL.
      signal(SIGALRM, SIG_DFL)
      var timer = itimerval()
      timer.it_value.tv_usec = milliseconds * 1000
      setitimer(Int32(ITIMER_REAL.rawValue), &timer, nil)
      for number in 1... { try ChildWriter.writeOne(number, into: ledger) }
    }
    try expectWhole(path)
  }

  @Test("a transaction that was killed before its end leaves nothing, however large it is")
  func killedInside() async throws {
    let folder = try ScratchFolder()
    let path = folder.path("ledger")
    try ChildWriter.writeOne(0, into: try SQLiteLedger.open(path: path, access: .readWrite))
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let ledger = try SQLiteLedger.open(path: path, access: .readWrite)
      // A small cache makes SQLite write into the log before the end.
      _ = try ledger.setting("cache_size = 10")
      try ledger.write { transaction in
        for number in 1...300 { try transaction.put(LedgerSamples.item(number), restrictedDigests: []) }
        kill(getpid(), SIGKILL)
      }
    }
    #expect(try expectWhole(path) == 1)
  }

  /// Gives back how many items there were.
  @discardableResult private func expectWhole(_ path: String) throws -> Int {
    // The first to look may be one who only reads.
    let seen = try SQLiteLedger.open(path: path, access: .readOnly).read { try $0.historyHead().sequence }
    let ledger = try SQLiteLedger.open(path: path, access: .readWrite)
    #expect(try ledger.read { try $0.historyHead().sequence } == seen)
    let items = try ledger.read { (reading) throws in
      #expect(try LedgerAudit.findings(in: reading).isEmpty)
      let items = try reading.items(in: [.queued])
      #expect(try reading.historyHead().sequence == items.count)
      #expect(try reading.payloads(in: .queued, limit: nil).count == items.count * 2)
      #expect(try reading.counters().map(\.count).reduce(0, +) == items.count * 2)
      return items
    }
    try ChildWriter.writeOne(items.count + 1_000_000, into: ledger)
    return items.count
  }
}
