public import Publication

/// How many Chinese items of a period have their Mongolian half, how long the others wait, and how many halves are out of date.
///
/// Halves are told by an equal 双语标识, else by the identical 发文字号. Only what stands published now counts.
public struct LanguageCoverage: Sendable, Equatable {
  /// Mongolian items published.
  public private(set) var mongolian = 0
  /// Chinese items without a Mongolian half.
  public private(set) var missing = 0
  /// The first publication among them.
  public private(set) var missingSince: CivilDate?
  /// Chinese items without a half that nobody waits for.
  public private(set) var independent = 0
  /// Chinese items whose half is older than their latest correction.
  public private(set) var stale = 0
  /// How many pairs have so many days from the Chinese to the Mongolian publication; negative where the Mongolian came first.
  public private(set) var byLag: [Int: Int] = [:]
  /// Days from `missingSince` to the day of the report.
  public private(set) var oldestMissing: Int?

  /// Chinese items with a Mongolian half.
  public var pairs: Int { byLag.values.reduce(0, +) }
  /// Chinese items published.
  public var chinese: Int { pairs + missing + independent }
  /// The median of days between the halves of a pair.
  public var medianLag: Int? { median(of: byLag) }
  /// Tenths of a percent of Chinese items that have their half, cut off, of those that should; `nil` of none.
  public var coverage: Int? { pairs + missing == 0 ? nil : pairs * 1000 / (pairs + missing) }

  /// Adds up the tallies of the days of the period; ages are told on `day`.
  public init(of tallies: [DayTally], on day: CivilDate) {
    for tally in tallies {
      switch tally.trait {
      case .formed: break
      case .mongolian: mongolian += tally.count
      case .untranslated:
        missing += tally.count
        missingSince = min(missingSince ?? tally.day, tally.day)
      case .translated(let lag): byLag[lag, default: 0] += tally.count
      case .stale: stale += tally.count
      case .independent: independent += tally.count
      }
    }
    oldestMissing = missingSince.map { max(0, day.daysSince1970 - $0.daysSince1970) }
  }

  var json: JSONValue {
    .object([
      "chinese": .int(chinese), "mongolian": .int(mongolian), "pairs": .int(pairs), "missing": .int(missing),
      "independent": .int(independent),
      "oldestMissingDays": oldestMissing.map(JSONValue.int) ?? .null, "stale": .int(stale),
      "medianLagDays": medianLag.map(JSONValue.int) ?? .null,
      "coveragePercent": coverage.map { .double(Double($0) / 10) } ?? .null,
    ])
  }
}
