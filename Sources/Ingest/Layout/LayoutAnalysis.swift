import Publication

/// What the layout tells of a document.
struct LayoutFindings {
  /// The title as the text has it.
  var title: Found<String>?
  /// 发文字号, as read; its number is `nil` for a placeholder.
  var number: Found<DocumentNumber.Reading>?
  /// The number as it is written.
  var numberText = ""
  /// 发文机关, each once: red head first, then signature.
  var issuers: [Found<String>] = []
  /// 成文日期.
  var formedOn: Found<CivilDate>?
  /// The letters of what is published, title included.
  var letters = LetterCount()
}

/// Finds the parts of an official document in its top-level blocks.
///
/// Source: GB/T 9704-2012 (parts as told in `docs/metadata.md`). Plain news items, which have a title and a body only,
/// and web pages, which put number and source under the title, come through the same rules.
struct LayoutAnalysis {
  /// The blocks, with their parts when the analysis is done.
  private(set) var blocks: [LaidOutBlock]
  /// What was found.
  var findings = LayoutFindings()
  /// The blocks with text, in order.
  let lines: [LayoutLine]
  /// Lines from here on come after the title.
  var bodyStart = 0

  /// Analyses `blocks`; `declaredTitle` is what metadata call the title, if they do.
  init(_ blocks: [LaidOutBlock], declaredTitle: String?) {
    self.blocks = LineSplitting.splitting(blocks)
    lines = LayoutAnalysis.lines(of: self.blocks)
    readHead(declaredTitle: declaredTitle)
    readTail()
    readTables()
    countLetters()
  }

  /// The part that a line plays.
  func role(_ line: Int) -> LayoutRole { blocks[lines[line].block].role }

  /// Gives a line its part.
  mutating func assign(_ role: LayoutRole, to line: Int) { blocks[lines[line].block].role = role }

  /// Takes a table or list that stands above the title out of the text.
  mutating func dropIfOther(_ block: Int) {
    switch blocks[block].block {
    case .table, .list, .rule: blocks[block].role = .headMark
    default: break
    }
  }

  /// Adds organs that are not there yet.
  mutating func addIssuers(_ names: [String], at line: LayoutLine) {
    for name in names {
      // 民政局 in the signature of 某某盟民政局 is the same organ.
      if findings.issuers.contains(where: { $0.value.ends(withText: name) }) { continue }
      let evidence = Evidence(fact: "issuer", source: .text, value: name, place: line.place)
      findings.issuers.append(Found(name, evidence))
    }
  }

  /// Records the document number, the first one found.
  mutating func record(_ reading: DocumentNumber.Reading, at line: Int) {
    assign(.documentNumber, to: line)
    guard findings.number == nil else { return }
    let value = reading.number?.description ?? ""
    let evidence = Evidence(fact: "docno", source: .text, value: value, place: lines[line].place)
    findings.number = Found(reading, evidence)
    findings.numberText = lines[line].text
  }

  private static func lines(of blocks: [LaidOutBlock]) -> [LayoutLine] {
    var out: [LayoutLine] = []
    out.reserveCapacity(blocks.count)
    var ordinal = 0
    var followsOther = false
    for (index, laid) in blocks.enumerated() {
      let inlines: [Inline]
      let level: Int?
      let alignment: Block.Alignment
      switch laid.block {
      case .heading(let number, let content): (inlines, level, alignment) = (content, number, .natural)
      case .paragraph(let content, let standing): (inlines, level, alignment) = (content, nil, standing)
      case .rule: continue
      default:
        ordinal += 1
        followsOther = true
        continue
      }
      let text = plainText(inlines).trimmedWhitespace
      guard !text.isEmpty else { continue }
      ordinal += 1
      out.append(
        LayoutLine(
          block: index, ordinal: ordinal, text: text, level: level, alignment: alignment, followsOther: followsOther))
      followsOther = false
    }
    return out
  }

  private static func plainText(_ inlines: [Inline]) -> String {
    if inlines.count == 1, case .text(let text) = inlines[0] { return text }
    return PlainText.of(inlines)
  }

  /// A ruled colophon is a table in word processors' templates.
  private mutating func readTables() {
    for index in blocks.indices {
      guard case .table(let rows) = blocks[index].block, rows.count <= 4, Colophon.isTable(rows) else { continue }
      blocks[index].role = .colophon
    }
  }

  private mutating func countLetters() {
    var letters = LetterCount()
    for laid in blocks where laid.role.isPublished || laid.role == .title { letters.count(laid.block) }
    findings.letters = letters
  }
}
