extension TextChangeReport {
  /// The report as JSON, `zarlal.text-changes/1`, handed out in pieces of UTF-8: a long report need not fit in memory.
  public static func json(_ text: NormalizedText, policy: String, write: ([UInt8]) throws -> Void) rethrows {
    var piece: [UInt8] = []
    let limit = 1 << 16
    piece.reserveCapacity(limit + 4096)
    append(literal: #"{"schema":"zarlal.text-changes/1","policy":"#, to: &piece)
    append(policy, to: &piece)
    append(literal: #","changes":["#, to: &piece)
    for (index, change) in text.changes.enumerated() {
      if index > 0 { piece.append(UInt8(ascii: ",")) }
      append(literal: #"{"rule":"#, to: &piece)
      append(change.rule, to: &piece)
      append(literal: #","line":"#, to: &piece)
      append(change.line, to: &piece)
      append(literal: #","before":"#, to: &piece)
      append(change.before, to: &piece)
      append(literal: #","after":"#, to: &piece)
      append(change.after, to: &piece)
      piece.append(UInt8(ascii: "}"))
      if piece.count >= limit { try flush(&piece, write) }
    }
    append(literal: #"],"flags":["#, to: &piece)
    for (index, flag) in text.flags.enumerated() {
      if index > 0 { piece.append(UInt8(ascii: ",")) }
      append(literal: #"{"rule":"#, to: &piece)
      append(flag.rule, to: &piece)
      append(literal: #","line":"#, to: &piece)
      append(flag.line, to: &piece)
      append(literal: #","scalarOffset":"#, to: &piece)
      append(flag.scalarOffset, to: &piece)
      append(literal: #","scalars":"#, to: &piece)
      append(flag.scalars, to: &piece)
      append(literal: #","suggestion":"#, to: &piece)
      append(flag.suggestion, to: &piece)
      piece.append(UInt8(ascii: "}"))
      if piece.count >= limit { try flush(&piece, write) }
    }
    piece.append(contentsOf: "]}\n".utf8)
    try flush(&piece, write)
  }

  private static func flush(_ piece: inout [UInt8], _ write: ([UInt8]) throws -> Void) rethrows {
    try write(piece)
    piece.removeAll(keepingCapacity: true)
  }

  private static func append(_ span: ScalarSpan, to piece: inout [UInt8]) {
    append(literal: #"{"scalarOffset":"#, to: &piece)
    append(span.scalarOffset, to: &piece)
    append(literal: #","scalars":"#, to: &piece)
    append(span.scalars, to: &piece)
    piece.append(UInt8(ascii: "}"))
  }

  private static func append(_ scalars: [Unicode.Scalar], to piece: inout [UInt8]) {
    piece.append(UInt8(ascii: "["))
    for (index, scalar) in scalars.enumerated() {
      if index > 0 { piece.append(UInt8(ascii: ",")) }
      append(literal: "\"U+", to: &piece)
      appendHex(scalar.value, to: &piece)
      piece.append(UInt8(ascii: "\""))
    }
    piece.append(UInt8(ascii: "]"))
  }

  private static func appendHex(_ value: UInt32, to piece: inout [UInt8]) {
    var shift = value > 0xFFFFF ? 20 : value > 0xFFFF ? 16 : 12
    while shift >= 0 {
      let digit = UInt8(truncatingIfNeeded: value >> UInt32(shift) & 0xF)
      piece.append(digit < 10 ? 0x30 &+ digit : 0x37 &+ digit)
      shift -= 4
    }
  }

  private static func append(literal: StaticString, to piece: inout [UInt8]) {
    literal.withUTF8Buffer { piece.append(contentsOf: $0) }
  }

  private static func append(_ number: Int, to piece: inout [UInt8]) {
    guard number >= 0 else { return piece.append(contentsOf: String(number).utf8) }
    var divisor = 1
    while number / divisor >= 10 { divisor &*= 10 }
    while divisor > 0 {
      piece.append(0x30 &+ UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }

  private static func append(_ text: String, to piece: inout [UInt8]) {
    piece.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: piece.append(contentsOf: [0x5C, byte])
      case 0..<0x20:
        piece.append(contentsOf: "\\u00".utf8)
        for digit in [byte >> 4, byte & 15] { piece.append(digit < 10 ? 0x30 &+ digit : 0x57 &+ digit) }
      default: piece.append(byte)
      }
    }
    piece.append(UInt8(ascii: "\""))
  }
}
