/// The argument parser speaks English; people at the desk are told in Chinese what was wrong with a command line.
public enum UsageWords {
  /// What the parser said, in Chinese; what it says in other forms, and what is Chinese already, as it is.
  public static func chinese(_ message: String) -> String {
    let quoted = quotes(in: message)
    func starts(_ words: String) -> Bool { message.utf8.starts(with: words.utf8) }
    let told: String
    if starts("The value "), let value = quoted.first {
      let hint = isDay(quoted) ? "；日期写成 2025-07-11 这样，日历上要有这一天" : allowed(quoted.dropFirst(2))
      told = "“\(value)”不能用作 \(quoted.dropFirst().first ?? "参数")" + hint
    } else if starts("Unknown option "), let option = quoted.first {
      told = "没有选项 \(option)" + (quoted.dropFirst().first.map { "，是不是想写 \($0)" } ?? "")
    } else if starts("Missing value for "), let option = quoted.first {
      told = "选项 \(option) 后面缺少值"
    } else if starts("Missing expected argument "), let argument = quoted.first {
      told = "缺少 \(argument)"
    } else if starts("Unexpected argument ") || message.utf8.contains(words: " unexpected arguments: ") {
      told = "多余的参数：" + quoted.joined(separator: "、")
    } else {
      told = message
    }
    return told.hasSuffix("。") || told.hasSuffix(".") ? String(told.dropLast()) : told
  }

  private static func isDay(_ quoted: [String]) -> Bool {
    quoted.dropFirst().first.map { $0.hasSuffix("<日期>") } ?? false
  }

  private static func allowed(_ values: ArraySlice<String>) -> String {
    values.isEmpty ? "；可用的值：见 --help" : "；可用的值：" + values.joined(separator: "、")
  }

  /// What stands between two apostrophes.
  private static func quotes(in message: String) -> [String] {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    return parts.enumerated().filter { $0.offset % 2 == 1 && $0.offset + 1 < parts.count }.map { String($0.element) }
  }
}

extension String.UTF8View {
  fileprivate func contains(words: String) -> Bool { Array(self).contains(sequence: Array(words.utf8)) }
}
