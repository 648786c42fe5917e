internal import Publication

// Colours of text and of what is behind it.
// Source: ECMA-376 Part 1, 17.3.2.6 (color), 17.3.2.15 (highlight), 17.3.5 (shading), 17.18.78 (ST_Shd); [MS-DOCX] 2.4 (w14:textFill).
extension DOCXStyles {
  /// `w:color`.
  static func ink(_ tree: XMLTree, _ node: Int) -> Ink {
    let value = tree.attribute(node, .word, .val) ?? "auto"
    return PaintColor(hex: value).map { .colour($0) } ?? .automatic
  }

  /// `w14:textFill`: programs that know it prefer it to `w:color`.
  static func ink(ofFill tree: XMLTree, _ node: Int) -> Ink {
    for child in tree.children(node) {
      switch tree.nodes[child].local {
      case .noFill: return .clear
      case .solidFill: return colour(tree, child, .word14).map { .colour($0) } ?? .unknown
      default: break
      }
    }
    return .unknown
  }

  /// `w:shd`. A pattern of two colours isn't understood here.
  static func shade(_ tree: XMLTree, _ node: Int) -> Ground {
    switch tree.attribute(node, .word, .val) ?? "clear" {
    case "nil": return .clear
    case "clear":
      let fill = tree.attribute(node, .word, .fill) ?? "auto"
      return PaintColor(hex: fill).map { .colour($0) } ?? .clear
    case "solid":
      let color = tree.attribute(node, .word, .color) ?? "auto"
      return .colour(PaintColor(hex: color) ?? .black)
    default: return .unknown
    }
  }

  /// `w:highlight`.
  static func marker(_ name: String) -> Ground {
    switch name {
    case "none": .clear
    case "white": .colour(.white)
    case "black": .colour(.black)
    case "red": .colour(PaintColor(red: 0xFF, green: 0, blue: 0))
    case "yellow": .colour(PaintColor(red: 0xFF, green: 0xFF, blue: 0))
    default: .unknown
    }
  }

  /// What fills a shape: one of `a:solidFill`, `a:noFill` and their like in `node`; `nil`: none is there.
  static func fill(_ tree: XMLTree, of node: Int) -> Ground? {
    for child in tree.children(node) {
      switch tree.nodes[child].local {
      case .noFill: return .clear
      case .solidFill: return colour(tree, child, .none).map { .colour($0) } ?? .unknown
      case .gradFill, .pattFill, .blipFill: return .unknown
      default: break
      }
    }
    return nil
  }

  /// The colour in a `solidFill`, where it is one: the paper's white by name or any by number. `nil`: another of the theme.
  private static func colour(_ tree: XMLTree, _ node: Int, _ space: XMLSpace) -> PaintColor? {
    for child in tree.children(node) {
      let value = tree.attribute(child, space, .val) ?? ""
      switch tree.nodes[child].local {
      case .srgbClr: return PaintColor(hex: value)
      // With a child it is a darker shade.
      case .schemeClr:
        return ["bg1", "lt1"].contains(value) && tree.firstChild(child) < 0 ? .white : nil
      default: break
      }
    }
    return nil
  }
}

/// What a style of tables puts behind its cells, as a whole and by the place of a cell.
/// Source: ECMA-376 Part 1, 17.7.6 (table styles), 17.4.56 (tblLook), 17.18.89 (ST_TblStyleOverrideType).
struct DOCXTableShades: Sendable {
  private var whole: Ground?
  private var parts: [String: Ground] = [:]

  /// Reads `w:tblPr`, `w:tcPr` or `w:tblStylePr` of a style.
  mutating func read(_ tree: XMLTree, _ node: Int) {
    guard tree.isElement(node, .word, .tblStylePr) else {
      if let shade = tree.child(node, .word, .shd) { whole = DOCXStyles.shade(tree, shade) }
      return
    }
    let type = tree.attribute(node, .word, .type) ?? ""
    for name in [XMLLocal.tblPr, .tcPr] {
      guard let properties = tree.child(node, .word, name), let shade = tree.child(properties, .word, .shd) else {
        continue
      }
      parts[type] = DOCXStyles.shade(tree, shade)
    }
  }

  func overlaid(by stronger: DOCXTableShades) -> DOCXTableShades {
    var out = self
    out.whole = stronger.whole ?? whole
    out.parts.merge(stronger.parts) { $1 }
    return out
  }

  /// Where a cell is in its table.
  struct Place {
    var isFirstRow = false
    var isLastRow = false
    var isFirstColumn = false
    var isLastColumn = false
  }

  /// What is behind a cell. Of stripes only is known that they are there.
  func ground(at place: Place) -> Ground {
    if parts.isEmpty { return whole ?? .clear }
    for (name, isThere) in [
      ("firstRow", place.isFirstRow), ("lastRow", place.isLastRow), ("firstCol", place.isFirstColumn),
      ("lastCol", place.isLastColumn),
    ] where isThere {
      if let shade = parts[name], shade != .clear { return shade }
    }
    let stripes = ["band1Horz", "band2Horz", "band1Vert", "band2Vert"].compactMap { parts[$0] }
    if stripes.contains(where: { $0 != .clear }) { return .unknown }
    return parts["wholeTable"] ?? whole ?? .clear
  }
}
