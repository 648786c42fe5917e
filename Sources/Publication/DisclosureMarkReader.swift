/// Reads the marks of one folded line: closing marks and fields. Boxes are in `DisclosureMarkReader+Boxes.swift`.
struct DisclosureMarkReader {
  let line: MarkLine

  /// The wordings with their attribute, longer ones before those they begin with.
  static let wordings: [(words: [UInt32], attribute: DisclosureAttribute)] = {
    let table: [(String, DisclosureAttribute)] = [
      ("不予主动公开", .withheld), ("不予公开发布", .withheld), ("不公开发布", .withheld), ("不予公开", .withheld), ("不公开", .withheld),
      ("依申请予以公开", .onRequest), ("依申请公开", .onRequest),
      ("主动公开发布", .proactive), ("主动公开", .proactive), ("公开发布", .proactive), ("予以公开", .proactive), ("全文公开", .proactive),
      ("公开", .proactive),
    ]
    return table.map { (Array($0.0.unicodeScalars.map(\.value)), $0.1) }
  }()

  private static let wordingWords = MarkWords(wordings.map(\.words))
  private static let subjects = MarkLine.words("此件", "本件", "此文件", "本文件", "此文", "该件", "此公文", "本公文")
  private static let copulas = MarkLine.words("属于", "属", "为", "系")
  private static let notes = MarkLine.words("附注:", "备注:", "注:", "说明:")
  private static let open = MarkLine.words("公开")
  /// What a second attribute in the rest of a line would be called.
  private static let values = MarkLine.words("主动公开", "依申请公开", "不予公开", "不公开", "公开发布", "不予主动公开")
  private static let cues = Set("不删部分暂缓免非申请主动内限后宜此本可予".unicodeScalars.map(\.value))

  /// One wording found at a place.
  struct Wording {
    var attribute: DisclosureAttribute
    var end: Int
    /// 此件 or the like stood before it.
    var hasSubject: Bool
    /// It is just 公开: too common a word to stand without its subject.
    var isPlain: Bool
  }

  /// The wording that stands at `index`, with or without its subject.
  func wording(at index: Int) -> Wording? {
    var start = index
    var hasSubject = false
    if let subject = line.first(of: Self.subjects, at: index) {
      hasSubject = true
      start += subject.count
      if let copula = line.first(of: Self.copulas, at: start) { start += copula.count }
    }
    guard start < line.count, Self.wordingWords.mayBegin(with: line.scalars[start]),
      let found = Self.wordings.first(where: { line.has($0.words, at: start) })
    else { return nil }
    return Wording(
      attribute: found.attribute, end: start + found.words.count, hasSubject: hasSubject,
      isPlain: found.words.count == 2)
  }

  func marks() -> [DisclosureMark] {
    let fields = fields()
    if !fields.isEmpty { return fields }
    let leading = marks(from: 0)
    if !leading.isEmpty { return leading }
    let trailing = trailing()
    return trailing.isEmpty ? closings() : trailing
  }

  // MARK: Closing marks

  /// The marks of the line from `start` on, which begins it (or begins what follows a mark).
  private func marks(from start: Int) -> [DisclosureMark] {
    var index = start
    var brackets = 0
    while index < line.count {
      if line.scalars[index] == 0x28 {
        brackets += 1
      } else if !Self.isDecoration(line.scalars[index]) {
        guard let note = line.first(of: Self.notes, at: index) else { break }
        index += note.count - 1
      }
      index += 1
    }
    guard index < line.count else { return [] }
    guard let wording = wording(at: index) else { return unknownWording(at: index, bracketed: brackets > 0) }
    var end = wording.end
    var closed = 0
    while end < line.count, Self.isDecoration(line.scalars[end]) || line.scalars[end] == 0x29 {
      if line.scalars[end] == 0x29 { closed += 1 }
      end += 1
    }
    if end == line.count {
      // 公开发布） without its beginning is the rest of a mark broken over two lines.
      if closed > brackets { return [.unclear] }
      if wording.hasSubject { return [.attribute(wording.attribute)] }
      if brackets > 0 { return wording.isPlain ? [.unclear] : [.attribute(wording.attribute)] }
      return line.has(Self.wordings[9].words, at: index) ? [.attribute(wording.attribute)] : []
    }
    let isEnded = end > wording.end || line.isSpaced[end] || line.scalars[end] == 0x28
    guard wording.hasSubject else {
      return brackets > 0 && closed > 0 && wording.attribute != .proactive ? [.unclear] : []
    }
    guard isEnded else { return [.unclear] }
    let rest = marks(from: end)
    if rest.isEmpty, line.contains(anyOf: Self.values, in: end..<line.count) { return [.unclear] }
    return [.attribute(wording.attribute)] + rest
  }

  private func unknownWording(at index: Int, bracketed: Bool) -> [DisclosureMark] {
    if line.first(of: Self.subjects, at: index) != nil {
      let end = min(line.count, index + 20)
      return line.count <= 40 && line.contains(anyOf: Self.open, in: index..<end) ? [.unclear] : []
    }
    guard bracketed, line.count - index <= 14, let last = line.scalars.lastIndex(of: 0x29), last > index else {
      return []
    }
    let content = line.scalars[index..<last]
    let endsOpen = line.has(Self.open[0], at: last - 2) || line.has(Self.wordings[9].words, at: last - 4)
    return endsOpen && content.contains(where: Self.cues.contains) ? [.unclear] : []
  }

