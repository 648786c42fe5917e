internal import Publication

extension ODTText {
  /// Frames and shapes: pictures, text boxes and words in shapes; what can't be shown holds the item.
  /// Source: ODF 1.3 Part 3, 10.4 (Frames): the elements of a frame are representations of one content, the best first.
  mutating func readDrawing(_ node: Int) throws(ReadingFault) {
    keepLabel(tree.attribute(node, .odfDraw, .name))
    let alternative = alternative(of: node)
    switch tree.nodes[node].local {
    case .frame: try readFrame(node, alternative)
    case .g: try readInlines(node, RunLook())
    case .a: try readLink(node, RunLook())
    case .control: hold("表单控件")
    case .image: try showPictures([node], alternative, cropped: false)
    default: try readBox(node, of: node)
    }
  }

  private mutating func alternative(of node: Int) -> String {
    var first = ""
    for child in tree.children(node) where tree.nodes[child].space == .svg {
      guard tree.nodes[child].local == .title || tree.nodes[child].local == .desc else { continue }
      let text = tree.text(child).trimmedWhitespace
      if text.isEmpty { continue }
      unpublished.append(UnpublishedText(.alternative, text))
      if first.isEmpty || tree.nodes[child].local == .desc { first = text }
    }
    return first
  }

  private mutating func readFrame(_ node: Int, _ alternative: String) throws(ReadingFault) {
    var pictures: [Int] = []
    for child in tree.children(node) where tree.nodes[child].space == .odfDraw {
      switch tree.nodes[child].local {
      case .textBox: return try readBox(child, of: node)
      case .object: return try readObject(child)
      case .objectOLE: return hold("嵌入对象")
      case .plugin, .applet, .floatingFrame: return hold("嵌入的多媒体或网页框")
      case .image: pictures.append(child)
      default: break
      }
    }
    if !pictures.isEmpty {
      let style = styles.style("graphic", tree.attribute(node, .odfDraw, .styleName))
      try showPictures(pictures, alternative, cropped: style.isCropped)
    }
  }

  /// A text box: its blocks stand before the paragraph that holds it, or after, where that one has begun.
  private mutating func readBox(_ node: Int, of shape: Int) throws(ReadingFault) {
    let isBefore = paragraph.isEmpty
    let own = styles.style("graphic", tree.attribute(shape, .odfDraw, .styleName)).ground ?? .clear
    let blocks = try on(own.over(.paper)) { text throws(ReadingFault) in try text.readBlocks(node) }
    if isBefore { paragraph.boxesBefore += blocks } else { paragraph.boxesAfter += blocks }
  }

  private mutating func readObject(_ node: Int) throws(ReadingFault) {
    guard isPublished, visibility == .shown else { return }
    if let inside = tree.child(node, .mathML, .mathRoot) { return try showFormula(tree, inside) }
    guard let name = tree.attribute(node, .xlink, .href).flatMap(ODTPackage.partName),
      let part = try package.tree(name + "/content.xml"), part.isElement(part.root, .mathML, .mathRoot)
    else { return hold("图表或嵌入对象") }
    try showFormula(part, part.root)
  }

  private mutating func showFormula(_ part: XMLTree, _ node: Int) throws(ReadingFault) {
    guard visibility == .shown else { return }
    guard let formula = MathMLLine.inlines(part, node) else { return hold("公式") }
    paragraph.append(contentsOf: formula)
    isAfterBlank = false
  }

  /// The first of several representations that can be published.
  private mutating func showPictures(_ nodes: [Int], _ alternative: String, cropped: Bool) throws(ReadingFault) {
    guard isPublished, visibility == .shown else { return }
    if cropped { hold("裁剪过的图片，裁掉的部分仍在文件里") }
    var missing: Code?
    var name = ""
    for node in nodes {
      guard let address = tree.attribute(node, .xlink, .href) else {
        missing = missing ?? .imageNotUsable
        continue
      }
      guard let part = ODTPackage.partName(address) else {
        remoteImages += 1
        return
      }
      name = FileName(part).base.description
      switch try picture(part) {
      case .shown(let digest):
        paragraph.append(.image(ImageReference(digest: digest, alternative: alternative)))
        isAfterBlank = false
        return
      case .missing: missing = missing ?? .pictureLost
      case .unusable: missing = .imageNotUsable
      }
    }
    guard let missing else { return }
    diagnostics.append(Diagnostic(missing, .hold, place: place, details: ["name": name.isEmpty ? "未命名" : name]))
  }

  private enum Picture { case shown(ContentDigest), missing, unusable }

  private mutating func picture(_ part: String) throws(ReadingFault) -> Picture {
    if let known = pictures[part] { return known.map { .shown($0) } ?? .unusable }
    guard let bytes = try package.content(part) else { return .missing }
    pictures[part] = .some(nil)
    guard let clean = ImageSanitizer.sanitize(bytes) else { return .unusable }
    let digest = ContentDigest(of: clean.bytes)
    pictures[part] = .some(digest)
    if !images.contains(where: { $0.digest == digest }) {
      let name = FileName(part).base.description
      images.append(ImageResource(digest: digest, bytes: clean.bytes, mediaType: clean.mediaType, name: name))
    }
    return .shown(digest)
  }
}
