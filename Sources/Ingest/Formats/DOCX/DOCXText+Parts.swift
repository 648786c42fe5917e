internal import Publication

extension DOCXText {
  /// The mark of a note, numbered in the order in which marks are read, footnotes and endnotes together.
  mutating func showNote(_ node: Int, isEndnote: Bool) {
    guard isPublished, visibility == .shown, !isInInstruction, let id = tree.attribute(node, .word, .id) else { return }
    let key = (isEndnote ? "e" : "f") + id
    if seenNotes.insert(key).inserted { notes.append((isEndnote, id)) }
    let number = notes.firstIndex { $0.isEndnote == isEndnote && $0.id == id }.map { $0 + 1 } ?? notes.count
    paragraph.append(.footnoteMark(number: number))
  }

  /// The notes that are marked, in their order; notes that nothing marks go to the gate alone.
  mutating func readNotes() throws(ReadingFault) {
    let foot = try notesPart("footnotes")
    let end = try notesPart("endnotes")
    var index = 0
    while index < notes.count {
      let note = notes[index]
      index += 1
      guard let source = note.isEndnote ? end : foot, let node = source.nodes[note.id] else {
        footnotes.append([])
        continue
      }
      var blocks: [Block] = []
      try read(source.part) { text throws(ReadingFault) in blocks = try text.readBlocks(node) }
      footnotes.append(DOCXText.withoutLeadingBlank(blocks))
    }
    for (isEndnote, source) in [(false, foot), (true, end)] {
      guard let source else { continue }
      for (id, node) in source.nodes.sorted(by: { $0.value < $1.value })
      where !seenNotes.contains((isEndnote ? "e" : "f") + id) {
        try readUnpublished(source.part, node, as: .hidden)
      }
    }
  }

  private mutating func notesPart(_ kind: String) throws(ReadingFault) -> (
    part: DOCXPackage.Part, nodes: [String: Int]
  )? {
    guard let target = main.ordered.first(where: { $0.kind == kind && !$0.isExternal }),
      let part = try package.part(target.target)
    else { return nil }
    var nodes: [String: Int] = [:]
    for node in part.tree.children(part.tree.root) where part.tree.nodes[node].space == .word {
      guard part.tree.nodes[node].local == .footnote || part.tree.nodes[node].local == .endnote else { continue }
      // Separators have a type of their own.
      guard (part.tree.attribute(node, .word, .type) ?? "normal") == "normal" else { continue }
      if let id = part.tree.attribute(node, .word, .id), nodes[id] == nil { nodes[id] = node }
    }
    return (part, nodes)
  }

  /// Headers and footers of every section, and comments.
  mutating func readMargins() throws(ReadingFault) {
    for target in main.ordered where !target.isExternal {
      let kind: UnpublishedText.Kind
      switch target.kind {
      case "header": kind = .header
      case "footer": kind = .footer
      case "comments": kind = .comment
      default: continue
      }
      guard let part = try package.part(target.target) else { continue }
      if kind == .comment {
        for node in part.tree.children(part.tree.root) where part.tree.isElement(node, .word, .comment) {
          try readUnpublished(part, node, as: kind)
        }
      } else {
        try readUnpublished(part, part.tree.root, as: kind)
      }
    }
  }

  /// Reads the text of `node` for the gate alone, a paragraph each.
  private mutating func readUnpublished(
    _ part: DOCXPackage.Part, _ node: Int, as kind: UnpublishedText.Kind
  ) throws(ReadingFault) {
    isPublished = false
    defer { isPublished = true }
    try read(part) { text throws(ReadingFault) in
      for block in try text.readBlocks(node) {
        for line in PlainText.lines(of: block) { text.unpublished.append(UnpublishedText(kind, line)) }
      }
    }
  }

  /// A note begins with its number and a blank.
  private static func withoutLeadingBlank(_ blocks: [Block]) -> [Block] {
    guard case .paragraph(var inlines, let alignment)? = blocks.first, case .text(let text)? = inlines.first else {
      return blocks
    }
    let rest = String(text.unicodeScalars.drop { $0 == " " || $0 == "\t" })
    if rest.isEmpty { inlines.removeFirst() } else { inlines[0] = .text(rest) }
    return [.paragraph(inlines, alignment: alignment)] + blocks.dropFirst()
  }
}
