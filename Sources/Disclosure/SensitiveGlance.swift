import Publication

/// What one pass over the UTF-8 of a line says `SensitiveRule` may find in it: most lines with a day or a sum in them can hold nothing of it.
/// What is missing here is certainly not there; `SensitiveGlanceTests` compares both answers.
struct SensitiveGlance: OptionSet {
  let rawValue: UInt8

  /// Eleven digits with nothing between them that ends a number.
  static let landline = SensitiveGlance(rawValue: 1)
  /// Eighteen letters and figures in one piece.
  static let token = SensitiveGlance(rawValue: 2)
  /// The first two characters of a word for accounts.
  static let account = SensitiveGlance(rawValue: 4)
  /// The same of household registers.
  static let household = SensitiveGlance(rawValue: 8)
  /// The same of illness and hospitals.
  static let medical = SensitiveGlance(rawValue: 16)
  /// The same of homes.
  static let home = SensitiveGlance(rawValue: 32)
  /// A sign of a mailbox.
  static let mailbox = SensitiveGlance(rawValue: 64)

  /// Nothing is passed over.
  static let everything: SensitiveGlance = [.landline, .token, .account, .household, .medical, .home, .mailbox]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(at text: String) {
    var text = text
    self = text.withUTF8 { bytes in
      LineTraits.hanSigns.withUnsafeBufferPointer { SensitiveGlance(utf8: bytes, hanSigns: $0) }
    }
  }

  private init(utf8 bytes: UnsafeBufferPointer<UInt8>, hanSigns: UnsafeBufferPointer<UInt32>) {
    var found: SensitiveGlance = []
    // Digits since the last character that ends a number, and letters and figures since the last character that is neither.
    var run = 0
    var token = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index &+= 1
        let isDigit = lead &- 0x30 < 10
        guard isDigit || (lead | 0x20) &- 0x61 < 26 else {
          token = 0
          if lead == 0x40 { found.insert(.mailbox) }
          // White space, controls, hyphens and the bracket behind an area may stand inside a number.
          if lead > 0x20, lead != 0x2D, lead != 0x29, lead != 0x7F { run = 0 }
          continue
        }
        token &+= 1
        run = isDigit ? run &+ 1 : 0
      } else {
        guard let scalar = bytes.scalar(at: &index)?.value else { break }
        let place = Int(scalar) &- 0x4E00
        if place >= 0, place < hanSigns.count {
          let sign = hanSigns[place]
          token = 0
          run = sign & LineTraits.digitSign != 0 ? run &+ 1 : 0
          if sign & LineTraits.wordSign != 0 {
            var ahead = index
            if let next = bytes.scalar(at: &ahead)?.value { found.formUnion(Self.kinds(scalar, next)) }
          }
        } else {
          if Digit.value(of: scalar) != nil { run &+= 1 }
          if scalar == 0xFF20 { found.insert(.mailbox) }
          let narrow = scalar &- 0xFEE0
          token = narrow &- 0x30 < 10 || (narrow < 0x80 && (narrow | 0x20) &- 0x61 < 26) ? token &+ 1 : 0
        }
      }
      if run >= 11 { found.insert(.landline) }
      if token >= 18 { found.insert(.token) }
    }
    self = found
  }

  /// Whose words begin with these two characters.
  private static func kinds(_ first: UInt32, _ second: UInt32) -> SensitiveGlance {
    var kinds: SensitiveGlance = []
    for (words, kind) in SensitiveRule.tables where words.contains(where: { $0[0] == first && $0[1] == second }) {
      kinds.insert(kind)
    }
    return kinds
  }
}
