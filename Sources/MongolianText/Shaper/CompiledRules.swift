/// The rules of the shaper compiled for what most words are: letters and separators, without selectors and joiners.
///
/// In such a word the form of a letter follows from the letter, from what stands before it (``State``) and from what comes next
/// (``Next``). The table is filled by asking the rules themselves: each beginning of a word, letter and ending is shaped once. What
/// the table does not know, the rules decide: i, g and a consonant in a word without other vowels, whose gender is found ahead.
///
/// A class, because there is one for all and its arrays are never copied; nothing in it changes once it is filled.
final class CompiledRules: Sendable {
  /// Filled when it is first asked for, in about a millisecond.
  static let shared = CompiledRules()

  /// Marks above the forms: a separator as it is drawn.
  static let separators: UInt8 = 128

  /// By letter, ``Next`` and ``State``: the form, and the state behind it in the higher byte; 0 where the rules decide.
  private let steps: [UInt16]
  /// By letter: its ``Next``, as it stands in the index of ``steps``.
  private let nexts: [Int]
  /// Open addressing: the key of a particle, and its forms as eight bytes.
  private let particleKeys: [UInt64]
  private let particleForms: [UInt64]
  private let chachlagForms: [UInt8]

  private init() {
    var table = Table()
    table.fill()
    steps = table.steps
    nexts = (0..<RunToken.letters).map { Int(Next.of(letter: $0)) }
    particleKeys = table.particleKeys
    particleForms = table.particleForms
    chachlagForms = table.chachlagForms
  }

  /// Where the steps of a letter with a ``Next`` start.
  @inline(__always) static func row(_ letter: UInt8, _ next: Int) -> Int {
    (Int(letter) &* Next.room &+ next) &* State.room
  }

  // MARK: Using the table

  /// Writes for each token its form, or how it is drawn as a separator (plus ``separators``). False where the rules must be asked.
  @inline(__always)
  func forms(of tokens: UnsafeBufferPointer<UInt8>, into forms: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    var start = 0
    while true {
      var end = start
      while end < tokens.count, tokens[end] < RunToken.letters { end &+= 1 }
      guard end > start, end == tokens.count || Self.isSeparator(tokens[end]) else { return false }
      let isSeparated = start > 0
      if isSeparated, end &- start == 1, tokens[start] <= Letter.e {
        forms[start &- 1] = Self.separators | Unit.narrow
        forms[start] = chachlagForms[Int(tokens[start])]
      } else {
        if isSeparated { forms[start &- 1] = Self.separators | Unit.wide }
        guard segment(start..<end, Self.ending(tokens, at: end), isSeparated, tokens, forms) else { return false }
      }
      if end == tokens.count { return true }
      start = end &+ 1
    }
  }

  @inline(__always) private static func isSeparator(_ token: UInt8) -> Bool {
    token == RunToken.mvs || token == RunToken.nnbsp
  }

  /// What follows the last letter of a segment.
  @inline(__always) private static func ending(_ tokens: UnsafeBufferPointer<UInt8>, at end: Int) -> Int {
    guard end &+ 1 < tokens.count, tokens[end &+ 1] <= Letter.e else { return Next.end }
    guard end &+ 2 == tokens.count || isSeparator(tokens[end &+ 2]) else { return Next.end }
    return Next.chachlagA &+ Int(tokens[end &+ 1])
  }

  @inline(__always)
  private func segment(
    _ range: Range<Int>, _ ending: Int, _ isSeparated: Bool, _ tokens: UnsafeBufferPointer<UInt8>,
    _ forms: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    if range.count <= (isSeparated ? 8 : 3), let particle = particle(range, isSeparated, tokens) {
      guard ending == Next.end else { return false }
      for index in range {
        forms[index] = UInt8(truncatingIfNeeded: particle >> UInt64(8 &* (index &- range.lowerBound)))
      }
      return true
    }
    let last = range.upperBound &- 1
    return steps.withUnsafeBufferPointer { steps in
      nexts.withUnsafeBufferPointer { nexts in
        var state = State.start
        var isKnown = true
        @inline(__always) func step(_ index: Int, _ next: Int) {
          let step = steps[Self.row(tokens[index], next) &+ state]
          isKnown = isKnown && step != 0
          forms[index] = UInt8(truncatingIfNeeded: step)
          state = Int(step >> 8)
        }
        var index = range.lowerBound
        while index &+ 1 < last {
          step(index, nexts[Int(tokens[index &+ 1])])
          index &+= 1
        }
        if index < last { step(index, nexts[Int(tokens[last])] &+ Next.last) }
        step(last, ending)
        return isKnown
      }
    }
  }

  /// The forms of a segment that is a particle, a byte for each letter, the first one's lowest.
  @inline(__always)
  private func particle(_ range: Range<Int>, _ isSeparated: Bool, _ tokens: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var key: UInt64 = 0
    for index in range {
      key |= UInt64(tokens[index] &+ 1) << UInt64(6 &* (index &- range.lowerBound))
    }
    if isSeparated, let found = find(key | 1 << 63) { return found }
    return range.count <= 3 ? find(key) : nil
  }

  @inline(__always) private func find(_ key: UInt64) -> UInt64? {
    var slot = Self.slot(key)
    while particleKeys[slot] != 0 {
      if particleKeys[slot] == key { return particleForms[slot] }
      slot = (slot &+ 1) & 255
    }
    return nil
  }

  @inline(__always) static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
