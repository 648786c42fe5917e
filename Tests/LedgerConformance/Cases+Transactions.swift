internal import Publication

extension LedgerConformance {
  private typealias Sample = LedgerSamples

  static let transactionCases = [
    LedgerCase("a transaction that fails leaves nothing of itself") { store in
      struct Undo: Error {}
      try put(store, Sample.item(1, .held))
      do {
        try store.write { ledger in
          try everything(ledger)
          throw Undo()
        }
      } catch is Undo {}
      try store.read { ledger in
        try expectEqual(try ledger.item(Sample.itemID(1)), Sample.item(1, .held), "item")
        try expectEqual(try ledger.countsByState(), [.held: 1], "states")
        try expectEqual(try ledger.payloads(in: .queued, limit: nil), [], "payloads")
        try expectEqual(try ledger.body(of: Sample.payload(1).payloadID), nil, "body")
        try expectEqual(try ledger.counters(), [], "counters")
        try expectEqual(try ledger.plannedMoves(), [], "moves")
        try expectEqual(try ledger.waiting(), [], "waiting")
        try expectEqual(try ledger.historyHead().sequence, 0, "history")
        try expect(try !ledger.wasRestricted(Sample.source(70)), "restricted digest")
        try expectEqual(try ledger.items(source: Sample.source(2)), [], "source")
        try expectEqual(try ledger.item(input: Sample.input(9)), nil, "input")
      }
    },
    LedgerCase("a transaction sees its own changes before they are durable") { store in
      try store.write { ledger in
        try everything(ledger)
        try expectEqual(try ledger.item(input: Sample.input(9))?.state, .queued, "item")
        try expectEqual(try ledger.payloads(in: .queued, limit: nil).count, 1, "payloads")
        try expectEqual(try ledger.counters().map(\.count), [1], "counters")
        try expectEqual(try ledger.counters(), try ledger.recounted(), "recount")
        try expectEqual(try ledger.historyHead().sequence, 1, "history")
        try expectEqual(try ledger.waiting().count, 1, "waiting")
      }
      try store.read { try expectEqual(try $0.counters(), try $0.recounted(), "counters after") }
    },
    LedgerCase("planned moves stay until they are done, and planning one again changes its end") { store in
      func move(_ from: String, _ to: String) -> PlannedMove {
        PlannedMove(from: from, to: to, itemID: Sample.itemID(1))
      }
      try store.write { ledger in
        try ledger.plan([move("work/b", "done/b"), move("work/a", "held/a")])
        try ledger.plan([move("work/b", "held/b"), move("work/c", "done/c")])
        try ledger.finish(["work/a", "work/unknown"])
      }
      try store.read { ledger in
        try expectEqual(
          try ledger.plannedMoves(), [move("work/b", "held/b"), move("work/c", "done/c")], "moves")
      }
    },
    LedgerCase("what waits is what the last run found") { store in
      func entry(_ number: Int) -> WaitingEntry {
        WaitingEntry(file: "\(number).docx", state: "waiting", code: .notSettled, message: "等")
      }
      for entries in [[entry(1), entry(2)], [entry(2), entry(1)], [entry(2), entry(1)], []] {
        try store.write { try $0.replaceWaiting(entries) }
        try expectEqual(try store.read { try $0.waiting() }, entries, "waiting")
      }
    },
    LedgerCase("an answer comes back from reading and writing") { store in
      try expectEqual(try store.write { _ in 7 }, 7, "write")
      try expectEqual(try store.read { _ in "八" }, "八", "read")
    },
  ]

  private static func everything(_ ledger: any LedgerTransaction) throws {
    try ledger.put(Sample.item(1, .queued, revision: 2, input: 9, source: 2), restrictedDigests: [Sample.source(70)])
    try ledger.queue(Sample.payload(1), attribute: .proactive, today: Sample.today)
    try ledger.plan([PlannedMove(from: "work/a", to: "done/a", itemID: Sample.itemID(1))])
    try ledger.replaceWaiting([WaitingEntry(file: "a", state: "ignored", code: .ignoredName, message: "")])
    try append(ledger, 1, 0)
  }
}
