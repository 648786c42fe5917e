/// What a file is, by `lstat`.
public enum FileKind: Sendable, Equatable {
  case regular, folder, symbolicLink, other
}

/// What the file system says of a file.
public struct FileStatus: Sendable, Equatable {
  /// What it is.
  public var kind: FileKind
  /// Bytes.
  public var size: Int
  /// Last change of content, nanoseconds since 1970.
  public var modified: Int
  /// Last change of content or inode, nanoseconds since 1970; nobody can set it.
  public var changed: Int
  /// Inode number.
  public var inode: UInt64
  /// Number of the file system.
  public var device: UInt64
  /// Who may do what, as `chmod` writes it.
  public var permissions: UInt32

  /// A status with all its parts.
  public init(
    kind: FileKind, size: Int, modified: Int, changed: Int, inode: UInt64, device: UInt64, permissions: UInt32 = 0o644
  ) {
    self.kind = kind
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
    self.device = device
    self.permissions = permissions
  }

  /// Whether two looks saw the same content of the same file; a rename in between doesn't count as a change.
  public func isSameContent(as other: FileStatus) -> Bool {
    (kind, size, modified, inode) == (other.kind, other.size, other.modified, other.inode)
  }
}

/// One entry of a folder.
public struct FileEntry: Sendable, Equatable {
  /// Its name in the folder.
  public var name: FileName
  /// Its status.
  public var status: FileStatus

  /// An entry with its status.
  public init(name: FileName, status: FileStatus) {
    self.name = name
    self.status = status
  }
}

/// The files of one work directory: every path is relative to it. Links are never followed in the last component.
///
/// Errors are `PipelineError`s: `RUN-001` where space is lacking, `RUN-002` for every other fault, with the path as subject.
public protocol FileStore: Sendable {
  /// Tells the entries of a folder one by one, in no order, so that a large folder need not be in memory; false where the folder doesn't exist.
  func eachEntry(of folder: FileName, _ body: (FileEntry) throws -> Void) throws -> Bool
  /// The status of a file, `nil` where there is none.
  func status(of path: FileName) throws -> FileStatus?
  /// The content of a regular file and its status after reading; `nil` where there is none. A file of more than `limit` bytes is
  /// read only up to `limit` + 1 bytes. Anything but a regular file is a fault.
  func read(_ path: FileName, limit: Int) throws -> (bytes: [UInt8], status: FileStatus)?
  /// Whether somebody on this machine has a regular file open for writing, as far as we may know: never true where we may not ask.
  func isBeingWritten(_ path: FileName) -> Bool
  /// Whether files may be made and renamed in a folder.
  func isWritable(_ folder: FileName) -> Bool
  /// Writes a new file, or replaces one.
  func write(_ bytes: [UInt8], to path: FileName, mode: UInt32) throws
  /// Makes a folder and those above it; one that exists stays as it is.
  func makeFolder(_ path: FileName, mode: UInt32) throws
  /// Renames a file or folder; a file in the place of `to` is a fault where `replacing` is false. Answers false where there is no `from`.
  @discardableResult func move(_ from: FileName, to: FileName, replacing: Bool) throws -> Bool
  /// Removes a file, or an empty folder. Answers false where there is none, or the folder isn't empty.
  @discardableResult func remove(_ path: FileName) throws -> Bool
  /// Sets the permissions of a file or folder.
  func setMode(_ path: FileName, _ mode: UInt32) throws
  /// Makes everything written and renamed so far durable.
  func sync() throws
  /// Bytes free for us.
  func freeBytes() throws -> Int
  /// Takes an exclusive lock on a file that is made if need be and never removed. Where another process has it: `nil`, or, `waiting`, the
  /// lock as soon as it is free.
  func lock(_ path: FileName, waiting: Bool) throws -> (any FileLock)?
}

extension FileStore {
  /// The entries of a folder, in byte order of their names; `nil` where the folder doesn't exist.
  public func entries(of folder: FileName) throws -> [FileEntry]? {
    var found: [FileEntry] = []
    guard try eachEntry(of: folder, { found.append($0) }) else { return nil }
    return found.sorted { $0.name < $1.name }
  }

  /// The lock, `nil` where another process has it.
  public func lock(_ path: FileName) throws -> (any FileLock)? { try lock(path, waiting: false) }
}

/// A lock that is held until `unlock()` or the end of the process.
public protocol FileLock: Sendable {
  /// Lets it go.
  func unlock()
}

/// What time it is.
public protocol WallClock: Sendable {
  /// Nanoseconds since 1970-01-01 00:00 UTC.
  func nanoseconds() -> Int
}
