public import Publication

extension LedgerConformance {
  private typealias Sample = LedgerSamples

  static let countingCases =
    [
      LedgerCase("first publications are counted by outlet, month of their date, attribute and language") { store in
        try queue(
          store,
          [
            Sample.payload(1), Sample.payload(1, "site-mn"), Sample.payload(2), Sample.payload(3, days: -31),
            Sample.payload(4, "wechat-zh", days: -365),
          ])
        let month = Sample.today.monthText
        let expected = [
          Counter(outlet: OutletID("site-mn"), month: month, attribute: .proactive, language: .mongolian, count: 1),
          Counter(
            outlet: OutletID("site-zh"), month: Sample.today.advanced(by: -31).monthText, attribute: .proactive,
            language: .chinese, count: 1),
          Counter(outlet: OutletID("site-zh"), month: month, attribute: .proactive, language: .chinese, count: 2),
          Counter(
            outlet: OutletID("wechat-zh"), month: Sample.today.advanced(by: -365).monthText, attribute: .proactive,
            language: .chinese, count: 1),
        ].sorted()
        try store.read { ledger in
          try expectEqual(try ledger.counters(), expected, "counters")
          try expectEqual(try ledger.recounted(), expected, "recount")
          let everything = (CivilDate(daysSince1970: -719_162), CivilDate(daysSince1970: 2_932_896))
          try expectEqual(try ledger.counted(from: everything.0, to: everything.1), expected, "count over all days")
          let some = try ledger.counted(from: Sample.today.advanced(by: -31), to: Sample.today.advanced(by: -31))
          try expectEqual(some.map(\.count), [1], "count of one day")
          let list = try ledger.firstPublications(
            outlet: OutletID("site-zh"), from: Sample.today.advanced(by: -31), to: Sample.today)
          try expectEqual(list.map(\.itemID), [3, 1, 2].map(Sample.itemID), "the list behind the number")
        }
      },
      LedgerCase("a correction or a withdrawal counts no second time") { store in
        try queue(store, [Sample.payload(1)])
        try store.write { try $0.mark([Sample.payload(1).payloadID], as: .written) }
        try queue(
          store,
          [
            Sample.payload(1, revision: 2, .correct, days: -31), Sample.payload(1, revision: 3, .withdraw),
            Sample.payload(1, revision: 4, .publish),
          ])
        try store.read { ledger in
          try expectEqual(try ledger.counters().map(\.count), [1], "counters")
          try expectEqual(try ledger.counters().map(\.month), [Sample.today.monthText], "month")
          try expectEqual(
            try ledger.payloads(of: Sample.itemID(1)).map(\.isFirst), [true, false, false, false], "the first")
        }
      },
      LedgerCase("what went out is told item by item, with its latest correction, and day by day for each outlet") {
        store in
        var first = Sample.item(1)
        first.formedOn = Sample.today.advanced(by: -30)
        try store.write { ledger in
          try ledger.put(first, restrictedDigests: [])
          for number in 2...5 { try ledger.put(Sample.item(number), restrictedDigests: []) }
        }
        try queue(
          store,
          [
            Sample.payload(1, days: -5), Sample.payload(1, "wechat-zh", days: -7),
            Sample.payload(2, "site-mn", days: -5),
            Sample.payload(1, revision: 2, .correct, days: -1), Sample.payload(3, days: 9), Sample.payload(4, days: -5),
            Sample.payload(5, revision: 1, .withdraw),
          ])
        try store.write { ledger in
          try ledger.mark([Sample.payload(4).payloadID], as: .stopped)
          try ledger.put(Sample.item(2, .withdrawn, revision: 2), restrictedDigests: [])
        }
        let facts = try store.read { try $0.published() }
        let items = facts.items.sorted { $0.itemID < $1.itemID }
        let expected = [first.itemID, Sample.itemID(2)].sorted()
        try expectEqual(items.map(\.itemID), expected, "items")
        guard let one = items.first(where: { $0.itemID == first.itemID }),
          let other = items.first(where: { $0.itemID == Sample.itemID(2) })
        else { throw LedgerMismatch(description: "items") }
        try expectEqual(one.formedOn, first.formedOn, "formedOn")
        try expectEqual(one.published, Sample.today.advanced(by: -7), "first publication at whatever outlet")
        try expectEqual(one.correctedOn, Sample.today.advanced(by: -1), "correction")
        try expectEqual(one.lastCorrected, one.lastShown, "the correction is the latest")
        try expect(other.lastShown < one.lastShown && other.lastCorrected == nil, "order of queueing")
        try expectEqual(other.state, .withdrawn, "state")
        try expectEqual([one.pair, one.documentNumber], [first.pair, first.documentNumber], "pair and number")
        let days = [OutletID("site-zh"): [-5, -1], OutletID("wechat-zh"): [-7], OutletID("site-mn"): [-5]]
        try expectEqual(facts.days, days.mapValues { $0.map(Sample.today.advanced) }, "days")
        try store.write { try $0.put(Sample.item(1, .restricted, revision: 2), restrictedDigests: []) }
        try expectEqual(try store.read { try $0.published().items.map(\.itemID) }, [Sample.itemID(2)], "restricted")
      },
      LedgerCase("a withdrawal alone counts nothing") { store in
        try queue(store, [Sample.payload(1, revision: 1, .withdraw)])
        try store.read { ledger in try expectEqual(try ledger.counters(), [], "counters") }
      },
      LedgerCase("where the first publication was stopped, the next one is the first, and only one of them counts") {
        store in
        let first = Sample.payload(1)
        let second = Sample.payload(1, revision: 2, .correct)
        for stopsBefore in [true, false] {
          let number = stopsBefore ? 1 : 2
          let pair = stopsBefore ? [first, second] : [Sample.payload(2), Sample.payload(2, revision: 2, .correct)]
          try queue(store, [pair[0]])
          let stop = { try store.write { try $0.mark([pair[0].payloadID], as: .stopped) } }
          if stopsBefore { try stop() }
          try queue(store, [pair[1]])
          if !stopsBefore { try stop() }
          func firsts() throws -> [Bool] {
            try store.read { try $0.payloads(of: Sample.itemID(number)).map(\.isFirst) }
          }
          try expectEqual(try firsts(), [false, true], "the first after the stop")
          try store.write { try $0.mark([pair[0].payloadID], as: .queued) }
          try expectEqual(try firsts(), [false, true], "the first after letting go")
          try store.write { try $0.mark([pair[1].payloadID], as: .stopped) }
          try expectEqual(try firsts(), [true, false], "the first after stopping the second")
          try expectEqual(
            try store.read { try $0.counters().map(\.count) }, [number], "counters")
        }
      },
    ]
    + [
      LedgerCase("what was held is counted once a day and code, by the history, and can be listed") { store in
        func hold(_ number: Int, _ day: Int, _ codes: [Code], _ event: String = "held") throws {
          try store.write { ledger in
            if try ledger.item(Sample.itemID(number)) == nil {
              try ledger.put(Sample.item(number, .held), restrictedDigests: [])
            }
            try ledger.append(
              day: Sample.today.advanced(by: day), moment: "2025-06-15T08:00:00Z", actor: "run", event: event,
              itemID: Sample.itemID(number), inputID: Sample.input(number),
              facts: .object(["codes": .strings(codes.map(\.rawValue))]))
          }
        }
        try hold(1, 0, [.attributeMissing, .titleMissing])
        try hold(1, 0, [.attributeMissing])
        try hold(2, 0, [.attributeMissing], "restricted")
        try hold(2, 1, [.attributeMissing])
        try hold(3, 0, [.attributeMissing], "queued")
        try store.read { ledger in
          try expectEqual(
            try ledger.holdCounts(from: Sample.today, to: Sample.today), [.attributeMissing: 2, .titleMissing: 1],
            "of a day")
          let list = try ledger.holds(for: .attributeMissing, from: Sample.today, to: Sample.today.advanced(by: 1))
          try expectEqual(list.map(\.day.daysSince1970), [0, 0, 1].map { Sample.today.daysSince1970 + $0 }, "days")
          try expectEqual(Set(list.map(\.itemID)), [Sample.itemID(1), Sample.itemID(2)], "items")
        }
      },
      LedgerCase("corrections and withdrawals are listed by their own day, once they are due") { store in
        try queue(
          store,
          [
            Sample.payload(1), Sample.payload(1, revision: 2, .correct, days: -1),
            Sample.payload(1, "site-mn", revision: 2, .correct, days: 9), Sample.payload(1, revision: 3, .withdraw),
          ])
        try store.read { ledger in
          let week = (Sample.today.advanced(by: -7), Sample.today)
          try expectEqual(
            try ledger.payloads(action: .correct, from: week.0, to: week.1).map(\.outlet), [OutletID("site-zh")],
            "corrections")
          try expectEqual(try ledger.payloads(action: .withdraw, from: week.0, to: week.1).count, 1, "withdrawals")
          try expectEqual(try ledger.payloads(action: .withdraw, from: week.0, to: week.0).count, 0, "earlier")
          try expectEqual(try ledger.payloads(action: .publish, from: week.0, to: week.1).count, 1, "publications")
        }
      },
    ]
    + (1...12).map { seed in
      LedgerCase("kept counters equal the recount after any steps (seed \(seed))") { store in
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<80 {
          try LedgerSteps.random(on: store, &generator)
          try store.read { ledger in
            try expectEqual(try ledger.counters(), try ledger.recounted(), "counters")
            try expectTallies(ledger)
            try expectOneFirst(ledger)
          }
        }
      }
    }

