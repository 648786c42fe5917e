/// The kinds of letters, as the bits of ``HudumTables/classes``.
enum LetterKind {
  static let masculine: UInt8 = 1
  static let feminine: UInt8 = 2
  static let neuter: UInt8 = 4
  static let consonant: UInt8 = 8
  static let bow: UInt8 = 16
  static let vowel: UInt8 = 7
}

/// The joined positions of a letter.
enum Position {
  static let isol: UInt8 = 0
  static let initial: UInt8 = 1
  static let fina: UInt8 = 2
  static let medi: UInt8 = 3
}

/// Phases III.1 to III.3 of UTN #57: conditions that come from the sound of the word.
extension RunShaper {
  /// III.1 Chachlag: an a or e alone straight after a separator. Example: `n mvs a` is `N > _ Aa`.
  func chachlagVowel(of segment: ShapedSegment) -> ChachlagVowel {
    guard segment.separator != .absent, segment.letters.count == 1 else { return .none }
    let vowel = letters[segment.letters.lowerBound]
    guard vowel.position == Position.isol else { return .none }
    switch vowel.letter {
    case Letter.a: return .a(narrow: vowel.selector == 0)
    case Letter.e: return .e(narrow: vowel.selector == 0)
    default: return .none
    }
  }

  /// Conditions of one segment; `next` is the chachlag vowel behind it.
  func phonetic(_ segment: inout ShapedSegment, before next: ChachlagVowel) {
    let range = segment.letters
    switch chachlagVowel(of: segment) {
    case .none: break
    case .a(let narrow), .e(let narrow):
      letters[range.lowerBound].condition = Condition.chachlag
      segment.separator = narrow ? .narrow : .wide
      return
    }
    syllabic(segment, before: next)
    particle(&segment)
  }
}
