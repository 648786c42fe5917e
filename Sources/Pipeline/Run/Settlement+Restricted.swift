import Publication

/// Documents that are closed, and what the ledger knew of them before.
extension Settlement {
  func restricted(_ decision: Decision, reopened: ItemRecord? = nil) throws -> Settled {
    let id = ItemID(decision.inputID)
    let (state, folder, event): (ItemState, FileName, String) =
      switch decision.outcome {
      case .sealed: (.sealed, WorkFolders.sealed, "sealed")
      case .onRequest: (.onRequest, WorkFolders.onRequest, "onRequest")
      default: (.restricted, WorkFolders.restricted, "restricted")
      }
    let grounds: [Code] = decision.lacksBasis ? [.basisMissing] : []
    let codes = state == .sealed ? [.sealed] + grounds : state == .onRequest ? [.onRequest] + grounds : decision.codes
    let record = ItemRecord(
      itemID: id, inputID: decision.inputID, state: state, codes: codes, source: decision.source,
      attribute: state == .restricted ? nil : decision.attribute, decidedOn: today, folder: folder.description)
    var settled = Settled(record: record, destination: folder.appending(FileName(id.rawValue)), event: event)
    settled.closed = ClosedIdentity.digests(of: decision)
    if let known = try ledger.item(id), known.state == state { settled.event = "redropped" }
    if state == .restricted, settled.event != "redropped" {
      let place = decision.diagnostics.first { $0.code == codes.first }?.place ?? ""
      let text = (codes.first ?? .restrictedConflict).text(details: ["item": id.rawValue, "place": place])
      settled.spoken = "！受限文件 \(id)（\(codes.map(\.rawValue).joined(separator: "、"))）：\(text.message)\(text.remedy)"
    }
    if let reopened, reopened.itemID == id {
      // Its name and title leave the ledger and what the ledger was written from.
      try ledger.eraseBodies(of: id)
    }
    if state != .restricted, !decision.lacksBasis { try ground(decision, state) }
    try restrictEarlier(decision, &settled, but: reopened?.itemID == id ? id : nil)
    return settled
  }

  /// The decision on a document that was closed before and now comes with other bytes; `nil` where it wasn't.
  func closedBefore(_ decision: Decision) throws -> Decision? {
    guard try ClosedIdentity.isClosed(decision, now: closed, in: ledger) else { return nil }
    var known = decision
    known.outcome = .restricted
    known.diagnostics.append(
      Diagnostic(.sameDocumentClosed, .restrict, details: ["item": decision.inputID.rawValue]))
    return known
  }

  /// The same bytes dropped again with the reason and basis that they lacked.
  private func ground(_ decision: Decision, _ state: ItemState) throws {
    for item in try ledger.items(source: decision.source)
    where item.state == state && item.codes.contains(.basisMissing) {
      var record = item
      record.codes.removeAll { $0 == .basisMissing }
      try ledger.put(record, restrictedDigests: [])
      try ledger.append(
        day: today, moment: moment, actor: "run", event: "grounded", itemID: item.itemID, inputID: item.inputID,
        facts: .object(["by": .string(decision.inputID.rawValue), "basis": .optional(decision.basis?.code)]))
    }
  }

  // MARK: What came before

  /// What the ledger knows of the same document goes behind the same door: an earlier drop that was held, rejected or doubled, and,
  /// told loudly, one that was queued: what its outlets have not taken is withdrawn.
  private func restrictEarlier(_ decision: Decision, _ settled: inout Settled, but own: ItemID?) throws {
    let items = try ClosedLineage(ledger: ledger).items(of: decision).filter { $0.itemID != own }
    guard !items.isEmpty else { return }
    let lone = try speakingHalves(of: items)
    let isLasting = settled.record.state != .restricted
    var quiet: [ItemID] = []
    var lines = [settled.spoken].compactMap { $0 }
    for item in items {
      // Whoever is in somebody else's folder has it: that one has others.
      let others = items.filter { $0.itemID != item.itemID && $0.state == .superseded }
      if try restrict(item, besides: Set(others.map(\.folder)), isLasting, &settled) {
        let text = Code.stricterAttribute.text(details: ["item": item.itemID.rawValue])
        lines.append("！\(item.itemID)（DIS-013）：\(text.message)\(text.remedy)")
      } else {
        quiet.append(item.itemID)
      }
    }
    lines += [told(quiet)].compactMap { $0 } + lone
    settled.spoken = lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// Takes one item behind the door. Answers whether any of it was ever queued.
  private func restrict(
    _ item: ItemRecord, besides others: Set<String>, _ isLasting: Bool, _ settled: inout Settled
  ) throws -> Bool {
    let payloads = try ledger.payloads(of: item.itemID)
    let wasQueued = payloads.contains { $0.action != .withdraw }
    let stopped = try payloads.filter { try $0.action != .withdraw && isUntaken($0) }
    var originals = try Originals(of: item, in: ledger)
    let sources = originals.folders.map(\.source)
    originals.leave(others)
    settled.moves += Retraction.moves(stopping: stopped, of: payloads)
    // The newest first: it is what the record speaks of.
    let folder = WorkFolders.restricted.appending(FileName(item.itemID.rawValue)).description
    settled.moves += originals.folders.map { PlannedMove(from: $0.folder, to: folder, itemID: item.itemID) }
    try ledger.mark(stopped.map(\.payloadID), as: .stopped)
    try ledger.put(
      ItemRecord(
        itemID: item.itemID, inputID: item.inputID, revision: item.revision, state: .restricted,
        codes: [wasQueued ? .stricterAttribute : .sameDocumentClosed],
        source: originals.folders.first?.source ?? item.source, decidedOn: today,
        folder: WorkFolders.restricted.description),
      restrictedDigests: sources
        + (item.state == .duplicate ? [] : ClosedIdentity.kept(of: item, isLasting: isLasting)))
    try ledger.eraseBodies(of: item.itemID)
    if item.state != .duplicate { settled.closed += ClosedIdentity.digests(of: item) }
    try ledger.append(
      day: today, moment: moment, actor: "run", event: "stricterAttribute", itemID: item.itemID,
      inputID: item.inputID, facts: .object(["stopped": .strings(stopped.map(\.payloadID.rawValue))]))
    return wasQueued
  }

  /// One line for what was moved and never queued.
  private func told(_ items: [ItemID]) -> String? {
    guard !items.isEmpty else { return nil }
    let ids = items.sorted().prefix(5).map { String($0.rawValue.prefix(12)) }.joined(separator: "、")
    let item = ids + (items.count > 5 ? " 等\(items.count)件" : "")
    let text = Code.sameDocumentClosed.text(details: ["item": item])
    return "！\(item)（\(Code.sameDocumentClosed)）：\(text.message)\(text.remedy)"
  }

  /// A line for each half in the other language that has an attribute of its own and goes on being published. It is named by its id only.
  private func speakingHalves(of items: [ItemRecord]) throws -> [String] {
    let closed = Set(items.map(\.itemID))
    var seen: Set<ItemID> = []
    return try items.filter { $0.state == .queued }.flatMap { item in
      try OtherHalf.of(item, in: ledger).filter { !closed.contains($0.itemID) && seen.insert($0.itemID).inserted }
        .map { "！" + OtherHalf.question(closedBeside: $0) }
    }
  }
}
