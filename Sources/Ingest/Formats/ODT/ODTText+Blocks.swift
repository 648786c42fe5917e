internal import Publication

extension ODTText {
  /// The blocks inside `node`, in order.
  mutating func readBlocks(_ node: Int) throws(ReadingFault) -> [Block] {
    var sink = BlockSink()
    let outer = (paragraph, isAfterBlank)
    paragraph = ParagraphDraft()
    defer { (paragraph, isAfterBlank) = outer }
    try readBlocks(node, into: &sink)
    return sink.finished()
  }

  mutating func readBlocks(_ node: Int, into sink: inout BlockSink) throws(ReadingFault) {
    var child = tree.firstChild(node)
    while child >= 0 {
      try readBlock(child, into: &sink)
      child = tree.next(child)
    }
  }

  private mutating func readBlock(_ node: Int, into sink: inout BlockSink) throws(ReadingFault) {
    switch (tree.nodes[node].space, tree.nodes[node].local) {
    case (.none, _): break
    case (.odfText, .p), (.odfText, .h): try readParagraph(node, item: nil, into: &sink)
    case (.odfText, .list): try readList(node, ODTOpenList(), into: &sink)
    case (.odfText, .numberedParagraph): hold("单独编号的段落")
    case (.odfTable, .table):
      let rows = try readTable(node)
      if !rows.isEmpty { sink.append(.table(rows)) }
    case (.odfText, .section): try readSection(node, into: &sink)
    case (.odfText, .trackedChanges): try readChanges(node)
    case (.odfText, .userFieldDecl):
      if let value = tree.attribute(node, .odfOffice, .stringValue) {
        unpublished.append(UnpublishedText(.hidden, value))
      }
    case (.odfOffice, .forms):
      if tree.firstChild(node) >= 0 { hold("表单") }
    case (.odfDraw, _):
      // A frame that is fixed to the page and not to a paragraph.
      try readDrawing(node)
      try finishParagraph(.natural, into: &sink)
    default: try readBlocks(node, into: &sink)
    }
  }

  private mutating func readSection(_ node: Int, into sink: inout BlockSink) throws(ReadingFault) {
    keepLabel(tree.attribute(node, .odfText, .name))
    if tree.child(node, .odfText, .sectionSource) != nil { hold("链接到其他文件的节") }
    switch tree.attribute(node, .odfText, .display) {
    case "none":
      try with(.hidden) { text throws(ReadingFault) in try text.readBlocks(node, into: &sink) }
    case "condition":
      hold("按条件显示的节")
      try readBlocks(node, into: &sink)
    default: try readBlocks(node, into: &sink)
    }
  }

  /// Deleted text stands apart from the body, insertions stand in it.
  private mutating func readChanges(_ node: Int) throws(ReadingFault) {
    for region in tree.children(node) where tree.isElement(region, .odfText, .changedRegion) {
      if tree.child(region, .odfText, .insertion) != nil { hasTrackedChanges = true }
      guard let deletion = tree.child(region, .odfText, .deletion) else { continue }
      hasTrackedChanges = true
      try with(.deleted) { text throws(ReadingFault) in _ = try text.readBlocks(deletion) }
    }
  }

  /// A paragraph or heading; `item`: what it is in a list.
  mutating func readParagraph(_ node: Int, item: ODTItem?, into sink: inout BlockSink) throws(ReadingFault) {
    paragraphCount += 1
    guard paragraphCount <= limits.paragraphs else { throw ReadingFault.tooManyParagraphs(max: limits.paragraphs) }
    let style = styles.style("paragraph", tree.attribute(node, .odfText, .styleName))
    use(style.fonts)
    paragraph = ParagraphDraft()
    isAfterBlank = true
    // The bold of a paragraph's style belongs to its look as a whole, not to some of its words.
    var look = style.look
    (look.isBold, look.isItalic) = (nil, nil)
    try on(style.ground) { text throws(ReadingFault) in
      guard look.isUnseen else { return try text.readInlines(node, look) }
      try text.with(.hidden) { text throws(ReadingFault) in try text.readInlines(node, look) }
    }
    var heading: Int?
    if tree.nodes[node].local == .h {
      heading = tree.number(node, .odfText, .outlineLevel) ?? style.outline ?? 1
      if item == nil, tree.attribute(node, .odfText, .isListHeader) != "true", let level = heading {
        let marker = lists.heading(styles.lists[""], level: level)
        return try finishHeading(level, marker, into: &sink)
      }
    }
    if let heading { return try finishHeading(heading, item?.marker, into: &sink) }
    try finishParagraph(style.alignment ?? .natural, item: item, into: &sink)
  }

  private mutating func finishHeading(
    _ level: Int, _ marker: ListMarker?, into sink: inout BlockSink
  ) throws(ReadingFault) {
    let (inlines, before, after) = takeParagraph()
    for box in before { sink.append(box) }
    if !inlines.isEmpty {
      let number = marker?.beforeHeading ?? ""
      let heading = ParagraphDraft.withoutStrong(inlines)
      let shown = number.isEmpty ? heading : [.text(number)] + heading
      // In a table a heading is a paragraph, as in Word documents.
      sink.append(isInTable ? .paragraph(shown, alignment: .natural) : .heading(level: min(max(level, 1), 6), shown))
    }
    for box in after { sink.append(box) }
  }

  private mutating func finishParagraph(
    _ alignment: Block.Alignment, item: ODTItem? = nil, into sink: inout BlockSink
  ) throws(ReadingFault) {
    let (inlines, before, after) = takeParagraph()
    for box in before { sink.append(box) }
    if !inlines.isEmpty {
      let block = Block.paragraph(inlines, alignment: alignment)
      if let item, let marker = item.marker {
        sink.append(ListItem(marker: marker.text, [block]), level: item.level, isOrdered: marker.isOrdered)
      } else if item?.goesOn == true {
        sink.continueItem(block)
      } else {
        sink.append(block)
      }
    }
    for box in after { sink.append(box) }
  }

  private mutating func takeParagraph() -> (inlines: [Inline], before: [Block], after: [Block]) {
    let inlines = ParagraphDraft.trimmed(paragraph.finish())
    if !paragraph.deleted.isEmpty { unpublished.append(UnpublishedText(.deleted, paragraph.deleted)) }
    if !paragraph.hidden.isEmpty { unpublished.append(UnpublishedText(.hidden, paragraph.hidden)) }
    defer { paragraph = ParagraphDraft() }
    return (inlines, paragraph.boxesBefore, paragraph.boxesAfter)
  }
}
