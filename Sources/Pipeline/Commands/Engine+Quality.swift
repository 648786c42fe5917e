import Publication
import Statistics

extension Engine {
  /// The items behind a number of timeliness or languages: each line begins with the day of first publication.
  func quality(_ kind: ListedKind, _ from: CivilDate?, _ to: CivilDate?) throws -> [Listed] {
    let calendar = try workdays()
    return try asking([]) { ledger in
      let facts = try ledger.published()
      let first = from ?? facts.items.map(\.published).min() ?? today
      let last = to ?? facts.items.map(\.published).max() ?? today
      let lists = PublicationLists(
        of: facts.items, from: first, to: last, on: min(last, today), calendar: calendar)
      let days = Dictionary(facts.items.map { ($0.itemID, $0.published) }, uniquingKeysWith: { $1 })
      return try entries(kind, lists).map { id, words in
        try listed(id, in: ledger, days[id]?.description, words)
      }
    }
  }

  private func entries(_ kind: ListedKind, _ lists: PublicationLists) -> [(ItemID, String)] {
    switch kind {
    case .inTime: lists.inTime.map { ($0.itemID, "成文\($0.formedOn)，\($0.workdays)个工作日") }
    case .late: lists.late.map { ($0.itemID, "成文\($0.formedOn)，\($0.workdays)个工作日") }
    case .undated: lists.undated.map { ($0, "没有成文日期") }
    case .uncounted: lists.uncounted.map { ($0, "工作日历没有覆盖") }
    case .chinese: lists.chinese.map { ($0, "汉文") }
    case .mongolian: lists.mongolian.map { ($0, "蒙古文") }
    case .translated: lists.translated.map { ($0.itemID, "蒙古文\($0.half.rawValue.prefix(12))，晚\($0.lag)天") }
    case .untranslated: lists.untranslated.map { ($0.itemID, "缺蒙古文\($0.days)天") }
    case .independent: lists.independent.map { ($0, "各自发布") }
    case .stale: lists.stale.map { ($0.itemID, "汉文\($0.since)更正，已\($0.days)天") }
    default: []
    }
  }

  /// An item as a line of a list: a day, what is said of it, its title where it may be told.
  func listed(_ id: ItemID, in ledger: any LedgerReading, _ day: String?, _ words: String) throws -> Listed {
    let item = try ledger.item(id)
    return Listed(
      id: id.rawValue, file: item?.file, state: item?.state.rawValue ?? "", codes: [], outlets: [],
      message: [day ?? "", words, item?.title ?? ""].filter { !$0.utf8.isEmpty }.joined(separator: "　"))
  }
}
