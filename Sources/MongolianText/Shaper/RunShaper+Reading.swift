/// One letter of a run and what the phases found out about it.
struct ShapedLetter {
  /// The letter, as ``Letter`` numbers them.
  var letter: UInt8
  /// The bits of ``LetterKind``.
  var kind: UInt8
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

  /// Its letters, as indices of ``RunShaper/letters``.
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

extension RunShaper {
  /// Phase IIa: reads the tokens into letters and segments.
  ///
  /// Letters, nirugu and ZWJ join; selectors are transparent; separators and the ends of the run break.
  mutating func read() {
    var previous = RunToken.none
    var segment = ShapedSegment(letters: 0..<0, separator: .absent)
    for token in tokens {
      if token < RunToken.letters {
        if previous == RunToken.mvs { segment.separator = .wide }
        letters[letterCount] = ShapedLetter(letter: token, kind: HudumTables.classes[Int(token)])
        letterCount &+= 1
        segment.joinedAfter = false
        previous = token
      } else if token > RunToken.selector {
        readSelector(token, after: previous, &segment)
        if previous < RunToken.letters { previous = RunToken.selector }
      } else if token < RunToken.mvs {
        if previous == RunToken.mvs, token == RunToken.nirugu { segment.separator = .wide }
        if letterCount == segment.letters.lowerBound { segment.joinedBefore = true } else { segment.joinedAfter = true }
        previous = token
      } else {
        finish(&segment)
        segment = ShapedSegment(letters: letterCount..<letterCount, separator: .unused)
        previous = RunToken.mvs
      }
    }
    finish(&segment)
  }

  /// The same where all tokens are letters: one segment.
  mutating func readPlain() {
    for token in tokens {
      letters[letterCount] = ShapedLetter(
        letter: token, kind: HudumTables.classes[Int(token)], position: Position.medi)
      letterCount &+= 1
    }
    guard letterCount > 0 else { return }
    letters[0].position &= Position.initial
    letters[letterCount - 1].position &= Position.fina
  }

  /// A selector belongs to the letter directly before it; of several only the first counts.
  private func readSelector(_ token: UInt8, after previous: UInt8, _ segment: inout ShapedSegment) {
    if previous == RunToken.mvs || previous == RunToken.none {
      segment.opensWithSelector = true
      return
    }
    segment.hasSelector = true
    guard letterCount > segment.letters.lowerBound else { return }
    let last = letterCount - 1
    if previous < RunToken.letters {
      letters[last].selector = token &- RunToken.selector
    } else if letters[last].selector != 0 {
      letters[last].hasMoreSelectors = true
    }
  }

  /// Positions: isol 0, init 1, fina 2, medi 3.
  private mutating func finish(_ segment: inout ShapedSegment) {
    let range = segment.letters.lowerBound..<letterCount
    segment.letters = range
    segments[segmentCount] = segment
    segmentCount &+= 1
    guard !range.isEmpty else { return }
    for index in range { letters[index].position = Position.medi }
    if !segment.joinedBefore { letters[range.lowerBound].position &= Position.initial }
    if !segment.joinedAfter { letters[range.upperBound - 1].position &= Position.fina }
  }
}
