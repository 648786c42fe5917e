/// 发文字号: `<机关代字>〔yyyy〕<n>号`.
///
/// Year in full, in hexagonal brackets U+3014 U+3015, no 第, no leading zero, Arabic figures.
/// Source: GB/T 9704-2012 (as told in `docs/metadata.md`; layout figures from memory).
public struct DocumentNumber: Hashable, Sendable, CustomStringConvertible {
  /// 机关代字, 2 to 14 Han characters.
  public let word: String
  /// 1949 to 9999.
  public let year: Int
  /// At least 1.
  public let sequence: Int

  /// A number of these parts.
  public init(word: String, year: Int, sequence: Int) {
    self.word = word
    self.year = year
    self.sequence = sequence
  }

  /// The normal form, `国办函〔2020〕109号`.
  public var description: String { "\(word)〔\(year)〕\(sequence)号" }
}
