internal import Publication

extension DOCXText {
  /// Core, extended and custom properties: all their text goes to the gate; those with a name of the contract declare metadata.
  /// Source: ECMA-376 Part 2, 8 (core properties); Part 1, 22.2 and 22.3 (extended and custom properties).
  mutating func readProperties() throws(ReadingFault) {
    for name in ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"] {
      guard let part = try package.part(name) else { continue }
      for node in part.tree.children(part.tree.root) { readProperty(part.tree, node) }
    }
  }

  private mutating func readProperty(_ tree: XMLTree, _ node: Int) {
    let local = tree.nodes[node].local
    switch (tree.nodes[node].space, local) {
    case (.dublinCore, .title):
      let title = tree.text(node).trimmedWhitespace
      keep(title)
      if !title.isEmpty, !OfficeProperty.isPlaceholder(title) {
        declarations.append(Declaration(key: .title, values: [title], source: .properties, place: "文档属性“标题”"))
      }
    case (.dublinCore, _), (.core, _), (.extended, .Company), (.extended, .Manager),
      (.extended, .HyperlinkBase):
      keep(tree.text(node).trimmedWhitespace)
    case (.extended, _):
      // Counts and names of programs are ASCII; titles of parts and a template's name may not be.
      for text in XMLTexts.texts(of: tree, below: node) where text.utf8.contains(where: { $0 > 0x7F }) { keep(text) }
    case (.custom, .property): readCustom(tree, node)
    default: break
    }
  }

  private mutating func keep(_ text: String) {
    if !text.isEmpty { unpublished.append(UnpublishedText(.property, text)) }
  }

  private mutating func readCustom(_ tree: XMLTree, _ node: Int) {
    guard let name = tree.attribute(node, .none, .name)?.trimmedWhitespace, !name.isEmpty else { return }
    var values: [String] = []
    DOCXText.appendValues(tree, node, to: &values)
    values = values.map(\.trimmedWhitespace).filter { !$0.isEmpty }
    if OfficeProperty.isWrittenByTool(name) { return keep(values.joined(separator: " ")) }
    keep(name + "：" + values.joined(separator: "、"))
    if let key = MetadataKey(name: name) {
      guard !values.isEmpty else { return }
      declarations.append(Declaration(key: key, values: values, source: .properties, place: "自定义属性“\(name)”"))
    } else {
      unknownKeys.append(Declaration.Unknown(key: name, source: .properties))
    }
  }

  private static func appendValues(_ tree: XMLTree, _ node: Int, to values: inout [String]) {
    for child in tree.children(node) where tree.nodes[child].space == .variant {
      if tree.nodes[child].local == .vector || tree.nodes[child].local == .variant {
        appendValues(tree, child, to: &values)
      } else {
        values.append(tree.text(child))
      }
    }
  }
}
