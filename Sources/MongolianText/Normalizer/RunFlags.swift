/// What the rules notice in one word without changing it.
struct RunFlags {
  /// One flag: at which scalar of the word (below 0: bytes before it), how many scalars it is about.
  struct Note {
    var rule: FlagRule
    var index: Int
    var scalars: [Unicode.Scalar]
    var suggestion: String
  }

  private var notes: [Note] = []

  /// In the order of their places.
  func sorted() -> [Note] {
    notes.count < 2 ? notes : notes.sorted { $0.index < $1.index }
  }

  /// Goes through the joined stretches of a word.
  mutating func find(
    in word: [UInt32], actions: [RunNormalizer.Action], text: TextBytes, start: Int, suffixes: SuffixKeys
  ) {
    var sequence = LetterSequence()
    var first: Int?
    var firstStretch = true
    for index in word.indices {
      let value = word[index]
      if ScalarSet.isLetter(value) {
        if first == nil { first = index }
        sequence.append(value &- 0x1820)
      } else if ScalarSet.isSelector(value) {
        noteChangedSelector(word, at: index)
      } else if !ScalarSet.isTransparent(value), value != ScalarSet.nirugu, value != ScalarSet.joiner {
        if let first { noteStretch(word, first..<index, sequence) }
        if firstStretch, first == word.startIndex {
          noteSpace(before: sequence, followedBy: word[index...], text: text, start: start, suffixes: suffixes)
        }
        noteSeparator(word, at: index, actions: actions)
        if index == 0 { noteDouble(word, text: text, start: start) }
        sequence = LetterSequence()
        first = nil
        firstStretch = false
      }
    }
    if let first { noteStretch(word, first..<word.count, sequence) }
    if firstStretch, first == word.startIndex {
      noteSpace(before: sequence, followedBy: [], text: text, start: start, suffixes: suffixes)
    }
  }

  /// Letters that the model for Hudum does not know.
  mutating func noteOtherLetters(in word: [UInt32]) {
    guard let first = word.firstIndex(where: ScalarSet.isOtherLetter) else { return }
    let letters = word[first...].prefix { ScalarSet.isOtherLetter($0) }
    add(.otherLetters, at: first, Array(letters), "托忒文、锡伯文或满文字母：请核对是否应为胡都木文字母；此词未作处理。")
  }

  private mutating func noteStretch(_ word: [UInt32], _ range: Range<Int>, _ sequence: LetterSequence) {
    if sequence.breaksHarmony {
      add(.vowelHarmony, at: range.lowerBound, Array(word[range]), "一词之中阴阳性元音并存：请核对字母，外来词和复合词可以保留。")
    }
    let glued = sequence.gluedSuffix
    guard glued > 0 else { return }
    var left = glued
    var index = range.upperBound
    while left > 0, index > range.lowerBound {
      index &-= 1
      if ScalarSet.isLetter(word[index]) { left &-= 1 }
    }
    add(.gluedSuffix, at: index, Array(word[index..<range.upperBound]), "附加成分疑与词干连写：前面可能缺 U+180E。")
  }

  private mutating func noteChangedSelector(_ word: [UInt32], at index: Int) {
    guard let former = ChangedSelectors.formerUnits(word, at: index) else { return }
    add(
      .changedSelector, at: index &- 1, [word[index &- 1], word[index]],
      "此选择符在 2010 年代的规则中指 \(former) 形，现行规则中含义不同：请核对想要的字形。")
  }

  private mutating func noteSpace(
    before sequence: LetterSequence, followedBy rest: ArraySlice<UInt32>, text: TextBytes, start: Int,
    suffixes: SuffixKeys
  ) {
    guard text.byte(start &- 1) == 0x20, let marks = suffixes.marks(sequence),
      marks & (SuffixKeys.afterSeparator | SuffixKeys.lookAlike) != 0,
      ScalarSet.isStemEnd(text.scalar(before: start &- 1))
    else { return }
    if marks & SuffixKeys.withFinalVowel != 0 {
      guard rest.first == ScalarSet.vowelSeparator, rest.dropFirst().first == 0x1820 else { return }
    }
    add(
      .spaceBeforeSuffix, at: -1, [ScalarSet.space],
      marks & SuffixKeys.lookAlike != 0
        ? "空格后的 ᠵ 疑为附加成分的 ᠶ：核对后改为 U+180E U+1836 开头。" : "附加成分前是普通空格：核对后改为 U+180E。")
  }

  private mutating func noteDouble(_ word: [UInt32], text: TextBytes, start: Int) {
    guard text.byte(start &- 1) == 0x20, word.count > 1, ScalarSet.isLetter(word[1]),
      word[0] == ScalarSet.narrowSpace || word[0] == ScalarSet.vowelSeparator
    else { return }
    add(.doubleSeparator, at: -1, [ScalarSet.space, word[0]], "空格与附加成分连接符重复：请只留连接符。")
  }

  private mutating func noteSeparator(_ word: [UInt32], at index: Int, actions: [RunNormalizer.Action]) {
    let value = word[index]
    if value == ScalarSet.noBreakSpace || value == ScalarSet.space {
      if actions[index] == .keep {
        add(.noBreakSpaceBeforeSuffix, at: index, [value], "附加成分前是空格，改为 U+180E 会改变字形：请核对后修改。")
      }
    } else if value == ScalarSet.vowelSeparator, index &+ 2 < word.count, word[index &+ 1] == ScalarSet.nirugu,
      word[index &+ 2] == 0x1820 || word[index &+ 2] == 0x1821
    {
      add(
        .mvsNirugu, at: index, Array(word[index...(index &+ 2)]), "U+180E 与元音之间有 U+180A：若要词末分写的元音，请去掉 U+180A。")
    }
  }

  private mutating func add(_ rule: FlagRule, at index: Int, _ scalars: [UInt32], _ suggestion: String) {
    notes.append(
      Note(rule: rule, index: index, scalars: scalars.compactMap { Unicode.Scalar($0) }, suggestion: suggestion))
  }
}

extension TextEditor {
  /// Writes a flag of a word, at the byte where its scalar starts.
  mutating func note(_ note: RunFlags.Note, at byte: Int) {
    flag(note.rule, at: byte, scalars: note.scalars, suggestion: note.suggestion)
  }
}
