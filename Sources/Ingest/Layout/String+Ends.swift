import Publication

extension String {
  /// Whether the text begins with exactly these bytes.
  func starts(withText text: String) -> Bool { utf8.starts(with: text.utf8) }

  /// Whether the text ends with exactly these bytes.
  func ends(withText text: String) -> Bool {
    let wanted = text.utf8
    return utf8.count >= wanted.count && utf8.suffix(wanted.count).elementsEqual(wanted)
  }

  /// Whether the text contains exactly these bytes; for short lines.
  func contains(text: String) -> Bool {
    var (whole, wanted) = (self, text)
    return whole.withUTF8 { bytes in
      wanted.withUTF8 { wanted in
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { start in
          bytes[start] == first && wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] }
        }
      }
    }
  }

  /// Byte for byte, where `==` would call canonically equivalent texts equal.
  func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Without white space of any width; Mongolian separators stay.
  var withoutBlanks: String {
    var text = self
    let kept: [UInt8]? = text.withUTF8 { bytes in
      var kept: [UInt8] = []
      var index = 0
      var start = 0
      var before = 0
      while let scalar = bytes.scalar(at: &index) {
        if scalar.isBlank {
          kept.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<before]))
          start = index
        }
        before = index
      }
      guard start > 0 else { return nil }
      kept.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
      return kept
    }
    return kept.map { String(decoding: $0, as: UTF8.self) } ?? self
  }

  /// Whether both are the same code points, white space of any width aside. Mostly told by the first of them.
  func isSameWithoutBlanks(as other: String) -> Bool {
    unicodeScalars.lazy.filter { !$0.isBlank }.elementsEqual(other.unicodeScalars.lazy.filter { !$0.isBlank })
  }

  /// Without this many scalars at the end.
  func dropping(lastScalars count: Int) -> String { String(unicodeScalars.dropLast(count)).trimmedWhitespace }
}
