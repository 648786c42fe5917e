/// Validity of UTF-8, with the place of the first fault.
enum StrictUTF8 {
  static func validate(_ bytes: Span<UInt8>) throws(TextRefusal) {
    do {
      _ = try UTF8Span(validating: bytes)
    } catch {
      throw TextRefusal(reason: .invalidUTF8, byteOffset: error.byteOffsets.lowerBound)
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
