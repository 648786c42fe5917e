extension TextChangeReport {
  /// The changes of two steps as those of one: from the first step's input to the second one's output.
  ///
  /// A later change that touches what an earlier one wrote is merged with it, under the earlier one's rule.
  static func composed(_ first: [TextChange], _ second: [TextChange]) -> [TextChange] {
    if first.isEmpty { return second }
    if second.isEmpty { return first }
    var result: [TextChange] = []
    result.reserveCapacity(first.count + second.count)
    var one = first[...]
    var two = second[...]
    // What the changes already taken add: before the middle text, and after it.
    var growthBefore = 0
    var growthAfter = 0
    while let start = [one.first?.after.scalarOffset, two.first?.before.scalarOffset].compactMap({ $0 }).min() {
      var group = Group(start: start)
      while true {
        if let next = one.first, group.takes(next.after) {
          group.firsts.append(next)
          group.end = max(group.end, next.after.scalarOffset + next.after.scalars.count)
          one.removeFirst()
        } else if let next = two.first, group.takes(next.before) {
          group.seconds.append(next)
          group.end = max(group.end, next.before.scalarOffset + next.before.scalars.count)
          two.removeFirst()
        } else {
          break
        }
      }
      result.append(group.change(growthBefore: growthBefore, growthAfter: growthAfter))
      growthBefore += group.firsts.reduce(0) { $0 + $1.after.scalars.count - $1.before.scalars.count }
      growthAfter += group.seconds.reduce(0) { $0 + $1.after.scalars.count - $1.before.scalars.count }
    }
    return result
  }

  /// Flags of the second step, with their places in the first one's input; a place inside a change becomes its start.
  /// A selector that the first step wrote is meant as it is written: it is not flagged as one of 2010.
  static func flags(_ flags: [TextFlag], before changes: [TextChange]) -> [TextFlag] {
    var rest = changes[...]
    var growth = 0
    var start: (after: Int, before: Int, length: Int)?
    return flags.compactMap { flag in
      while let change = rest.first, change.after.scalarOffset <= flag.scalarOffset {
        growth += change.after.scalars.count - change.before.scalars.count
        start = (change.after.scalarOffset, change.before.scalarOffset, change.after.scalars.count)
        rest.removeFirst()
      }
      var moved = flag
      if let start, flag.scalarOffset < start.after + start.length {
        if flag.rule == FlagRule.changedSelector.rawValue { return nil }
        moved.scalarOffset = start.before
      } else {
        moved.scalarOffset -= growth
      }
      return moved
    }
  }

  /// Changes of both steps that touch one stretch of the middle text.
  private struct Group {
    var firsts: [TextChange] = []
    var seconds: [TextChange] = []
    let start: Int
    var end: Int

    init(start: Int) {
      self.start = start
      end = start
    }

    func takes(_ span: ScalarSpan) -> Bool {
      firsts.isEmpty && seconds.isEmpty ? span.scalarOffset == start : span.scalarOffset < end
    }

    func change(growthBefore: Int, growthAfter: Int) -> TextChange {
      if seconds.isEmpty, firsts.count == 1 {
        var only = firsts[0]
        only.after.scalarOffset += growthAfter
        return only
      }
      if firsts.isEmpty, seconds.count == 1 {
        var only = seconds[0]
        only.before.scalarOffset -= growthBefore
        return only
      }
      let middle = self.middle()
      return TextChange(
        rule: (firsts.first ?? seconds.first)?.rule ?? "", line: (firsts.first ?? seconds.first)?.line ?? 1,
        before: ScalarSpan(scalarOffset: start - growthBefore, scalars: replaced(middle, firsts, \.after, \.before)),
        after: ScalarSpan(scalarOffset: start + growthAfter, scalars: replaced(middle, seconds, \.before, \.after)))
    }

    /// The stretch of the middle text, known from the changes that cover it.
    private func middle() -> [Unicode.Scalar] {
      var scalars = [Unicode.Scalar](repeating: "\u{FFFD}", count: end - start)
      for span in seconds.map(\.before) + firsts.map(\.after) {
        for (offset, scalar) in span.scalars.enumerated() where span.scalarOffset + offset < end {
          scalars[span.scalarOffset - start + offset] = scalar
        }
      }
      return scalars
    }

    private func replaced(
      _ middle: [Unicode.Scalar], _ changes: [TextChange], _ old: KeyPath<TextChange, ScalarSpan>,
      _ new: KeyPath<TextChange, ScalarSpan>
    ) -> [Unicode.Scalar] {
      var result: [Unicode.Scalar] = []
      var place = start
      for change in changes {
        let span = change[keyPath: old]
        result += middle[(place - start)..<(span.scalarOffset - start)]
        result += change[keyPath: new].scalars
        place = span.scalarOffset + span.scalars.count
      }
      return result + middle[(place - start)...]
    }
  }
}
