internal import Publication

/// The parts of an OOXML package and how they refer to each other.
/// Source: ECMA-376 Part 2 (Open Packaging Conventions), 6 and 7.
struct DOCXPackage {
  /// What one part says of another.
  struct Relationship: Sendable, Equatable {
    /// The last component of its type: `image`, `header`, `footnotes`.
    var kind: String
    /// The name of the part, or the address of an external target.
    var target: String
    var isExternal: Bool
  }

  /// One XML part with its relationships by id.
  struct Part {
    var name: String
    var tree: XMLTree
    var relationships: [String: Relationship]
    /// The same, in the order of the file.
    var ordered: [Relationship]
  }

  let archive: Archive
  private let limits: IngestLimits
  private var bytes: [String: [UInt8]]
  /// Names of the parts that were read as what they are.
  private var read: Set<String> = []
  /// Names in the case of the archive, by their lower-cased form.
  private let names: [String: String]

  /// Opens the package and inflates every part that a document can show, but for those that `isKnown` already.
  init(_ archive: Archive, limits: IngestLimits, isKnown: (Archive.Entry) -> Bool) throws(ArchiveFault) {
    self.archive = archive
    self.limits = limits
    var names: [String: String] = [:]
    names.reserveCapacity(archive.entries.count)
    for entry in archive.entries { names[entry.name.lowercased()] = entry.name }
    self.names = names
    bytes = try archive.parts { DOCXPackage.isShown($0.name) && !isKnown($0) }
  }

  /// Macros, by the name of their part.
  var hasMacros: Bool { archive.entries.contains { $0.name.lowercased().hasSuffix("vbaproject.bin") } }

  /// The name of the main part; `nil`: the package has none.
  func mainPart() throws(XMLFault) -> String? {
    let root = try relationships(of: "")
    let target = root.ordered.first { $0.kind == "officeDocument" && !$0.isExternal }?.target
    return target.flatMap { names[$0.lowercased()] }
  }

  /// The entry of the part with this name, whatever its case.
  func entry(_ name: String) -> Archive.Entry? { names[name.lowercased()].flatMap { archive.entry($0) } }

  /// Reads an XML part; `nil`: there is none of this name.
  mutating func part(_ name: String) throws(ReadingFault) -> Part? {
    guard let entry = entry(name) else { return nil }
    read.insert(entry.name)
    do throws(XMLFault) {
      guard let data = try content(entry) else { return nil }
      let tree = try XMLTree.read(data, nesting: limits.nesting)
      let links = try relationships(of: entry.name)
      return Part(name: entry.name, tree: tree, relationships: links.byID, ordered: links.ordered)
    } catch {
      throw ReadingFault(diagnostic: error.diagnostic(part: entry.name))
    }
  }

  /// Parts with words that `part(_:)` was never asked for, in the order of the file.
  var unreadParts: [String] {
    archive.entries.map(\.name).filter { !read.contains($0) && DOCXPackage.mayHoldWords($0.lowercased()) }
  }

  private static func mayHoldWords(_ name: String) -> Bool {
    switch name {
    case "word/numbering.xml", "word/websettings.xml", "word/fonttable.xml", "word/styles.xml",
      "word/styleswitheffects.xml", "[content_types].xml", "word/commentsextended.xml", "word/people.xml":
      return false
    default: break
    }
    for folder in ["word/theme/", "word/media/", "word/fonts/", "docprops/"] where name.hasPrefix(folder) {
      return false
    }
    return !name.hasSuffix(".rels") && !name.hasSuffix("vbaproject.bin") && !name.hasSuffix(".odttf")
  }

  /// The bytes of any part; parts that the first pass left out are inflated now.
  mutating func content(_ entry: Archive.Entry) throws(XMLFault) -> [UInt8]? {
    if let known = bytes[entry.name] { return known }
    let name = entry.name
    guard let more = try? archive.parts(where: { $0.name.utf8.elementsEqual(name.utf8) }) else { throw .damaged }
    bytes[name] = more[name]
    return more[name]
  }

  private func relationships(of part: String) throws(XMLFault) -> (
    byID: [String: Relationship], ordered: [Relationship]
  ) {
    let slash = part.utf8.lastIndex(of: 0x2F)
    let folder = slash.map { String(part[..<$0]) } ?? ""
    let base = slash.map { String(part[part.utf8.index(after: $0)...]) } ?? part
    let path = (folder.isEmpty ? "" : folder + "/") + "_rels/" + base + ".rels"
    guard let name = names[path.lowercased()], let data = bytes[name] else { return ([:], []) }
    let tree = try XMLTree.read(data, nesting: limits.nesting)
    var byID: [String: Relationship] = [:]
    var ordered: [Relationship] = []
    for node in tree.children(tree.root) where tree.isElement(node, .packageRelationships, .Relationship) {
      guard let id = tree.attribute(node, .none, .Id), let type = tree.attribute(node, .none, .relationshipType),
        let target = tree.attribute(node, .none, .Target)
      else { continue }
      let isExternal = tree.attribute(node, .none, .TargetMode) == "External"
      let kind = type.utf8.lastIndex(of: 0x2F).map { String(type[type.utf8.index(after: $0)...]) } ?? type
      let relationship = Relationship(
        kind: kind, target: isExternal ? target : DOCXPackage.resolved(target, in: folder), isExternal: isExternal)
      byID[id] = relationship
      ordered.append(relationship)
    }
    return (byID, ordered)
  }

  /// A target as a part name, relative to the folder of its source; a path that leaves the package names no part.
  static func resolved(_ target: String, in folder: String) -> String {
    var components = target.utf8.first == 0x2F ? [] : folder.utf8.split(separator: 0x2F).map { String(Substring($0)) }
    for component in target.utf8.split(separator: 0x2F) {
      let name = String(Substring(component))
      if name == "." { continue }
      if name == ".." {
        if components.popLast() == nil { return "" }
      } else {
        components.append(name)
      }
    }
    return components.joined(separator: "/")
  }

  /// Parts that may be needed: XML and pictures, without themes, settings and previews.
  private static func isShown(_ name: String) -> Bool {
    let name = name.lowercased()
    for folder in ["word/theme/", "word/embeddings/", "docprops/thumbnail"]
    where name.hasPrefix(folder) {
      return false
    }
    switch name {
    // Lists are inflated when one is met.
    case "word/numbering.xml", "word/settings.xml", "word/websettings.xml", "word/fonttable.xml",
      "word/styleswitheffects.xml", "[content_types].xml",
      "word/commentsextended.xml", "word/people.xml":
      return false
    default:
      return name.hasSuffix(".xml") || name.hasSuffix(".rels") || name.hasPrefix("word/media/")
    }
  }
}
