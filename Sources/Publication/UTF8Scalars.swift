extension UnsafeBufferPointer<UInt8> {
  /// Whether both hold the same bytes. Without a branch for each byte, so that the compiler compares many at once.
  package func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var difference: UInt8 = 0
    for index in indices { difference |= self[index] ^ other[index] }
    return difference == 0
  }

  /// The code point at `index`, which moves behind it; `nil` at the end. For the bytes of a string, which are whole UTF-8: a lead
  /// byte tells how many follow. Cheaper than `unicodeScalars` where a line is read once for every rule.
  @inlinable @inline(__always)
  package func scalar(at index: inout Int) -> Unicode.Scalar? {
    guard index < count else { return nil }
    let lead = UInt32(self[index])
    var value = lead
    var length = 1
    if lead >= 0x80 {
      length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard index &+ length <= count else {
        index = count
        return nil
      }
      value = lead & (0xFF >> UInt32(length &+ 1))
      for offset in 1..<length { value = value << 6 | UInt32(self[index &+ offset] & 0x3F) }
    }
    index &+= length
    return Unicode.Scalar(value)
  }
}
