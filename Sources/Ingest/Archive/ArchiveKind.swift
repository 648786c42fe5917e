package import Publication

/// What kind of document a ZIP file is, by its parts and never by its extension.
/// Source: ECMA-376 Part 2, 7.2; ODF 1.3 Part 2, 3.3; GB/T 33190-2016 (OFD), 7.1 (unverified).
package enum ArchiveKind {
  /// The format, `.archive` where it is no document that we know.
  package static func format(of archive: Archive) -> DocumentFormat {
    if let type = archive.entry("mimetype"), type.size < 256, let text = text(of: type, in: archive) {
      if text.hasPrefix("application/vnd.oasis.opendocument.text") { return .odt }
      if text.hasPrefix("application/vnd.oasis.opendocument.") || text.hasPrefix("application/vnd.sun.xml.") {
        return .otherOffice
      }
    }
    if archive.entries.contains(where: { $0.name.lowercased() == "[content_types].xml" }) {
      for entry in archive.entries {
        if entry.name.hasPrefix("word/") { return .docx }
        if entry.name.hasPrefix("xl/") { return .xlsx }
        if entry.name.hasPrefix("ppt/") { return .pptx }
      }
    }
    if archive.entry("OFD.xml") != nil { return .ofd }
    return .archive
  }

  /// What the entry says; programs that know nothing of the format pack it like any other.
  private static func text(of entry: Archive.Entry, in archive: Archive) -> String? {
    if entry.isStored { return String(decoding: archive.packedBytes(of: entry), as: UTF8.self) }
    var window = ArchiveWindow(archive)
    return (try? window.content(entry.name)).flatMap { $0 }.map { String(decoding: $0, as: UTF8.self) }
  }
}
