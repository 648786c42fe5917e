/// What a segment's syllabic rules remember on their way from its first letter to its last.
struct SyllabicState {
  /// The letters so far are all consonants and the first is initial.
  var isCluster: Bool
  /// A separator and a chachlag vowel stand behind the segment.
  var isFollowed: Bool
  /// III.0: a masculine vowel stands before, no feminine vowel after it.
  var masculineBefore = false
  /// III.0: a feminine vowel stands anywhere before.
  var feminineBefore = false
  /// III.0 backwards: where the next vowel with a gender was found, and whether it is masculine. Kept, so that time stays linear.
  var genderAhead = (index: -1, masculine: false)
}

/// Phase III.2 Syllabic.
extension RunShaper {
  /// Sets the condition of a vowel; the rule looks at letters, positions and selectors only.
  @inline(__always)
  func syllabic(vowel index: Int, _ range: Range<Int>, _ state: inout SyllabicState) {
    let letter = letters[index].letter
    if letter >= Letter.o, letter <= Letter.ue, index > range.lowerBound {
      marked(index, isCluster: state.isCluster)
    }
    state.isCluster = false
    let kind = letters[index].kind
    if kind & LetterKind.masculine != 0 { state.masculineBefore = true }
    if kind & LetterKind.feminine != 0 {
      state.masculineBefore = false
      state.feminineBefore = true
    }
  }

  /// Sets the condition of a consonant; `next` is the chachlag vowel behind the segment.
  @inline(__always)
  func syllabic(
    consonant index: Int, _ range: Range<Int>, before next: ChachlagVowel, _ state: inout SyllabicState
  ) {
    switch letters[index].letter {
    case Letter.n:
      onsetAndDevsger(index, range)
      if state.isFollowed { chachlagOnset(index, range, before: next) }
    case Letter.j, Letter.w:
      if state.isFollowed { chachlagOnset(index, range, before: next) }
    case Letter.t:
      onsetAndDevsger(index, range)
      devsgerOfT(index, range)
    case Letter.d:
      onsetAndDevsger(index, range)
      markedD(index, range)
    case Letter.h, Letter.g:
      gender(index, range, before: next, &state)
      if state.isFollowed { chachlagOnset(index, range, before: next) }
      dotlessG(index, range, before: next)
    case Letter.sh:
      dotlessSh(index, range)
    default: break
    }
  }

  private func kind(_ index: Int) -> UInt8 {
    letters[index].kind
  }

  /// III.2a Marked: o u oe ue after an initial consonant or cluster. Examples: `n o` is `N O`, `k2 l ue fvs1 b` is `K2 L O I B`.
  ///
  /// GB/T 25914-2023: a selector on the vowel clears it, before a final vowel also one on the letter before;
  /// initial g or h with FVS2 or FVS4 before final oe or ue sets it again.
  @inline(__always)
  private func marked(_ index: Int, isCluster: Bool) {
    let vowel = letters[index]
    let before = letters[index - 1]
    let isFinal = vowel.position == Position.fina
    var isMarked = isCluster && vowel.selector == 0 && !(isFinal && before.selector != 0)
    if isFinal, vowel.letter >= Letter.oe, before.position == Position.initial, isEvenG(before) { isMarked = true }
    if isMarked { letters[index].condition = Condition.marked }
  }

  /// Whether the letter is g or h with FVS2 or FVS4.
  func isEvenG(_ letter: ShapedLetter) -> Bool {
    (letter.letter == Letter.g || letter.letter == Letter.h) && (letter.selector == 2 || letter.selector == 4)
  }

  /// III.2a Marked d: initial d before a final vowel, both without selector. Example: `d a` is `D A`.
  private func markedD(_ index: Int, _ range: Range<Int>) {
    let d = letters[index]
    guard d.position == Position.initial, d.selector == 0, index + 1 < range.upperBound else { return }
    let vowel = letters[index + 1]
    guard vowel.position == Position.fina, kind(index + 1) & LetterKind.vowel != 0, vowel.selector == 0 else { return }
    letters[index].condition = Condition.marked
  }

  /// III.2c Chachlag onset: n j w before a narrow separator and a or e; h g final before one and a; g final before one and e (GB).
  /// Example: `s a n a g mvs a` is `S A N A Hx _ Aa`.
  private func chachlagOnset(_ index: Int, _ range: Range<Int>, before next: ChachlagVowel) {
    guard index == range.upperBound - 1, letters[index].position & 1 == 0 else { return }
    let letter = letters[index].letter
    let isGutturalFinal = letters[index].position == Position.fina && (letter == Letter.h || letter == Letter.g)
    switch (next, letter) {
    case (.a(narrow: true), Letter.n), (.a(narrow: true), Letter.j), (.a(narrow: true), Letter.w),
      (.e(narrow: true), Letter.n), (.e(narrow: true), Letter.j), (.e(narrow: true), Letter.w):
      letters[index].condition = Condition.chachlagOnset
    case (.a(narrow: true), _) where isGutturalFinal:
      letters[index].condition = Condition.chachlagOnset
    case (.e(narrow: true), Letter.g) where isGutturalFinal:
      letters[index].condition = Condition.chachlagOnsetGB
    default: break
    }
  }

