internal import Publication

/// The levels of a list, or of the headings of a document.
/// Source: ODF 1.3 Part 3, 16.30 to 16.32 (text:list-style), 19.880, 20.* (style:num-*).
struct ODTListStyle {
  struct Level {
    /// "1", "a", "一, 二, 三, ..."; `nil`: a bullet or a picture.
    var format: String?
    var prefix = ""
    var suffix = ""
    /// "%1%.%2%", where LibreOffice says it in full.
    var pattern: String?
    var bullet = ""
    var start = 1
    var shownLevels = 1
  }

  /// By level, from 1.
  private(set) var levels: [Int: Level] = [:]

  init(_ tree: XMLTree, _ node: Int) {
    for child in tree.children(node) where tree.nodes[child].space == .odfText {
      guard let index = tree.number(child, .odfText, .level), (1...10).contains(index) else { continue }
      var level = Level()
      switch tree.nodes[child].local {
      case .listLevelBullet: level.bullet = tree.attribute(child, .odfText, .bulletChar) ?? "•"
      case .listLevelImage: level.bullet = "•"
      case .listLevelNumber, .outlineLevelStyle: level.format = tree.attribute(child, .odfStyle, .numFormat) ?? ""
      default: continue
      }
      level.prefix = tree.attribute(child, .odfStyle, .numPrefix) ?? ""
      level.suffix = tree.attribute(child, .odfStyle, .numSuffix) ?? ""
      level.pattern = tree.attribute(child, .libreOffice, .numListFormat)
      level.start = tree.number(child, .odfText, .startValue) ?? 1
      level.shownLevels = min(max(tree.number(child, .odfText, .displayLevels) ?? 1, 1), index)
      levels[index] = level
    }
  }
}

/// Counts through the lists of a document and says what stands before each item.
struct ODTListCounter {
  private var counts: [[Int?]] = []
  private var byID: [String: Int] = [:]
  private var byStyle: [String: Int] = [:]

  /// Opens a list and answers its number: one that it goes on with, or a new one.
  mutating func open(id: String?, style: String, continues: String?, goesOn: Bool) -> Int {
    var list = continues.flatMap { byID[$0] }
    if list == nil, goesOn { list = byStyle[style] }
    let number = list ?? counts.count
    if number == counts.count { counts.append(Array(repeating: nil, count: 10)) }
    if let id { byID[id] = number }
    byStyle[style] = number
    return number
  }

  /// Counts one more item on `level` (1 to 10) of an open list. `nil`: the style says nothing of this level.
  mutating func next(_ list: Int, _ style: ODTListStyle?, level: Int, start: Int?) -> ListMarker? {
    guard counts.indices.contains(list), (1...10).contains(level), let definition = style?.levels[level] else {
      return nil
    }
    counts[list][level - 1] = start ?? counts[list][level - 1].map { $0 &+ 1 } ?? definition.start
    for deeper in level..<10 { counts[list][deeper] = nil }
    guard let format = definition.format else {
      let isPrivate = definition.bullet.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) }
      // A bullet means nothing but "item": one that only its font can show becomes the common one.
      return ListMarker(text: isPrivate ? "•" : definition.bullet, isOrdered: false)
    }
    let text = marker(definition, format, style, level, counts[list])
    return ListMarker(text: text.trimmedWhitespace, isOrdered: true)
  }

  private func marker(
    _ level: ODTListStyle.Level, _ format: String, _ style: ODTListStyle?, _ index: Int, _ count: [Int?]
  ) -> String {
    func number(_ at: Int) -> String {
      let shown = style?.levels[at]
      return ODTNumberFormat.text(count[at - 1] ?? shown?.start ?? 1, shown?.format ?? format)
    }
    if let pattern = level.pattern { return filled(pattern, number) }
    guard !format.isEmpty else { return "" }
    return level.prefix + ((index - level.shownLevels + 1)...index).map(number).joined(separator: ".") + level.suffix
  }

  /// The pattern with `%1%` to `%10%` replaced.
  private func filled(_ pattern: String, _ number: (Int) -> String) -> String {
    var out = ""
    for (index, piece) in pattern.split(separator: "%", omittingEmptySubsequences: false).enumerated() {
      if index & 1 == 1, let level = Int(piece), (1...10).contains(level) {
        out += number(level)
      } else {
        out += piece
      }
    }
    return out
  }
}

/// How a number is shown: `style:num-format`.
enum ODTNumberFormat {
  static func text(_ number: Int, _ format: String) -> String {
    switch format.unicodeScalars.first {
    case nil: ""
    case "a": NumberFormat.text(number, "lowerLetter")
    case "A": NumberFormat.text(number, "upperLetter")
    case "i": NumberFormat.text(number, "lowerRoman")
    case "I": NumberFormat.text(number, "upperRoman")
    case "0": NumberFormat.text(number, "decimalZero")
    case "一": NumberFormat.text(number, "chineseCountingThousand")
    case "壹": NumberFormat.text(number, "chineseLegalSimplified")
    case "甲": NumberFormat.text(number, "ideographTraditional")
    case "子": NumberFormat.text(number, "ideographZodiac")
    case "①": NumberFormat.text(number, "decimalEnclosedCircle")
    case "１": NumberFormat.text(number, "decimalFullWidth")
    default: String(number)
    }
  }
}

extension ODTListCounter {
  /// Counts one more heading; `nil`: headings have no numbers.
  mutating func heading(_ style: ODTListStyle?, level: Int) -> ListMarker? {
    guard let style, style.levels[level]?.format?.isEmpty == false else { return nil }
    let list = open(id: nil, style: "", continues: nil, goesOn: true)
    return next(list, style, level: level, start: nil)
  }
}
