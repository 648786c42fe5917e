import Glibc

/// Puts things into a folder, whatever their names: by bytes, and kinds that no ordinary program makes.
struct Drop {
  let root: String

  struct Fault: Error { var text: String }

  func file(_ name: [UInt8], _ bytes: [UInt8]) throws {
    try makeFolders(of: name)
    let descriptor = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw fault(name) }
    defer { close(descriptor) }
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent) }
      guard count > 0 else { throw fault(name) }
      sent += count
    }
  }

  func file(_ name: String, _ bytes: [UInt8]) throws { try file(Array(name.utf8), bytes) }
  func file(_ name: String, _ text: String) throws { try file(Array(name.utf8), Array(text.utf8)) }

  /// A file that is large and takes no room.
  func hole(_ name: String, _ size: Int, head: String = "") throws {
    try file(name, head)
    guard truncate(path(Array(name.utf8)), size) == 0 else { throw fault(Array(name.utf8)) }
  }

  func folder(_ name: String) throws { try makeFolders(of: Array((name + "/x").utf8)) }

  func link(_ name: String, to target: String) throws {
    try makeFolders(of: Array(name.utf8))
    guard symlink(target, path(Array(name.utf8))) == 0 else { throw fault(Array(name.utf8)) }
  }

  func pipe(_ name: String) throws {
    try makeFolders(of: Array(name.utf8))
    guard mkfifo(path(Array(name.utf8)), 0o600) == 0 else { throw fault(Array(name.utf8)) }
  }

  /// False where only the superuser may.
  func device(_ name: String) -> Bool { mknod(path(Array(name.utf8)), S_IFCHR | 0o600, makedev(1, 3)) == 0 }

  /// By `mknod`, as the path of a bound socket is limited to 108 bytes.
  func socket(_ name: String) throws {
    guard mknod(path(Array(name.utf8)), S_IFSOCK | 0o600, 0) == 0 else { throw fault(Array(name.utf8)) }
  }

  private func makedev(_ major: UInt, _ minor: UInt) -> dev_t { dev_t(major << 8 | minor) }

  private func makeFolders(of name: [UInt8]) throws {
    for slash in name.indices where name[slash] == 0x2F {
      let folder = Array(name[..<slash])
      guard mkdir(path(folder), 0o755) == 0 || errno == EEXIST else { throw fault(folder) }
    }
  }

  private func path(_ name: [UInt8]) -> [CChar] {
    (Array(root.utf8) + [0x2F] + name + [0]).map { CChar(bitPattern: $0) }
  }

  private func fault(_ name: [UInt8]) -> Fault {
    Fault(text: "\(String(decoding: name, as: UTF8.self)): \(String(cString: strerror(errno)))")
  }
}
