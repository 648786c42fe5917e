internal import Publication

extension LedgerConformance {
  private typealias Sample = LedgerSamples

  static let payloadCases = [
    LedgerCase("a payload comes back with its body and its files") { store in
      let payload = Sample.payload(1, "site-mn", files: 3)
      try queue(store, [payload])
      try store.read { ledger in
        let row = PayloadRow(
          payloadID: payload.payloadID, itemID: payload.itemID, revision: 1, outlet: payload.outlet, action: .publish,
          language: .mongolian, attribute: .proactive, date: payload.date, state: .queued,
          digest: ContentDigest(of: payload.body), isFirst: true, files: payload.files)
        try expectEqual(try ledger.payload(payload.payloadID), row, "row")
        try expectEqual(try ledger.payloads(of: payload.itemID), [row], "payloads of the item")
        try expectEqual(try ledger.body(of: payload.payloadID), payload.body, "body")
        try expectEqual(
          try ledger.body(of: PayloadID(item: Sample.itemID(2), outlet: payload.outlet, revision: 1, action: .publish)),
          nil, "unknown body")
      }
    },
    LedgerCase("payloads are found by the files that they name, whatever their state") { store in
      let (first, second) = (Sample.payload(1, files: 2), Sample.payload(2, files: 1))
      try queue(store, [first, second, Sample.payload(3)])
      try store.write { try $0.mark([second.payloadID], as: .stopped) }
      try store.read { ledger in
        func naming(_ files: [ContentDigest]) throws -> [PayloadID] {
          try ledger.payloads(naming: Set(files)).map(\.payloadID)
        }
        try expectEqual(try naming([first.files[1]]), [first.payloadID], "one file")
        try expectEqual(try naming(first.files + second.files), [first.payloadID, second.payloadID], "three files")
        try expectEqual(try naming([ContentDigest(of: "unknown".utf8)]), [], "an unknown file")
        try expectEqual(try naming([]), [], "no file")
      }
    },
    LedgerCase("payloads are found by the beginning of their id") { store in
      let payloads = (1...9).map { Sample.payload($0) }
      try queue(store, payloads)
      try store.read { ledger in
        func list(_ prefix: String) throws -> [PayloadID] { try ledger.payloads(idPrefix: prefix).map(\.payloadID) }
        let id = payloads[3].payloadID
        try expectEqual(try list(String(id.rawValue.prefix(12))), [id], "twelve characters")
        try expectEqual(try list(id.rawValue), [id], "a whole id")
        try expectEqual(try list(id.rawValue + "0"), [], "longer than any")
        try expectEqual(try list("%"), [], "no pattern")
        try expectEqual(try list(""), payloads.map(\.payloadID), "all")
      }
    },
    LedgerCase("queueing a known payload changes nothing") { store in
      try queue(store, [Sample.payload(1)])
      try store.write { ledger in
        try ledger.mark([Sample.payload(1).payloadID], as: .written)
        try ledger.queue(Sample.payload(1, days: 40), attribute: .proactive, today: Sample.today)
      }
      try store.read { ledger in
        try expectEqual(try ledger.payloads(of: Sample.itemID(1)).map(\.state), [.written], "states")
        try expectEqual(try ledger.counters().map(\.count), [1], "counters")
      }
    },
    LedgerCase("a payload needs its item") { store in
      try expectRefusal(.itemUnknown, "payload of an unknown item") {
        try store.write { try $0.queue(Sample.payload(1), attribute: .proactive, today: Sample.today) }
      }
    },
    LedgerCase("payloads are listed by state in order of queueing, up to a limit") { store in
      let payloads = [3, 1, 2].map { Sample.payload($0) }
      try queue(store, payloads)
      try store.write { try $0.mark([payloads[1].payloadID], as: .written) }
      try store.read { ledger in
        func list(_ state: PayloadState, _ limit: Int?) throws -> [PayloadID] {
          try ledger.payloads(in: state, limit: limit).map(\.payloadID)
        }
        try expectEqual(try list(.queued, nil), [payloads[0].payloadID, payloads[2].payloadID], "queued")
        try expectEqual(try list(.queued, 1), [payloads[0].payloadID], "the first queued")
        try expectEqual(try list(.queued, 0), [], "none")
        try expectEqual(try list(.written, 9), [payloads[1].payloadID], "written")
        var all: [PayloadID] = []
        try ledger.forEachPayload { all.append($0.payloadID) }
        try expectEqual(all, payloads.map(\.payloadID), "every payload")
      }
    },
    LedgerCase("a payload of a later day is scheduled until it is released, and uncounted as long") { store in
      let late = Sample.payload(1, days: 10)
      try queue(store, [late, Sample.payload(2, days: 11), Sample.payload(3, days: 0), Sample.payload(4, days: -400)])
      try store.read { ledger in
        try expectEqual(try ledger.payloads(in: .scheduled, limit: nil).count, 2, "scheduled")
        try expectEqual(try ledger.payloadsDue(on: Sample.today.advanced(by: 9)).count, 0, "due too early")
        try expectEqual(
          try ledger.payloadsDue(on: Sample.today.advanced(by: 10)).map(\.payloadID), [late.payloadID], "due")
        try expectEqual(try ledger.counters().map(\.count).reduce(0, +), 2, "counted before")
      }
      try store.write { ledger in
        try ledger.release([late.payloadID])
        try ledger.release([late.payloadID])
      }
      try store.read { ledger in
        try expectEqual(try ledger.payload(late.payloadID)?.state, .queued, "released")
        try expectEqual(try ledger.counters().map(\.count).reduce(0, +), 3, "counted after")
        try expectEqual(try ledger.payloadsDue(on: Sample.today.advanced(by: 10)).count, 0, "due after")
      }
      try store.write { try $0.mark([late.payloadID], as: .stopped) }
      try expectRefusal(.wrongState, "releasing what a person stopped") {
        try store.write { try $0.release([late.payloadID]) }
      }
    },
  ]

  /// Puts the items of `payloads` and queues them, on the samples' day.
  static func queue(_ store: any LedgerStore, _ payloads: [Payload]) throws {
    try store.write { ledger in
      for payload in payloads {
        if try ledger.item(payload.itemID) == nil {
          var item = Sample.item(1)
          item.itemID = payload.itemID
          item.inputID = InputID(rawValue: payload.itemID.rawValue)
          try ledger.put(item, restrictedDigests: [])
        }
        try ledger.queue(payload, attribute: .proactive, today: Sample.today)
      }
    }
  }
}
