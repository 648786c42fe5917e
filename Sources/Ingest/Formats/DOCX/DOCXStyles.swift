internal import Publication

/// What the styles of a document say about the things that matter here, with `basedOn` followed.
/// Source: ECMA-376 Part 1, 17.7 (Styles), 17.3.1 and 17.3.2 (paragraph and run properties).
struct DOCXStyles: Sendable {
  /// What a style says; `nil`: not said.
  struct Style: Sendable {
    var name = ""
    var basedOn: String?
    /// 0 to 8: a heading; 9: body text.
    var outline: Int?
    var alignment: Block.Alignment?
    var numberID: String?
    var numberLevel: Int?
    var run = RunLook()
    var fonts: [String] = []
    /// What is behind a paragraph.
    var shade: Ground?
    /// What is behind the cells of a table.
    var table = DOCXTableShades()
  }

  private(set) var styles: [String: Style] = [:]
  /// The look of every run, and the fonts, before any style.
  private(set) var defaults = Style()
  /// The style of paragraphs that name none.
  private(set) var defaultParagraph: String?

  init() {}

  /// Reads `styles.xml`.
  init(_ tree: XMLTree) {
    for node in tree.children(tree.root) where tree.nodes[node].space == .word {
      switch tree.nodes[node].local {
      case .docDefaults: readDefaults(tree, node)
      case .style: readStyle(tree, node)
      default: break
      }
    }
    resolve()
  }

  /// The style that a paragraph has, its own or the default one.
  func paragraph(_ id: String?) -> Style {
    guard var style = id.flatMap({ styles[$0] }) ?? defaultParagraph.flatMap({ styles[$0] }) else { return defaults }
    style.run = defaults.run.overlaid(by: style.run)
    return style
  }

  /// The look of a character style.
  func run(_ id: String) -> Style? { styles[id] }

  private mutating func readDefaults(_ tree: XMLTree, _ node: Int) {
    if let run = tree.child(node, .word, .rPrDefault).flatMap({ tree.child($0, .word, .rPr) }) {
      defaults.run = DOCXStyles.run(tree, run)
      defaults.fonts = DOCXStyles.fonts(tree, run)
    }
    if let paragraph = tree.child(node, .word, .pPrDefault).flatMap({ tree.child($0, .word, .pPr) }) {
      DOCXStyles.readParagraph(tree, paragraph, into: &defaults)
    }
  }

  private mutating func readStyle(_ tree: XMLTree, _ node: Int) {
    guard let id = tree.attribute(node, .word, .styleId), styles.count < 10_000 else { return }
    var style = Style()
    for child in tree.children(node) where tree.nodes[child].space == .word {
      switch tree.nodes[child].local {
      case .name: style.name = tree.attribute(child, .word, .val) ?? ""
      case .basedOn: style.basedOn = tree.attribute(child, .word, .val)
      case .pPr: DOCXStyles.readParagraph(tree, child, into: &style)
      case .rPr:
        style.run = DOCXStyles.run(tree, child)
        style.fonts = DOCXStyles.fonts(tree, child)
      case .tblPr, .tcPr, .tblStylePr: style.table.read(tree, child)
      default: break
      }
    }
    if style.outline == nil { style.outline = DOCXStyles.outline(ofName: style.name) }
    let type = tree.attribute(node, .word, .type)
    if type == "paragraph" || type == nil, DOCXStyles.isOn(tree.attribute(node, .word, .default) ?? "0") {
      defaultParagraph = id
    }
    styles[id] = style
  }

  /// Puts over every style's ancestors what it says itself; a circle ends after 32 steps.
  private mutating func resolve() {
    var resolved: [String: Style] = [:]
    resolved.reserveCapacity(styles.count)
    for (id, style) in styles {
      var out = style
      var parent = style.basedOn
      for _ in 0..<32 {
        guard let name = parent, let next = styles[name] else { break }
        out.outline = out.outline ?? next.outline
        out.alignment = out.alignment ?? next.alignment
        out.numberID = out.numberID ?? next.numberID
        out.numberLevel = out.numberLevel ?? next.numberLevel
        out.run = next.run.overlaid(by: out.run)
        out.shade = out.shade ?? next.shade
        out.table = next.table.overlaid(by: out.table)
        if out.fonts.count < 64 { out.fonts += next.fonts }
        parent = next.basedOn
      }
      out.alignment = out.alignment ?? defaults.alignment
      resolved[id] = out
    }
    styles = resolved
  }

