import Publication

/// Which pictures and footnotes blocks show.
enum ImageUse {
  /// The digests of the pictures in `blocks`.
  static func digests(in blocks: [Block]) -> Set<ContentDigest> {
    var found: Set<ContentDigest> = []
    for block in blocks { add(block, &found) }
    return found
  }

  private static func add(_ block: Block, _ found: inout Set<ContentDigest>) {
    switch block {
    case .heading(_, let inlines), .paragraph(let inlines, _): add(inlines, &found)
    case .list(_, let items): for item in items { for inner in item.blocks { add(inner, &found) } }
    case .table(let rows): for row in rows { for cell in row { for inner in cell.blocks { add(inner, &found) } } }
    case .quote(let blocks): for inner in blocks { add(inner, &found) }
    case .preformatted, .rule: break
    }
  }

  private static func add(_ inlines: [Inline], _ found: inout Set<ContentDigest>) {
    for inline in inlines {
      switch inline {
      case .image(let image): found.insert(image.digest)
      case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner),
        .link(let inner, _), .ruby(let inner, _):
        add(inner, &found)
      case .text, .lineBreak, .footnoteMark: break
      }
    }
  }
}
