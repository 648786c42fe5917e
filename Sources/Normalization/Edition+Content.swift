public import Publication

extension Edition {
  /// The edition in the spelling that one outlet prints: title, blocks, footnotes and metadata with its suffix separator.
  public func content(itemID: ItemID, revision: Int, separator: SuffixSeparator) -> EditionContent {
    let isPrinted = hasMongolian && separator == .nnbsp
    func printed(_ text: String) -> String { isPrinted ? MongolianSeam.printed(text) : text }
    var shown = metadata
    if isPrinted { shown.values = shown.values.mapValues { $0.map(MongolianSeam.printed) } }
    return EditionContent(
      itemID: itemID, revision: revision, language: language, title: printed(title),
      blocks: isPrinted ? SuffixPrinting.blocks(blocks) : blocks,
      footnotes: isPrinted ? footnotes.map(SuffixPrinting.blocks) : footnotes, metadata: shown,
      documentNumber: documentNumber, issuers: issuers.map(printed), formedOn: formedOn, date: date, images: images,
      attachments: attachments)
  }

  /// The first alternative text, other than none, that the body gives each picture.
  public var alternatives: [ContentDigest: String] {
    var found: [ContentDigest: String] = [:]
    for image in (blocks + footnotes.joined()).flatMap(ImageWalk.images) where !image.alternative.isEmpty {
      if found[image.digest] == nil { found[image.digest] = image.alternative }
    }
    return found
  }
}

/// Puts U+202F in the place of U+180E before suffixes, paragraph by paragraph; the MVS before a final a or e stays.
private enum SuffixPrinting {
  static func blocks(_ blocks: [Block]) -> [Block] { blocks.map(block) }

  private static func block(_ block: Block) -> Block {
    switch block {
    case .heading(let level, let inlines): .heading(level: level, paragraph(inlines))
    case .paragraph(let inlines, let alignment): .paragraph(paragraph(inlines), alignment: alignment)
    case .list(let ordered, let items):
      .list(ordered: ordered, items.map { ListItem(marker: $0.marker, blocks($0.blocks)) })
    case .table(let rows):
      .table(
        rows.map { row in
          row.map { cell in
            var cell = cell
            cell.blocks = blocks(cell.blocks)
            return cell
          }
        })
    case .quote(let inner): .quote(blocks(inner))
    case .preformatted(let text): .preformatted(MongolianSeam.printed(text))
    case .rule: block
    }
  }

  private static func paragraph(_ inlines: [Inline]) -> [Inline] {
    // Most paragraphs are one text.
    if inlines.count == 1, case .text(let text) = inlines[0] { return [.text(MongolianSeam.printed(text))] }
    guard InlineWalk.traits(of: inlines).contains(.mongolian) else { return inlines }
    var joined = InlineWalk.joined(inlines)
    joined.replace(with: MongolianSeam.printed(joined.text))
    var parts = joined.parts.makeIterator()
    return InlineWalk.rebuilt(inlines, &parts, alone: MongolianSeam.printed)
  }
}

/// Finds the pictures of a block, in reading order.
private enum ImageWalk {
  static func images(in block: Block) -> [ImageReference] {
    switch block {
    case .heading(_, let inlines), .paragraph(let inlines, _): images(in: inlines)
    case .list(_, let items): items.flatMap { $0.blocks.flatMap(images) }
    case .table(let rows): rows.flatMap { $0.flatMap { $0.blocks.flatMap(images) } }
    case .quote(let blocks): blocks.flatMap(images)
    case .preformatted, .rule: []
    }
  }

  private static func images(in inlines: [Inline]) -> [ImageReference] {
    inlines.flatMap { inline -> [ImageReference] in
      switch inline {
      case .image(let image): [image]
      case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner),
        .link(let inner, _),
        .ruby(let inner, _):
        images(in: inner)
      case .text, .lineBreak, .footnoteMark: []
      }
    }
  }
}
