import Publication

/// Paragraphs of several forced lines are taken apart where one of the lines plays a part of its own.
enum LineSplitting {
  /// `blocks` with such paragraphs taken apart: a signature, its date and the closing mark in one paragraph become three.
  static func splitting(_ blocks: [LaidOutBlock]) -> [LaidOutBlock] {
    guard blocks.contains(where: { hasLineBreak($0.block) }) else { return blocks }
    var out: [LaidOutBlock] = []
    out.reserveCapacity(blocks.count + 8)
    for (index, laid) in blocks.enumerated() {
      guard hasLineBreak(laid.block) else {
        out.append(laid)
        continue
      }
      out += pieces(of: laid.block, isFirst: index == 0).map { LaidOutBlock(laid.role, $0) }
    }
    return out
  }

  private static func hasLineBreak(_ block: Block) -> Bool {
    switch block {
    case .heading(_, let inlines), .paragraph(let inlines, _): inlines.contains(.lineBreak)
    default: false
    }
  }

  private static func pieces(of block: Block, isFirst: Bool) -> [Block] {
    switch block {
    case .heading(let level, let inlines):
      let lines = inlines.split(separator: .lineBreak).map(Array.init)
      return lines.contains { playsPart($0, isFirst) } ? lines.map { .heading(level: level, $0) } : [block]
    case .paragraph(let inlines, let alignment):
      let lines = inlines.split(separator: .lineBreak).map(Array.init)
      return lines.contains { playsPart($0, isFirst) } ? lines.map { .paragraph($0, alignment: alignment) } : [block]
    default: return [block]
    }
  }

  private static func playsPart(_ line: [Inline], _ isFirst: Bool) -> Bool {
    let text = PlainText.of(line).trimmedWhitespace
    guard !text.isEmpty, text.utf8.count <= 300 else { return false }
    return DisclosureMark.parse(text) != nil || CivilDate(line: text) != nil || DocumentNumber.parse(text) != nil
      || Colophon.isLine(text) || (isFirst && (HeadMark.isLine(text) || text.ends(withText: "文件")))
  }
}
