internal import Publication

extension ODTText {
  /// Everything inside a paragraph or one of the elements in it, in order.
  mutating func readInlines(_ node: Int, _ look: RunLook) throws(ReadingFault) {
    var child = tree.firstChild(node)
    while child >= 0 {
      try readInline(child, look)
      child = tree.next(child)
    }
  }

  private mutating func readInline(_ node: Int, _ look: RunLook) throws(ReadingFault) {
    switch (tree.nodes[node].space, tree.nodes[node].local) {
    case (.none, .characters): showCharacters(node, look)
    case (.odfText, .span): try readSpan(node, look)
    case (.odfText, .a): try readLink(node, look)
    case (.odfText, .s): showBlanks(min(max(tree.number(node, .odfText, .c) ?? 1, 0), 1000), look)
    case (.odfText, .tab): showMark(isInTable ? " " : "\t", look)
    case (.odfText, .lineBreak): showBreak(look)
    case (.odfText, .note): try readNote(node)
    case (.odfText, .ruby): try readRuby(node, look)
    case (.odfText, .hiddenText), (.odfText, .hiddenParagraph):
      paragraph.hidden += tree.attribute(node, .odfText, .stringValue) ?? ""
      try with(.hidden) { text throws(ReadingFault) in try text.readInlines(node, look) }
    case (.odfText, .script): paragraph.hidden += tree.text(node)
    case (.odfText, .bookmark), (.odfText, .bookmarkStartMark): keepLabel(tree.attribute(node, .odfText, .name))
    case (.odfText, .softPageBreak): break
    case (.odfText, .date), (.odfText, .time):
      if tree.attribute(node, .odfText, .fixed) != "true" { hold("自动更新的日期或时间") }
      try readInlines(node, look)
    case (.odfOffice, .annotation): try readUnpublished(node, as: .comment)
    case (.odfText, .insertion), (.odfText, .deletion): hasTrackedChanges = true
    case (.odfDraw, _): try readDrawing(node)
    default:
      // A field says what it shows; what it holds for later is for the gate.
      if let value = tree.attribute(node, .odfText, .stringValue) { keepLabel(value) }
      try readInlines(node, look)
    }
  }

  private mutating func readSpan(_ node: Int, _ outer: RunLook) throws(ReadingFault) {
    let style = styles.style("text", tree.attribute(node, .odfText, .styleName))
    use(style.fonts)
    let look = outer.overlaid(by: style.look)
    if look.isUnseen {
      try with(.hidden) { text throws(ReadingFault) in try text.readInlines(node, look) }
    } else {
      try readInlines(node, look)
    }
  }

  mutating func readLink(_ node: Int, _ look: RunLook) throws(ReadingFault) {
    let written = tree.attribute(node, .xlink, .href)
    note(link: written)
    let address = written.flatMap(LinkAddress.published)
    guard visibility == .shown, let address else { return try readInlines(node, look) }
    paragraph.openGroup()
    let depth = paragraph.depth
    try readInlines(node, look)
    if paragraph.depth == depth { paragraph.closeGroup(href: address) }
  }

  // MARK: Characters

  private mutating func showCharacters(_ node: Int, _ look: RunLook) {
    let bytes = collapsed(tree.characters(node))
    guard !bytes.isEmpty else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    if look.isStruck ?? false, text.utf8.contains(where: { $0 > 0x20 }) { hold("带删除线的文字") }
    if look.isConcealed(on: ground), !text.trimmedWhitespace.isEmpty { conceal() }
    show(text, look)
  }

  /// Blanks and line ends of the file are one blank, and none at the beginning of a paragraph.
  /// Source: ODF 1.3 Part 3, 6.1.2 (White space characters).
  private mutating func collapsed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        if !isAfterBlank { out.append(0x20) }
        isAfterBlank = true
      } else {
        out.append(byte)
        isAfterBlank = false
      }
    }
    return out
  }

  private mutating func showBlanks(_ count: Int, _ look: RunLook) {
    showMark(String(repeating: " ", count: count), look)
  }

  private mutating func showMark(_ text: String, _ look: RunLook) {
    show(text, look)
    isAfterBlank = false
  }

  private mutating func showBreak(_ look: RunLook) {
    isAfterBlank = false
    if visibility == .shown { paragraph.append(.lineBreak) } else { show(" ", look) }
  }

  /// Text to where it belongs: the paragraph, or the gate alone.
  mutating func show(_ text: String, _ look: RunLook = RunLook()) {
    switch visibility {
    case .deleted: paragraph.deleted += text
    case .hidden: paragraph.hidden += text
    case .shown:
      paragraph.append(
        text,
        ParagraphDraft.Look(
          isBold: look.isBold ?? false, isItalic: look.isItalic ?? false, vertical: look.vertical ?? .baseline))
    }
  }

  // MARK: Notes and readings

  private mutating func readNote(_ node: Int) throws(ReadingFault) {
    guard let body = tree.child(node, .odfText, .noteBody) else { return }
    guard isPublished, visibility == .shown else { return try readUnpublished(body, as: .hidden) }
    let index = footnotes.count
    footnotes.append([])
    paragraph.append(.footnoteMark(number: index + 1))
    isAfterBlank = false
    footnotes[index] = try readBlocks(body)
  }

  private mutating func readRuby(_ node: Int, _ look: RunLook) throws(ReadingFault) {
    guard let base = tree.child(node, .odfText, .odfRubyBase) else { return }
    let reading = tree.child(node, .odfText, .odfRubyText)
    guard visibility == .shown else {
      try readInlines(base, look)
      if let reading { try readInlines(reading, look) }
      return
    }
    func group(_ part: Int) throws(ReadingFault) -> [Inline] {
      paragraph.openGroup()
      try readInlines(part, look)
      return paragraph.takeGroup()
    }
    let text = try group(base)
    let said = try reading.map { part throws(ReadingFault) in try group(part) } ?? []
    if !text.isEmpty { paragraph.append(.ruby(base: text, reading: PlainText.of(said))) }
  }
}
