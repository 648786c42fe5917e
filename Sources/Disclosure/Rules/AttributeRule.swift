import Publication

/// What one source says of the attribute.
struct Speaker: Equatable {
  /// `nil`: it speaks, but not clearly.
  var attribute: DisclosureAttribute?
  var source: EvidenceSource
  var place: String
  /// An unclear value that is no 主动公开, whatever else it may be.
  var leansClosed = false
  /// An unclear value of a metadata key, not a mark.
  var isMetadata = false
  /// The value as written, where it is short and harmless enough to be shown to a person.
  var shownValue = ""
}

/// The attribute as every source of one member states it: metadata, closing marks, fields, rows of boxes.
///
/// Source: contract, "Outlets and metadata"; disclosure rules, "Attribute model".
enum AttributeRule {
  /// Everybody who speaks, strongest first.
  static func speakers(declarations: [Declaration], lines: [ScannedLine]) -> [Speaker] {
    declarations.filter { $0.key == .attribute }.flatMap(speakers(of:)) + marks(in: lines)
  }

  private static func marks(in lines: [ScannedLine]) -> [Speaker] {
    var search = MarkSearch(lines)
    return search.speakers()
  }

  /// The values of a declaration: exactly those of the contract, width and spaces aside.
  private static func speakers(of declaration: Declaration) -> [Speaker] {
    let place = declaration.place
    guard !declaration.values.isEmpty else {
      return [Speaker(attribute: nil, source: declaration.source, place: place, isMetadata: true)]
    }
    return declaration.values.map { value in
      let line = MarkLine(value, limit: 64)
      let folded = String(String.UnicodeScalarView(line.scalars.compactMap(Unicode.Scalar.init)))
      switch folded.lowercased() {
      case "主动公开", "proactive": return Speaker(attribute: .proactive, source: declaration.source, place: place)
      case "依申请公开", "onrequest": return Speaker(attribute: .onRequest, source: declaration.source, place: place)
      case "不予公开", "withheld": return Speaker(attribute: .withheld, source: declaration.source, place: place)
      default:
        let leansClosed = line.scalars.contains { $0 == 0x4E0D || $0 == 0x4F9D || $0 == 0x7533 }  // 不 依 申
        return Speaker(
          attribute: nil, source: declaration.source, place: place, leansClosed: leansClosed, isMetadata: true,
          shownValue: LineTraits(of: value).isDisjoint(with: [.digit, .secrecy]) && line.count <= 12 ? folded : "")
      }
    }
  }
}

/// Finds the marks among the lines of one member, also those broken over several lines or cells.
struct MarkSearch {
  private struct Piece {
    var text: Substring
    var line: Int
    var isShort: Bool
    var hint: MarkHint
    /// The folded form, once somebody asked for it.
    var folded: MarkLine?

    init(_ text: Substring, line: Int, isShort: Bool) {
      self.text = text
      self.line = line
      self.isShort = isShort
      hint = MarkHint(of: text)
    }
  }

  private let lines: [ScannedLine]
  /// Whether pieces that can't hold a mark are passed over; a test compares both.
  private let usesHints: Bool
  private var pieces: [Piece] = []
  /// The last line of the body: here 主动公开 alone is a closing mark.
  private var lastLine = -1
  private var body: [Int] = []
  /// The first and the last lines of the body: 不予公开 alone closes here, and nowhere clears.
  private var edges: Set<Int> = []

  init(_ lines: [ScannedLine], usesHints: Bool = true) {
    self.lines = lines
    self.usesHints = usesHints
    for (index, line) in lines.enumerated() {
      if line.standing == .paragraph, case .body = line.place.kind {
        lastLine = index
        body.append(index)
      }
      guard !line.traits.isDisjoint(with: [.mark, .short]), line.place.kind != .linkTarget else { continue }
      if line.place.kind == .metadata {
        // One value, not part of a row: what closes the document in an author or a topic is heard.
        if line.traits.contains(.mark) { pieces.append(Piece(line.text[...], line: index, isShort: false)) }
        continue
      }
      if line.traits.contains(.short), !line.text.utf8.contains(0x0A) {
        pieces.append(Piece(line.text[...], line: index, isShort: true))
        continue
      }
      for piece in line.text.linePieces {
        pieces.append(Piece(piece, line: index, isShort: piece.utf8.count <= 48))
      }
    }
    edges = Set(body.prefix(2) + body.suffix(6))
  }

