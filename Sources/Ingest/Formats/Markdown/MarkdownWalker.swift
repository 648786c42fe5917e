internal import CMarkdown
internal import Publication

/// Turns the steps through a parsed Markdown text into blocks, without recursion.
struct MarkdownWalker {
  var shelf: PictureShelf
  let limits: IngestLimits

  private(set) var unpublished: [UnpublishedText] = []
  /// HTML blocks with text that a browser would show: not read, so the item can't go on.
  private(set) var hasShownHTML = false
  /// Words that are struck out: as plain text they would say the contrary.
  private(set) var hasStruckText = false
  /// The first paragraph with text in the colour of its ground, from 1; `nil`: there is none.
  private(set) var concealed: Int?
  /// Links that lead nowhere on the web.
  private(set) var lostLinks: [LocalLink] = []
  var refusal: HTMLReader.Refusal?

  private var frames = BlockFrames()
  private var runs = InlineRuns()
  private var heading = 0
  private var lists: [(ordered: Bool, next: Int, delimiter: String)] = []
  private var headerRow = false
  private var strong = 0
  private var emphasis = 0
  private var links = 0
  private var images = 0
  private var alternative: [UInt8] = []
  private var imageAddress = ""
  private var suppressed: (name: String, text: [UInt8], depth: Int)?

  init(shelf: PictureShelf, limits: IngestLimits) {
    self.shelf = shelf
    self.limits = limits
  }

  /// Walks over all steps of `tree`.
  mutating func read(_ tree: OpaquePointer) -> (blocks: [Block], footnotes: [[Block]]) {
    var event = zarlal_md_event()
    while refusal == nil, zarlal_md_next(tree, &event) != 0 {
      let kind = zarlal_md_kind(rawValue: UInt32(bitPattern: event.kind))
      if event.enters != 0 { enter(kind, event) } else { leave(kind) }
      if frames.count > limits.paragraphs { refusal = .tooManyParagraphs }
      if frames.depth > limits.nesting { refusal = .tooDeep }
    }
    let blocks = frames.finish()
    return (blocks, frames.footnotes)
  }

  private mutating func enter(_ kind: zarlal_md_kind, _ event: zarlal_md_event) {
    if event.title != nil { keep(.alternative, Array(event.titleBytes)) }
    switch kind {
    case zarlal_md_text, zarlal_md_code: text(event.bytes)
    case zarlal_md_soft_break: if images == 0, suppressed == nil { runs.softBreak() }
    case zarlal_md_line_break: if images == 0, suppressed == nil { runs.lineBreak() }
    case zarlal_md_html: inlineHTML(String(decoding: event.bytes, as: UTF8.self))
    case zarlal_md_html_block: blockHTML(String(decoding: event.bytes, as: UTF8.self))
    case zarlal_md_code_block:
      let text = Array(event.bytes).preformattedText
      if !text.isEmpty { frames.append(.preformatted(text)) }
    case zarlal_md_rule: frames.append(.rule)
    case zarlal_md_heading: heading = min(max(Int(event.number), 1), 6)
    case zarlal_md_quote: frames.push(.quote)
    case zarlal_md_list:
      let delimiter = event.bytes.first == UInt8(ascii: ")") ? ")" : "."
      lists.append((event.number >= 0, Int(event.number), delimiter))
      frames.push(.list(ordered: event.number >= 0))
    case zarlal_md_item: frames.push(.item(marker: marker(task: event.number)))
    case zarlal_md_table: frames.push(.table)
    case zarlal_md_row:
      headerRow = event.number == 1
      frames.push(.row)
    case zarlal_md_cell: frames.push(.cell(columns: 1, rows: 1, isHeader: headerRow))
    case zarlal_md_footnote: frames.push(.footnote)
    case zarlal_md_footnote_mark:
      let number = Int(String(decoding: event.bytes, as: UTF8.self)) ?? 0
      if number > 0, images == 0 { runs.append(.footnoteMark(number: number)) }
    case zarlal_md_emphasis:
      emphasis += 1
      restyle()
    case zarlal_md_struck: hasStruckText = true
    case zarlal_md_strong:
      strong += 1
      restyle()
    case zarlal_md_link:
      links += 1
      if links == 1 { openLink(String(decoding: event.bytes, as: UTF8.self)) }
    case zarlal_md_image:
      images += 1
      if images == 1 {
        alternative.removeAll(keepingCapacity: true)
        imageAddress = String(decoding: event.bytes, as: UTF8.self)
      }
    default: break
    }
  }

