internal import Publication

/// What the styles of a document say about the things that matter here, with parents followed.
/// Source: ODF 1.3 Part 3, 16 (Styles), 20 (Formatting attributes).
struct ODTStyles {
  /// What a style says.
  struct Style {
    var parent: String?
    /// From 1; `nil`: no heading.
    var outline: Int?
    var alignment: Block.Alignment?
    var look = RunLook()
    var fonts: [String] = []
    /// A picture of which only a part is shown.
    var isCropped = false
    /// What is behind a paragraph, cell, row, table or frame; `nil`: not said.
    var ground: Ground?
  }

  private var styles: [String: Style] = [:]
  private var defaults: [String: Style] = [:]
  /// Families of fonts by the names that styles give them.
  private var faces: [String: String] = [:]
  /// List styles by name; the numbering of headings has the name "".
  private(set) var lists: [String: ODTListStyle] = [:]

  /// Reads the styles of a part: common, automatic and default ones. Later parts win.
  mutating func read(_ tree: XMLTree) {
    for node in tree.children(tree.root) where tree.nodes[node].space == .odfOffice {
      switch tree.nodes[node].local {
      case .fontFaceDecls: readFaces(tree, node)
      case .styles, .automaticStyles:
        for child in tree.children(node) { readStyle(tree, child) }
      default: break
      }
    }
  }

  /// The style of this name, everything that its parents say filled in.
  func style(_ family: String, _ name: String?) -> Style {
    var out = Style()
    var next = name
    for _ in 0..<32 {
      guard let key = next, let style = styles[family + "/" + key] else { break }
      out = ODTStyles.filled(out, style)
      next = style.parent
    }
    return defaults[family].map { ODTStyles.filled(out, $0) } ?? out
  }

  private static func filled(_ style: Style, _ parent: Style) -> Style {
    var out = style
    out.outline = style.outline ?? parent.outline
    out.alignment = style.alignment ?? parent.alignment
    out.look = parent.look.overlaid(by: style.look)
    out.fonts += parent.fonts
    out.isCropped = style.isCropped || parent.isCropped
    out.ground = style.ground ?? parent.ground
    return out
  }

  private mutating func readFaces(_ tree: XMLTree, _ node: Int) {
    for face in tree.children(node) where tree.isElement(face, .odfStyle, .fontFace) {
      guard let name = tree.attribute(face, .odfStyle, .name), faces.count < 4096 else { continue }
      faces[name] = tree.attribute(face, .svg, .fontFamily).map(ODTStyles.unquoted) ?? name
    }
  }

  private mutating func readStyle(_ tree: XMLTree, _ node: Int) {
    switch (tree.nodes[node].space, tree.nodes[node].local) {
    case (.odfStyle, .style), (.odfStyle, .defaultStyle):
      guard styles.count < 20_000, let family = tree.attribute(node, .odfStyle, .family) else { return }
      let style = style(tree, node)
      if tree.nodes[node].local == .defaultStyle {
        defaults[family] = style
      } else if let name = tree.attribute(node, .odfStyle, .name) {
        styles[family + "/" + name] = style
      }
    case (.odfText, .listStyle):
      guard lists.count < 10_000, let name = tree.attribute(node, .odfStyle, .name) else { return }
      lists[name] = ODTListStyle(tree, node)
    case (.odfText, .outlineStyle): lists[""] = ODTListStyle(tree, node)
    default: break
    }
  }

  private func style(_ tree: XMLTree, _ node: Int) -> Style {
    var style = Style()
    style.parent = tree.attribute(node, .odfStyle, .parentStyleName)
    style.outline = tree.number(node, .odfStyle, .defaultOutlineLevel)
    for child in tree.children(node) where tree.nodes[child].space == .odfStyle {
      switch tree.nodes[child].local {
      case .paragraphProperties:
        switch tree.attribute(child, .odfFormat, .textAlign) {
        case "center": style.alignment = .center
        case "end", "right": style.alignment = .end
        case .some: style.alignment = .natural
        case nil: break
        }
        style.ground = ODTStyles.background(tree, child)
      case .tableProperties, .tableRowProperties, .tableCellProperties: style.ground = ODTStyles.background(tree, child)
      case .textProperties: readText(tree, child, into: &style)
      case .graphicProperties:
        style.isCropped = tree.attribute(child, .odfFormat, .clip).map(ODTStyles.clips) ?? false
        style.ground = ODTStyles.fill(tree, child) ?? ODTStyles.background(tree, child)
      default: break
      }
    }
    return style
  }

  private func readText(_ tree: XMLTree, _ node: Int, into style: inout Style) {
    func isSet(_ space: XMLSpace, _ local: XMLLocal, _ off: String) -> Bool? {
      tree.attribute(node, space, local).map { $0 != off }
    }
    style.look.isBold =
      tree.attribute(node, .odfStyle, .fontWeightAsian).map(ODTStyles.isBold)
      ?? tree.attribute(node, .odfFormat, .fontWeight).map(ODTStyles.isBold)
    style.look.isItalic =
      isSet(.odfStyle, .fontStyleAsian, "normal") ?? isSet(.odfFormat, .fontStyle, "normal")
    style.look.isHidden = isSet(.odfText, .display, "true")
    // What is Chinese has the size for Asian text; the other one counts where it says nothing.
    style.look.isTiny =
      (tree.attribute(node, .odfStyle, .fontSizeAsian) ?? tree.attribute(node, .odfFormat, .fontSize)).flatMap(
        ODTStyles.isTiny)
    ODTStyles.readPaint(tree, node, into: &style.look)
    style.look.isStruck =
      isSet(.odfStyle, .lineThroughStyle, "none") ?? isSet(.odfStyle, .lineThroughType, "none")
    style.look.vertical = tree.attribute(node, .odfStyle, .textPosition).map(ODTStyles.vertical)
    for name in [XMLLocal.fontName, .fontNameAsian, .fontNameComplex] {
      guard let face = tree.attribute(node, .odfStyle, name) else { continue }
      let family = (faces[face] ?? face).lowercased()
      if !family.isEmpty { style.fonts.append(family) }
    }
    if let family = tree.attribute(node, .odfFormat, .fontFamily) {
      style.fonts.append(ODTStyles.unquoted(family).lowercased())
    }
  }

  /// "0.5pt" is tiny, "12pt" isn't; `nil` for a size in percent of another.
  private static func isTiny(_ size: String) -> Bool? {
    guard size.hasSuffix("pt"), let points = Double(size.dropLast(2)) else { return nil }
    return points <= 2
  }

  private static func isBold(_ weight: String) -> Bool { weight == "bold" || (Int(weight) ?? 0) >= 600 }

  /// "super 58%", "sub 58%", or how far in percent the text is raised: "33% 58%".
  private static func vertical(_ position: String) -> ParagraphDraft.Vertical {
    if position.hasPrefix("super") { return .superscript }
    if position.hasPrefix("sub") || position.hasPrefix("-") { return .subscript }
    return position.hasPrefix("0") ? .baseline : .superscript
  }

  /// "rect(0in, 0in, 0in, 0in)" and "auto" cut nothing off.
  private static func clips(_ value: String) -> Bool {
    guard value.hasPrefix("rect(") else { return value != "auto" }
    return value.utf8.contains { (0x31...0x39).contains($0) }
  }

  private static func unquoted(_ family: String) -> String {
    family.trimmedWhitespace.utf8.first == 0x27
      ? String(family.trimmedWhitespace.dropFirst().prefix { $0 != "'" }) : family
  }
}
