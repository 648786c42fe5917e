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
    let wanted = Array(text.utf8)
    let bytes = Array(utf8)
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return false }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == wanted[0] {
      if bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
    }
    return false
  }

  /// Byte for byte, where `==` would call canonically equivalent texts equal.
  func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Without white space of any width; Mongolian separators stay.
  var withoutBlanks: String {
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isBlank { out.append(scalar) }
    return String(out)
  }

  /// Without this many scalars at the end.
  func dropping(lastScalars count: Int) -> String { String(unicodeScalars.dropLast(count)).trimmedWhitespace }
}
