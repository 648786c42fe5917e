public import Publication

/// First publications per outlet and month in a period: what `report channels` prints (`zarlal.channels/1`).
public struct ChannelReport: Sendable, Equatable {
  /// The count of one month.
  public struct Month: Sendable, Equatable {
    /// `yyyy-mm`.
    public var name: String
    /// The first of its days in the period.
    public var from: CivilDate
    /// The last of its days in the period.
    public var to: CivilDate
    /// First publications with a 发布日期 in these days.
    public var count: Int
  }

  /// The counts of one outlet.
  public struct Outlet: Sendable, Equatable {
    /// Its id.
    public var id: OutletID
    /// Its name for people, by message language tag.
    public var name: [String: String]
    /// Every month of the period, in order, empty ones with 0.
    public var months: [Month]

    /// First publications in the whole period.
    public var queued: Int { months.reduce(0) { $0 + $1.count } }
    /// Its Chinese name; its id where it has none.
    public var title: String { name["zh"] ?? id.rawValue }
  }

  /// The first day; `nil` where nothing was asked for and nothing published.
  public var from: CivilDate?
  /// The last day.
  public var to: CivilDate?
  /// In the order of the configuration; outlets that are no longer configured follow where they have a count.
  public var outlets: [Outlet]
  /// Items of the whole ledger by attribute (`nil`: undecided).
  public var attributes: [DisclosureAttribute?: Int]
  /// Timeliness, languages and silence of the period; `nil` where nothing was published.
  public var quality: PublicationQuality?
  /// The same days one year earlier; `nil` for a period longer than a year, and where nothing was published then.
  public var yearBefore: YearBefore?
  /// Corrections that reached an outlet's queue in the period.
  public var corrections: [OutletID: Int]
  /// Withdrawals that did.
  public var withdrawals: [OutletID: Int]
  /// How often something was held or restricted in the period, by code.
  public var holds: [Code: Int]
  /// Changes to the texts of what was first published in the period, by rule of normalization.
  public var changes: [String: Int]

  /// First publications in the same days of the year before.
  public struct YearBefore: Sendable, Equatable {
    /// The first day.
    public var from: CivilDate
    /// The last day.
    public var to: CivilDate
    /// By outlet.
    public var queued: [OutletID: Int]

    /// Of all outlets.
    public var total: Int { queued.values.reduce(0, +) }
  }
}

extension ChannelReport {
  /// Counts `ledger` for the days from `from` to `to`; by default whole months, from the first to the last with a publication.
  ///
  /// Everything comes from kept numbers, parts of months from the payloads of their days. `today` bounds what is told of ages and silence. Throws `usage` where
  /// `from` is after `to`.
  public init(
    of ledger: any LedgerReading, outlets: [OutletConfiguration], from: CivilDate? = nil, to: CivilDate? = nil,
    today: CivilDate? = nil, calendar: WorkdayCalendar = .national
  ) throws {
    let counters = try ledger.counters()
    let published = counters.filter { $0.count > 0 }.compactMap { ReportMonth(text: $0.month) }
    let period = try ReportPeriod(from: from, to: to, published: published)
    let months = period?.months ?? []
    let counts = try period.map { try Self.counts(of: $0, counters, ledger) } ?? [:]

    let configured = outlets.map { ($0.id, $0.name) }
    let others = Set(counts.keys).subtracting(outlets.map(\.id)).sorted().map { ($0, ["zh": $0.rawValue]) }
    self.from = period?.from
    self.to = period?.to
    self.outlets = (configured + others).map { id, name in
      Outlet(
        id: id, name: name,
        months: months.map { month in
          let days = period?.days(of: month) ?? (from: month.first, to: month.last)
          return Month(name: month.text, from: days.from, to: days.to, count: counts[id]?[month.text] ?? 0)
        })
    }
    attributes = try ledger.countsByAttribute()
    (quality, yearBefore, corrections, withdrawals, holds, changes) = (nil, nil, [:], [:], [:], [:])
    guard let period else { return }
    quality = PublicationQuality(
      of: try ledger.tallies(from: period.from, to: period.to),
      days: try ledger.activeDays(from: period.from, to: period.to), outlets: outlets.map(\.id), from: period.from,
      to: period.to, today: today ?? period.to, calendar: calendar)
    yearBefore = try period.yearBefore.flatMap { before in
      let queued = try Self.counts(of: before, counters, ledger).mapValues { $0.values.reduce(0, +) }
      let found = YearBefore(from: before.from, to: before.to, queued: queued)
      return found.total == 0 ? nil : found
    }
    corrections = Self.sums(try ledger.payloads(action: .correct, from: period.from, to: period.to))
    withdrawals = Self.sums(try ledger.payloads(action: .withdraw, from: period.from, to: period.to))
    holds = try ledger.holdCounts(from: period.from, to: period.to)
    changes = try ledger.changes(from: period.from, to: period.to)
  }

