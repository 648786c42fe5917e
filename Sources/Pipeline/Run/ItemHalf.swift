import Publication

/// One language of an item in two: kept in its story, because an item has one language in the ledger, or none.
enum ItemHalf {
  /// The member of `zarlal.story/1`.
  static let member = "halves"

  /// The halves for the story.
  static func json(_ halves: [(language: ContentLanguage, title: String)]) -> JSONValue {
    .array(halves.map { .object(["lang": .string($0.language.rawValue), "title": .string($0.title)]) })
  }
}

extension ItemRecord {
  /// The languages and titles of an item in two languages; empty for any other.
  var halves: [(language: ContentLanguage, title: String)] {
    guard case .array(let halves)? = story[ItemHalf.member] else { return [] }
    return halves.compactMap { half in
      guard let language = half["lang"]?.text.flatMap(ContentLanguage.init(rawValue:)) else { return nil }
      return (language, half["title"]?.text ?? "")
    }
  }

  /// Its title in a language.
  func title(in language: ContentLanguage) -> String? {
    halves.first { $0.language == language }?.title ?? title
  }
}
