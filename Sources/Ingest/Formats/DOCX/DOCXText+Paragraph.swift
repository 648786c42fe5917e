internal import Publication

extension DOCXText {
  mutating func readParagraph(_ node: Int, into sink: inout DOCXBlockSink) throws(DOCXFault) {
    paragraphCount += 1
    guard paragraphCount <= limits.paragraphs else {
      let details = ["what": "段落数", "used": "\(limits.paragraphs) 以上", "max": String(limits.paragraphs)]
      throw DOCXFault(diagnostic: Diagnostic(.tooLarge, .hold, details: details))
    }
    let properties = DOCXParagraphProperties(tree, node, styles)
    use(properties.style.fonts)
    let carried = paragraph.carried
    paragraph = DOCXParagraph()
    paragraph.append(contentsOf: carried)
    reopenLinks()
    try readInlines(node, style: properties.style.run)
    var inlines = paragraph.finish()
    // Links that go on in the next paragraph begin there anew.
    for index in fields.indices { fields[index].groupDepth = nil }
    keepUnpublished()

    if properties.isMarkDeleted {
      hasTrackedChanges = true
      paragraph.carried = inlines
      place(paragraph.boxesBefore + paragraph.boxesAfter, into: &sink)
      return
    }
    inlines = DOCXText.trimmed(inlines)
    place(paragraph.boxesBefore, into: &sink)
    let isHidden = inlines.isEmpty && properties.isMarkHidden
    let item = isHidden || visibility != .shown ? nil : try item(properties)
    if !inlines.isEmpty { append(inlines, properties, item, into: &sink) }
    if paragraph.hasRule { sink.append(.rule) }
    place(paragraph.boxesAfter, into: &sink)
  }

  private func append(
    _ inlines: [Inline], _ properties: DOCXParagraphProperties, _ item: (level: Int, marker: DOCXListCounter.Marker)?,
    into sink: inout DOCXBlockSink
  ) {
    if let outline = properties.style.outline, (0...8).contains(outline), !isInTable {
      let number = item.map { DOCXText.prefix($0.marker) } ?? ""
      let heading = DOCXText.withoutStrong(inlines)
      sink.append(.heading(level: min(outline + 1, 6), number.isEmpty ? heading : [.text(number)] + heading))
    } else if let item {
      let listItem = ListItem(marker: item.marker.text, [.paragraph(inlines, alignment: properties.alignment)])
      sink.append(listItem, level: item.level, isOrdered: item.marker.isOrdered)
    } else {
      sink.append(.paragraph(inlines, alignment: properties.alignment))
    }
  }

  /// The number before a heading, with the space that stands between number and text.
  private static func prefix(_ marker: DOCXListCounter.Marker) -> String {
    guard marker.isOrdered, !marker.text.isEmpty else { return "" }
    // Chinese marks (、）) carry their own space.
    let isWide = marker.text.unicodeScalars.last.map { $0.value >= 0x2E80 } ?? false
    return marker.hasNoSpace || isWide ? marker.text : marker.text + " "
  }

  private func place(_ boxes: [Block], into sink: inout DOCXBlockSink) {
    for box in boxes { sink.append(box) }
  }

  private mutating func item(
    _ properties: DOCXParagraphProperties
  ) throws(DOCXFault) -> (level: Int, marker: DOCXListCounter.Marker)? {
    guard let list = properties.style.numberID, list != "0" else { return nil }
    let numbering = try numbering()
    let level = properties.level(numbering)
    return lists.next(numbering, list: list, level: level).map { (level, $0) }
  }

  /// What is deleted or hidden goes to the gate, as one text a paragraph.
  private mutating func keepUnpublished() {
    if !paragraph.deleted.isEmpty { unpublished.append(UnpublishedText(.deleted, paragraph.deleted)) }
    if !paragraph.hidden.isEmpty { unpublished.append(UnpublishedText(.hidden, paragraph.hidden)) }
  }

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
  private static func withoutStrong(_ inlines: [Inline]) -> [Inline] {
    var out: [Inline] = []
    for inline in inlines {
      if case .strong(let inner) = inline { out += inner } else { out.append(inline) }
    }
    return out
  }

  mutating func use(_ fonts: [String]) {
    for font in fonts where !fontNames.contains(font) { fontNames.insert(font) }
  }
}

/// What a paragraph says of itself, over its style.
struct DOCXParagraphProperties {
  var style: DOCXStyles.Style
  private let styleID: String?
  private let saysLevel: Bool
  var isMarkDeleted = false
  var isMarkHidden = false

  init(_ tree: XMLTree, _ node: Int, _ styles: DOCXStyles) {
    guard let properties = tree.child(node, .word, .pPr) else {
      style = styles.paragraph(nil)
      styleID = nil
      saysLevel = false
      isMarkHidden = style.run.isHidden ?? false
      return
    }
    styleID = tree.child(properties, .word, .pStyle).flatMap { tree.attribute($0, .word, .val) }
    var own = styles.paragraph(styleID)
    let before = own.numberLevel
    own.numberLevel = nil
    DOCXStyles.readParagraph(tree, properties, into: &own)
    saysLevel = own.numberLevel != nil
    own.numberLevel = own.numberLevel ?? before
    style = own
    isMarkHidden = own.run.isHidden ?? false
    if let mark = tree.child(properties, .word, .rPr) {
      isMarkDeleted = tree.child(mark, .word, .del) != nil || tree.child(mark, .word, .moveFrom) != nil
      if let hidden = tree.child(mark, .word, .vanish) { isMarkHidden = DOCXStyles.isOn(tree, hidden) }
    }
  }

  var alignment: Block.Alignment { style.alignment ?? .natural }

  /// The level in a list: its own, else the one that names the paragraph's style (17.9.23, pStyle).
  func level(_ numbering: DOCXNumbering) -> Int {
    if !saysLevel, let styleID, let id = style.numberID, let list = numbering.lists[id],
      let found = list.levels.first(where: { $0.value.style == styleID })
    {
      return found.key
    }
    return min(max(style.numberLevel ?? 0, 0), 8)
  }
}
