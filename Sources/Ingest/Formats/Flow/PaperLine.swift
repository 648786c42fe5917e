internal import Publication

/// Lines of an official paper that are paragraphs of their own although no blank line stands around them in Markdown: the
/// closing mark in brackets, a 公开属性 line, the date below the text, the organ above the date.
///
/// Joined to the text before, a mark would no longer be seen.
/// Source: GB/T 9704-2012 (署名, 成文日期 and 附注 each on a line).
enum PaperLine {
  /// Whether a paragraph ends between line n and line n + 1.
  static func breaks(between lines: [String]) -> [Bool] {
    guard lines.count > 1 else { return [] }
    let isMark = lines.map(isMark)
    let isDate = lines.map(isDate)
    return (0..<lines.count - 1).map { index in
      let next = index + 1
      if isMark[index] || isMark[next] || isDate[index] || isDate[next] { return true }
      return next + 1 < lines.count && isDate[next + 1] && isShortName(lines[next])
    }
  }

  private static func isMark(_ line: String) -> Bool {
    let text = line.trimmedWhitespace
    for start in ["公开属性", "信息公开", "公开方式", "公开类别", "☑", "☐", "□", "■"] where text.utf8.starts(with: start.utf8) {
      return true
    }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    return (first == "（" || first == "(") && (last == "）" || last == ")")
  }

  private static func isDate(_ line: String) -> Bool {
    let scalars = line.trimmedWhitespace.unicodeScalars
    guard scalars.last == "日", let first = scalars.first, scalars.prefix(20).count < 20 else { return false }
    return (0x30...0x39).contains(first.value) || first == "二" || first == "一"
  }

  private static func isShortName(_ line: String) -> Bool {
    let scalars = line.trimmedWhitespace.unicodeScalars
    guard let last = scalars.last, scalars.prefix(30).count < 30 else { return false }
    return !["。", "；", "，", "、", "：", "！", "？"].contains(last)
  }
}
