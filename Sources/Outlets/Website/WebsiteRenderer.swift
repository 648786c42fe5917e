import Publication

/// Structure to clean HTML: elements with a meaning, two inline styles for alignment, no classes, no scripts.
///
/// The page has the title as its `h1`, so headings begin at `h2`. Nesting is as deep as the readers let it be.
struct WebsiteRenderer {
  private var out: HTMLWriter
  private let footnotes: Int
  /// The highest footnote whose mark has an anchor: a second mark of one note must not repeat it.
  private var anchored = 0

  static func html(of content: EditionContent) -> String {
    var renderer = WebsiteRenderer(footnotes: content.footnotes.count)
    for block in content.blocks { renderer.block(block) }
    renderer.section(content.footnotes)
    return renderer.out.html
  }

  private init(footnotes: Int) {
    out = HTMLWriter(capacity: 8192)
    self.footnotes = footnotes
  }

  // MARK: - Blocks

  private mutating func block(_ block: Block) {
    switch block {
    case .heading(let level, let inlines): heading(level, inlines)
    case .paragraph(let inlines, let alignment): paragraph(inlines, alignment)
    case .list(let ordered, let items): list(ordered, items)
    case .table(let rows): table(rows)
    case .quote(let blocks):
      out.markup("<blockquote>")
      for inner in blocks { self.block(inner) }
      out.markup("</blockquote>\n")
    case .preformatted(let text):
      // A parser drops the first line end after the tag, so one is given to it.
      out.markup("<pre>\n")
      out.text(text)
      out.markup("</pre>\n")
    case .rule: out.markup("<hr>\n")
    }
  }

  private mutating func heading(_ level: Int, _ inlines: [Inline]) {
    let rank = min(max(level, 1) + 1, 6)
    out.markup("<h")
    out.number(rank)
    out.markup(">")
    self.inlines(inlines)
    out.markup("</h")
    out.number(rank)
    out.markup(">\n")
  }

  private mutating func paragraph(_ inlines: [Inline], _ alignment: Block.Alignment) {
    if let images = inlines.figure {
      out.markup("<figure>")
      for image in images { self.image(image) }
      out.markup("</figure>\n")
      return
    }
    out.markup("<p")
    style(alignment)
    out.markup(">")
    self.inlines(inlines)
    out.markup("</p>\n")
  }

  private mutating func style(_ alignment: Block.Alignment) {
    switch alignment {
    case .natural: break
    case .center: out.markup(" style=\"text-align:center\"")
    case .end: out.markup(" style=\"text-align:end\"")
    }
  }

  /// Markers that a browser draws alike are left to it; all others ("（一）", "a)") are text.
  private mutating func list(_ ordered: Bool, _ items: [ListItem]) {
    let start = ordered ? items.countedFrom : nil
    let isPlain = start != nil || (!ordered && items.isBulleted)
    if let start {
      out.markup("<ol")
      if start != 1 {
        out.markup(" start=\"")
        out.number(start)
        out.markup("\"")
      }
      out.markup(">\n")
    } else if isPlain {
      out.markup("<ul>\n")
    } else {
      out.markup("<ul style=\"list-style:none\">\n")
    }
    for item in items {
      out.markup("<li>")
      if !isPlain, !item.marker.isEmpty {
        out.text(item.marker)
        out.markup(" ")
      }
      flow(item.blocks)
      out.markup("</li>\n")
    }
    if start != nil { out.markup("</ol>\n") } else { out.markup("</ul>\n") }
  }

  private mutating func table(_ rows: [[TableCell]]) {
    out.markup("<table>\n")
    for row in rows {
      out.markup("<tr>")
      for cell in row { self.cell(cell) }
      out.markup("</tr>\n")
    }
    out.markup("</table>\n")
  }

  private mutating func cell(_ cell: TableCell) {
    if cell.isHeader { out.markup("<th") } else { out.markup("<td") }
    if cell.columnSpan > 1 { span(" colspan=\"", min(cell.columnSpan, 1000)) }
    if cell.rowSpan > 1 { span(" rowspan=\"", min(cell.rowSpan, 65_534)) }
    if cell.blocks.count == 1, case .paragraph(_, let alignment)? = cell.blocks.first { style(alignment) }
    out.markup(">")
    flow(cell.blocks)
    if cell.isHeader { out.markup("</th>") } else { out.markup("</td>") }
  }

  private mutating func span(_ name: StaticString, _ count: Int) {
    out.markup(name)
    out.number(count)
    out.markup("\"")
  }

  /// The content of a cell or list item: a first paragraph needs no element of its own.
  private mutating func flow(_ blocks: [Block]) {
    for (index, block) in blocks.enumerated() {
      if index == 0, case .paragraph(let inlines, _) = block {
        self.inlines(inlines)
      } else {
        self.block(block)
      }
    }
  }

  private mutating func section(_ notes: [[Block]]) {
    guard !notes.isEmpty else { return }
    out.markup("<section>\n<hr>\n")
    for (index, blocks) in notes.enumerated() {
      out.markup("<p id=\"fn-")
      out.number(index + 1)
      out.markup("\">")
      if index < anchored {
        out.markup("<a href=\"#fnref-")
        out.number(index + 1)
        out.markup("\">[")
        out.number(index + 1)
        out.markup("]</a> ")
      } else {
        out.markup("[")
        out.number(index + 1)
        out.markup("] ")
      }
      var rest = blocks[...]
      if case .paragraph(let inlines, _)? = rest.first {
        self.inlines(inlines)
        rest = rest.dropFirst()
      }
      out.markup("</p>\n")
      for block in rest { self.block(block) }
    }
    out.markup("</section>\n")
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
    case .superscript(let inner): element("<sup>", inner, "</sup>")
    case .subscript(let inner): element("<sub>", inner, "</sub>")
    case .link(let inner, let href): link(inner, href)
    case .ruby(let base, let reading):
      element("<ruby>", base, "<rp>（</rp><rt>")
      out.text(reading)
      out.markup("</rt><rp>）</rp></ruby>")
    case .lineBreak: out.markup("<br>\n")
    case .image(let image): self.image(image)
    case .footnoteMark(let number): mark(number)
    }
  }

  private mutating func element(_ open: StaticString, _ inner: [Inline], _ close: StaticString) {
    out.markup(open)
    inlines(inner)
    out.markup(close)
  }

  private mutating func link(_ inner: [Inline], _ href: String) {
    guard Link.isUsable(href) else { return inlines(inner) }
    out.markup("<a href=\"")
    out.text(href)
    out.markup("\" rel=\"noopener noreferrer\">")
    inlines(inner)
    out.markup("</a>")
  }

  private mutating func image(_ image: ImageReference) {
    out.markup("<img src=\"files/")
    out.text(image.digest.hex)
    out.markup("\" alt=\"")
    out.text(image.alternative)
    out.markup("\">")
  }

  private mutating func mark(_ number: Int) {
    out.markup("<sup>")
    if (1...max(footnotes, 1)).contains(number), footnotes > 0 {
      out.markup("<a href=\"#fn-")
      out.number(number)
      out.markup("\"")
      if number == anchored + 1 {
        anchored = number
        out.markup(" id=\"fnref-")
        out.number(number)
        out.markup("\"")
      }
      out.markup(">[")
      out.number(number)
      out.markup("]</a>")
    } else {
      out.markup("[")
      out.number(number)
      out.markup("]")
    }
    out.markup("</sup>")
  }
}
