internal import Publication

extension DOCXText {
  /// Whether what is read is an instruction of a field and not its result.
  var isInInstruction: Bool { fields.contains { !$0.isResult } }

  mutating func readFieldCharacter(_ node: Int) {
    switch tree.attribute(node, .word, .fldCharType) {
    case "begin":
      guard fields.count < 64 else { return }
      var field = DOCXField()
      if let form = tree.child(node, .word, .ffData) { field.formText = DOCXText.formText(tree, form) }
      fields.append(field)
    case "separate":
      guard let last = fields.indices.last, !fields[last].isResult else { return }
      fields[last].isResult = true
      fields[last].href = fields[last].address()
      note(link: fields[last].target)
      openLink(last)
    case "end":
      guard let field = fields.popLast() else { return }
      if let depth = field.groupDepth, depth == paragraph.depth { paragraph.closeGroup(href: field.href) }
      finish(field)
    default: break
    }
  }

  /// Keeps the instruction for the gate, and shows what a field without a result shows.
  private mutating func finish(_ field: DOCXField) {
    let isPageNumber = ["PAGE", "NUMPAGES", "SECTIONPAGES"].contains(field.name) && field.instruction.utf8.count < 40
    if !isPageNumber { paragraph.hidden += field.instruction }
    let showsByItself = field.name == "FORMCHECKBOX" || field.name == "FORMDROPDOWN"
    if field.isResult, !showsByItself { return }
    if let text = field.shownWithoutResult {
      show(text, ParagraphDraft.Look())
    } else if !field.isResult {
      hold("域 \(field.name == "EQ" || field.name == "SYMBOL" ? field.name : "表单")")
    }
  }

  private static func formText(_ tree: XMLTree, _ form: Int) -> String? {
    if let box = tree.child(form, .word, .checkBox) {
      let state = tree.child(box, .word, .checked) ?? tree.child(box, .word, .default)
      return state.map { DOCXStyles.isOn(tree, $0) } ?? false ? "\u{2611}" : "\u{2610}"
    }
    guard let list = tree.child(form, .word, .ddList) else { return nil }
    let entries = tree.children(list).filter { tree.isElement($0, .word, .listEntry) }
    let chosen =
      (tree.child(list, .word, .result) ?? tree.child(list, .word, .default)).flatMap { tree.number($0, .word, .val) }
      ?? 0
    return entries.indices.contains(chosen) ? tree.attribute(entries[chosen], .word, .val) : nil
  }

  /// Links of fields that began in an earlier paragraph.
  mutating func reopenLinks() {
    for index in fields.indices where fields[index].isResult { openLink(index) }
  }

  private mutating func openLink(_ index: Int) {
    guard fields[index].href != nil, visibility == .shown else { return }
    paragraph.openGroup()
    fields[index].groupDepth = paragraph.depth
  }

  /// `w:fldSimple`: its result, its instruction for the gate.
  mutating func readSimpleField(_ node: Int, style: RunLook) throws(ReadingFault) {
    var field = DOCXField()
    field.instruction = tree.attribute(node, .word, .instr) ?? ""
    field.isResult = true
    note(link: field.target)
    let hasContent = tree.firstChild(node) >= 0
    try readLink(node, href: field.address(), style: style)
    field.isResult = hasContent
    finish(field)
  }

  /// `w:hyperlink`: a link where its relationship leads to an address that may be published.
  mutating func readHyperlink(_ node: Int, style: RunLook) throws(ReadingFault) {
    keepLabel(tree.attribute(node, .word, .tooltip))
    let target = tree.attribute(node, .relationship, .id).flatMap { relationships[$0] }
    let href = target.flatMap { $0.isExternal ? DOCXField.publishable($0.target) : nil }
    note(link: target.flatMap { $0.isExternal ? $0.target : nil })
    try readLink(node, href: href, style: style)
  }

  private mutating func readLink(_ node: Int, href: String?, style: RunLook) throws(ReadingFault) {
    guard href != nil, visibility == .shown else { return try readInlines(node, style: style) }
    paragraph.openGroup()
    let depth = paragraph.depth
    try readInlines(node, style: style)
    while paragraph.depth > depth { paragraph.closeGroup(href: nil) }
    if paragraph.depth == depth { paragraph.closeGroup(href: href) }
  }
}
