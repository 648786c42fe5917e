/// The shaping model of UTN #57 for Hudum: from characters to the written units a reader sees.
///
/// Any input is accepted: what is not a letter, selector, separator, nirugu or ZWJ ends the run and stands for itself.
/// Time is linear in the input. For many words keep one ``Shaping`` and reuse it.
///
/// Source: UTN #57, "Encoding and shaping of the Mongolian script", with the additions of GB/T 25914-2023 that it names.
public enum HudumShaper {
  /// The written units of `scalars`, as a checker of shapers compares them.
  public static func writtenUnits(of scalars: some Sequence<Unicode.Scalar>) -> WrittenUnits {
    shaped(scalars, .raw)
  }

  /// The written units of `text`.
  public static func writtenUnits(of text: String) -> WrittenUnits {
    writtenUnits(of: text.unicodeScalars)
  }

  /// The units with duplicate ink unified, as search and comparison need them: two spellings of one look have one public shape.
  public static func publicShape(of scalars: some Sequence<Unicode.Scalar>) -> WrittenUnits {
    shaped(scalars, .public)
  }

  /// The public shape of `text`.
  public static func publicShape(of text: String) -> WrittenUnits {
    publicShape(of: text.unicodeScalars)
  }

  private static func shaped(_ scalars: some Sequence<Unicode.Scalar>, _ form: Shaping.Form) -> WrittenUnits {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.underestimatedCount * 3)
    for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    var shaping = Shaping()
    shaping.shape(bytes.span, form)
    return shaping.writtenUnits
  }
}
