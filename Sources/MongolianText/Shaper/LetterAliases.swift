/// The aliases by which the suites of UTN #57 write letters down: `a e i o u oe ue ee n ng b …`, `mvs nnbsp nirugu zwj zwnj fvs1 …
/// fvs4 space`.
public enum LetterAliases {
  /// The scalars of `line`, aliases separated by spaces; `nil` when one is unknown.
  public static func scalars(of line: some StringProtocol) -> [Unicode.Scalar]? {
    var scalars: [Unicode.Scalar] = []
    for alias in line.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }) {
      guard let scalar = scalar(named: alias) else { return nil }
      scalars.append(scalar)
    }
    return scalars
  }

  /// The alias of a scalar; `nil` for one outside the model.
  public static func alias(of scalar: Unicode.Scalar) -> String? {
    if let control = controls.first(where: { $0.scalar == scalar }) { return control.name }
    guard (0x1820...0x1842).contains(scalar.value) else { return nil }
    return Letter.aliases[Int(scalar.value - 0x1820)]
  }

  private static let controls: [(name: String, scalar: Unicode.Scalar)] = [
    ("mvs", "\u{180E}"), ("nnbsp", "\u{202F}"), ("nirugu", "\u{180A}"), ("zwj", "\u{200D}"), ("zwnj", "\u{200C}"),
    ("fvs1", "\u{180B}"), ("fvs2", "\u{180C}"), ("fvs3", "\u{180D}"), ("fvs4", "\u{180F}"), ("space", " "),
  ]

  private static func scalar(named alias: some Sequence<UInt8>) -> Unicode.Scalar? {
    if let index = Letter.aliases.firstIndex(where: { $0.utf8.elementsEqual(alias) }) {
      return Unicode.Scalar(0x1820 + UInt32(index))
    }
    return controls.first { $0.name.utf8.elementsEqual(alias) }?.scalar
  }
}
