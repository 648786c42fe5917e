/// What traditional Mongolian in a text is encoded in.
public enum EncodingKind: String, Sendable, CaseIterable {
  /// Unicode letters, suffixes after U+180E or no sign of an older habit.
  case unicode2023 = "unicode-2023"
  /// Unicode letters with the separators and selectors of the years before the 2023 rules.
  case unicode2010 = "unicode-2010"
  /// Menksoft's private glyph code, U+E234 to U+E34F.
  case menksoft
  /// Todo, Sibe or Manchu letters, or a glyph code that borrows them.
  case otherMongolian = "other-mongolian"
  /// Private codes that are not Menksoft's.
  case unknownPrivateUse = "unknown-private-use"
  /// More than one of the above.
  case mixed
  /// No traditional Mongolian.
  case none
}

/// The answer of ``Identifier``: a kind, and the counts that speak for it.
public struct Identification: Sendable, Equatable {
  /// What was counted.
  public struct Evidence: Sendable, Equatable {
    /// Words of Hudum letters in Unicode.
    public var hudumWords = 0
    /// Words that hold a Todo, Sibe or Manchu letter.
    public var otherMongolianWords = 0
    /// Suffixes after U+202F, changed-meaning selectors and vertical presentation forms: the habits of 2010.
    public var signsOf2010 = 0
    /// Suffixes after U+180E and uses of U+180F: the habits of 2023.
    public var signsOf2023 = 0
    /// Words that follow Menksoft's grammar of positions.
    public var menksoftWords = 0
    /// Codes inside those words.
    public var menksoftCodes = 0
    /// Codes of Menksoft's letters that make no word.
    public var menksoftFragments = 0
    /// Private codes that stand alone: icons, emoji, stray points.
    public var strayPrivateCodes = 0
    /// Private codes in a row that are no Menksoft word.
    public var otherPrivateCodes = 0
    /// Fonts named by the document that draw Menksoft's code.
    public var menksoftFonts: [String] = []

    /// Nothing counted yet.
    public init() {}
  }

  /// What the text is encoded in.
  public var code: EncodingKind
  /// The counts.
  public var evidence: Evidence

  /// An answer.
  public init(code: EncodingKind, evidence: Evidence) {
    self.code = code
    self.evidence = evidence
  }
}
