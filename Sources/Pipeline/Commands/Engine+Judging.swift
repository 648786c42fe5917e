import Disclosure
public import Publication

/// What a person decides about a held item.
public enum PersonalVerdict: String, Sendable, CaseIterable {
  /// 主动公开.
  case publish
  /// 依申请公开.
  case onRequest = "on-request"
  /// 不予公开.
  case withhold

  var attribute: DisclosureAttribute {
    switch self {
    case .publish: .proactive
    case .onRequest: .onRequest
    case .withhold: .withheld
    }
  }
}

extension Engine {
  /// Records a reviewer's verdict on exactly the present content of a held item, and judges it again: when nothing is left that speaks against it, it is queued.
  ///
  /// Throws `LED-010` for an item that isn't held, `RUN-…` where its original is gone.
  public func sign(
    _ id: String, review: ReviewKind, verdict: SignOff.Verdict, opinion: String, by reviewer: String
  ) throws -> ItemRecord {
    try judgeAgain(id) { record, item, ledger in
      let signOff = SignOff(
        review: review, reviewer: reviewer, verdict: verdict, opinion: opinion, content: item.reviewedInput)
      try append(PersonalDecisions.signed, record, reviewer, PersonalDecisions.facts(signOff), to: ledger)
    }
  }

  /// Decides the attribute of a held item whose sources don't say it, or closes it, and judges it again; of an item that is closed already it takes
  /// the reason and its legal basis.
  ///
  /// Throws `CLI-001` where 依申请公开 or 不予公开 comes without a legal basis of the closed list that can carry it, `LED-010` for an item that isn't held.
  public func decide(
    _ id: String, _ verdict: PersonalVerdict, reason: String, basis code: String?, by name: String
  ) throws -> ItemRecord {
    let basis = try basis(code, for: verdict)
    if let basis, let record = try ground(id, verdict, reason, basis, name) { return record }
    return try judgeAgain(id) { record, _, ledger in
      var facts: [JSONValue.Member] = [.init("attribute", .string(verdict.attribute.rawValue))]
      if let basis { facts.append(.init("basis", .string(basis.code))) }
      // What is closed leaves no words in the ledger: its reason stands in the closed folder.
      if verdict == .publish { facts.append(.init("reason", .string(reason))) }
      try append(PersonalDecisions.decided, record, name, facts, to: ledger)
    } then: { record in
      if verdict != .publish { try tell(reason, basis, name, of: record) }
    }
  }

  /// Gives reason and basis of a document that is closed already; `nil`: it isn't, or the verdict is another than its attribute.
  private func ground(
    _ id: String, _ verdict: PersonalVerdict, _ reason: String, _ basis: LegalBasis, _ name: String
  ) throws -> ItemRecord? {
    let ledger = try ledger()
    guard let lock = try waitForLock() else { throw PipelineError(.runInProgress) }
    defer {
      lock.unlock()
      // Where that fails, the next run does it.
      try? finishBelated(ledger)
    }
    let closed = try ledger.write { ledger -> ItemRecord? in
      var record = try self.item(id, in: ledger)
      guard [.sealed, .onRequest].contains(record.state), record.attribute == verdict.attribute else { return nil }
      record.codes.removeAll { $0 == .basisMissing }
      try ledger.put(record, restrictedDigests: [])
      let facts: [JSONValue.Member] = [
        .init("attribute", .string(verdict.attribute.rawValue)), .init("basis", .string(basis.code)),
      ]
      try append(PersonalDecisions.decided, record, name, facts, to: ledger)
      return record
    }
    if let closed { try tell(reason, basis, name, of: closed) }
    return closed
  }

  private func basis(_ code: String?, for verdict: PersonalVerdict) throws -> LegalBasis? {
    guard verdict != .publish || code != nil else { return nil }
    let fitting = LegalBasis.all.filter { $0.attributes.contains(verdict.attribute) }
    guard let basis = code.flatMap(LegalBasis.init(code:)), fitting.contains(basis) else {
      let list = fitting.map { "\($0.code)（\($0.title)）" }.joined(separator: "、")
      throw PipelineError(.usage, details: ["reason": verdict == .publish ? "公开不需要 --basis" : "--basis 应为：\(list)"])
    }
    return basis
  }

  /// Judges a held item again where it lies, with what people have decided about it.
  private func judgeAgain(
    _ id: String,
    _ decide: (ItemRecord, (item: InboxItem, reviewedInput: InputID), any LedgerTransaction) throws -> Void,
    then finish: (ItemRecord) throws -> Void = { _ in }
  ) throws -> ItemRecord {
    let ledger = try ledger()
    guard let lock = try waitForLock() else { throw PipelineError(.runInProgress) }
    defer {
      lock.unlock()
      // Where that fails, the next run does it.
      try? finishBelated(ledger)
    }
    let record = try ledger.read { try self.item(id, in: $0) }
    guard record.state == .held, !record.codes.contains(.heldByPerson), !record.codes.contains(.bundleAmbiguous) else {
      throw wrongState(record)
    }
    let claims = Claims(files: files, limits: configuration.limits, stamp: "")
    guard let reopened = try Reopened.open(record, files: files, claims: claims),
      let content = reopened.reviewedInput(of: record)
    else {
      throw PipelineError(.originalMissing, subject: record.folder)
    }
    try ledger.write { try decide(record, (reopened.item, content), $0) }
    var pass = makePass(ledger)
    let after = try pass.judgeAgain(record, reopened)
    try finish(after)
    return after
  }

  /// Adds to `<id>.json` of a closed item who closed it and why.
  private func tell(_ reason: String, _ basis: LegalBasis?, _ name: String, of record: ItemRecord) throws {
    guard record.state.isRestricted else { return }
    let path = FileName(record.folder).appending(FileName(record.itemID.rawValue + ".json"))
    guard let (bytes, _) = try files.read(path, limit: 1 << 20), let json = try? JSONValue.reading(bytes) else {
      return
    }
    guard case .object(let members) = json else { return }
    let told = JSONValue.object(members.filter { $0.name != "decision" }).adding(
      "decision",
      .object(["by": .string(name), "reason": .string(reason), "basis": .optional(basis?.citation)]))
    try files.write(told.utf8(pretty: true), to: path, mode: 0o600)
    try files.sync()
  }
}