  /// Reads `w:pPr`.
  static func readParagraph(_ tree: XMLTree, _ node: Int, into style: inout Style) {
    for child in tree.children(node) where tree.nodes[child].space == .word {
      switch tree.nodes[child].local {
      case .jc: style.alignment = tree.attribute(child, .word, .val).map(alignment)
      case .outlineLvl: style.outline = tree.number(child, .word, .val)
      case .shd: style.shade = DOCXStyles.shade(tree, child)
      case .numPr:
        for part in tree.children(child) where tree.nodes[part].space == .word {
          if tree.nodes[part].local == .numId { style.numberID = tree.attribute(part, .word, .val) }
          if tree.nodes[part].local == .ilvl { style.numberLevel = tree.number(part, .word, .val) }
        }
      default: break
      }
    }
  }

  /// Reads `w:rPr`.
  static func run(_ tree: XMLTree, _ node: Int) -> RunLook {
    var run = RunLook()
    for child in tree.children(node) where tree.nodes[child].space == .word || tree.nodes[child].space == .word14 {
      switch tree.nodes[child].local {
      case .b: run.isBold = isOn(tree, child)
      case .i: run.isItalic = isOn(tree, child)
      case .vanish: run.isHidden = isOn(tree, child)
      // Half points.
      case .sz: run.isTiny = tree.number(child, .word, .val).map { $0 <= 4 }
      case .strike, .dstrike: run.isStruck = (run.isStruck ?? false) || isOn(tree, child)
      case .color: run.ink = run.ink ?? DOCXStyles.ink(tree, child)
      case .textFill: run.ink = DOCXStyles.ink(ofFill: tree, child)
      case .shd: run.shade = DOCXStyles.shade(tree, child)
      case .highlight: run.marker = DOCXStyles.marker(tree.attribute(child, .word, .val) ?? "none")
      case .outline, .shadow, .emboss, .imprint:
        run.isOutlined = (run.isOutlined ?? false) || DOCXStyles.isOn(tree, child)
      case .textOutline:
        run.isOutlined = (run.isOutlined ?? false) || tree.child(child, .word14, .noFill) == nil
      case .vertAlign:
        switch tree.attribute(child, .word, .val) {
        case "superscript": run.vertical = .superscript
        case "subscript": run.vertical = .subscript
        default: run.vertical = .baseline
        }
      default: break
      }
    }
    return run
  }

  /// The fonts that `w:rPr` names, lower-cased.
  static func fonts(_ tree: XMLTree, _ node: Int) -> [String] {
    guard let fonts = tree.child(node, .word, .rFonts) else { return [] }
    return [XMLLocal.ascii, .hAnsi, .eastAsia, .cs].compactMap {
      tree.attribute(fonts, .word, $0)?.lowercased()
    }.filter { !$0.isEmpty }
  }

  /// An on/off property: present without a value, it is on (ECMA-376 Part 1, 17.17.4).
  static func isOn(_ tree: XMLTree, _ node: Int) -> Bool {
    guard let value = tree.attributeBytes(node, .word, .val) else { return true }
    return isOn(String(decoding: value, as: UTF8.self))
  }

  private static func isOn(_ value: String) -> Bool {
    switch value {
    case "0", "false", "off", "none": false
    default: true
    }
  }

  static func alignment(_ value: String) -> Block.Alignment {
    switch value {
    case "center": .center
    case "right", "end": .end
    default: .natural
    }
  }

  /// The outline level of styles that are headings by name: Word's "heading 2", 标题 2, Title.
  private static func outline(ofName name: String) -> Int? {
    let name = name.lowercased()
    if name == "title" || name == "标题" { return 0 }
    for prefix in ["heading", "标题"] where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count).drop { $0 == " " }
      if let level = Int(rest), (1...9).contains(level) { return level - 1 }
    }
    return nil
  }
}
