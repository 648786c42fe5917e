import Disclosure
import FanOut
import Normalization
import Publication

/// What one decision comes to once the ledger has said which item it is: a record, payloads, a move, a line of history.
struct Settled {
  var record: ItemRecord
  var payloads: [Payload] = []
  /// Where the originals go, relative to the work directory.
  var destination: FileName
  /// Images and attachments to be durable before the commit.
  var files: [(digest: ContentDigest, bytes: [UInt8])] = []
  /// The word for the history, and for the summary.
  var event: String
  /// Said once to the person, where something needs a person.
  var spoken: String?
  /// Originals of items that this one supersedes: their folders move. Payloads and files that must leave the outbox.
  var moves: [PlannedMove] = []
  /// By what this document, which is closed, is known again in the same run (`ClosedIdentity`).
  var closed: [ContentDigest] = []
}

/// Settles identity (contract, "Identity"): duplicates, re-drops, corrections and stricter attributes, inside one transaction.
///
/// Attribute and secrecy come before duplicates: restricted bytes, now or earlier, go to the restricted folder.
struct Settlement {
  let ledger: any LedgerTransaction
  let fanOut: FanOut
  let today: CivilDate
  let moment: String
  /// Whether the outlet has not taken a payload yet.
  let isUntaken: (PayloadRow) throws -> Bool
  /// What this run has closed so far (`ClosedIdentity`).
  var closed: Set<ContentDigest> = []

  /// `reopened` is the held item that this decision judges again, where it lies.
  func settle(_ decision: Decision, reopened: ItemRecord? = nil) throws -> Settled {
    switch decision.outcome {
    case .sealed, .onRequest, .restricted: return try restricted(decision, reopened: reopened)
    default: break
    }
    if try decision.digests.contains(where: ledger.wasRestricted) {
      var known = decision
      known.outcome = .restricted
      known.diagnostics.append(
        Diagnostic(.restrictedBytes, .restrict, details: ["item": decision.inputID.rawValue]))
      return try restricted(known, reopened: reopened)
    }
    if let known = try closedBefore(decision) { return try restricted(known, reopened: reopened) }
    let decision = try ForwardedOriginal.held(decision, in: ledger)
    if let reopened {
      if let original = reopened.story["revisionOf"]?.text, let queued = try ledger.item(ItemID(rawValue: original)) {
        return heldRevision(decision, of: queued.itemID)
      }
      return try fresh(decision, as: reopened.itemID, revision: reopened.revision, clearing: nil)
    }
    if let earlier = try ledger.item(input: decision.inputID), earlier.state != .superseded {
      return duplicate(decision, of: earlier)
    }
    switch decision.outcome {
    case .rejected:
      return plain(decision, .rejected, ItemID(decision.inputID), WorkFolders.rejected, event: "rejected")
    default: return try identified(decision)
    }
  }

  // MARK: Known and new items

  private func duplicate(_ decision: Decision, of earlier: ItemRecord) -> Settled {
    let details = ["item": earlier.itemID.rawValue]
    var told = decision
    told.diagnostics = [Diagnostic(.duplicate, .hold, details: details)]
    // A duplicate has an id of its own, so that each drop has its folder: the input with the count of the file name.
    let id = ItemID(
      InputID(
        ContentDigest(ofParts: [Array("duplicate".utf8), Array(decision.inputID.rawValue.utf8), decision.file.bytes])))
    var settled = plain(told, .duplicate, id, WorkFolders.duplicates, event: "duplicate")
    settled.spoken = nil
    return settled
  }

  private func identified(_ decision: Decision) throws -> Settled {
    // Same bytes, other metadata.
    let sameBytes = try ledger.items(source: decision.source).filter {
      $0.state != .superseded && $0.state != .duplicate
    }
    if let known = sameBytes.first(where: isPublished) { return try revision(decision, of: known) }
    // A folder that was held as a whole holds more than these bytes: it stays.
    if let open = sameBytes.first(where: {
      ($0.state == .held || $0.state == .rejected) && !$0.codes.contains(.bundleAmbiguous)
    }) {
      // A revision that waits is still one, whatever its metadata say now.
      if let known = try revised(by: open) { return try revision(decision, of: known) }
      return try fresh(decision, as: open.itemID, revision: open.revision, clearing: open)
    }
    // Same number and language, or same name and title, other bytes.
    var twins: [ItemRecord] = []
    if let number = decision.documentNumber, decision.language != nil || !decision.halves.isEmpty {
      twins += try ledger.items(documentNumber: number).filter(decision.sharesLanguage)
    }
    if twins.isEmpty, let title = decision.title {
      for name in Set([decision.file, decision.file.base]) {
        twins += try ledger.items(file: name.description, title: title)
      }
    }
    if let named = try Replaced.item(by: decision, in: ledger) { twins.insert(named, at: 0) }
    if let known = twins.first(where: isPublished) { return try revision(decision, of: known) }
    var settled = try fresh(decision, as: ItemID(decision.inputID), revision: 1, clearing: nil)
    for open in twins where open.state == .held || open.state == .rejected {
      settled.moves += try supersede(open, by: settled.record.itemID)
    }
    return settled
  }

