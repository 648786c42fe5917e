internal import Publication

/// OOXML packages that are only attachments: what XLSX and PPTX have in common.
enum OfficeAttachment {
  struct Part {
    var name: String
    var tree: XMLTree
  }

  /// Gives the XML parts to `read` one after another, shared strings first, the others by name; as an article the file is held.
  static func read(
    _ source: ReadingSource, format: DocumentFormat,
    _ read: (Part, inout ReadableContent) throws(ReadingFault) -> Void
  ) -> ReadingResult {
    do throws(ReadingFault) {
      let archive = try open(source)
      var window = ArchiveWindow(archive)
      var content = ReadableContent()
      let names = archive.entries.map(\.name).filter { isRead($0.lowercased()) }.sorted()
      for name in names.filter(isShared) + names.filter({ !isShared($0) }) {
        guard let bytes = try window.content(name) else { continue }
        let part = try part(name, bytes, source.limits)
        if name.lowercased().hasSuffix(".rels") {
          content.unpublished += targets(part)
        } else {
          try read(part, &content)
        }
        guard content.unpublished.count <= source.limits.paragraphs * 2 else {
          throw ReadingFault.tooManyParagraphs(max: source.limits.paragraphs)
        }
      }
      var result = ReadingResult(content: content)
      result.diagnostics = diagnostics(archive, format)
      if !source.isAttachment {
        result.diagnostics.append(Diagnostic(.attachmentOnly, .hold, details: ["format": format.label]))
      }
      return result
    } catch {
      return ReadingResult(content: nil, diagnostics: [error.diagnostic])
    }
  }

  private static func isShared(_ name: String) -> Bool { name.lowercased().hasSuffix("sharedstrings.xml") }

  private static func diagnostics(_ archive: Archive, _ format: DocumentFormat) -> [Diagnostic] {
    let names = archive.entries.map { $0.name.lowercased() }
    var out: [Diagnostic] = []
    if names.contains(where: { $0.hasSuffix("vbaproject.bin") }) { out.append(Diagnostic(.macros, .hold)) }
    if names.contains(where: { $0.contains("/embeddings/") || $0.contains("/activex/") }) {
      let details = ["what": "附件里的嵌入对象"]
      out.append(Diagnostic(.contentNotShowable, .hold, place: format.label, details: details))
    }
    return out
  }

  private static func open(_ source: ReadingSource) throws(ReadingFault) -> Archive {
    do throws(ArchiveFault) {
      return try Archive(source.bytes, limits: source.limits)
    } catch {
      throw ReadingFault(diagnostic: error.diagnostic)
    }
  }

  private static func part(_ name: String, _ bytes: [UInt8], _ limits: IngestLimits) throws(ReadingFault) -> Part {
    do throws(XMLFault) {
      return Part(name: name, tree: try XMLTree.read(bytes, nesting: limits.nesting))
    } catch {
      throw ReadingFault(diagnostic: error.diagnostic(part: name))
    }
  }

  /// XML parts and where they lead, without looks and settings.
  private static func isRead(_ name: String) -> Bool {
    if name.hasSuffix(".rels") { return true }
    guard name.hasSuffix(".xml"), name != "[content_types].xml" else { return false }
    return !["/theme/", "/styles.xml", "/printersettings/", "/calcchain.xml", "/tablestyles.xml", "/viewprops.xml"]
      .contains {
        name.contains($0)
      }
  }

  /// Every `t` below `node` without readings beside the words, as one text; forced line ends are kept.
  static func text(_ tree: XMLTree, _ node: Int) -> String {
    var out = ""
    for child in tree.children(node) {
      switch tree.nodes[child].local {
      case .phonetic: continue
      case .t: out += tree.text(child)
      case .br: out += "\n"
      default: out += text(tree, child)
      }
    }
    return out
  }

  /// What stands outside of cells and slides: names of sheets, headers, comments, notes, drawings, properties.
  static func loose(_ part: Part) -> [UnpublishedText] {
    let kind: UnpublishedText.Kind =
      part.name.contains("comment") || part.name.contains("notes")
      ? .comment
      : part.name.hasPrefix("docProps/") ? .property : .hidden
    var out: [UnpublishedText] = []
    append(part.tree, part.tree.root, kind, to: &out)
    return out
  }

  /// Names, titles and descriptions of everything in a part: what a picture shows, what a button says.
  static func labels(_ part: Part) -> [UnpublishedText] {
    var out: [UnpublishedText] = []
    for node in part.tree.nodes.indices where part.tree.nodes[node].local != .characters {
      appendLabels(part.tree, node, to: &out)
    }
    return out
  }

  private static func appendLabels(_ tree: XMLTree, _ node: Int, to out: inout [UnpublishedText]) {
    for name in [XMLLocal.name, .title, .descr, .tooltip] {
      guard let label = tree.attribute(node, name)?.trimmedWhitespace,
        label.utf8.contains(where: { $0 > 0x7F }) || label.utf8.count(where: { $0 &- 0x30 < 10 }) > 6
      else { continue }
      out.append(UnpublishedText(.alternative, label))
    }
  }

  /// Where links lead: telephone numbers and mailboxes stand there too.
  static func targets(_ part: Part) -> [UnpublishedText] {
    part.tree.nodes.indices.compactMap { node in
      guard part.tree.attribute(node, .none, .TargetMode) == "External" else { return nil }
      return part.tree.attribute(node, .none, .Target).map { UnpublishedText(.hidden, $0) }
    }
  }

  private static func append(
    _ tree: XMLTree, _ node: Int, _ kind: UnpublishedText.Kind, to out: inout [UnpublishedText]
  ) {
    guard tree.nodes[node].local != .sheetData else { return }
    // A paragraph of a drawing is one text, whatever its runs.
    if tree.isElement(node, .drawing, .p) {
      let whole = text(tree, node).trimmedWhitespace
      if !whole.isEmpty { out.append(UnpublishedText(kind, whole)) }
      return
    }
    if let kind = HeaderFooterCodes.kind(of: tree.nodes[node].local) {
      let written = EscapedCharacters.read(tree.text(node))
      out += HeaderFooterCodes.lines(written).map { UnpublishedText(kind, $0) }
      return
    }
    appendLabels(tree, node, to: &out)
    var own = ""
    for child in tree.children(node) {
      if tree.nodes[child].local == .characters {
        own += String(decoding: tree.characters(child), as: UTF8.self)
      } else {
        append(tree, child, kind, to: &out)
      }
    }
    own = own.trimmedWhitespace
    if !own.isEmpty { out.append(UnpublishedText(kind, own)) }
  }
}
