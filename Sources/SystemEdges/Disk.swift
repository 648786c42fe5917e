internal import CLinux
internal import Glibc
public import Publication

/// The real file system under one work directory.
public struct Disk: FileStore {
  /// The work directory: absolute, or relative to the current directory.
  public let root: String

  private let rootPath: [CChar]

  /// The files under `root`.
  public init(root: String) {
    self.root = root
    rootPath = root.utf8.map { CChar(bitPattern: $0) }
  }

  /// Tells the entries of a folder one by one.
  public func eachEntry(of folder: FileName, _ body: (FileEntry) throws -> Void) throws -> Bool {
    let path = absolute(folder)
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw fault(folder)
    }
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      throw fault(folder)
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw fault(folder) }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { FileName(bytes: $0.prefix { $0 != 0 }) }
      if name.bytes == [0x2E] || name.bytes == [0x2E, 0x2E] { continue }
      var raw = stat()
      let done = fstatat(descriptor, terminated(name), &raw, AT_SYMLINK_NOFOLLOW)
      guard done == 0 else {
        if errno == ENOENT { continue }
        throw fault(folder.appending(name))
      }
      try body(FileEntry(name: name, status: status(raw)))
    }
    return true
  }

  /// The status of a file.
  public func status(of path: FileName) throws -> FileStatus? {
    var raw = stat()
    guard lstat(absolute(path), &raw) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw fault(path)
    }
    return status(raw)
  }

  /// The content of a regular file.
  public func read(_ path: FileName, limit: Int) throws -> (bytes: [UInt8], status: FileStatus)? {
    let descriptor = open(absolute(path), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw fault(path)
    }
    defer { close(descriptor) }
    var raw = stat()
    guard fstat(descriptor, &raw) == 0 else { throw fault(path) }
    guard status(raw).kind == .regular else {
      throw PipelineError(.storageFault, subject: path.description, details: ["reason": "not a regular file"])
    }
    let wanted = min(max(Int(raw.st_size), 0), limit) + 1
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let room = bytes.isEmpty ? wanted : min(1 << 16, limit + 1 - bytes.count)
      let chunk = try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while true {
          let got = Glibc.read(descriptor, buffer.baseAddress, room)
          if got < 0, errno == EINTR { continue }
          guard got >= 0 else { throw fault(path) }
          count = got
          return
        }
      }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard fstat(descriptor, &raw) == 0 else { throw fault(path) }
      // As long as the file says it is, or at its end: no further read is needed to know that nothing follows.
      if chunk.isEmpty || bytes.count == Int(raw.st_size) { break }
    }
    return (bytes, status(raw))
  }

  /// Asks for a read lease, which the kernel refuses while the file is open for writing, and gives it back at once. Leases are for owners
  /// (and the superuser) on local file systems: elsewhere nobody can know.
  public func isBeingWritten(_ path: FileName) -> Bool {
    let descriptor = open(absolute(path), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return zarlal_is_open_for_writing(descriptor) == 1
  }

  /// Asks the kernel, which knows of read-only file systems too.
  public func isWritable(_ folder: FileName) -> Bool { access(absolute(folder), W_OK | X_OK) == 0 }

  /// Writes a file.
  public func write(_ bytes: [UInt8], to path: FileName, mode: UInt32) throws {
    let descriptor = open(absolute(path), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw fault(path) }
    var isOpen = true
    defer { if isOpen { close(descriptor) } }
    try bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw fault(path) }
        sent += count
      }
    }
    isOpen = false
    guard close(descriptor) == 0 else { throw fault(path) }
  }

  /// Makes a folder and those above it.
  public func makeFolder(_ path: FileName, mode: UInt32) throws {
    if mkdir(absolute(path), mode) == 0 { return }
    switch errno {
    case EEXIST: return
    case ENOENT:
      guard let parent = path.folder else { throw fault(path) }
      try makeFolder(parent, mode: mode)
      guard mkdir(absolute(path), mode) == 0 || errno == EEXIST else {
        throw fault(path)
      }
    default: throw fault(path)
    }
  }

  /// Renames a file or folder.
  public func move(_ from: FileName, to: FileName, replacing: Bool) throws -> Bool {
    let old = absolute(from)
    let new = absolute(to)
    let done = replacing ? rename(old, new) : zarlal_rename_new(old, new)
    if done == 0 { return true }
    let failure = fault(from)
    if try status(of: from) == nil { return false }
    throw failure
  }

  /// Removes a file or an empty folder.
  public func remove(_ path: FileName) throws -> Bool {
    if Glibc.remove(absolute(path)) == 0 { return true }
    if [ENOENT, ENOTDIR, ENOTEMPTY, EEXIST].contains(errno) { return false }
    throw fault(path)
  }

  /// Sets permissions.
  public func setMode(_ path: FileName, _ mode: UInt32) throws {
    guard chmod(absolute(path), mode) == 0 else { throw fault(path) }
  }

  /// One `syncfs` for the whole file system: a fraction of the cost of an `fsync` for each file.
  public func sync() throws {
    let descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(FileName(root)) }
    defer { close(descriptor) }
    guard zarlal_sync_file_system(descriptor) == 0 else { throw fault(FileName(root)) }
  }

  /// Bytes free for an ordinary user.
  public func freeBytes() throws -> Int {
    var raw = statvfs()
    guard statvfs(root, &raw) == 0 else { throw fault(FileName(root)) }
    return Int(clamping: UInt64(raw.f_bavail).multipliedReportingOverflow(by: UInt64(raw.f_frsize)).partialValue)
  }

  /// Takes an exclusive `flock`.
  public func lock(_ path: FileName, waiting: Bool) throws -> (any FileLock)? {
    let descriptor = open(absolute(path), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault(path) }
    while flock(descriptor, waiting ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      if reason == EINTR { continue }
      close(descriptor)
      if reason == EWOULDBLOCK { return nil }
      errno = reason
      throw fault(path)
    }
    return DescriptorLock(descriptor: descriptor)
  }

  private func absolute(_ path: FileName) -> [CChar] {
    var out: [CChar] = []
    out.reserveCapacity(rootPath.count + path.bytes.count + 2)
    out += rootPath
    if !path.bytes.isEmpty {
      out.append(0x2F)
      append(path, to: &out)
    }
    out.append(0)
    return out
  }

  private func terminated(_ name: FileName) -> [CChar] {
    var out: [CChar] = []
    out.reserveCapacity(name.bytes.count + 1)
    append(name, to: &out)
    out.append(0)
    return out
  }

  private func append(_ name: FileName, to path: inout [CChar]) {
    name.bytes.withUnsafeBytes { path += $0.bindMemory(to: CChar.self) }
  }

  private func status(_ raw: stat) -> FileStatus {
    let kind: FileKind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    return FileStatus(
      kind: kind, size: Int(raw.st_size), modified: nanoseconds(raw.st_mtim), changed: nanoseconds(raw.st_ctim),
      inode: UInt64(raw.st_ino), device: UInt64(raw.st_dev), permissions: UInt32(raw.st_mode & 0o777))
  }

  private func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec) }

  private func fault(_ path: FileName) -> PipelineError {
    let reason = errno
    let code: Code = reason == ENOSPC || reason == EDQUOT ? .diskFull : .storageFault
    return PipelineError(
      code, subject: path.description, details: ["reason": String(cString: strerror(reason)), "errno": String(reason)])
  }
}

private struct DescriptorLock: FileLock {
  let descriptor: Int32
  func unlock() {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}

/// The machine's clock.
public struct SystemClock: WallClock {
  /// The machine's clock.
  public init() {}

  /// Nanoseconds since 1970 by `CLOCK_REALTIME`.
  public func nanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}
