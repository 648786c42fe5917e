// Colours of text and of what is behind it.
// Source: ODF 1.3 Part 3, 20.184 (fo:background-color), 20.188 (fo:color), 20.385 (style:use-window-font-color), 19.171 (draw:fill).
extension ODTStyles {
  /// `fo:background-color`; `nil`: not said.
  static func background(_ tree: XMLTree, _ node: Int) -> Ground? {
    tree.attribute(node, .odfFormat, .backgroundColor).map { color in
      PaintColor(hex: color).map { .colour($0) } ?? .clear
    }
  }

  /// `draw:fill` of a frame or shape; `nil`: not said. A gradient, pattern or picture isn't understood here.
  static func fill(_ tree: XMLTree, _ node: Int) -> Ground? {
    guard let kind = tree.attribute(node, .odfDraw, .fill) else { return nil }
    switch kind {
    case "none": return .clear
    case "solid":
      return tree.attribute(node, .odfDraw, .fillColor).flatMap { PaintColor(hex: $0) }.map { .colour($0) } ?? .unknown
    default: return .unknown
    }
  }

  /// Reads the colour of text and what is behind it from `style:text-properties`.
  static func readPaint(_ tree: XMLTree, _ node: Int, into look: inout RunLook) {
    if let color = tree.attribute(node, .odfFormat, .color) {
      look.ink = PaintColor(hex: color).map { .colour($0) } ?? .unknown
    }
    if tree.attribute(node, .odfStyle, .useWindowFontColor) == "true" { look.ink = .automatic }
    look.shade = background(tree, node)
    if let outline = tree.attribute(node, .odfStyle, .outlinedText) { look.isOutlined = outline == "true" }
    if let shadow = tree.attribute(node, .odfFormat, .shadowedText), shadow != "none" { look.isOutlined = true }
  }
}
