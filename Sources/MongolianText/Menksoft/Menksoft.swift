/// Menksoft's private glyph code, to Unicode and back.
///
/// A code names a glyph: a letter in one of its forms. The conversion keeps the author's letters, adds the fewest
/// selectors that make the shaper give each code's own units, sets U+180E where the code has its suffix space or a final
/// A or E that stands apart, and refuses what no spelling gives. The changes lead back to the codes exactly.
public enum Menksoft {
  /// A text in Unicode, with a change for every stretch that was code.
  ///
  /// - Throws: ``TextRefusal`` with ``TextRefusal/Reason/menksoftUnmatched`` for a sequence that no spelling gives, and
  ///   with ``TextRefusal/Reason/privateUse`` for private codes that are not Menksoft's.
  public static func unicode(from text: String) throws(TextRefusal) -> NormalizedText {
    try NormalizedText(text) { bytes throws(TextRefusal) in
      var reader = MenksoftReader(bytes)
      return try reader.run()
    }
  }

  /// A text in Menksoft's code, with a change for every stretch that was Unicode.
  ///
  /// Only where the way back is exact: each word is turned back, and one that does not come out as it went in refuses the text.
  ///
  /// - Throws: ``TextRefusal`` with ``TextRefusal/Reason/menksoftUnmatched``, or with ``TextRefusal/Reason/privateUse``
  ///   where the text holds private codes already.
  public static func menksoft(from text: String) throws(TextRefusal) -> NormalizedText {
    try NormalizedText(text) { bytes throws(TextRefusal) in
      var writer = MenksoftWriter(bytes)
      return try writer.run()
    }
  }
}
