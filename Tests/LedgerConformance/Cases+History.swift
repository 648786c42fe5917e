internal import Publication

extension LedgerConformance {
  private typealias Sample = LedgerSamples

  static let historyCases = [
    LedgerCase("the history is a chain: every entry carries the hash over the one before") { store in
      try store.write { ledger in
        for number in 1...2 { try ledger.put(Sample.item(number), restrictedDigests: []) }
        for step in 0..<3 { try append(ledger, 1 + step % 2, step) }
      }
      try store.write { ledger in try append(ledger, 1, 3) }
      try store.read { ledger in
        var previous = (sequence: 0, hash: String(repeating: "0", count: 64))
        try ledger.forEachHistoryEntry { entry in
          try expectEqual(entry.sequence, previous.sequence + 1, "sequence")
          let hash = HistoryEntry.hash(
            previous: previous.hash, sequence: entry.sequence, day: entry.day, moment: entry.moment, actor: entry.actor,
            event: entry.event, itemID: entry.itemID, inputID: entry.inputID, facts: entry.facts)
          try expectEqual(entry.hash, hash, "hash of entry \(entry.sequence)")
          previous = (entry.sequence, entry.hash)
        }
        let head = try ledger.historyHead()
        try expectEqual(head.sequence, 4, "length")
        try expectEqual(head.hash, previous.hash, "head")
        try expectEqual(try ledger.history(of: Sample.itemID(1)).map(\.sequence), [1, 3, 4], "history of an item")
        try expectEqual(try ledger.history(of: Sample.itemID(1)).map(\.event), ["held", "queued", "queued"], "events")
        try expectEqual(try ledger.latestDay(), Sample.today.advanced(by: 3), "latest day")
      }
    },
    LedgerCase("an empty history begins at zero") { store in
      try store.read { ledger in
        let head = try ledger.historyHead()
        try expectEqual(head.sequence, 0, "sequence")
        try expectEqual(head.hash, String(repeating: "0", count: 64), "hash")
        try expectEqual(try ledger.latestDay(), nil, "latest day")
      }
    },
    LedgerCase("the latest day is the largest, not the last") { store in
      try store.write { ledger in
        try ledger.put(Sample.item(1), restrictedDigests: [])
        for step in [5, 9, 2] { try append(ledger, 1, step) }
      }
      try store.read { ledger in try expectEqual(try ledger.latestDay(), Sample.today.advanced(by: 9), "latest day") }
    },
    LedgerCase("what was undone leaves no gap in the history") { store in
      struct Undo: Error {}
      try store.write { ledger in
        try ledger.put(Sample.item(1), restrictedDigests: [])
        try append(ledger, 1, 0)
      }
      let head = try store.read { try $0.historyHead() }
      do {
        try store.write { ledger in
          try append(ledger, 1, 1)
          throw Undo()
        }
      } catch is Undo {}
      try store.read { try expectEqual(try $0.historyHead().hash, head.hash, "head after undoing") }
      try store.write { try append($0, 1, 1) }
      try store.read { try expectEqual(try $0.historyHead().sequence, 2, "sequence after undoing") }
    },
    LedgerCase("nothing is told of an item that was never put") { store in
      try expectRefusal(.itemUnknown, "history of an unknown item") { try store.write { try append($0, 1, 0) } }
    },
  ]

  static func append(_ ledger: any LedgerTransaction, _ number: Int, _ step: Int) throws {
    try ledger.append(
      day: Sample.today.advanced(by: step), moment: "2025-06-15T08:00:0\(step % 10)Z", actor: "run",
      event: step == 0 ? "held" : "queued", itemID: Sample.itemID(number), inputID: Sample.input(number),
      facts: .object(["codes": .strings(["DIS-001"]), "step": .int(step)]))
  }
}
