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

/// Phase III.1 of UTN #57, and the way through the phases.
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

  /// Goes through one segment once: each letter's form is settled before the next one looks at it. `next` is the chachlag vowel
  /// behind the segment.
  ///
  /// A letter's phonetic conditions come from letters, positions and selectors alone, its graphemic ones also from the forms
  /// before it: so one pass gives what the phases give one after the other.
  func settle(_ segment: inout ShapedSegment, before next: ChachlagVowel) {
    let range = segment.letters
    switch chachlagVowel(of: segment) {
    case .none: break
    case .a(let narrow), .e(let narrow):
      letters[range.lowerBound].condition = Condition.chachlag
      segment.separator = narrow ? .narrow : .wide
      return resolve(range.lowerBound)
    }
    let particles = particle(segment)
    var isFollowed = true
    if case .none = next { isFollowed = false }
    var state = SyllabicState(isCluster: !segment.joinedBefore, isFollowed: isFollowed)
    for index in range {
      let isVowel = letters[index].kind & LetterKind.consonant == 0
      if isVowel {
        syllabic(vowel: index, range, &state)
      } else {
        syllabic(consonant: index, range, before: next, &state)
      }
      if particles != 0, particles >> UInt8(truncatingIfNeeded: index &- range.lowerBound) & 1 == 1 {
        letters[index].condition = Condition.particle
      }
      if isVowel, index > range.lowerBound { graphemic(vowel: index) }
      resolve(index)
    }
  }
}