  private mutating func leave(_ kind: zarlal_md_kind) {
    switch kind {
    case zarlal_md_paragraph, zarlal_md_heading, zarlal_md_cell:
      flush()
      if kind == zarlal_md_cell { frames.pop() }
    case zarlal_md_quote, zarlal_md_item, zarlal_md_table, zarlal_md_row, zarlal_md_footnote: frames.pop()
    case zarlal_md_list:
      _ = lists.popLast()
      frames.pop()
    case zarlal_md_emphasis:
      emphasis -= 1
      restyle()
    case zarlal_md_strong:
      strong -= 1
      restyle()
    case zarlal_md_link:
      links -= 1
      if links == 0 { runs.link = nil }
    case zarlal_md_image:
      images -= 1
      if images == 0 { picture() }
    default: break
    }
  }

  private mutating func openLink(_ address: String) {
    runs.link = LinkAddress.published(address)
    guard images == 0, lostLinks.count < 10_000, let lost = LinkAddress.local(address) else { return }
    lostLinks.append(LocalLink(address: lost, place: "链接"))
  }

  private mutating func restyle() {
    var style = runs.style.intersection([.superscript, .subscript])
    if strong > 0 { style.insert(.strong) }
    if emphasis > 0 { style.insert(.emphasis) }
    runs.style = style
  }

  private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if suppressed != nil {
      suppressed?.text.append(contentsOf: bytes)
    } else if images > 0 {
      alternative.append(contentsOf: bytes)
    } else {
      runs.append(bytes)
    }
  }

  private mutating func flush() {
    if let suppressed { keep(.scriptOrStyle, suppressed.text) }
    suppressed = nil
    runs.style = []
    runs.link = nil
    let level = heading
    heading = 0
    if level > 0 {
      let inlines = runs.finish()
      if !inlines.isEmpty { frames.append(.heading(level: level, inlines)) }
    } else {
      for inlines in runs.finishParagraphs() { frames.append(.paragraph(inlines, alignment: .natural)) }
    }
  }

  private mutating func marker(task: Int32) -> String {
    guard let last = lists.indices.last else { return "" }
    let list = lists[last]
    lists[last].next += 1
    if task >= 0 { return task == 1 ? "☑" : "☐" }
    return list.ordered ? "\(list.next)\(list.delimiter)" : "•"
  }

  private mutating func picture() {
    let text = alternative.collapsedText
    if !text.isEmpty { unpublished.append(UnpublishedText(.alternative, text)) }
    guard let image = shelf.picture(at: imageAddress, lazily: nil) else { return }
    runs.append(.image(ImageReference(digest: image.digest, alternative: text)))
  }

  // MARK: Raw HTML

  private mutating func keep(_ kind: UnpublishedText.Kind, _ bytes: [UInt8]) {
    let text = bytes.collapsedText
    if !text.isEmpty { unpublished.append(UnpublishedText(kind, text)) }
  }

  /// A block of HTML isn't published. Its text is kept for the gate; what a browser would show of it is noticed.
  private mutating func blockHTML(_ html: String) {
    var walker = HTMLWalker(shelf: shelf, limits: limits)
    switch HTMLReader.blocks(of: html, with: &walker) {
    case .success(let blocks):
      unpublished += walker.unpublished
      shelf = walker.shelf
      let text = PlainText.of(blocks)
      if !text.trimmedWhitespace.isEmpty {
        unpublished.append(UnpublishedText(.scriptOrStyle, text))
        hasShownHTML = true
      }
      if blocks.contains(where: \.holdsPicture) || !walker.embedded.isEmpty { hasShownHTML = true }
    case .failure(let fault): refusal = fault
    }
  }

  /// What the attributes of a tag say, for the gate, and what the tag does to the text in it: read as HTML around a character.
  private mutating func readAttributes(of tag: RawTag, _ html: String) {
    let inside = "\u{FFFC}"
    var walker = HTMLWalker(shelf: shelf, limits: limits)
    guard case .success(let blocks) = HTMLReader.blocks(of: html + inside, with: &walker) else { return }
    unpublished += walker.unpublished.filter { $0.text != inside }
    lostLinks += walker.links
    if !walker.embedded.isEmpty { hasShownHTML = true }
    if walker.concealed != nil { concealed = concealed ?? frames.count + 1 }
    guard let block = blocks.first, PlainText.of([block]).utf8.count > 1 else {
      suppressed = (tag.name, [], 1)
      return
    }
    if tag.name == "a", case .paragraph(let inlines, _) = block, case .link(_, let href)? = inlines.first {
      runs.link = href
    }
  }

  /// A tag in running text: line breaks, raised and lowered text keep their meaning; every other tag goes, the text
  /// between stays, except between tags whose content a browser doesn't show.
  private mutating func inlineHTML(_ html: String) {
    let tag = RawTag(html)
    if let open = suppressed {
      guard tag.name == open.name else { return }
      suppressed?.depth += tag.isEnd ? -1 : 1
      if suppressed?.depth == 0 {
        keep(.scriptOrStyle, open.text)
        suppressed = nil
      }
      return
    }
    if html.utf8.starts(with: "<!--".utf8) {
      keep(.comment, Array(html.utf8.dropFirst(4).dropLast(3)))
      return
    }
    switch tag.name {
    case "br": runs.lineBreak()
    case "sup", "sub":
      runs.style.remove([.superscript, .subscript])
      if !tag.isEnd { runs.style.insert(tag.name == "sup" ? .superscript : .subscript) }
    case "s", "strike": hasStruckText = true
    case "img", "video", "audio", "embed", "canvas": blockHTML(html)
    default:
      if tag.name == "a" { runs.link = nil }
      if !tag.isEnd, html.utf8.contains(UInt8(ascii: "=")) { readAttributes(of: tag, html) }
      if !tag.isEnd, ["iframe", "object", "svg", "math", "applet"].contains(tag.name) { blockHTML(html) }
      if !tag.isEnd, tag.name == "textarea" { hasShownHTML = true }
      if !tag.isEnd, tag.isUnseen { suppressed = (tag.name, [], 1) }
    }
  }
}

