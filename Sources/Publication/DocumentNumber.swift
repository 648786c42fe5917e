/// 发文字号: `<机关代字>〔yyyy〕<n>号`, or for orders `<机关>令第<n>号`.
///
/// Year in full, in hexagonal brackets U+3014 U+3015, no 第, no leading zero, Arabic figures.
/// Source: GB/T 9704-2012 (as told in `docs/metadata.md`; layout figures from memory).
public struct DocumentNumber: Hashable, Sendable, CustomStringConvertible {
  /// 机关代字, 2 to 14 Han characters; of an order the issuing organ with 令 (国务院令).
  public let word: String
  /// 1949 to 2099; 0 for an order, which has none.
  public let year: Int
  /// At least 1.
  public let sequence: Int

  /// A number of these parts.
  public init(word: String, year: Int, sequence: Int) {
    self.word = word
    self.year = year
    self.sequence = sequence
  }

  /// The order `sequence` of the organ whose name with 令 is `word`: 国务院令第711号.
  public init(order word: String, sequence: Int) {
    self.init(word: word, year: 0, sequence: sequence)
  }

  /// Whether it is an order (令第n号), which has no year.
  public var isOrder: Bool { year == 0 }

  /// The normal form, `国办函〔2020〕109号`.
  public var description: String { isOrder ? "\(word)第\(sequence)号" : "\(word)〔\(year)〕\(sequence)号" }
}
