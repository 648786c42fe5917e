import Publication

/// Paragraphs in which a line plays a part of its own are taken apart: forced lines, and a closing mark at the end of a
/// sentence.
enum LineSplitting {
  /// `blocks` with such paragraphs taken apart: a signature, its date and the closing mark in one paragraph become three.
  static func splitting(_ blocks: [LaidOutBlock]) -> [LaidOutBlock] {
    let head = blocks.prefix(HeadLine.reach)
    guard
      blocks.contains(where: { mayBeSeveral($0.block) }) || head.contains(where: { HeadLine.mayBeSeveral($0.block) })
    else { return blocks }
    var out: [LaidOutBlock] = []
    out.reserveCapacity(blocks.count + 8)
    for (index, laid) in blocks.enumerated() {
      let isSeveral = mayBeSeveral(laid.block)
      guard isSeveral || index < HeadLine.reach else {
        out.append(laid)
        continue
      }
      for line in isSeveral ? pieces(of: laid.block, isFirst: index == 0) : [laid.block] {
        let parts = index < HeadLine.reach ? HeadLine.parts(of: line) : [line]
        for part in parts.flatMap(TrailingMark.parts) { out.append(LaidOutBlock(laid.role, part)) }
      }
    }
    return out
  }

  private static func mayBeSeveral(_ block: Block) -> Bool {
    switch block {
    case .heading(_, let inlines): inlines.contains(.lineBreak)
    case .paragraph(let inlines, _): inlines.contains(.lineBreak) || TrailingMark.mayEnd(inlines)
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

/// A closing mark in round brackets at the end of a paragraph that says more than the mark.
enum TrailingMark {
  /// Whether the last characters are a closing round bracket.
  static func mayEnd(_ inlines: [Inline]) -> Bool {
    switch inlines.last {
    case .text(let text):
      guard let last = text.unicodeScalars.last(where: { !$0.isBlank }) else { return inlines.count > 1 }
      return last == ")" || last == "\u{FF09}"
    case .strong(let inner), .emphasis(let inner): return mayEnd(inner)
    default: return false
    }
  }

  /// The paragraph without its trailing mark, and the mark; the paragraph alone where it has none.
  static func parts(of block: Block) -> [Block] {
    guard case .paragraph(let inlines, let alignment) = block, mayEnd(inlines) else { return [block] }
    let scalars = Array(PlainText.of(inlines).unicodeScalars)
    guard let open = scalars.lastIndex(where: { $0 == "(" || $0 == "\u{FF08}" }), scalars.count - open <= 60,
      scalars[..<open].contains(where: { !$0.isBlank })
    else { return [block] }
    var mark = String.UnicodeScalarView()
    mark.append(contentsOf: scalars[open...])
    var before = String.UnicodeScalarView()
    before.append(contentsOf: scalars[..<open])
    // 附注：（此件公开发布） is a mark as a whole.
    let opening = String(before).trimmedWhitespace
    guard DisclosureMark.parse(String(mark)) != nil, !(opening.utf8.count <= 24 && endsWithColon(opening)) else {
      return [block]
    }
    var rest = inlines
    guard dropLast(scalars.count - open, from: &rest) == 0 else { return [block] }
    return [.paragraph(rest, alignment: alignment), .paragraph([.text(String(mark))], alignment: .natural)]
  }

  private static func endsWithColon(_ text: String) -> Bool {
    text.unicodeScalars.last == ":" || text.unicodeScalars.last == "\u{FF1A}"
  }

  /// Removes scalars at the end; gives back how many are left to remove.
  private static func dropLast(_ count: Int, from inlines: inout [Inline]) -> Int {
    var left = count
    while left > 0, let last = inlines.popLast() {
      switch last {
      case .text(let text):
        let scalars = text.unicodeScalars
        if scalars.count > left {
          inlines.append(.text(String(scalars.dropLast(left))))
          return 0
        }
        left -= scalars.count
      case .strong(var inner):
        left = dropLast(left, from: &inner)
        if !inner.isEmpty { inlines.append(.strong(inner)) }
      case .emphasis(var inner):
        left = dropLast(left, from: &inner)
        if !inner.isEmpty { inlines.append(.emphasis(inner)) }
      default: return left
      }
    }
    return left
  }
}
