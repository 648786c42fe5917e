/// What closes a document in words that are no closing mark of the standard: such a line can hold, never clear.
///
/// Source: disclosure rules, "Attribute model" (wordings seen); deny by default.
extension DisclosureMarkReader {
  private static let subjects = MarkLine.words(
    "此件", "本件", "此文件", "本文件", "该文件", "此文", "本文", "该件", "此公文", "本公文", "本通知", "此通知", "本函", "此函", "本报告", "此报告", "本批复",
    "此批复")
  private static let suffixes = MarkLine.words("件", "类", "信息", "文件", "事项", "内容", "范围")
  private static let questions = MarkLine.words(
    "是否公开", "是否主动公开", "是否属于主动公开", "是否属主动公开", "是否可公开", "是否可以公开", "是否对外公开", "可否公开", "能否公开", "主动公开", "公开")
  private static let closedQuestions = MarkLine.words(
    "依申请公开", "不予公开", "不公开", "不予主动公开", "是否依申请公开", "是否属于依申请公开", "是否不予公开")
  private static let no = MarkLine.words(
    "否", "不", "不是", "不公开", "不予公开", "不可以", "不能", "×", "X", "x", "N", "n", "No", "no", "NO", "✗", "✘")
  private static let yes = MarkLine.words("是", "√", "✓", "✔", "☑", "Y", "y", "Yes", "yes", "YES")
  private static let answers = Set("是否".unicodeScalars.map(\.value))
  private static let grounds = MarkLine.words("理由", "原因", "依据", "事由")
  private static let none = MarkLine.words("无", "/", "-", "—", "（无）", "(无)", "无。")
  private static let opinions = MarkLine.words("建议", "同意", "拟", "应", "应当", "须")
  private static let unlisted = MarkLine.words("不上网", "不登报", "不得上网", "严禁上网", "禁止上网", "不宜上网", "不对外发布", "不向社会发布")

  /// The closing words of this line, where no mark was found in it.
  func closings() -> [DisclosureMark] {
    if let whole = wholeLine() { return whole }
    if let apart = behindPrinting() { return [.attribute(apart)] }
    return hasClosingClause() ? [.unclear] : []
  }

  /// Quotation marks, numbers and labels around nothing but closing words.
  private func wholeLine() -> [DisclosureMark]? {
    guard line.count <= 60 else { return nil }
    var start = 0
    while start < line.count, isFrame(line.scalars[start]) { start += 1 }
    let number = start
    while start < line.count, line.scalars[start] &- 0x30 < 10 { start += 1 }
    if start > number {
      guard start < line.count, [0x2E, 0x3001, 0x29].contains(line.scalars[start]) else { return nil }
      start += 1
    }
    if let closed = closed(from: start) { return [.attribute(closed)] }
    if let answer = answer(from: start) { return [.attribute(answer)] }
    if isGround(from: start) || isUnlisted(from: start) { return [.unclear] }
    guard let colon = line.scalars[start...].prefix(13).firstIndex(of: 0x3A) else {
      return line.first(of: Self.opinions, at: start).map { closed(from: start + $0.count, bare: true) != nil } ?? false
        ? [.unclear] : nil
    }
    return colon > start && closed(from: colon + 1, bare: true) != nil ? [.unclear] : nil
  }

  /// The attribute, where only closing words stand from `start` to the end; `bare`: without 此件, too.
  private func closed(from start: Int, bare: Bool = false) -> DisclosureAttribute? {
    var index = start
    while index < line.count, isFrame(line.scalars[index]) { index += 1 }
    let subject = line.first(of: Self.subjects, at: index)
    let isFramed = index > start || (start > 0 && isFrame(line.scalars[start - 1]))
    guard
      let wording = wording(
        at: subject.map { wording(at: index)?.hasSubject ?? false ? index : index + $0.count } ?? index),
      wording.attribute != .proactive
    else { return nil }
    var end = wording.end
    let suffix = line.first(of: Self.suffixes, at: end)
    if let suffix { end += suffix.count }
    guard bare || subject != nil || (isFramed && suffix != nil) else { return nil }
    return (end..<line.count).allSatisfy { isFrame(line.scalars[$0]) || Self.isDecoration(line.scalars[$0]) }
      ? wording.attribute : nil
  }

