internal import CGumbo

extension [UInt8] {
  /// UTF-8 in one line: runs of ASCII white space are one space, none at the ends.
  var collapsedText: String {
    withUnsafeBufferPointer { bytes in
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count)
      for index in Blank.trimmedRange(of: bytes) {
        if !bytes[index].isCollapsed {
          out.append(bytes[index])
        } else if out.last != 0x20 {
          out.append(0x20)
        }
      }
      return String(decoding: out, as: UTF8.self)
    }
  }

  /// UTF-8 with LF line ends, no blank lines at the ends.
  var preformattedText: String {
    var out: [UInt8] = []
    out.reserveCapacity(count)
    for (index, byte) in enumerated() {
      if byte == 0x0D {
        if index + 1 < count, self[index + 1] == 0x0A { continue }
        out.append(0x0A)
      } else {
        out.append(byte)
      }
    }
    while let last = out.last, last <= 0x20 { out.removeLast() }
    let start = out.firstIndex { $0 != 0x0A } ?? 0
    return String(decoding: out[start...], as: UTF8.self)
  }
}

extension UInt8 {
  /// White space as pages have it: blank, TAB, line ends. Other controls are characters of the text; normalization takes them out and counts them.
  var isCollapsed: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension String {
  /// The text with U+FEFF for each stray control, which gumbo would make a U+FFFD of: so the gate passes over it as over a control, and normalization
  /// takes it out and counts it.
  var withStraysConcealed: String {
    var text = self
    let hasStrays = text.withUTF8 { TextCharacters.firstForeign(in: $0, isStrict: true) != nil || $0.contains(0x0B) }
    guard hasStrays else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F, 0xFFFE, 0xFFFF: out.append("\u{FEFF}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the text has more in it than blanks: ASCII ones, U+00A0, U+3000, U+200B.
  var holdsInk: Bool {
    var rest = self[...]
    while let first = rest.first {
      if first <= 0x20 {
        rest = rest.dropFirst()
      } else if rest.starts(with: [0xC2, 0xA0]) {
        rest = rest.dropFirst(2)
      } else if rest.starts(with: [0xE3, 0x80, 0x80]) || rest.starts(with: [0xE2, 0x80, 0x8B]) {
        rest = rest.dropFirst(3)
      } else {
        return true
      }
    }
    return false
  }
}

extension zarlal_html_event {
  /// The UTF-8 of a text or comment.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeRawBufferPointer(start: text, count: text == nil ? 0 : Int(length)).assumingMemoryBound(to: UInt8.self)
  }
}
