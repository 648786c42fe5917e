/// The list definitions of a document.
/// Source: ECMA-376 Part 1, 17.9 (Numbering).
struct DOCXNumbering: Sendable {
  /// One of the nine levels of a list.
  struct Level: Sendable {
    var start = 1
    var format = "decimal"
    var text = ""
    /// The level (from 1) that restarts this one; 0: none does; `nil`: every higher one does.
    var restart: Int?
    var isLegal = false
    var hasNoSpace = false
    var isHidden = false
    var style: String?
    var symbolFont: String?
  }

  struct List: Sendable {
    var abstractID: String
    var levels: [Int: Level]
    /// Levels that begin anew with this list.
    var starts: [Int: Int]
  }

  private(set) var lists: [String: List] = [:]

  init() {}

  /// Reads `numbering.xml`; `styles` resolve lists that are only named by a style.
  init(_ tree: XMLTree, styles: DOCXStyles) {
    var abstract: [String: [Int: Level]] = [:]
    var links: [String: String] = [:]
    for node in tree.children(tree.root) where tree.isElement(node, .word, .abstractNum) {
      guard let id = tree.attribute(node, .word, .abstractNumId) else { continue }
      abstract[id] = DOCXNumbering.levels(tree, node)
      if let link = tree.child(node, .word, .numStyleLink).flatMap({ tree.attribute($0, .word, .val) }) {
        links[id] = link
      }
    }
    for node in tree.children(tree.root) where tree.isElement(node, .word, .num) {
      guard let id = tree.attribute(node, .word, .numId), lists.count < 10_000,
        let abstractID = tree.child(node, .word, .abstractNumId).flatMap({ tree.attribute($0, .word, .val) })
      else { continue }
      var list = List(abstractID: abstractID, levels: abstract[abstractID] ?? [:], starts: [:])
      for override in tree.children(node) where tree.isElement(override, .word, .lvlOverride) {
        guard let index = DOCXNumbering.levelIndex(tree, override) else { continue }
        for (level, value) in DOCXNumbering.levels(tree, override) { list.levels[level] = value }
        if let start = tree.child(override, .word, .startOverride).flatMap({ tree.number($0, .word, .val) }) {
          list.starts[index] = start
        }
      }
      lists[id] = list
    }
    for (id, list) in lists {
      guard let link = links[list.abstractID], let target = styles.styles[link]?.numberID, let real = lists[target]
      else {
        continue
      }
      lists[id]?.abstractID = real.abstractID
      lists[id]?.levels = real.levels
    }
  }

  private static func levels(_ tree: XMLTree, _ node: Int) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for child in tree.children(node) where tree.isElement(child, .word, .lvl) {
      if let index = levelIndex(tree, child) { levels[index] = level(tree, child) }
    }
    return levels
  }

  private static func levelIndex(_ tree: XMLTree, _ node: Int) -> Int? {
    tree.number(node, .word, .ilvl).flatMap { (0...8).contains($0) ? $0 : nil }
  }

  private static func level(_ tree: XMLTree, _ node: Int) -> Level {
    var level = Level()
    for child in tree.children(node) {
      if tree.isElement(child, .compatibility, .AlternateContent) {
        // A custom format is followed by the one that it falls back to.
        let fallback = tree.child(child, .compatibility, .Fallback).flatMap { tree.child($0, .word, .numFmt) }
        level.format = fallback.flatMap { tree.attribute($0, .word, .val) } ?? level.format
      }
      guard tree.nodes[child].space == .word else { continue }
      switch tree.nodes[child].local {
      case .start: level.start = tree.number(child, .word, .val) ?? 1
      case .numFmt: level.format = tree.attribute(child, .word, .val) ?? "decimal"
      case .lvlText: level.text = tree.attribute(child, .word, .val) ?? ""
      case .lvlRestart: level.restart = tree.number(child, .word, .val)
      case .isLgl: level.isLegal = DOCXStyles.isOn(tree, child)
      case .suff: level.hasNoSpace = tree.attribute(child, .word, .val) == "nothing"
      case .pStyle: level.style = tree.attribute(child, .word, .val)
      case .rPr:
        level.isHidden = DOCXStyles.run(tree, child).isHidden ?? false
        level.symbolFont = DOCXStyles.fonts(tree, child).first
      default: break
      }
    }
    return level
  }
}

/// Counts through the lists of a document and says what stands before each item.
struct DOCXListCounter {
  private var counts: [String: [Int?]] = [:]
  private var started: Set<String> = []

  /// Counts one more item on `level` (0 to 8) of the list `id`; `nil`: there is no such list.
  mutating func next(_ numbering: DOCXNumbering, list id: String, level: Int) -> ListMarker? {
    guard let list = numbering.lists[id], (0...8).contains(level) else { return nil }
    var count = counts[list.abstractID] ?? Array(repeating: nil, count: 9)
    let definition = list.levels[level] ?? DOCXNumbering.Level()
    if let start = list.starts[level], started.insert("\(id)/\(level)").inserted {
      count[level] = start
    } else {
      count[level] = count[level].map { $0 &+ 1 } ?? definition.start
    }
    for deeper in (level + 1)..<10 where deeper < 9 {
      let restart = list.levels[deeper]?.restart
      if restart == nil || level < restart ?? 0 { count[deeper] = nil }
    }
    counts[list.abstractID] = count

    if definition.isHidden { return ListMarker(text: "", isOrdered: true, hasNoSpace: true) }
    if definition.format == "bullet" {
      let bullet = SymbolFont.text(definition.text, font: definition.symbolFont ?? "")
      let isPrivate = bullet.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) }
      // A bullet means nothing but "item": one that only its font can show becomes the common one.
      return ListMarker(
        text: isPrivate ? "•" : bullet.trimmedBlanks, isOrdered: false, hasNoSpace: definition.hasNoSpace)
    }
    let text = filled(definition, list, count)
    return ListMarker(text: text.trimmedBlanks, isOrdered: true, hasNoSpace: definition.hasNoSpace)
  }

  /// The level's text with `%1` to `%9` replaced.
  private func filled(_ definition: DOCXNumbering.Level, _ list: DOCXNumbering.List, _ count: [Int?]) -> String {
    var out = ""
    var isPlace = false
    for scalar in definition.text.unicodeScalars {
      if isPlace, (0x31...0x39).contains(scalar.value) {
        let level = Int(scalar.value - 0x31)
        let shown = list.levels[level] ?? DOCXNumbering.Level()
        let format = definition.isLegal ? "decimal" : shown.format
        out += NumberFormat.text(count[level] ?? shown.start, format)
        isPlace = false
        continue
      }
      if isPlace { out += "%" }
      isPlace = scalar == "%"
      if !isPlace { out.unicodeScalars.append(scalar) }
    }
    return isPlace ? out + "%" : out
  }
}

extension String {
  /// Without ASCII blanks and ideographic spaces at both ends.
  fileprivate var trimmedBlanks: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first == " " || first == "\t" || first == "\u{3000}" { scalars.removeFirst() }
    while let last = scalars.last, last == " " || last == "\t" || last == "\u{3000}" { scalars.removeLast() }
    return String(scalars)
  }
}
