internal import GRDB
internal import GRDBSQLite

/// One argument of a statement, bound by position.
enum SQLValue {
  case int(Int)
  case text(String)
  case bytes([UInt8])
  case null

  /// The text, or NULL.
  static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }
}

/// The row that a statement stands on; columns counted from 0.
struct SQLRow {
  let statement: OpaquePointer

  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  /// The text of a column, with any NUL in it; empty for NULL.
  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(statement, column) else { return "" }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
    return String(decoding: bytes, as: UTF8.self)
  }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(statement, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }
}

/// Statements by SQLite's own interface on GRDB's cached statements: GRDB's rows and arguments cost more than SQLite itself here.
extension Database {
  /// Runs a statement that answers nothing.
  func run(_ sql: String, _ values: [SQLValue] = []) throws {
    try each(sql, values) { _ in }
  }

  /// The first row, read by `row`.
  func one<Answer>(_ sql: String, _ values: [SQLValue] = [], _ row: (SQLRow) throws -> Answer) throws -> Answer? {
    let statement = try idleStatement(sql)
    let pointer = statement.sqliteStatement
    try bind(values, to: pointer)
    defer { leave(pointer) }
    return try step(pointer) ? row(SQLRow(statement: pointer)) : nil
  }

  /// Every row, in turn.
  func each(_ sql: String, _ values: [SQLValue] = [], _ row: (SQLRow) throws -> Void) throws {
    let statement = try idleStatement(sql)
    let pointer = statement.sqliteStatement
    try bind(values, to: pointer)
    defer { leave(pointer) }
    while try step(pointer) { try row(SQLRow(statement: pointer)) }
  }

  /// Every row, read by `row`.
  func all<Answer>(_ sql: String, _ values: [SQLValue] = [], _ row: (SQLRow) throws -> Answer) throws -> [Answer] {
    var answers: [Answer] = []
    try each(sql, values) { answers.append(try row($0)) }
    return answers
  }

  /// The cached statement, or a new one where a caller further out is still reading from that.
  private func idleStatement(_ sql: String) throws -> Statement {
    let cached = try cachedStatement(sql: sql)
    return sqlite3_stmt_busy(cached.sqliteStatement) == 0 ? cached : try makeStatement(sql: sql)
  }

  private func bind(_ values: [SQLValue], to statement: OpaquePointer) throws {
    // SQLITE_TRANSIENT, a macro that Swift can't see: SQLite keeps its own copy.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    var position: Int32 = 0
    for value in values {
      position += 1
      let code: CInt
      switch value {
      case .int(let number): code = sqlite3_bind_int64(statement, position, Int64(number))
      case .null: code = sqlite3_bind_null(statement, position)
      case .text(var text):
        code = text.withUTF8 { utf8 in
          utf8.withMemoryRebound(to: CChar.self) { characters in
            // An empty buffer may have no address, which would bind NULL.
            characters.isEmpty
              ? sqlite3_bind_text(statement, position, "", 0, transient)
              : sqlite3_bind_text(
                statement, position, characters.baseAddress, Int32(clamping: characters.count), transient)
          }
        }
      case .bytes(let bytes):
        code =
          bytes.isEmpty
          ? sqlite3_bind_zeroblob(statement, position, 0)
          : sqlite3_bind_blob64(statement, position, bytes, UInt64(bytes.count), transient)
      }
      guard code == SQLITE_OK else { throw failure(code) }
    }
  }

  private func step(_ statement: OpaquePointer) throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw failure(code)
    }
  }

  private func leave(_ statement: OpaquePointer) {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  private func failure(_ code: CInt) -> SQLiteFailure { SQLiteFailure(code: code, message: lastErrorMessage ?? "") }
}
