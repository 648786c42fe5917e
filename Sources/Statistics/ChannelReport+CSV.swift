internal import Publication

extension ChannelReport {
  /// One row a month, one column an outlet, sums last; then, after an empty row, every other number with its section, its name and the command
  /// that lists it. For spreadsheets: UTF-8 with BOM, CRLF, as many cells in each row (RFC 4180).
  public var csv: String {
    var rows = [["月份"] + outlets.map { "\($0.title)（\($0.id)）" } + ["合计"]]
    for (index, month) in monthNames.enumerated() {
      rows.append([month] + outlets.map { String($0.months[index].count) } + [String(total(ofMonthAt: index))])
    }
    rows.append(["合计"] + outlets.map { String($0.queued) } + [String(total)])
    if from != nil {
      rows += [[], ["项目", "名称", "数", "明细"]]
      for section in sections {
        rows += section.lines.map { [section.title, $0.name, $0.value, $0.listing ?? ""] }
      }
    }
    let width = rows.map(\.count).max() ?? 0
    return "\u{FEFF}"
      + rows.map { row in
        (row + Array(repeating: "", count: width - row.count)).map(csvCell).joined(separator: ",") + "\r\n"
      }.joined()
  }
}

/// One cell: quoted where it must be, and behind an apostrophe where a spreadsheet would take it for a formula.
///
/// Source: OWASP, "CSV Injection": cells that begin with = + - @, a tab or a line end, and their full-width forms.
func csvCell(_ text: String) -> String {
  let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
  let guarded = text.unicodeScalars.first.map(dangerous.contains) ?? false ? "'" + text : text
  let needsQuotes = guarded.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
  guard needsQuotes else { return guarded }
  var quoted = "\""
  for scalar in guarded.unicodeScalars {
    if scalar == "\"" { quoted.unicodeScalars.append("\"") }
    quoted.unicodeScalars.append(scalar)
  }
  return quoted + "\""
}