  /// What reports add up is what the lists behind it give.
  static func expectTallies(_ ledger: any LedgerReading) throws {
    let (from, to) = (CivilDate(daysSince1970: .min / 2), CivilDate(daysSince1970: .max / 2))
    let facts = try ledger.published()
    try expectEqual(try ledger.tallies(from: from, to: to), DayTally.tallies(of: facts.items), "tallies")
    let changes = facts.items.reduce(into: [:]) { sums, item in sums.merge(item.changes, uniquingKeysWith: +) }
    try expectEqual(try ledger.changes(from: from, to: to), changes, "changes")
    try expectEqual(try ledger.activeDays(from: from, to: to), facts.days, "days")
    try expectEqual(try ledger.itemTallies(), try ledger.recountedItemTallies(), "items")
    let today = LedgerSamples.today
    try expectEqual(
      try ledger.tallies(from: today, to: today), DayTally.tallies(of: facts.items).filter { $0.day == today }, "a day")
  }

  /// Of the standing payloads of an item at an outlet that show something, exactly one is the first.
  private static func expectOneFirst(_ ledger: any LedgerReading) throws {
    var groups: [String: [PayloadRow]] = [:]
    try ledger.forEachPayload { row in
      if row.action == .withdraw {
        try expect(!row.isFirst, "a withdrawal is the first")
      } else {
        groups["\(row.itemID) \(row.outlet)", default: []].append(row)
      }
    }
    for (group, rows) in groups {
      let standing = rows.filter { $0.state != .stopped }
      let firsts = (standing.isEmpty ? rows : standing).filter(\.isFirst)
      try expectEqual(firsts.count, 1, "first publications of \(group)")
      try expectEqual(rows.filter(\.isFirst).count, 1, "marked ones of \(group)")
    }
  }
}

