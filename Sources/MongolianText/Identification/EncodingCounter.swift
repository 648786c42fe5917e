/// Counts the evidence for ``Identifier`` in one walk.
struct EncodingCounter {
  private let text: TextBytes
  private var index = 0
  private(set) var evidence = Identification.Evidence()

  init(_ text: TextBytes) {
    self.text = text
  }

  mutating func count() {
    while index < text.count {
      let lead = text.bytes[index]
      if lead < 0xE1 || (lead > 0xE3 && lead < 0xEE) {
        index &+= 1
        continue
      }
      let (value, length) = text.scalar(at: index)
      if ScalarSet.isWordPart(value) {
        word()
      } else if ScalarSet.isPrivateUse(value) {
        privateCodes()
      } else {
        if VerticalForms.ordinary(value) != nil { evidence.signsOf2010 &+= 1 }
        index &+= length
      }
    }
  }

  /// A stretch of letters, selectors and separators.
  private mutating func word() {
    var scalars: [UInt32] = []
    let before = text.scalar(before: index)
    while true {
      let (value, length) = text.scalar(at: index)
      guard length > 0, ScalarSet.isWordPart(value) else { break }
      scalars.append(value)
      index &+= length
    }
    if scalars.contains(where: ScalarSet.isOtherLetter) {
      evidence.otherMongolianWords &+= 1
      return
    }
    guard scalars.contains(where: ScalarSet.isLetter) else { return }
    evidence.hudumWords &+= 1
    for place in scalars.indices {
      let value = scalars[place]
      if value == 0x180F { evidence.signsOf2023 &+= 1 }
      if ScalarSet.isSelector(value), ChangedSelectors.protects(scalars, at: place) { evidence.signsOf2010 &+= 1 }
      guard value == ScalarSet.narrowSpace || value == ScalarSet.vowelSeparator,
        place &+ 1 < scalars.count, ScalarSet.isLetter(scalars[place &+ 1])
      else { continue }
      let stem = place > 0 ? scalars[place &- 1] : before
      if value == ScalarSet.narrowSpace {
        evidence.signsOf2010 &+= 1
      } else if ScalarSet.isStemEnd(stem), SuffixKeys.shared.match(scalars, at: place &+ 1) {
        evidence.signsOf2023 &+= 1
      }
    }
  }

  /// A stretch of private codes: Menksoft words in it, marks of Menksoft beside them, or something else.
  private mutating func privateCodes() {
    var values: [UInt32] = []
    while true {
      let (value, length) = text.scalar(at: index)
      guard length > 0, ScalarSet.isPrivateUse(value) else { break }
      values.append(value)
      index &+= length
    }
    var stretch: [MenksoftCode] = []
    var others = 0
    var fragments = 0
    var isSuffix = false
    for value in values {
      if let code = MenksoftCode(value), code.kind == .letter || code.value == MenksoftCode.nirugu {
        stretch.append(code)
        continue
      }
      fragments &+= finish(&stretch, isSuffix: isSuffix)
      isSuffix = value == MenksoftCode.suffixSpace
      // Marks, digits and spaces of the code are with words; alone they are nobody's.
      if MenksoftCode(value) == nil { others &+= 1 }
    }
    fragments &+= finish(&stretch, isSuffix: isSuffix)
    if values.count == 1, others &+ fragments > 0 {
      evidence.strayPrivateCodes &+= 1
    } else {
      evidence.otherPrivateCodes &+= others
      evidence.menksoftFragments &+= fragments
    }
  }

  /// Judges a sequence of letters by the grammar of positions; answers how many of them are no word.
  private mutating func finish(_ stretch: inout [MenksoftCode], isSuffix: Bool) -> Int {
    defer { stretch.removeAll(keepingCapacity: true) }
    guard !stretch.isEmpty else { return 0 }
    guard isSuffix || stretch.count > 1, Self.isWord(stretch, opensJoined: isSuffix) else { return stretch.count }
    evidence.menksoftWords &+= 1
    evidence.menksoftCodes &+= stretch.count
    return 0
  }

  /// Joined from letter to letter, to a final form, or to a final form and an A or E apart.
  private static func isWord(_ codes: [MenksoftCode], opensJoined: Bool) -> Bool {
    var letters = codes[...]
    guard let last = letters.last else { return false }
    if last.value == MenksoftCode.finalA || last.value == MenksoftCode.finalE { letters.removeLast() }
    guard letters.count > 0 else { return false }
    var previous: MenksoftCode?
    for code in letters {
      if let previous {
        if code.isLetter, !code.joinsBefore { return false }
        if previous.isLetter, !previous.joinsAfter { return false }
      } else if code.isLetter, code.joinsBefore, !opensJoined {
        return false
      }
      previous = code
    }
    return letters.last.map { !$0.joinsAfter } ?? false
  }
}
