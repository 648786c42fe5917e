internal import Publication

/// What the head of a page declares: `<meta name="…" content="…">` under the contract's names, and the page's title.
struct HTMLHead {
  /// Declarations of the contract's keys.
  private(set) var declarations: [Declaration] = []
  /// Everything else that has text.
  private(set) var unpublished: [UnpublishedText] = []
  /// Two values for one key.
  private(set) var diagnostics: [Diagnostic] = []

  init(pageTitle: String, properties: [(name: String, value: String)]) {
    for (name, value) in properties {
      let text = value.trimmedWhitespace
      guard !text.isEmpty else { continue }
      if let key = MetadataKey(name: name) {
        declare(key, text, name)
      } else {
        unpublished.append(UnpublishedText(.property, text))
      }
    }
    guard !pageTitle.isEmpty else { return }
    if declarations.contains(where: { $0.key == .title }) {
      unpublished.append(UnpublishedText(.property, pageTitle))
    } else {
      declarations.append(Declaration(key: .title, values: [pageTitle], source: .properties, place: "网页标题"))
    }
  }

  private mutating func declare(_ key: MetadataKey, _ text: String, _ name: String) {
    guard let index = declarations.firstIndex(where: { $0.key == key }) else {
      declarations.append(Declaration(key: key, values: [text], source: .properties, place: "meta:\(name)"))
      return
    }
    if declarations[index].values.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { return }
    if key == .keywords || key == .author || key == .outlets {
      declarations[index].values.append(text)
    } else if diagnostics.isEmpty {
      diagnostics.append(Diagnostic(.duplicateKey, .hold, place: "meta:\(name)", details: ["key": name]))
    }
  }
}
