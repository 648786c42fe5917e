internal import Publication

/// Every word of a tree or of a branch of it, whatever it means there: for the gate alone.
///
/// A paragraph (`p` in any vocabulary) is one text; outside of paragraphs each element is one. Values of attributes count where
/// they aren't plain ASCII: names, captions, strings.
struct XMLTexts {
  private let tree: XMLTree
  private var line = ""
  private var found: [String] = []
  private var isInParagraph = false

  /// The texts below `node`, in order, without white space at their ends. `isInParagraph`: `node` may be a part of a paragraph, and
  /// its runs are one text.
  static func texts(of tree: XMLTree, below node: Int, isInParagraph: Bool = false) -> [String] {
    var texts = XMLTexts(tree: tree)
    texts.isInParagraph = isInParagraph
    texts.read(node)
    texts.endLine()
    return texts.found
  }

  private init(tree: XMLTree) { self.tree = tree }

  private mutating func read(_ node: Int) {
    if tree.nodes[node].local == .characters {
      line += String(decoding: tree.characters(node), as: UTF8.self)
      return
    }
    readAttributes(node)
    let outer = isInParagraph
    let isParagraph = tree.nodes[node].local == .p
    if isParagraph || !isInParagraph { endLine() }
    isInParagraph = isParagraph || isInParagraph
    var child = tree.firstChild(node)
    while child >= 0 {
      read(child)
      child = tree.next(child)
    }
    if isParagraph || !outer { endLine() }
    isInParagraph = outer
  }

  private mutating func readAttributes(_ node: Int) {
    for index in tree.nodes[node].range {
      let value = tree.attributes[Int(index)].value
      let bytes = tree.bytes[Int(value.lowerBound)..<Int(value.upperBound)]
      guard bytes.contains(where: { $0 > 0x7F }) else { continue }
      let text = String(decoding: bytes, as: UTF8.self).trimmedWhitespace
      if !text.isEmpty { found.append(text) }
    }
  }

  private mutating func endLine() {
    let text = line.trimmedWhitespace
    if !text.isEmpty { found.append(text) }
    line = ""
  }
}
