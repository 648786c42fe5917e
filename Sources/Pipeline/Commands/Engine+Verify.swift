public import Publication
import Statistics

extension Engine {
  /// Recounts every statistic from the payloads, hashes the history again, compares payload files and originals with the ledger. Empty:
  /// all is well.
  public func verify() throws -> [PipelineError] {
    let registers = try RegisterAudit.faults(self)
    guard let ledger = try ledgerToRead() else { return try lostLedger() + registers }
    return try ledger.read { ledger in
      let audit = try LedgerAudit.findings(in: ledger).map { finding in
        PipelineError(finding.code, subject: finding.place, details: finding.details)
      }
      return try audit + payloadFaults(ledger) + originalFaults(ledger) + registers
    }
  }

  /// Without a ledger nothing can have been published: where something was, the ledger is gone.
  private func lostLedger() throws -> [PipelineError] {
    let places =
      [WorkFolders.done, WorkFolders.outboxFiles]
      + configuration.outlets.flatMap {
        [WorkFolders.pending($0.id), WorkFolders.taken($0.id)]
      }
    let hasPublished = try places.contains { try !(files.entries(of: $0) ?? []).isEmpty }
    return hasPublished ? [PipelineError(.ledgerDamaged, subject: WorkFolders.ledger)] : []
  }

  /// The hash of the registers' last record; empty before the first, and where they can't be read.
  public var registersHead: String { (try? registers.records())?.last?.hash ?? "" }

  /// The hash of the last entry of the history; empty before the first run. Equal heads: nothing was recorded in between.
  public func historyHead() throws -> String { try asking("") { try $0.historyHead().hash } }

  private func payloadFaults(_ ledger: any LedgerReading) throws -> [PipelineError] {
    var faults: [PipelineError] = []
    var expected: [OutletID: Set<FileName>] = [:]
    try ledger.forEachPayload { row in
      guard row.state == .written || row.state == .queued else { return }
      let name = WorkFolders.payloadFile(row.payloadID)
      expected[row.outlet, default: []].insert(name)
      let places = [WorkFolders.pending(row.outlet), WorkFolders.taken(row.outlet)]
      let found = try places.lazy.compactMap { folder in
        try files.read(folder.appending(name), limit: 64 << 20).map { (folder.appending(name), $0.bytes) }
      }.first
      guard let (path, bytes) = found else {
        faults.append(PipelineError(.payloadMissing, subject: "outbox/\(row.outlet)/\(name)"))
        return
      }
      if ContentDigest(of: bytes) != row.digest {
        faults.append(PipelineError(.payloadChanged, subject: path.description))
      }
    }
    faults += try fileFaults(ledger)
    for outlet in configuration.outlets {
      for entry in try files.entries(of: WorkFolders.pending(outlet.id)) ?? []
      where expected[outlet.id]?.contains(entry.name) != true {
        faults.append(
          PipelineError(.payloadUnknown, subject: WorkFolders.pending(outlet.id).appending(entry.name).description))
      }
    }
    return faults
  }

  /// Images and attachments: those that a payload needs are there, the others are not.
  private func fileFaults(_ ledger: any LedgerReading) throws -> [PipelineError] {
    let retraction = Retraction(files: files)
    var needs: [ContentDigest: Retraction.Need] = [:]
    try ledger.forEachPayload { row in
      guard !row.files.isEmpty else { return }
      let need = try retraction.need(of: row, in: ledger)
      for digest in row.files { needs[digest] = max(needs[digest] ?? .nobody, need) }
    }
    // What an outlet has taken a withdrawal of goes with the next run: that is planned.
    let leaving = Set(try ledger.plannedMoves().filter(Retraction.isRemoval).map(\.from))
    var there: Set<FileName> = []
    var faults: [PipelineError] = []
    for entry in try files.entries(of: WorkFolders.outboxFiles) ?? [] {
      there.insert(entry.name)
      let digest = ContentDigest(hex: entry.name.description)
      let path = WorkFolders.outboxFiles.appending(entry.name).description
      if (digest.flatMap { needs[$0] } ?? .nobody) == .nobody, !leaving.contains(path) {
        faults.append(PipelineError(.payloadUnknown, subject: path))
      }
    }
    let missing = needs.filter { $0.value == .some && !there.contains(FileName($0.key.hex)) }
    return faults
      + missing.keys.map(\.hex).sorted().map { PipelineError(.payloadMissing, subject: "outbox/files/\($0)") }
  }

  private func originalFaults(_ ledger: any LedgerReading) throws -> [PipelineError] {
    let items = try ledger.items(in: Set(ItemState.allCases))
    let missing: [PipelineError] = try items.compactMap { item in
      let path =
        item.state.isRestricted
        ? FileName(item.folder).appending(FileName(item.itemID.rawValue)) : FileName(item.folder)
      return try files.status(of: path) == nil ? PipelineError(.originalMissing, subject: path.description) : nil
    }
    return try missing + items.compactMap(changedOriginal) + foreignFaults(items)
  }
}
