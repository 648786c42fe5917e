/// The rules of `mn-normal/1` that change a text. Each change is proved by shaping before it counts.
enum NormalizerRule: String, Sendable {
  /// Combining marks after a Mongolian letter in canonical order. Source: Unicode, UAX #15, NFC.
  case canonicalOrder = "canonical-order"
  /// U+200B and U+FEFF in or beside a word, a second joiner of the same kind: they draw nothing.
  case deadControl = "dead-control"
  /// A selector for a form that the letter has there anyhow. Source: UTN #57, "FVS".
  case redundantSelector = "redundant-selector"
  /// U+202F to U+180E between a stem and a listed suffix. Source: UTN #57, phases Ia and Ib; GB/T 25914-2023.
  case suffixSeparator = "suffix-separator"
  /// U+00A0 to U+180E, where the letters of the suffix stay as they are.
  case noBreakSpace = "no-break-space"
  /// U+200B and a space to U+180E, where the letters of the suffix stay as they are.
  case zeroWidthHabit = "zero-width-space-habit"
  /// A vertical presentation form to its ordinary mark. Source: Unicode, blocks FE10 and FE30; `locales/mn-Mong/menksoft.tsv`.
  case verticalForm = "vertical-form"
  /// A site's own rule, see `text.mongolianRules` in `pipeline.json`.
  case siteRule = "site-rule"
  /// Menksoft's private code to Unicode letters, see ``Menksoft``.
  case menksoft = "menksoft"
}

/// The rules that only point something out: nothing is certain enough to be changed.
enum FlagRule: String, Sendable {
  /// An ordinary space where a separator before a suffix seems meant.
  case spaceBeforeSuffix = "space-before-suffix"
  /// A space and a separator one after the other.
  case doubleSeparator = "double-separator"
  /// A no-break space before a suffix whose form it changes.
  case noBreakSpaceBeforeSuffix = "no-break-space-before-suffix"
  /// A suffix that seems to have lost its separator.
  case gluedSuffix = "glued-suffix"
  /// U+180E, a nirugu and a vowel, where the final form of the vowel seems meant.
  case mvsNirugu = "mvs-nirugu-vowel"
  /// A selector that meant another form before the 2023 rules.
  case changedSelector = "changed-selector"
  /// Masculine and feminine vowels in one word.
  case vowelHarmony = "vowel-harmony"
  /// Todo, Sibe or Manchu letters in a Hudum text.
  case otherLetters = "other-letters"
  /// Question marks of ASCII: often letters that a conversion lost.
  case asciiQuestionMark = "ascii-question-mark"
  /// U+3000 inside a Mongolian line.
  case ideographicSpace = "ideographic-space"
  /// A Menksoft code whose meaning its sources leave open.
  case unknownSpace = "menksoft-unknown-space"
}
