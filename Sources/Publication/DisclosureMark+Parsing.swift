extension DisclosureMark {
  /// What one line says of the disclosure attribute; `nil`: the line is no mark.
  ///
  /// A mark is a closing mark （此件公开发布）, a field 公开属性：主动公开, or a row of boxes of which exactly one is ticked, in
  /// any width, brackets and spacing, alone on its line or in brackets at its end. In running text it is none.
  /// Source: disclosure rules, "Attribute model"; GB/T 9704-2012, 附注.
  public static func parse(_ line: String) -> DisclosureMark? {
    let marks = marks(in: line)
    guard let first = marks.first else { return nil }
    return marks.allSatisfy { $0 == first } ? first : .unclear
  }

  /// Every mark in one line: two on one line may disagree.
  package static func marks(in line: String) -> [DisclosureMark] {
    guard mayHoldMark(line.utf8) else { return [] }
    return marks(in: MarkLine(line))
  }

  /// Every mark in one folded line.
  package static func marks(in line: MarkLine) -> [DisclosureMark] {
    let reader = DisclosureMarkReader(line: line)
    return reader.boxes() ?? reader.marks()
  }

  /// Whether 公 and 开 (or 開) stand in the line: 3-byte sequences E5 85 AC and E5 BC 80 (E9 96 8B).
  private static func mayHoldMark(_ bytes: String.UTF8View) -> Bool {
    var window: UInt32 = 0
    var seen = 0
    for byte in bytes {
      window = (window << 8 | UInt32(byte)) & 0xFF_FFFF
      if window == 0xE585AC { seen |= 1 }
      if window == 0xE5BC80 || window == 0xE9968B { seen |= 2 }
    }
    return seen == 3
  }
}

extension DisclosureMark {
  /// Whether a folded code point may stand around a mark: bullets, rules, emphasis, closing stops.
  package static func isDecoration(_ value: UInt32) -> Bool { DisclosureMarkReader.isDecoration(value) }

  /// What a row of boxes says that stands in several cells or lines; empty: it is no such row.
  package static func marks(inRow line: MarkLine) -> [DisclosureMark] {
    DisclosureMarkReader(line: line).boxes(isJoined: true) ?? []
  }

  /// Whether the line may be part of a row of boxes.
  package static func isOption(_ line: MarkLine) -> Bool { DisclosureMarkReader(line: line).isOption() }

  /// The attribute that the whole line names, without 此件, brackets or a field: a mark only at the end of a document.
  package static func bareAttribute(in line: MarkLine) -> DisclosureAttribute? {
    let reader = DisclosureMarkReader(line: line)
    guard let wording = reader.wording(at: 0), !wording.isPlain else { return nil }
    if wording.attribute != .proactive, reader.isEndOfClosing(wording.end) { return wording.attribute }
    return (wording.end..<line.count).allSatisfy { isDecoration(line.scalars[$0]) } ? wording.attribute : nil
  }
}
