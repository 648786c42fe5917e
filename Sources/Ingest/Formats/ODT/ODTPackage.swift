internal import Publication

/// The files of an OpenDocument package.
/// Source: ODF 1.3 Part 2 (Packages), 3 and 4.
struct ODTPackage {
  private var parts: ArchiveWindow
  private let limits: IngestLimits

  init(_ archive: Archive, limits: IngestLimits) {
    parts = ArchiveWindow(archive)
    self.limits = limits
  }

  /// An XML part; `nil`: there is none of this name.
  mutating func tree(_ name: String) throws(ReadingFault) -> XMLTree? {
    guard let bytes = try parts.content(name) else { return nil }
    do throws(XMLFault) {
      return try XMLTree.read(bytes, nesting: limits.nesting, keepsBlanks: true)
    } catch {
      throw ReadingFault(diagnostic: error.diagnostic(part: name))
    }
  }

  /// The bytes of a part; `nil`: there is none of this name.
  mutating func content(_ name: String) throws(ReadingFault) -> [UInt8]? { try parts.content(name) }

  /// Whether the manifest says of any part that it is encrypted.
  mutating func isEncrypted() throws(ReadingFault) -> Bool {
    if parts.archive.entry("encrypted-package") != nil { return true }
    guard let manifest = try tree("META-INF/manifest.xml") else { return false }
    return manifest.nodes.contains { $0.space == .odfManifest && $0.local == .encryptionData }
  }

  /// Macros, by the place of their parts.
  var hasMacros: Bool {
    parts.archive.entries.contains {
      $0.name.hasPrefix("Scripts/") || ($0.name.hasPrefix("Basic/") && $0.name.hasSuffix(".xml"))
    }
  }

  /// The name of a part as `xlink:href` gives it; `nil`: it is outside of the package.
  static func partName(_ href: String) -> String? {
    let path = href.hasPrefix("./") ? String(href.dropFirst(2)) : href
    let isInside = !path.isEmpty && !path.hasPrefix("/") && !path.utf8.contains(0x3A) && !path.hasPrefix("..")
    return isInside ? path : nil
  }
}
