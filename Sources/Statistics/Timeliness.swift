public import Publication

/// How many working days passed between 成文日期 and publication, for what was first published in a period.
/// Source: 《政府信息公开条例》第二十六条: within 20 working days.
public struct Timeliness: Sendable, Equatable {
  /// The limit, in working days.
  public static let limit = 20

  /// One item with its number.
  public struct Entry: Sendable, Equatable {
    /// The item.
    public var itemID: ItemID
    /// 成文日期.
    public var formedOn: CivilDate
    /// First publication.
    public var published: CivilDate
    /// Working days after `formedOn`, up to and with `published`; 0 where it was published before.
    public var workdays: Int
  }

  /// What could be counted, by day of publication and id.
  public private(set) var entries: [Entry] = []
  /// Without 成文日期: nobody can count.
  public private(set) var undated: [ItemID] = []
  /// 成文日期 or publication lies where the calendar of working days has nothing.
  public private(set) var uncounted: [ItemID] = []

  /// Later than the limit.
  public var late: [Entry] { entries.filter { $0.workdays > Self.limit } }
  /// The median of working days; `nil` of none. Of an even number the lower of the two in the middle.
  public var median: Int? { Statistics.median(of: entries.map(\.workdays)) }
  /// The most working days.
  public var longest: Int? { entries.map(\.workdays).max() }

  /// Counts what was first published from `from` to `to`.
  public init(of items: [PublishedItem], from: CivilDate, to: CivilDate, calendar: WorkdayCalendar) {
    let inside = items.filter { from <= $0.published && $0.published <= to }
    for item in inside.sorted(by: { ($0.published, $0.itemID) < ($1.published, $1.itemID) }) {
      guard let formedOn = item.formedOn else {
        undated.append(item.itemID)
        continue
      }
      if let workdays = try? calendar.workdays(after: formedOn, through: item.published) {
        entries.append(
          Entry(itemID: item.itemID, formedOn: formedOn, published: item.published, workdays: workdays))
      } else {
        uncounted.append(item.itemID)
      }
    }
  }

  var json: JSONValue {
    .object([
      "limitWorkdays": .int(Self.limit), "counted": .int(entries.count), "inTime": .int(entries.count - late.count),
      "late": .int(late.count), "undated": .int(undated.count), "uncounted": .int(uncounted.count),
      "medianWorkdays": median.map(JSONValue.int) ?? .null, "longestWorkdays": longest.map(JSONValue.int) ?? .null,
    ])
  }
}

/// The lower of the two in the middle, where there are two.
func median(of numbers: [Int]) -> Int? {
  numbers.isEmpty ? nil : numbers.sorted()[(numbers.count - 1) / 2]
}
