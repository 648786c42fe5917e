/// Compares what a reader sees of two spellings of one word.
///
/// Compared are the model's written units. Declared equal: U+202F and U+180E, which the shaper handles alike; a space
/// and a wide separator, both a gap. U+200B and U+FEFF are read as what they are to joining: nothing
/// (Unicode, DerivedJoiningType, "Transparent").
struct ShapeProof {
  private var reference = Shaping()
  private var candidate = Shaping()
  private var bytes: [UInt8] = []

  /// Takes a spelling as the reference.
  mutating func refer(to scalars: [UInt32]) {
    encode(scalars)
    Self.shape(bytes, in: &reference)
  }

  /// The spelling looks like the reference.
  mutating func looksAlike(_ scalars: [UInt32]) -> Bool {
    encode(scalars)
    Self.shape(bytes, in: &candidate)
    return Self.equal(reference.units, candidate.units)
  }

  /// A word of letters and separators looks the same with U+180E at some of them: it is shaped as it stands and as it will be.
  ///
  /// Equal forms are equal units; where the forms are not known at once, the units themselves are compared.
  mutating func looksAlike(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, separators: [Int]) -> Bool {
    if reference.keepsForms(text.span, word, separators: separators) { return true }
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[word]))
    Self.shape(bytes, in: &reference)
    for index in separators {
      let place = index &- word.lowerBound
      bytes[place] = 0xE1
      bytes[place &+ 1] = 0xA0
      bytes[place &+ 2] = 0x8E
    }
    Self.shape(bytes, in: &candidate)
    return Self.equal(reference.units, candidate.units)
  }

  private static func shape(_ bytes: [UInt8], in workplace: inout Shaping) {
    workplace.shape(bytes.span)
  }

  private mutating func encode(_ scalars: [UInt32]) {
    bytes.removeAll(keepingCapacity: true)
    for value in scalars where !ScalarSet.isTransparent(value) {
      let shown = value == ScalarSet.noBreakSpace ? ScalarSet.space : value
      if shown < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: shown))
      } else if shown >= 0x800, shown < 0x10000 {
        bytes.append(UInt8(truncatingIfNeeded: 0xE0 | shown >> 12))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | shown >> 6 & 0x3F))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | shown & 0x3F))
      } else if let scalar = Unicode.Scalar(shown) {
        bytes.append(contentsOf: scalar.utf8)
      }
    }
  }

  private static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    if left == right { return true }
    var literal = 0
    for index in left.indices {
      let (one, other) = (left[index], right[index])
      if literal > 0 {
        if one != other { return false }
        literal &-= 1
        continue
      }
      if one != other && drawn(one) != drawn(other) { return false }
      if one == WrittenUnits.foreign { literal = 3 }
    }
    return true
  }

  @inline(__always) private static func drawn(_ unit: UInt8) -> UInt8 {
    switch unit {
    case Unit.space: Unit.wide
    case Unit.nnbsp: Unit.mvs
    default: unit
    }
  }
}
