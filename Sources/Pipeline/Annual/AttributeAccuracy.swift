import Publication

/// The share of attribute decisions that were never reversed, with the list behind it.
///
/// A decision is an item of the period (发布日期, else the day of its first decision) whose attribute was settled: it was queued, registered or sealed, or a person decided it. It is
/// reversed where the same content later got a stricter attribute, a person decided otherwise later, or it was withdrawn because it should not have been open.
struct AttributeAccuracy {
  /// One item whose attribute was settled.
  struct Decision: Equatable {
    var itemID: ItemID
    var day: CivilDate
    /// Why it counts as reversed; `nil`: it stands.
    var reversal: String?
  }

  /// By day and id.
  let decisions: [Decision]

  /// Those that were reversed.
  var reversed: [Decision] { decisions.filter { $0.reversal != nil } }

  /// Decisions of the days from `from` to `to`.
  init(from: CivilDate, to: CivilDate, in ledger: any LedgerReading) throws {
    var found: [ItemID: Decision] = [:]
    var decided: [ItemID: String] = [:]
    try ledger.forEachHistoryEntry { entry in
      switch entry.event {
      case "queued", "sealed", "onRequest", PersonalDecisions.decided:
        if found[entry.itemID] == nil { found[entry.itemID] = Decision(itemID: entry.itemID, day: entry.day) }
        guard entry.event == PersonalDecisions.decided, let attribute = entry.facts["attribute"]?.text else { return }
        if let earlier = decided[entry.itemID], earlier != attribute {
          found[entry.itemID]?.reversal = "\(entry.day) 改定"
        }
        decided[entry.itemID] = attribute
      case "stricterAttribute": found[entry.itemID]?.reversal = "\(entry.day) 改严"
      case "withdrawn":
        let codes = [WithdrawalReason.closed, .personal].map(\.rawValue)
        if let code = entry.facts["code"]?.text, codes.contains(code) {
          found[entry.itemID]?.reversal = "\(entry.day) 撤稿：\(WithdrawalReason(rawValue: code)?.term ?? code)"
        }
      default: break
      }
    }
    for item in try ledger.items(in: Set(ItemState.allCases)) where item.date != nil {
      if let date = item.date { found[item.itemID]?.day = date }
    }
    decisions = found.values.filter { from <= $0.day && $0.day <= to }
      .sorted { ($0.day, $0.itemID) < ($1.day, $1.itemID) }
  }

  /// The percentage as one reading, cut after the second place so that it never claims too much; `nil` where nothing was decided.
  func entry(on day: CivilDate) -> FigureEntry? {
    let (all, reversed) = (decisions.count, reversed.count)
    guard all > 0 else { return nil }
    let hundredths = (all - reversed) * 10_000 / all
    let fraction = hundredths % 100
    let text = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    let days = "--from \(day.year)-01-01 --to \(day.year)-12-31"
    return DecimalNumber(text: text).map { share in
      FigureEntry(
        list: .decisions, entry: "全年", day: day, amount: share, unit: .percent,
        source: "台账：已定属性 \(all) 件，其后改变 \(reversed) 件（清单：zarlal list decisions \(days)；zarlal list reversed \(days)）",
        person: "")
    }
  }
}

extension Engine {
  /// Decisions on attributes, or only those that were reversed.
  func decisions(_ filter: ListFilter, reversed: Bool) throws -> [Listed] {
    let (from, to) = days(filter)
    return try asking([]) { ledger in
      let accuracy = try AttributeAccuracy(from: from, to: to, in: ledger)
      return try (reversed ? accuracy.reversed : accuracy.decisions).map { one in
        try listed(one.itemID, in: ledger, one.day.description, one.reversal ?? "")
      }
    }
  }
}
