/// A ZIP archive without compression.
struct StoredZip {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  mutating func add(_ name: String, _ bytes: [UInt8]) {
    let offset = UInt32(body.count)
    var fields: [UInt8] = []
    // Version 2.0, names in UTF-8, stored, 2025-01-01 00:00.
    Self.append(&fields, UInt16(20), UInt16(0x0800), UInt16(0), UInt16(0), UInt16(45 << 9 | 1 << 5 | 1))
    Self.append(&fields, CRC32.of(bytes))
    Self.append(&fields, UInt32(bytes.count))
    Self.append(&fields, UInt32(bytes.count))
    Self.append(&fields, UInt16(name.utf8.count), UInt16(0))
    body += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + bytes
    directory += [0x50, 0x4B, 1, 2, 20, 0] + fields
    Self.append(&directory, UInt16(0), UInt16(0), UInt16(0))
    Self.append(&directory, UInt32(0))
    Self.append(&directory, offset)
    directory += Array(name.utf8)
    count += 1
  }

  func finished() -> [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 5, 6]
    Self.append(&end, UInt16(0), UInt16(0), count, count)
    Self.append(&end, UInt32(directory.count))
    Self.append(&end, UInt32(body.count))
    Self.append(&end, UInt16(0))
    return body + directory + end
  }

  private static func append(_ bytes: inout [UInt8], _ values: UInt16...) {
    for value in values { bytes += [UInt8(value & 0xFF), UInt8(value >> 8)] }
  }

  private static func append(_ bytes: inout [UInt8], _ value: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(value >> shift & 0xFF)) }
  }
}

/// The checksum of ZIP and PNG.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    var value = UInt32(index)
    for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    return value
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    return ~sum
  }
}
