/// Makes ZIP files byte by byte, right or wrong in any way a test asks for. Entries are stored, not packed.
public struct ArchiveBuilder {
  /// One file of it.
  public struct Entry {
    /// Its path.
    public var name: String
    /// Its bytes.
    public var data: [UInt8]
    /// General purpose flags; 0x800: names in UTF-8.
    public var flags: UInt16 = 0x800
    /// Unix mode and type.
    public var mode: UInt32 = 0o100644
    /// The name in the local header, where it differs.
    public var localName: String?
    /// The size that is claimed, where it differs.
    public var claimedSize: UInt32?
    /// Another entry's place instead of its own.
    public var sharesPlaceOf: Int?

    /// Whether it is packed (in one block of DEFLATE that holds the bytes as they are) instead of stored.
    public var isPacked = false

    /// A file of these bytes.
    public init(_ name: String, _ data: [UInt8]) {
      self.name = name
      self.data = data
    }

    /// A file of this text.
    public init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
  }

  /// Its files, in order.
  public var entries: [Entry]

  /// An archive of these files.
  public init(entries: [Entry]) { self.entries = entries }

  /// The whole file.
  public var bytes: [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    var places: [UInt32] = []
    for entry in entries {
      let place = entry.sharesPlaceOf.map { places[$0] } ?? UInt32(out.count)
      places.append(place)
      let checksum = ArchiveBuilder.checksum(entry.data)
      let size = entry.claimedSize ?? UInt32(entry.data.count)
      let packed = entry.isPacked ? ArchiveBuilder.block(entry.data) : entry.data
      func fields(_ name: [UInt8]) -> [UInt8] {
        little(20, 2) + little(UInt32(entry.flags), 2) + little(entry.isPacked ? 8 : 0, 2) + little(0, 4)
          + little(checksum, 4)
          + little(UInt32(packed.count), 4) + little(size, 4) + little(UInt32(name.count), 2) + little(0, 2)
      }
      if entry.sharesPlaceOf == nil {
        let name = Array((entry.localName ?? entry.name).utf8)
        out += [0x50, 0x4B, 3, 4] + fields(name) + name + packed
      }
      let name = Array(entry.name.utf8)
      directory += [0x50, 0x4B, 1, 2, 20, 3] + fields(name) + little(0, 2) + little(0, 2) + little(0, 2)
      directory += little(entry.mode << 16, 4) + little(place, 4) + name
    }
    let start = UInt32(out.count)
    let count = UInt32(entries.count)
    out += directory
    out += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(count, 2) + little(count, 2)
    return out + little(UInt32(directory.count), 4) + little(start, 4) + little(0, 2)
  }

  private func little(_ value: UInt32, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  /// CRC-32 as ZIP and PNG have it.
  public static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    return ~sum
  }

  /// One last block of DEFLATE without compression (RFC 1951, 3.2.4), of at most 65,535 bytes.
  private static func block(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt16(truncatingIfNeeded: bytes.count)
    return [1, UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8)] + bytes
  }
}
