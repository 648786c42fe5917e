internal import Publication

extension LedgerConformance {
  private typealias Sample = LedgerSamples

  static let itemCases = [
    LedgerCase("an item comes back as it was put, with all its parts") { store in
      var full = Sample.item(1, .queued, revision: 3)
      full.heldOutlets = [
        OutletID("site-mn"): [.languageMismatch], OutletID("wechat-zh"): [.limitExceeded, .titleMissing],
      ]
      full.title = "e\u{301} \u{1820}\u{180B}\u{202F}\u{1836}\u{1822}\u{1828}\u{0}'\"\\"
      full.file = ""
      full.message = "第一行\n第二行"
      var bare = Sample.item(2, .rejected)
      bare.title = nil
      bare.file = nil
      bare.language = nil
      bare.attribute = nil
      bare.documentNumber = nil
      bare.pair = nil
      bare.date = nil
      bare.story = .null
      try store.write { ledger in
        try ledger.put(full, restrictedDigests: [])
        try ledger.put(bare, restrictedDigests: [])
      }
      try store.read { ledger in
        let found = try ledger.item(full.itemID)
        try expectEqual(found, full, "item")
        try expect(
          found.map { $0.title?.utf8.elementsEqual(full.title?.utf8 ?? "".utf8) ?? false } ?? false, "code points")
        try expectEqual(try ledger.item(bare.itemID), bare, "bare item")
        try expectEqual(try ledger.item(ItemID(rawValue: "nobody")), nil, "unknown item")
      }
    },
    LedgerCase("the day on which a document was written is kept, changed and forgotten with its item") { store in
      var item = Sample.item(1)
      item.formedOn = Sample.today.advanced(by: -9)
      try store.write { try $0.put(item, restrictedDigests: []) }
      let kept = try store.read { try $0.item(item.itemID) }
      try expectEqual(kept, item, "item")
      let id = item.itemID
      item.formedOn = Sample.today
      try store.write { try $0.put(item, restrictedDigests: []) }
      let changed = try store.read { try $0.item(id)?.formedOn }
      try expectEqual(changed, Sample.today, "changed")
      try store.write { try $0.put(Sample.item(1, .restricted), restrictedDigests: []) }
      let forgotten = try store.read { try $0.item(id)?.formedOn }
      try expectEqual(forgotten, nil, "forgotten")
    },
    LedgerCase("items are found by the beginning of their id") { store in
      for (number, id) in ["a1f0", "a1ff", "a2", "b1"].enumerated() {
        var item = Sample.item(number)
        item.itemID = ItemID(rawValue: id)
        try put(store, item)
      }
      try store.read { ledger in
        func list(_ prefix: String) throws -> [String] { try ledger.items(idPrefix: prefix).map(\.itemID.rawValue) }
        try expectEqual(try list("a1"), ["a1f0", "a1ff"], "a1")
        try expectEqual(try list("a1ff"), ["a1ff"], "a whole id")
        try expectEqual(try list("a1ff0"), [], "longer than any")
        try expectEqual(try list("%"), [], "no pattern")
        try expectEqual(try list("").count, 4, "all")
      }
    },
    LedgerCase("a drop is found by its input, in whatever revision it was") { store in
      try put(store, Sample.item(1))
      try put(store, Sample.item(1, revision: 2, input: 50, source: 50))
      try store.read { ledger in
        for input in [1, 50] {
          try expectEqual(try ledger.item(input: Sample.input(input))?.revision, 2, "revision by input \(input)")
        }
        try expectEqual(try ledger.item(input: Sample.input(9)), nil, "unknown input")
      }
    },
    LedgerCase("a duplicate never hides the item that it repeats") { store in
      try put(store, Sample.item(1))
      try put(store, Sample.item(1, revision: 2, input: 50))
      try put(store, Sample.item(7, .duplicate, input: 1))
      try put(store, Sample.item(8, .duplicate, input: 50))
      try store.read { ledger in
        for input in [1, 50] {
          try expectEqual(
            try ledger.item(input: Sample.input(input))?.itemID, Sample.itemID(1), "item by input \(input)")
        }
        try expectEqual(try ledger.item(Sample.itemID(7))?.state, .duplicate, "the duplicate")
      }
    },
    LedgerCase("bytes are found again, also those of an earlier revision") { store in
      try put(store, Sample.item(1))
      try put(store, Sample.item(1, revision: 2, input: 50, source: 50))
      try put(store, Sample.item(2, .held, source: 50))
      try store.read { ledger in
        try expectEqual(try ledger.items(source: Sample.source(1)).map(\.itemID), [Sample.itemID(1)], "first bytes")
        try expectEqual(
          try ledger.items(source: Sample.source(50)).map(\.itemID), [Sample.itemID(1), Sample.itemID(2)], "later bytes"
        )
      }
    },
    LedgerCase("restricted bytes stay known, even after the item is let go") { store in
      for (number, state) in [ItemState.restricted, .onRequest, .sealed].enumerated() {
        try store.write { ledger in
          try ledger.put(Sample.item(number, state), restrictedDigests: [Sample.source(100 + number)])
        }
        try put(store, Sample.item(number, .queued, revision: 2, input: 60 + number, source: 60 + number))
      }
      try put(store, Sample.item(9))
      try store.read { ledger in
        for number in 0...2 {
          try expect(try ledger.wasRestricted(Sample.source(number)), "article \(number)")
          try expect(try ledger.wasRestricted(Sample.source(100 + number)), "attachment \(number)")
          try expect(try !ledger.wasRestricted(Sample.source(60 + number)), "cleared bytes \(number)")
        }
        try expect(try !ledger.wasRestricted(Sample.source(9)), "published bytes")
      }
    },
    LedgerCase("document number, pair, name and title find live items only, by code points") { store in
      for number in 1...3 {
        var item = Sample.item(number, [.queued, .superseded, .duplicate][number - 1])
        item.documentNumber = "阿行发〔2025〕8号"
        item.pair = "\u{e9}"
        item.file = "a.txt"
        item.title = "题"
        try put(store, item)
      }
      var other = Sample.item(4)
      other.pair = "e\u{301}"
      other.file = "a.txt"
      try put(store, other)
      try store.read { ledger in
        let expected = [Sample.itemID(1)]
        try expectEqual(try ledger.items(documentNumber: "阿行发〔2025〕8号").map(\.itemID), expected, "document number")
        try expectEqual(
          try ledger.allItems(documentNumber: "阿行发〔2025〕8号").map(\.itemID), [1, 2, 3].map(Sample.itemID),
          "document number, in whatever state")
        try expectEqual(try ledger.items(pair: "\u{e9}").map(\.itemID), expected, "pair")
        try expectEqual(try ledger.items(file: "a.txt", title: "题").map(\.itemID), expected, "name and title")
        try expectEqual(try ledger.items(file: "a.txt", title: "").count, 0, "other title")
      }
    },
    LedgerCase("items are listed in order of decision, those held at some outlets among the held") { store in
      var partly = Sample.item(1)
      partly.heldOutlets = [OutletID("wechat-zh"): [.limitExceeded]]
      try put(store, partly)
      try put(store, Sample.item(2, .held))
      try put(store, Sample.item(3, .rejected))
      try put(store, Sample.item(4, .held))
      try put(store, Sample.item(2, .held))
      try store.read { ledger in
        func list(_ states: Set<ItemState>) throws -> [ItemID] { try ledger.items(in: states).map(\.itemID) }
        try expectEqual(try list([.held]), [1, 4, 2].map(Sample.itemID), "held")
        try expectEqual(try list([.rejected, .held]), [1, 3, 4, 2].map(Sample.itemID), "held and rejected")
        try expectEqual(try list([.sealed]), [], "sealed")
        try expectEqual(try list([]), [], "none")
        for code in [Code.attributeMissing, .titleMissing] {
          try expectEqual(
            try ledger.items(heldFor: code).map(\.itemID), [4, 2].map(Sample.itemID), "held for \(code)")
        }
        try expectEqual(try ledger.items(heldFor: .pairMissing).map(\.itemID), [], "held for nothing of that kind")
      }
    },
    LedgerCase("items are counted by state, and by attribute without duplicates, rejected and superseded ones") {
      store in
      for (number, state) in ItemState.allCases.enumerated() { try put(store, Sample.item(number, state)) }
      try store.read { ledger in
        try expectEqual(
          try ledger.countsByState(), Dictionary(uniqueKeysWithValues: ItemState.allCases.map { ($0, 1) }), "states")
        try expectEqual(try ledger.countsByAttribute(), [.proactive: 2, .withheld: 3, nil: 1], "attributes")
      }
    },
  ]

  static func put(_ store: any LedgerStore, _ item: ItemRecord) throws {
    try store.write { ledger in try ledger.put(item, restrictedDigests: []) }
  }
}
