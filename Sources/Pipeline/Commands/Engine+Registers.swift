public import Publication
import Registers
import SystemEdges

/// One row of a register, for people and programs.
public struct RegisterLine: Sendable {
  /// The register's name in JSON.
  public var register: String
  /// What names the row.
  public var number: String
  /// How often it was changed, from 1.
  public var revision: Int
  /// Its fields: key, Chinese name, value as printed.
  public var fields: [(key: String, name: String, value: String)]

  /// One entry of `register list --json`.
  public var json: JSONValue {
    .object([
      "register": .string(register), "number": .string(number), "revision": .int(revision),
      "values": .object(fields.map { .init($0.key, .string($0.value)) }),
    ])
  }
}

extension Engine {
  var registers: RegisterJournal { RegisterJournal(files: files) }

  func registerBook() throws -> RegisterBook { try RegisterBook(try registers.records()) }

  /// The national calendar with the office's own days.
  func workdays() throws -> WorkdayCalendar { try registerBook().calendar }

  private var desk: RegisterDesk {
    let now = clock.nanoseconds()
    return RegisterDesk(files: files, store: registers, today: zone.day(at: now), moment: Moment.iso(now))
  }

  /// The names of the registers: in JSON, in Chinese.
  public static let registerNames: [(key: String, name: String)] = RegisterKind.allCases.map { ($0.rawValue, $0.name) }

  static func registerKind(_ name: String) throws -> RegisterKind {
    guard let kind = RegisterKind(named: name) else { throw PipelineError(.registerRowUnknown, subject: name) }
    return kind
  }

  /// An empty table of a register, with a byte-order mark.
  public static func registerTemplate(_ name: String) throws -> [UInt8] {
    Array(try registerKind(name).template.utf8)
  }

  /// Enters a table: all its rows, or none. Throws `RegisterFaults`.
  public func importRegister(_ bytes: [UInt8], by actor: String) throws -> RegisterEntered {
    let entered = try desk.enter(table: bytes, by: actor)
    let original = RegisterDesk.original(ContentDigest(of: bytes))
    if try files.status(of: original) == nil {
      try files.makeFolder(RegisterDesk.originals, mode: 0o700)
      let part = FileName(bytes: original.bytes + Array(".part".utf8))
      try files.write(bytes, to: part, mode: 0o600)
      try files.setMode(part, 0o600)
      try files.sync()
      try files.move(part, to: original, replacing: true)
    }
    return entered
  }

  /// Enters one row by hand; of a row that is there, only the named fields change. Throws `RegisterFaults`.
  public func enter(
    _ register: String, _ fields: [(name: String, text: String)], by actor: String
  ) throws -> RegisterEntered {
    try desk.enter(try Self.registerKind(register), fields, by: actor)
  }

  /// Takes a row out of what counts; it stays in the record.
  public func voidRow(_ register: String, _ number: String, reason: String, by actor: String) throws {
    try desk.void(try Self.registerKind(register), number, reason: reason, by: actor)
  }

  /// The rows of a register without what concerns persons; of one year, where asked: those with a day in it.
  public func registerLines(_ register: String, year: Int? = nil) throws -> [RegisterLine] {
    let kind = try Self.registerKind(register)
    return try registerBook().pages(of: kind).filter { page in
      guard let year else { return true }
      return page.row.cells.values.contains { cell in
        switch cell {
        case .date(let date): date.year == year
        case .count(let count): kind == .figures && count == year
        default: false
        }
      }
    }.map { Self.line($0, isFull: false) }
  }

  /// The whole register as a table that can be imported again, names of applicants included.
  public func exportRegister(_ register: String) throws -> [UInt8] {
    let kind = try Self.registerKind(register)
    return Array(kind.table(of: try registerBook().pages(of: kind).map(\.row)).utf8)
  }

  /// The lists behind the figures of a year that come from the registers.
  public func registerFigures(of year: Int) throws -> FigureLists { try registerBook().figures(of: year) }

  static func line(_ page: RegisterBook.Page, isFull: Bool) -> RegisterLine {
    let kind = page.row.kind
    let columns = kind.columns.filter { page.row.cells[$0.key] != nil && (isFull || !$0.isPrivate) }
    return RegisterLine(
      register: kind.rawValue, number: page.row.number, revision: page.record.revision,
      fields: columns.map { ($0.key, $0.name, $0.printed(page.row.cells[$0.key])) })
  }
}
