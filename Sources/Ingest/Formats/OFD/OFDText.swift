internal import Publication

/// Reads an OFD package into fixed pages, and those into paragraphs.
struct OFDText {
  var package: OFDPackage
  let limits: IngestLimits

  var pages: [FixedPage] = []
  var images: [ImageResource] = []
  /// Files of pictures by the ids of the resources.
  var media: [String: String] = [:]
  var unpublished: [UnpublishedText] = []
  var diagnostics: [Diagnostic] = []
  var declarations: [Declaration] = []
  var attachments: [InboxItem.Companion] = []
  var fontNames: Set<String> = []
  private var title = ""
  var textCount = 0

  init(package: OFDPackage, limits: IngestLimits) {
    self.package = package
    self.limits = limits
  }

  /// Reads every part.
  mutating func readPackage() throws(ReadingFault) {
    guard let root = try package.part("OFD.xml", from: "") else { throw ReadingFault.damaged("没有 OFD.xml") }
    let bodies = root.tree.children(root.tree.root).filter { root.tree.nodes[$0].local == .docBody }
    guard let body = bodies.first, let location = root.tree.child(body, .docRoot).map({ root.tree.text($0) }),
      let document = try package.part(location, from: root.folder)
    else { throw ReadingFault.damaged("没有正文部分") }
    if bodies.count > 1 { hold("一个文件里的多份文档") }
    readInfo(root.tree, body)
    try readSignatures(root, body)
    try readResources(document)
    try readPages(document)
    try readAnnotations(document)
    try readAttachments(document)
  }

  /// Everything that was found.
  func result(isAttachment: Bool) -> ReadingResult {
    let layout = FixedLayout(pages, title: title)
    let content = ReadableContent(
      blocks: layout.blocks.map { LaidOutBlock(.body, $0) }, unpublished: unpublished + layout.unpublished,
      declarations: declarations)
    var result = ReadingResult(content: content, diagnostics: diagnostics)
    // An attachment is published as it is: only that its text can be read counts.
    if isAttachment {
      result.diagnostics.removeAll { $0.code == .signatureNotKept }
    } else {
      result.diagnostics += FixedText.diagnostics(layout, format: .ofd)
    }
    result.images = images
    result.fontNames = fontNames
    result.attachments = attachments
    return result
  }

  /// Something that can't be shown as it is holds the item, told once for each kind.
  mutating func hold(_ what: String) {
    let isKnown = diagnostics.contains { $0.code == .contentNotShowable && $0.details["what"] == what }
    guard !isKnown else { return }
    let place = pages.isEmpty ? "文件" : "第\(pages.count)页"
    diagnostics.append(Diagnostic(.contentNotShowable, .hold, place: place, details: ["what": what]))
  }

  /// White text holds the item: what is behind it, and whether it was to be read, nobody can say here. Told once.
  mutating func conceal() {
    guard !diagnostics.contains(where: { $0.code == .concealedText }) else { return }
    diagnostics.append(Diagnostic(.concealedText, .hold, place: "第\(pages.count)页"))
  }

  // MARK: Around the pages

  private mutating func readInfo(_ tree: XMLTree, _ body: Int) {
    guard let info = tree.child(body, .docInfo) else { return }
    for node in tree.children(info) {
      switch tree.nodes[node].local {
      case .ofdTitle:
        let text = tree.text(node).trimmedWhitespace
        if text.isEmpty { continue }
        keep(text)
        title = text
        if !OfficeProperty.isPlaceholder(text) {
          declarations.append(Declaration(key: .title, values: [text], source: .properties, place: "文档属性“标题”"))
        }
      case .author, .ofdSubject, .abstract: keep(tree.text(node).trimmedWhitespace)
      default:
        // Key words and custom data stand one level deeper.
        for inner in tree.children(node) {
          let text = tree.text(inner).trimmedWhitespace
          guard tree.nodes[inner].local == .customData, let name = tree.attribute(inner, .ofdName) else {
            keep(text)
            continue
          }
          if OfficeProperty.isWrittenByTool(name) || name.hasPrefix("native") { continue }
          keep(name + "：" + text)
          if let key = MetadataKey(name: name), !text.isEmpty {
            declarations.append(Declaration(key: key, values: [text], source: .properties, place: "自定义属性“\(name)”"))
          }
        }
      }
    }
  }

  private mutating func keep(_ text: String) {
    if !text.isEmpty { unpublished.append(UnpublishedText(.property, text)) }
  }

  private mutating func readSignatures(_ root: OFDPackage.Part, _ body: Int) throws(ReadingFault) {
    guard let location = root.tree.child(body, .signatures).map({ root.tree.text($0) }),
      let part = try package.part(location, from: root.folder)
    else { return }
    let count = part.tree.children(part.tree.root).count { part.tree.nodes[$0].local == .signature }
    if count > 0 { diagnostics.append(Diagnostic(.signatureNotKept, .note, details: ["count": String(count)])) }
  }

  private mutating func readAnnotations(_ document: OFDPackage.Part) throws(ReadingFault) {
    guard let location = document.tree.child(document.tree.root, .annotations).map({ document.tree.text($0) }),
      let list = try package.part(location, from: document.folder)
    else { return }
    for page in list.tree.children(list.tree.root) where list.tree.nodes[page].local == .ofdPage {
      guard let file = list.tree.child(page, .fileLoc).map({ list.tree.text($0) }),
        let part = try package.part(file, from: list.folder)
      else { continue }
      keepAllText(part.tree, part.tree.root, as: .comment)
    }
  }

  /// Every text object below `node`, for the gate alone.
  mutating func keepAllText(_ tree: XMLTree, _ node: Int, as kind: UnpublishedText.Kind) {
    for child in tree.children(node) {
      if tree.nodes[child].local == .textCode || tree.nodes[child].local == .characters {
        let text =
          (tree.nodes[child].local == .textCode
          ? tree.text(child) : String(decoding: tree.characters(child), as: UTF8.self))
          .trimmedWhitespace
        if !text.isEmpty { unpublished.append(UnpublishedText(kind, text)) }
      } else {
        keepAllText(tree, child, as: kind)
      }
    }
  }

  private mutating func readAttachments(_ document: OFDPackage.Part) throws(ReadingFault) {
    guard let location = document.tree.child(document.tree.root, .attachments).map({ document.tree.text($0) }),
      let list = try package.part(location, from: document.folder)
    else { return }
    for node in list.tree.children(list.tree.root) where list.tree.nodes[node].local == .attachment {
      guard let file = list.tree.child(node, .fileLoc).map({ list.tree.text($0) }),
        let bytes = try package.content(OFDPackage.resolved(file, in: list.folder))
      else {
        hold("找不到的附件")
        continue
      }
      let stored = FileName(file.trimmedWhitespace).base
      var name = FileName(list.tree.attribute(node, .ofdName)?.trimmedWhitespace ?? stored.description).base
      if name.formatExtension.isEmpty, !stored.fileExtension.isEmpty {
        name = FileName("\(name).\(stored.fileExtension)")
      }
      if attachments.contains(where: { $0.name == name }) { name = FileName("\(attachments.count + 1)-\(name)") }
      attachments.append(InboxItem.Companion(name: name, bytes: bytes, isPart: false))
    }
  }
}
