extension TextChangeReport {
  /// The report as JSON, `zarlal.text-changes/1`, handed out in pieces of UTF-8: a long report need not fit in memory.
  public static func json(_ text: NormalizedText, policy: String, write: ([UInt8]) throws -> Void) rethrows {
    var piece: [UInt8] = []
    let limit = 1 << 16
    piece.reserveCapacity(limit + 4096)
    piece.append(contentsOf: #"{"schema":"zarlal.text-changes/1","policy":"#.utf8)
    append(policy, to: &piece)
    piece.append(contentsOf: #","changes":["#.utf8)
    for (index, change) in text.changes.enumerated() {
      piece.append(contentsOf: (index == 0 ? #"{"rule":"# : #",{"rule":"#).utf8)
      append(change.rule, to: &piece)
      piece.append(contentsOf: #","line":"#.utf8)
      append(change.line, to: &piece)
      piece.append(contentsOf: #","before":"#.utf8)
      append(change.before, to: &piece)
      piece.append(contentsOf: #","after":"#.utf8)
      append(change.after, to: &piece)
      piece.append(UInt8(ascii: "}"))
      if piece.count >= limit { try flush(&piece, write) }
    }
    piece.append(contentsOf: #"],"flags":["#.utf8)
    for (index, flag) in text.flags.enumerated() {
      piece.append(contentsOf: (index == 0 ? #"{"rule":"# : #",{"rule":"#).utf8)
      append(flag.rule, to: &piece)
      piece.append(contentsOf: #","line":"#.utf8)
      append(flag.line, to: &piece)
      piece.append(contentsOf: #","scalarOffset":"#.utf8)
      append(flag.scalarOffset, to: &piece)
      piece.append(contentsOf: #","scalars":"#.utf8)
      append(flag.scalars, to: &piece)
      piece.append(contentsOf: #","suggestion":"#.utf8)
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
    piece.append(contentsOf: #"{"scalarOffset":"#.utf8)
    append(span.scalarOffset, to: &piece)
    piece.append(contentsOf: #","scalars":"#.utf8)
    append(span.scalars, to: &piece)
    piece.append(UInt8(ascii: "}"))
  }

  private static func append(_ scalars: [Unicode.Scalar], to piece: inout [UInt8]) {
    piece.append(UInt8(ascii: "["))
    for (index, scalar) in scalars.enumerated() {
      piece.append(contentsOf: (index == 0 ? "\"U+" : ",\"U+").utf8)
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

  private static func append(_ number: Int, to piece: inout [UInt8]) {
    piece.append(contentsOf: String(number).utf8)
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
