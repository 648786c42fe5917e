internal import CArchive
package import Publication

/// Why an archive wasn't read.
package struct ArchiveFault: Error, Sendable, Equatable {
  /// What to tell the desk.
  package var diagnostic: Diagnostic

  static func damaged(_ reason: String) -> ArchiveFault {
    ArchiveFault(diagnostic: Diagnostic(.damaged, .reject, details: ["reason": reason]))
  }

  static func hostile(_ reason: String) -> ArchiveFault {
    ArchiveFault(diagnostic: Diagnostic(.hostileArchive, .reject, details: ["reason": reason]))
  }

  static func tooLarge(_ what: String, used: Int, max: Int) -> ArchiveFault {
    ArchiveFault(
      diagnostic: Diagnostic(.tooLarge, .hold, details: ["what": what, "used": String(used), "max": String(max)]))
  }

  static let encrypted = ArchiveFault(diagnostic: Diagnostic(.encrypted, .hold))
}

/// A ZIP file in memory whose every entry is known to be harmless before one is inflated.
///
/// The central directory is read here and checked against the local headers and the limits; libarchive inflates.
package struct Archive: Sendable {
  /// One file of the archive.
  package struct Entry: Sendable, Equatable {
    /// Its path, with `/` between components, as in the central directory.
    package var name: String
    /// Bytes when inflated.
    package var size: Int
    /// Where its packed bytes are in the file.
    package var packed: Range<Int>
    /// Whether the packed bytes are the bytes themselves.
    package var isStored: Bool
    /// Which entry it is, counted by its place in the file.
    var position: Int
  }

  /// Every file, in the order of their places; folders are left out.
  package let entries: [Entry]
  let bytes: [UInt8]
  private let limits: IngestLimits

  /// Reads the directory; throws when anything about it is unsafe.
  package init(_ bytes: [UInt8], limits: IngestLimits) throws(ArchiveFault) {
    self.bytes = bytes
    self.limits = limits
    entries = try ArchiveDirectory.entries(of: bytes, limits: limits)
  }

  /// The entry of exactly this name.
  package func entry(_ name: String) -> Entry? {
    entries.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The packed bytes of an entry: equal packed bytes and method inflate to equal bytes.
  package func packedBytes(of entry: Entry) -> ArraySlice<UInt8> { bytes[entry.packed] }

  /// The inflated bytes of every entry that is wanted, by name, in one pass.
  package func parts(where isWanted: (Entry) -> Bool) throws(ArchiveFault) -> [String: [UInt8]] {
    let wanted = entries.filter(isWanted)
    guard !wanted.isEmpty else { return [:] }
    for entry in wanted where entry.size > limits.partBytes {
      throw .tooLarge(entry.name, used: entry.size, max: limits.partBytes)
    }
    let read: [String: [UInt8]]? = bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let archive = zarlal_archive_open(base, buffer.count) else { return nil }
      defer { zarlal_archive_close(archive) }
      var parts: [String: [UInt8]] = [:]
      parts.reserveCapacity(wanted.count)
      var next = 0
      for entry in wanted {
        while next <= entry.position {
          guard zarlal_archive_next(archive) == 1 else { return nil }
          next += 1
        }
        guard let part = Archive.inflate(archive, entry.size) else { return nil }
        parts[entry.name] = part
      }
      return parts
    }
    guard let read else { throw .damaged("压缩包内容校验不符") }
    return read
  }

  private static func inflate(_ archive: OpaquePointer, _ size: Int) -> [UInt8]? {
    if size == 0 { return [] }
    var isWhole = false
    let part = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      isWhole = zarlal_archive_read(archive, base, size) == 1
      count = isWhole ? size : 0
    }
    return isWhole ? part : nil
  }
}
