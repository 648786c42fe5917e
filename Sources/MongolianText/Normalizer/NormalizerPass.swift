import CICU

/// One walk over a text: words that are in order are only read, everything else goes to ``RunNormalizer``.
struct NormalizerPass {
  private let text: TextBytes
  private let suffixes: SuffixKeys
  private var runs: RunNormalizer
  private var editor: TextEditor
  private var words = WordCounts()
  /// Where in the word at hand U+202F stands before a listed suffix.
  private var separators: [Int] = []
  private var proof = ShapeProof()

  /// A walk over valid UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>, siteRules: SiteTransliterator?) {
    text = TextBytes(bytes: bytes)
    suffixes = .shared
    editor = TextEditor(for: bytes.count)
    runs = RunNormalizer(suffixes: suffixes, siteRules: siteRules)
  }

  /// The changes and flags of the text.
  mutating func run() throws(TextRefusal) -> TextEditor {
    let bytes = text.bytes
    let count = bytes.count
    var index = 0
    while index < count {
      let lead = bytes[index]
      if lead < 0x80 {
        index = lead == 0x3F ? questionMarks(at: index) : index &+ 1
      } else if lead == 0xE1 {
        let middle = text.byte(index &+ 1)
        index = middle >= 0xA0 && middle <= 0xA2 ? try mongolian(at: index) : index &+ 3
      } else if lead >= 0xE4 && lead <= 0xE9 {
        index &+= 3
      } else {
        index = try other(lead, at: index)
      }
    }
    if words.other > words.hudum, let place = words.firstOther {
      let (value, _) = text.scalar(at: place)
      throw TextRefusal(reason: .otherMongolian, byteOffset: place, scalars: Unicode.Scalar(value).map { [$0] } ?? [])
    }
    return editor
  }

  // MARK: Words

  /// A mark or digit of the block, or a word.
  private mutating func mongolian(at start: Int) throws(TextRefusal) -> Int {
    let (value, _) = text.scalar(at: start)
    guard ScalarSet.isWordPart(value) else { return start &+ 3 }
    if !separators.isEmpty { separators.removeAll(keepingCapacity: true) }
    if let end = cleanWord(at: start) {
      words.hudum &+= 1
      if !separators.isEmpty { try separate(start..<end) }
      return marks(at: end)
    }
    return try word(at: start)
  }

  /// Turns the separators of a word of letters into U+180E, and proves it: the same as ``RunNormalizer`` does, without its buffers.
  private mutating func separate(_ word: Range<Int>) throws(TextRefusal) {
    guard proof.looksAlike(text.bytes, word, separators: separators) else {
      throw TextRefusal(reason: .proofFailed, byteOffset: word.lowerBound)
    }
    for index in separators { editor.separate(at: index) }
  }

  /// A word that needs a closer look, and the marks behind it.
  private mutating func word(at start: Int) throws(TextRefusal) -> Int {
    let end = try runs.normalize(text, from: start, into: &editor, counting: &words)
    return marks(at: max(end, start &+ 1))
  }

  /// Where the word ends, if there is nothing to flag in it and nothing to change but ``separators``.
  @inline(__always) private mutating func cleanWord(at start: Int) -> Int? {
    if runs.siteRules != nil { return nil }
    let bytes = text.bytes
    let count = bytes.count
    var index = start
    var isFirst = true
    var isSuffix = false
    while true {
      var letters = LetterSequence()
      while true {
        let letter = text.letter(at: index)
        guard letter < 35 else { break }
        letters.append(letter)
        index &+= 3
      }
      if letters.count == 0 || letters.breaksHarmony || letters.gluedSuffix > 0 { return nil }
      if isFirst, start > 1, bytes[start &- 1] == 0x20, suffixes.marks(letters) != nil { return nil }
      isFirst = false
      if isSuffix {
        guard let marks = suffixes.marks(letters), marks & (SuffixKeys.lookAlike | SuffixKeys.withFinalVowel) == 0
        else {
          return nil
        }
        isSuffix = false
      }
      guard index &+ 2 < count else { return index }
      let (next, middle, last) = (bytes[index], bytes[index &+ 1], bytes[index &+ 2])
      if next == 0xE2 && middle == 0x80 && last == 0xAF {
        separators.append(index)
        isSuffix = true
        index &+= 3
        continue
      }
      if next == 0xE1 {
        guard middle >= 0xA0, middle <= 0xA2 else { return index }
        if middle == 0xA0, last == 0x8E {
          index &+= 3
          continue
        }
        return middle == 0xA0 && (last < 0x8A || (last >= 0x90 && last < 0xA0)) ? index : nil
      }
      if next == 0xE2 && middle == 0x80 && last >= 0x8B && last <= 0x8D { return nil }
      if (next == 0xC2 && middle == 0xA0) || (next == 0xEF && middle == 0xBB && last == 0xBF) { return nil }
      return index
    }
  }

  /// Combining marks straight after a word, in canonical order. Up to 64: longer sequences are no text.
  private mutating func marks(at start: Int) -> Int {
    let lead = text.byte(start)
    if lead < 0xCC || (lead >= 0xE4 && lead <= 0xE9) { return start }
    var units: [UInt16] = []
    var found: [Unicode.Scalar] = []
    var index = start
    while found.count <= 64 {
      let (value, length) = text.scalar(at: index)
      guard length > 0, let scalar = Unicode.Scalar(value), zarlal_combining_class(value) != 0 else { break }
      units.append(contentsOf: scalar.utf16)
      found.append(scalar)
      index &+= length
    }
    guard found.count > 1 || (found.first.map { $0.value != 0x18A9 } ?? false), found.count <= 64 else { return index }
    var buffer = [UInt16](repeating: 0, count: units.count * 4)
    let length = zarlal_nfc(units, Int32(units.count), &buffer, Int32(buffer.count))
    guard length > 0, let ordered = String(validating: buffer.prefix(Int(length)), as: UTF16.self) else { return index }
    let after = Array(ordered.unicodeScalars)
    if after != found { editor.change(.canonicalOrder, in: start..<index, to: after) }
    return index
  }

  // MARK: Everything else

  private mutating func other(_ lead: UInt8, at index: Int) throws(TextRefusal) -> Int {
    switch lead {
    case 0xC2 where text.byte(index &+ 1) == 0xA0:
      // Litter between stem and space: what it meant is a guess, and the space stays.
      guard suffixes.follows(text, at: index &+ 2), !isAfterLitter(index),
        ScalarSet.isStemEnd(text.stem(before: index))
      else {
        return index &+ 2
      }
      return try word(at: index)
    case 0xC0..<0xE0: return index &+ 2
    case 0xE2: return text.byte(index &+ 1) == 0x80 ? try control(at: index) : index &+ 3
    case 0xE3:
      let isSpace = text.byte(index &+ 1) == 0x80 && text.byte(index &+ 2) == 0x80
      return isSpace ? ideographicSpaces(at: index) : index &+ 3
    case 0xEE: throw refusal(at: index)
    case 0xEF:
      let middle = text.byte(index &+ 1)
      if middle < 0xA4 { throw refusal(at: index) }
      if middle == 0xBB { return text.byte(index &+ 2) == 0xBF ? try control(at: index) : index &+ 3 }
      if middle == 0xB8 || middle == 0xB9 { verticalForm(at: index) }
      return index &+ 3
    case 0xF0...:
      if ScalarSet.isPrivateUse(text.scalar(at: index).value) { throw refusal(at: index) }
      return index &+ 4
    default: return index &+ (lead >= 0xE0 ? 3 : 1)
    }
  }

  /// Whether U+200B, U+200C, U+200D or U+FEFF stands straight before.
  private func isAfterLitter(_ index: Int) -> Bool {
    guard index >= 3 else { return false }
    let (first, second, third) = (text.byte(index &- 3), text.byte(index &- 2), text.byte(index &- 1))
    return (first == 0xE2 && second == 0x80 && (0x8B...0x8D).contains(third))
      || (first == 0xEF && second == 0xBB && third == 0xBF)
  }

  private func refusal(at index: Int) -> TextRefusal {
    TextRefusal(
      reason: .privateUse, byteOffset: index, scalars: Unicode.Scalar(text.scalar(at: index).value).map { [$0] } ?? [])
  }

  /// U+200B to U+200D, U+202F or U+FEFF outside a word: the start of one, or litter beside a Mongolian mark.
  private mutating func control(at start: Int) throws(TextRefusal) -> Int {
    let (first, width) = text.scalar(at: start)
    guard ScalarSet.isWordPart(first) else { return start &+ width }
    var index = start
    while true {
      let (value, length) = text.scalar(at: index)
      if length == 0 { break }
      if value == ScalarSet.space, text.byte(index &- 1) == 0x8B, suffixes.follows(text, at: index &+ 1),
        ScalarSet.isStemEnd(text.stem(before: start))
      {
        return try word(at: start)
      }
      guard ScalarSet.isWordPart(value), value &- 0x1800 >= 0xB0 else { break }
      index &+= length
    }
    if start == 0 && first == ScalarSet.byteOrderMark { return width }
    let next = text.scalar(at: index).value
    if ScalarSet.isMongolian(next), ScalarSet.isWordPart(next) {
      return try word(at: start)
    }
    guard
      ScalarSet.isMongolian(text.scalar(before: start)) || ScalarSet.isMongolian(next) || isAmongMongolian(start, index)
    else { return index }
    dropTransparent(in: start..<index)
    return index
  }

  /// Only digits, marks and spaces stand between a place and Mongolian on one side, and nothing else on the other.
  private func isAmongMongolian(_ start: Int, _ end: Int) -> Bool {
    var left = 0
    var index = start
    for _ in 0..<Self.reach {
      let value = text.scalar(before: index)
      guard index > 0, ScalarSet.isNeutral(value) else { break }
      index = text.start(before: index)
      while index > 0, ScalarSet.isTransparent(text.scalar(before: index)) { index = text.start(before: index) }
    }
    if index > 0 { left = ScalarSet.isMongolian(text.scalar(before: index)) ? 1 : -1 }
    var right = 0
    index = end
    for _ in 0..<Self.reach {
      let (value, length) = text.scalar(at: index)
      guard length > 0, ScalarSet.isNeutral(value) else { break }
      index &+= length
      while ScalarSet.isTransparent(text.scalar(at: index).value) { index &+= 3 }
    }
    if index < text.count { right = ScalarSet.isMongolian(text.scalar(at: index).value) ? 1 : -1 }
    return left >= 0 && right >= 0 && left + right > 0
  }

  /// How many scalars away a Mongolian one is looked for.
  private static let reach = 32

  /// Takes U+200B and U+FEFF away beside a Mongolian mark or digit.
  private mutating func dropTransparent(in range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let from = index
      while index < range.upperBound, ScalarSet.isTransparent(text.scalar(at: index).value) { index &+= 3 }
      if index == from {
        index &+= 3
      } else {
        editor.change(.deadControl, in: from..<index, to: [])
      }
    }
  }

  private mutating func verticalForm(at index: Int) {
    let value = text.scalar(at: index).value
    guard let ordinary = VerticalForms.ordinary(value), let after = Unicode.Scalar(ordinary) else { return }
    editor.change(.verticalForm, in: index..<(index &+ 3), to: [after])
  }

  private mutating func questionMarks(at start: Int) -> Int {
    var index = start
    while text.byte(index) == 0x3F { index &+= 1 }
    var before = start
    while before > 0, start &- before < 4, text.bytes[before &- 1] == 0x20 { before &-= 1 }
    if ScalarSet.isMongolian(text.scalar(before: before)) || ScalarSet.isMongolian(text.scalar(at: index).value) {
      let marks = [Unicode.Scalar](repeating: "?", count: index &- start)
      editor.flag(.asciiQuestionMark, at: start, scalars: marks, suggestion: "半角问号：可能是转换时丢失的字母，也可能应为问号 U+FF1F。")
    }
    return index
  }

  private mutating func ideographicSpaces(at start: Int) -> Int {
    var index = start
    while text.scalar(at: index).value == 0x3000 { index &+= 3 }
    let before = text.scalar(before: start)
    guard start > 0, before != 0x0A, before != 0x0D else { return index }
    if ScalarSet.isMongolian(before) || ScalarSet.isMongolian(text.scalar(at: index).value) {
      let spaces = [Unicode.Scalar](repeating: "\u{3000}", count: (index &- start) / 3)
      editor.flag(.ideographicSpace, at: start, scalars: spaces, suggestion: "行内的全角空格：蒙古文中请用普通空格。")
    }
    return index
  }
}
