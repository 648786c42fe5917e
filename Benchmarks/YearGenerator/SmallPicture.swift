import Publication

/// A grey PNG of 8 × 8 pixels, another one for each number.
enum SmallPicture {
  static func png(_ number: Int) -> [UInt8] {
    var rows: [UInt8] = []
    var random = Randomness(seed: UInt64(number))
    for _ in 0..<8 {
      rows.append(0)
      for _ in 0..<8 { rows.append(UInt8(random.number(0...255))) }
    }
    var sums: (low: UInt32, high: UInt32) = (1, 0)
    for byte in rows {
      sums.low = (sums.low + UInt32(byte)) % 65521
      sums.high = (sums.high + sums.low) % 65521
    }
    let length = UInt16(rows.count)
    let sizes = [length, ~length].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let data = [0x78, 0x01, 1] + sizes + rows + bigEndian(sums.high << 16 | sums.low)
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", bigEndian(8) + bigEndian(8) + [8, 0, 0, 0, 0]) + chunk("IDAT", data) + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + data
    return bigEndian(UInt32(data.count)) + named + bigEndian(CRC32.of(named))
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
  }
}
