internal import Publication

extension ODTText {
  /// Headers and footers of every page style.
  mutating func readMargins() throws(ReadingFault) {
    guard let common else { return }
    let outer = tree
    tree = common
    defer { tree = outer }
    guard let masters = tree.child(tree.root, .odfOffice, .masterStyles) else { return }
    for page in tree.children(masters) where tree.isElement(page, .odfStyle, .masterPage) {
      for part in tree.children(page) where tree.nodes[part].space == .odfStyle {
        switch tree.nodes[part].local {
        case .header, .headerLeft, .headerFirst: try readUnpublished(part, as: .header)
        case .footer, .footerLeft, .footerFirst: try readUnpublished(part, as: .footer)
        default: break
        }
      }
    }
  }

  /// Properties: all their text goes to the gate; those with a name of the contract declare metadata.
  /// Source: ODF 1.3 Part 3, 4 (Document metadata).
  mutating func readProperties() throws(ReadingFault) {
    guard let part = try package.tree("meta.xml"), let meta = part.child(part.root, .odfOffice, .meta) else { return }
    for node in part.children(meta) {
      let text = part.text(node).trimmedWhitespace
      if text.isEmpty { continue }
      switch (part.nodes[node].space, part.nodes[node].local) {
      case (.dublinCore, .title):
        keep(text)
        if !OfficeProperty.isPlaceholder(text) {
          declarations.append(Declaration(key: .title, values: [text], source: .properties, place: "文档属性“标题”"))
        }
      case (.dublinCore, .subject), (.dublinCore, .description), (.dublinCore, .creator), (.odfMeta, .keyword),
        (.odfMeta, .initialCreator):
        keep(text)
      case (.odfMeta, .userDefined): readCustom(part.attribute(node, .odfMeta, .name)?.trimmedWhitespace ?? "", text)
      default: break
      }
    }
  }

  private mutating func keep(_ text: String) { unpublished.append(UnpublishedText(.property, text)) }

  private mutating func readCustom(_ name: String, _ text: String) {
    if name.isEmpty || OfficeProperty.isWrittenByTool(name) { return keep(text) }
    keep(name + "：" + text)
    if let key = MetadataKey(name: name) {
      declarations.append(Declaration(key: key, values: [text], source: .properties, place: "自定义属性“\(name)”"))
    } else {
      unknownKeys.append(Declaration.Unknown(key: name, source: .properties))
    }
  }
}
