public import Publication

/// One thing that every store of registers must do.
public struct RegisterCase: Sendable, CustomStringConvertible {
  /// A sentence.
  public let name: String
  /// Throws `LedgerMismatch` where an empty store given to it does otherwise.
  public let run: @Sendable (any RegisterStore) throws -> Void

  init(_ name: String, _ run: @escaping @Sendable (any RegisterStore) throws -> Void) {
    self.name = name
    self.run = run
  }

  /// The sentence.
  public var description: String { name }
}

/// The suite over the port of the registers.
public enum RegisterConformance {
  /// A row of an invented register.
  public static func draft(
    _ number: String, _ subject: String = "事项", register: String = "applications", isVoid: Bool = false
  ) -> RegisterDraft {
    RegisterDraft(
      register: register, number: number,
      values: [RegisterValue(key: "number", text: number), RegisterValue(key: "subject", text: subject)],
      isVoid: isVoid, reason: isVoid ? "登记有误" : "")
  }

  /// Someone, on some day.
  public static let origin = RegisterOrigin(
    day: LedgerSamples.today, moment: "2025-06-15T08:00:00Z", actor: "张某", source: ContentDigest(of: "table".utf8))

  /// All cases.
  public static let cases: [RegisterCase] = [
    RegisterCase("an empty store has no records") { store in
      try expect(try store.records().isEmpty, "records of an empty store")
      try expect(try store.record([], origin).isEmpty, "an entry without rows changes something")
    },
    RegisterCase("rows are kept with who, when and from what, and can be read again to the byte") { store in
      // Two spellings of one character, a line end, a quote and an escape stay what they are.
      let texts = ["e\u{301}", "\u{E9}", "甲\n乙\"丙\\丁\t", "\u{182A}\u{180E}\u{1820}", ""]
      let drafts = texts.enumerated().map { draft("\($0.offset)", $0.element) }
      try expectEqual(try store.record(drafts, origin).added, texts.count, "added")
      let found = try store.records()
      try expectEqual(found.map(\.draft), drafts, "drafts")
      try expectEqual(found.map(\.origin), drafts.map { _ in origin }, "origins")
      try expectEqual(found.map(\.sequence), Array(1...texts.count), "sequence")
    },
    RegisterCase("the same row again changes nothing; with other fields it is a revision, and the earlier one stays") {
      store in
      try store.record([draft("1"), draft("2")], origin)
      let before = try store.records()
      try expectEqual(try store.record([draft("1"), draft("2")], origin).unchanged, 2, "unchanged")
      try expectEqual(try store.records(), before, "records after the same rows")
      let changes = try store.record([draft("2", "改过"), draft("3")], origin)
      try expectEqual([changes.added, changes.revised, changes.unchanged], [1, 1, 0], "changes")
      try expectEqual(try store.records().map(\.revision), [1, 1, 2, 1], "revisions")
      try expectEqual(try store.rows().map(\.draft), [draft("1"), draft("2", "改过"), draft("3")], "rows")
    },
    RegisterCase("equal numbers in two registers are two rows") { store in
      try store.record([draft("1"), draft("1", register: "messages")], origin)
      try expectEqual(try store.rows().count, 2, "rows")
      try expectEqual(try store.rows(of: "messages").map(\.draft.register), ["messages"], "rows of one register")
    },
    RegisterCase("a void row counts no more, stays in the record, and can come back") { store in
      try store.record([draft("1"), draft("2")], origin)
      try expectEqual(try store.record([draft("1", isVoid: true)], origin).revised, 1, "revised")
      try expectEqual(try store.rows().map(\.draft.number), ["2"], "rows")
      try expectEqual(try store.records().count, 3, "records")
      try store.record([draft("1")], origin)
      try expectEqual(try store.rows().map(\.draft.number), ["1", "2"], "rows after it came back")
    },
    RegisterCase("a row named twice in one entry is revised by the later") { store in
      try store.record([draft("1"), draft("1", "改过"), draft("1", "改过")], origin)
      try expectEqual(try store.records().map(\.revision), [1, 2], "revisions")
    },
    RegisterCase("an entry that fails changes nothing, and sees what is there") { store in
      struct Undo: Error {}
      try store.record([draft("1")], origin)
      var seen = 0
      do {
        try store.record(origin) { records in
          seen = records.count
          throw Undo()
        }
        throw LedgerMismatch(description: "the failure is not told")
      } catch is Undo {}
      try expectEqual([seen, try store.records().count], [1, 1], "records")
    },
    RegisterCase("each record carries the hash of the one before, and the audit finds nothing") { store in
      for number in 1...5 { try store.record([draft("\(number)"), draft("x", "\(number)")], origin) }
      let records = try store.records()
      try expectEqual(RegisterRecord.audit(records), [], "audit")
      var previous = RegisterRecord.root
      for record in records {
        try expectEqual(record.hash, record.hash(after: previous), "hash of \(record.sequence)")
        previous = record.hash
      }
    },
  ]
}
