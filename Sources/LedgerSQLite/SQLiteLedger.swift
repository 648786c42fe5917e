internal import Foundation
internal import GRDB
internal import GRDBSQLite
public import Publication

/// The ledger in one SQLite file, in WAL mode with `synchronous=FULL`: what `write` returned from survives a power cut.
///
/// One connection, used by one caller at a time (GRDB's serial queue); `read` and `write` inside one another throw. Other processes may
/// read at any moment, and see whole transactions only.
public final class SQLiteLedger: LedgerStore {
  /// What an opened ledger may be used for.
  public enum Access: Sendable {
    /// Makes the file where it is missing, and brings an older one up to date.
    case readWrite
    /// Changes nothing but SQLite's own `-wal` and `-shm` files; works while a run is going.
    case readOnly
  }

  private let connection: DatabaseQueue
  private let path: String

  private init(connection: DatabaseQueue, path: String) {
    self.connection = connection
    self.path = path
  }

  /// Opens the ledger at `path`.
  ///
  /// Throws `PipelineError`: `ledgerDamaged` for what is no ledger, `ledgerNewer` for one of a later version, `diskFull`, and
  /// `storageFault` where the file can't be opened.
  public static func open(path: String, access: Access) throws -> SQLiteLedger {
    try open(path: path, access: access, migrations: migrations)
  }

  /// Opens the ledger at `path` to read it; `nil` where there is none yet: no file, or one that is only being made, or whose making was cut short.
  ///
  /// Throws as `open`.
  public static func opening(toRead path: String) throws -> SQLiteLedger? {
    do {
      return try open(path: path, access: .readOnly)
    } catch is Schema.Unmade {
      return nil
    } catch {
      if !FileManager.default.fileExists(atPath: path) { return nil }
      throw error
    }
  }

  /// The steps of the schema, in order.
  package static let migrations = Schema.migrations

  package static func open(path: String, access: Access, migrations: [Migration]) throws -> SQLiteLedger {
    // SQLite takes a file of a few bytes for an empty one, and would write over it.
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    if let size, (1..<512).contains(size) { throw PipelineError(.ledgerDamaged, subject: path) }
    do {
      var configuration = Configuration()
      configuration.readonly = access == .readOnly
      configuration.busyMode = .timeout(10)
      configuration.label = "ledger"
      let connection = try DatabaseQueue(path: path, configuration: configuration)
      try connection.inDatabase { database in try Schema.prepare(database, access, migrations) }
      return SQLiteLedger(connection: connection, path: path)
    } catch {
      throw SQLiteFailure.told(error, path)
    }
  }

  /// Answers questions from one consistent state.
  public func read<Answer>(_ body: (any LedgerReading) throws -> Answer) throws -> Answer {
    try transaction("BEGIN DEFERRED") { database in try body(SQLiteReader(database)) }
  }

  /// Runs `body` in one durable transaction: all of it, or nothing where `body` throws, or where any of its steps failed.
  public func write<Answer>(_ body: (any LedgerTransaction) throws -> Answer) throws -> Answer {
    let (answer, hasErased) = try transaction("BEGIN IMMEDIATE") { database in
      let writer = SQLiteWriter(database)
      let answer = try body(writer)
      try writer.finish()
      return (answer, writer.hasErased)
    }
    // `secure_delete` overwrites what was erased in the file; the log is emptied here. A reader in the way is waited for, and where it
    // stays, the next such write empties the log.
    if hasErased { _ = try setting("wal_checkpoint(TRUNCATE)") }
    return answer
  }

  /// What SQLite says of one of its settings.
  package func setting(_ name: String) throws -> Int {
    try connection.inDatabase { database in try database.one("PRAGMA \(name)") { $0.int(0) } ?? -1 }
  }

  private func transaction<Answer>(_ begin: String, _ body: (Database) throws -> Answer) throws -> Answer {
    do {
      // Nested by mistake, SQLite refuses the second BEGIN; GRDB's other entrances would end the process.
      return try connection.unsafeReentrantWrite { database in
        try database.run(begin)
        do {
          let answer = try body(database)
          try database.run("COMMIT")
          return answer
        } catch {
          // A full disk makes SQLite roll back by itself.
          if sqlite3_get_autocommit(database.sqliteConnection) == 0 { try database.run("ROLLBACK") }
          throw error
        }
      }
    } catch {
      throw SQLiteFailure.told(error, path)
    }
  }
}
