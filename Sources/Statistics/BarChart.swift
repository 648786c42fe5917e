internal import Publication

/// One bar a month for one outlet, as SVG to stand in the page.
struct BarChart {
  let outlet: ChannelReport.Outlet
  /// The largest count of all outlets: charts below each other have one scale.
  let most: Int

  private let width = 720
  private let left = 44
  private let top = 16
  private let height = 112

  init(outlet: ChannelReport.Outlet, most: Int) {
    self.outlet = outlet
    self.most = most
  }

  var svg: String {
    let title = "\(outlet.title)：共 \(outlet.queued)"
    return """
      <svg viewBox="0 0 \(width) \(top + height + 22)" role="img" aria-label="\(escaped(title))">
      \((grid + bars).joined(separator: "\n"))
      </svg>
      """
  }

  /// The step between two lines: 1, 2 or 5 times a power of ten, four lines at most.
  private var step: Int {
    var step = 1
    while true {
      for factor in [1, 2, 5] where step * factor * 4 >= most { return step * factor }
      step *= 10
    }
  }

  private var scale: Int { max(1, (most + step - 1) / step) * step }

  private func y(_ count: Int) -> Int { top + height - count * height / scale }

  private var grid: [String] {
    stride(from: 0, through: scale, by: step).map { count in
      """
      <line class="grid" x1="\(left)" y1="\(y(count))" x2="\(width)" y2="\(y(count))"/>\
      <text x="\(left - 6)" y="\(y(count) + 4)" text-anchor="end">\(count)</text>
      """
    }
  }

  private var bars: [String] {
    // Room at the right for half a label.
    let slot = Double(width - left - 12) / Double(max(1, outlet.months.count))
    return outlet.months.enumerated().map { index, month in
      let start = Double(left) + Double(index) * slot
      let middle = tenths(start + slot / 2)
      var parts = ["<a href=\"#\(anchor(outlet, month))\"><title>\(month.name)：\(month.count)</title>"]
      parts.append(
        """
        <rect class="bar" x="\(tenths(start + slot * 0.15))" y="\(y(month.count))" width="\(tenths(slot * 0.7))" \
        height="\(top + height - y(month.count))"/>
        """)
      if outlet.months.count <= 20 {
        parts.append(
          "<text class=\"value\" x=\"\(middle)\" y=\"\(y(month.count) - 4)\" text-anchor=\"middle\">\(month.count)</text>"
        )
      }
      parts.append("</a>")
      if let label = label(index) {
        parts.append("<text x=\"\(middle)\" y=\"\(top + height + 16)\" text-anchor=\"middle\">\(label)</text>")
      }
      return parts.joined()
    }
  }

  /// Months by name where they fit, years at their first month in longer periods; at most about fourteen.
  private func label(_ index: Int) -> String? {
    let count = outlet.months.count
    guard count > 28 else { return index % ((count + 13) / 14) == 0 ? outlet.months[index].name : nil }
    let month = outlet.months[index]
    let years = (count + 11) / 12
    guard month.from.month == 1, month.from.year % ((years + 13) / 14) == 0 else { return nil }
    return String(month.from.year)
  }

  /// One decimal, written the same everywhere.
  private func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
