public import Publication

extension DisclosureReport {
  /// Reads a report out of a document's structure (`DOCX`, `HTML`), ours or another office's.
  ///
  /// Throws `reportOldForm` where the tables are those of 2019, `reportUnreadable` where there are none of the form.
  public static func reading(_ blocks: [Block], name: String) throws(PipelineError) -> DisclosureReport {
    var tables = FormTableReader()
    var lines: [String] = []
    for block in blocks { collect(block, &tables, &lines) }
    if tables.isOldForm { throw PipelineError(.reportOldForm, subject: name) }
    guard !tables.cells.isEmpty else {
      throw PipelineError(.reportUnreadable, subject: name, details: ["reason": "没有找到 2021 年格式的表格"])
    }
    var report = DisclosureReport()
    report.cells = tables.cells
    report.notes = tables.notes
    let texts = ReportSections.texts(of: lines)
    report.texts = texts
    report.claims = ReportProse.claims(of: texts)
    let head = ReportHead(preface: texts.preface, opening: Array((texts.sections[1] ?? []).prefix(3)))
    report.title = head.title
    report.agency = head.agency
    report.year = head.year
    report.period = head.period
    report.citedForm = head.citedForm
    return report
  }

  static func collect(_ block: Block, _ tables: inout FormTableReader, _ lines: inout [String]) {
    switch block {
    case .table(let rows):
      // A page may be laid out in a table: what stands inside is read as if it weren't.
      let inner = rows.joined().flatMap(\.blocks)
      if inner.contains(where: { if case .table = $0 { true } else { false } }) {
        for block in inner { collect(block, &tables, &lines) }
      } else if rows.contains(where: { $0.count > 1 }) {
        tables.read(rows)
      } else {
        lines += PlainText.lines(of: block)
      }
    case .quote(let blocks): for block in blocks { collect(block, &tables, &lines) }
    case .list(_, let items):
      for item in items {
        for (index, block) in item.blocks.enumerated() {
          if case .table = block { collect(block, &tables, &lines); continue }
          let own = PlainText.lines(of: block)
          lines += index == 0 && !own.isEmpty ? [item.marker + own[0]] + own.dropFirst() : own
        }
      }
    default: lines += PlainText.lines(of: block)
    }
  }
}

extension ReportTexts {
  /// The texts of a document by the headings of the six sections; what stands before the first is the preface. Tables are left out.
  public init(of blocks: [Block]) {
    var tables = FormTableReader()
    var lines: [String] = []
    for block in blocks { DisclosureReport.collect(block, &tables, &lines) }
    self = ReportSections.texts(of: lines)
    // The heading of a part says where it belongs, without the heading of its section too.
    guard let first = preface.firstIndex(where: { SectionDraft.part($0) != nil }) else { return }
    sections[1] = preface[first...] + (sections[1] ?? [])
    preface.removeSubrange(first...)
  }
}

/// Finds the six sections of a report in its paragraphs.
enum ReportSections {
  private static let words: [(section: Int, words: [String])] = [
    (1, ["总体情况", "概述"]), (2, ["主动公开政府信息情况", "主动公开政府信息的情况"]), (3, ["收到和处理政府信息公开申请", "处理政府信息公开申请"]),
    (4, ["行政复议、行政诉讼", "行政复议和行政诉讼", "行政复议与行政诉讼", "被申请行政复议", "行政复议、提起行政诉讼", "行政复议及行政诉讼"]),
    (5, ["存在的主要问题", "存在问题", "存在的问题", "主要问题及改进"]), (6, ["其他需要报告", "需要报告的其他"]),
  ]

  static func texts(of lines: [String]) -> ReportTexts {
    var texts = ReportTexts()
    var current = 0
    for line in mended(lines) {
      let folded = ProseText.folded(line)
      if let (section, rest) = heading(folded, after: current) {
        current = section
        texts.headings[section] = line
        texts.sections[section] = texts.sections[section] ?? []
        if !rest.isEmpty { texts.sections[section]?.append(rest) }
      } else if current == 0 {
        texts.preface.append(line)
      } else {
        texts.sections[current]?.append(line)
      }
    }
    return texts
  }

  /// The lines that say something; a heading that was broken over two of them is one again.
  private static func mended(_ lines: [String]) -> [String] {
    var out: [String] = []
    for line in lines where !ProseText.folded(line).isEmpty {
      if let last = out.last, isHeadingBegun(ProseText.folded(last)), heading(ProseText.folded(last), after: 0) == nil,
        heading(ProseText.folded(last + line), after: 0) != nil
      {
        out[out.count - 1] = last + line
      } else {
        out.append(line)
      }
    }
    return out
  }

  private static func isHeadingBegun(_ line: String) -> Bool {
    let scalars = Array(line.unicodeScalars)
    return number(scalars) != nil && scalars.count <= 25 && !scalars.contains { "。,;".unicodeScalars.contains($0) }
  }

  /// 一、 … 六、 at the start of a line.
  private static func number(_ scalars: [Unicode.Scalar]) -> Int? {
    let marks: [Unicode.Scalar] = ["、", ".", ",", "．"]
    guard scalars.count > 1, marks.contains(scalars[1]) else { return nil }
    return Array("一二三四五六".unicodeScalars).firstIndex(of: scalars[0]).map { $0 + 1 }
  }

  /// A short numbered line with the words of a later section; its number may be lost, its words not.
  private static func heading(_ line: String, after current: Int) -> (section: Int, rest: String)? {
    let scalars = Array(line.unicodeScalars)
    let number = number(scalars)
    guard scalars.count <= 40, !scalars.contains("。"), !scalars.contains(";") else { return nil }
    for (section, words) in words where section > current {
      guard let word = words.first(where: line.contains) else { continue }
      if number == section
        || number == nil && section == current + 1 && scalars.count <= word.unicodeScalars.count + 10
          && !scalars.contains("(")
      {
        return (section, "")
      }
      if let number, number > current, number != section { return (section, "") }
    }
    return nil
  }
}
