internal import GRDB
internal import GRDBSQLite
internal import Publication

/// What SQLite answered instead of success.
struct SQLiteFailure: Error {
  /// An extended result code (https://www.sqlite.org/rescode.html).
  var code: CInt
  /// SQLite's words: table and column names, never values.
  var message: String

  /// `error` in the words of the pipeline; errors that don't come from SQLite stay as they are.
  static func told(_ error: any Error, _ path: String) -> any Error {
    switch error {
    case let failure as SQLiteFailure: failure.told(path)
    case let failure as DatabaseError:
      SQLiteFailure(code: failure.extendedResultCode.rawValue, message: failure.message ?? "").told(path)
    default: error
    }
  }

  private func told(_ path: String) -> PipelineError {
    let reason = "SQLite \(code): \(message)"
    switch code & 0xFF {
    case SQLITE_FULL: return PipelineError(.diskFull, subject: path)
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: return PipelineError(.ledgerDamaged, subject: path)
    case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_BUSY, SQLITE_LOCKED,
      SQLITE_PROTOCOL, SQLITE_NOMEM:
      return PipelineError(.storageFault, subject: path, details: ["reason": reason])
    default: return PipelineError(.internalFault, subject: path, details: ["reason": reason])
    }
  }
}