  /// Whether an item has gone out, or would have but for a person: what comes after it is a revision.
  private func isPublished(_ item: ItemRecord) -> Bool {
    item.state == .queued || item.state == .withdrawn || (item.state == .held && item.codes.contains(.heldByPerson))
  }

  /// The item that a held revision waits to correct.
  private func revised(by item: ItemRecord) throws -> ItemRecord? {
    guard let id = item.story["revisionOf"]?.text else { return nil }
    return try ledger.item(ItemID(rawValue: id)).flatMap { isPublished($0) ? $0 : nil }
  }

  /// A drop that is a revision of something published: a correction where its metadata say so, else it waits for a person. So it does where a person
  /// has stopped what it corrects.
  private func revision(_ decision: Decision, of known: ItemRecord) throws -> Settled {
    let isNamed = try Replaced.item(by: decision, in: ledger)?.itemID == known.itemID
    guard isNamed, known.state != .held, case .publish = decision.outcome else {
      var settled = heldRevision(decision, of: known.itemID)
      settled.moves += try supersedeRevisions(of: known.itemID, by: settled.record.itemID)
      return settled
    }
    return try correction(decision, of: known)
  }

  private func heldRevision(_ decision: Decision, of known: ItemID) -> Settled {
    var held = decision
    if case .publish = decision.outcome { held.outcome = .held }
    held.diagnostics.append(
      Diagnostic(
        .revision, .hold,
        details: ["item": known.rawValue, "id": String(decision.inputID.rawValue.prefix(12))]))
    var settled = plain(held, .held, ItemID(decision.inputID), WorkFolders.held, event: "held")
    settled.record.story = settled.record.story.adding("revisionOf", .string(known.rawValue))
    return settled
  }

  /// `note` is what the public is told of it; `held` is the revision that a person lets go for it.
  func correction(
    _ decision: Decision, of known: ItemRecord, note: String? = nil, releasing held: ItemID? = nil
  ) throws -> Settled {
    let payloads = try ledger.payloads(of: known.itemID)
    // Nobody has seen what is still scheduled: the correction takes its place.
    let scheduled = payloads.filter { $0.state == .scheduled }
    var settled = try fresh(
      postponed(decision, for: scheduled), as: known.itemID, revision: known.revision + 1, clearing: nil,
      action: .correct, note: note)
    guard settled.event == "corrected" else { return settled }
    try ledger.mark(scheduled.map(\.payloadID), as: .stopped)
    settled.moves += Retraction.moves(stopping: scheduled, of: payloads)
    settled.moves += try supersedeRevisions(of: known.itemID, by: known.itemID, but: held)
    let asked = try OtherHalf.of(settled.record, in: ledger).map { OtherHalf.question($0, after: .correct) }
    settled.spoken = ([settled.spoken].compactMap { $0 } + asked).joined(separator: "\n")
    if settled.spoken?.utf8.isEmpty ?? false { settled.spoken = nil }
    return settled
  }

  /// A correction without a day of its own goes out no earlier than what it corrects would have.
  private func postponed(_ decision: Decision, for scheduled: [PayloadRow]) -> Decision {
    guard let day = scheduled.map(\.date).max(), day > today, case .publish(let editions) = decision.outcome,
      editions.allSatisfy({ $0.metadata.date == nil })
    else { return decision }
    var postponed = decision
    postponed.outcome = .publish(editions.map { $0.postponed(to: day) })
    postponed.date = day
    return postponed
  }

  /// Revisions that wait for a person have had their day once a later one goes out, or waits.
  private func supersedeRevisions(of item: ItemID, by new: ItemID, but held: ItemID? = nil) throws -> [PlannedMove] {
    try ledger.items(heldFor: .revision)
      .filter { $0.story["revisionOf"]?.text == item.rawValue && $0.itemID != held && $0.itemID != new }
      .flatMap { try supersede($0, by: new) }
  }

  private func supersede(_ open: ItemRecord, by id: ItemID) throws -> [PlannedMove] {
    var record = open
    record.state = .superseded
    record.message = "已被 \(id) 替代。"
    let from = open.folder
    record.folder = WorkFolders.rejected.appending(FileName(open.itemID.rawValue)).description
    try ledger.put(record, restrictedDigests: [])
    try ledger.append(
      day: today, moment: moment, actor: "run", event: "superseded", itemID: open.itemID, inputID: open.inputID,
      facts: .object(["by": .string(id.rawValue)]))
    return from == record.folder ? [] : [PlannedMove(from: from, to: record.folder, itemID: open.itemID)]
  }

