internal import Publication

extension DOCXText {
  /// The words of branches of `mc:AlternateContent` that aren't shown, for the gate.
  mutating func keepOthers(_ node: Int, than branch: Int?) {
    let others = tree.children(node).filter { $0 != branch && tree.nodes[$0].space == .compatibility }
    guard !others.isEmpty else { return }
    // Mostly the same words drawn another way.
    let shown = Set(branch.map { XMLTexts.texts(of: tree, below: $0, isInParagraph: true) } ?? [])
    for other in others {
      keep(XMLTexts.texts(of: tree, below: other, isInParagraph: true).filter { !shown.contains($0) }, as: .hidden)
    }
  }

  /// The words of every part that nothing else has read: custom XML, charts and diagrams, building blocks, embedded documents.
  mutating func readRemains() {
    for name in package.unreadParts {
      let kind: UnpublishedText.Kind = name.lowercased().hasPrefix("customxml/") ? .property : .hidden
      guard let entry = package.entry(name), let bytes = try? package.content(entry) else { continue }
      keep(FileRemains.texts(of: bytes, limits: limits), as: kind)
    }
    if let entry = package.entry("word/settings.xml"), let bytes = try? package.content(entry),
      DOCXText.hasVariables(bytes), let tree = try? XMLTree.read(bytes, nesting: limits.nesting)
    {
      keep(XMLTexts.texts(of: tree, below: tree.root), as: .property)
    }
  }

  /// Whether settings hold document variables (`w:docVars`): other settings are no words, and not worth parsing.
  private static func hasVariables(_ settings: [UInt8]) -> Bool {
    let name = Array("docVar".utf8)
    var start = settings.startIndex
    while let at = settings[start...].firstIndex(of: name[0]) {
      if settings[at...].starts(with: name) { return true }
      start = at + 1
    }
    return false
  }

  private mutating func keep(_ texts: [String], as kind: UnpublishedText.Kind) {
    for text in texts { unpublished.append(UnpublishedText(kind, text)) }
  }
}
