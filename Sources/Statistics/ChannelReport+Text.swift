internal import Publication

extension ChannelReport {
  private static let columns = 80

  /// The report for a terminal of 80 columns; ends with LF.
  public var text: String {
    var lines = ["发布渠道统计"]
    if let from, let to { lines[0] += "  \(from) 至 \(to)" }
    lines += [""] + outletLines
    if outlets.isEmpty || monthNames.isEmpty { lines += ["", "还没有发布。"] } else { lines += monthLines }
    for section in sections { lines += [""] + sectionLines(section) }
    lines.append("")
    for definition in definitionTexts + ["每个数字都能列成清单：命令在 --format html 和 csv 里，种类见 zarlal list --help。"] {
      lines += wrapped("· \(definition)", to: Self.columns, indent: "  ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var outletLines: [String] {
    let rows = outlets.map { ("\($0.title)（\($0.id)）", String($0.queued)) } + [("合计", String(total))]
    let name = (rows.map { displayWidth($0.0) } + [displayWidth("渠道")]).max() ?? 0
    let heading = "首次进入队列"
    let number = (rows.map { $0.1.utf8.count } + [displayWidth(heading)]).max() ?? 0
    return [padded("渠道", to: name) + "  " + padded(heading, to: number, onLeft: true)]
      + rows.map { padded($0.0, to: name) + "  " + padded($0.1, to: number, onLeft: true) }
  }

  /// One table, or several below each other where the outlets don't fit into one line.
  private var monthLines: [String] {
    var columns = outlets.map { outlet in
      [outlet.id.rawValue] + outlet.months.map { String($0.count) } + [String(outlet.queued)]
    }
    columns.append(["合计"] + monthNames.indices.map { String(total(ofMonthAt: $0)) } + [String(total)])
    let names = ["月份"] + monthNames + ["合计"]
    let nameWidth = names.map(displayWidth).max() ?? 0
    var lines: [String] = []
    var table = names.map { padded($0, to: nameWidth) }
    for column in columns {
      let width = (column.map(displayWidth).max() ?? 0) + 2
      if displayWidth(table[0]) + width > Self.columns && displayWidth(table[0]) > nameWidth {
        lines += [""] + table
        table = names.map { padded($0, to: nameWidth) }
      }
      for (row, cell) in column.enumerated() { table[row] += padded(cell, to: width, onLeft: true) }
    }
    return lines + [""] + table
  }

  /// Names and numbers below each other; where a name leaves no room, its number comes first.
  private func sectionLines(_ section: ReportSection) -> [String] {
    let widths = section.lines.map { (displayWidth($0.name), displayWidth($0.value)) }
    let (name, value) = (widths.map(\.0).max() ?? 0, widths.map(\.1).max() ?? 0)
    if name + 2 + value <= Self.columns {
      return [section.title] + section.lines.map { padded($0.name, to: name) + "  " + $0.value }
    }
    let indent = String(repeating: " ", count: min(value, 12) + 2)
    return [section.title]
      + section.lines.flatMap { line in
        wrapped(
          padded(line.value, to: min(value, 12), onLeft: true) + "  " + line.name, to: Self.columns, indent: indent)
      }
  }

  /// What the numbers mean.
  var definitionTexts: [String] {
    Self.definitions.map(\.value) + (quality == nil ? [] : PublicationQuality.definitions.map(\.value))
  }
}