  /// （此件公开发布） at the end of the last sentence, of the date or of the signature.
  private func trailing() -> [DisclosureMark] {
    var end = line.count
    while end > 0, Self.isDecoration(line.scalars[end - 1]) { end -= 1 }
    guard end > 4, line.scalars[end - 1] == 0x29,
      let begin = line.scalars[..<(end - 1)].lastIndex(of: 0x28), begin > 0,
      line.first(of: Self.subjects, at: begin + 1) != nil
    else { return [] }
    guard let wording = wording(at: begin + 1) else {
      return line.contains(anyOf: Self.open, in: begin..<end) && end - begin <= 16 ? [.unclear] : []
    }
    guard wording.end == end - 1 else { return [.unclear] }
    let before = line.scalars[begin - 1]
    if line.isSpaced[begin] || Self.sentenceEnds.contains(before) { return [.attribute(wording.attribute)] }
    guard wording.attribute == .proactive else { return [.unclear] }
    return line.count <= 48 && !Self.quoting.contains(before) ? [.attribute(.proactive)] : []
  }

  private static let sentenceEnds = Set("。！？；!?;.)日0123456789".unicodeScalars.map(\.value))
  /// What a sentence says before it names a mark: 标注（此件公开发布）.
  private static let quoting = Set("注标明为加印写即如成用以有上的是作和或及、,“\"".unicodeScalars.map(\.value))

  // MARK: Fields

  private static let labelEnds = MarkLine.words("属性", "选项", "类别", "方式", "类型", "形式")
  private static let labelWords = MarkLine.words("政府信息", "信息", "政务", "公文", "本文件", "此文件", "文件", "本件", "此件")
  private static let weakValue = MarkLine.words("主动公开", "依申请", "不予", "不公开", "此件")

  /// 公开属性：主动公开, wherever a field of that name begins.
  private func fields() -> [DisclosureMark] {
    var marks: [DisclosureMark] = []
    var index = 0
    while let label = nextLabel(from: index) {
      let next = nextLabel(from: label.end)
      if let mark = value(of: label, until: next?.start ?? line.count) { marks.append(mark) }
      index = label.end
    }
    return marks
  }

  private struct Label {
    var start: Int
    var end: Int
    var isStrong: Bool
  }

  private func nextLabel(from first: Int) -> Label? {
    guard first + 4 <= line.count else { return nil }
    for index in first...(line.count - 4) where line.has(Self.open[0], at: index) {
      guard let kind = Self.labelEnds.firstIndex(where: { line.has($0, at: index + 2) }) else { continue }
      var start = index
      while let word = Self.labelWords.first(where: { line.has($0, at: start - $0.count) }), start - word.count >= first
      {
        start -= word.count
      }
      guard start == 0 || line.isSpaced[start] || !line.isHan(at: start - 1) else { continue }
      return Label(start: start, end: index + 4, isStrong: kind < 2)
    }
    return nil
  }

  private func value(of label: Label, until limit: Int) -> DisclosureMark? {
    var index = label.end
    var isField = false
    while index < limit, Self.isFieldSeparator(line.scalars[index]) {
      if line.scalars[index] == 0x3A { isField = true }
      index += 1
    }
    let isSeparated = index > label.end || (index < limit && line.isSpaced[index])
    guard index < limit else { return isField && label.isStrong ? .unclear : nil }
    guard let wording = wording(at: index), wording.end <= limit else {
      if label.isStrong { return isField ? .unclear : nil }
      let end = min(limit, index + 12)
      return isField && line.contains(anyOf: Self.weakValue, in: index..<end) ? .unclear : nil
    }
    let isWhole = wording.end == limit
    guard isSeparated || isWhole else { return nil }
    guard isWhole || line.isSpaced[wording.end] || !line.isHan(at: wording.end) else {
      return label.isStrong && isField ? .unclear : nil
    }
    if line.contains(anyOf: Self.values, in: wording.end..<limit) {
      return label.isStrong || line.count <= 60 ? .unclear : nil
    }
    return .attribute(wording.attribute)
  }

  // MARK: Characters

  private static func isFieldSeparator(_ value: UInt32) -> Bool {
    switch value {
    case 0x28, 0x29, 0x2D, 0x3A, 0x3D, 0x7C, 0x22, 0x2014, 0x2500, 0x201C, 0x201D, 0x4E3A, 0x662F, 0x2A: true
    default: false
    }
  }

  /// What may stand around a mark: bullets, rules, emphasis, closing stops.
  static func isDecoration(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x23, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x3B, 0x3E, 0x5C, 0x5F, 0x60, 0x7C, 0x7E, 0xB7,
      0xAB, 0xBB, 0x2013...0x2015,
      0x2022, 0x203B, 0x2500...0x257F, 0x2605, 0x2606, 0x3001, 0x3002:
      true
    default: false
    }
  }
}
