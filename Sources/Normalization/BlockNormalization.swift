import Publication

/// Walks a document's structure in reading order, normalises each paragraph as a whole, and knows where it is.
struct BlockNormalization {
  var texts: TextNormalization
  /// Where the walk is: "正文", "脚注1".
  private var part = ""
  private var paragraphs = 0
  private var tables = 0
  /// "第2表第1行第4格" inside a table.
  private var cell: String?

  init(texts: TextNormalization) { self.texts = texts }

  /// The blocks of one part; places count from its start.
  mutating func blocks(_ blocks: [Block], of part: String) -> [Block] {
    self.part = part
    paragraphs = 0
    tables = 0
    cell = nil
    return self.blocks(blocks)
  }

  private mutating func blocks(_ blocks: [Block]) -> [Block] {
    var out: [Block] = []
    out.reserveCapacity(blocks.count)
    for block in blocks { out.append(self.block(block)) }
    return out
  }

  private mutating func block(_ block: Block) -> Block {
    switch block {
    case .heading(let level, let inlines):
      return paragraph(inlines).map { .heading(level: level, $0) } ?? block
    case .paragraph(let inlines, let alignment):
      return paragraph(inlines).map { .paragraph($0, alignment: alignment) } ?? block
    case .list(let ordered, let items):
      return .list(
        ordered: ordered,
        items.map { item in
          let here = place
          let marker = texts.text(item.marker, at: here)
          return ListItem(marker: marker, blocks(item.blocks))
        })
    case .table(let rows): return table(rows)
    case .quote(let inner): return .quote(blocks(inner))
    case .preformatted(let text):
      paragraphs += 1
      let here = place
      return .preformatted(texts.text(text, at: here))
    case .rule: return block
    }
  }

  private mutating func table(_ rows: [[TableCell]]) -> Block {
    tables += 1
    let outer = cell
    let number = tables
    var out: [[TableCell]] = []
    out.reserveCapacity(rows.count)
    for (row, cells) in rows.enumerated() {
      var line: [TableCell] = []
      line.reserveCapacity(cells.count)
      for (column, one) in cells.enumerated() {
        cell = "第\(number)表第\(row + 1)行第\(column + 1)格"
        var one = one
        one.blocks = blocks(one.blocks)
        line.append(one)
      }
      out.append(line)
    }
    cell = outer
    return .table(out)
  }

  /// The paragraph with normalised texts; `nil` where nothing had to be looked at.
  private mutating func paragraph(_ inlines: [Inline]) -> [Inline]? {
    if cell == nil { paragraphs += 1 }
    let traits = InlineWalk.traits(of: inlines)
    guard !traits.isEmpty else { return nil }
    var joined = InlineWalk.joined(inlines)
    let here = place
    texts.normalize(&joined, traits, at: here)
    var parts = joined.parts.makeIterator()
    return InlineWalk.rebuilt(inlines, &parts) { texts.text($0, at: here) }
  }

  private var place: String { part + (cell ?? "第\(paragraphs)段") }
}
