public import Publication

/// Which Chinese items of a period have their Mongolian half, how long the others wait, and which halves are out of date.
///
/// Halves are told by an equal 双语标识, else by the identical 发文字号. Only what stands published now counts.
public struct LanguageCoverage: Sendable, Equatable {
  /// A Chinese item without a Mongolian half, or a Mongolian half older than the correction of its Chinese half.
  public struct Waiting: Sendable, Equatable {
    /// The Chinese item that has no half; the Mongolian half that is out of date.
    public var itemID: ItemID
    /// Since when: publication of the Chinese item; its correction.
    public var since: CivilDate
    /// Days from there to the day of the report.
    public var days: Int
  }

  /// Chinese items published.
  public private(set) var chinese = 0
  /// Mongolian items published.
  public private(set) var mongolian = 0
  /// Chinese items with a Mongolian half.
  public private(set) var pairs = 0
  /// Chinese items without one, the longest waiting first.
  public private(set) var missing: [Waiting] = []
  /// Mongolian halves older than the latest correction of their Chinese half.
  public private(set) var stale: [Waiting] = []
  /// Days from the Chinese to the Mongolian publication, one a pair; negative where the Mongolian came first.
  public private(set) var lags: [Int] = []

  /// The median of `lags`.
  public var medianLag: Int? { median(of: lags) }
  /// Tenths of a percent of Chinese items that have their half, cut off; `nil` of none.
  public var coverage: Int? { chinese == 0 ? nil : pairs * 1000 / chinese }

  /// Looks at what was first published from `from` to `to`; ages are told on `day`.
  public init(of items: [PublishedItem], from: CivilDate, to: CivilDate, on day: CivilDate) {
    let standing = items.filter { $0.state == .queued }
    let halves = Halves(standing.filter { $0.isIn(.mongolian) })
    let inside = standing.filter { from <= $0.published && $0.published <= to }
    mongolian = inside.count { $0.isIn(.mongolian) }
    for item in inside.sorted(by: { ($0.published, $0.itemID) < ($1.published, $1.itemID) })
    where item.isIn(.chinese) {
      chinese += 1
      guard let half = halves.half(of: item) else {
        missing.append(Waiting(itemID: item.itemID, since: item.published, days: Self.days(item.published, day)))
        continue
      }
      pairs += 1
      lags.append(half.published.daysSince1970 - item.published.daysSince1970)
      if let corrected = item.lastCorrected, corrected > half.lastShown, let since = item.correctedOn {
        stale.append(Waiting(itemID: half.itemID, since: since, days: Self.days(since, day)))
      }
    }
  }

  private static func days(_ from: CivilDate, _ to: CivilDate) -> Int { max(0, to.daysSince1970 - from.daysSince1970) }

  /// Mongolian items by what names their Chinese half.
  private struct Halves {
    private var byPair: [[UInt8]: PublishedItem] = [:]
    private var byNumber: [[UInt8]: PublishedItem] = [:]

    init(_ items: [PublishedItem]) {
      for item in items.sorted(by: { ($0.published, $0.itemID) < ($1.published, $1.itemID) }) {
        if let pair = item.pair, byPair[Array(pair.utf8)] == nil { byPair[Array(pair.utf8)] = item }
        if let number = item.documentNumber, byNumber[Array(number.utf8)] == nil { byNumber[Array(number.utf8)] = item }
      }
    }

    func half(of item: PublishedItem) -> PublishedItem? {
      item.pair.flatMap { byPair[Array($0.utf8)] } ?? item.documentNumber.flatMap { byNumber[Array($0.utf8)] }
    }
  }

  var json: JSONValue {
    .object([
      "chinese": .int(chinese), "mongolian": .int(mongolian), "pairs": .int(pairs), "missing": .int(missing.count),
      "oldestMissingDays": missing.map(\.days).max().map(JSONValue.int) ?? .null, "stale": .int(stale.count),
      "medianLagDays": medianLag.map(JSONValue.int) ?? .null,
      "coveragePercent": coverage.map { .double(Double($0) / 10) } ?? .null,
    ])
  }
}
