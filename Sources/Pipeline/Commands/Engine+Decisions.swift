import Disclosure
import FanOut
import Normalization
public import Publication
import SystemEdges

extension Engine {
  /// Stops an item: payloads not yet taken leave the outbox. Works while a run is going.
  public func hold(_ id: String, by actor: String) throws -> ItemRecord {
    try decide(id, actor, "heldByPerson") { ledger, item in
      guard item.state == .queued else { throw wrongState(item) }
      var record = item
      record.state = .held
      record.codes = [.heldByPerson]
      record.message = Code.heldByPerson.text(details: ["item": item.itemID.rawValue]).message
      return (record, try untaken(item, ledger), [])
    }
  }

  /// Takes an item back: payloads not yet taken are removed, taken ones get a `withdraw` payload.
  ///
  /// `reason` is a code or a term of `WithdrawalReason`, or words; `note` is what the public is told. Throws `usage` where one of them shows a personal number.
  public func withdraw(_ id: String, reason text: String, note: String? = nil, by actor: String) throws -> ItemRecord {
    let (code, reason) = WithdrawalReason.reading(text)
    try refuseNumbers([reason, note])
    let day = today
    let outbox = Outbox(files: files)
    let fanOut = decider(today: day).fanOut
    func withdrawal(of row: PayloadRow, _ record: ItemRecord) -> Payload {
      fanOut.withdrawal(of: row, revision: record.revision, code: code, reason: reason, note: note, today: day)
    }
    let facts = [
      JSONValue.Member("reason", .string(reason)), JSONValue.Member("code", .string(code.rawValue)),
      JSONValue.Member("note", .optional(note)),
    ]
    return try decide(id, actor, "withdrawn", facts: facts, taken: withdrawal) { ledger, item in
      guard item.state == .queued || item.codes.contains(.heldByPerson) || item.codes.contains(.stricterAttribute)
      else {
        throw wrongState(item)
      }
      let untaken = try untaken(item, ledger)
      let gone = Set(untaken.map(\.payloadID))
      // A run may have shown a payload that it has not marked as written yet, and the outlet may have taken it.
      let taken = try ledger.payloads(of: item.itemID).filter {
        try $0.action != .withdraw && !gone.contains($0.payloadID)
          && ($0.state == .written || outbox.isTaken($0.payloadID, $0.outlet))
      }
      var record = item
      // What became restricted stays so; its outlets are asked all the same.
      record.state = item.state.isRestricted ? item.state : .withdrawn
      record.revision = item.revision + 1
      record.codes = []
      record.message = item.state.isRestricted ? "" : "已撤回：" + reason
      let latest = Dictionary(grouping: taken, by: \.outlet).compactMap { $0.value.max { $0.revision < $1.revision } }
      return (record, untaken, latest.sorted { $0.outlet < $1.outlet }.map { withdrawal(of: $0, record) })
    }
  }

  /// Lets an item go on: one that a person stopped, or a revision that waited for a person.
  ///
  /// Works while a run is going; only what moves originals or makes files again waits for its end. Throws `LED-010` for an item that was held
  /// for anything else: the document itself must be corrected and dropped again.
  ///
  /// `note` is what the public is told of a correction; of an item that a person stopped it stays in the history.
  public func release(_ id: String, note: String? = nil, by actor: String) throws -> ItemRecord {
    try refuseNumbers([note])
    let ledger = try ledger()
    let item = try ledger.read { try self.item(id, in: $0) }
    let isRevision = item.codes == [.revision]
    guard try isRevision || !missingFiles(of: ledger.read { try stopped(item, $0) }).isEmpty else {
      let record = try letGo(id, ledger, actor, note)
      try finishUnlessRunning(ledger)
      return record
    }
    guard let lock = try files.lock(WorkFolders.lock, waiting: true) else { throw PipelineError(.runInProgress) }
    defer {
      lock.unlock()
      // Where that fails, the next run does it.
      try? finishBelated(ledger)
    }
    let now = try ledger.read { try self.item(id, in: $0) }
    if isRevision { return try releaseRevision(now, ledger, actor, note) }
    let lost = try lostFiles(of: now, named: ledger.read { try stopped(now, $0) })
    let record = try letGo(id, ledger, actor, note, keeping: lost)
    try pass(ledger).finish()
    return record
  }

