internal import Publication

/// A formula of MathML in one line: fractions with a slash, roots with their sign, raised and lowered parts.
/// Source: MathML 3.0 (W3C), 3 (Presentation markup).
enum MathMLLine {
  /// The formula; `nil`: it would read otherwise than it is drawn (matrices, marks over letters, limits over signs).
  static func inlines(_ tree: XMLTree, _ node: Int) -> [Inline]? {
    var line = Line(tree: tree)
    let out = line.group(node)
    return line.isWhole && !out.isEmpty ? out : nil
  }

  private struct Line {
    let tree: XMLTree
    var isWhole = true

    /// Everything inside `node`, in order.
    mutating func group(_ node: Int) -> [Inline] {
      var out: [Inline] = []
      for child in tree.children(node) where tree.nodes[child].space == .mathML { out += part(child) }
      return out
    }

    private mutating func part(_ node: Int) -> [Inline] {
      switch tree.nodes[node].local {
      case .mi, .mn, .mo, .mtext, .ms: return text(node)
      case .mrow, .mstyle, .mpadded: return group(node)
      // What follows the first child are annotations.
      case .semantics: return children(node).first.map { part($0) } ?? []
      case .mspace, .mphantom: return []
      case .mfrac: return pair(node) { $0 + [.text("/")] + $1 }
      case .msqrt: return [.text("√")] + MathMLLine.inBrackets(group(node))
      case .mroot:
        let parts = children(node)
        guard parts.count == 2 else { return notWhole() }
        return [.superscript(part(parts[1])), .text("√")] + MathMLLine.inBrackets(part(parts[0]))
      case .msup: return scripts(node, [{ .superscript($0) }])
      case .msub: return scripts(node, [{ .subscript($0) }])
      case .msubsup: return scripts(node, [{ .subscript($0) }, { .superscript($0) }])
      case .mfenced:
        let open = tree.attribute(node, .none, .open) ?? "("
        let close = tree.attribute(node, .none, .close) ?? ")"
        let pieces = children(node).map { part($0) }
        return [.text(open)] + Array(pieces.joined(separator: [.text(",")])) + [.text(close)]
      default: return notWhole()
      }
    }

    private mutating func notWhole() -> [Inline] {
      isWhole = false
      return []
    }

    private func children(_ node: Int) -> [Int] { tree.children(node).filter { tree.nodes[$0].space == .mathML } }

    private mutating func pair(_ node: Int, _ join: ([Inline], [Inline]) -> [Inline]) -> [Inline] {
      let parts = children(node)
      guard parts.count == 2 else { return notWhole() }
      return join(MathMLLine.inBrackets(part(parts[0])), MathMLLine.inBrackets(part(parts[1])))
    }

    private mutating func scripts(_ node: Int, _ wraps: [([Inline]) -> Inline]) -> [Inline] {
      let parts = children(node)
      guard parts.count == wraps.count + 1 else { return notWhole() }
      var out = part(parts[0])
      for (wrap, script) in zip(wraps, parts.dropFirst()) {
        let inner = part(script)
        if !inner.isEmpty { out.append(wrap(inner)) }
      }
      return out
    }

    private func text(_ node: Int) -> [Inline] {
      let text = tree.text(node).trimmedWhitespace
      return text.isEmpty ? [] : [.text(text)]
    }
  }

  /// A part in brackets where it is more than one number or letter.
  static func inBrackets(_ inner: [Inline]) -> [Inline] {
    let text = PlainText.of(inner)
    let isOne = text.unicodeScalars.count == 1 || text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    return isOne ? inner : [.text("(")] + inner + [.text(")")]
  }
}
