extension CompiledRules {
  /// What stands before a letter, as far as its form depends on it.
  enum State {
    static let start = 0
    /// Only consonants so far, and the last one: any, a bow, `G`, s or d.
    static let cluster = 1
    /// Behind a vowel, the same four; first where only i stands before, then behind a masculine, then a feminine vowel (III.0).
    static let consonant = 5
    static let masculine = 17
    static let feminine = 18
    /// A feminine vowel whose units end in `I`.
    static let feminineI = 19
    /// i: alone, behind a masculine, behind a feminine vowel.
    static let neuter = 20
    /// There are 23; the table has room for as many.
    static let room = 32

    /// The state behind a letter that has this form.
    static func behind(_ letter: UInt8, _ form: UInt8, _ state: Int) -> Int {
      let kind = HudumTables.classes[Int(letter)]
      let units = HudumTables.units[Int(form)] >> 24
      if kind & LetterKind.masculine != 0 { return masculine }
      if kind & LetterKind.feminine != 0 { return units & 16 != 0 ? feminineI : feminine }
      if kind & LetterKind.neuter != 0 { return neuter + gender(state) }
      let isGuttural = letter == Letter.g || letter == Letter.h
      let last =
        kind & LetterKind.bow != 0
        ? 1 : isGuttural && units & 32 != 0 ? 2 : letter == Letter.s || letter == Letter.d ? 3 : 0
      return state < consonant ? cluster + last : consonant + 4 * gender(state) + last
    }

    /// Whether a masculine vowel (1), or else a feminine one (2), reaches here.
    private static func gender(_ state: Int) -> Int {
      switch state {
      case consonant..<masculine: (state - consonant) / 4
      case masculine: 1
      case feminine, feminineI: 2
      case neuter...: state - neuter
      default: 0
      }
    }
  }

  /// What comes next, as far as a letter's form depends on it.
  enum Next {
    static let end = 0
    static let chachlagA = 1
    static let chachlagE = 2
    static let consonant = 4
    static let masculine = 5
    static let feminine = 6
    static let ee = 7
    static let i = 8
    /// Plus this, where the next letter is the last one.
    static let last = 5
    /// There are 14; the table has room for as many.
    static let room = 16

    static func of(letter: UInt8) -> UInt8 {
      let kind = HudumTables.classes[Int(letter)]
      if letter == Letter.ee { return UInt8(ee) }
      if kind & LetterKind.masculine != 0 { return UInt8(masculine) }
      if kind & LetterKind.feminine != 0 { return UInt8(feminine) }
      return UInt8(kind & LetterKind.neuter != 0 ? i : consonant)
    }
  }
}
