import Publication

/// Takes out of the outbox what must not lie there any more: payloads that were stopped, and images and attachments that nobody needs.
///
/// Each removal is planned in the transaction that makes it due, as a move to nowhere, and performed in a transaction of its own: so it
/// is never lost, and no other process can queue a payload that names a file between the count and the removal.
struct Retraction {
  let files: any FileStore
  private let outbox: Outbox

  init(files: any FileStore) {
    self.files = files
    outbox = Outbox(files: files)
  }

  // MARK: Planning

  /// The removals that follow when `stopped` are stopped, of an item that has `all` these payloads.
  static func moves(stopping stopped: [PayloadRow], of all: [PayloadRow]) -> [PlannedMove] {
    let payloads = stopped.map { row in
      let file = WorkFolders.pending(row.outlet).appending(WorkFolders.payloadFile(row.payloadID))
      return PlannedMove(from: file.description, to: "", itemID: row.itemID)
    }
    var seen: Set<ContentDigest> = []
    let files = all.flatMap { row in row.files.filter { seen.insert($0).inserted }.map { ($0, row.itemID) } }
    return payloads
      + files.map { digest, item in
        PlannedMove(
          from: WorkFolders.outboxFiles.appending(FileName(digest.hex)).description, to: "", itemID: item)
      }
  }

  /// Whether a planned move is a removal.
  static func isRemoval(_ move: PlannedMove) -> Bool { move.to.utf8.isEmpty }

  // MARK: Performing

  /// Takes planned removals as far as they can be taken now, durably, and forgets those that are done or needless. Answers how many.
  ///
  /// Payloads go first. One that its outlet took before we came is written after all: it can still be withdrawn. A file that waits for
  /// an outlet to take a withdrawal stays planned.
  func perform(_ moves: [PlannedMove], in ledger: any LedgerTransaction) throws -> Int {
    var done: [String] = []
    var wanted: [ContentDigest: String] = [:]
    var changed = false
    for move in moves {
      let path = FileName(move.from)
      if path.folder == WorkFolders.outboxFiles {
        if let digest = ContentDigest(hex: path.base.description) { wanted[digest] = move.from }
        continue
      }
      done.append(move.from)
      guard let id = Self.payloadID(of: path), let row = try ledger.payload(id), row.state == .stopped else { continue }
      if try files.remove(path) {
        changed = true
      } else if try outbox.isTaken(id, row.outlet) {
        try ledger.mark([id], as: .written)
      }
    }
    for (digest, need) in try needs(of: Set(wanted.keys), in: ledger) where need != .untilWithdrawn {
      if let from = wanted[digest] { done.append(from) }
      guard need == .nobody else { continue }
      if try files.remove(WorkFolders.outboxFiles.appending(FileName(digest.hex))) { changed = true }
    }
    if changed { try files.sync() }
    if !done.isEmpty { try ledger.finish(done) }
    return done.count
  }

  /// After a run that was cut short: payloads that were shown although a person had stopped them, files of a batch that was never committed.
  func sweep(outlets: [OutletID], in ledger: any LedgerTransaction) throws {
    var moves: [PlannedMove] = []
    func add(_ folder: FileName) throws {
      for entry in try files.entries(of: folder) ?? [] {
        let item = ItemID(rawValue: "")
        moves.append(PlannedMove(from: folder.appending(entry.name).description, to: "", itemID: item))
      }
    }
    for outlet in outlets { try add(WorkFolders.pending(outlet)) }
    try add(WorkFolders.outboxFiles)
    _ = try perform(moves, in: ledger)
  }

  private static func payloadID(of path: FileName) -> PayloadID? {
    let name = path.base.description
    return name.hasSuffix(".json") ? PayloadID(rawValue: String(name.dropLast(5))) : nil
  }

  // MARK: Counting

  /// Who needs a file.
  enum Need: Comparable {
    /// Nobody.
    case nobody
    /// An outlet that took it and hasn't taken the withdrawal yet.
    case untilWithdrawn
    /// A payload that is to be shown, or is.
    case some
  }

  /// Who needs each of these files, by the payloads that name it.
  func needs(
    of digests: Set<ContentDigest>, in ledger: any LedgerReading
  ) throws -> [(digest: ContentDigest, need: Need)] {
    guard !digests.isEmpty else { return [] }
    var needs = Dictionary(uniqueKeysWithValues: digests.map { ($0, Need.nobody) })
    for row in try ledger.payloads(naming: digests) {
      let own = try need(of: row, in: ledger)
      for digest in row.files where digests.contains(digest) { needs[digest] = max(needs[digest] ?? .nobody, own) }
    }
    return needs.map { ($0.key, $0.value) }.sorted { $0.digest.hex < $1.digest.hex }
  }

  /// Whether a payload needs the files that it names.
  func need(of row: PayloadRow, in ledger: any LedgerReading) throws -> Need {
    if row.state == .stopped, try !outbox.isTaken(row.payloadID, row.outlet) { return .nobody }
    let withdrawals = try ledger.payloads(of: row.itemID).filter {
      $0.outlet == row.outlet && $0.action == .withdraw && $0.revision > row.revision && $0.state != .stopped
    }
    if withdrawals.isEmpty { return .some }
    return try withdrawals.contains { try outbox.isTaken($0.payloadID, $0.outlet) } ? .nobody : .untilWithdrawn
  }
}
