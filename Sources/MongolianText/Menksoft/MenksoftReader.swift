/// One walk over a text that turns stretches of Menksoft's code into Unicode.
struct MenksoftReader {
  private let text: TextBytes
  private var editor = TextEditor()
  private var word = MenksoftWord()

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    text = TextBytes(bytes: bytes)
  }

  mutating func run() throws(TextRefusal) -> TextEditor {
    var index = 0
    while index < text.count {
      let lead = text.bytes[index]
      if lead < 0xEE {
        index &+= 1
        continue
      }
      let (value, length) = text.scalar(at: index)
      if let code = MenksoftCode(value) {
        index = try stretch(code, at: index)
      } else if ScalarSet.isPrivateUse(value) {
        throw refusal(.privateUse, at: index, [value])
      } else {
        index &+= length
      }
    }
    return editor
  }

  private func refusal(_ reason: TextRefusal.Reason, at index: Int, _ values: [UInt32]) -> TextRefusal {
    TextRefusal(reason: reason, byteOffset: index, scalars: values.compactMap { Unicode.Scalar($0) })
  }

  /// A word, or one mark.
  private mutating func stretch(_ first: MenksoftCode, at start: Int) throws(TextRefusal) -> Int {
    if first.isLetter || opensWord(first, at: start) { return try letters(at: start) }
    let end = start &+ 3
    var scalar = first.scalar
    if first.value == MenksoftCode.suffixSpace || first.value == MenksoftCode.unknownSpace {
      scalar = ScalarSet.space
      if first.value == MenksoftCode.unknownSpace {
        editor.flag(
          .unknownSpace, at: start, scalars: Unicode.Scalar(first.value).map { [$0] } ?? [],
          suggestion: "蒙科立编码 E262 含义不明，按空格处理：请核对。")
      }
    }
    write(scalar == 0 ? [ScalarSet.space] : [scalar], in: start..<end)
    return end
  }

  /// A suffix space or a nirugu with a letter behind it.
  private func opensWord(_ code: MenksoftCode, at start: Int) -> Bool {
    guard code.value == MenksoftCode.suffixSpace || code.value == MenksoftCode.nirugu else { return false }
    return MenksoftCode(text.scalar(at: start &+ 3).value)?.isLetter ?? false
  }

  private mutating func letters(at start: Int) throws(TextRefusal) -> Int {
    var stretches: [[MenksoftWord.Part]] = [[]]
    var codes: [UInt32] = []
    var index = start
    var previous: MenksoftCode?
    while let code = MenksoftCode(text.scalar(at: index).value) {
      if code.isLetter {
        if let previous, previous.isLetter, !previous.joinsAfter {
          if code.value == MenksoftCode.finalA || code.value == MenksoftCode.finalE {
            stretches[stretches.count - 1].append(.separator)
          } else if !code.joinsBefore {
            stretches.append([])
          }
        }
        stretches[stretches.count - 1].append(.letter(code))
      } else if opensWord(code, at: index) {
        stretches[stretches.count - 1].append(code.value == MenksoftCode.nirugu ? .nirugu : .separator)
      } else if code.value == MenksoftCode.nirugu {
        stretches[stretches.count - 1].append(.nirugu)
      } else {
        break
      }
      codes.append(code.value)
      previous = code
      index &+= 3
    }
    guard !touchesUnicode(start, index) else { throw refusal(.menksoftUnmatched, at: start, codes) }
    var result: [UInt32] = []
    for (number, parts) in stretches.enumerated() {
      guard let spelling = word.spelling(of: parts) else { throw refusal(.menksoftUnmatched, at: start, codes) }
      if number > 0 { result.append(ScalarSet.nonJoiner) }
      result += spelling
    }
    write(result, in: start..<index)
    return index
  }

  /// A Unicode letter or control that would join the word stands beside it: one word in two codes.
  private func touchesUnicode(_ start: Int, _ end: Int) -> Bool {
    [text.scalar(before: start), text.scalar(at: end).value].contains { value in
      ScalarSet.isWordPart(value) && value != ScalarSet.narrowSpace && value != ScalarSet.nonJoiner
        && !ScalarSet.isTransparent(value)
    }
  }

  private mutating func write(_ scalars: [UInt32], in range: Range<Int>) {
    editor.change(.menksoft, in: range, to: scalars.compactMap { Unicode.Scalar($0) })
  }
}
