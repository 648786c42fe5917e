/// Takes one Mongolian word with its suffixes through the rules, in their order, and proves the result.
///
/// The buffers are kept from word to word: a word costs no allocation.
struct RunNormalizer {
  /// What happens to each scalar of the word.
  enum Action: UInt8 { case keep, drop, separate }

  /// The word as it stood, with what its author put between stem and suffixes.
  var scalars: [UInt32] = []
  var actions: [Action] = []
  var rules: [NormalizerRule] = []
  /// The word as it now is, and from which scalar each of its scalars comes.
  var current: [UInt32] = []
  var origins: [Int32] = []
  var proof = ShapeProof()
  let suffixes: SuffixKeys
  let siteRules: SiteTransliterator?

  /// How many selectors, and how many spaces, of one word are tried one by one: more is no word, and time stays linear.
  static let mostTrials = 16

  init(suffixes: SuffixKeys, siteRules: SiteTransliterator?) {
    self.suffixes = suffixes
    self.siteRules = siteRules
  }

  /// Reads the word at a byte, writes its changes and flags, and answers where it ends.
  mutating func normalize(
    _ text: TextBytes, from start: Int, into editor: inout TextEditor, counting words: inout WordCounts
  ) throws(TextRefusal) -> Int {
    let end = collect(text, from: start)
    let before = text.stem(before: start)
    let content = contents()
    rebuild()
    if content.other {
      words.other &+= 1
      if words.firstOther == nil { words.firstOther = start }
    } else if content.letters {
      words.hudum &+= 1
    }
    var flags = RunFlags()
    if content.letters && !content.other && !content.aliGali {
      dropDeadControls()
      rebuild()
      var rounds = 0
      var again = true
      while again && rounds < 8 {
        let selectors = content.selectors ? dropSelectors() : false
        let spaces = convertSeparators(after: before, spaces: content.gaps <= Self.mostTrials)
        again = spaces || (selectors && content.gaps > 0)
        rounds &+= 1
      }
      flags.find(in: scalars, actions: actions, text: text, start: start, suffixes: suffixes)
    } else if content.other {
      flags.noteOtherLetters(in: scalars)
    }
    let site = content.letters && !content.other ? try siteResult(start: start) : nil
    try prove(site: site, start: start)
    emit(flags, site: site, start: start, end: end, into: &editor)
    return end
  }

  /// Reads the scalars of the word. A no-break space, or a space after U+200B, belongs to it before a suffix.
  private mutating func collect(_ text: TextBytes, from start: Int) -> Int {
    scalars.removeAll(keepingCapacity: true)
    var index = start
    while true {
      let (value, length) = text.scalar(at: index)
      if length == 0 { break }
      if ScalarSet.isWordPart(value)
        || isGap(value, at: index, length: length, in: text, start: start)
      {
        scalars.append(value)
        index &+= length
      } else {
        break
      }
    }
    actions.removeAll(keepingCapacity: true)
    actions.append(contentsOf: repeatElement(.keep, count: scalars.count))
    rules.removeAll(keepingCapacity: true)
    rules.append(contentsOf: repeatElement(.deadControl, count: scalars.count))
    return index
  }

  private func isGap(_ value: UInt32, at index: Int, length: Int, in text: TextBytes, start: Int) -> Bool {
    switch value {
    case ScalarSet.noBreakSpace: break
    case ScalarSet.space:
      guard scalars.last == ScalarSet.zeroWidthSpace else { return false }
    default: return false
    }
    let stem = scalars.last { !ScalarSet.isTransparent($0) } ?? text.stem(before: start)
    return ScalarSet.isStemEnd(stem) && suffixes.follows(text, at: index &+ length)
  }

  private func contents() -> (letters: Bool, selectors: Bool, gaps: Int, other: Bool, aliGali: Bool) {
    var found = (letters: false, selectors: false, gaps: 0, other: false, aliGali: false)
    for value in scalars {
      if ScalarSet.isLetter(value) {
        found.letters = true
      } else if ScalarSet.isSelector(value) {
        found.selectors = true
      } else if value <= ScalarSet.noBreakSpace {
        found.gaps &+= 1
      } else if ScalarSet.isOtherLetter(value) {
        found.other = true
      } else if ScalarSet.isAliGali(value) {
        found.aliGali = true
      }
    }
    return found
  }

  /// U+200B and U+FEFF go, except before a selector, which they keep from its letter; so does a repeated joiner.
  private mutating func dropDeadControls() {
    var next: UInt32 = 0
    var holdsSelector = false
    for index in scalars.indices.reversed() {
      let value = scalars[index]
      if ScalarSet.isTransparent(value) {
        if !holdsSelector && next != ScalarSet.space {
          // Gone, it keeps no joiner from its like.
          actions[index] = .drop
          continue
        }
      } else {
        holdsSelector = ScalarSet.isSelector(value)
        if value == ScalarSet.joiner || value == ScalarSet.nonJoiner, next == value { actions[index] = .drop }
      }
      next = value
    }
  }

  /// Writes the word as it now is.
  mutating func rebuild() {
    current.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    for index in scalars.indices {
      switch actions[index] {
      case .keep: current.append(scalars[index])
      case .drop: continue
      case .separate: current.append(ScalarSet.vowelSeparator)
      }
      origins.append(Int32(truncatingIfNeeded: index))
    }
  }

