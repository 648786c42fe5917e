/// One walk over a text that turns Hudum words and Mongolian marks into Menksoft's code.
struct MenksoftWriter {
  private let text: TextBytes
  private var editor = TextEditor()
  private var spelling = MenksoftSpelling()

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    text = TextBytes(bytes: bytes)
  }

  mutating func run() throws(TextRefusal) -> TextEditor {
    var index = 0
    while index < text.count {
      let (value, length) = text.scalar(at: index)
      if ScalarSet.isPrivateUse(value) { throw refusal(.privateUse, index, [value]) }
      if ScalarSet.isMongolian(value) && !ScalarSet.isWordPart(value) {
        guard let code = Self.marks[value] else { throw refusal(.menksoftUnmatched, index, [value]) }
        write([code], in: index..<(index &+ length))
        index &+= length
      } else if value == ScalarSet.joiner {
        index = try joiners(at: index)
      } else if ScalarSet.isWordPart(value), value != ScalarSet.byteOrderMark, value &- 0x200B > 2 {
        index = try word(at: index)
      } else {
        index &+= max(length, 1)
      }
    }
    return editor
  }

  /// Joiners belong to the word behind them, whose first letter they join; others stay as they are.
  private mutating func joiners(at start: Int) throws(TextRefusal) -> Int {
    var index = start
    while text.scalar(at: index).value == ScalarSet.joiner { index &+= 3 }
    let next = text.scalar(at: index).value
    return ScalarSet.isWordPart(next) && ScalarSet.isMongolian(next) ? try word(at: start) : index
  }

  private mutating func word(at start: Int) throws(TextRefusal) -> Int {
    var word: [UInt32] = []
    var index = start
    while true {
      let (value, length) = text.scalar(at: index)
      guard length > 0, ScalarSet.isWordPart(value) else { break }
      word.append(value)
      index &+= length
    }
    guard word.contains(where: ScalarSet.isLetter) else {
      guard word.allSatisfy({ $0 == ScalarSet.narrowSpace }) else { throw refusal(.lookAlikeSpace, start, word) }
      return index
    }
    guard let codes = spelling.codes(of: word), Self.returns(codes, to: word) else {
      throw refusal(.menksoftUnmatched, start, word)
    }
    write(codes, in: start..<index)
    return index
  }

  /// The codes alone, read again, are the word.
  private static func returns(_ codes: [UInt32], to word: [UInt32]) -> Bool {
    var bytes: [UInt8] = []
    for code in codes { bytes.append(contentsOf: Unicode.Scalar(code).map { Array($0.utf8) } ?? []) }
    let back = bytes.withUnsafeBufferPointer { bytes in
      TextRefusal.result { () throws(TextRefusal) in
        var reader = MenksoftReader(bytes)
        return try reader.run()
      }
    }
    guard case .success(let editor) = back else { return false }
    let output = bytes.withUnsafeBufferPointer { editor.output($0) } ?? bytes
    return String(decoding: output, as: UTF8.self).unicodeScalars.elementsEqual(word) { $0.value == $1 }
  }

  /// Marks and digits of the block that have one code.
  private static let marks: [UInt32: UInt32] = {
    var marks: [UInt32: UInt32] = [:]
    for offset in 0..<UInt32(MenksoftTable.count) {
      guard let code = MenksoftCode(MenksoftTable.first + offset), code.kind == .mark || code.kind == .digit else {
        continue
      }
      if ScalarSet.isMongolian(code.scalar), marks[code.scalar] == nil { marks[code.scalar] = code.value }
    }
    return marks
  }()

  private func refusal(_ reason: TextRefusal.Reason, _ index: Int, _ values: [UInt32]) -> TextRefusal {
    TextRefusal(reason: reason, byteOffset: index, scalars: values.compactMap { Unicode.Scalar($0) })
  }

  private mutating func write(_ codes: [UInt32], in range: Range<Int>) {
    editor.change(.menksoft, in: range, to: codes.compactMap { Unicode.Scalar($0) })
  }
}
