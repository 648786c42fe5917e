internal import Publication

extension DOCXText {
  /// Reads `w:drawing`, `w:pict` and `w:object`: pictures, text boxes and words in shapes; what can't be shown holds the item.
  mutating func readDrawing(_ node: Int) throws(ReadingFault) {
    if tree.isElement(node, .word, .object), let object = tree.child(node, .office, .OLEObject) {
      return hold("嵌入对象" + DOCXText.program(tree.attribute(object, .none, .ProgID)))
    }
    try readGraphic(node, alternative: "")
  }

  private mutating func readGraphic(_ node: Int, alternative: String) throws(ReadingFault) {
    var alternative = alternative
    let outer = boxGround
    boxGround = shapeFill(node) ?? boxGround
    defer { boxGround = outer }
    switch (tree.nodes[node].space, tree.nodes[node].local) {
    case (.wordDrawing, .inline), (.wordDrawing, .anchor):
      guard let properties = tree.child(node, .wordDrawing, .docPr) else { break }
      alternative = keepAlternative(properties, [.descr, .title])
      keepLabel(tree.attribute(properties, .none, .name))
      let link = tree.child(properties, .drawing, .hlinkClick).flatMap { tree.attribute($0, .relationship, .id) }
      note(link: link.flatMap { relationships[$0] }.flatMap { $0.isExternal ? $0.target : nil })
      if DOCXText.isOn(tree.attribute(properties, .none, .hidden)) {
        return try with(.hidden) { text throws(ReadingFault) in try text.readGraphics(node, alternative: alternative) }
      }
    case (.vml, .shape), (.vml, .rect):
      alternative = keepAlternative(node, [.alt])
      if DOCXText.isOn(tree.attribute(node, .office, .hr)) { paragraph.hasRule = visibility == .shown }
    case (.vml, .textpath): showWordArt(tree.attribute(node, .none, .string) ?? "")
    case (.word, .txbxContent): return try readBox(node)
    case (.drawing, .t): showWordArt(tree.text(node))
    case (.drawing, .blip): return showPicture(node, .embed, .link, alternative)
    case (.drawing, .srcRect): holdCropped(node)
    case (.vml, .imagedata): return showPicture(node, .id, .href, alternative)
    case (.chart, .chart), (.extendedChart, .chart): hold("图表")
    case (.diagram, .relIds): hold("SmartArt 图形")
    case (.office, .OLEObject): hold("嵌入对象" + DOCXText.program(tree.attribute(node, .none, .ProgID)))
    case (.word, .control): hold("ActiveX 控件")
    case (.compatibility, .AlternateContent):
      let branch = DOCXText.branch(tree, node)
      keepOthers(node, than: branch)
      if let branch { try readGraphics(branch, alternative: alternative) }
      return
    default:
      if tree.nodes[node].local == .contentPart { hold("手写墨迹") }
    }
    try readGraphics(node, alternative: alternative)
  }

  private mutating func readGraphics(_ node: Int, alternative: String) throws(ReadingFault) {
    var child = tree.firstChild(node)
    while child >= 0 {
      if tree.nodes[child].local != .characters { try readGraphic(child, alternative: alternative) }
      child = tree.next(child)
    }
  }

  /// A text box: its blocks stand before the paragraph that holds it, or after, where that one has begun.
  private mutating func readBox(_ node: Int) throws(ReadingFault) {
    let outer = (fields, ground)
    (fields, ground) = ([], boxGround.over(.paper))
    defer { (fields, ground) = outer }
    let isBefore = paragraph.isEmpty
    let blocks = try readBlocks(node)
    if isBefore { paragraph.boxesBefore += blocks } else { paragraph.boxesAfter += blocks }
  }

  /// Words drawn as a shape: a red head, a watermark.
  private mutating func showWordArt(_ text: String) {
    guard !text.isEmpty else { return }
    guard visibility == .shown else { return show(text, ParagraphDraft.Look()) }
    let block = Block.paragraph([.text(text)], alignment: .natural)
    if paragraph.isEmpty { paragraph.boxesBefore.append(block) } else { paragraph.boxesAfter.append(block) }
  }

  /// The description of a drawing, also for the gate.
  private mutating func keepAlternative(_ node: Int, _ names: [XMLLocal]) -> String {
    var first = ""
    for name in names {
      guard let text = tree.attribute(node, .none, name), !text.isEmpty else { continue }
      unpublished.append(UnpublishedText(.alternative, text))
      if first.isEmpty { first = text }
    }
    return first
  }

  private mutating func showPicture(_ node: Int, _ embedded: XMLLocal, _ linked: XMLLocal, _ alternative: String) {
    guard isPublished, visibility == .shown else { return }
    if let id = tree.attribute(node, .relationship, embedded), !id.isEmpty {
      guard let target = relationships[id] else { return missing(alternative.isEmpty ? "未命名" : alternative) }
      if target.isExternal {
        remoteImages += 1
      } else if let digest = picture(target.target) {
        paragraph.append(.image(ImageReference(digest: digest, alternative: alternative)))
      }
    } else if tree.attribute(node, .relationship, linked) != nil {
      remoteImages += 1
    }
  }

  /// The picture of this part, cleaned; `nil`: it can't be published, and a diagnostic says why.
  private mutating func picture(_ part: String) -> ContentDigest? {
    if let known = imageReferences[part] { return known }
    imageReferences[part] = .some(nil)
    guard let entry = package.entry(part) else {
      missing(part)
      return nil
    }
    let name = FileName(part).base.description
    guard let bytes = try? package.content(entry), let clean = ImageSanitizer.sanitize(bytes) else {
      diagnostics.append(Diagnostic(.imageNotUsable, .hold, place: place, details: ["name": name]))
      return nil
    }
    let digest = ContentDigest(of: clean.bytes)
    imageReferences[part] = .some(digest)
    if !images.contains(where: { $0.digest == digest }) {
      images.append(ImageResource(digest: digest, bytes: clean.bytes, mediaType: clean.mediaType, name: name))
    }
    return digest
  }

  private mutating func missing(_ part: String) {
    let name = FileName(part).base.description
    diagnostics.append(Diagnostic(.pictureLost, .hold, place: place, details: ["name": name]))
  }

  /// What a crop hides is still in the picture's bytes, and would be published.
  private mutating func holdCropped(_ node: Int) {
    let isCropped = [XMLLocal.l, .t, .r, .b].contains { name in (tree.number(node, .none, name) ?? 0) > 0 }
    if isCropped { hold("裁剪过的图片，裁掉的部分仍在文件里") }
  }

  private static func isOn(_ value: String?) -> Bool { value == "1" || value == "true" || value == "t" }

  /// The program of an embedded object, where its name is one ("Excel.Sheet.12").
  private static func program(_ name: String?) -> String {
    guard let name, !name.isEmpty, name.utf8.count <= 32,
      name.utf8.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) })
    else { return "" }
    return "（\(name)）"
  }
}
