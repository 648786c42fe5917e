/// One letter of a run and what the phases found out about it.
struct ShapedLetter {
  /// The letter, as ``Letter`` numbers them.
  var letter: UInt8
  /// The first selector that stands directly after it, 1 to 4; 0 for none.
  var selector: UInt8 = 0
  /// More selectors than the first stand before the next letter.
  var hasMoreSelectors = false
  /// Joined after 1, before 2: isol 0, init 1, fina 2, medi 3.
  var position: UInt8 = 0
  /// At most one, as ``Condition`` numbers them.
  var condition: UInt8 = 0
  /// The row of ``HudumTables/units``.
  var form: UInt8 = 0
  /// Whether the selector chose the form; if not, it is drawn as a visible control.
  var usesSelector = false
}

/// The letters between two separators (or ends) of a run: they are joined to each other.
struct ShapedSegment {
  /// How the separator before it is drawn.
  enum Separator: UInt8 {
    case absent, unused, wide, narrow
  }

  /// Its letters, as indices of ``Shaping/letters``.
  var letters: Range<Int>
  var separator: Separator
  /// A nirugu or ZWJ stands before the first letter.
  var joinedBefore = false
  /// A nirugu or ZWJ stands behind the last letter.
  var joinedAfter = false
  /// A selector stands straight after the separator or at the start of the run.
  var opensWithSelector = false
  /// A selector stands anywhere behind that.
  var hasSelector = false
}

/// The a or e that follows a segment's separator alone, and how that separator is drawn.
enum ChachlagVowel {
  case none
  case a(narrow: Bool)
  case e(narrow: Bool)
}

extension Shaping {
  /// Phase IIa: reads one run into tokens, letters and segments. Gives the index behind it.
  ///
  /// Letters, nirugu and ZWJ join; selectors are transparent; separators and the ends of the run break.
  mutating func read(_ utf8: Span<UInt8>, from start: Int) -> Int {
    tokens.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    var index = start
    var previous = RunToken.none
    var segment = ShapedSegment(letters: 0..<0, separator: .absent)
    while true {
      let token = RunToken.at(index, in: utf8)
      if token == RunToken.none { break }
      tokens.append(token)
      index &+= RunToken.length
      if token < RunToken.letters {
        if previous == RunToken.mvs { segment.separator = .wide }
        letters.append(ShapedLetter(letter: token))
        segment.joinedAfter = false
        previous = token
      } else if token > RunToken.selector {
        readSelector(token, after: previous, &segment)
        if previous < RunToken.letters { previous = RunToken.selector }
      } else if token < RunToken.mvs {
        if previous == RunToken.mvs, token == RunToken.nirugu { segment.separator = .wide }
        if letters.count == segment.letters.lowerBound { segment.joinedBefore = true } else { segment.joinedAfter = true }
        previous = token
      } else {
        finish(&segment)
        segment = ShapedSegment(letters: letters.count..<letters.count, separator: .unused)
        previous = RunToken.mvs
      }
    }
    finish(&segment)
    return index
  }

  /// A selector belongs to the letter directly before it; of several only the first counts.
  private mutating func readSelector(_ token: UInt8, after previous: UInt8, _ segment: inout ShapedSegment) {
    if previous == RunToken.mvs || previous == RunToken.none {
      segment.opensWithSelector = true
      return
    }
    segment.hasSelector = true
    guard letters.count > segment.letters.lowerBound else { return }
    let last = letters.count - 1
    if previous < RunToken.letters {
      letters[last].selector = token &- RunToken.selector
    } else if letters[last].selector != 0 {
      letters[last].hasMoreSelectors = true
    }
  }

  private mutating func finish(_ segment: inout ShapedSegment) {
    let range = segment.letters.lowerBound..<letters.count
    segment.letters = range
    segments.append(segment)
    guard !range.isEmpty else { return }
    for index in range {
      let before = index > range.lowerBound || segment.joinedBefore
      let after = index < range.upperBound - 1 || segment.joinedAfter
      letters[index].position = (before ? 2 : 0) | (after ? 1 : 0)
    }
  }
}
