/// How the Chinese and the Mongolian half of one content go out.
public enum LanguagePolicy: String, Sendable, CaseIterable {
  /// Neither before both are ready.
  case together
  /// The Chinese half as soon as it is ready, the Mongolian when it is; reports tell what is still missing.
  case chineseFirst = "zh-first"
  /// Each by itself: nobody waits for a Mongolian half.
  case independent

  /// The policy of a document of these classes (栏目, 主题分类): the strictest that one of them has, else that of `*`, else `chineseFirst`.
  public static func policy(of classes: [String], in policies: [String: LanguagePolicy]) -> LanguagePolicy {
    guard !policies.isEmpty else { return .chineseFirst }
    let found = classes.compactMap { policies[$0.trimmedWhitespace] }
    return allCases.first(where: found.contains) ?? policies["*"] ?? .chineseFirst
  }
}
