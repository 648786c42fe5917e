public import Publication

/// A number as reported: exact (`1931.9`, `300%`), or a lower bound in words (`30多个`, `100余名`).
public struct ReportedValue: Sendable, Equatable {
  /// The number.
  public let amount: DecimalNumber
  /// Whether 多 or 余 says that it is at least this much.
  public let isAtLeast: Bool

  /// Reads figures, with commas between thousands or without, and a unit of at most four characters after them or none; `nil` for
  /// anything else.
  public init?(_ text: String) {
    let folded = CellText.folded(text)
    let numeric = folded.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    let parts = numeric.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = CellText.wholeNumber(String(first)),
      let amount = DecimalNumber(text: ([String(whole)] + parts.dropFirst().map(String.init)).joined(separator: "."))
    else { return nil }
    let unit = folded.dropFirst(numeric.count)
    guard unit.unicodeScalars.count <= 4, unit.unicodeScalars.allSatisfy({ $0.isHan || $0 == "%" }) else { return nil }
    self.amount = amount
    isAtLeast = unit.unicodeScalars.contains { $0 == "多" || $0 == "余" }
  }
}
