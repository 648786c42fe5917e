internal import Publication

/// OOXML packages that are only attachments: what XLSX and PPTX have in common.
enum OfficeAttachment {
  struct Part {
    var name: String
    var tree: XMLTree
  }

  /// The text that `read` makes of the XML parts, in the order of their names; as an article the file is held.
  static func read(
    _ source: ReadingSource, format: DocumentFormat, _ read: ([Part]) throws(ReadingFault) -> ReadableContent
  ) -> ReadingResult {
    do throws(ReadingFault) {
      let (parts, archive) = try open(source)
      var result = ReadingResult(content: try read(parts))
      let names = archive.entries.map { $0.name.lowercased() }
      if names.contains(where: { $0.hasSuffix("vbaproject.bin") }) {
        result.diagnostics.append(Diagnostic(.macros, .hold))
      }
      if names.contains(where: { $0.contains("/embeddings/") || $0.contains("/activex/") }) {
        let details = ["what": "附件里的嵌入对象"]
        result.diagnostics.append(Diagnostic(.contentNotShowable, .hold, place: format.label, details: details))
      }
      if !source.isAttachment {
        result.diagnostics.append(Diagnostic(.attachmentOnly, .hold, details: ["format": format.label]))
      }
      return result
    } catch {
      return ReadingResult(content: nil, diagnostics: [error.diagnostic])
    }
  }

  private static func open(_ source: ReadingSource) throws(ReadingFault) -> (parts: [Part], archive: Archive) {
    let archive: Archive
    let bytes: [String: [UInt8]]
    do throws(ArchiveFault) {
      archive = try Archive(source.bytes, limits: source.limits)
      bytes = try archive.parts { isRead($0.name.lowercased()) }
    } catch {
      throw ReadingFault(diagnostic: error.diagnostic)
    }
    var parts: [Part] = []
    for (name, data) in bytes.sorted(by: { $0.key < $1.key }) {
      do throws(XMLFault) {
        parts.append(Part(name: name, tree: try XMLTree.read(data, nesting: source.limits.nesting)))
      } catch {
        throw ReadingFault(diagnostic: error.diagnostic(part: name))
      }
    }
    return (parts, archive)
  }

  /// XML parts, without looks and settings.
  private static func isRead(_ name: String) -> Bool {
    guard name.hasSuffix(".xml"), name != "[content_types].xml" else { return false }
    return !["/theme/", "/styles.xml", "/printersettings/", "/calcchain.xml", "/tablestyles.xml", "/viewprops.xml"]
      .contains {
        name.contains($0)
      }
  }

  /// Every `t` below `node` without readings beside the words, as one text.
  static func text(_ tree: XMLTree, _ node: Int) -> String {
    var out = ""
    for child in tree.children(node) where tree.nodes[child].local != .phonetic {
      out += tree.nodes[child].local == .t ? tree.text(child) : text(tree, child)
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
    for name in [XMLLocal.name, .title, .descr] {
      if let label = tree.attribute(node, name)?.trimmedWhitespace, label.utf8.contains(where: { $0 > 0x7F }) {
        out.append(UnpublishedText(.alternative, label))
      }
    }
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
