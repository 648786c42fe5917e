/// The listed suffixes, found by their letters.
struct SuffixKeys: Sendable {
  /// It follows a separator (and not an ordinary space).
  static let afterSeparator: UInt64 = 1 << 61
  /// Letters that only look like a suffix: JA typed for the look of a particle's YA.
  static let lookAlike: UInt64 = 1 << 62
  /// U+180E and a vowel belong to it: `luγ-a`.
  static let withFinalVowel: UInt64 = 1 << 63

  private static let letters: UInt64 = 1 << 60 &- 1
  /// Longer ones there are not.
  static let longest = 8

  static let shared = SuffixKeys()

  private var slots = [UInt64](repeating: 0, count: 256)

  private init() {
    for number in 0..<SuffixTable.count {
      let range = Int(SuffixTable.starts[number])..<Int(SuffixTable.starts[number + 1])
      let scalars = SuffixTable.scalars[range].map { UInt32($0) }
      let stem = scalars.prefix { $0 != ScalarSet.vowelSeparator }
      var marks: UInt64 = SuffixTable.joins[number] == 0 ? Self.afterSeparator : 0
      if stem.count < scalars.count { marks |= Self.withFinalVowel }
      insert(LetterSequence.pack(stem) | marks)
    }
    insert(LetterSequence.pack([0x1835, 0x1822]) | Self.lookAlike)
    insert(LetterSequence.pack([0x1835, 0x1822, 0x1828]) | Self.lookAlike)
  }

  private mutating func insert(_ entry: UInt64) {
    var slot = Self.slot(entry & Self.letters)
    while slots[slot] != 0 { slot = (slot &+ 1) & 255 }
    slots[slot] = entry
  }

  @inline(__always) private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  /// The marks of the suffix with these letters; nothing where there is none.
  @inline(__always) func marks(_ sequence: LetterSequence) -> UInt64? {
    guard sequence.count <= Self.longest, sequence.count > 0 else { return nil }
    let key = sequence.packed
    var slot = Self.slot(key)
    while slots[slot] != 0 {
      if slots[slot] & Self.letters == key { return slots[slot] & ~Self.letters }
      slot = (slot &+ 1) & 255
    }
    return nil
  }

  /// A listed suffix stands at a place of a word, up to the next separator or the end; selectors do not count.
  func match(_ word: [UInt32], at start: Int) -> Bool {
    var sequence = LetterSequence()
    var index = start
    while index < word.count, sequence.count <= Self.longest {
      let value = word[index]
      if ScalarSet.isLetter(value) {
        sequence.append(value &- 0x1820)
      } else if !ScalarSet.isSelector(value) && !ScalarSet.isTransparent(value) {
        break
      }
      index &+= 1
    }
    let next = index < word.count ? word[index] : 0
    guard let marks = marks(sequence), marks & Self.lookAlike == 0 else { return false }
    if marks & Self.withFinalVowel != 0 {
      let vowel = index &+ 1 < word.count ? word[index &+ 1] : 0
      return next == ScalarSet.vowelSeparator && (vowel == 0x1820 || vowel == 0x1821)
    }
    return next == 0 || Self.endsSuffix(next)
  }

  /// A listed suffix stands at a byte, up to the end of the word.
  func follows(_ text: TextBytes, at start: Int) -> Bool {
    var word: [UInt32] = []
    var index = start
    while word.count <= 24 {
      let (value, length) = text.scalar(at: index)
      guard length > 0, ScalarSet.isWordPart(value) else { break }
      word.append(value)
      index &+= length
    }
    return match(word, at: 0)
  }

  private static func endsSuffix(_ value: UInt32) -> Bool {
    value == ScalarSet.vowelSeparator || value == ScalarSet.narrowSpace || value == ScalarSet.noBreakSpace
      || value == ScalarSet.space
  }
}
