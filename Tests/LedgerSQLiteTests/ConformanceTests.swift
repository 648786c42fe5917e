internal import LedgerConformance
internal import LedgerSQLite
internal import Publication
internal import TestSupport
internal import Testing

@Suite("What every ledger does")
struct ConformanceTests {
  @Test("the ledger in SQLite does what every ledger must do", arguments: LedgerConformance.cases)
  func sqlite(_ conformance: LedgerCase) throws {
    let folder = try ScratchFolder()
    try conformance.run(try SQLiteLedger.open(path: folder.path("ledger"), access: .readWrite))
  }

  @Test("the ledger in memory does what every ledger must do", arguments: LedgerConformance.cases)
  func memory(_ conformance: LedgerCase) throws {
    try conformance.run(MemoryLedger())
  }

  @Test("both ledgers give the same answers after any steps", arguments: 100...106)
  func alike(_ seed: Int) throws {
    let folder = try ScratchFolder()
    let sqlite = try SQLiteLedger.open(path: folder.path("ledger"), access: .readWrite)
    let memory = MemoryLedger()
    var generators = [SeededGenerator(seed: UInt64(seed)), SeededGenerator(seed: UInt64(seed))]
    for _ in 0..<60 {
      try LedgerSteps.random(on: sqlite, &generators[0])
      try LedgerSteps.random(on: memory, &generators[1])
      #expect(try rows(sqlite) == rows(memory))
      #expect(try sqlite.read { try $0.counters() } == memory.read { try $0.counters() })
    }
  }

  private func rows(_ store: any LedgerStore) throws -> [PayloadRow] {
    var rows: [PayloadRow] = []
    try store.read { ledger in try ledger.forEachPayload { rows.append($0) } }
    return rows
  }
}
