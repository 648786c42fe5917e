import Foundation

/// Menksoft's table as it stands in `locales/`, read apart from the generated one.
struct MenksoftRows {
  /// By code: the letter's code point, its written units.
  private(set) var letters: [UInt32: (scalar: UInt32, units: [String])] = [:]

  init() throws {
    let url = MongolianFixtures.root.appendingPathComponent("locales/mn-Mong/menksoft.tsv")
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst() {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns[1] == "letter", let code = UInt32(columns[0], radix: 16), let scalar = UInt32(columns[2], radix: 16)
      else { continue }
      letters[code] = (scalar, columns[7].split(separator: " ").map(String.init))
    }
  }

  /// The units of the codes of a text, in order; everything that is no letter stands as nothing.
  func units(of text: String) -> [String] {
    text.unicodeScalars.flatMap { letters[$0.value]?.units ?? [] }
  }

  /// The letters of the codes of a text.
  func letters(of text: String) -> [UInt32] {
    text.unicodeScalars.compactMap { letters[$0.value]?.scalar }
  }

  /// A text from hexadecimal code points.
  static func text(_ hex: String) -> String {
    String(
      String.UnicodeScalarView(
        hex.split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }))
  }

  /// The written units without separators, spaces, open ends and characters outside the model.
  static func inkUnits(_ notation: String) -> [String] {
    notation.split(separator: " ").map(String.init).filter {
      !["_", "-", "Mvs", "Nnbsp", "<", ">"].contains($0) && !$0.hasPrefix("U+")
    }
  }
}
