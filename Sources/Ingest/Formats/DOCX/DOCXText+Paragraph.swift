internal import Publication

extension DOCXText {
  mutating func readParagraph(_ node: Int, into sink: inout BlockSink) throws(ReadingFault) {
    paragraphCount += 1
    guard paragraphCount <= limits.paragraphs else {
      throw ReadingFault.tooManyParagraphs(max: limits.paragraphs)
    }
    let properties = DOCXParagraphProperties(tree, node, styles)
    use(properties.style.fonts)
    let carried = paragraph.carried
    paragraph = ParagraphDraft()
    paragraph.append(contentsOf: carried)
    reopenLinks()
    let outer = ground
    ground = (properties.style.shade ?? .clear).over(ground)
    defer { ground = outer }
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
    inlines = ParagraphDraft.trimmed(inlines)
    place(paragraph.boxesBefore, into: &sink)
    let isHidden = inlines.isEmpty && properties.isMarkHidden
    let item = isHidden || visibility != .shown ? nil : try item(properties)
    if !inlines.isEmpty { append(inlines, properties, item, into: &sink) }
    if paragraph.hasRule { sink.append(.rule) }
    place(paragraph.boxesAfter, into: &sink)
  }

  private func append(
    _ inlines: [Inline], _ properties: DOCXParagraphProperties, _ item: (level: Int, marker: ListMarker)?,
    into sink: inout BlockSink
  ) {
    if let outline = properties.style.outline, (0...8).contains(outline), !isInTable {
      let number = item?.marker.beforeHeading ?? ""
      let heading = ParagraphDraft.withoutStrong(inlines)
      sink.append(.heading(level: min(outline + 1, 6), number.isEmpty ? heading : [.text(number)] + heading))
    } else if let item {
      let listItem = ListItem(marker: item.marker.text, [.paragraph(inlines, alignment: properties.alignment)])
      sink.append(listItem, level: item.level, isOrdered: item.marker.isOrdered)
    } else {
      sink.append(.paragraph(inlines, alignment: properties.alignment))
    }
  }

  private func place(_ boxes: [Block], into sink: inout BlockSink) {
    for box in boxes { sink.append(box) }
  }

  private mutating func item(
    _ properties: DOCXParagraphProperties
  ) throws(ReadingFault) -> (level: Int, marker: ListMarker)? {
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
