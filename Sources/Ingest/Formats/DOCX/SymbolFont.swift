/// The characters that fonts with their own code (Symbol, Wingdings) draw, where Unicode has the same sign.
/// Source: Unicode's mapping of the Adobe Symbol encoding; ISO/IEC 10646 N4384 (Wingdings, Webdings). Only signs used in official documents.
enum SymbolFont {
  /// `text` as Unicode: each code of the font, at U+0020–00FF or U+F020–F0FF, that is known here; the others as they are.
  static func text(_ text: String, font: String) -> String {
    guard let table = table(font), text.unicodeScalars.contains(where: { isCode($0, font) }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let code = UInt8(truncatingIfNeeded: scalar.value)
      out.append(isCode(scalar, font) ? table[code].flatMap(Unicode.Scalar.init) ?? scalar : scalar)
    }
    return String(out)
  }

  /// What `w:sym` shows; `nil`: nothing (an invalid code).
  static func text(code: UInt32, font: String) -> String? {
    let byte: UInt32 = (0xF000...0xF0FF).contains(code) ? code - 0xF000 : code
    if byte <= 0xFF, let table = table(font), byte >= 0x20 {
      if let value = table[UInt8(byte)], let scalar = Unicode.Scalar(value) { return String(scalar) }
      return Unicode.Scalar(0xF000 + byte).map { String($0) }
    }
    return Unicode.Scalar(code).map { String($0) }
  }

  static func table(_ font: String) -> [UInt8: UInt32]? {
    switch font {
    case "symbol": symbol
    case "wingdings": wingdings
    case "wingdings 2": wingdings2
    default: nil
    }
  }

  /// In running text only the private codes are sure to be the font's: a text editor may have left plain letters under its name.
  private static func isCode(_ scalar: Unicode.Scalar, _ font: String) -> Bool {
    (0xF020...0xF0FF).contains(scalar.value)
  }

  private static let wingdings: [UInt8: UInt32] = [
    0x6C: 0x25CF, 0x6D: 0x274D, 0x6E: 0x25A0, 0x6F: 0x25A1, 0x71: 0x2751, 0x72: 0x2752, 0x75: 0x25C6, 0x76: 0x2756,
    0x77: 0x2B25,
    0x9E: 0x00B7, 0x9F: 0x2022, 0xA1: 0x25CB, 0xA7: 0x25AA, 0xA8: 0x2610, 0xAB: 0x2605, 0xAC: 0x2736, 0xD8: 0x27A2,
    0xDF: 0x2190,
    0xE0: 0x2192, 0xE1: 0x2191, 0xE2: 0x2193, 0xE8: 0x2794, 0xFB: 0x2717, 0xFC: 0x2714, 0xFD: 0x2612, 0xFE: 0x2611,
    0x28: 0x260E, 0x2A: 0x2709, 0x46: 0x261E, 0x4A: 0x263A, 0x81: 0x2460, 0x82: 0x2461, 0x83: 0x2462, 0x84: 0x2463,
    0x85: 0x2464,
    0x86: 0x2465, 0x87: 0x2466, 0x88: 0x2467, 0x89: 0x2468, 0x8A: 0x2469,
  ]

  private static let wingdings2: [UInt8: UInt32] = [
    0x4F: 0x2717, 0x50: 0x2713, 0x51: 0x2612, 0x52: 0x2611, 0x53: 0x2612, 0x54: 0x2612, 0x97: 0x25CF, 0x98: 0x25CF,
    0xA0: 0x25AA,
    0xA1: 0x25AB, 0xA2: 0x25A0, 0xA3: 0x2610,
  ]

  private static let symbol: [UInt8: UInt32] = {
    var table: [UInt8: UInt32] = [
      0xA2: 0x2032, 0xA3: 0x2264, 0xA5: 0x221E, 0xAB: 0x2194, 0xAC: 0x2190, 0xAD: 0x2191, 0xAE: 0x2192, 0xAF: 0x2193,
      0xB0: 0x00B0,
      0xB1: 0x00B1, 0xB2: 0x2033, 0xB3: 0x2265, 0xB4: 0x00D7, 0xB5: 0x221D, 0xB7: 0x2022, 0xB8: 0x00F7, 0xB9: 0x2260,
      0xBA: 0x2261,
      0xBB: 0x2248, 0xBC: 0x2026, 0xC5: 0x2295, 0xC6: 0x2205, 0xC7: 0x2229, 0xC8: 0x222A, 0xCE: 0x2208, 0xD0: 0x2220,
      0xD2: 0x00AE,
      0xD3: 0x00A9, 0xD5: 0x220F, 0xD6: 0x221A, 0xD7: 0x22C5, 0xE5: 0x2211, 0xF2: 0x222B,
    ]
    // Digits and the marks that Symbol shares with ASCII.
    for code in UInt8(0x20)...0x3F where code != 0x22 && code != 0x24 && code != 0x27 && code != 0x2A && code != 0x2D {
      table[code] = UInt32(code)
    }
    table[0x2D] = 0x2212
    for (index, value) in "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ".unicodeScalars.enumerated() {
      table[0x41 + UInt8(index)] = value.value
    }
    for (index, value) in "αβχδεφγηιϕκλμνοπθρστυϖωξψζ".unicodeScalars.enumerated() {
      table[0x61 + UInt8(index)] = value.value
    }
    return table
  }()
}
