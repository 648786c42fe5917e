/// Makes ZIP files right or wrong in any way: what a case asks for is written as it is.
struct HostileZip {
  struct Entry {
    var name: [UInt8]
    /// The packed bytes as they stand in the file.
    var packed: [UInt8]
    /// Bytes when inflated, as claimed.
    var size: Int
    var checksum: UInt32
    /// 0 stored, 8 deflated.
    var method: UInt16 = 0
    var flags: UInt16 = 0x800
    /// Unix mode and type.
    var mode: UInt32 = 0o100644
    /// The name in the local header, where it differs.
    var localName: [UInt8]?
    /// The entry whose place it shares, instead of having its own.
    var sharesPlaceOf: Int?

    /// Stored as it is.
    init(_ name: String, _ data: [UInt8]) {
      self.name = Array(name.utf8)
      packed = data
      size = data.count
      checksum = CRC32.of(data)
    }

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    /// `count` zeros, packed a thousand times smaller. The checksum is right only where it is asked for.
    init(zeros name: String, _ count: Int, isRight: Bool = false) {
      self.name = Array(name.utf8)
      packed = ZeroDeflate.packed(count)
      size = ZeroDeflate.size(count)
      checksum = isRight ? CRC32.of([UInt8](repeating: 0, count: size)) : 0
      method = 8
    }
  }

  var entries: [Entry] = []
  var comment: [UInt8] = []
  /// The number of entries in the end record, where it differs.
  var claimedCount: Int?
  var disk: UInt16 = 0

  init(_ entries: [Entry] = []) { self.entries = entries }

  var bytes: [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    var places: [Int] = []
    for entry in entries {
      let place = entry.sharesPlaceOf.map { places[$0] } ?? out.count
      places.append(place)
      func fields(_ name: [UInt8]) -> [UInt8] {
        little(20, 2) + little(Int(entry.flags), 2) + little(Int(entry.method), 2) + little(0, 4)
          + little(Int(entry.checksum), 4) + little(entry.packed.count, 4) + little(entry.size, 4)
          + little(name.count, 2) + little(0, 2)
      }
      if entry.sharesPlaceOf == nil {
        let name = entry.localName ?? entry.name
        out += [0x50, 0x4B, 3, 4] + fields(name) + name + entry.packed
      }
      directory += [0x50, 0x4B, 1, 2, 20, 3] + fields(entry.name) + little(0, 6)
      directory += little(Int(entry.mode) << 16, 4) + little(place, 4) + entry.name
    }
    let count = claimedCount ?? entries.count
    let end = [0x50, 0x4B, 5, 6] + little(Int(disk), 2) + little(0, 2) + little(count, 2) + little(count, 2)
    return out + directory + end + little(directory.count, 4) + little(out.count, 4) + little(comment.count, 2)
      + comment
  }

  private func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

/// One block of zeros in the tightest deflate there is: 258 bytes in two bits.
/// Source: RFC 1951, 3.2.7.
enum ZeroDeflate {
  /// The number that is really written: one more than a multiple of 258.
  static func size(_ count: Int) -> Int { max(1, count - 1) / 258 * 258 + 1 }

  static func packed(_ count: Int) -> [UInt8] {
    var bits = Bits()
    bits.number(1, 1)
    bits.number(2, 2)
    bits.number(286 - 257, 5)
    bits.number(0, 5)
    bits.number(14, 4)
    // Lengths of the code for lengths, in the order of the standard: 18 in one bit, 1 and 2 in two.
    for length in [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2] { bits.number(length, 3) }
    bits.code("11")
    for zeros in [138, 117] {
      bits.code("0")
      bits.number(zeros - 11, 7)
    }
    bits.code("11")
    bits.code("0")
    bits.number(28 - 11, 7)
    bits.code("10")
    bits.code("10")
    // Literal 0, then "258 bytes back by one" again and again, and the end.
    bits.code("10")
    for _ in 0..<((size(count) - 1) / 258) { bits.code("00") }
    bits.code("11")
    return bits.finished()
  }

  private struct Bits {
    private var bytes: [UInt8] = []
    private var current: UInt8 = 0
    private var used = 0

    mutating func bit(_ isSet: Bool) {
      if isSet { current |= 1 << UInt8(used) }
      used += 1
      if used == 8 {
        bytes.append(current)
        (current, used) = (0, 0)
      }
    }
    mutating func number(_ value: Int, _ width: Int) { for shift in 0..<width { bit(value >> shift & 1 == 1) } }
    mutating func code(_ text: String) { for character in text.utf8 { bit(character == 0x31) } }
    func finished() -> [UInt8] { used == 0 ? bytes : bytes + [current] }
  }
}

enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    return ~sum
  }
}
