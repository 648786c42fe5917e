internal import GRDB
internal import LedgerConformance
internal import LedgerSQLite
internal import Publication
internal import Statistics
internal import Testing

@Suite("Bringing a ledger up to date")
struct MigrationTests {
  private let later =
    SQLiteLedger.migrations + [
      Migration(number: 1000, statements: ["CREATE TABLE later (item INTEGER REFERENCES items (key))"]),
      Migration(number: 1001, statements: ["INSERT INTO later SELECT key FROM items"]),
    ]

  @Test("migrations are numbered upwards from 1")
  func numbers() {
    #expect(SQLiteLedger.migrations.map(\.number) == Array(1...SQLiteLedger.migrations.count))
  }

  @Test("a ledger of each older version keeps what it has", arguments: 1...SQLiteLedger.migrations.count)
  func olderVersions(_ version: Int) throws {
    let folder = try ScratchFolder()
    let path = folder.path("ledger")
    let older = Array(SQLiteLedger.migrations.prefix(version))
    try ChildWriter.writeOne(1, into: try SQLiteLedger.open(path: path, access: .readWrite, migrations: older))
    for _ in 1...2 {
      let ledger = try SQLiteLedger.open(path: path, access: .readWrite, migrations: later)
      try ledger.read { (reading) throws in
        #expect(try reading.item(LedgerSamples.itemID(1)) == LedgerSamples.item(1))
        #expect(try LedgerAudit.findings(in: reading).isEmpty)
        #expect(try reading.historyHead().sequence == 1)
      }
      #expect(try ledger.setting("user_version") == 1001)
    }
  }

  @Test("a migration that fails leaves the older version")
  func failing() throws {
    let folder = try ScratchFolder()
    let path = folder.path("ledger")
    try ChildWriter.writeOne(1, into: try SQLiteLedger.open(path: path, access: .readWrite))
    let wrong = later + [Migration(number: 1002, statements: ["CREATE TABLE items (key)"])]
    #expect(throws: PipelineError.self) {
      try SQLiteLedger.open(path: path, access: .readWrite, migrations: wrong)
    }
    let ledger = try SQLiteLedger.open(path: path, access: .readWrite)
    #expect(try ledger.read { try $0.item(LedgerSamples.itemID(1)) } != nil)
  }
}
