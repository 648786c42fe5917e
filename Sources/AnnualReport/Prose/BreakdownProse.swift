import Publication

/// Finds numbers that a sentence breaks into kinds: "…12件，其中…5件，…7件", "…53条（其中：…35条，…18条）".
enum BreakdownProse {
  static func breakdowns(in sentences: [ProseSentence]) -> [Breakdown] {
    var found: [Breakdown] = []
    var before: [ProseCount] = []
    for sentence in sentences {
      let (outer, brackets) = unfolded(sentence.text)
      for bracket in brackets
      where bracket.inner.starts(with: "其中".unicodeScalars) || startsWithIncluding(bracket.inner) {
        let lead = ProseNumbers.all(in: Array(sentence.text[..<bracket.start]))
        guard let whole = lead.last, whole.range.upperBound == bracket.start else { continue }
        found += breakdown(whole, in: flattened(bracket.inner), place: place(sentence.text, bracket.start))
      }
      let pieces = split(outer)
      for (index, piece) in pieces.enumerated().dropFirst() {
        // A sentence that begins with 其中 goes on about the one before.
        let lead = counts(in: pieces[index - 1])
        let wholes = lead.isEmpty && pieces[index - 1].isEmpty ? before : lead
        found += breakdown(wholes, in: piece, place: place(outer, pieces[0].count))
      }
      before = counts(in: pieces[pieces.count - 1])
    }
    return found
  }

  /// What is broken down is the last number before the list, or an earlier one where the list makes that one up: 收到9件，网上3件、信函6件，其中…….
  private static func breakdown(_ wholes: [ProseCount], in text: [Unicode.Scalar], place: String) -> [Breakdown] {
    guard let last = wholes.last else { return [] }
    let earlier = wholes.dropLast().reversed().filter { $0.measure == last.measure }
    let readings = ([last] + earlier).flatMap { breakdown($0, in: text, place: place) }
    return (readings.first(where: \.isExact) ?? breakdown(last, in: text, place: place).first).map { [$0] } ?? []
  }

  private static func breakdown(_ whole: ProseCount, in text: [Unicode.Scalar], place: String) -> [Breakdown] {
    guard !whole.isApproximate else { return [] }
    let kinds = counts(in: text)
    guard !kinds.isEmpty, !kinds.contains(where: \.isApproximate) else { return [] }
    let same = kinds.filter { $0.measure == whole.measure }
    func claims(_ counts: [ProseCount]) -> [ReportClaim] {
      counts.map { ReportClaim($0.value, isAtLeast: $0.isAtLeast, place: place) }
    }
    let total = ReportClaim(whole.value, isAtLeast: whole.isAtLeast, place: place)
    // Measure words differ between kinds of one list (条, 期, 篇); both ways of adding are tried.
    if kinds.count > same.count, kinds.map(\.value).sum() == whole.value {
      return [Breakdown(whole: total, kinds: claims(kinds))]
    }
    let isOpen = kinds.count > same.count || hasOpenEnd(text)
    let read = readings(of: same, in: text).map { Breakdown(whole: total, kinds: claims($0), isOpen: isOpen) }
      .filter { $0.kinds.count > 1 || $0.sum > whole.value }
    return (read.first(where: \.isExact) ?? read.min { $0.distance < $1.distance }).map { [$0] } ?? []
  }