  /// First publications by outlet and month: whole months from the counters, the ends of the period from the payloads.
  private static func counts(
    of period: ReportPeriod, _ counters: [Counter], _ ledger: any LedgerReading
  ) throws -> [OutletID: [String: Int]] {
    let months = period.months
    var counts: [OutletID: [String: Int]] = [:]
    func add(_ counters: [Counter], in names: Set<String>) {
      for counter in counters where names.contains(counter.month) {
        counts[counter.outlet, default: [:]][counter.month, default: 0] += counter.count
      }
    }
    add(counters, in: Set(months.filter(period.isWhole).map(\.text)))
    for month in Set([months.first, months.last]) {
      guard let month, !period.isWhole(month) else { continue }
      let days = period.days(of: month)
      add(try ledger.counted(from: days.from, to: days.to), in: [month.text])
    }
    return counts
  }

  private static func sums(_ rows: [PayloadRow]) -> [OutletID: Int] {
    rows.reduce(into: [:]) { $0[$1.outlet, default: 0] += 1 }
  }

  /// First publications of all outlets.
  public var total: Int { outlets.reduce(0) { $0 + $1.queued } }

  /// The names of the months, in order.
  var monthNames: [String] { outlets.first?.months.map(\.name) ?? [] }

  /// First publications of all outlets in the month at `index`.
  func total(ofMonthAt index: Int) -> Int {
    outlets.reduce(0) { $0 + ($1.months.indices.contains(index) ? $1.months[index].count : 0) }
  }

  /// How many items have `attribute` (`nil`: undecided).
  func items(_ attribute: DisclosureAttribute?) -> Int { attributes[attribute] ?? 0 }

  /// What each number means, by its key in the JSON form.
  static let definitions: KeyValuePairs<String, String> = [
    "queued": "一件文稿在一个渠道首次进入发布队列计一次；以后的更正和撤稿不再计，取走之前被停止的不计，发布日期未到的不计。",
    "byMonth": "月份按发布日期计，不按运行日期计；没有发布的月份为 0。",
    "attributes": "信息公开属性按台账的全部收件计，不受统计期间影响；重复、退回和被替代的收件不计。",
    "undecided": "公开属性尚未确定的收件，正等待人工处理。",
    "yearBefore": "上年同期是早一年的同样日期，口径相同。",
    "corrections": "更正、撤稿按渠道各自另计，不计入首次发布；日期是更正或撤稿的日期。",
    "holds": "停下按原因计：同一件同一天因同一原因停下计一次，以后改正重投的也计在内；日期是停下的日期。",
    "changes": "规范化改动按条计，属于期间内首次发布的文稿，只计最近一次改稿。",
  ]

  /// The command that lists what one number counts.
  static func listing(_ outlet: Outlet, _ month: Month) -> String {
    "zarlal list queued --outlet \(outlet.id) --month \(month.name)"
  }
}
