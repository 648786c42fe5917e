public import Publication

/// What a channel report says beside its counts: in time, in both languages, without long silence.
public struct PublicationQuality: Sendable, Equatable {
  /// Article 26.
  public var timeliness: Timeliness
  /// The two languages.
  public var languages: LanguageCoverage
  /// Silent outlets, in the order of the configuration.
  public var quiet: [QuietSpell]

  /// Adds up what was first published from `from` to `to`. Ages and silence are told on `to`, or `today` where that comes first.
  public init(
    of tallies: [DayTally], days: [OutletID: [CivilDate]], outlets: [OutletID], from: CivilDate, to: CivilDate,
    today: CivilDate, calendar: WorkdayCalendar
  ) {
    let day = min(to, today)
    timeliness = Timeliness(of: tallies, calendar: calendar)
    languages = LanguageCoverage(of: tallies, on: day)
    quiet = outlets.flatMap { QuietSpell.spells(of: $0, days: days[$0] ?? [], from: from, to: day) }
  }

  /// What the numbers mean.
  static let definitions: KeyValuePairs<String, String> = [
    "timeliness": "发布用时按工作日计（含调休上班），从成文日期次日数到首次发布日期；依据《条例》第二十六条，以\(Timeliness.limit)个工作日为限。",
    "languages": "双语按双语标识相同、或发文字号完全相同配对；只看现在仍在发布的。",
    "quiet": "连续\(QuietSpell.limit)天以上没有任何发布或更正的，列为没有更新。",
  ]
}
