internal import Publication

extension DOCXText {
  /// Everything inside a paragraph or one of the wrappers in it, in order.
  mutating func readInlines(_ node: Int, style: RunLook) throws(ReadingFault) {
    var child = tree.firstChild(node)
    while child >= 0 {
      try readInline(child, style: style)
      child = tree.next(child)
    }
  }

  private mutating func readInline(_ node: Int, style: RunLook) throws(ReadingFault) {
    switch (tree.nodes[node].space, tree.nodes[node].local) {
    case (.word, .r): try readRun(node, style: style)
    case (.word, .bookmarkStart): keepLabel(tree.attribute(node, .word, .name))
    case (.word, .hyperlink): try readHyperlink(node, style: style)
    case (.word, .fldSimple): try readSimpleField(node, style: style)
    case (.word, .ins), (.word, .moveTo):
      hasTrackedChanges = true
      try readInlines(node, style: style)
    case (.word, .del), (.word, .moveFrom):
      hasTrackedChanges = true
      try with(.deleted) { text throws(ReadingFault) in try text.readInlines(node, style: style) }
    case (.word, .sdt):
      if let content = tree.child(node, .word, .sdtContent) { try readInlines(content, style: style) }
    case (.word, .bdo):
      if tree.attribute(node, .word, .val) == "rtl" { hold("倒着排的文字（bdo）") }
      try readInlines(node, style: style)
    case (.word, .smartTag), (.word, .customXml), (.word, .dir):
      try readInlines(node, style: style)
    case (.compatibility, .AlternateContent):
      let branch = DOCXText.branch(tree, node)
      keepOthers(node, than: branch)
      if let branch { try readInlines(branch, style: style) }
    case (.math, .oMath), (.math, .oMathPara): show(readMath(node))
    case (.word, .subDoc): hold("子文档")
    default: break
    }
  }

  private mutating func readRun(_ node: Int, style: RunLook) throws(ReadingFault) {
    var own = RunLook()
    var font: Int?
    if let properties = tree.child(node, .word, .rPr) {
      own = DOCXStyles.run(tree, properties)
      if let id = tree.child(properties, .word, .rStyle).flatMap({ tree.attribute($0, .word, .val) }),
        let character = styles.run(id)
      {
        own = character.run.overlaid(by: own)
        use(character.fonts)
      }
      font = tree.child(properties, .word, .rFonts)
      if let font { note(fonts: font) }
    }
    // The bold of a paragraph's style belongs to its look as a whole, not to some of its words.
    let whole = style.overlaid(by: own)
    let look = ParagraphDraft.Look(
      isBold: own.isBold ?? false, isItalic: own.isItalic ?? false, vertical: whole.vertical ?? .baseline)
    let run = DOCXRun(
      look: look, isStruck: whole.isStruck ?? false, isConcealed: whole.isConcealed(on: ground), font: font)
    if whole.isUnseen {
      try with(.hidden) { text throws(ReadingFault) in try text.readRunContent(node, run) }
    } else {
      try readRunContent(node, run)
    }
  }

  private mutating func readRunContent(_ node: Int, _ run: DOCXRun) throws(ReadingFault) {
    var child = tree.firstChild(node)
    while child >= 0 {
      try readRunPart(child, run)
      child = tree.next(child)
    }
  }

  private mutating func readRunPart(_ node: Int, _ run: DOCXRun) throws(ReadingFault) {
    switch (tree.nodes[node].space, tree.nodes[node].local) {
    case (.word, .t):
      let text = characters(node, run)
      if run.isStruck, !text.isEmpty { hold("带删除线的文字") }
      if run.isConcealed, !text.trimmedWhitespace.isEmpty, !isInInstruction { conceal() }
      show(text, run.look)
    case (.word, .tab), (.word, .ptab): show(isInTable ? " " : "\t", run.look)
    case (.word, .br), (.word, .cr): showBreak()
    case (.word, .sym): showSymbol(node, run)
    // Word's own plain text has a hyphen here; numbers keep their form.
    case (.word, .noBreakHyphen): show("-", run.look)
    case (.word, .softHyphen): show("\u{00AD}", run.look)
    case (.word, .delText):
      try with(.deleted) { text throws(ReadingFault) in text.show(text.characters(node, run), run.look) }
    case (.word, .delInstrText): paragraph.deleted += tree.text(node)
    case (.word, .instrText): readInstruction(node)
    case (.word, .fldChar): readFieldCharacter(node)
    case (.word, .footnoteReference): showNote(node, isEndnote: false)
    case (.word, .endnoteReference): showNote(node, isEndnote: true)
    case (.word, .ruby): try readRuby(node, run)
    case (.word, .drawing), (.word, .pict), (.word, .object): try readDrawing(node)
    case (.word, .contentPart): hold("手写墨迹")
    case (.compatibility, .AlternateContent):
      let branch = DOCXText.branch(tree, node)
      keepOthers(node, than: branch)
      if let branch { try readRunContent(branch, run) }
    default: break
    }
  }

