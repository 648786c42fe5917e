internal import Publication

extension LedgerConformance {
  private typealias Sample = LedgerSamples

  /// Every pair of states, in a list of its own: the drawing in `docs/ledger.md`, not `mayBecome`.
  private static let forbiddenItemSteps: [ItemState: Set<ItemState>] = [
    .queued: [.rejected, .duplicate, .superseded],
    .held: [.duplicate], .restricted: [.duplicate], .onRequest: [.duplicate], .sealed: [.duplicate],
    .rejected: [.duplicate], .withdrawn: [.duplicate], .superseded: [.duplicate],
    .duplicate: Set(ItemState.allCases).subtracting([.duplicate, .restricted]),
  ]

  private static let allowedPayloadSteps: [PayloadState: Set<PayloadState>] = [
    .scheduled: [.scheduled, .queued, .stopped],
    .queued: [.queued, .written, .stopped],
    .written: [.written, .stopped],
    .stopped: [.stopped, .scheduled, .queued, .written],
  ]

  static let itemStateCases =
    ItemState.allCases.flatMap { from in
      ItemState.allCases.map { to in
        let isForbidden = forbiddenItemSteps[from, default: []].contains(to)
        return LedgerCase("an item that is \(from) \(isForbidden ? "never becomes" : "may become") \(to)") { store in
          let before = Sample.item(1, from)
          try put(store, before)
          let after = Sample.item(1, to, revision: 2, input: 2)
          if isForbidden {
            try expectRefusal(.wrongState, "\(from) to \(to)") { try put(store, after) }
          } else {
            try put(store, after)
          }
          try store.read { ledger in
            try expectEqual(try ledger.item(before.itemID), isForbidden ? before : after, "item")
          }
        }
      }
    } + [
      LedgerCase("a revision never falls") { store in
        try put(store, Sample.item(1, revision: 3))
        try expectRefusal(.wrongState, "revision 2 after 3") { try put(store, Sample.item(1, revision: 2)) }
      }
    ]

  static let payloadStateCases =
    PayloadState.allCases.flatMap { from in
      PayloadState.allCases.map { to in
        let isAllowed = allowedPayloadSteps[from, default: []].contains(to)
        return LedgerCase("a payload that is \(from) \(isAllowed ? "may be" : "is never") marked \(to)") { store in
          let id = try bring(store, Sample.payload(1, days: from == .scheduled ? 30 : 0), to: from)
          let mark = { try store.write { ledger in try ledger.mark([id], as: to) } }
          if isAllowed { try mark() } else { try expectRefusal(.wrongState, "\(from) to \(to)", mark) }
          let expected = isAllowed ? to : from
          try store.read { ledger in
            try expectEqual(try ledger.payload(id)?.state, expected, "state")
            let count = expected == .queued || expected == .written ? 1 : 0
            try expectEqual(try ledger.counters().map(\.count), count == 0 ? [] : [1], "counter")
            try expectEqual(try ledger.recounted().map(\.count), count == 0 ? [] : [1], "recount")
          }
        }
      }
    } + [
      LedgerCase("an unknown payload can't be marked, and nothing else of the list is") { store in
        let id = try bring(store, Sample.payload(1), to: .queued)
        let unknown = PayloadID(item: Sample.itemID(2), outlet: OutletID("site-zh"), revision: 1, action: .publish)
        try expectRefusal(.itemUnknown, "unknown payload") {
          try store.write { ledger in
            do { try ledger.mark([id, unknown], as: .written) } catch {
              try expectEqual(try ledger.payload(id)?.state, .queued, "state after the refusal")
              throw error
            }
          }
        }
      },
      LedgerCase("a payload marked twice in one list is counted once") { store in
        let id = try bring(store, Sample.payload(1), to: .queued)
        try store.write { ledger in try ledger.mark([id, id], as: .stopped) }
        try store.read { ledger in try expectEqual(try ledger.counters(), [], "counters") }
      },
    ]

  /// Queues a payload with its item and brings it to a state by allowed steps.
  static func bring(_ store: any LedgerStore, _ payload: Payload, to state: PayloadState) throws -> PayloadID {
    try store.write { ledger in
      try ledger.put(Sample.item(1), restrictedDigests: [])
      try ledger.queue(payload, attribute: .proactive, today: Sample.today)
      if state != .scheduled && payload.date > Sample.today { try ledger.release([payload.payloadID]) }
      if state == .written || state == .stopped { try ledger.mark([payload.payloadID], as: state) }
    }
    return payload.payloadID
  }
}