  /// The ways in which a list can be read: as it stands; up to a semicolon, behind which something else begins; without parts of parts
  /// (复议7件，维持6件，尚未审结1件); the first of two ways of breaking down the same (个人9件、企业3件，网上10件、信函2件).
  private static func readings(of kinds: [ProseCount], in text: [Unicode.Scalar]) -> [[ProseCount]] {
    let segments = text.split(separator: ";")
    let counted = segments.map { segment in kinds.filter { segment.indices.contains($0.range.lowerBound) } }
    // A;B;C is one list, however it is cut.
    let head = counted.allSatisfy { $0.count == 1 } ? kinds : counted.first ?? kinds
    // 其中重点工作102条；另发布……: one kind of several.
    if head.count == 1 && kinds.count > 1 { return [head] }
    var readings = [kinds, head, withoutParts(kinds), withoutParts(head)]
    for count in kinds.indices.dropFirst()
    where kinds[..<count].map(\.value).sum() == kinds[count...].map(\.value).sum() {
      readings.append(Array(kinds[..<count]))
    }
    return readings.filter { $0.count > 1 || $0.count == kinds.count }
  }

  /// The list without numbers that make up the one before them.
  private static func withoutParts(_ kinds: [ProseCount]) -> [ProseCount] {
    var out: [ProseCount] = []
    var index = 0
    while index < kinds.count {
      let whole = kinds[index].value
      out.append(kinds[index])
      var end = index + 1
      while end < kinds.count, kinds[(index + 1)..<end].map(\.value).sum() < whole { end += 1 }
      let isMadeUp = end - index > 2 && kinds[(index + 1)..<end].map(\.value).sum() == whole
      index = isMadeUp ? end : index + 1
    }
    return out
  }

  /// Counts of things: not those that compare.
  private static func counts(in text: [Unicode.Scalar]) -> [ProseCount] {
    let comparing = ["增长", "增加", "减少", "下降", "同比", "较上年", "比上年", "提高", "平均", "人均"]
    return ProseNumbers.all(in: text).filter { count in
      guard !count.measure.isEmpty else { return false }
      let clause = text[..<count.range.lowerBound].lastIndex { ",;:、。".unicodeScalars.contains($0) }.map { $0 + 1 } ?? 0
      let before = Array(text[clause..<count.range.lowerBound])
      return !before.has(anyOf: comparing)
    }
  }

  /// 等 behind the last kind, and not inside a name: the list is not complete.
  private static func hasOpenEnd(_ text: [Unicode.Scalar]) -> Bool {
    guard let last = ProseNumbers.all(in: text).last else { return false }
    let rest = Array(text[last.range.upperBound...])
    return rest.first == "等"
  }

  private static func startsWithIncluding(_ text: [Unicode.Scalar]) -> Bool {
    ["含", "包括", "包含"].contains { text.starts(with: $0.unicodeScalars) }
  }

  private static func split(_ text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var pieces: [[Unicode.Scalar]] = [[]]
    var index = 0
    while index < text.count {
      if text[index] == "其", index + 1 < text.count, text[index + 1] == "中" {
        pieces.append([])
        index += 2
      } else {
        pieces[pieces.count - 1].append(text[index])
        index += 1
      }
    }
    return pieces
  }

  private static func flattened(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let outer = unfolded(text).outer
    return outer.starts(with: "其中".unicodeScalars) ? Array(outer.dropFirst(2)) : outer
  }

  /// The text without what stands in brackets, and what stood in them, inner ones too.
  private static func unfolded(
    _ text: [Unicode.Scalar]
  ) -> (outer: [Unicode.Scalar], brackets: [(start: Int, inner: [Unicode.Scalar])]) {
    var outer: [Unicode.Scalar] = []
    var brackets: [(start: Int, inner: [Unicode.Scalar])] = []
    var open: [Int] = []
    for (index, scalar) in text.enumerated() {
      if scalar == "(" {
        open.append(index)
      } else if scalar == ")", let start = open.popLast() {
        brackets.append((start, Array(text[(start + 1)..<index])))
      } else if open.isEmpty {
        outer.append(scalar)
      }
    }
    return (outer, brackets.sorted { $0.start < $1.start })
  }

  private static func place(_ text: [Unicode.Scalar], _ end: Int) -> String {
    let shown = text[max(0, end - 24)..<min(end, text.count)]
    return "section1：“…" + String(String.UnicodeScalarView(shown)) + "”"
  }
}
