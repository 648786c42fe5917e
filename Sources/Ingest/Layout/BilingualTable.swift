import Publication

/// A table in which Chinese and Mongolian stand side by side, taken apart by its columns.
///
/// Each column is one language, or has figures and signs only and belongs to both. What would read otherwise alone than it does side by side is
/// not taken apart: `Fault` says why (docs/decisions/0012-a-bilingual-table-is-one-item-with-two-halves.md).
struct BilingualTable {
  /// What each language gets, in order. Cells over the whole width stand between the pieces of the table.
  private(set) var halves: [ContentLanguage: [Block]] = [.chinese: [], .mongolian: []]

  /// The lines of cells over the whole width, by their language.
  private(set) var bands: [ContentLanguage: [String]] = [:]

  /// Why a table is not taken apart, for people.
  struct Fault: Error {
    var reason: String
  }

  /// Letters from which on a language counts in a table: a name or a stamp in the other script doesn't.
  private static let least = (han: 10, mongolian: 30)

  /// Whether a table of `blocks` has text in both languages.
  static func isIn(_ blocks: [LaidOutBlock]) -> Bool { blocks.contains { isBilingual($0.block) } }

  /// Whether `block` is a table with text in both languages.
  static func isBilingual(_ block: Block) -> Bool {
    guard case .table = block else { return false }
    var letters = LetterCount()
    letters.count(block)
    return letters.han >= least.han && letters.mongolian >= least.mongolian
  }

  private let grid: TableGrid
  private var owners: [ContentLanguage?]
  /// Rows that only name the languages of the columns: they tell a reader of one language nothing.
  private var labels: Set<Int> = []
  /// Serial numbers under a heading in one language: the column is for both, its heading for one.
  private var serials: Set<Int> = []

  /// Takes a table apart.
  init(_ rows: [[TableCell]]) throws(Fault) {
    guard let grid = TableGrid(rows), grid.columns > 1 else { throw Fault(reason: "表格分不出列") }
    self.grid = grid
    owners = Array(repeating: nil, count: grid.columns)
    try readLabels()
    try readOwners()
    try checkColumns()
    try checkRows()
    for language in ContentLanguage.allCases { halves[language] = blocks(of: language) }
  }

  /// Whether a cell covers the whole width: a heading or a note over both languages.
  private func isBand(_ placed: TableGrid.Placed) -> Bool { placed.cell.columnSpan == grid.columns }

  private func place(_ placed: TableGrid.Placed) -> String { "第 \(placed.row + 1) 行第 \(placed.column + 1) 列" }

  private mutating func readLabels() throws(Fault) {
    for row in 0..<grid.rows {
      let cells = grid.cells.filter { $0.row == row && !isBand($0) }
      let named = cells.filter { LanguageLabel.isLabel($0.cell) }
      guard !named.isEmpty else { continue }
      let others = cells.filter { !LanguageLabel.isLabel($0.cell) }
      let isRowOfLabels =
        named.count >= 2 && cells.allSatisfy { $0.cell.rowSpan == 1 }
        && others.allSatisfy { LanguageLabel.text(of: $0.cell).isEmpty || LanguageLabel.isSerial($0.cell) }
      guard isRowOfLabels else {
        // One that we don't know beside one that we do would become the first line of a half.
        if row == 0 { throw Fault(reason: "表头里只有一部分是语种名称") }
        continue
      }
      labels.insert(row)
    }
  }

  private mutating func readOwners() throws(Fault) {
    var speaking: [[(row: Int, language: ContentLanguage)]] = Array(repeating: [], count: grid.columns)
    var figures: [[TableCell]] = Array(repeating: [], count: grid.columns)
    for placed in grid.cells where !labels.contains(placed.row) {
      switch BilingualTable.language(of: placed.cell.blocks) {
      case .one(let language):
        if isBand(placed) {
          bands[language, default: []] += placed.cell.blocks.flatMap(PlainText.lines)
          continue
        }
        for column in placed.columns { speaking[column].append((placed.row, language)) }
      case .none:
        if isBand(placed) { continue }
        for column in placed.columns where !LanguageLabel.text(of: placed.cell).isEmpty {
          figures[column].append(placed.cell)
        }
      case .mixed: throw Fault(reason: "表格\(place(placed))里两种文字混写")
      }
    }
    let head = (0..<grid.rows).first { row in
      !labels.contains(row) && grid.cells.contains { $0.row == row && !isBand($0) }
    }
    for column in 0..<grid.columns {
      let languages = Set(speaking[column].map(\.language))
      guard languages.count <= 1 else { throw Fault(reason: "表格第 \(column + 1) 列里有两种文字") }
      owners[column] = languages.first
      // Figures under a heading in one language: readers of the other would lose them, or read a heading that isn't theirs.
      guard let language = languages.first, !figures[column].isEmpty, speaking[column].allSatisfy({ $0.row == head })
      else { continue }
      let heading = grid.cells.first { $0.row == head && $0.columns.contains(column) && !isBand($0) }
      if let heading, heading.cell.columnSpan == 1, LanguageLabel.isSerial(heading.cell),
        figures[column].allSatisfy(LanguageLabel.isNumber)
      {
        serials.insert(column)
        owners[column] = nil
      } else if !hasTwin(of: column, language: language, figures, speaking.map { $0.map(\.language) }) {
        throw Fault(reason: "表格第 \(column + 1) 列只有数字，表头只有\(language.term)")
      }
    }
  }