  /// The folded form of a piece.
  private mutating func folded(_ index: Int) -> MarkLine {
    if let folded = pieces[index].folded { return folded }
    let folded = MarkSearch.folded(pieces[index].text)
    pieces[index].folded = folded
    return folded
  }

  /// A very long line is read at its end only; what it begins with is running text.
  private static func folded(_ text: Substring) -> MarkLine {
    guard text.utf8.count > 1500 else { return MarkLine(text) }
    var tail = "文".unicodeScalars
    tail.append(contentsOf: text.unicodeScalars.suffix(64))
    return MarkLine(String(tail))
  }

  /// Who speaks in the text.
  mutating func speakers() -> [Speaker] {
    var speakers: [Speaker] = []
    var index = 0
    while index < pieces.count {
      let (marks, length) = marks(at: index)
      let standing = standing(marks, from: index, length)
      let line = lines[pieces[standing].line]
      for mark in marks {
        if let speaker = speaker(for: mark, in: line) { speakers.append(speaker) }
      }
      index += length
    }
    return speakers
  }

  /// The piece in which the marks stand that were found from `index` on: a line before them may only have seemed to lead to them.
  private mutating func standing(_ marks: [DisclosureMark], from index: Int, _ length: Int) -> Int {
    guard length > 1, !marks.isEmpty else { return index }
    let last = index + length - 1
    return DisclosureMark.marks(in: folded(last)) == marks ? last : index
  }

  private func speaker(for mark: DisclosureMark, in line: ScannedLine) -> Speaker? {
    let place = line.place.description
    guard case .attribute(let attribute) = mark else {
      return line.mayClear ? Speaker(attribute: nil, source: .text, place: place) : nil
    }
    return attribute == .proactive && !line.mayClear ? nil : Speaker(attribute: attribute, source: .text, place: place)
  }

  /// Whether a mark may begin at a piece: a short one may go on in those that follow it.
  private func mayBegin(at index: Int) -> Bool {
    guard usesHints else { return true }
    guard pieces[index].isShort else { return pieces[index].hint.mayMark }
    var hint: MarkHint = []
    for piece in pieces[index..<min(pieces.count, index + MarkSearch.longestRow)] { hint.formUnion(piece.hint) }
    return hint.mayMark
  }

  /// The marks that begin at a piece, and how many pieces they take.
  private mutating func marks(at index: Int) -> ([DisclosureMark], Int) {
    guard mayBegin(at: index) else { return ([], 1) }
    let piece = pieces[index]
    let folded = folded(index)
    if piece.isShort, let row = row(at: index) { return row }
    let own = DisclosureMark.marks(in: folded)
    let isUnfinished = MarkSearch.isUnfinished(folded)
    let goesOn = isUnfinished || own == [.unclear] || (own.isEmpty && MarkSearch.isLabel(folded))
    if piece.isShort, goesOn, let joined = joined(at: index, isUnfinished) {
      return joined
    }
    if !own.isEmpty {
      // The rest of a longer line that was broken off: 不 / 公开发布.
      let follows =
        index > 0 && pieces[index - 1].line + 1 >= piece.line && MarkSearch.isUnfinished(self.folded(index - 1))
      return (follows && !MarkSearch.hasSubject(folded) ? [.unclear] : own, 1)
    }
    return (special(at: index), 1)
  }

  /// Names of files, where the attribute stands in brackets or apart; the last line of the body, where it stands alone.
  private mutating func special(at index: Int) -> [DisclosureMark] {
    let piece = pieces[index]
    let folded = folded(index)
    let line = lines[piece.line]
    if line.isName, line.traits.contains(.mark) {
      return MarkSearch.closedWords.contains { words in
        (0..<folded.count).contains { start in
          let end = start + words.count
          return folded.has(words, at: start) && !folded.isHan(at: start - 1)
            && !folded.isHan(at: end)
        }
      }
        ? [
          .attribute(
            folded.contains(anyOf: MarkSearch.requestWords, in: 0..<folded.count)
              ? .onRequest : .withheld)
        ] : []
    }
    guard edges.contains(piece.line), let bare = DisclosureMark.bareAttribute(in: folded) else { return [] }
    if piece.line != lastLine { return bare == .proactive ? [] : [.unclear] }
    let follows = index > 0 && pieces[index - 1].isShort && MarkSearch.isUnfinished(self.folded(index - 1))
    return [follows ? .unclear : .attribute(bare)]
  }

