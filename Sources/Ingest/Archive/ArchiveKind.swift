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

  /// Whether an archive that is no whole document has parts of one of these formats: a torn package, not some other archive under its name.
  package static func hasParts(of format: DocumentFormat, in archive: Archive) -> Bool {
    let marks =
      switch format {
      case .docx: ["[content_types].xml", "word/"]
      case .xlsx: ["[content_types].xml", "xl/"]
      case .pptx: ["[content_types].xml", "ppt/"]
      case .odt: ["mimetype", "content.xml", "meta-inf/manifest.xml"]
      case .ofd: ["ofd.xml", "doc_0/"]
      default: [String]()
      }
    return archive.entries.contains { entry in
      let name = entry.name.lowercased()
      return marks.contains { $0.hasSuffix("/") ? name.hasPrefix($0) : name == $0 }
    }
  }

  /// What the entry says; programs that know nothing of the format pack it like any other.
  private static func text(of entry: Archive.Entry, in archive: Archive) -> String? {
    if entry.isStored { return String(decoding: archive.packedBytes(of: entry), as: UTF8.self) }
    var window = ArchiveWindow(archive)
    return (try? window.content(entry.name)).flatMap { $0 }.map { String(decoding: $0, as: UTF8.self) }
  }
}
