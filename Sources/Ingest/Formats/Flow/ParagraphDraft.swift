internal import Publication

/// The paragraph being read: inlines so far, and the run of equal look that is still open.
struct ParagraphDraft {
  /// Where a run stands on its line.
  enum Vertical: Sendable { case baseline, superscript, `subscript` }

  /// How a run of text looks.
  struct Look: Equatable {
    var isBold = false
    var isItalic = false
    var vertical = Vertical.baseline
  }

  /// What a deleted paragraph mark joins to the next paragraph.
  var carried: [Inline] = []
  /// Links being read, the outermost first; the paragraph itself at the bottom.
  private var groups: [[Inline]] = [[]]
  private var text = ""
  private var look = Look()
  /// Deleted and hidden text of the paragraph.
  var deleted = ""
  var hidden = ""
  /// Text boxes before the first character of the paragraph, and after.
  var boxesBefore: [Block] = []
  var boxesAfter: [Block] = []
  var hasRule = false

  /// Whether anything is seen in it yet.
  var isEmpty: Bool { text.isEmpty && groups.count == 1 && groups[0].isEmpty }
  /// How many links are open.
  var depth: Int { groups.count - 1 }

  mutating func append(_ piece: String, _ newLook: Look) {
    if piece.isEmpty { return }
    if newLook != look {
      flush()
      look = newLook
    }
    text += piece
  }

  mutating func append(_ inline: Inline) {
    flush()
    groups[groups.count - 1].append(inline)
  }

  mutating func append(contentsOf inlines: [Inline]) {
    flush()
    groups[groups.count - 1] += inlines
  }

  mutating func openGroup() {
    flush()
    groups.append([])
  }

  /// Ends the innermost group; `href`: as a link there, `nil`: as plain text.
  mutating func closeGroup(href: String?) {
    let inner = takeGroup()
    if let href, !inner.isEmpty {
      groups[groups.count - 1].append(.link(inner, href: href))
    } else {
      groups[groups.count - 1] += inner
    }
  }

  /// Ends the innermost group and gives it back.
  mutating func takeGroup() -> [Inline] {
    flush()
    return groups.count > 1 ? groups.removeLast() : []
  }

  /// Ends every group and gives back the paragraph.
  mutating func finish() -> [Inline] {
    while groups.count > 1 { closeGroup(href: nil) }
    flush()
    defer { groups = [[]] }
    return groups[0]
  }

  private mutating func flush() {
    guard !text.isEmpty else { return }
    var inline = Inline.text(text)
    switch look.vertical {
    case .baseline: break
    case .superscript: inline = .superscript([inline])
    case .subscript: inline = .subscript([inline])
    }
    if look.isItalic { inline = .emphasis([inline]) }
    if look.isBold { inline = .strong([inline]) }
    groups[groups.count - 1].append(inline)
    text = ""
  }
}

extension ParagraphDraft {
  /// Without forced line ends at both ends; nothing at all where only blanks are left.
  static func trimmed(_ inlines: [Inline]) -> [Inline] {
    var out = inlines[...]
    while out.first == .lineBreak { out.removeFirst() }
    while out.last == .lineBreak { out.removeLast() }
    return out.allSatisfy(isBlank) ? [] : Array(out)
  }

  private static func isBlank(_ inline: Inline) -> Bool {
    switch inline {
    case .text(let text):
      text.unicodeScalars.allSatisfy { $0.value <= 0x20 || $0.value == 0xA0 || $0.value == 0x3000 }
    case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner), .link(let inner, _):
      inner.allSatisfy(isBlank)
    case .lineBreak: true
    case .ruby, .image, .footnoteMark: false
    }
  }

  /// A heading is strong as a whole.
  static func withoutStrong(_ inlines: [Inline]) -> [Inline] {
    var out: [Inline] = []
    for inline in inlines {
      if case .strong(let inner) = inline { out += inner } else { out.append(inline) }
    }
    return out
  }
}
