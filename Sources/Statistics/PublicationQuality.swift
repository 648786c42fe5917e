public import Publication

/// What a channel report says beside its counts: in time, in both languages, without long silence.
public struct PublicationQuality: Sendable, Equatable {
  /// Article 26.
  public var timeliness: Timeliness
  /// The two languages.
  public var languages: LanguageCoverage
  /// Silent outlets, in the order of the configuration.
  public var quiet: [QuietSpell]

  /// Looks at what was published from `from` to `to`. Ages and silence are told on `to`, or `today` where that comes first.
  public init(
    of facts: PublishedFacts, outlets: [OutletID], from: CivilDate, to: CivilDate, today: CivilDate,
    calendar: WorkdayCalendar
  ) {
    let day = min(to, today)
    timeliness = Timeliness(of: facts.items, from: from, to: to, calendar: calendar)
    languages = LanguageCoverage(of: facts.items, from: from, to: to, on: day)
    quiet = outlets.flatMap { QuietSpell.spells(of: $0, days: facts.days[$0] ?? [], from: from, to: day) }
  }
}
