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
      let quality = PublicationQuality(
        of: facts, outlets: [], from: first, to: last, today: today, calendar: calendar)
      let days = Dictionary(facts.items.map { ($0.itemID, $0.published) }, uniquingKeysWith: { $1 })
      return try entries(kind, quality).map { id, words in
        let item = try ledger.item(id)
        let published = days[id]
        return Listed(
          id: id.rawValue, file: item?.file, state: item?.state.rawValue ?? "", codes: [], outlets: [],
          message: [published?.description ?? "", words, item?.title ?? ""].filter { !$0.isEmpty }
            .joined(separator: "　"))
      }
    }
  }

  private func entries(_ kind: ListedKind, _ quality: PublicationQuality) -> [(ItemID, String)] {
    switch kind {
    case .late: quality.timeliness.late.map { ($0.itemID, "成文\($0.formedOn)，\($0.workdays)个工作日") }
    case .undated: quality.timeliness.undated.map { ($0, "没有成文日期") }
    case .uncounted: quality.timeliness.uncounted.map { ($0, "工作日历没有覆盖") }
    case .untranslated: quality.languages.missing.map { ($0.itemID, "缺蒙古文\($0.days)天") }
    case .stale: quality.languages.stale.map { ($0.itemID, "汉文\($0.since)更正，已\($0.days)天") }
    default: []
    }
  }
}
