internal import Publication

extension ChannelReport {
  /// One page that needs nothing else: charts, the table behind them and the commands that list what a number counts. Prints on A4.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="zh-Hans">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(heading))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <header>
    <h1>发布渠道统计</h1>
    <p class="period">\(escaped(periodText))</p>
    </header>
    <section class="totals">
    \(totalCards)
    </section>
    <section>
    <h2>每月首次进入队列</h2>
    \(outlets.isEmpty || monthNames.isEmpty ? "<p>还没有发布。</p>" : charts)
    </section>
    <section>
    <h2>数据</h2>
    \(table)
    </section>
    \(sections.map(html(of:)).joined(separator: "\n"))
    <section>
    <h2>口径</h2>
    <ul class="definitions">
    \(definitionTexts.map { "<li>\(escaped($0))</li>" }.joined(separator: "\n"))
    </ul>
    </section>
    <section class="listings">
    <h2>明细</h2>
    <p>每个数字都能列成清单：在工作目录里运行相应的命令。</p>
    \(outlets.map(listings).joined(separator: "\n"))
    </section>
    </body>
    </html>

    """
  }

  private var heading: String { "发布渠道统计 \(periodText)" }

  private var periodText: String {
    guard let from, let to else { return "还没有发布" }
    return "\(from) 至 \(to)"
  }

  private var totalCards: String {
    let cards = outlets.map { ($0.title, $0.id.rawValue, $0.queued) } + [("合计", "", total)]
    return cards.map { title, id, count in
      "<div><b>\(count)</b><span>\(escaped(title))</span><small>\(escaped(id))</small></div>"
    }.joined(separator: "\n")
  }

  private var charts: String {
    let most = outlets.flatMap { $0.months.map(\.count) }.max() ?? 0
    return outlets.map { outlet in
      """
      <figure>
      <figcaption>\(escaped(outlet.title)) <small>\(escaped(outlet.id.rawValue))</small></figcaption>
      \(BarChart(outlet: outlet, most: most).svg)
      </figure>
      """
    }.joined(separator: "\n")
  }

  private var table: String {
    let head = outlets.map {
      "<th scope=\"col\">\(escaped($0.title))<br><small>\(escaped($0.id.rawValue))</small></th>"
    }
    let rows = monthNames.enumerated().map { index, name in
      let cells = outlets.map { outlet in
        "<td><a href=\"#\(anchor(outlet, outlet.months[index]))\">\(outlet.months[index].count)</a></td>"
      }
      return "<tr><th scope=\"row\">\(name)</th>\(cells.joined())<td>\(total(ofMonthAt: index))</td></tr>"
    }
    return """
      <table>
      <thead><tr><th scope="col">月份</th>\(head.joined())<th scope="col">合计</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      <tfoot><tr><th scope="row">合计</th>\(outlets.map { "<td>\($0.queued)</td>" }.joined())<td>\(total)</td></tr></tfoot>
      </table>
      """
  }

  private func html(of section: ReportSection) -> String {
    let rows = section.lines.map { line in
      let command = line.listing.map { "<code>\(escaped($0))</code>" } ?? ""
      return """
        <tr><th scope="row">\(escaped(line.name))</th><td class="number">\(escaped(line.value))</td>\
        <td class="command">\(command)</td></tr>
        """
    }
    return """
      <section>
      <h2>\(escaped(section.title))</h2>
      <table class="figures">
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </section>
      """
  }

  private func listings(_ outlet: Outlet) -> String {
    let rows = outlet.months.map { month in
      """
      <tr id="\(anchor(outlet, month))"><th scope="row">\(month.name)</th><td>\(month.count)</td>\
      <td class="command"><code>\(escaped(Self.listing(outlet, month)))</code></td></tr>
      """
    }
    return """
      <details>
      <summary>\(escaped(outlet.title)) <small>\(escaped(outlet.id.rawValue))</small></summary>
      <table>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </details>
      """
  }
}

/// Where the row of a number stands on the page.
func anchor(_ outlet: ChannelReport.Outlet, _ month: ChannelReport.Month) -> String {
  escaped("\(outlet.id)-\(month.name)")
}

/// Text for HTML, also inside double quotes.
func escaped(_ text: String) -> String {
  guard text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) }) else { return text }
  var out = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "\"": out += "&quot;"
    case "'": out += "&#39;"
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out
}