  private static let requestWords = MarkLine.words("依申请公开")
  private static let closedWords = requestWords + MarkLine.words("不予公开", "不公开", "不予主动公开")
  /// The most pieces that a row of boxes may have; a mark broken over lines has four at most.
  private static let longestRow = 12

  /// A row of boxes over several cells or lines.
  private mutating func row(at index: Int) -> ([DisclosureMark], Int)? {
    var end = index
    var scalars = ""
    while end < pieces.count, end - index < MarkSearch.longestRow, pieces[end].isShort,
      end == index || areNeighbours(end - 1, end, inRow: false),
      DisclosureMark.isOption(folded(end))
    {
      scalars += pieces[end].text + "\n"
      end += 1
    }
    guard end - index > 1 else { return nil }
    let marks = DisclosureMark.marks(inRow: MarkLine(scalars))
    return marks.isEmpty ? nil : (marks, end - index)
  }

  private mutating func joined(at index: Int, _ isUnfinished: Bool) -> ([DisclosureMark], Int)? {
    var text = String(pieces[index].text)
    for length in 2...4 {
      let last = index + length - 1
      guard last < pieces.count, pieces[last].isShort, areNeighbours(last - 1, last, inRow: true) else { return nil }
      text += "\n" + pieces[last].text
      // A line that is a mark of its own needs no other, unless the one before it breaks off.
      let own = DisclosureMark.marks(in: folded(last))
      if !isUnfinished, !own.isEmpty, own != [.unclear] { return nil }
      let line = MarkLine(text)
      let marks = DisclosureMark.marks(in: line)
      if !marks.isEmpty, !MarkSearch.isOpen(line) {
        // What closes the document on a line of its own is not lost in a reading of two lines that nobody understands.
        let closing = own.filter { $0 == .attribute(.onRequest) || $0 == .attribute(.withheld) }
        return (marks.allSatisfy { $0 == .unclear } ? marks + closing : marks, length)
      }
    }
    return nil
  }

  private func areNeighbours(_ first: Int, _ last: Int, inRow: Bool) -> Bool {
    let (one, other) = (lines[pieces[first].line], lines[pieces[last].line])
    guard pieces[last].line - pieces[first].line <= 1, one.place.member == other.place.member,
      one.place.kind == other.place.kind
    else { return false }
    switch (one.standing, other.standing) {
    case (.cell(let table, let row), .cell(let otherTable, let otherRow)):
      return table == otherTable && (!inRow || row == otherRow)
    case (.cell, _), (_, .cell): return false
    default: return true
    }
  }

  /// Whether a bracket is open at the end.
  private static func isOpen(_ line: MarkLine) -> Bool {
    (line.scalars.lastIndex(of: 0x28) ?? -1) > (line.scalars.lastIndex(of: 0x29) ?? -1)
  }

  private static func hasSubject(_ line: MarkLine) -> Bool {
    line.contains(anyOf: subjects, in: 0..<line.count)
  }

  /// Whether the line breaks off where a mark may go on.
  private static func isUnfinished(_ line: MarkLine) -> Bool {
    guard let last = line.scalars.last else { return false }
    return isOpen(line) || breaks.contains(last) || (hasSubject(line) && DisclosureMark.marks(in: line).isEmpty)
  }

  /// Whether the line is the name of a field, its value in the next cell.
  private static func isLabel(_ line: MarkLine) -> Bool {
    line.count <= 12 && labels.contains { line.has($0, at: line.count - 4) }
  }

  private static let labels = MarkLine.words("公开属性", "公开选项", "公开类别", "公开方式", "公开类型", "公开形式")
  private static let subjects = MarkLine.words("此件", "本件")
  private static let breaks = Set("此件本不予依申请公主动非缓免暂宜:".unicodeScalars.map(\.value))
}