/// Random steps, allowed and refused ones, that any two ledgers must answer alike.
public enum LedgerSteps {
  /// Takes a few steps in one transaction; one in six is undone by an error.
  public static func random(on store: any LedgerStore, _ generator: inout SeededGenerator) throws {
    struct Undo: Error {}
    var steps = generator
    do {
      try store.write { ledger in
        for _ in 0..<Int.random(in: 1...6, using: &steps) { try step(ledger, &steps) }
        if Int.random(in: 0..<6, using: &steps) == 0 { throw Undo() }
      }
    } catch is Undo {}
    generator = steps
  }

  private static func step(_ ledger: any LedgerTransaction, _ generator: inout SeededGenerator) throws {
    let number = Int.random(in: 1...4, using: &generator)
    let outlet = ["site-zh", "site-mn"].randomElement(using: &generator) ?? ""
    let payload = LedgerSamples.payload(
      number, outlet, revision: Int.random(in: 1...3, using: &generator),
      PayloadAction.allCases.randomElement(using: &generator) ?? .publish,
      days: [-40, 0, 0, 20].randomElement(using: &generator) ?? 0)
    let kind = Int.random(in: 0..<8, using: &generator)
    let itemState = [ItemState.queued, .queued, .queued, .held, .withdrawn, .restricted].randomElement(
      using: &generator)
    let changes = Int.random(in: 0...3, using: &generator)
    let state = PayloadState.allCases.randomElement(using: &generator) ?? .queued
    do {
      switch kind {
      case 0...2:
        if try ledger.item(payload.itemID) == nil {
          try ledger.put(LedgerSamples.half(number, .queued, changes: changes), restrictedDigests: [])
        }
        try ledger.queue(payload, attribute: .proactive, today: LedgerSamples.today)
      case 3: try ledger.release([payload.payloadID])
      case 4:
        // Asked in between, or not.
        if changes > 1 { try LedgerConformance.expectTallies(ledger) }
        try ledger.put(LedgerSamples.half(number, itemState ?? .queued, changes: changes), restrictedDigests: [])
      default: try ledger.mark([payload.payloadID], as: state)
      }
    } catch let error as PipelineError where error.code == .wrongState || error.code == .itemUnknown {}
  }
}
