internal import Publication

/// The files of an OpenDocument package.
/// Source: ODF 1.3 Part 2 (Packages), 3 and 4.
struct ODTPackage {
  private let archive: Archive
  private let limits: IngestLimits
  private let parts: [String: [UInt8]]

  /// Inflates the parts that every document has; objects and pictures are inflated when they are met.
  init(_ archive: Archive, limits: IngestLimits) throws(ArchiveFault) {
    self.archive = archive
    self.limits = limits
    parts = try archive.parts {
      ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"].contains($0.name)
    }
  }

  /// An XML part; `nil`: there is none of this name.
  func tree(_ name: String) throws(ReadingFault) -> XMLTree? {
    guard let bytes = try content(name) else { return nil }
    do throws(XMLFault) {
      return try XMLTree.read(bytes, nesting: limits.nesting, keepsBlanks: true)
    } catch {
      throw ReadingFault(diagnostic: error.diagnostic(part: name))
    }
  }

  /// The bytes of a part; `nil`: there is none of this name.
  func content(_ name: String) throws(ReadingFault) -> [UInt8]? {
    if let known = parts[name] { return known }
    guard archive.entry(name) != nil else { return nil }
    do throws(ArchiveFault) {
      return try archive.parts { $0.name.utf8.elementsEqual(name.utf8) }[name]
    } catch {
      throw ReadingFault(diagnostic: error.diagnostic)
    }
  }

  /// Whether the manifest says of any part that it is encrypted.
  func isEncrypted() throws(ReadingFault) -> Bool {
    if archive.entry("encrypted-package") != nil { return true }
    guard let manifest = try tree("META-INF/manifest.xml") else { return false }
    return manifest.nodes.contains { $0.space == .odfManifest && $0.local == .encryptionData }
  }

  /// Macros, by the place of their parts.
  var hasMacros: Bool {
    archive.entries.contains {
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
