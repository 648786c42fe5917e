import Publication

extension BuiltReport {
  /// The report as a Word document (ISO/IEC 29500 Transitional): A4, real tables with merged heads. Equal report, equal bytes.
  public var docx: [UInt8] {
    var zip = StoredZip()
    zip.add("[Content_Types].xml", Self.header + Self.contentTypes)
    zip.add("_rels/.rels", Self.header + Self.relationships)
    zip.add("word/document.xml", Self.header + document)
    zip.add("word/_rels/document.xml.rels", Self.header + Self.documentRelationships)
    zip.add("word/styles.xml", Self.header + Self.styles)
    return zip.finished()
  }

  private static let header = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  private static let contentTypes =
    "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    + "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>"

  private static let relationships =
    "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"

  private static let documentRelationships =
    "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"

  // Sizes in half points. Source: GB/T 9704-2012 for the fonts of an official document (layout from memory).
  private static let styles: String = {
    func style(_ id: String, _ name: String, _ paragraph: String, _ fonts: String, _ size: Int, bold: Bool = false)
      -> String
    {
      "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"\(id == "Normal" ? " w:default=\"1\"" : "")><w:name w:val=\"\(name)\"/>"
        + (id == "Normal" ? "" : "<w:basedOn w:val=\"Normal\"/>") + "<w:pPr>\(paragraph)</w:pPr>"
        + "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"\(fonts)\"/>\(bold ? "<w:b/>" : "")"
        + "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:style>"
    }
    let indent = "<w:spacing w:line=\"520\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"600\"/>"
    return "<w:styles xmlns:w=\"\(word)\">"
      + style("Normal", "Normal", "<w:spacing w:before=\"0\" w:after=\"0\"/>", "仿宋", 30)
      + style(
        "Title", "Title", "<w:spacing w:before=\"240\" w:after=\"360\"/><w:jc w:val=\"center\"/>", "宋体", 40, bold: true)
      + style("Body", "Body Text", indent + "<w:jc w:val=\"both\"/>", "仿宋", 30)
      + style(
        "Heading1", "heading 1",
        "<w:keepNext/><w:spacing w:before=\"120\" w:line=\"520\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"600\"/><w:outlineLvl w:val=\"0\"/>",
        "黑体", 30)
      + style("Heading2", "heading 2", "<w:keepNext/>" + indent + "<w:outlineLvl w:val=\"1\"/>", "楷体", 30)
      + style("Cell", "Cell", "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>", "宋体", 18)
      + "</w:styles>"
  }()

  private var document: String {
    var body = Self.paragraph(titleLines, "Title")
    body += preface.map { Self.paragraph($0, "Body") }.joined()
    for (index, heading) in FormLayout.headings.enumerated() {
      body += Self.paragraph(heading, "Heading1")
      body += (sections[index + 1] ?? []).map { Self.paragraph($0.text, $0.isHeading ? "Heading2" : "Body") }.joined()
      for table in FormLayout.tables where table.section == index + 1 {
        // Two tables without a paragraph between them would become one.
        body += self.table(table) + Self.paragraph("", "Cell")
      }
    }
    let page =
      "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr>"
    return "<w:document xmlns:w=\"\(Self.word)\"><w:body>\(body)\(page)</w:body></w:document>"
  }

  private func table(_ table: FormLayout.Table) -> String {
    let width = table.widths.reduce(0, +)
    let edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
    }
    let margins = "<w:tblCellMar><w:left w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"28\" w:type=\"dxa\"/></w:tblCellMar>"
    let properties =
      "<w:tblPr><w:tblW w:w=\"\(width)\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>\(edges.joined())</w:tblBorders>"
      + "<w:tblLayout w:type=\"fixed\"/>\(margins)</w:tblPr>"
    let grid = "<w:tblGrid>" + table.widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
    return "<w:tbl>\(properties)\(grid)\(MergedRows(table).rows.map { row($0, table) }.joined())</w:tbl>"
  }

  private func row(_ row: [MergedRows.Cell], _ table: FormLayout.Table) -> String {
    "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + row.map { cell($0, table) }.joined() + "</w:tr>"
  }

  private func cell(_ cell: MergedRows.Cell, _ table: FormLayout.Table) -> String {
    let width = table.widths[cell.column..<cell.column + cell.columns].reduce(0, +)
    let span = cell.columns > 1 ? "<w:gridSpan w:val=\"\(cell.columns)\"/>" : ""
    let merge = cell.isContinued ? "<w:vMerge/>" : cell.rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""
    let text = cell.isContinued ? "" : cell.cell.map(shown) ?? cell.text
    return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(span)\(merge)<w:vAlign w:val=\"center\"/></w:tcPr>"
      + Self.paragraph(text, "Cell") + "</w:tc>"
  }

  private static func paragraph(_ text: String, _ style: String) -> String { paragraph([text], style) }

  /// A paragraph of several lines.
  private static func paragraph(_ lines: [String], _ style: String) -> String {
    let texts = lines.filter { !$0.isEmpty }.map { "<w:t xml:space=\"preserve\">\(escaped($0))</w:t>" }
    let run = texts.isEmpty ? "" : "<w:r>" + texts.joined(separator: "<w:br/>") + "</w:r>"
    return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(run)</w:p>"
  }
}

/// Rows as Word wants them: a cell that covers several rows is there again in each, marked as continued.
struct MergedRows {
  struct Cell {
    var text = ""
    var cell: ReportCell?
    var column: Int
    var columns: Int
    var rows = 1
    var isContinued = false
  }

  private(set) var rows: [[Cell]] = []

  init(_ table: FormLayout.Table) {
    // What still hangs down from above: by its first column, how wide and for how many rows.
    var hanging: [Int: (columns: Int, rows: Int)] = [:]
    for row in table.rows {
      var cells: [Cell] = []
      var pending = row[...]
      var column = 0
      while column < table.widths.count {
        if let (columns, left) = hanging[column] {
          cells.append(Cell(column: column, columns: columns, isContinued: true))
          hanging[column] = left > 1 ? (columns, left - 1) : nil
          column += columns
        } else if let next = pending.popFirst() {
          cells.append(Cell(text: next.text, cell: next.cell, column: column, columns: next.columns, rows: next.rows))
          if next.rows > 1 { hanging[column] = (next.columns, next.rows - 1) }
          column += next.columns
        } else {
          break
        }
      }
      rows.append(cells)
    }
  }
}