  /// Whether the other language has a column with the same figures.
  private func hasTwin(
    of column: Int, language: ContentLanguage, _ figures: [[TableCell]], _ speaking: [[ContentLanguage]]
  ) -> Bool {
    let texts = figures[column].map(LanguageLabel.text)
    return figures.indices.contains { other in
      other != column && speaking[other].contains { $0 != language }
        && figures[other].map(LanguageLabel.text).elementsEqual(texts) { $0.isSame(as: $1) }
    }
  }

  private func checkColumns() throws(Fault) {
    let chinese = owners.count { $0 == .chinese }
    let mongolian = owners.count { $0 == .mongolian }
    guard chinese > 0, mongolian > 0 else { throw Fault(reason: "表格里的两种文字不是按列分开的") }
    guard chinese == mongolian else {
      throw Fault(reason: "表格里汉文 \(chinese) 列、蒙古文 \(mongolian) 列，不是一一对应")
    }
    for placed in grid.cells where !isBand(placed) && !labels.contains(placed.row) {
      guard Set(placed.columns.map { owners[$0] }).count == 1 else {
        throw Fault(reason: "表格\(place(placed))的单元格跨在两种文字上")
      }
    }
    if let band = grid.cells.first(where: { isBand($0) && $0.cell.rowSpan > 1 }) {
      throw Fault(reason: "表格\(place(band))的单元格跨在两种文字上")
    }
  }

  /// A row says in both languages what it says, or in neither.
  private func checkRows() throws(Fault) {
    for row in 0..<grid.rows where !labels.contains(row) {
      let cells = grid.cells.filter { placed in
        !isBand(placed) && placed.row <= row && row < placed.row + max(1, placed.cell.rowSpan)
      }
      func says(_ language: ContentLanguage) -> Bool {
        cells.contains { owners[$0.column] == language && !LanguageLabel.isBlank($0.cell) }
      }
      guard says(.chinese) == says(.mongolian) else {
        throw Fault(reason: "表格第 \(row + 1) 行没有\(says(.chinese) ? "蒙古文" : "汉文")")
      }
    }
  }

  // MARK: Pieces

  private func blocks(of language: ContentLanguage) -> [Block] {
    let kept = owners.indices.filter { owners[$0] == nil || owners[$0] == language }
    var out: [Block] = []
    var piece: [[TableCell]] = []
    func close() {
      // One column is no table: what stands in it are the paragraphs of a text.
      if kept.count == 1 {
        out += piece.flatMap { $0.flatMap(\.blocks) }
      } else if !piece.isEmpty {
        out.append(.table(piece))
      }
      piece = []
    }
    for row in 0..<grid.rows where !labels.contains(row) {
      let cells = grid.cells.filter { $0.row == row }
      if let band = cells.first(where: isBand) {
        close()
        out += band.cell.blocks.filter { BilingualTable.isFor(language, [$0]) }
        continue
      }
      piece.append(
        cells.filter { kept.contains($0.column) }.map { placed in
          let isForeign = serials.contains(placed.column) && !BilingualTable.isFor(language, placed.cell.blocks)
          var cell = placed.cell
          if isForeign { cell.blocks = [] }
          return cell
        })
    }
    close()
    return out
  }

  // MARK: Languages

  /// What the letters of some blocks say.
  enum Speaking: Equatable {
    case one(ContentLanguage)
    case none
    case mixed
  }

  /// The language of `blocks`.
  static func language(of blocks: [Block]) -> Speaking {
    var letters = LetterCount()
    for block in blocks { letters.count(block) }
    switch letters.verdict {
    case .clear(let language): return .one(language)
    case .none: return .none
    case .mostly, .mixed: return .mixed
    }
  }

  /// Whether `blocks` belong to the half of `language`: in it, or in none.
  static func isFor(_ language: ContentLanguage, _ blocks: [Block]) -> Bool {
    let speaking = self.language(of: blocks)
    return speaking == .none || speaking == .one(language)
  }
}

extension ContentLanguage {
  /// What people call it.
  var term: String { self == .chinese ? "汉文" : "蒙古文" }
}
