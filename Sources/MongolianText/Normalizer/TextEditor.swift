/// Copies a text, putting in changes and noting flags, all in the order of their places.
///
/// Nothing is copied before the first change. Scalars and lines are counted once, only as far as the last event.
struct TextEditor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var output: [UInt8] = []
  private var copied = 0
  private var place = 0
  private var scalars = 0
  private var line = 1
  private var growth = 0
  private(set) var changes: [TextChange] = []
  private(set) var flags: [TextFlag] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Puts `after` in the place of the bytes `range`, which hold `before`.
  mutating func change(
    _ rule: NormalizerRule, in range: Range<Int>, before: [Unicode.Scalar], after: [Unicode.Scalar]
  ) {
    advance(to: range.lowerBound)
    changes.append(
      TextChange(
        rule: rule.rawValue, line: line, before: ScalarSpan(scalarOffset: scalars, scalars: before),
        after: ScalarSpan(scalarOffset: scalars &+ growth, scalars: after)))
    growth &+= after.count &- before.count
    if output.isEmpty && copied == 0 { output.reserveCapacity(bytes.count) }
    output.append(contentsOf: bytes[copied..<range.lowerBound])
    for scalar in after {
      let value = scalar.value
      if value >= 0x800, value < 0x10000 {
        output.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
        output.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
        output.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
      } else {
        output.append(contentsOf: scalar.utf8)
      }
    }
    copied = range.upperBound
  }

  /// Notes something at a byte.
  mutating func flag(_ rule: FlagRule, at byte: Int, scalars found: [Unicode.Scalar], suggestion: String) {
    advance(to: byte)
    flags.append(
      TextFlag(rule: rule.rawValue, line: line, scalarOffset: scalars, scalars: found, suggestion: suggestion))
  }

  /// The new bytes, or nothing where the text stayed as it was.
  mutating func finish() -> [UInt8]? {
    guard !changes.isEmpty else { return nil }
    output.append(contentsOf: bytes[copied...])
    copied = bytes.count
    return output
  }

  /// Counts scalars and lines up to a byte; places only ever grow.
  private mutating func advance(to byte: Int) {
    guard byte > place else { return }
    var starts = 0
    for index in place..<byte {
      let value = bytes[index]
      starts &+= value & 0xC0 == 0x80 ? 0 : 1
      if value <= 0x0D {
        let endsLine = value == 0x0A || (value == 0x0D && !(index &+ 1 < bytes.count && bytes[index &+ 1] == 0x0A))
        if endsLine { line &+= 1 }
      }
    }
    scalars &+= starts
    place = byte
  }
}
