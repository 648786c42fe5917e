package import Publication

/// Reads the text of spreadsheets for the gate: every sheet, row and column, hidden or not. A spreadsheet is published as an attachment, as it is.
/// Source: ECMA-376 Part 1, 18 (SpreadsheetML).
package struct XLSXReader: FormatReader {
  package static let format = DocumentFormat.xlsx

  package init() {}

  package func read(_ source: ReadingSource) -> ReadingResult {
    var sheets = XLSXText(limits: source.limits)
    return OfficeAttachment.read(source, format: .xlsx) { part, content throws(ReadingFault) in
      try sheets.read(part, into: &content)
    }
  }
}

/// The cells of a workbook.
private struct XLSXText {
  private let limits: IngestLimits
  private var shared: [String] = []
  private var cellCount = 0

  init(limits: IngestLimits) { self.limits = limits }

  mutating func read(_ part: OfficeAttachment.Part, into content: inout ReadableContent) throws(ReadingFault) {
    let tree = part.tree
    if tree.nodes[tree.root].local == .sst {
      for node in tree.children(tree.root) where tree.nodes[node].local == .si {
        shared.append(OfficeAttachment.text(tree, node))
      }
      return
    }
    if let data = tree.child(tree.root, .sheetData) {
      let rows = try rows(tree, data)
      if !rows.isEmpty { content.blocks.append(LaidOutBlock(.body, .table(rows))) }
    }
    content.unpublished += OfficeAttachment.loose(part)
  }

  private mutating func rows(_ tree: XMLTree, _ data: Int) throws(ReadingFault) -> [[TableCell]] {
    var rows: [[TableCell]] = []
    for row in tree.children(data) where tree.nodes[row].local == .row {
      var cells: [TableCell] = []
      for cell in tree.children(row) where tree.nodes[cell].local == .c {
        let text = value(tree, cell)
        if text.isEmpty { continue }
        cellCount += 1
        guard cellCount <= limits.paragraphs else { throw ReadingFault.tooManyParagraphs(max: limits.paragraphs) }
        cells.append(TableCell([.paragraph([.text(text)], alignment: .natural)]))
      }
      if !cells.isEmpty { rows.append(cells) }
    }
    return rows
  }

  private func value(_ tree: XMLTree, _ cell: Int) -> String {
    if let inline = tree.child(cell, .inlineString) { return OfficeAttachment.text(tree, inline) }
    guard let text = tree.child(cell, .v).map({ tree.text($0) }) else { return "" }
    if tree.attribute(cell, .t) == "s", let index = Int(text) {
      return shared.indices.contains(index) ? shared[index] : ""
    }
    return XLSXText.digits(text)
  }

  /// A number as people see it: 1.5010219900307E+17 with all its digits, so that what was a number of a person is seen as one.
  private static func digits(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 | 0x20 == 0x65 }), let number = Double(text), abs(number) < 1e18,
      number == number.rounded()
    else { return text }
    return String(Int(number))
  }
}
