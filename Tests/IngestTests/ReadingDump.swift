import Ingest
import Publication

/// A reading result in lines, for comparing with what a fixture expects.
enum ReadingDump {
  static func text(_ result: ReadingResult) -> String {
    var out: [String] = []
    for block in result.content?.blocks ?? [] { append(block.block, "", &out) }
    for (index, note) in (result.content?.footnotes ?? []).enumerated() {
      for block in note { append(block, "note \(index + 1): ", &out) }
    }
    for text in result.content?.unpublished ?? [] { out.append("unpublished \(text.kind.rawValue): \(text.text)") }
    for declaration in result.content?.declarations ?? [] {
      out.append("declares \(declaration.key.rawValue): \(declaration.values.joined(separator: " | "))")
    }
    for image in result.images { out.append("image \(image.name) \(image.mediaType) \(image.bytes.count) bytes") }
    if !result.fontNames.isEmpty { out.append("fonts: " + result.fontNames.sorted().joined(separator: ", ")) }
    for key in result.unknownKeys { out.append("unknown key: \(key.key)") }
    for found in result.diagnostics {
      let details = found.details.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
      out.append("\(found.code) \(found.severity.rawValue) \(details)")
    }
    return out.joined(separator: "\n") + "\n"
  }

  static func append(_ block: Block, _ indent: String, _ out: inout [String]) {
    switch block {
    case .heading(let level, let inlines): out.append("\(indent)h\(level) \(text(inlines))")
    case .paragraph(let inlines, let alignment):
      out.append("\(indent)p\(alignment == .natural ? "" : ":" + alignment.rawValue) \(text(inlines))")
    case .list(let isOrdered, let items):
      out.append(indent + (isOrdered ? "ol" : "ul"))
      for item in items {
        out.append("\(indent)  [\(item.marker)]")
        for inner in item.blocks { append(inner, indent + "    ", &out) }
      }
    case .table(let rows):
      out.append(indent + "table")
      for row in rows {
        out.append(indent + "  row")
        for cell in row {
          let span =
            (cell.columnSpan > 1 ? " \(cell.columnSpan) wide" : "") + (cell.rowSpan > 1 ? " \(cell.rowSpan) high" : "")
          out.append("\(indent)    cell\(cell.isHeader ? " header" : "")\(span)")
          for inner in cell.blocks { append(inner, indent + "      ", &out) }
        }
      }
    case .quote(let blocks): for inner in blocks { append(inner, indent + "> ", &out) }
    case .preformatted(let text): out.append("\(indent)pre \(text)")
    case .rule: out.append(indent + "rule")
    }
  }

  static func text(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): escaped(text)
      case .strong(let inner): "<b>\(text(inner))</b>"
      case .emphasis(let inner): "<i>\(text(inner))</i>"
      case .superscript(let inner): "<sup>\(text(inner))</sup>"
      case .subscript(let inner): "<sub>\(text(inner))</sub>"
      case .link(let inner, let href): "<a \(href)>\(text(inner))</a>"
      case .ruby(let base, let reading): "<ruby \(reading)>\(text(base))</ruby>"
      case .lineBreak: "<br>"
      case .image(let reference): "<img \(reference.alternative)>"
      case .footnoteMark(let number): "[\(number)]"
      }
    }.joined()
  }

  /// Characters that can't be seen, by their code points.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x09, 0xAD, 0xA0, 0x180B...0x180F, 0x200B...0x200F, 0x202F, 0xFEFF, 0xE000...0xF8FF:
        "{U+" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: String(scalar)
      }
    }.joined()
  }
}
