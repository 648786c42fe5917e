extension String {
  /// The stretches between line ends (LF, VT, FF, CR, U+0085, U+2028, U+2029), empty ones left out: the same as splitting at
  /// `Character.isNewline`, without a search for grapheme clusters in every line. Most texts have no line end at all.
  package var linePieces: [Substring] {
    guard mayBreak else { return utf8.isEmpty ? [] : [self[...]] }
    return unicodeScalars.split(whereSeparator: \.endsLine).map(Substring.init)
  }

  private var mayBreak: Bool {
    var text = self
    return text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte &- 0x0A < 4 { return true }
          index &+= 1
        } else if byte > 0xE2, byte < 0xF0 {
          index &+= 3
        } else {
          guard let scalar = bytes.scalar(at: &index) else { break }
          if scalar.endsLine { return true }
        }
      }
      return false
    }
  }
}

extension Unicode.Scalar {
  /// Whether a line ends with it.
  var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
