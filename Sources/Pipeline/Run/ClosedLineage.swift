import Publication

/// What the ledger knows of a document that is closed: everything else that carries its text or its title must go behind the same door.
///
/// The same document is what has its bytes, its number and language, or its name and title (contract, "Identity"), and what its metadata name as 替代. A title
/// alone means nothing: 工作动态 comes every week. From what is found, things go along that were never published themselves: copies, earlier drops that were
/// replaced, revisions that wait. No copy takes what it repeats along.
struct ClosedLineage {
  let ledger: any LedgerReading

  /// The items, each once; none that is closed already.
  func items(of decision: Decision) throws -> [ItemRecord] {
    var found: [ItemRecord] = []
    var seen: Set<ItemID> = []
    func add(_ items: [ItemRecord]) {
      for item in items where !item.state.isRestricted && seen.insert(item.itemID).inserted { found.append(item) }
    }
    add(try same(as: decision))
    if decision.language != .mongolian {
      add(try InheritingHalves.of(pair: decision.pair, documentNumber: decision.documentNumber, in: ledger))
    }
    var next = 0
    while next < found.count {
      let item = found[next]
      next += 1
      add(try along(with: item))
      if item.language != .mongolian {
        add(try InheritingHalves.of(pair: item.pair, documentNumber: item.documentNumber, in: ledger))
      }
    }
    return found
  }

  // MARK: The document itself

  private func same(as decision: Decision) throws -> [ItemRecord] {
    var found = try ledger.items(source: decision.source)
    if let number = decision.documentNumber {
      found += try ledger.allItems(documentNumber: number).filter {
        $0.state != .duplicate && DocumentLanguages(of: $0).overlap(DocumentLanguages(of: decision))
      }
    }
    if let title = decision.title {
      for item in try named(decision.file, title) {
        // What was never published was dropped under the names of its copies, too.
        found +=
          item.state == .duplicate ? try ledger.items(source: item.source).filter(isUnpublished) : [item]
      }
    }
    if let replaced = try Replaced.item(by: decision, in: ledger) { found.append(replaced) }
    return found
  }

  private func named(_ file: FileName, _ title: String) throws -> [ItemRecord] {
    let name = CopyName.original(of: file)
    return try ledger.items(title: title).filter {
      $0.file.map { CopyName.original(of: FileName($0)).utf8.elementsEqual(name.utf8) } ?? false
    }
  }

  // MARK: What goes along

  private func along(with item: ItemRecord) throws -> [ItemRecord] {
    guard item.state != .duplicate else { return [] }
    var found: [ItemRecord] = []
    var sources: Set<ContentDigest> = []
    for (_, source) in try Originals(of: item, in: ledger).folders where sources.insert(source).inserted {
      found += try ledger.items(source: source).filter { try $0.state == .duplicate || isUnpublished($0) }
    }
    if let number = item.documentNumber {
      found += try ledger.allItems(documentNumber: number).filter {
        try DocumentLanguages(of: $0).overlap(DocumentLanguages(of: item)) && isUnpublished($0)
      }
    }
    if let file = item.file, let title = item.title {
      found += try named(FileName(file), title).filter(isUnpublished)
    }
    found += try ledger.items(heldFor: .revision).filter { $0.revisionOf == item.itemID }
    if let corrected = try item.revisionOf.flatMap(ledger.item),
      try Originals(of: corrected, in: ledger).folders.contains(where: { $0.folder == item.folder })
    {
      // A revision that was let go lies among the originals of what it corrected, and is that item.
      found.append(corrected)
    }
    return found
  }

  private func isUnpublished(_ item: ItemRecord) throws -> Bool {
    try [.held, .rejected, .superseded].contains(item.state) && ledger.payloads(of: item.itemID).isEmpty
  }
}

extension ItemRecord {
  /// The queued item that this one is a revision of.
  fileprivate var revisionOf: ItemID? { story["revisionOf"]?.text.map { ItemID(rawValue: $0) } }
}
