/// How many items have something in common, of those first published on one day: what reports add up instead of reading every item.
///
/// The ledger keeps them in the transaction that changes what they count. They know no calendar of working days and no period, so neither can make them wrong.
public struct DayTally: Sendable, Hashable, Comparable {
  /// What the items have in common.
  public enum Trait: Sendable, Hashable {
    /// Their 成文日期; `nil`: they have none.
    case formed(CivilDate?)
    /// They are Mongolian, and stand published.
    case mongolian
    /// They are Chinese, stand published, and have no Mongolian half that does.
    case untranslated
    /// They are Chinese, stand published, and have a Mongolian half that was published so many days later (earlier: negative).
    case translated(lag: Int)
    /// So, and were corrected after the half was last shown.
    case stale
    /// They are Chinese, stand published, and have no Mongolian half because nobody waits for one.
    case independent

    /// A number for the kind of trait, by which tallies are ordered and kept.
    public var kind: Int {
      switch self {
      case .formed: 1
      case .mongolian: 2
      case .untranslated: 3
      case .translated: 4
      case .stale: 5
      case .independent: 6
      }
    }

    /// A number beside the kind: days since 1970 or days of lag; 0 where there is nothing to say, `Int.min` for no 成文日期.
    public var value: Int {
      switch self {
      case .formed(let day): day?.daysSince1970 ?? .min
      case .translated(let lag): lag
      default: 0
      }
    }

    /// The trait of these two numbers; `nil` for a kind that isn't one.
    public init?(kind: Int, value: Int) {
      switch kind {
      case 1: self = .formed(value == .min ? nil : CivilDate(daysSince1970: value))
      case 2: self = .mongolian
      case 3: self = .untranslated
      case 4: self = .translated(lag: value)
      case 5: self = .stale
      case 6: self = .independent
      default: return nil
      }
    }
  }

  /// The day of first publication, at whatever outlet.
  public var day: CivilDate
  /// What is counted.
  public var trait: Trait
  /// How many items.
  public var count: Int

  /// A tally with all its parts.
  public init(day: CivilDate, trait: Trait, count: Int) {
    self.day = day
    self.trait = trait
    self.count = count
  }

  /// Orders tallies by day and trait.
  public static func < (left: DayTally, right: DayTally) -> Bool {
    (left.day, left.trait.kind, left.trait.value) < (right.day, right.trait.kind, right.trait.value)
  }

  /// The tallies of these items, counted from nothing.
  public static func tallies(of items: [PublishedItem]) -> [DayTally] {
    let halves = LanguageHalves(items)
    var counts: [DayTally: Int] = [:]
    for item in items {
      for trait in traits(of: item, half: halves.half(of: item)) {
        counts[DayTally(day: item.published, trait: trait, count: 0), default: 0] += 1
      }
    }
    return counts.map { DayTally(day: $0.day, trait: $0.trait, count: $1) }.sorted()
  }

  /// What one item counts for; `half` is its Mongolian half, where it has one.
  public static func traits(of item: PublishedItem, half: PublishedItem?) -> [Trait] {
    let formed = Trait.formed(item.formedOn)
    guard item.state == .queued else { return [formed] }
    // An item in two languages is its own half.
    if item.isIn(.chinese), item.isIn(.mongolian) { return [formed, .mongolian, .translated(lag: 0)] }
    switch item.soleLanguage {
    case .mongolian: return [formed, .mongolian]
    case .chinese:
      guard let half else { return [formed, item.isIndependent ? .independent : .untranslated] }
      let translated = Trait.translated(lag: half.published.daysSince1970 - item.published.daysSince1970)
      return item.isCorrected(after: half) ? [formed, translated, .stale] : [formed, translated]
    case nil: return [formed]
    }
  }
}
