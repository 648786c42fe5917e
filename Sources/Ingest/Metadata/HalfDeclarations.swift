import Publication

/// What metadata declare for one half of a bilingual document: each text for the half whose letters it has, other values for both.
enum HalfDeclarations {
  /// The declarations that hold for the half of `language`.
  static func of(_ declarations: [Declaration], _ language: ContentLanguage) -> [Declaration] {
    declarations.compactMap { declaration in
      switch declaration.key {
      case .lang: return nil
      case .title, .shortTitle, .author, .digest, .keywords:
        let values = declaration.values.filter { value in
          var letters = LetterCount()
          letters.count(value)
          return letters.verdict == .none || letters.verdict == .clear(language)
        }
        guard !values.isEmpty || declaration.values.isEmpty else { return nil }
        var declaration = declaration
        declaration.values = values
        return declaration
      default: return declaration
      }
    }
  }
}
