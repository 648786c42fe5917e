import Publication

/// A document with bilingual tables, taken apart: what each language gets, in order.
struct BilingualHalves {
  /// The blocks of each language, laid out as nothing yet.
  private(set) var blocks: [ContentLanguage: [LaidOutBlock]] = [.chinese: [], .mongolian: []]
  /// The lines that don't stand in a column, by their language.
  private var outside: [ContentLanguage: [String]] = [:]

  /// Takes `blocks` apart. What stands outside the columns goes by its own letters: to its language, or to both where it has none.
  init(_ blocks: [LaidOutBlock]) throws(BilingualTable.Fault) {
    for laid in blocks {
      if BilingualTable.isBilingual(laid.block), case .table(let rows) = laid.block {
        let table = try BilingualTable(rows)
        for language in ContentLanguage.allCases {
          self.blocks[language]? += (table.halves[language] ?? []).map { LaidOutBlock(laid.role, $0) }
          outside[language, default: []] += table.bands[language] ?? []
        }
        continue
      }
      switch BilingualTable.language(of: [laid.block]) {
      case .mixed: throw BilingualTable.Fault(reason: "表格外的一段里两种文字混写")
      case .none: for language in ContentLanguage.allCases { self.blocks[language]?.append(laid) }
      case .one(let language):
        self.blocks[language]?.append(laid)
        outside[language, default: []] += PlainText.lines(of: laid.block)
      }
    }
  }

  /// As many lines of text outside the columns in one language as in the other: else a reader of one would miss what the other is told. Head,
  /// number, title, signature, date and note may be in one language.
  func check(_ laidOut: [ContentLanguage: [LaidOutBlock]]) throws(BilingualTable.Fault) {
    func count(_ language: ContentLanguage) -> Int {
      let body = (laidOut[language] ?? []).filter { $0.role == .body || $0.role == .addressee }
      let lines = Set(body.flatMap { PlainText.lines(of: $0.block) }.map { Array($0.trimmedWhitespace.utf8) })
      let title = (laidOut[language] ?? []).filter { $0.role == .title }.flatMap { PlainText.lines(of: $0.block) }
      let told = (outside[language] ?? []).filter { line in !title.contains { $0.isSame(as: line) } }
      return told.count { lines.contains(Array($0.trimmedWhitespace.utf8)) }
    }
    // A title over the table and one in the column: the first words of a text would be taken for its title.
    func titled(_ language: ContentLanguage) -> Bool? {
      guard let title = laidOut[language]?.first(where: { $0.role == .title }) else { return nil }
      let lines = PlainText.lines(of: title.block)
      return (outside[language] ?? []).contains { line in lines.contains { $0.isSame(as: line) } }
    }
    if let chinese = titled(.chinese), let mongolian = titled(.mongolian), chinese != mongolian {
      throw BilingualTable.Fault(reason: "标题只有\(chinese ? "汉文" : "蒙古文")的在表格上方")
    }
    let (chinese, mongolian) = (count(.chinese), count(.mongolian))
    guard chinese == mongolian else {
      throw BilingualTable.Fault(reason: "表格外汉文 \(chinese) 段、蒙古文 \(mongolian) 段，不是一一对应")
    }
  }
}