  /// 是否公开：否, 不予公开：是.
  private func answer(from start: Int) -> DisclosureAttribute? {
    for (labels, values) in [(Self.questions, Self.no), (Self.closedQuestions, Self.yes)] {
      for label in labels where line.has(label, at: start) {
        var index = start + label.count
        guard index < line.count, line.scalars[index] == 0x3A || line.isSpaced[index] else { continue }
        if line.scalars[index] == 0x3A { index += 1 }
        let ticked = ticked(from: index)
        index = ticked ?? index
        for value in values where line.has(value, at: index) {
          let rest = (index + value.count)..<line.count
          let isEnd = rest.allSatisfy { at in
            isFrame(line.scalars[at]) || Self.isDecoration(line.scalars[at])
              || (ticked != nil && (box(at: at) != nil || Self.answers.contains(line.scalars[at])))
          }
          guard isEnd else { continue }
          return label.contains(0x4F9D) ? .onRequest : .withheld
        }
      }
    }
    return nil
  }

  /// 2025年3月12日印发　　依申请公开: what closes the document stands apart at the end of the line that tells of the printing, or of a date.
  private func behindPrinting() -> DisclosureAttribute? {
    guard line.count <= 60 else { return nil }
    for index in (1..<max(line.count, 1)).reversed() where line.isSpaced[index] {
      guard let end = wording(at: index), end.attribute != .proactive, end.end == line.count else { continue }
      let isPrinted = line.has(Self.printed, at: index - 2) || line.scalars[index - 1] == 0x65E5
      return isPrinted ? end.attribute : nil
    }
    return nil
  }

  private static let printed: [UInt32] = [0x5370, 0x53D1]  // 印发

  /// Where the answer stands behind the one ticked box of several: □是 ☑否. `nil`: there are no boxes, or not one is ticked.
  private func ticked(from start: Int) -> Int? {
    let boxes = (start..<line.count).compactMap { index in box(at: index).map { (index, $0) } }
    let chosen = boxes.filter { $0.1.token == .ticked }
    guard boxes.count > 1, chosen.count == 1, let (index, box) = chosen.first else { return nil }
    return index + box.length
  }

  /// 不予公开理由：涉及个人隐私 of a form that went round with the document.
  private func isGround(from start: Int) -> Bool {
    guard let word = line.first(of: Self.closedQuestions, at: start),
      let ground = line.first(of: Self.grounds, at: start + word.count)
    else { return false }
    let colon = start + word.count + ground.count
    guard colon + 1 < line.count, line.scalars[colon] == 0x3A else { return false }
    return !Self.none.contains { line.has($0, at: colon + 1) && colon + 1 + $0.count == line.count }
  }

  /// Whether 件 or a ground in brackets ends the line at `end`: 不予公开件, 不予公开（理由：内部事务）.
  func isEndOfClosing(_ end: Int) -> Bool {
    guard end < line.count else { return false }
    if line.scalars[end] == 0x4EF6 { return end + 1 == line.count }
    return line.scalars[end] == 0x28 && line.scalars.last == 0x29 && line.first(of: Self.grounds, at: end + 1) != nil
  }

  /// （此件不上网）.
  private func isUnlisted(from start: Int) -> Bool {
    guard let subject = line.first(of: Self.subjects, at: start) else { return false }
    return line.first(of: Self.unlisted, at: start + subject.count) != nil
  }

  /// 特此通知。此件不予公开。 A clause of its own, not in quotation marks: a sentence about marks names them there.
  private func hasClosingClause() -> Bool {
    for index in 0..<line.count {
      guard line.first(of: Self.subjects, at: index) != nil,
        index == 0 || line.isSpaced[index] || isEdge(line.scalars[index - 1]),
        let wording = wording(at: index), wording.hasSubject, wording.attribute != .proactive
      else { continue }
      let end = wording.end
      if end == line.count || line.isSpaced[end] || isEdge(line.scalars[end]) { return true }
      if line.scalars[end] == 0x29, end + 1 == line.count { return true }
    }
    return false
  }

  private func isEdge(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x3002: true
    default: false
    }
  }

  /// Brackets and quotation marks of every kind.
  private func isFrame(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x28, 0x29, 0x3C, 0x3E, 0x2018...0x201F, 0x2985, 0x2986, 0x3008...0x300F, 0x301D...0x301F, 0xFF5F,
      0xFF60:
      true
    default: false
    }
  }
}
