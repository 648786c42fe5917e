import Publication

/// Finds numbers that a sentence breaks into kinds: "…12件，其中…5件，…7件", "…53条（其中：…35条，…18条）".
enum BreakdownProse {
  static func breakdowns(in sentences: [ProseSentence]) -> [Breakdown] {
    var found: [Breakdown] = []
    var last: ProseCount?
    for sentence in sentences {
      let (outer, brackets) = unfolded(sentence.text)
      for bracket in brackets
      where bracket.inner.starts(with: "其中".unicodeScalars) || startsWithIncluding(bracket.inner) {
        let before = ProseNumbers.all(in: Array(sentence.text[..<bracket.start]))
        guard let whole = before.last, whole.range.upperBound == bracket.start else { continue }
        found += breakdown(whole, in: flattened(bracket.inner), place: place(sentence.text, bracket.start))
      }
      let pieces = split(outer)
      if pieces.count > 1 {
        for (index, piece) in pieces.enumerated().dropFirst() {
          let lead =
            index == 1 ? ProseNumbers.all(in: pieces[0]).last ?? last : ProseNumbers.all(in: pieces[index - 1]).last
          guard let whole = lead else { continue }
          found += breakdown(whole, in: piece, place: place(outer, pieces[0].count))
        }
      }
      last = ProseNumbers.all(in: pieces[0]).last
    }
    return found
  }

  private static func breakdown(_ whole: ProseCount, in text: [Unicode.Scalar], place: String) -> [Breakdown] {
    guard !whole.isApproximate else { return [] }
    let kinds = kinds(in: text)
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
    guard same.count > 1 || (same.first.map { $0.value > whole.value } ?? false) else { return [] }
    let isOpen = kinds.count > same.count || hasOpenEnd(text)
    return [Breakdown(whole: total, kinds: claims(same), isOpen: isOpen)]
  }

  /// Counts that are kinds: not those that compare, and not those of a sum (共, 合计) after them.
  private static func kinds(in text: [Unicode.Scalar]) -> [ProseCount] {
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
