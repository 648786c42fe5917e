import Publication

/// How many letters of each language a text has: Han, and Mongolian in Unicode or in Menksoft's private codes.
struct LetterCount: Equatable {
  /// Han characters.
  var han = 0
  /// Letters of U+1820 to U+18AA, and codes of U+E264 to U+E34F.
  var mongolian = 0

  /// Counts the letters of everything that is shown in `block`.
  mutating func count(_ block: Block) {
    switch block {
    case .heading(_, let inlines), .paragraph(let inlines, _): count(inlines)
    case .list(_, let items):
      for item in items { for inner in item.blocks { count(inner) } }
    case .table(let rows):
      for row in rows { for cell in row { for inner in cell.blocks { count(inner) } } }
    case .quote(let blocks):
      for inner in blocks { count(inner) }
    case .preformatted(let text): count(text)
    case .rule: break
    }
  }

  private mutating func count(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text): count(text)
      case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner),
        .link(let inner, _):
        count(inner)
      case .ruby(let base, _): count(base)
      case .lineBreak, .image, .footnoteMark: break
      }
    }
  }

  /// Counts the letters of `text`.
  mutating func count(_ text: String) {
    var text = text
    let (han, mongolian) = text.withUTF8 { LetterCount.letters($0) }
    self.han += han
    self.mongolian += mongolian
  }

  private static func letters(_ bytes: UnsafeBufferPointer<UInt8>) -> (han: Int, mongolian: Int) {
    var han = 0
    var mongolian = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead >= 0xE5, lead <= 0xE9 {
        // U+5000 to U+9FFF: most of a Chinese text, Han without exception.
        han &+= 1
        index &+= 3
      } else if lead < 0xE0 {
        index += lead < 0x80 ? 1 : 2
      } else if lead < 0xF0 {
        guard index + 2 < bytes.count else { break }
        let scalar = UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        switch scalar {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF: han += 1
        case 0x1820...0x18AA, 0xE264...0xE34F: mongolian += 1
        default: break
        }
        index += 3
      } else {
        // U+20000 and beyond.
        if lead == 0xF0, index + 1 < bytes.count, bytes[index + 1] >= 0xA0 { han += 1 }
        index += 4
      }
    }
    return (han, mongolian)
  }

  /// What the letters say of the language.
  enum Verdict: Equatable {
    /// One language, with at least four fifths of the text.
    case clear(ContentLanguage)
    /// Mostly one language, but with so much of the other that only a declared language settles it.
    case mostly(ContentLanguage)
    /// Two languages side by side.
    case mixed
    /// Neither Han nor Mongolian.
    case none
  }

  /// The verdict. A Han character weighs as much as three Mongolian letters: about the same content.
  var verdict: Verdict {
    let chinese = han &* 3
    let all = chinese &+ mongolian
    guard all > 0 else { return .none }
    let (language, more): (ContentLanguage, Int) =
      chinese >= mongolian ? (.chinese, chinese) : (.mongolian, mongolian)
    if more &* 5 >= all &* 4 { return .clear(language) }
    return more &* 10 >= all &* 7 ? .mostly(language) : .mixed
  }
}
