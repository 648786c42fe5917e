internal import Publication

/// A line above the title in which the document number stands beside marks: `乌署发〔2025〕1号　　公开属性：主动公开`.
enum HeadLine {
  /// How many blocks from the top such a line is looked for in.
  static let reach = 12

  /// Whether the line may be one.
  static func mayBeSeveral(_ block: Block) -> Bool {
    guard case .paragraph(let inlines, _) = block else { return false }
    let text = PlainText.of(inlines)
    return text.utf8.count <= 360 && text.contains(text: "号")
      && text.trimmedWhitespace.unicodeScalars.contains(where: \.isBlank)
  }

  /// Number and marks as a paragraph each; the block alone where it is something else.
  static func parts(of block: Block) -> [Block] {
    guard case .paragraph(let inlines, let alignment) = block, mayBeSeveral(block) else { return [block] }
    let texts = pieces(of: PlainText.of(inlines).trimmedWhitespace)
    guard texts.count > 1 else { return [block] }
    return texts.map { .paragraph([.text($0)], alignment: alignment) }
  }

  /// Number and marks of a text; the text alone where it is something else.
  static func pieces(of text: String) -> [String] {
    guard DocumentNumber.parse(text) == nil else { return [text] }
    let words = text.unicodeScalars.split { $0.isBlank }
    guard (2...12).contains(words.count) else { return [text] }
    func joined(_ range: Range<Int>) -> String {
      guard let first = words[range].first, let last = words[range].last else { return "" }
      return String(text.unicodeScalars[first.startIndex..<last.endIndex])
    }
    for start in words.indices {
      for end in (start + 1)...words.count where end - start < words.count {
        let number = joined(start..<end)
        guard DocumentNumber.parse(number) != nil else { continue }
        let beside = [joined(0..<start), joined(end..<words.count)]
        guard beside.allSatisfy({ $0.isEmpty || isMark($0) }) else { continue }
        return [beside[0], number, beside[1]].filter { !$0.isEmpty }
      }
    }
    return [text]
  }

  /// Whether a text stands above the title beside a number: a mark, 签发人.
  static func isMark(_ text: String) -> Bool {
    DisclosureMark.parse(text) != nil || HeadMark.isLine(text) || text.starts(withText: "签发人")
  }
}
