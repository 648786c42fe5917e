import MongolianText

/// The one place where this stage asks `MongolianText`.
struct MongolianSeam: Sendable {
  let normalizer: MongolianNormalizer
  let fontNames: [String]

  /// Menksoft converted, Mongolian normalised, everything else as it was.
  func canonical(_ text: String) throws(TextRefusal) -> NormalizedText {
    try normalizer.canonical(text, fontNames: fontNames)
  }

  /// `text` with the suffix separator that old fonts draw rightly; the same number of bytes.
  static func printed(_ text: String) -> String {
    SuffixSeparators.printing(text, nnbsp: true)
  }
}
