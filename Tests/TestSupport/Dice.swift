/// A repeatable source of choices (SplitMix64): a test that fails can be played again by its seed.
public struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The choices that follow from this seed.
  public init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 to below `bound`.
  public mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// One of `list`.
  public mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// Up to `most` of `list`, one after another, each as often as it comes.
  public mutating func joined(_ list: [String], upTo most: Int) -> String {
    var text = ""
    for _ in 0..<below(most + 1) { text += pick(list) }
    return text
  }
}
