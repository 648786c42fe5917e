import Publication

/// Structure to the HTML that the platform keeps: its elements only, styles inline, numbers of lists as text.
///
/// Kept there: section p span strong em br h1–h6 blockquote table tr td th img a (links into the platform only). Lists made by
/// tools come out broken, so markers are text. Raised and lowered text, ruby and links outward are told with what is left.
/// Source: what editors report of the platform, mostly from memory; unverified on a real account.
struct WeChatRenderer {
  private var out = HTMLWriter(capacity: 8192)

  static func html(of content: EditionContent) -> String {
    var renderer = WeChatRenderer()
    // What every paragraph shares stands once, outside: tags count against the limit of the content.
    switch content.language {
    case .chinese: renderer.out.markup("<section style=\"line-height:1.75\">")
    case .mongolian:
      renderer.out.markup("<section style=\"line-height:1.75;writing-mode:vertical-lr;text-orientation:mixed;")
      renderer.out.markup(
        "height:30em;overflow-x:auto;font-family:'Noto Sans Mongolian','Mongolian Baiti',sans-serif\">")
    }
    for block in content.blocks { renderer.block(block) }
    renderer.notes(content.footnotes)
    renderer.out.markup("</section>")
    return renderer.out.html
  }

  // MARK: - Blocks

  private mutating func block(_ block: Block) {
    switch block {
    case .heading(let level, let inlines): heading(level, inlines)
    case .paragraph(let inlines, let alignment): paragraph(inlines, alignment)
    case .list(_, let items): list(items)
    case .table(let rows): table(rows)
    case .quote(let blocks):
      out.markup("<blockquote style=\"margin:1em;color:#555\">")
      for inner in blocks { self.block(inner) }
      out.markup("</blockquote>")
    case .preformatted(let text):
      out.markup("<p style=\"white-space:pre-wrap\">")
      out.lines(text)
      out.markup("</p>")
    case .rule: out.markup("<p style=\"border-block-start:1px solid #999\"><br></p>")
    }
  }

  private mutating func heading(_ level: Int, _ inlines: [Inline]) {
    let rank = min(max(level, 1) + 1, 6)
    out.markup("<h")
    out.number(rank)
    out.markup(" style=\"margin:1em 0;font-weight:bold\">")
    self.inlines(inlines)
    out.markup("</h")
    out.number(rank)
    out.markup(">")
  }

  private mutating func paragraph(_ inlines: [Inline], _ alignment: Block.Alignment) {
    switch alignment {
    case .natural where inlines.figure == nil: out.markup("<p style=\"margin:1em 0\">")
    case .natural, .center: out.markup("<p style=\"margin:1em 0;text-align:center\">")
    case .end: out.markup("<p style=\"margin:1em 0;text-align:end\">")
    }
    self.inlines(inlines)
    out.markup("</p>")
  }

  private mutating func list(_ items: [ListItem]) {
    for item in items {
      var rest = item.blocks[...]
      out.markup("<section style=\"padding-inline-start:1em\"><p style=\"margin:0.5em 0\">")
      if !item.marker.isEmpty {
        out.text(item.marker)
        out.markup(" ")
      }
      if case .paragraph(let inlines, _)? = rest.first {
        self.inlines(inlines)
        rest = rest.dropFirst()
      }
      out.markup("</p>")
      for block in rest { self.block(block) }
      out.markup("</section>")
    }
  }

  private mutating func table(_ rows: [[TableCell]]) {
    out.markup("<table style=\"border-collapse:collapse\">")
    for row in rows {
      out.markup("<tr>")
      for cell in row { self.cell(cell) }
      out.markup("</tr>")
    }
    out.markup("</table>")
  }

  private mutating func cell(_ cell: TableCell) {
    if cell.isHeader { out.markup("<th") } else { out.markup("<td") }
    if cell.columnSpan > 1 { span(" colspan=\"", min(cell.columnSpan, 1000)) }
    if cell.rowSpan > 1 { span(" rowspan=\"", min(cell.rowSpan, 65_534)) }
    out.markup(" style=\"border:1px solid #999;padding:4px 8px\">")
    for (index, block) in cell.blocks.enumerated() {
      if index == 0, case .paragraph(let inlines, _) = block {
        self.inlines(inlines)
      } else {
        self.block(block)
      }
    }
    if cell.isHeader { out.markup("</th>") } else { out.markup("</td>") }
  }

  private mutating func span(_ name: StaticString, _ count: Int) {
    out.markup(name)
    out.number(count)
    out.markup("\"")
  }

  private mutating func notes(_ notes: [[Block]]) {
    for (index, blocks) in notes.enumerated() {
      var rest = blocks[...]
      out.markup("<p style=\"margin:0.5em 0;font-size:0.875em\">[")
      out.number(index + 1)
      out.markup("] ")
      if case .paragraph(let inlines, _)? = rest.first {
        self.inlines(inlines)
        rest = rest.dropFirst()
      }
      out.markup("</p>")
      for block in rest { self.block(block) }
    }
  }

  // MARK: - Inlines

  private mutating func inlines(_ inlines: [Inline]) {
    for inline in inlines { self.inline(inline) }
  }

  private mutating func inline(_ inline: Inline) {
    switch inline {
    case .text(let text): out.text(text)
    case .strong(let inner): element("<strong>", inner, "</strong>")
    case .emphasis(let inner): element("<em>", inner, "</em>")
    case .superscript(let inner): element("<span style=\"vertical-align:super;font-size:0.75em\">", inner, "</span>")
    case .subscript(let inner): element("<span style=\"vertical-align:sub;font-size:0.75em\">", inner, "</span>")
    case .link(let inner, let href): link(inner, href)
    case .ruby(let base, let reading):
      inlines(base)
      guard !reading.isEmpty else { return }
      out.markup("（")
      out.text(reading)
      out.markup("）")
    case .lineBreak: out.markup("<br>")
    case .image(let image):
      out.markup("<img src=\"files/")
      out.text(image.digest.hex)
      out.markup("\" alt=\"")
      out.text(image.alternative)
      out.markup("\" style=\"max-width:100%\">")
    case .footnoteMark(let number):
      out.markup("<span style=\"vertical-align:super;font-size:0.75em\">[")
      out.number(number)
      out.markup("]</span>")
    }
  }

  private mutating func element(_ open: StaticString, _ inner: [Inline], _ close: StaticString) {
    out.markup(open)
    inlines(inner)
    out.markup(close)
  }

  /// A link outward is its text and its address: the platform would drop the address without a word.
  private mutating func link(_ inner: [Inline], _ href: String) {
    if Link.leads(href, to: WeChatLimits.host) {
      out.markup("<a href=\"")
      out.text(href)
      out.markup("\">")
      inlines(inner)
      out.markup("</a>")
      return
    }
    inlines(inner)
    guard Link.isUsable(href), !PlainText.of(inner).utf8.elementsEqual(href.utf8) else { return }
    out.markup("（")
    out.text(href)
    out.markup("）")
  }
}
