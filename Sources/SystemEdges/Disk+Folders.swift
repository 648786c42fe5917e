internal import Glibc
internal import Publication

extension Disk {
  /// Removes a folder with everything in it; links are removed, not followed.
  func removeAll(_ path: FileName, depth: Int = 0) throws {
    guard depth < 64 else { return }
    if let status = try status(of: path), status.kind == .folder {
      for entry in try entries(of: path) ?? [] { try removeAll(path.appending(entry.name), depth: depth + 1) }
    }
    _ = try remove(path)
  }

  /// The absolute path of a folder that exists, in UTF-8; `nil`: it has none.
  func absolutePath(of folder: FileName) -> String? {
    guard let name = String(validating: folder.bytes, as: UTF8.self) else { return nil }
    return Programs.realPath(root.isEmpty ? "/" + name : root + "/" + name)
  }
}
