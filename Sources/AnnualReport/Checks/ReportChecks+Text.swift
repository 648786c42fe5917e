import Publication

extension ReportChecks {
  /// For people: what is wrong first, each with both sides and the cells; at most 80 columns.
  public var text: String {
    var lines = [heading, String(repeating: "─", count: 40)]
    for status in [ReportCheck.Status.fail, .uncertain] {
      for check in checks(status) { lines += describing(check) }
    }
    if !hasFailures && checks(.uncertain).isEmpty { lines.append("没有发现问题。") }
    lines.append("")
    lines += wrapped("通过：" + summary(.pass), to: 80, indent: "　　")
    lines += wrapped("无法核对：" + summary(.notAssessable), to: 80, indent: "　　")
    for note in report.notes {
      lines += wrapped("注意［\(note.code)］" + note.text().message, to: 80, indent: "　　")
    }
    lines.append(
      "合计：通过 \(checks(.pass).count)，不通过 \(checks(.fail).count)，存疑 \(checks(.uncertain).count)，"
        + "无法核对 \(checks(.notAssessable).count)")
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let name = (report.agency ?? "") + (report.year.map { " \($0) 年" } ?? "")
    return "政府信息公开工作年度报告核对" + (name.isEmpty ? "" : "：" + name)
  }

  private func describing(_ check: ReportCheck) -> [String] {
    let word = check.status == .fail ? "不通过" : "存疑"
    var lines = wrapped("\(word)　\(check.id)　\(check.formula)", to: 80, indent: "　　")
    if let left = check.left, let right = check.right {
      lines += wrapped("　　左边 \(left)，右边 \(right)，相差 \(check.difference ?? 0)", to: 80, indent: "　　")
    }
    if !check.note.isEmpty { lines += wrapped("　　" + check.note, to: 80, indent: "　　") }
    if !check.cells.isEmpty {
      let shown =
        check.cells.prefix(8).joined(separator: " ") + (check.cells.count > 8 ? " 等 \(check.cells.count) 处" : "")
      lines += wrapped("　　单元格：" + shown, to: 80, indent: "　　")
    }
    return lines + wrapped("　　依据：" + check.source, to: 80, indent: "　　")
  }

  /// `C1(7)、R1`: the rules with a count where there are several checks of one.
  private func summary(_ status: ReportCheck.Status) -> String {
    var names: [String] = []
    var counts: [String: Int] = [:]
    for check in checks(status) {
      let rule = check.id.split(separator: ".").first.map(String.init) ?? check.id
      if counts[rule] == nil { names.append(rule) }
      counts[rule, default: 0] += 1
    }
    guard !names.isEmpty else { return "无" }
    return names.map { name in (counts[name] ?? 1) == 1 ? name : "\(name)(\(counts[name] ?? 1))" }.joined(
      separator: "、")
  }
}
