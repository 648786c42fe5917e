/// The letters of one joined stretch, gathered in registers: which ones occur, the last ten in order, how many.
struct LetterSequence {
  /// A bit for each letter of U+1820 to U+1842 that occurs.
  private(set) var seen: UInt64 = 0
  /// The last ten letters, six bits each, the last one lowest; a letter is its distance from U+181F.
  private(set) var packed: UInt64 = 0
  /// How many letters there are.
  private(set) var count = 0

  private static let masculine: UInt64 = 1 << 0 | 1 << 3 | 1 << 4
  private static let feminine: UInt64 = 1 << 1 | 1 << 5 | 1 << 6

  /// Takes one letter by its distance from U+1820.
  @inline(__always) mutating func append(_ letter: UInt32) {
    seen |= 1 << UInt64(letter)
    packed = packed << 6 | UInt64(letter &+ 1)
    count &+= 1
  }

  /// Masculine and feminine vowels stand together. E of loans (U+1827) and I are with either.
  @inline(__always) var breaksHarmony: Bool {
    seen & Self.masculine != 0 && seen & Self.feminine != 0
  }

  /// Packs letters as a sequence of them would.
  static func pack(_ letters: some Sequence<UInt32>) -> UInt64 {
    letters.reduce(0) { $0 << 6 | UInt64($1 &- 0x181F) }
  }

  /// How many letters at the end seem to be a suffix that lost its separator; 0 where nothing is certain enough.
  ///
  /// Only endings that the letters before them cannot have in one word: YI, YIN and YUGAN after a consonant, NUGUD
  /// after anything, DU after a sonorant and at least four letters. On the 22,000 words of a dictionary it speaks
  /// fewer than ten times.
  @inline(__always) var gluedSuffix: Int {
    guard count >= 4 else { return 0 }
    switch packed & 63 {
    case 3:  // … consonant, Y, I
      return packed >> 6 & 63 == 23 && isConsonant(2) ? 2 : 0
    case 9:  // … consonant, Y, I, N; … consonant, Y, U, G, A, N
      if packed >> 6 & 0xFFF == 23 << 6 | 3 { return isConsonant(3) ? 3 : 0 }
      let five = packed & 0x3FFF_FFFF
      return (five == Self.yuegen || five == Self.yugan) && isConsonant(5) ? 5 : 0
    case 20:  // N, U, G, U, D
      let five = packed & 0x3FFF_FFFF
      return count >= 7 && (five == Self.nugud || five == Self.nuegued) ? 5 : 0
    case 5, 7:  // … sonorant, D, U
      guard count >= 6, packed >> 6 & 63 == 20 else { return 0 }
      let before = packed >> 12 & 63
      return before == 9 || before == 10 || before == 15 || before == 16 || before == 24 ? 2 : 0
    default:
      return 0
    }
  }

  private static let yugan = pack([0x1836, 0x1824, 0x182D, 0x1820, 0x1828])
  private static let yuegen = pack([0x1836, 0x1826, 0x182D, 0x1821, 0x1828])
  private static let nugud = pack([0x1828, 0x1824, 0x182D, 0x1824, 0x1833])
  private static let nuegued = pack([0x1828, 0x1826, 0x182D, 0x1826, 0x1833])

  @inline(__always) private func isConsonant(_ fromEnd: UInt64) -> Bool {
    packed >> (6 &* fromEnd) & 63 > 8
  }
}
