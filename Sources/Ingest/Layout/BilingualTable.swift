import Publication

/// Tables in which Chinese and Mongolian stand side by side: one file with two documents in it.
enum BilingualTable {
  /// Letters from which on a language counts in a table: a name or a stamp in the other script doesn't.
  private static let least = (han: 10, mongolian: 30)

  /// Whether a table of `blocks` has text in both languages.
  static func isIn(_ blocks: [LaidOutBlock]) -> Bool {
    blocks.contains { laid in
      guard case .table = laid.block else { return false }
      var letters = LetterCount()
      letters.count(laid.block)
      return letters.han >= least.han && letters.mongolian >= least.mongolian
    }
  }
}
