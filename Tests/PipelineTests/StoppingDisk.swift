import Publication
import Synchronization

/// A disk on which every change fails after a number of them, as if the power were gone: what was done stays done.
struct StoppingDisk: FileStore {
  private let disk: any FileStore
  private let left: Counter

  private final class Counter: Sendable {
    let value: Mutex<Int>
    init(_ value: Int) { self.value = Mutex(value) }
    func use() throws {
      try value.withLock { left in
        guard left > 0 else { throw PipelineError(.storageFault, subject: "power", details: ["reason": "gone"]) }
        left -= 1
      }
    }
  }

  init(_ disk: any FileStore, after count: Int) {
    self.disk = disk
    left = Counter(count)
  }

  func entries(of folder: FileName) throws -> [FileEntry]? { try disk.entries(of: folder) }
  func status(of path: FileName) throws -> FileStatus? { try disk.status(of: path) }
  func read(_ path: FileName, limit: Int) throws -> (bytes: [UInt8], status: FileStatus)? {
    try disk.read(path, limit: limit)
  }
  func write(_ bytes: [UInt8], to path: FileName, mode: UInt32) throws {
    do {
      try left.use()
    } catch {
      // A write that is cut short leaves half a file.
      try? disk.write(Array(bytes.prefix(bytes.count / 2)), to: path, mode: mode)
      throw error
    }
    try disk.write(bytes, to: path, mode: mode)
  }
  func makeFolder(_ path: FileName, mode: UInt32) throws {
    if try disk.status(of: path) == nil { try left.use() }
    try disk.makeFolder(path, mode: mode)
  }
  func move(_ from: FileName, to: FileName, replacing: Bool) throws -> Bool {
    try left.use()
    return try disk.move(from, to: to, replacing: replacing)
  }
  func remove(_ path: FileName) throws -> Bool {
    if try disk.status(of: path) != nil { try left.use() }
    return try disk.remove(path)
  }
  func setMode(_ path: FileName, _ mode: UInt32) throws {
    try left.use()
    try disk.setMode(path, mode)
  }
  func sync() throws { try left.use() }
  func freeBytes() throws -> Int { try disk.freeBytes() }
  func lock(_ path: FileName) throws -> (any FileLock)? { try disk.lock(path) }
}