/// One HTML tag as written.
private struct RawTag {
  /// Its name in lower case.
  var name: String
  var isEnd: Bool
  /// Whether a browser shows nothing of the element: by its name, or hidden by an attribute.
  var isUnseen: Bool

  private static let unseen: Set<String> = [
    "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "applet", "select", "textarea",
    "button", "del",
  ]

  init(_ html: String) {
    let lower = html.utf8.filter { $0 != 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let marks = html.utf8.prefix(2).elementsEqual("</".utf8) ? 2 : 1
    isEnd = marks == 2
    // With its spaces, so that the name ends where it ends.
    let word = html.utf8.dropFirst(marks).prefix {
      ($0 | 0x20) > 0x60 && ($0 | 0x20) < 0x7B || (0x30...0x39).contains($0)
    }
    name = String(decoding: word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    isUnseen = RawTag.unseen.contains(name)
    guard !isUnseen, lower.count > word.count + 2 else { return }
    let text = lower.withUnsafeBufferPointer { bytes in
      ["display:none", "visibility:hidden", "mso-hide:all", "\(name)hidden"].contains { holds($0, bytes) }
    }
    isUnseen = text
  }
}

/// Whether `word` occurs in `bytes`.
private func holds(_ word: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let wanted = Array(word.utf8)
  guard bytes.count >= wanted.count else { return false }
  return (0...(bytes.count - wanted.count)).contains { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
}

extension Block {
  /// Whether a picture is shown in it.
  fileprivate var holdsPicture: Bool {
    guard case .paragraph(let inlines, _) = self else { return false }
    return inlines.contains { if case .image = $0 { true } else { false } }
  }
}

extension zarlal_md_event {
  /// The UTF-8 of `text`.
  fileprivate var bytes: UnsafeBufferPointer<UInt8> { utf8(text) }
  /// The UTF-8 of `title`.
  fileprivate var titleBytes: UnsafeBufferPointer<UInt8> { utf8(title) }

  private func utf8(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    var length = 0
    while text[length] != 0 { length &+= 1 }
    return UnsafeRawBufferPointer(start: text, count: length).assumingMemoryBound(to: UInt8.self)
  }
}
