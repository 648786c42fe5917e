/// Validity of UTF-8, with the place of the first fault.
enum StrictUTF8 {
  static func validate(_ bytes: Span<UInt8>) throws(TextRefusal) {
    if isValid(bytes) { return }
    do {
      _ = try UTF8Span(validating: bytes)
    } catch {
      throw TextRefusal(reason: .invalidUTF8, byteOffset: error.byteOffsets.lowerBound)
    }
  }

  /// Fast where most characters have one byte or three, as in Mongolian and Chinese; the standard library then finds the place.
  private static func isValid(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBytes { raw in
      var index = 0
      while index &+ 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        let lead = word & 0xFF
        if lead < 0x80 {
          index &+= word & 0x8080_8080_8080_8080 == 0 ? 8 : 1
        } else if word & 0xC0_C0F0 == 0x80_80E0, lead != 0xE0, lead != 0xED {
          index &+= 3
        } else {
          let (scalar, length) = UTF8Scalars.decode(bytes, at: index)
          if scalar == 0xFFFD && length == 1 { return false }
          index &+= length
        }
      }
      while index < raw.count {
        let (scalar, length) = UTF8Scalars.decode(bytes, at: index)
        if scalar == 0xFFFD && length == 1 { return false }
        index &+= length
      }
      return true
    }
  }

  /// The text of bytes that were validated, or copied from what was: they are not read a second time.
  static func text(of bytes: Span<UInt8>) -> String {
    String(copying: UTF8Span(unchecked: bytes))
  }
}

/// Private-use code points, by their bytes.
enum PrivateUse {
  static func occurs(in text: String) -> Bool {
    for scalar in text.unicodeScalars where ScalarSet.isPrivateUse(scalar.value) { return true }
    return false
  }
}
