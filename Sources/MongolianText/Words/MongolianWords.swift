/// The words of traditional Mongolian in a text.
///
/// Letters and digits of the Mongolian block make a word; nirugu, U+180E, U+202F, selectors, ZWJ and ZWNJ belong to it: a stem and
/// its suffix are one word. A U+202F or ZWNJ at the end does not.
public enum MongolianWords {
  /// The first word at or behind `start`, as offsets of UTF-8. Linear, allocates nothing.
  public static func next(in utf8: Span<UInt8>, from start: Int) -> Range<Int>? {
    var index = max(0, start)
    while index < utf8.count {
      guard utf8[index] & 0xF0 == 0xE0 else {
        index += 1
        continue
      }
      let begin = index
      var end = index
      var isWord = false
      while index < utf8.count {
        let (scalar, length) = UTF8Scalars.decode(utf8, at: index)
        let part = WordPart(scalar)
        if part == .none { break }
        index += length
        if part == .core { isWord = true }
        if part != .loose { end = index }
      }
      if isWord { return begin..<end }
      if index == begin { index += 1 }
    }
    return nil
  }

  /// How many words there are; Chinese and Latin words are not counted.
  public static func count(in utf8: Span<UInt8>) -> Int {
    var count = 0
    var index = 0
    while let word = next(in: utf8, from: index) {
      count += 1
      index = word.upperBound
    }
    return count
  }

  /// How many words there are in `text`.
  public static func count(in text: String) -> Int {
    count(in: Array(text.utf8).span)
  }

  /// The words of `text`, in order.
  public static func words(of text: String) -> [Substring] {
    let bytes = Array(text.utf8)
    var words: [Substring] = []
    var index = 0
    while let word = next(in: bytes.span, from: index) {
      let start = text.utf8.index(text.utf8.startIndex, offsetBy: word.lowerBound)
      let end = text.utf8.index(start, offsetBy: word.count)
      words.append(text[start..<end])
      index = word.upperBound
    }
    return words
  }

  /// The longest beginning of `text` of at most `maxScalars` code points that ends with a whole word; spaces at its end are left
  /// out. Empty when the first word alone is longer.
  public static func prefix(of text: String, maxScalars: Int) -> Substring {
    let scalars = text.unicodeScalars
    var cut = scalars.startIndex
    var count = 0
    var index = scalars.startIndex
    var previous = CutClass.space
    while true {
      let current = index < scalars.endIndex ? CutClass(scalars[index]) : .space
      if previous != .space, current != .mark, previous != current || current == .single { cut = index }
      guard index < scalars.endIndex, count < maxScalars else { break }
      if current != .mark { previous = current }
      count += 1
      index = scalars.index(after: index)
    }
    return text[..<cut]
  }
}

/// What a character is to a Mongolian word.
private enum WordPart {
  case core, inner, loose, none

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x1810...0x1819, 0x1820...0x1878, 0x1880...0x18AA: self = .core
    case 0x1807, 0x180A...0x180F, 0x200D: self = .inner
    case 0x200C, 0x202F: self = .loose
    default: self = .none
    }
  }
}

/// What a character is where a title may be cut: never between two of one kind of letter, never before a mark.
private enum CutClass {
  case mongolian, letter, single, mark, space

  init(_ scalar: Unicode.Scalar) {
    if WordPart(scalar.value) != .none {
      self = .mongolian
      return
    }
    let properties = scalar.properties
    if properties.isWhitespace {
      self = .space
    } else if properties.isIdeographic {
      self = .single
    } else {
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .spacingMark, .format: self = .mark
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
        self = .letter
      default: self = .single
      }
    }
  }
}
