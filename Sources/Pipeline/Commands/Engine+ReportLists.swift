import Publication
import Statistics

/// The lists behind the numbers that a channel report has beside publications, timeliness and languages.
extension Engine {
  /// The days asked for; all days where none are.
  func days(_ filter: ListFilter) -> (from: CivilDate, to: CivilDate) {
    (filter.from ?? CivilDate(daysSince1970: .min / 2), filter.to ?? CivilDate(daysSince1970: .max / 2))
  }

  /// Corrections or withdrawals.
  func payloads(action: PayloadAction, _ filter: ListFilter) throws -> [Listed] {
    let (from, to) = days(filter)
    return try asking([]) { ledger in
      try ledger.payloads(action: action, from: from, to: to)
        .filter { row in filter.outlet.map { $0 == row.outlet } ?? true }.map { try listed($0, in: ledger) }
    }
  }

  /// What was held or restricted, for one code or for any.
  func holds(_ filter: ListFilter) throws -> [Listed] {
    let (from, to) = days(filter)
    return try asking([]) { ledger in
      let codes = try filter.code.map { [$0] } ?? Array(ledger.holdCounts(from: from, to: to).keys).sorted()
      return try codes.flatMap { code in
        try ledger.holds(for: code, from: from, to: to).map { hold in
          var one = try listed(hold.itemID, in: ledger, hold.day.description, "")
          one.codes = [code]
          return one
        }
      }
    }
  }

  /// What was published with changes to its text, by one rule or by any.
  func changes(_ filter: ListFilter) throws -> [Listed] {
    let (from, to) = days(filter)
    return try asking([]) { ledger in
      let items = try ledger.published().items.filter { from <= $0.published && $0.published <= to }
      return try items.sorted { ($0.published, $0.itemID) < ($1.published, $1.itemID) }.flatMap { item in
        try item.changes.sorted { $0.key < $1.key }.filter { change in filter.rule.map { $0 == change.key } ?? true }
          .map { try listed(item.itemID, in: ledger, item.published.description, "\($0.key) \($0.value)处") }
      }
    }
  }

  /// Each silence of each outlet.
  func quiet(_ filter: ListFilter) throws -> [Listed] {
    try asking([]) { ledger in
      let report = try ChannelReport(
        of: ledger, outlets: configuration.outlets, from: filter.from, to: filter.to, today: today)
      return (report.quality?.quiet ?? []).filter { spell in filter.outlet.map { $0 == spell.outlet } ?? true }
        .map { spell in
          Listed(
            id: spell.outlet.rawValue, state: "quiet", codes: [], outlets: [spell.outlet],
            message: "\(spell.from) 至 \(spell.to)　\(spell.days)天没有更新" + (spell.isOpen ? "（仍在继续）" : ""))
        }
    }
  }

  /// Items by attribute, as the report counts them: duplicates, rejected and superseded ones left out.
  func items(with attribute: DisclosureAttribute??) throws -> [Listed] {
    let states = Set(ItemState.allCases).subtracting([.duplicate, .rejected, .superseded])
    return try asking([]) { ledger in
      try ledger.items(in: states).filter { item in
        states.contains(item.state) && (attribute.map { $0 == item.attribute } ?? true)
      }.map {
        try listed($0.itemID, in: ledger, ($0.date ?? $0.decidedOn).description, "")
      }
    }
  }
}