  private mutating func readInstruction(_ node: Int) {
    if visibility == .shown, let last = fields.indices.last, !fields[last].isResult {
      fields[last].instruction += tree.text(node)
    } else {
      paragraph.hidden += tree.text(node)
    }
  }

  /// Text to where it belongs: the paragraph, an instruction, or the gate alone.
  mutating func show(_ text: String, _ look: ParagraphDraft.Look) {
    switch visibility {
    case .deleted: paragraph.deleted += text
    case .hidden: paragraph.hidden += text
    case .shown:
      if let open = fields.lastIndex(where: { !$0.isResult }) {
        fields[open].instruction += text
      } else {
        paragraph.append(text, look)
      }
    }
  }

  /// Ready inlines to where they belong.
  mutating func show(_ inlines: [Inline]) {
    if visibility == .shown, !isInInstruction {
      paragraph.append(contentsOf: inlines)
    } else {
      show(PlainText.of(inlines), ParagraphDraft.Look())
    }
  }

  private mutating func showBreak() {
    if visibility == .shown, !isInInstruction { paragraph.append(.lineBreak) } else { show(" ", ParagraphDraft.Look()) }
  }

  private mutating func showSymbol(_ node: Int, _ run: DOCXRun) {
    let font = tree.attribute(node, .word, .font)?.lowercased() ?? ""
    if !font.isEmpty { fontNames.insert(font) }
    guard let code = tree.attribute(node, .word, .char).flatMap({ UInt32($0, radix: 16) }),
      let text = SymbolFont.text(code: code, font: font)
    else { return }
    show(text, run.look)
  }

  private mutating func readRuby(_ node: Int, _ run: DOCXRun) throws(ReadingFault) {
    guard let base = tree.child(node, .word, .rubyBase) else { return }
    guard visibility == .shown, !isInInstruction else {
      try readInlines(base, style: RunLook())
      if let reading = tree.child(node, .word, .rt) { try readInlines(reading, style: RunLook()) }
      return
    }
    func group(_ part: Int) throws(ReadingFault) -> [Inline] {
      paragraph.openGroup()
      try readInlines(part, style: RunLook())
      return paragraph.takeGroup()
    }
    let text = try group(base)
    let reading = try tree.child(node, .word, .rt).map { part throws(ReadingFault) in try group(part) } ?? []
    if !text.isEmpty { paragraph.append(.ruby(base: text, reading: PlainText.of(reading))) }
  }

  /// The text of `w:t`: blanks at its ends count only where the file says so, line ends are blanks.
  private func characters(_ node: Int, _ run: DOCXRun) -> String {
    let child = tree.firstChild(node)
    guard child >= 0, tree.next(child) < 0, tree.nodes[child].local == .characters else { return "" }
    var bytes = tree.characters(child)
    if tree.attributeBytes(node, .xml, .space)?.first != UInt8(ascii: "p") {
      bytes = bytes.drop { $0 <= 0x20 }
      while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    }
    var isPlain = true
    var mayBeSymbol = false
    for byte in bytes {
      if byte < 0x20 { isPlain = false }
      if byte == 0xEF { mayBeSymbol = true }
    }
    let text =
      isPlain
      ? String(decoding: bytes, as: UTF8.self)
      : String(decoding: bytes.map { $0 < 0x20 ? ($0 == 0x09 && !isInTable ? $0 : 0x20) : $0 }, as: UTF8.self)
    guard mayBeSymbol, let font = run.font else { return text }
    for name in [XMLLocal.ascii, .hAnsi] {
      if let font = tree.attribute(font, .word, name)?.lowercased(), SymbolFont.table(font) != nil {
        return SymbolFont.text(text, font: font)
      }
    }
    return text
  }

  /// Notes the fonts of a run; each name is made into a string once.
  private mutating func note(fonts node: Int) {
    for index in tree.nodes[node].range {
      let attribute = tree.attributes[Int(index)]
      switch attribute.local {
      case .ascii, .hAnsi, .eastAsia, .cs: break
      default: continue
      }
      let bytes = tree.bytes[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]
      var hash = 5381
      for byte in bytes { hash = hash &* 33 &+ Int(byte) }
      if !bytes.isEmpty, seenFonts.count < 4096, seenFonts.insert(hash).inserted {
        fontNames.insert(String(decoding: bytes, as: UTF8.self).lowercased())
      }
    }
  }
}

/// What the parts of one run share.
struct DOCXRun {
  var look: ParagraphDraft.Look
  var isStruck: Bool
  /// Written in the colour of what is behind it.
  var isConcealed: Bool
  /// The `w:rFonts` of the run.
  var font: Int?
}
