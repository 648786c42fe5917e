/// PNG without text, time, EXIF and private chunks.
/// Source: PNG Specification (Third Edition), 5 and 11; CRC as in Annex D.
enum PNGStripper {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Chunks that change what is seen.
  private static let kept: Set<[UInt8]> = Set(
    [
      "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "cICP", "sBIT", "bKGD", "hIST", "pHYs", "acTL",
      "fcTL", "fdAT",
    ].map { Array($0.utf8) })

  static func strip(_ bytes: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    out += signature
    var at = signature.count
    var hasData = false
    while at <= bytes.count - 12 {
      let length = bytes.big32(at)
      guard length <= bytes.count - at - 12 else { return nil }
      let end = at + 12 + length
      let type = Array(bytes[(at + 4)..<(at + 8)])
      guard PNGChecksum.of(bytes, from: at + 4, to: end - 4) == UInt32(truncatingIfNeeded: bytes.big32(end - 4)) else {
        return nil
      }
      if at == signature.count {
        guard bytes.has("IHDR", at: at + 4), isHeader(bytes, at: at + 8, length: length) else { return nil }
      }
      if bytes.has("IDAT", at: at + 4) { hasData = true }
      if bytes.has("eXIf", at: at + 4) {
        let orientation = ImageOrientation.value(inTIFF: bytes[(at + 8)..<(end - 4)])
        if orientation != 1 { append(chunk: "eXIf", ImageOrientation.tiff(orientation), to: &out) }
      } else if kept.contains(type) {
        out += bytes[at..<end]
      } else if type[0] & 0x20 == 0 {
        return nil  // a critical chunk that the standard doesn't know
      }
      if bytes.has("IEND", at: at + 4) { return hasData ? out : nil }
      at = end
    }
    return nil
  }

  private static func isHeader(_ bytes: [UInt8], at: Int, length: Int) -> Bool {
    guard length == 13 else { return false }
    let sizes = 1...0x7FFF_FFFF
    return sizes.contains(bytes.big32(at)) && sizes.contains(bytes.big32(at + 4))
      && [1, 2, 4, 8, 16].contains(bytes[at + 8]) && [0, 2, 3, 4, 6].contains(bytes[at + 9])
      && bytes[at + 10] == 0 && bytes[at + 11] == 0 && bytes[at + 12] <= 1
  }

  private static func append(chunk type: StaticString, _ data: [UInt8], to out: inout [UInt8]) {
    out.append(big32: UInt32(truncatingIfNeeded: data.count))
    let start = out.count
    type.withUTF8Buffer { out += $0 }
    out += data
    out.append(big32: PNGChecksum.of(out, from: start, to: out.count))
  }
}

/// CRC-32 of ISO 3309, as PNG and ZIP use it.
enum PNGChecksum {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  static func of(_ bytes: [UInt8], from start: Int, to end: Int) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    table.withUnsafeBufferPointer { table in
      for byte in bytes[start..<end] { crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8) }
    }
    return ~crc
  }
}
