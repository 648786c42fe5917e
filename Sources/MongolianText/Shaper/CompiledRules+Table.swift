extension CompiledRules {
  /// The tables while they are filled, by asking the rules.
  struct Table {
    var steps = [UInt16](repeating: 0, count: Int(RunToken.letters) * Next.room * State.room)
    var particleKeys = [UInt64](repeating: 0, count: 256)
    var particleForms = [UInt64](repeating: 0, count: 256)
    var chachlagForms: [UInt8] = []

    mutating func fill() {
      var shaping = Shaping()
      for beginning in Self.beginnings { learn(beginning, &shaping) }
      for key in HudumTables.particleKeys { learn(particle: key, &shaping) }
      chachlagForms = [Letter.a, Letter.e].map { shaping.forms(of: [RunToken.mvs, $0])[0] }
    }

    /// Beginnings of words: each state occurs behind one of them.
    private static let beginnings: [[UInt8]] = {
      let consonants = [Letter.l, Letter.b, Letter.g, Letter.s]
      let vowels = [
        [Letter.i], [Letter.a], [Letter.e], [Letter.oe], [Letter.a, Letter.l, Letter.i],
        [Letter.e, Letter.l, Letter.i],
      ]
      var beginnings: [[UInt8]] = [[]]
      for consonant in consonants { beginnings.append([consonant]) }
      for vowel in vowels {
        beginnings.append(vowel)
        for consonant in consonants { beginnings.append(vowel + [consonant]) }
      }
      return beginnings
    }()

    /// Endings of words, with what they are to the letter before them.
    private static let endings: [(next: Int, tokens: [UInt8])] = [
      (Next.end, []), (Next.chachlagA, [RunToken.mvs, Letter.a]), (Next.chachlagE, [RunToken.mvs, Letter.e]),
      (Next.consonant, [Letter.l, Letter.a]), (Next.masculine, [Letter.a, Letter.l]),
      (Next.feminine, [Letter.e, Letter.l]),
      (Next.ee, [Letter.ee, Letter.l]), (Next.i, [Letter.i, Letter.l]), (Next.consonant + Next.last, [Letter.l]),
      (Next.masculine + Next.last, [Letter.a]), (Next.feminine + Next.last, [Letter.e]),
      (Next.ee + Next.last, [Letter.ee]),
      (Next.i + Next.last, [Letter.i]),
    ]

    private mutating func learn(_ beginning: [UInt8], _ shaping: inout Shaping) {
      for letter in 0..<RunToken.letters {
        guard !Self.looksAhead(letter) else {
          for ending in Self.endings { learn(beginning, letter, ending.tokens, for: [ending.next], &shaping) }
          continue
        }
        // What follows is only looked at for whether it joins.
        learn(beginning, letter, [], for: Self.endings.map(\.next).filter { $0 <= Next.chachlagE }, &shaping)
        learn(beginning, letter, [Letter.l], for: Self.endings.map(\.next).filter { $0 > Next.chachlagE }, &shaping)
      }
    }

    private mutating func learn(
      _ beginning: [UInt8], _ letter: UInt8, _ ending: [UInt8], for nexts: [Int], _ shaping: inout Shaping
    ) {
      let forms = shaping.forms(of: beginning + [letter] + ending)
      var state = State.start
      for (place, before) in beginning.enumerated() { state = State.behind(before, forms[place], state) }
      let form = forms[beginning.count]
      let step = UInt16(form) | UInt16(State.behind(letter, form, state)) << 8
      for next in nexts where !Self.reachesAhead(letter, state, next) {
        steps[CompiledRules.row(letter, next) + state] = step
      }
    }

    private static func looksAhead(_ letter: UInt8) -> Bool {
      switch letter {
      case Letter.n, Letter.t, Letter.d, Letter.h, Letter.g, Letter.sh, Letter.j, Letter.w: true
      default: false
      }
    }

    /// III.0: the gender of g after i, before a consonant, is found further ahead.
    private static func reachesAhead(_ letter: UInt8, _ state: Int, _ next: Int) -> Bool {
      letter == Letter.g && state == State.neuter && (next == Next.consonant || next == Next.consonant + Next.last)
    }

    private mutating func learn(particle key: UInt64, _ shaping: inout Shaping) {
      var letters: [UInt8] = []
      var rest = key & ~(1 << 63)
      while rest != 0 {
        letters.append(UInt8(rest & 63) - 1)
        rest >>= 6
      }
      let forms = shaping.forms(of: (key >> 63 == 1 ? [RunToken.mvs] : []) + letters)
      var slot = CompiledRules.slot(key)
      while particleKeys[slot] != 0 { slot = (slot + 1) & 255 }
      particleKeys[slot] = key
      particleForms[slot] = forms.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
