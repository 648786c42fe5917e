/// A day of the generated year.
struct Day: Sendable {
  var year: Int
  var month: Int
  var day: Int

  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  static func random(in year: Int, _ random: inout Randomness) -> Day {
    let month = random.number(1...12)
    return Day(year: year, month: month, day: random.number(1...lengths[month - 1]))
  }

  /// `2025-07-11`
  var iso: String { "\(year)-\(Self.padded(month))-\(Self.padded(day))" }
  /// `2025-07`
  var monthKey: String { "\(year)-\(Self.padded(month))" }
  /// `20250711`
  var stamp: String { "\(year)\(Self.padded(month))\(Self.padded(day))" }

  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
