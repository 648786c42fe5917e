/// Finds the spelling of one Menksoft word: the letters of its codes and the fewest selectors that give the codes' own units.
struct MenksoftWord {
  private var shaping = Shaping()
  private var bytes: [UInt8] = []

  /// Longer sequences are only taken where they need no selector.
  private static let longest = 64

  /// One stretch: codes and, in their places, separators.
  enum Part: Equatable {
    case letter(MenksoftCode)
    case separator
    case nirugu
  }

  /// The scalars of a word, nothing where no spelling gives these units.
  mutating func spelling(of parts: [Part]) -> [UInt32]? {
    let letters = parts.compactMap { part -> MenksoftCode? in
      if case .letter(let code) = part { code } else { nil }
    }
    guard let first = letters.first, let last = letters.last else { return nil }
    if let plain = solve(parts, letters, joiners: (false, false)) { return plain }
    let start = parts.first == .separator ? parts.dropFirst().first : parts.first
    let opensJoined = first.joinsBefore && start == .letter(first)
    let endsJoined = last.joinsAfter && parts.last == .letter(last)
    if opensJoined || endsJoined { return solve(parts, letters, joiners: (opensJoined, endsJoined)) }
    return nil
  }

  private mutating func solve(
    _ parts: [Part], _ letters: [MenksoftCode], joiners: (before: Bool, after: Bool)
  ) -> [UInt32]? {
    var selectors = [UInt8](repeating: 0, count: letters.count)
    guard var wrong = firstWrong(parts, letters, selectors, joiners) else {
      return scalars(parts, selectors, joiners)
    }
    guard letters.count <= Self.longest else { return nil }
    if let single = single(parts, letters, joiners) { return scalars(parts, single, joiners) }
    // Left to right: a selector where the units differ first. One that does not hold is given up for the next number.
    var steps = 0
    while steps < 4 * letters.count {
      steps += 1
      guard let better = improved(parts, letters, selectors, joiners, wrong) else { return nil }
      selectors = better
      guard let next = firstWrong(parts, letters, selectors, joiners) else {
        return scalars(parts, fewest(parts, letters, selectors, joiners), joiners)
      }
      wrong = next
    }
    return nil
  }

  /// One selector that sets everything right.
  private mutating func single(
    _ parts: [Part], _ letters: [MenksoftCode], _ joiners: (before: Bool, after: Bool)
  ) -> [UInt8]? {
    var selectors = [UInt8](repeating: 0, count: letters.count)
    for index in letters.indices {
      for number in Self.numbers(for: letters[index]) {
        selectors[index] = number
        if firstWrong(parts, letters, selectors, joiners) == nil { return selectors }
      }
      selectors[index] = 0
    }
    return nil
  }

  /// The selectors with one more, so that the first wrong letter comes later; on the letter itself or the one before it.
  private mutating func improved(
    _ parts: [Part], _ letters: [MenksoftCode], _ selectors: [UInt8], _ joiners: (before: Bool, after: Bool),
    _ wrong: Int
  ) -> [UInt8]? {
    var best: (place: Int, selectors: [UInt8])?
    for index in [wrong, wrong - 1] where index >= 0 {
      for number in Self.numbers(for: letters[index]) where number != selectors[index] {
        var trial = selectors
        trial[index] = number
        guard let place = firstWrong(parts, letters, trial, joiners) else { return trial }
        if place > wrong, place > best?.place ?? wrong { best = (place, trial) }
      }
    }
    if best == nil, selectors[wrong] == 0, letters[wrong].selector > 0 {
      // A selector may undo the particle forms before it: take it and set those right afterwards.
      var trial = selectors
      trial[wrong] = letters[wrong].selector
      return trial
    }
    return best?.selectors
  }

  /// Without the selectors that turned out to be needless.
  private mutating func fewest(
    _ parts: [Part], _ letters: [MenksoftCode], _ selectors: [UInt8], _ joiners: (before: Bool, after: Bool)
  ) -> [UInt8] {
    var result = selectors
    var again = true
    while again {
      again = false
      for index in result.indices where result[index] != 0 {
        var trial = result
        trial[index] = 0
        if firstWrong(parts, letters, trial, joiners) == nil {
          result = trial
          again = true
        }
      }
    }
    return result
  }

  /// The form's own number first.
  private static func numbers(for code: MenksoftCode) -> [UInt8] {
    let own = code.selector
    return own == 0 ? [1, 2, 3, 4] : [own] + [1, 2, 3, 4].filter { $0 != own }
  }

  /// The first letter whose units are not those of its code, or whose selector is not used; nothing where all are right.
  private mutating func firstWrong(
    _ parts: [Part], _ letters: [MenksoftCode], _ selectors: [UInt8], _ joiners: (before: Bool, after: Bool)
  ) -> Int? {
    bytes.removeAll(keepingCapacity: true)
    for value in scalars(parts, selectors, joiners) {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
    Self.shape(bytes, in: &shaping)
    guard shaping.letters.count == letters.count else { return 0 }
    for index in letters.indices {
      let shaped = shaping.letters[index]
      if HudumTables.units[Int(shaped.form)] & 0x03FF_FFFF != letters[index].units { return index }
      if selectors[index] != 0 && !shaped.usesSelector { return index }
    }
    return nil
  }

  private static func shape(_ bytes: [UInt8], in workplace: inout Shaping) {
    workplace.shapeLetters(bytes.span)
  }

  private func scalars(
    _ parts: [Part], _ selectors: [UInt8], _ joiners: (before: Bool, after: Bool)
  ) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(parts.count + 4)
    // The joiner stands straight before the first letter, behind a separator that opens the word.
    if joiners.before, parts.first != .separator { result.append(ScalarSet.joiner) }
    var index = 0
    for (place, part) in parts.enumerated() {
      switch part {
      case .separator:
        result.append(ScalarSet.vowelSeparator)
        if joiners.before, place == 0 { result.append(ScalarSet.joiner) }
      case .nirugu: result.append(ScalarSet.nirugu)
      case .letter(let code):
        result.append(code.scalar)
        if selectors[index] > 0 { result.append(Self.selector(selectors[index])) }
        index += 1
      }
    }
    if joiners.after { result.append(ScalarSet.joiner) }
    return result
  }

  static func selector(_ number: UInt8) -> UInt32 { number == 4 ? 0x180F : 0x180A + UInt32(number) }
}
