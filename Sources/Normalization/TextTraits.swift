/// What one pass over the bytes of a text finds: which rules have anything to look at.
struct TextTraits: OptionSet {
  let rawValue: UInt8

  /// Something that the rules for text outside Mongolian may change.
  static let doubtful = TextTraits(rawValue: 1)
  /// Characters of the Mongolian block, or separators that go with them.
  static let mongolian = TextTraits(rawValue: 2)
  /// Private-use characters.
  static let privateUse = TextTraits(rawValue: 4)

  /// The traits of `text`. Most Chinese and Latin text has none.
  static func of(_ text: String) -> TextTraits {
    var text = text
    return text.withUTF8 { of($0) }
  }

  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> TextTraits {
    var traits: TextTraits = []
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        if lead < 0x20 ? lead != 0x09 && lead != 0x0A : lead == 0x7F { traits.insert(.doubtful) }
        index &+= 1
      } else if lead >= 0xE4 && lead <= 0xE9 {
        index &+= 3
      } else {
        traits.formUnion(of(lead, second: index &+ 1 < bytes.count ? bytes[index &+ 1] : 0, at: index, bytes))
        index &+= lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      }
    }
    return traits
  }

  private static func of(
    _ lead: UInt8, second: UInt8, at index: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> TextTraits {
    switch lead {
    case 0xC2: return second < 0xA0 || second == 0xAD ? .doubtful : []
    case 0xD2: return second >= 0x83 && second <= 0x87 ? .doubtful : []
    case 0xC3...0xCB, 0xCF...0xD5: return []
    case 0xE1: return second >= 0xA0 && second <= 0xA2 ? .mongolian : .doubtful
    case 0xE2:
      switch second {
      case 0x80:
        let third = index &+ 2 < bytes.count ? bytes[index &+ 2] : 0
        switch third {
        case 0xAF: return .mongolian
        case 0x80, 0x81, 0x8B...0x8F, 0xAA...0xAE: return .doubtful
        default: return []
        }
      case 0x81, 0x83, 0x84, 0x8C, 0xAB, 0xB0...0xB7, 0xBC...0xBF: return .doubtful
      default: return []
      }
    case 0xE3: return second == 0x80 || second == 0x82 ? ofKana(second, at: index, bytes) : []
    case 0xEB...0xED: return []
    case 0xEE: return .privateUse
    case 0xEF:
      if second < 0xA4 { return .privateUse }
      if second == 0xB8 { return isCombiningHalfMark(at: index, bytes) ? .doubtful : [] }
      // U+FFFE and U+FFFF.
      if second == 0xBF { return index &+ 2 < bytes.count && bytes[index &+ 2] >= 0xBE ? .doubtful : [] }
      return second < 0xAE || second == 0xBB ? .doubtful : []
    case 0xF0: return second == 0x9F || (second >= 0xA0 && second <= 0xBF && second != 0xAF) ? [] : .doubtful
    case 0xF3: return second >= 0xB0 ? .privateUse : []
    case 0xF4...0xFF: return .privateUse
    default: return .doubtful
    }
  }

  /// U+FE20–FE2F; selectors and vertical forms stand beside them.
  private static func isCombiningHalfMark(at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index &+ 2 < bytes.count && bytes[index &+ 2] >= 0xA0 && bytes[index &+ 2] <= 0xAF
  }

  /// U+302A–302F and U+3099, U+309A are combining marks; the rest of U+3000–30BF is not.
  private static func ofKana(_ second: UInt8, at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> TextTraits {
    let third = index &+ 2 < bytes.count ? bytes[index &+ 2] : 0
    let isMark = second == 0x80 ? third >= 0xAA && third <= 0xAF : third == 0x99 || third == 0x9A
    return isMark ? .doubtful : []
  }
}

extension Unicode.Scalar {
  /// Characters of the Mongolian block and the joiners and separators that belong to its words.
  var belongsToMongolian: Bool {
    switch value {
    case 0x1800...0x18AF, 0x200C, 0x200D, 0x202F: true
    default: false
    }
  }

  /// Private use: U+E000–F8FF and the planes 15 and 16.
  var isPrivateUse: Bool {
    switch value {
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF: true
    default: false
    }
  }
}
