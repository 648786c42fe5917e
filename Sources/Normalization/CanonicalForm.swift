private import CICU

/// NFC of short stretches of text, by ICU.
enum CanonicalForm {
  /// Whether a scalar can stand at the start of a stretch and never joins what stands before it: NFC leaves it alone unless a mark
  /// follows. Narrower than Unicode's own property, so that it fits a few ranges; what is left out costs time, not truth.
  static func isStable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x1800..<0x18A9, 0x18AB...0x18AF: true
    case 0x2002...0x20CF, 0x2100...0x2125, 0x2127...0x2129, 0x212C...0x2328, 0x232B...0x2ADB, 0x2ADD...0x2BFF: true
    case 0x2E80...0x3029, 0x3030...0x3098, 0x309B...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    case 0xE000...0xF8FF, 0xFE00...0xFE1F, 0xFE30...0xFFFD: true
    case 0x1F000...0x1FAFF, 0x20000...0x2F7FF, 0x30000...0x3FFFD: true
    default: false
    }
  }

  /// NFC of `scalars`. A row of more than 256 combining marks is no text: it stays as it is (ordering it would take its square in time).
  static func nfc(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var run = 0
    for scalar in scalars {
      run = zarlal_combining_class(scalar.value) == 0 ? 0 : run + 1
      if run > 256 { return scalars }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    let units = Array(String(view).utf16)
    var out = [UInt16](repeating: 0, count: units.count * 4 + 16)
    guard let length = Int32(exactly: units.count), let capacity = Int32(exactly: out.count) else { return scalars }
    let written = units.withUnsafeBufferPointer { source in
      out.withUnsafeMutableBufferPointer { target in
        zarlal_nfc(source.baseAddress, length, target.baseAddress, capacity)
      }
    }
    guard written >= 0, Int(written) <= out.count else { return scalars }
    return Array(String(decoding: out[..<Int(written)], as: UTF16.self).unicodeScalars)
  }
}