  /// What goes out beside a document is looked at as the document was.
  private func refuseNumbers(_ texts: [String?]) throws {
    for text in texts {
      guard let text else { continue }
      if !decider(today: today).gate.concealed(text).utf8.elementsEqual(text.utf8) {
        throw PipelineError(.usage, details: ["reason": "理由和说明会发给渠道，不能有证件号码、手机号码等个人号码"])
      }
      // Menksoft's code is converted in documents only.
      if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .privateUse }) {
        throw PipelineError(.usage, details: ["reason": "理由和说明里有自造字区的字符：蒙古文请用标准编码"])
      }
    }
  }

  /// What a person is asked about the same content in the other language, after one half was corrected or withdrawn.
  public func questions(about record: ItemRecord, after action: PayloadAction) throws -> [String] {
    try asking([]) { try OtherHalf.of(record, in: $0).map { OtherHalf.question($0, after: action) } }
  }

  /// What a person is asked about the same content in the other language, after one half was stopped.
  public func questions(afterHolding record: ItemRecord) throws -> [String] {
    try asking([]) { try OtherHalf.of(record, in: $0).map { OtherHalf.question(afterHolding: $0) } }
  }

  /// What the last `hold` of an item stopped: a correction, and also what it corrects where an outlet had taken neither.
  private func stopped(_ item: ItemRecord, _ ledger: any LedgerReading) throws -> [PayloadRow] {
    let hold = try ledger.history(of: item.itemID).last { $0.event == "heldByPerson" }
    guard case .array(let names)? = hold?.facts["stopped"] else { return [] }
    let ids = Set(names.compactMap(\.text))
    return try ledger.payloads(of: item.itemID).filter { $0.state == .stopped && ids.contains($0.payloadID.rawValue) }
  }

  private func letGo(
    _ id: String, _ ledger: any LedgerStore, _ actor: String, _ note: String?,
    keeping lost: [(digest: ContentDigest, bytes: [UInt8])] = []
  ) throws -> ItemRecord {
    var outbox = Outbox(files: files)
    return try ledger.write { ledger in
      let item = try self.item(id, in: ledger)
      guard item.state == .held, item.codes.contains(.heldByPerson) else { throw wrongState(item) }
      let stopped = try stopped(item, ledger)
      var record = item
      record.state = .queued
      record.codes = []
      record.message = ""
      try outbox.keep(lost)
      try ledger.put(record, restrictedDigests: [])
      try ledger.mark(stopped.filter { $0.date <= today }.map(\.payloadID), as: .queued)
      try ledger.mark(stopped.filter { $0.date > today }.map(\.payloadID), as: .scheduled)
      try append("released", record, actor, note.map { [.init("note", .string($0))] } ?? [], to: ledger)
      return record
    }
  }

  /// Images and attachments that left the outbox when the item was stopped, made again from its original.
  ///
  /// Throws `LED-011` where the original is gone, or doesn't give them any more.
  private func lostFiles(
    of item: ItemRecord, named by: [PayloadRow]
  ) throws -> [(digest: ContentDigest, bytes: [UInt8])] {
    let missing = try missingFiles(of: by)
    guard !missing.isEmpty else { return [] }
    let found = try editions(of: item).flatMap(\.files).filter { missing.contains($0.digest) }
    guard missing.isSubset(of: found.map(\.digest)) else {
      throw PipelineError(.originalMissing, subject: item.folder)
    }
    return found
  }

  private func missingFiles(of rows: [PayloadRow]) throws -> Set<ContentDigest> {
    try Set(rows.flatMap(\.files)).filter {
      try files.status(of: WorkFolders.outboxFiles.appending(FileName($0.hex))) == nil
    }
  }

  private func releaseRevision(
    _ item: ItemRecord, _ ledger: any LedgerStore, _ actor: String, _ note: String?
  ) throws -> ItemRecord {
    let original = item.story["revisionOf"]?.text ?? ""
    guard item.state == .held, item.codes == [.revision],
      let queued = try ledger.read({ try $0.item(ItemID(rawValue: original)) })
    else { throw wrongState(item) }
    // What it corrects must stand, or be withdrawn: not stopped by a person, nor restricted since.
    guard queued.state == .queued || queued.state == .withdrawn else { throw wrongState(queued) }
    return try pass(ledger).correct(queued, with: item, note: note, by: actor)
  }

  /// Payloads that the outlet has not taken: their files are removed after the commit.
  private func untaken(_ item: ItemRecord, _ ledger: any LedgerReading) throws -> [PayloadRow] {
    try ledger.payloads(of: item.itemID).filter(Outbox(files: files).isUntaken)
  }

  /// Changes the ledger first, then the outbox. `taken` answers for a payload that its outlet took in between.
  private func decide(
    _ id: String, _ actor: String, _ event: String, facts: [JSONValue.Member] = [],
    taken: (PayloadRow, ItemRecord) -> Payload? = { _, _ in nil },
    _ change: (any LedgerTransaction, ItemRecord) throws -> (ItemRecord, stop: [PayloadRow], queue: [Payload])
  ) throws -> ItemRecord {
    let ledger = try ledger()
    let (record, stopped, removals) = try ledger.write { ledger in
      let item = try self.item(id, in: ledger)
      let (record, stop, queue) = try change(ledger, item)
      try ledger.mark(stop.map(\.payloadID), as: .stopped)
      try ledger.put(record, restrictedDigests: [])
      for payload in queue { try ledger.queue(payload, attribute: record.attribute ?? .proactive, today: today) }
      let removals = Retraction.moves(stopping: stop, of: try ledger.payloads(of: item.itemID))
      try ledger.plan(removals)
      let payloads = JSONValue.Member("stopped", .strings(stop.map(\.payloadID.rawValue)))
      try append(event, record, actor, facts + [payloads], to: ledger)
      return (record, stop, removals)
    }
    if !removals.isEmpty {
      try ledger.write { ledger in
        _ = try Retraction(files: files).perform(removals, in: ledger)
        for row in stopped where try ledger.payload(row.payloadID)?.state == .written {
          guard let payload = taken(row, record) else { continue }
          try ledger.queue(payload, attribute: record.attribute ?? .proactive, today: today)
        }
      }
    }
    try finishUnlessRunning(ledger)
    return record
  }

  /// New payloads are written now where no run is going; where one is, by its last step, or by what follows it.
  private func finishUnlessRunning(_ ledger: any LedgerStore) throws {
    guard let lock = try files.lock(WorkFolders.lock) else { return }
    do {
      defer { lock.unlock() }
      try pass(ledger).finish()
    }
    try finishBelated(ledger)
  }

  /// Writes what a person let go after the last step of whoever had the lock, and before it was free: the person's command found it taken. To be called
  /// by whoever has just unlocked.
  func finishBelated(_ ledger: any LedgerStore) throws {
    if try !ledger.read({ try $0.payloads(in: .queued, limit: 1).isEmpty }) { try finishUnlessRunning(ledger) }
  }

  func append(
    _ event: String, _ record: ItemRecord, _ actor: String, _ facts: [JSONValue.Member],
    to ledger: any LedgerTransaction
  ) throws {
    let latest = try ledger.latestDay() ?? today
    try ledger.append(
      day: max(latest, today), moment: Moment.iso(clock.nanoseconds()), actor: actor, event: event,
      itemID: record.itemID, inputID: record.inputID, facts: .object(facts))
  }

  private func pass(_ ledger: any LedgerStore) -> PassSteps {
    PassSteps(engine: self, ledger: ledger)
  }

  func wrongState(_ item: ItemRecord) -> PipelineError {
    PipelineError(
      .wrongState, subject: String(item.itemID.rawValue.prefix(12)),
      details: ["state": Words.state(item.state.rawValue)])
  }

  func waitForLock() throws -> (any FileLock)? {
    try files.makeFolder(WorkFolders.state, mode: 0o700)
    return try files.lock(WorkFolders.lock)
  }
}

/// Steps of a pass that a person's command takes on its own, under the lock.
struct PassSteps {
  let engine: Engine
  let ledger: any LedgerStore

  /// Writes payload files that are due and finishes moves.
  func finish() throws {
    var pass = engine.makePass(ledger)
    try pass.finish()
  }

  /// Makes a held revision the correction of what is queued.
  func correct(_ queued: ItemRecord, with held: ItemRecord, note: String?, by actor: String) throws -> ItemRecord {
    var pass = engine.makePass(ledger)
    return try pass.correct(queued, with: held, note: note, by: actor)
  }
}

extension Engine {
  /// A pass for the steps that a person's command takes on its own.
  func makePass(_ ledger: any LedgerStore) -> Pass {
    let now = clock.nanoseconds()
    let today = zone.day(at: now)
    return Pass(
      files: files, ledger: ledger, configuration: configuration, decider: decider(today: today), today: today,
      moment: Moment.iso(now), now: now, waiting: configuration.waiting)
  }
}
