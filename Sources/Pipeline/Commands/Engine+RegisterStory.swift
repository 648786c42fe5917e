public import Publication
import Registers

/// Everything about one row: fields, clocks, fee, and each change.
public struct RegisterStory: Sendable {
  /// The row as it stands.
  public var line: RegisterLine
  /// Whether it still counts.
  public var isVoid: Bool
  /// Deadlines with their counting, the fee with its working: whole lines.
  public var workings: [String]
  /// Each change: what the record says, and the Chinese names of the fields that changed.
  public var changes: [(record: RegisterRecord, fields: [String])]

  /// `register show --json`.
  public var json: JSONValue {
    .object([
      "schema": .string("zarlal.register-row/1"), "register": .string(line.register), "number": .string(line.number),
      "revision": .int(line.revision), "void": .bool(isVoid),
      "values": .object(line.fields.map { .init($0.key, .string($0.value)) }), "workings": .strings(workings),
      "changes": .array(
        changes.map { change in
          .object([
            "sequence": .int(change.record.sequence), "revision": .int(change.record.revision),
            "day": .string(change.record.origin.day.description), "moment": .string(change.record.origin.moment),
            "actor": .string(change.record.origin.actor), "source": .optional(change.record.origin.source?.hex),
            "void": .bool(change.record.draft.isVoid), "reason": .string(change.record.draft.reason),
            "fields": .strings(change.fields),
          ])
        }),
    ])
  }
}

extension Engine {
  /// The whole story of a row; `isFull` tells what concerns persons too.
  public func registerStory(_ register: String, _ number: String, isFull: Bool, today: CivilDate?) throws
    -> RegisterStory
  {
    let kind = try Self.registerKind(register)
    let records = try registers.records().filter {
      $0.draft.register.utf8.elementsEqual(kind.rawValue.utf8) && $0.draft.number.utf8.elementsEqual(number.utf8)
    }
    guard let last = records.last else { throw PipelineError(.registerRowUnknown, subject: kind.name) }
    let book = try registerBook()
    let page = book.pages(of: kind).first { $0.row.number.utf8.elementsEqual(number.utf8) }
    let line =
      page.map { Self.line($0, isFull: isFull) }
      ?? RegisterLine(register: kind.rawValue, number: number, revision: last.revision, fields: [])
    var workings: [String] = []
    if case .application(let application)? = page?.entry {
      workings = Self.workings(application, in: book, on: today ?? self.today)
    }
    return RegisterStory(
      line: line, isVoid: last.draft.isVoid, workings: workings,
      changes: records.enumerated().map { index, record in
        (record, Self.changed(kind, from: index > 0 ? records[index - 1].draft : nil, to: record.draft))
      })
  }

  private static func workings(_ application: Application, in book: RegisterBook, on today: CivilDate) -> [String] {
    let clock = ApplicationClock(application, book.calendar)
    var lines: [String] = []
    if let reply = application.reply {
      if let answer = clock.answer(on: reply.date) {
        lines.append(DueLine(answer, today: today, isAnswered: true).text)
      }
      let article = reply.kind.article.isEmpty ? "" : "（条例\(reply.kind.article)）"
      lines.append("\(reply.date)答复：\(reply.kind.name)\(article)，计入\(reply.kind.row.rawValue)")
      if let isInTime = clock.isInTime { lines.append(isInTime ? "按期" : "超期") }
    } else {
      lines += clock.deadlines(on: today).map { DueLine($0, today: today).text }
    }
    if let fee = FeeStatement(book.applications).fee(of: application) { lines.append("信息处理费：" + fee.text) }
    return lines
  }

  /// The names of the fields that differ, never their values.
  private static func changed(_ kind: RegisterKind, from old: RegisterDraft?, to new: RegisterDraft) -> [String] {
    func text(_ draft: RegisterDraft?, _ key: String) -> String? { draft?.values.first { $0.key == key }?.text }
    return kind.columns.filter { column in
      let (before, after) = (text(old, column.key), text(new, column.key))
      return before.map { Array($0.utf8) } != after.map { Array($0.utf8) }
    }.map(\.name)
  }
}
