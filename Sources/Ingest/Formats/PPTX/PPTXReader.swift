package import Publication

/// Reads the text of presentations for the gate: slides, notes, masters and comments. A presentation is published as an attachment, as it is.
/// Source: ECMA-376 Part 1, 19 (PresentationML), 21.1.2 (DrawingML text).
package struct PPTXReader: FormatReader {
  package static let format = DocumentFormat.pptx

  package init() {}

  package func read(_ source: ReadingSource) -> ReadingResult {
    OfficeAttachment.read(source, format: .pptx) { part, content throws(ReadingFault) in
      guard part.name.hasPrefix("ppt/slides/") else {
        content.unpublished += OfficeAttachment.loose(part)
        return
      }
      content.unpublished += OfficeAttachment.labels(part)
      content.blocks += PPTXReader.paragraphs(part.tree, part.tree.root).map {
        LaidOutBlock(.body, .paragraph([.text($0)], alignment: .natural))
      }
      guard content.blocks.count <= source.limits.paragraphs else {
        throw ReadingFault.tooManyParagraphs(max: source.limits.paragraphs)
      }
    }
  }

  /// The text of every `a:p`.
  private static func paragraphs(_ tree: XMLTree, _ node: Int) -> [String] {
    var out: [String] = []
    for child in tree.children(node) where tree.nodes[child].local != .characters {
      if tree.isElement(child, .drawing, .p) {
        let text = OfficeAttachment.text(tree, child)
        if !text.isEmpty { out.append(text) }
      } else {
        out += paragraphs(tree, child)
      }
    }
    return out
  }
}
