import Publication

/// A disk that asks before every step: what watches may count, change something, or throw.
struct WatchedDisk: FileStore {
  enum Step: String, Sendable {
    case entries, status, read, write, makeFolder, move, remove, setMode, sync, freeBytes, lock, ask

    /// Whether the step changes anything.
    var isChange: Bool {
      switch self {
      case .write, .makeFolder, .move, .remove, .setMode, .sync: true
      default: false
      }
    }
  }

  let disk: any FileStore
  /// Told of each step and its path (of a move: where it leads) before it is taken; throws instead of it.
  let watch: @Sendable (Step, FileName) throws -> Void
  /// What is seen of a file in place of the truth.
  var seen: @Sendable (FileName, FileStatus?) -> FileStatus? = { $1 }

  init(_ disk: any FileStore, watch: @escaping @Sendable (Step, FileName) throws -> Void) {
    self.disk = disk
    self.watch = watch
  }

  func eachEntry(of folder: FileName, _ body: (FileEntry) throws -> Void) throws -> Bool {
    try watch(.entries, folder)
    return try disk.eachEntry(of: folder, body)
  }
  func status(of path: FileName) throws -> FileStatus? {
    try watch(.status, path)
    return seen(path, try disk.status(of: path))
  }
  func read(_ path: FileName, limit: Int) throws -> (bytes: [UInt8], status: FileStatus)? {
    try watch(.read, path)
    return try disk.read(path, limit: limit)
  }
  func isBeingWritten(_ path: FileName) -> Bool { disk.isBeingWritten(path) }
  func isWritable(_ folder: FileName) -> Bool {
    if (try? watch(.ask, folder)) == nil { return false }
    return disk.isWritable(folder)
  }
  func write(_ bytes: [UInt8], to path: FileName, mode: UInt32) throws {
    do {
      try watch(.write, path)
    } catch {
      // A write that is cut short leaves half a file.
      try? disk.write(Array(bytes.prefix(bytes.count / 2)), to: path, mode: mode)
      throw error
    }
    try disk.write(bytes, to: path, mode: mode)
  }
  func makeFolder(_ path: FileName, mode: UInt32) throws {
    if try disk.status(of: path) == nil { try watch(.makeFolder, path) }
    try disk.makeFolder(path, mode: mode)
  }
  func move(_ from: FileName, to: FileName, replacing: Bool) throws -> Bool {
    try watch(.move, to)
    return try disk.move(from, to: to, replacing: replacing)
  }
  func remove(_ path: FileName) throws -> Bool {
    if try disk.status(of: path) != nil { try watch(.remove, path) }
    return try disk.remove(path)
  }
  func setMode(_ path: FileName, _ mode: UInt32) throws {
    try watch(.setMode, path)
    try disk.setMode(path, mode)
  }
  func sync() throws {
    // Nothing that a test breaks comes to more than the end of a process.
    try watch(.sync, FileName(bytes: []))
  }
  func freeBytes() throws -> Int {
    try watch(.freeBytes, FileName(bytes: []))
    return try disk.freeBytes()
  }
  func lock(_ path: FileName, waiting: Bool) throws -> (any FileLock)? {
    try watch(.lock, path)
    return try disk.lock(path, waiting: waiting)
  }
}

/// What a disk or a ledger answers when it fails.
enum Failure: String, Sendable, CaseIterable {
  case full = "ENOSPC"
  case broken = "EIO"
  case forbidden = "EACCES"
  case elsewhere = "EXDEV"
  case tooManyOpen = "EMFILE"
  case busy = "EBUSY"

  func error(_ path: FileName) -> PipelineError {
    let code: Code = self == .full ? .diskFull : .storageFault
    return PipelineError(code, subject: path.description, details: ["reason": rawValue])
  }
}
