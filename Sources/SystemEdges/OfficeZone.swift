internal import CICU
public import Publication

/// The zone whose days are the office's days, whatever the server's own zone is.
public struct OfficeZone: Sendable, Equatable {
  /// IANA name.
  public let name: String

  /// The zone of this IANA name, `nil` where ICU doesn't know it.
  public init?(name: String) {
    guard OfficeZone.offset(name, at: 0) != nil else { return nil }
    self.name = name
  }

  /// The day at a moment, nanoseconds since 1970 UTC.
  public func day(at nanoseconds: Int) -> CivilDate {
    let offset = OfficeZone.offset(name, at: nanoseconds) ?? 0
    let seconds = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000).quotient + offset / 1000
    return CivilDate(daysSince1970: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
  }

  private static func offset(_ name: String, at nanoseconds: Int) -> Int? {
    guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    var offset: Int32 = 0
    guard zarlal_zone_offset(name, Double(nanoseconds / 1_000_000), &offset) == 1 else { return nil }
    return Int(offset)
  }
}

/// A moment as people and the history write it.
public enum Moment {
  /// ISO 8601 in UTC, to the second: `2025-12-31T16:00:00Z`.
  public static func iso(_ nanoseconds: Int) -> String {
    let seconds = nanoseconds / 1_000_000_000
    let day = CivilDate(daysSince1970: seconds / 86_400)
    let rest = seconds % 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }
}
