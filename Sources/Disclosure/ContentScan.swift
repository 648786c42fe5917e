import Publication

/// Everything that can be read in one member of a bundle, line by line, what isn't published included.
struct ContentScan {
  private(set) var lines: [ScannedLine] = []
  private let member: Int
  private var paragraph = 0
  private var table = 0

  /// The lines of an article (`member` 0) or of an attachment.
  init(_ content: ReadableContent, member: Int) {
    self.member = member
    lines.reserveCapacity(content.blocks.count + content.unpublished.count + content.declarations.count + 4)
    for block in content.blocks {
      add(block.block, block.role == .colophon ? .colophon : .paragraph, .body)
    }
    for (index, blocks) in content.footnotes.enumerated() {
      paragraph = index
      for block in blocks {
        paragraph = index
        add(block, .paragraph, .footnote)
      }
    }
    for text in content.unpublished { add(unpublished: text) }
    for declaration in content.declarations { add(declaration) }
  }

  /// The lines of a file that could not be read.
  init(declarations: [Declaration], texts: [UnpublishedText]) {
    member = 0
    for text in texts { add(unpublished: text) }
    for declaration in declarations { add(declaration) }
  }

  /// Takes in a name: of the file, of an image.
  mutating func add(name: String) {
    add(name, .fileName, .apart)
  }

  private mutating func add(unpublished text: UnpublishedText) {
    add(text.text, text.kind == .fileName ? .fileName : .unpublished(text.kind), .apart)
  }

  private mutating func add(_ declaration: Declaration) {
    for value in declaration.values { add(value, .metadata, .apart) }
  }

  private mutating func add(_ text: String, _ kind: Place.Kind, _ standing: ScannedLine.Standing) {
    guard !text.utf8.isEmpty else { return }
    lines.append(ScannedLine(text, Place(member: member, kind: kind, number: paragraph), standing))
  }

  private mutating func add(_ block: Block, _ standing: ScannedLine.Standing, _ kind: Place.Kind) {
    switch block {
    case .heading(_, let inlines): add(inlines, standing == .paragraph ? .heading : standing, kind)
    case .paragraph(let inlines, _): add(inlines, standing, kind)
    case .list(_, let items):
      for item in items {
        let inner = standing == .paragraph ? .listItem : standing
        // A marker is text too: a number may hide in it.
        if item.marker.unicodeScalars.count(where: { Digit.value(of: $0.value) != nil }) >= 7 {
          add(item.marker, kind, inner)
        }
        for (index, block) in item.blocks.enumerated() {
          // The box of a task is part of a row of boxes.
          if index == 0, Self.boxes.contains(item.marker), case .paragraph(let inlines, let alignment) = block {
            add(.paragraph([.text(item.marker)] + inlines, alignment: alignment), inner, kind)
          } else {
            add(block, inner, kind)
          }
        }
      }
    case .table(let rows):
      table += 1
      let number = table
      for (index, row) in rows.enumerated() {
        for cell in row {
          for block in cell.blocks {
            add(block, standing == .quote ? .quote : .cell(table: number, row: index + 1), kind)
          }
        }
      }
    case .quote(let blocks): for block in blocks { add(block, .quote, kind) }
    case .preformatted(let text):
      paragraph += 1
      for line in text.linePieces { add(String(line), kind, standing) }
    case .rule: break
    }
  }

  private static let boxes: Set<String> = ["☐", "☑"]

  private mutating func add(_ inlines: [Inline], _ standing: ScannedLine.Standing, _ kind: Place.Kind) {
    paragraph += 1
    if inlines.count == 1, case .text(let text) = inlines[0] {
      add(text, kind, standing)
      return
    }
    var text = ""
    append(inlines, to: &text)
    add(text, kind, standing)
  }

  private mutating func append(_ inlines: [Inline], to text: inout String) {
    for inline in inlines {
      switch inline {
      case .text(let piece): text += piece
      case .strong(let inner), .emphasis(let inner): append(inner, to: &text)
      case .superscript(let inner), .subscript(let inner):
        // A raised figure ends a number: 13800000000¹ is a number with a note.
        text += "\u{2060}"
        append(inner, to: &text)
        text += "\u{2060}"
      case .link(let inner, let href):
        append(inner, to: &text)
        add(href, .linkTarget, .apart)
      case .ruby(let base, let reading):
        append(base, to: &text)
        if !reading.isEmpty { text += "（" + reading + "）" }
      case .lineBreak: text += "\n"
      case .image(let image): add(image.alternative, .imageText, .apart)
      case .footnoteMark(let number): text += "[\(number)]"
      }
    }
  }
}
