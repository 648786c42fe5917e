internal import Publication

extension ChannelReport {
  private static let columns = 80

  /// The report for a terminal of 80 columns; ends with LF.
  public var text: String {
    var lines = ["发布渠道统计"]
    if let from, let to { lines[0] += "  \(from) 至 \(to)" }
    lines += [""] + outletLines
    if outlets.isEmpty || monthNames.isEmpty { lines += ["", "还没有发布。"] } else { lines += monthLines }
    lines += ["", "信息公开属性（台账全部收件）", attributeLine, ""]
    if let quality { lines += qualityLines(quality) }
    for definition in Self.definitions.map(\.value) + (quality == nil ? [] : PublicationQuality.definitions) {
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

  private func qualityLines(_ quality: PublicationQuality) -> [String] {
    let rows = quality.lines
    let name = rows.map { displayWidth($0.name) }.max() ?? 0
    return ["时效和双语"] + rows.map { row in padded(row.name, to: name) + "  " + row.value } + [""]
      + (quality.quiet.isEmpty
        ? [] : ["没有更新的渠道"] + quality.quietLines.flatMap { wrapped($0, to: Self.columns, indent: "  ") } + [""])
  }

  private var attributeLine: String {
    let counts = DisclosureAttribute.allCases.map { "\($0.term) \(items($0))" } + ["未定 \(items(nil))"]
    return counts.joined(separator: "  ")
  }
}