  /// Drops selectors as long as all units of the word stay; first all of them, then one by one.
  private mutating func dropSelectors() -> Bool {
    var candidates: [Int] = []
    for index in current.indices where mayDropSelector(at: index) { candidates.append(index) }
    guard !candidates.isEmpty else { return false }
    proof.refer(to: current)
    var trial: [UInt32] = []
    if candidates.count > 1 {
      trial.reserveCapacity(current.count)
      var next = 0
      for index in current.indices {
        if next < candidates.count, candidates[next] == index {
          next &+= 1
        } else {
          trial.append(current[index])
        }
      }
      if proof.looksAlike(trial) {
        for index in candidates { drop(origins[index], by: .redundantSelector) }
        rebuild()
        return true
      }
      guard candidates.count <= Self.mostTrials else { return false }
    }
    var dropped = false
    var index = current.startIndex
    while index < current.count {
      if mayDropSelector(at: index) {
        trial.removeAll(keepingCapacity: true)
        trial.append(contentsOf: current[..<index])
        trial.append(contentsOf: current[(index &+ 1)...])
        if proof.looksAlike(trial) {
          drop(origins[index], by: .redundantSelector)
          rebuild()
          dropped = true
          index = current.startIndex
          continue
        }
      }
      index &+= 1
    }
    return dropped
  }

  /// Not one that U+200B or U+FEFF keeps from its letter, nor one that once meant something else.
  private func mayDropSelector(at index: Int) -> Bool {
    ScalarSet.isSelector(current[index]) && !(index > 0 && ScalarSet.isTransparent(current[index &- 1]))
      && !ChangedSelectors.protects(current, at: index)
  }

  private mutating func drop(_ origin: Int32, by rule: NormalizerRule) {
    actions[Int(origin)] = .drop
    rules[Int(origin)] = rule
  }

  /// Turns separators between a stem and a listed suffix into U+180E. Answers whether a space was turned.
  private mutating func convertSeparators(after before: UInt32, spaces: Bool) -> Bool {
    var turnedSpace = false
    var index = 0
    while index < current.count {
      defer { index &+= 1 }
      let value = current[index]
      guard value == ScalarSet.narrowSpace || value == ScalarSet.noBreakSpace || value == ScalarSet.space else {
        continue
      }
      var stem = index
      if value == ScalarSet.space {
        while stem > 0, current[stem &- 1] == ScalarSet.zeroWidthSpace { stem &-= 1 }
      }
      let end = stem > 0 ? current[stem &- 1] : before
      guard ScalarSet.isStemEnd(end), suffixes.match(current, at: index &+ 1) else { continue }
      let origin = Int(origins[index])
      if value == ScalarSet.narrowSpace {
        actions[origin] = .separate
        rules[origin] = .suffixSeparator
        current[index] = ScalarSet.vowelSeparator
        continue
      }
      guard spaces, keepsUnits(separatorAt: index) else { continue }
      let rule = value == ScalarSet.space ? NormalizerRule.zeroWidthHabit : .noBreakSpace
      actions[origin] = .separate
      rules[origin] = rule
      for place in stem..<index { drop(origins[place], by: rule) }
      rebuild()
      turnedSpace = true
      index = -1
    }
    return turnedSpace
  }

  /// A space turned into U+180E leaves all other units as they are.
  private mutating func keepsUnits(separatorAt index: Int) -> Bool {
    proof.refer(to: current)
    var trial = current
    trial[index] = ScalarSet.vowelSeparator
    return proof.looksAlike(trial)
  }

  /// Shapes the word before and after; a difference refuses the text.
  private mutating func prove(site: [UInt32]?, start: Int) throws(TextRefusal) {
    guard site != nil || actions.contains(where: { $0 != .keep }) else { return }
    proof.refer(to: scalars)
    guard proof.looksAlike(site ?? current) else {
      throw TextRefusal(
        reason: .proofFailed, byteOffset: start, scalars: scalars.compactMap { Unicode.Scalar($0) })
    }
  }

  private func siteResult(start: Int) throws(TextRefusal) -> [UInt32]? {
    guard let siteRules else { return nil }
    let base = current.isEmpty ? scalars : current
    guard let result = siteRules.apply(to: base) else {
      throw TextRefusal(reason: .proofFailed, byteOffset: start, scalars: base.compactMap { Unicode.Scalar($0) })
    }
    return result == base ? nil : result
  }

  /// Hands changes and flags to the editor in the order of their places.
  private func emit(_ flags: RunFlags, site: [UInt32]?, start: Int, end: Int, into editor: inout TextEditor) {
    var noted = flags.sorted()[...]
    if let site {
      for flag in noted { editor.note(flag, at: start) }
      editor.change(.siteRule, in: start..<end, to: site.compactMap { Unicode.Scalar($0) })
      return
    }
    var index = 0
    var byte = start
    var done = 0
    while index < scalars.count {
      while let flag = noted.first, flag.index <= index {
        editor.note(flag, at: flag.index < 0 ? start &+ flag.index : byte)
        noted.removeFirst()
      }
      if actions[index] != .keep, index >= done {
        var stop = index &+ 1
        var stopByte = byte &+ Self.length(scalars[index])
        while stop < scalars.count, actions[stop] != .keep, rules[stop] == rules[index] {
          stopByte &+= Self.length(scalars[stop])
          stop &+= 1
        }
        editor.change(
          rules[index], in: byte..<stopByte, to: actions[index..<stop].contains(.separate) ? ["\u{180E}"] : [])
        done = stop
      }
      byte &+= Self.length(scalars[index])
      index &+= 1
    }
  }

  @inline(__always) static func length(_ value: UInt32) -> Int {
    value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
  }
}

/// Words counted on the way, by the letters they are made of.
struct WordCounts {
  var hudum = 0
  var other = 0
  var firstOther: Int?
}
