/// The separator before suffixes, as an outlet's fonts need it.
///
/// Canonical text has U+180E there. Fonts made before the 2023 rules draw many suffixes rightly after U+202F only;
/// `docs/fonts.md` lists which do.
public enum SuffixSeparators {
  /// A canonical text with U+202F before listed suffixes, or as it is.
  ///
  /// U+180E before a final A or E is never touched: there it is part of the spelling, in all fonts.
  public static func printing(_ text: String, nnbsp: Bool) -> String {
    guard nnbsp else { return text }
    var copy = text
    return copy.withUTF8 { bytes in
      guard let output = printing(TextBytes(bytes: bytes)) else { return nil as String? }
      return String(decoding: output, as: UTF8.self)
    } ?? text
  }

  private static func printing(_ text: TextBytes) -> [UInt8]? {
    let suffixes = SuffixKeys.shared
    var output: [UInt8] = []
    var copied = 0
    var index = 0
    while index &+ 2 < text.count {
      guard text.bytes[index] == 0xE1, text.bytes[index &+ 1] == 0xA0, text.bytes[index &+ 2] == 0x8E else {
        index &+= 1
        continue
      }
      if suffixes.follows(text, at: index &+ 3), ScalarSet.isStemEnd(text.scalar(before: index)) {
        output.append(contentsOf: text.bytes[copied..<index])
        output.append(contentsOf: [0xE2, 0x80, 0xAF])
        copied = index &+ 3
      }
      index &+= 3
    }
    guard copied > 0 else { return nil }
    output.append(contentsOf: text.bytes[copied...])
    return output
  }
}
