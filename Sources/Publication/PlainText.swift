/// The plain text of structure: paragraphs and table rows ended by LF, cells separated by TAB (contract, `text`).
public enum PlainText {
  /// The text of `inlines` in one line: a forced line end is LF, an image nothing, a footnote mark `[n]`,
  /// ruby its base followed by the reading in round brackets.
  public static func of(_ inlines: [Inline]) -> String {
    var out = ""
    append(inlines, to: &out)
    return out
  }

  /// The text of `blocks`, every paragraph and row ended by LF.
  public static func of(_ blocks: [Block]) -> String {
    var out = ""
    for block in blocks { append(block, to: &out) }
    return out
  }

  /// Each paragraph, heading, list paragraph, table cell or preformatted line on its own, in reading order.
  public static func lines(of block: Block) -> [String] {
    switch block {
    case .heading(_, let inlines), .paragraph(let inlines, _):
      return of(inlines).split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    case .list(_, let items): return items.flatMap { $0.blocks.flatMap(lines) }
    case .table(let rows): return rows.flatMap { $0.flatMap { $0.blocks.flatMap(lines) } }
    case .quote(let blocks): return blocks.flatMap(lines)
    case .preformatted(let text): return text.linePieces.map(String.init)
    case .rule: return []
    }
  }

  static func append(_ inlines: [Inline], to out: inout String) {
    for inline in inlines {
      switch inline {
      case .text(let text): out += text
      case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner),
        .link(let inner, _):
        append(inner, to: &out)
      case .ruby(let base, let reading):
        append(base, to: &out)
        if !reading.isEmpty { out += "（" + reading + "）" }
      case .lineBreak: out += "\n"
      case .image: break
      case .footnoteMark(let number): out += "[\(number)]"
      }
    }
  }

  private static func append(_ block: Block, to out: inout String) {
    switch block {
    case .heading(_, let inlines), .paragraph(let inlines, _):
      let start = out.utf8.count
      append(inlines, to: &out)
      if out.utf8.count > start { out += "\n" }
    case .list(_, let items):
      for item in items {
        if !item.marker.isEmpty { out += item.marker + " " }
        let start = out.utf8.count
        for inner in item.blocks { append(inner, to: &out) }
        if out.utf8.count == start { out += "\n" }
      }
    case .table(let rows):
      for row in rows {
        out += row.map(cellText).joined(separator: "\t") + "\n"
      }
    case .quote(let blocks):
      for inner in blocks { append(inner, to: &out) }
    case .preformatted(let text):
      out += text
      if !text.isEmpty, !text.hasSuffix("\n") { out += "\n" }
    case .rule: break
    }
  }

  private static func cellText(_ cell: TableCell) -> String {
    cell.blocks.flatMap(lines).joined(separator: " ")
  }
}
