/// Counts scalars and lines of UTF-8 up to places that only ever grow. Lines end with LF, CRLF or CR.
struct PlaceCounter {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0
  /// The scalars before the place.
  private(set) var scalars = 0
  /// The line of the place, from 1.
  private(set) var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = UnsafeRawBufferPointer(bytes)
  }

  /// How many scalars start in `bytes`.
  @inline(__always) static func scalars(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count &+= 1 }
    return count
  }

  mutating func advance(to end: Int) {
    var index = place
    while index &+ 8 <= end {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // A byte below 0x0E ends a line, perhaps: the bytes are looked at one by one.
      if (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080 != 0 {
        count(index..<(index &+ 8))
      } else {
        scalars &+= 8 &- (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      }
      index &+= 8
    }
    if index < end {
      count(index..<end)
      index = end
    }
    place = index
  }

  private mutating func count(_ range: Range<Int>) {
    for index in range {
      let value = bytes[index]
      if value & 0xC0 != 0x80 { scalars &+= 1 }
      guard value == 0x0A || value == 0x0D else { continue }
      if value == 0x0A || !(index &+ 1 < bytes.count && bytes[index &+ 1] == 0x0A) { line &+= 1 }
    }
  }
}
