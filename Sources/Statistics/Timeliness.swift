public import Publication

/// How many working days passed between 成文日期 and publication, for what was first published in a period.
/// Source: 《政府信息公开条例》第二十六条: within 20 working days.
public struct Timeliness: Sendable, Equatable {
  /// The limit, in working days.
  public static let limit = 20

  /// How many items took so many working days after 成文日期, up to and with the day of publication; 0: published before.
  public private(set) var byWorkdays: [Int: Int] = [:]
  /// Items without 成文日期: nobody can count.
  public private(set) var undated = 0
  /// Items whose 成文日期 or publication lies where the calendar of working days has nothing.
  public private(set) var uncounted = 0

  /// Items that could be counted.
  public var counted: Int { byWorkdays.values.reduce(0, +) }
  /// Later than the limit.
  public var late: Int { byWorkdays.reduce(0) { $1.key > Self.limit ? $0 + $1.value : $0 } }
  /// The others that could be counted.
  public var inTime: Int { counted - late }
  /// The median of working days; `nil` of none. Of an even number the lower of the two in the middle.
  public var median: Int? { Statistics.median(of: byWorkdays) }
  /// The most working days.
  public var longest: Int? { byWorkdays.keys.max() }

  /// Adds up the tallies of the days of the period.
  public init(of tallies: [DayTally], calendar: WorkdayCalendar) {
    for tally in tallies {
      guard case .formed(let day) = tally.trait else { continue }
      guard let day else {
        undated += tally.count
        continue
      }
      if let workdays = try? calendar.workdays(after: day, through: tally.day) {
        byWorkdays[workdays, default: 0] += tally.count
      } else {
        uncounted += tally.count
      }
    }
  }

  var json: JSONValue {
    .object([
      "limitWorkdays": .int(Self.limit), "counted": .int(counted), "inTime": .int(inTime),
      "late": .int(late), "undated": .int(undated), "uncounted": .int(uncounted),
      "medianWorkdays": median.map(JSONValue.int) ?? .null, "longestWorkdays": longest.map(JSONValue.int) ?? .null,
    ])
  }
}

/// The value in the middle of numbers that are each there so many times; the lower of the two in the middle, where there are two.
func median(of counts: [Int: Int]) -> Int? {
  var left = (counts.values.reduce(0, +) + 1) / 2
  for (number, count) in counts.sorted(by: { $0.key < $1.key }) {
    left -= count
    if left <= 0 { return number }
  }
  return nil
}