  private func fresh(
    _ decision: Decision, as id: ItemID, revision: Int, clearing open: ItemRecord?, action: PayloadAction = .publish,
    note: String? = nil
  ) throws -> Settled {
    guard case .publish(let editions) = decision.outcome, let edition = editions.first else {
      let state: (ItemState, FileName, String) =
        if case .rejected = decision.outcome { (.rejected, WorkFolders.rejected, "rejected") } else {
          (.held, WorkFolders.held, "held")
        }
      return plain(decision, state.0, id, state.1, event: state.2)
    }
    if action == .publish, try Replaced.isUnknown(by: decision, in: ledger) {
      return plain(decision.held(by: .replacedUnknown), .held, id, WorkFolders.held, event: "held")
    }
    if action == .publish, decision.languagePolicy == .together, decision.halves.isEmpty,
      try !OtherHalf.isReady(for: decision, in: ledger)
    {
      return plain(decision.held(by: .otherHalfMissing), .held, id, WorkFolders.held, event: "held")
    }
    let fanned = try fannedOut(editions, decision, id, revision, action, note)
    guard !fanned.payloads.isEmpty else {
      var held = decision
      held.diagnostics += fanned.refusals
      held.outcome = .held
      // A correction that no outlet takes leaves what is published as it is.
      if action == .correct { return heldRevision(held, of: id) }
      return plain(held, .held, id, WorkFolders.held, event: "held")
    }
    var record = record(decision, .queued, id, refusals: fanned.refusals)
    record.revision = revision
    for refusal in fanned.refusals where refusal.severity >= .hold {
      for outlet in refusal.outlets { record.heldOutlets[outlet, default: []].append(refusal.code) }
    }
    record.folder = Originals.folder(of: id, revision, on: edition.date)
    record.codes = Array(Set(record.heldOutlets.values.flatMap { $0 })).sorted()
    record.message = Note.message(fanned.refusals)
    var settled = Settled(
      record: record, payloads: fanned.payloads, destination: FileName(record.folder),
      event: action == .correct ? "corrected" : "queued")
    settled.files = editions.flatMap(\.files)
    if !record.heldOutlets.isEmpty { settled.spoken = spoken(record, what: "部分渠道未发布") }
    if let open, open.folder != record.folder {
      settled.moves = [PlannedMove(from: open.folder, to: "\(WorkFolders.rejected)/\(id)", itemID: id)]
    }
    return settled
  }

  /// A correction is a correction only for outlets that have something to correct, and for all of them; for the others it is the first publication.
  private func fannedOut(
    _ editions: [Edition], _ decision: Decision, _ id: ItemID, _ revision: Int, _ action: PayloadAction,
    _ note: String?
  ) throws -> FannedOut {
    if let first = decision.first, id == ItemID(decision.inputID), revision == 1, action == .publish { return first }
    guard action == .correct else {
      return fanOut.payloads(of: editions, itemID: id, revision: revision, action: action)
    }
    let having = try having(id)
    var fanned = fanOut.payloads(
      of: editions, itemID: id, revision: revision, action: action, having: having, note: note)
    let first = fanOut.payloads(of: editions, itemID: id, revision: revision, action: .publish, having: having)
    fanned.payloads = zip(fanned.payloads, first.payloads).map { having.contains($0.outlet) ? $0 : $1 }
    return fanned
  }

  /// Outlets that have the item, or are about to today: the latest of what was meant for them, and not stopped, shows something.
  private func having(_ id: ItemID) throws -> Set<OutletID> {
    let standing = try ledger.payloads(of: id).filter { $0.state != .stopped && $0.state != .scheduled }
    return Set(
      Dictionary(grouping: standing, by: \.outlet)
        .filter { $0.value.max { $0.revision < $1.revision }?.action != .withdraw }.keys)
  }

  private func plain(
    _ decision: Decision, _ state: ItemState, _ id: ItemID, _ folder: FileName, event: String
  ) -> Settled {
    var record = record(decision, state, id, refusals: [])
    record.codes = state == .duplicate ? [.duplicate] : decision.codes
    if record.codes.isEmpty { record.codes = decision.diagnostics.filter { $0.severity >= .hold }.map(\.code) }
    record.message = Note.message(decision.diagnostics)
    record.folder = folder.appending(FileName(id.rawValue)).description
    var settled = Settled(record: record, destination: FileName(record.folder), event: event)
    settled.spoken = spoken(record, what: state == .rejected ? "没有接收" : "暂停发布")
    return settled
  }

  private func record(
    _ decision: Decision, _ state: ItemState, _ id: ItemID, refusals: [Diagnostic]
  ) -> ItemRecord {
    ItemRecord(
      itemID: id, inputID: decision.inputID, state: state, source: decision.source,
      file: decision.shownFile ?? decision.file.description,
      title: decision.title, language: decision.language, attribute: decision.attribute,
      documentNumber: decision.documentNumber, pair: decision.pair, date: decision.date, decidedOn: today, folder: "",
      story: Story.json(of: decision, refusals: refusals), formedOn: decision.formedOn,
      category: decision.category, changes: decision.changesByRule,
      isIndependent: decision.languagePolicy == .independent)
  }

  private func spoken(_ record: ItemRecord, what: String) -> String {
    let codes = record.codes.map(\.rawValue).joined(separator: "、")
    let file = Printable.line(record.file ?? record.itemID.rawValue)
    let more = record.state == .queued ? "zarlal why \(record.itemID.rawValue.prefix(12))" : "\(record.folder)/说明.txt"
    return "\(file)：\(what)（\(codes)）。\(record.message) 详见 \(more)"
  }
}

extension JSONValue {
  func adding(_ name: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [.init(name, value)])
  }
}
