internal import Foundation
internal import GRDB
internal import LedgerConformance
internal import LedgerSQLite
internal import Publication
internal import Statistics
internal import Testing

/// A ledger as the program of a version left it: an item that was held and then queued, its payload and its history, in that version's own statements.
enum OlderLedger {
  static func item(_ version: Int) -> ItemRecord {
    var item = LedgerSamples.item(1)
    item.story = .object(["normalization": .object(["byRule": .object(["nfc": .int(2)])])])
    item.changes = ["nfc": 2]
    item.formedOn = version < 2 ? nil : LedgerSamples.today.advanced(by: -3)
    item.codes = []
    return item
  }

  static func write(_ version: Int, _ path: String) throws {
    if version >= 3 {
      return try write(
        into: SQLiteLedger.open(path: path, access: .readWrite, migrations: migrations(version)), version)
    }
    _ = try SQLiteLedger.open(path: path, access: .readWrite, migrations: migrations(version))
    let connection = try DatabaseQueue(path: path)
    try connection.write { database in
      let (item, payload) = (item(version), LedgerSamples.payload(1))
      let today = 20_250_000 + LedgerSamples.today.month * 100 + LedgerSamples.today.day
      let day = item.date.map { $0.year * 10_000 + $0.month * 100 + $0.day }
      try database.execute(
        sql: """
          INSERT INTO items (key, id, input, revision, state, codes, source, file, title, language, attribute, documentNumber, pair,
          date, decidedOn, decision, folder, message, story) VALUES (1, ?, ?, 1, 'queued', '', ?, ?, ?, 'zh', 'proactive', ?, ?, ?, ?, 1, ?, '', ?)
          """,
        arguments: [
          item.itemID.rawValue, item.inputID.rawValue, item.source.hex, item.file, item.title, item.documentNumber,
          item.pair, day, today, item.folder, String(decoding: item.story.utf8(), as: UTF8.self),
        ])
      if let formed = item.formedOn {
        try database.execute(
          sql: "UPDATE items SET formedOn = ?", arguments: [formed.year * 10_000 + formed.month * 100 + formed.day])
      }
      try database.execute(
        sql: "INSERT INTO sources (digest, item) VALUES (?, 1)", arguments: [item.source.hex])
      try database.execute(
        sql: """
          INSERT INTO payloads (key, id, item, revision, outlet, action, language, attribute, date, state, digest, isFirst, files)
          VALUES (1, ?, 1, 1, 'site-zh', 'publish', 'zh', 'proactive', ?, 'written', ?, 1, '')
          """,
        arguments: [payload.payloadID.rawValue, today, ContentDigest(of: payload.body).hex])
      try database.execute(
        sql: "INSERT INTO payloadBodies (payload, body) VALUES (1, ?)", arguments: [Data(payload.body)])
      try database.execute(
        sql: "INSERT INTO counters VALUES ('site-zh', ?, 'proactive', 'zh', 1)", arguments: [today / 100])
      var previous = String(repeating: "0", count: 64)
      let events: [(String, JSONValue)] = [
        ("held", .object(["codes": .strings([Code.attributeMissing.rawValue])])), ("queued", .null),
      ]
      for (index, (event, facts)) in events.enumerated() {
        let moment = "2025-06-15T08:00:00Z"
        let hash = HistoryEntry.hash(
          previous: previous, sequence: index + 1, day: LedgerSamples.today, moment: moment, actor: "run", event: event,
          itemID: item.itemID, inputID: item.inputID, facts: facts)
        try database.execute(
          sql: "INSERT INTO history VALUES (?, ?, ?, 'run', ?, 1, ?, ?, ?)",
          arguments: [
            index + 1, today, moment, event, item.inputID.rawValue, String(decoding: facts.utf8(), as: UTF8.self), hash,
          ])
        previous = hash
      }
    }
    try connection.close()
  }

  private static func migrations(_ version: Int) -> [Migration] { Array(SQLiteLedger.migrations.prefix(version)) }

  /// The present version writes for itself.
  private static func write(into ledger: SQLiteLedger, _ version: Int) throws {
    try ledger.write { ledger in
      try ledger.put(item(version), restrictedDigests: [])
      try ledger.queue(LedgerSamples.payload(1), attribute: .proactive, today: LedgerSamples.today)
      for (event, codes) in [("held", [Code.attributeMissing.rawValue]), ("queued", [])] {
        try ledger.append(
          day: LedgerSamples.today, moment: "2025-06-15T08:00:00Z", actor: "run", event: event,
          itemID: LedgerSamples.itemID(1), inputID: LedgerSamples.input(1), facts: .object(["codes": .strings(codes)]))
      }
    }
  }
}

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
    try OlderLedger.write(version, path)
    for _ in 1...2 {
      let ledger = try SQLiteLedger.open(path: path, access: .readWrite, migrations: later)
      try ledger.read { (reading) throws in
        #expect(try reading.item(LedgerSamples.itemID(1)) == OlderLedger.item(version))
        #expect(try LedgerAudit.findings(in: reading).isEmpty)
        #expect(try reading.historyHead().sequence == 2)
        // What an older version didn't count is counted from what it wrote.
        let days = (LedgerSamples.today.advanced(by: -9), LedgerSamples.today)
        #expect(
          try reading.tallies(from: days.0, to: days.1).map(\.trait)
            == [.formed(OlderLedger.item(version).formedOn), .untranslated])
        #expect(try reading.changes(from: days.0, to: days.1) == ["nfc": 2])
        #expect(try reading.holdCounts(from: days.0, to: days.1) == [.attributeMissing: 1])
        #expect(try reading.activeDays(from: days.0, to: days.1).values.map(\.count) == [1])
        #expect(try reading.countsByAttribute() == [.proactive: 1])
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
