/// The numbers of a list, as a browser shows them.
/// Source: HTML Living Standard, 4.4.5 (`start`, `reversed`, `type`), 4.4.8 (`value`).
struct ListNumber {
  /// How its items are marked where they don't say otherwise.
  var style: CounterStyle
  /// The number of the next item.
  var next: Int
  /// 1; -1 in a list that counts down.
  var step = 1

  /// A number as far as lists count.
  static func bounded(_ number: Int) -> Int { min(max(number, -1_000_000), 1_000_000) }
}
