public import Publication

/// The items behind the numbers of `Timeliness` and `LanguageCoverage`, found again from everything that went out: a list has as many entries as its number says.
public struct PublicationLists: Sendable, Equatable {
  /// An item and how long its publication took.
  public struct Timed: Sendable, Equatable {
    /// The item.
    public var itemID: ItemID
    /// 成文日期.
    public var formedOn: CivilDate
    /// Working days from there to its first publication.
    public var workdays: Int
  }

  /// A Chinese item without a Mongolian half, or a Mongolian half older than the correction of its Chinese half.
  public struct Waiting: Sendable, Equatable {
    /// The Chinese item that has no half; the Mongolian half that is out of date.
    public var itemID: ItemID
    /// Since when: publication of the Chinese item; its correction.
    public var since: CivilDate
    /// Days from there to the day of the report.
    public var days: Int
  }

  /// Two halves that stand published.
  public struct Pair: Sendable, Equatable {
    /// The Chinese half.
    public var itemID: ItemID
    /// The Mongolian half.
    public var half: ItemID
    /// Days from the one to the other.
    public var lag: Int
  }

  /// Within 20 working days, by day of publication and id, as all of these.
  public private(set) var inTime: [Timed] = []
  /// Later.
  public private(set) var late: [Timed] = []
  /// Without 成文日期.
  public private(set) var undated: [ItemID] = []
  /// Where the calendar has nothing.
  public private(set) var uncounted: [ItemID] = []
  /// Mongolian items.
  public private(set) var mongolian: [ItemID] = []
  /// Chinese items.
  public private(set) var chinese: [ItemID] = []
  /// Those that nobody waits for a half of, and that have none.
  public private(set) var independent: [ItemID] = []
  /// Chinese items with their Mongolian half.
  public private(set) var translated: [Pair] = []
  /// Chinese items without a Mongolian half, the longest waiting first.
  public private(set) var untranslated: [Waiting] = []
  /// Mongolian halves out of date, one for each Chinese item that was corrected.
  public private(set) var stale: [Waiting] = []

  /// Looks at what was first published from `from` to `to`; ages are told on `day`.
  public init(
    of items: [PublishedItem], from: CivilDate, to: CivilDate, on day: CivilDate, calendar: WorkdayCalendar
  ) {
    let halves = LanguageHalves(items)
    let inside = items.filter { from <= $0.published && $0.published <= to }
    for item in inside.sorted(by: { ($0.published, $0.itemID) < ($1.published, $1.itemID) }) {
      time(item, calendar)
      let half = halves.half(of: item)
      for trait in DayTally.traits(of: item, half: half) {
        switch trait {
        case .formed: break
        case .mongolian: mongolian.append(item.itemID)
        case .untranslated:
          chinese.append(item.itemID)
          untranslated.append(waiting(item.itemID, since: item.published, day))
        case .independent:
          chinese.append(item.itemID)
          independent.append(item.itemID)
        case .translated(let lag):
          chinese.append(item.itemID)
          translated.append(Pair(itemID: item.itemID, half: half?.itemID ?? item.itemID, lag: lag))
        case .stale:
          if let half, let since = item.correctedOn { stale.append(waiting(half.itemID, since: since, day)) }
        }
      }
    }
  }

  private mutating func time(_ item: PublishedItem, _ calendar: WorkdayCalendar) {
    guard let formedOn = item.formedOn else { return undated.append(item.itemID) }
    guard let workdays = try? calendar.workdays(after: formedOn, through: item.published) else {
      return uncounted.append(item.itemID)
    }
    let timed = Timed(itemID: item.itemID, formedOn: formedOn, workdays: workdays)
    if workdays > Timeliness.limit { late.append(timed) } else { inTime.append(timed) }
  }

  private func waiting(_ item: ItemID, since: CivilDate, _ day: CivilDate) -> Waiting {
    Waiting(itemID: item, since: since, days: max(0, day.daysSince1970 - since.daysSince1970))
  }
}
