package import Publication

/// Reads the text of spreadsheets for the gate: every sheet, row and column, hidden or not. A spreadsheet is published as an attachment, as it is.
/// Source: ECMA-376 Part 1, 18 (SpreadsheetML).
package struct XLSXReader: FormatReader {
  package static let format = DocumentFormat.xlsx

  package init() {}

  package func read(_ source: ReadingSource) -> ReadingResult {
    var sheets = XLSXText(limits: source.limits)
    var result = OfficeAttachment.read(source, format: .xlsx) { part, content throws(ReadingFault) in
      try sheets.read(part, into: &content)
    }
    if let diagnostic = sheets.valueless { result.diagnostics.append(diagnostic) }
    return result
  }
}

/// The cells of a workbook.
private struct XLSXText {
  private let limits: IngestLimits
  private var shared: [String] = []
  private var cellCount = 0
  /// Formulas that nobody has calculated, and the place of the first.
  private var valuelessCount = 0
  private var firstValueless = ""

  init(limits: IngestLimits) { self.limits = limits }

  mutating func read(_ part: OfficeAttachment.Part, into content: inout ReadableContent) throws(ReadingFault) {
    let tree = part.tree
    if tree.nodes[tree.root].local == .sst {
      for node in tree.children(tree.root) where tree.nodes[node].local == .si {
        shared.append(EscapedCharacters.read(OfficeAttachment.text(tree, node)))
      }
      return
    }
    if let data = tree.child(tree.root, .sheetData) {
      let rows = try rows(tree, data, part.name, into: &content)
      if !rows.isEmpty { content.blocks.append(LaidOutBlock(.body, .table(rows))) }
    }
    content.unpublished += OfficeAttachment.loose(part)
  }

  /// Formulas without a stored result hold the item: a reader's program calculates what nobody here has seen.
  var valueless: Diagnostic? {
    guard valuelessCount > 0 else { return nil }
    let details = ["count": String(valuelessCount), "cell": firstValueless]
    return Diagnostic(.formulaWithoutValue, .hold, place: DocumentFormat.xlsx.label, details: details)
  }

  private mutating func rows(
    _ tree: XMLTree, _ data: Int, _ part: String, into content: inout ReadableContent
  ) throws(ReadingFault) -> [[TableCell]] {
    var rows: [[TableCell]] = []
    for row in tree.children(data) where tree.nodes[row].local == .row {
      var cells: [TableCell] = []
      for cell in tree.children(row) where tree.nodes[cell].local == .c {
        let text = value(tree, cell)
        readFormula(tree, cell, part, into: &content)
        if text.isEmpty { continue }
        cellCount += 1
        guard cellCount <= limits.paragraphs else { throw ReadingFault.tooManyParagraphs(max: limits.paragraphs) }
        cells.append(TableCell([.paragraph([.text(text)], alignment: .natural)]))
      }
      if !cells.isEmpty { rows.append(cells) }
    }
    return rows
  }

  /// A formula: whether it has been calculated, and the words in it, which are published with the file.
  private mutating func readFormula(_ tree: XMLTree, _ cell: Int, _ part: String, into content: inout ReadableContent) {
    guard let formula = tree.child(cell, .f) else { return }
    let written = tree.text(formula)
    // Strings stand in quotes, and a quote in them is doubled: every other piece is one.
    let strings = written.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset & 1 == 1 }.map { String($0.element).trimmedWhitespace }.filter { !$0.isEmpty }
    content.unpublished += strings.map { UnpublishedText(.hidden, $0) }
    // An empty text is a result too, and is told to be a text.
    let result = tree.child(cell, .v)
    if let result, tree.attribute(cell, .t) == "str" || !tree.text(result).isEmpty { return }
    valuelessCount += 1
    guard firstValueless.isEmpty else { return }
    let sheet = FileName(part).stem.description
    firstValueless = sheet + (tree.attribute(cell, .r).map { " " + $0 } ?? "")
  }

  private func value(_ tree: XMLTree, _ cell: Int) -> String {
    if let inline = tree.child(cell, .inlineString) {
      return EscapedCharacters.read(OfficeAttachment.text(tree, inline))
    }
    guard let text = tree.child(cell, .v).map({ tree.text($0) }) else { return "" }
    if tree.attribute(cell, .t) == "s", let index = Int(text) {
      return shared.indices.contains(index) ? shared[index] : ""
    }
    return XLSXText.digits(EscapedCharacters.read(text))
  }

  /// A number as people see it: 1.5010219900307E+17 with all its digits, so that what was a number of a person is seen as one.
  private static func digits(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 | 0x20 == 0x65 }), let number = Double(text), abs(number) < 1e18,
      number == number.rounded()
    else { return text }
    return String(Int(number))
  }
}
