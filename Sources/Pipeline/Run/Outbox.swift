import Publication

/// Puts payload files where outlets take them: whole files only, durable before anybody can see them.
struct Outbox: Sendable {
  let files: any FileStore
  private var made: Set<FileName> = []

  init(files: any FileStore) { self.files = files }

  /// Writes images and attachments and makes them durable, with everything else that was written before.
  mutating func keep(_ contents: [(digest: ContentDigest, bytes: [UInt8])]) throws {
    guard !contents.isEmpty else { return }
    try write(contents)
    try files.sync()
  }

  /// Writes images and attachments that are not there yet, or not whole. What is there already may not be durable either: a sync has to follow.
  ///
  /// What a run that was cut off left here may be named rightly and still be empty after a power cut: its bytes are compared, not its size alone.
  mutating func write(_ contents: [(digest: ContentDigest, bytes: [UInt8])]) throws {
    var seen: Set<ContentDigest> = []
    for (digest, bytes) in contents where seen.insert(digest).inserted {
      let target = WorkFolders.outboxFiles.appending(FileName(digest.hex))
      if try files.status(of: target)?.size == bytes.count, try files.read(target, limit: bytes.count)?.bytes == bytes {
        continue
      }
      let temporary = WorkFolders.staging.appending(FileName(digest.hex))
      try prepare(WorkFolders.staging, mode: 0o700)
      try prepare(WorkFolders.outboxFiles, mode: 0o755)
      try files.write(bytes, to: temporary, mode: 0o644)
      try files.move(temporary, to: target, replacing: true)
    }
  }

  /// Writes one payload beside the outbox; it isn't visible to the outlet yet. False where the outlet has, or had, the file already.
  mutating func stage(_ id: PayloadID, _ outlet: OutletID, _ body: [UInt8]) throws -> Bool {
    let name = WorkFolders.payloadFile(id)
    // `pending` first: a file that the outlet takes in between is then found in `taken`.
    if try files.status(of: WorkFolders.pending(outlet).appending(name)) != nil { return false }
    if try files.status(of: WorkFolders.taken(outlet).appending(name)) != nil { return false }
    try prepare(WorkFolders.staging, mode: 0o700)
    try files.write(body, to: WorkFolders.staging.appending(name), mode: 0o644)
    return true
  }

  /// Takes back a staged payload that is not to be shown.
  func unstage(_ id: PayloadID) throws {
    try files.remove(WorkFolders.staging.appending(WorkFolders.payloadFile(id)))
  }

  /// Shows a staged and synced payload to its outlet.
  mutating func show(_ id: PayloadID, _ outlet: OutletID) throws {
    let name = WorkFolders.payloadFile(id)
    try prepare(WorkFolders.pending(outlet), mode: 0o755)
    try files.move(
      WorkFolders.staging.appending(name), to: WorkFolders.pending(outlet).appending(name), replacing: true)
  }

  /// Removes a payload that the outlet has not taken; false where it is not in `pending`.
  func removePending(_ id: PayloadID, _ outlet: OutletID) throws -> Bool {
    try files.remove(WorkFolders.pending(outlet).appending(WorkFolders.payloadFile(id)))
  }

  /// Whether the outlet has not taken a payload yet, so that it can still be stopped.
  func isUntaken(_ row: PayloadRow) throws -> Bool {
    switch row.state {
    case .scheduled, .queued: try !isTaken(row.payloadID, row.outlet)
    // What was shown and is not there any more was taken, whatever the outlet did with it then.
    case .written:
      try files.status(of: WorkFolders.pending(row.outlet).appending(WorkFolders.payloadFile(row.payloadID))) != nil
    case .stopped: false
    }
  }

  /// Whether the outlet has taken a payload and kept it.
  func isTaken(_ id: PayloadID, _ outlet: OutletID) throws -> Bool {
    try files.status(of: WorkFolders.taken(outlet).appending(WorkFolders.payloadFile(id))) != nil
  }

  /// Throws away staged files that a killed run left. Answers whether there was such a run.
  func sweep() throws -> Bool {
    guard let entries = try files.entries(of: WorkFolders.staging) else { return false }
    for entry in entries { try files.remove(WorkFolders.staging.appending(entry.name)) }
    try files.remove(WorkFolders.staging)
    return true
  }

  /// Removes the empty folder of staged files: it is made again when it is needed.
  mutating func close() throws {
    try files.remove(WorkFolders.staging)
    made.remove(WorkFolders.staging)
  }

  private mutating func prepare(_ folder: FileName, mode: UInt32) throws {
    if made.insert(folder).inserted { try files.makeFolder(folder, mode: mode) }
  }
}
