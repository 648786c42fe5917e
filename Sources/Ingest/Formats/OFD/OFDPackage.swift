internal import Publication

/// The files of an OFD package, named by locations that are relative to the file that gives them, or absolute.
/// Source: GB/T 33190-2016, 7.2 and 7.3 (unverified; read from files as WPS, ofdrw and others write them).
struct OFDPackage {
  /// An XML file, and the folder that its locations are relative to.
  struct Part {
    var tree: XMLTree
    var folder: String
  }

  private var parts: ArchiveWindow
  private let limits: IngestLimits

  init(_ archive: Archive, limits: IngestLimits) {
    parts = ArchiveWindow(archive)
    self.limits = limits
  }

  /// Whether the package says that its files are encrypted.
  var isEncrypted: Bool {
    parts.archive.entries.contains {
      let name = $0.name.lowercased()
      return name == "encryptions.xml" || name.hasSuffix("/encryptions.xml") || name.hasSuffix("decyptseed.dat")
    }
  }

  /// The XML file at `location`; `nil`: there is none.
  mutating func part(_ location: String, from folder: String) throws(ReadingFault) -> Part? {
    let name = OFDPackage.resolved(location, in: folder)
    guard let bytes = try content(name) else { return nil }
    do throws(XMLFault) {
      let tree = try XMLTree.read(bytes, nesting: limits.nesting)
      return Part(tree: tree, folder: FileName(name).folder?.description ?? "")
    } catch {
      throw ReadingFault(diagnostic: error.diagnostic(part: name))
    }
  }

  /// The bytes of the file with this name.
  mutating func content(_ name: String) throws(ReadingFault) -> [UInt8]? { try parts.content(name) }

  /// A location as a name in the archive; one that leaves the package names nothing.
  static func resolved(_ location: String, in folder: String) -> String {
    DOCXPackage.resolved(location.trimmedWhitespace, in: folder)
  }
}

extension XMLTree {
  // Writers of OFD use namespaces of their own, and letters in another case: only the local name counts.

  /// The first child with this local name.
  func child(_ node: Int, _ local: XMLLocal) -> Int? {
    children(node).first { nodes[$0].local == local }
  }

  /// The value of the attribute with one of these local names.
  func attribute(_ node: Int, _ locals: XMLLocal...) -> String? {
    for index in nodes[node].range {
      let attribute = attributes[Int(index)]
      if locals.contains(attribute.local) {
        return String(decoding: bytes[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)], as: UTF8.self)
      }
    }
    return nil
  }
}
