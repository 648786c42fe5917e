internal import GRDB
internal import GRDBSQLite
internal import Publication

/// One step of the schema: numbered, never changed once released, only followed by others.
package struct Migration: Sendable {
  /// `PRAGMA user_version` after it.
  package var number: Int
  /// Its statements.
  package var statements: [String]
  /// What follows them, where statements can't say it.
  var fill: (@Sendable (Database) throws -> Void)?

  /// A step with its number.
  package init(number: Int, statements: [String]) {
    self.number = number
    self.statements = statements
  }

  /// A step that goes through what is there.
  init(number: Int, statements: [String], fill: @escaping @Sendable (Database) throws -> Void) {
    self.init(number: number, statements: statements)
    self.fill = fill
  }
}

/// The tables, as `docs/ledger.md` tells them.
enum Schema {
  /// "Zrll": marks the file as a ledger of ours (https://www.sqlite.org/pragma.html#pragma_application_id).
  static let applicationID = 0x5A72_6C6C

  static let migrations = [
    Migration(number: 1, statements: version1), Migration(number: 2, statements: version2),
    Migration(number: 3, statements: version3, fill: fillPublications),
  ]

  /// The file has no tables yet: nothing was ever written in it.
  struct Unmade: Error {}

  /// Settings of the connection, then the schema.
  static func prepare(_ database: Database, _ access: SQLiteLedger.Access, _ migrations: [Migration]) throws {
    // What becomes restricted must not stay behind in free pages.
    try set(database, "secure_delete = ON")
    // Sorting must not make files elsewhere; one year's indexes fit into 8 MiB.
    try set(database, "temp_store = MEMORY")
    try set(database, "cache_size = -8192")
    let newest = migrations.last?.number ?? 0
    let found = try version(database)
    guard found <= newest else { throw PipelineError(.ledgerNewer, subject: path(database)) }
    if access == .readOnly {
      guard found > 0 else { throw Unmade() }
      guard found == newest else {
        let reason = "台账版本较旧（\(found)），下一次运行会更新它"
        throw PipelineError(.storageFault, subject: path(database), details: ["reason": reason])
      }
      return
    }
    if found == 0 { try set(database, "journal_mode = WAL") }
    // WAL's default is 1000 pages: a run of many transactions would write the same index pages again and again.
    try set(database, "wal_autocheckpoint = 8192")
    try set(database, "synchronous = FULL")
    if found < newest { try migrate(database, migrations) }
  }

  /// The schema's version; 0 for a new file. Throws where the file has another owner.
  private static func version(_ database: Database) throws -> Int {
    let number = try database.one("PRAGMA user_version") { $0.int(0) } ?? 0
    let owner = try database.one("PRAGMA application_id") { $0.int(0) } ?? 0
    if owner == applicationID && number > 0 { return number }
    let tables = try database.one("SELECT count(*) FROM sqlite_schema") { $0.int(0) } ?? 0
    guard owner == 0, number == 0, tables == 0 else { throw PipelineError(.ledgerDamaged, subject: path(database)) }
    return 0
  }

  private static func migrate(_ database: Database, _ migrations: [Migration]) throws {
    try database.inTransaction(.immediate) {
      // Another process may have been first.
      let found = try version(database)
      for migration in migrations where migration.number > found {
        for statement in migration.statements { try database.execute(sql: statement) }
        try migration.fill?(database)
        try database.execute(sql: "PRAGMA user_version = \(migration.number)")
      }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      return .commit
    }
  }

  private static func set(_ database: Database, _ pragma: String) throws {
    let code = sqlite3_exec(database.sqliteConnection, "PRAGMA \(pragma)", nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteFailure(code: code, message: database.lastErrorMessage ?? "") }
  }

  private static func path(_ database: Database) -> String {
    sqlite3_db_filename(database.sqliteConnection, "main").map { String(cString: $0) } ?? ""
  }
}
