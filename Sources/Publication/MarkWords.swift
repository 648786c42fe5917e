/// Words of a rule, as folded code points, in the order in which they are tried. At most places of a line none of them begins: one
/// look at the code point there tells so, before any word is compared.
package struct MarkWords: Sendable, RandomAccessCollection {
  private let words: [[UInt32]]
  @usableFromInline let beginnings: ScalarSieve

  /// These words, none of them empty.
  package init(_ words: [[UInt32]]) {
    self.words = words.filter { !$0.isEmpty }
    beginnings = ScalarSieve(self.words.compactMap(\.first))
  }

  /// Whether a word may begin with `scalar`; false is certain.
  @inlinable
  package func mayBegin(with scalar: UInt32) -> Bool { beginnings.mayHold(scalar) }

  package var startIndex: Int { words.startIndex }
  package var endIndex: Int { words.endIndex }
  package subscript(index: Int) -> [UInt32] { words[index] }

  /// The words of both, those of `left` first.
  package static func + (left: MarkWords, right: MarkWords) -> MarkWords { MarkWords(left.words + right.words) }
}