  /// III.2e Onset and devsger of n t d: before a vowel, before a consonant. Example: `n a n d i n` is `N A A D I A`.
  private func onsetAndDevsger(_ index: Int, _ range: Range<Int>) {
    guard index + 1 < range.upperBound else { return }
    let isVowel = kind(index + 1) & LetterKind.vowel != 0
    let isInitial = letters[index].position == Position.initial
    if letters[index].letter != Letter.n, isInitial, isVowel, letters[index + 1].position == Position.fina { return }
    letters[index].condition = isVowel ? Condition.onset : Condition.devsger
  }

  /// III.2g, GB: t before ee or a consonant. Example: `ee t s t r` is `A W T S T R`.
  private func devsgerOfT(_ index: Int, _ range: Range<Int>) {
    guard index + 1 < range.upperBound else { return }
    let isConsonant = kind(index + 1) & LetterKind.consonant != 0
    if isConsonant || letters[index + 1].letter == Letter.ee { letters[index].condition = Condition.devsger }
  }

  /// III.2g, GB: initial sh before a medial i, medial sh before an i. Example: `a sh i r` is `A A S I R`.
  private func dotlessSh(_ index: Int, _ range: Range<Int>) {
    guard index + 1 < range.upperBound, letters[index + 1].letter == Letter.i else { return }
    let position = letters[index].position
    let isInitial = position == Position.initial && letters[index + 1].position == Position.medi
    if isInitial || position == Position.medi { letters[index].condition = Condition.dotless }
  }

  /// III.2g, GB: g after s or d, medial before a masculine vowel or final before a separator and chachlag a.
  /// Example: `a s g a` is `A A S H A`.
  private func dotlessG(_ index: Int, _ range: Range<Int>, before next: ChachlagVowel) {
    guard letters[index].letter == Letter.g, index > range.lowerBound else { return }
    let before = letters[index - 1].letter
    guard before == Letter.s || before == Letter.d else { return }
    let position = letters[index].position
    let isMedial = position == Position.medi && index + 1 < range.upperBound
    if isMedial, kind(index + 1) & LetterKind.masculine != 0 { letters[index].condition = Condition.dotless }
    if position == Position.fina, index == range.upperBound - 1, case .a = next {
      letters[index].condition = Condition.dotless
    }
  }

  /// III.2f Gender of h and g: by the vowel behind, else by the vowel before, else (after i) by the reach of III.0.
  /// Example: `b a r i g ch i` is `B A R I H Ch I`.
  private func gender(
    _ index: Int, _ range: Range<Int>, before next: ChachlagVowel, _ state: inout SyllabicState
  ) {
    let following = index + 1 < range.upperBound ? kind(index + 1) : 0
    if index + 1 == range.upperBound {
      switch next {
      case .none: break
      case .a, .e: return
      }
    }
    if following & LetterKind.masculine != 0 {
      letters[index].condition = Condition.masculineOnset
      return
    }
    if following & LetterKind.vowel != 0 {
      letters[index].condition = Condition.feminine
      return
    }
    let preceding = index > range.lowerBound ? kind(index - 1) : 0
    if preceding & LetterKind.masculine != 0 {
      letters[index].condition = Condition.masculineDevsger
    } else if preceding & LetterKind.feminine != 0 {
      letters[index].condition = Condition.feminine
    } else if preceding & LetterKind.neuter != 0 {
      let isG = letters[index].letter == Letter.g
      if state.masculineBefore || (isG && !state.feminineBefore && masculineAhead(index, range, next, &state)) {
        letters[index].condition = Condition.masculineDevsger
      } else if isG {
        letters[index].condition = Condition.feminine
      }
    } else if letters[index].position == Position.initial, following & LetterKind.consonant != 0 {
      letters[index].condition = Condition.feminine
    }
  }

  /// III.0 Gender reach, backwards: whether the next vowel with a gender is masculine, or there is none and the final letter stands
  /// before a separator and an a without selector.
  private func masculineAhead(
    _ index: Int, _ range: Range<Int>, _ next: ChachlagVowel, _ state: inout SyllabicState
  ) -> Bool {
    if state.genderAhead.index > index { return state.genderAhead.masculine }
    var place = index + 1
    while place < range.upperBound {
      let found = kind(place)
      if found & (LetterKind.masculine | LetterKind.feminine) != 0 {
        state.genderAhead = (place, found & LetterKind.masculine != 0)
        return state.genderAhead.masculine
      }
      place += 1
    }
    var isMasculine = false
    if case .a(narrow: true) = next { isMasculine = letters[range.upperBound - 1].position == Position.fina }
    state.genderAhead = (range.upperBound, isMasculine)
    return isMasculine
  }
}
