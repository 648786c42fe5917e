/// UTF-16, strictly: an even number of bytes, no lone surrogate.
enum UTF16Decoding {
  static func decode(_ bytes: [UInt8], from start: Int, _ encoding: TextEncoding) throws(DecodingFault) -> DecodedText {
    let little = encoding == .utf16LittleEndian
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count - start) / 2 * 3 + 4)
    var index = start
    func fault() -> DecodingFault { DecodingFault(encoding: encoding.rawValue, byteOffset: index) }
    func unit(_ at: Int) -> UInt32 {
      little ? UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at]) : UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1])
    }
    while index < bytes.count {
      guard index + 1 < bytes.count else { throw fault() }
      var scalar = unit(index)
      var width = 2
      if scalar & 0xF800 == 0xD800 {
        guard scalar < 0xDC00, index + 3 < bytes.count, unit(index + 2) & 0xFC00 == 0xDC00 else { throw fault() }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (unit(index + 2) - 0xDC00)
        width = 4
      }
      out.append(utf8Of: scalar)
      index += width
    }
    return try TextDecoding.checked(String(decoding: out, as: UTF8.self), encoding, start: start)
  }

  /// UTF-16 without a mark: the byte order in which the NUL bytes make white space, when the other order makes none.
  /// Where there is no white space, all NUL bytes must stand on one side.
  static func decodeWithoutMark(_ bytes: [UInt8]) throws(DecodingFault) -> DecodedText {
    let firstNUL = bytes.firstIndex(of: 0) ?? 0
    guard bytes.count.isMultiple(of: 2) else { throw DecodingFault(encoding: "UTF-8", byteOffset: firstNUL) }
    var little = (white: 0, zeros: 0)
    var big = (white: 0, zeros: 0)
    for index in stride(from: 0, to: bytes.count, by: 2) {
      let (first, second) = (bytes[index], bytes[index + 1])
      if second == 0 {
        little.zeros += 1
        if isWhite(first) { little.white += 1 }
      }
      if first == 0 {
        big.zeros += 1
        if isWhite(second) { big.white += 1 }
      }
    }
    let isLittle = little.white > 0 || (big.white == 0 && little.zeros > 0)
    let isBig = big.white > 0 || (little.white == 0 && big.zeros > 0)
    guard isLittle != isBig else { throw DecodingFault(encoding: "UTF-16", byteOffset: firstNUL) }
    return try decode(bytes, from: 0, isLittle ? .utf16LittleEndian : .utf16BigEndian)
  }

  private static func isWhite(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x20 }
}

/// UTF-32, strictly: four bytes a scalar, no surrogate.
enum UTF32Decoding {
  static func decode(_ bytes: [UInt8], from start: Int, _ encoding: TextEncoding) throws(DecodingFault) -> DecodedText {
    let little = encoding == .utf32LittleEndian
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = start
    while index < bytes.count {
      guard index + 3 < bytes.count else { throw DecodingFault(encoding: encoding.rawValue, byteOffset: index) }
      let four = bytes[index..<index + 4]
      let value = (little ? Array(four.reversed()) : Array(four)).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      guard let scalar = Unicode.Scalar(value) else {
        throw DecodingFault(encoding: encoding.rawValue, byteOffset: index)
      }
      out.append(utf8Of: scalar.value)
      index += 4
    }
    return try TextDecoding.checked(String(decoding: out, as: UTF8.self), encoding, start: start)
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of a scalar value.
  mutating func append(utf8Of scalar: UInt32) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift & 0x3F)) }
    switch scalar {
    case ..<0x80: append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(tail(0))
    case ..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(tail(6))
      append(tail(0))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(tail(12))
      append(tail(6))
      append(tail(0))
    }
  }
}
