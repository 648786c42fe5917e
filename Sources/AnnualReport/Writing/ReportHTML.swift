import Publication

extension BuiltReport {
  /// The report as one page that needs nothing else and prints on A4. Numbers of section one tell their cells when pointed at.
  public var html: String {
    let sections = FormLayout.headings.indices.map { index in
      let section = index + 1
      let words = (self.sections[section] ?? []).map(Self.paragraph).joined(separator: "\n")
      let tables = FormLayout.tables.filter { $0.section == section }.map(table).joined(separator: "\n")
      return "<h2>\(Self.escaped(FormLayout.headings[index]))</h2>\n"
        + [words, tables].filter { !$0.isEmpty }.joined(separator: "\n")
    }
    let title = Self.escaped(report.title ?? "")
    return """
      <!DOCTYPE html>
      <html lang="zh-Hans">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(titleLines.map(Self.escaped).joined(separator: "<br>"))</h1>
      \(preface.map { "<p>\(Self.escaped($0))</p>" }.joined(separator: "\n"))
      \(sections.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private static func paragraph(_ paragraph: DraftParagraph) -> String {
    let inner = paragraph.pieces.map { piece in
      switch piece {
      case .text(let text): return escaped(text)
      case .figure(let shown, let cells):
        return
          "<span class=\"figure\" title=\"\(escaped(cells.map(\.description).joined(separator: " + ")))\">\(escaped(shown))</span>"
      }
    }.joined()
    return paragraph.isHeading ? "<h3>\(inner)</h3>" : "<p>\(inner)</p>"
  }

  private func table(_ table: FormLayout.Table) -> String {
    let total = table.widths.reduce(0, +)
    let columns = table.widths.map { width in
      let tenths = width * 1000 / total
      return "<col style=\"width: \(tenths / 10).\(tenths % 10)%\">"
    }
    let rows = table.rows.map { row in "<tr>" + row.map(cell).joined() + "</tr>" }
    return """
      <table class="table\(table.section)">
      <colgroup>\(columns.joined())</colgroup>
      \(rows.joined(separator: "\n"))
      </table>
      """
  }

  private func cell(_ cell: FormCell) -> String {
    let spans =
      (cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : "") + (cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : "")
    guard let number = cell.cell else { return "<th\(spans)>\(Self.escaped(cell.text))</th>" }
    return "<td\(spans) title=\"\(number)\">\(Self.escaped(shown(number)))</td>"
  }

  /// What stands in a number cell: the number, or nothing where nobody knows it.
  func shown(_ cell: ReportCell) -> String { report.cells[cell]?.number?.description ?? "" }

  private static let style = """
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 780px; padding: 24px; color: #000; background: #fff;
      font: 16px/1.75 "FangSong", "仿宋", "FangSong_GB2312", "Noto Serif CJK SC", "Source Han Serif SC", serif; }
    h1 { font: bold 24px/1.4 "SimSun", "宋体", "Noto Serif CJK SC", serif; text-align: center; margin: 8px 0 24px; }
    h2 { font: 18px/1.75 "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; margin: 20px 0 4px; text-indent: 2em; }
    h3 { font: 16px/1.75 "KaiTi", "楷体", "Noto Serif CJK SC", serif; margin: 8px 0 0; text-indent: 2em; }
    p { margin: 0; text-indent: 2em; text-align: justify; }
    .figure { font-variant-numeric: tabular-nums; }
    table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: 12px 0; font-size: 13px; line-height: 1.4; }
    th, td { border: 1px solid #000; padding: 3px 2px; text-align: center; vertical-align: middle; font-weight: normal;
      overflow-wrap: anywhere; }
    td { font-variant-numeric: tabular-nums; }
    .table3, .table4 { font-size: 12px; }
    tr { break-inside: avoid; }
    @page { size: A4; margin: 20mm 18mm; }
    @media print {
      body { max-width: none; padding: 0; font-size: 12pt; }
      h2, h3 { break-after: avoid; }
      table { font-size: 9pt; }
      .table3, .table4 { font-size: 8pt; }
    }
    """

  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n", "\r": out.unicodeScalars.append(scalar)
      default: if scalar.value >= 0x20 { out.unicodeScalars.append(scalar) }
      }
    }
    return out
  }
}
