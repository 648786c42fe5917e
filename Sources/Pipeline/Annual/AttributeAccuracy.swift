import Publication

/// The share of attribute decisions of a year that were never reversed.
///
/// A decision is an item with an attribute that is dated in the year (发布日期, else the day of the decision); it is reversed where the same content later got a stricter attribute.
struct AttributeAccuracy {
  /// Items of the year with an attribute.
  let decided: Int
  /// Those of them that got a stricter attribute later.
  let reversed: Int

  init(of year: Int, in ledger: any LedgerReading) throws {
    let items = try ledger.items(in: Set(ItemState.allCases)).filter {
      ($0.date ?? $0.decidedOn).year == year && $0.attribute != nil && $0.state != .duplicate && $0.state != .rejected
    }
    var changed: Set<ItemID> = []
    try ledger.forEachHistoryEntry { if $0.event == "stricterAttribute" { changed.insert($0.itemID) } }
    decided = items.count
    reversed = items.filter { changed.contains($0.itemID) }.count
  }

  /// The percentage as one reading, cut after the second place so that it never claims too much; `nil` where nothing was decided.
  func entry(on day: CivilDate) -> FigureEntry? {
    guard decided > 0 else { return nil }
    let hundredths = (decided - reversed) * 10_000 / decided
    let fraction = hundredths % 100
    let text = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    return DecimalNumber(text: text).map { share in
      FigureEntry(
        list: .decisions, entry: "全年", day: day, amount: share, unit: .percent,
        source: "台账：已定属性 \(decided) 件，其后改严 \(reversed) 件", person: "")
    }
  }
}
