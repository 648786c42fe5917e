import Publication

// Offices lay out what stands above a title in a table without rules: number on the left, 公开属性 or 签发人 on the right.
extension LayoutAnalysis {
  /// The document number in the tables above a block, where there is just one.
  mutating func readHeadTables(before block: Int) {
    guard findings.number == nil else { return }
    var found: (reading: DocumentNumber.Reading, text: String, block: Int)?
    for index in blocks.indices.prefix(block) {
      guard case .table(let rows) = blocks[index].block else { continue }
      for (text, label) in HeadTable.fields(rows) {
        guard let reading = DocumentNumber.parse(text), label.isEmpty || HeadTable.isNumberLabel(label) else {
          continue
        }
        guard found == nil || found?.reading == reading else { return }
        found = found ?? (reading, text, index)
      }
    }
    guard let found else { return }
    let others = blocks[..<found.block].count { !$0.block.isLine }
    let place = "正文第\(lines.count { $0.block < found.block } + others + 1)段"
    let value = found.reading.number?.description ?? ""
    let evidence = Evidence(fact: "docno", source: .text, value: value, place: place)
    findings.number = Found(found.reading, evidence)
    findings.numberText = found.text
  }

  /// Whether nothing but the head of an office's document stands in the tables between a line and the one before it.
  func followsHeadTable(_ line: Int) -> Bool {
    let start = line > 0 ? lines[line - 1].block + 1 : 0
    let between = blocks[start..<lines[line].block].filter { !$0.block.isLine }
    return !between.isEmpty
      && between.allSatisfy { if case .table(let rows) = $0.block { HeadTable.isHead(rows) } else { false } }
  }
}

/// A table above the title.
enum HeadTable {
  /// Every line of its cells, number and marks apart, with the words of the cell before it in its row unless they are head parts themselves.
  static func fields(_ rows: [[TableCell]]) -> [(text: String, label: String)] {
    guard rows.count <= 24 else { return [] }
    var fields: [(String, String)] = []
    for row in rows {
      var label = ""
      for cell in row {
        let texts = self.texts(cell)
        fields += texts.map { ($0, label) }
        label = texts.allSatisfy(isPart) ? "" : texts.joined()
      }
    }
    return fields
  }

  /// Whether there is a number or a mark of publication, and nothing besides but what stands in a head.
  static func isHead(_ rows: [[TableCell]]) -> Bool {
    guard rows.count <= 6 else { return false }
    let texts = rows.flatMap { $0.flatMap(self.texts) }
    return texts.allSatisfy(isPart)
      && texts.contains { DocumentNumber.parse($0) != nil || DisclosureMark.parse($0) != nil }
  }

  /// 发文字号 and the like, with or without a colon.
  static func isNumberLabel(_ text: String) -> Bool {
    let label = text.withoutBlanks.unicodeScalars.filter { $0 != ":" && $0 != "\u{FF1A}" }
    return ["发文字号", "发布文号", "发文号", "文号", "字号", "公文编号", "文件编号", "文件字号"].contains {
      label.elementsEqual($0.unicodeScalars)
    }
  }

  private static func isPart(_ text: String) -> Bool {
    text.utf8.count <= 300
      && (HeadLine.isMark(text) || DocumentNumber.parse(text) != nil || text.ends(withText: "文件")
        || !OrganName.list(in: text).isEmpty)
  }

  private static func texts(_ cell: TableCell) -> [String] {
    cell.blocks.flatMap(PlainText.lines).map(\.trimmedWhitespace).filter { !$0.isEmpty }.flatMap(HeadLine.pieces)
  }
}

extension Block {
  /// Whether the layout looks at it as a line, or not at all.
  fileprivate var isLine: Bool {
    switch self {
    case .heading, .paragraph, .rule: true
    default: false
    }
  }
}
