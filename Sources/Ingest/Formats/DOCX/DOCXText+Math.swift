internal import Publication

extension DOCXText {
  /// A formula in one line: fractions with a slash, roots with their sign, raised and lowered parts. What would read otherwise
  /// than it is drawn holds the item.
  /// Source: ECMA-376 Part 1, 22.1 (Math).
  mutating func readMath(_ node: Int) -> [Inline] {
    var out: [Inline] = []
    appendMath(node, to: &out)
    return out
  }

  private mutating func appendMath(_ node: Int, to out: inout [Inline]) {
    for child in tree.children(node) { appendMathPart(child, to: &out) }
  }

  private mutating func appendMathPart(_ node: Int, to out: inout [Inline]) {
    guard tree.nodes[node].space == .math else {
      // Tracked changes and text runs of Word inside a formula.
      if tree.isElement(node, .word, .ins) || tree.isElement(node, .word, .r) { appendMath(node, to: &out) }
      if tree.isElement(node, .word, .del) { keepDeletedMath(node) }
      return
    }
    switch tree.nodes[node].local {
    case .r, .oMath, .e, .num, .den, .sup, .sub, .deg, .fName: appendMath(node, to: &out)
    case .t: out.append(.text(tree.text(node)))
    case .f:
      out += grouped(node, .num) + [.text("/")] + grouped(node, .den)
    case .sSup: out += part(node, .e) + raised(node, .sup)
    case .sSub: out += part(node, .e) + lowered(node, .sub)
    case .sSubSup: out += part(node, .e) + lowered(node, .sub) + raised(node, .sup)
    case .rad: out += raised(node, .deg) + [.text("√")] + grouped(node, .e)
    case .func: out += part(node, .fName) + part(node, .e)
    case .nary:
      let sign = property(node, .naryPr, .chr) ?? "∫"
      out += [.text(sign)] + lowered(node, .sub) + raised(node, .sup) + part(node, .e)
    case .d:
      out.append(.text(property(node, .dPr, .begChr) ?? "("))
      var isFirst = true
      for child in tree.children(node) where tree.isElement(child, .math, .e) {
        if !isFirst { out.append(.text("|")) }
        isFirst = false
        appendMath(child, to: &out)
      }
      out.append(.text(property(node, .dPr, .endChr) ?? ")"))
    case .other where tree.firstChild(node) >= 0 && hasMathText(node):
      hold("公式")
      appendMath(node, to: &out)
    default: break
    }
  }

  private mutating func part(_ node: Int, _ name: XMLLocal) -> [Inline] {
    guard let child = tree.child(node, .math, name) else { return [] }
    return readMath(child)
  }

  private mutating func raised(_ node: Int, _ name: XMLLocal) -> [Inline] {
    let inner = part(node, name)
    return inner.isEmpty ? [] : [.superscript(inner)]
  }

  private mutating func lowered(_ node: Int, _ name: XMLLocal) -> [Inline] {
    let inner = part(node, name)
    return inner.isEmpty ? [] : [.subscript(inner)]
  }

  /// A part in brackets where it is more than one number or letter.
  private mutating func grouped(_ node: Int, _ name: XMLLocal) -> [Inline] {
    let inner = part(node, name)
    let text = PlainText.of(inner)
    let isOne = text.unicodeScalars.count == 1 || text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    return isOne ? inner : [.text("(")] + inner + [.text(")")]
  }

  private func property(_ node: Int, _ properties: XMLLocal, _ name: XMLLocal) -> String? {
    tree.child(node, .math, properties).flatMap { tree.child($0, .math, name) }.map {
      tree.attribute($0, .math, .val) ?? ""
    }
  }

  private func hasMathText(_ node: Int) -> Bool {
    tree.children(node).contains { tree.isElement($0, .math, .t) || hasMathText($0) }
  }

  private mutating func keepDeletedMath(_ node: Int) {
    hasTrackedChanges = true
    var inner: [Inline] = []
    appendMath(node, to: &inner)
    paragraph.deleted += PlainText.of(inner)
  }
}
