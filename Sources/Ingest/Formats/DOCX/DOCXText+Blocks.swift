internal import Publication

extension DOCXText {
  /// The blocks inside `node`, in order.
  mutating func readBlocks(_ node: Int) throws(ReadingFault) -> [Block] {
    var sink = BlockSink()
    let outer = paragraph
    paragraph = ParagraphDraft()
    defer { paragraph = outer }
    try readBlocks(node, into: &sink)
    // A last paragraph whose mark is deleted has nothing to flow into.
    if !paragraph.carried.isEmpty { sink.append(.paragraph(paragraph.carried, alignment: .natural)) }
    return sink.finished()
  }

  private mutating func readBlocks(_ node: Int, into sink: inout BlockSink) throws(ReadingFault) {
    var child = tree.firstChild(node)
    while child >= 0 {
      try readBlock(child, into: &sink)
      child = tree.next(child)
    }
  }

  private mutating func readBlock(_ node: Int, into sink: inout BlockSink) throws(ReadingFault) {
    switch (tree.nodes[node].space, tree.nodes[node].local) {
    case (.word, .p): try readParagraph(node, into: &sink)
    case (.word, .tbl):
      let table = try readTable(node)
      if !table.isEmpty { sink.append(.table(table)) }
    case (.word, .sdt):
      if let content = tree.child(node, .word, .sdtContent) { try readBlocks(content, into: &sink) }
    case (.word, .customXml), (.word, .smartTag): try readBlocks(node, into: &sink)
    case (.word, .ins), (.word, .moveTo):
      hasTrackedChanges = true
      try readBlocks(node, into: &sink)
    case (.word, .del), (.word, .moveFrom):
      hasTrackedChanges = true
      try with(.deleted) { text throws(ReadingFault) in try text.readBlocks(node, into: &sink) }
    case (.compatibility, .AlternateContent):
      let branch = DOCXText.branch(tree, node)
      keepOthers(node, than: branch)
      if let branch { try readBlocks(branch, into: &sink) }
    case (.word, .altChunk): hold("嵌入的其他文档（altChunk）")
    case (.word, .subDoc): hold("子文档")
    case (.math, .oMathPara), (.math, .oMath):
      let formula = readMath(node)
      if !formula.isEmpty { sink.append(.paragraph(formula, alignment: .center)) }
    default: break
    }
  }

  /// The one branch of `mc:AlternateContent` that is read: the first choice whose every namespace is understood, else the fallback.
  /// Source: ECMA-376 Part 3, 7.5 (AlternateContent, Choice, Fallback).
  static func branch(_ tree: XMLTree, _ node: Int) -> Int? {
    var fallback: Int?
    for child in tree.children(node) where tree.nodes[child].space == .compatibility {
      if tree.nodes[child].local == .Fallback { fallback = fallback ?? child }
      if tree.nodes[child].local == .Choice, understands(tree.attribute(child, .none, .Requires) ?? "") { return child }
    }
    return fallback
  }

  private static func understands(_ prefixes: String) -> Bool {
    prefixes.utf8.split(separator: 0x20).allSatisfy {
      ["wps", "wpg", "wpc", "w14", "wp14", "w15", "w16", "w16se", "w16cid", "a14", "v", "c14", "cx", "cx1"].contains(
        String(Substring($0)))
    }
  }

  /// Reads something that is deleted or hidden; what is deleted stays so inside hidden text, and the other way about.
  mutating func with(_ inner: Visibility, _ body: (inout DOCXText) throws(ReadingFault) -> Void) throws(ReadingFault) {
    let outer = visibility
    if visibility == .shown { visibility = inner }
    defer { visibility = outer }
    try body(&self)
  }
}
