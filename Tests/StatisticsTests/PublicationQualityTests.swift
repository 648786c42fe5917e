internal import Publication
internal import Statistics
internal import TestSupport
internal import Testing

@Suite("Timeliness, languages and silence")
struct PublicationQualityTests {
  private func day(_ iso: String) throws -> CivilDate { try SampleYear.date(iso) }

  private func id(_ number: Int) -> ItemID { ItemID(rawValue: String(repeating: "0", count: 31) + "\(number)") }

  private func item(
    _ number: Int, _ language: ContentLanguage = .chinese, pair: String? = nil, docno: String? = nil,
    formed: String? = nil,
    published: String, shown: Int = 0, corrected: Int? = nil, on: String? = nil, state: ItemState = .queued
  ) throws -> PublishedItem {
    PublishedItem(
      itemID: id(number), state: state, language: language, pair: pair, documentNumber: docno,
      formedOn: try formed.map(day), published: try day(published), lastShown: max(shown, corrected ?? 0),
      lastCorrected: corrected, correctedOn: try on.map(day))
  }

  private func quality(_ items: [PublishedItem], from: String = "2025-01-01", to: String = "2025-12-31") throws
    -> PublicationQuality
  {
    PublicationQuality(
      of: PublishedFacts(items: items), outlets: [], from: try day(from), to: try day(to), today: try day("2026-03-01"),
      calendar: .national)
  }

  @Test("what was published on the twentieth working day is in time, the next day it is late")
  func limit() throws {
    let found = try quality([
      item(1, formed: "2025-01-20", published: "2025-02-21"), item(2, formed: "2025-01-20", published: "2025-02-24"),
      item(3, formed: "2025-02-24", published: "2025-02-24"), item(4, formed: "2025-03-01", published: "2025-02-24"),
      item(5, published: "2025-02-24"), item(6, formed: "2006-12-30", published: "2025-02-24"),
      item(7, formed: "2024-01-01", published: "2024-12-31"),
    ]).timeliness
    #expect(found.entries.map(\.workdays) == [20, 21, 0, 0])
    #expect(found.late.map(\.itemID) == [id(2)])
    #expect(found.undated == [id(5)] && found.uncounted == [id(6)])
    #expect(found.median == 0 && found.longest == 21)
  }

  @Test("halves are told by pair, else by the whole document number; withdrawn ones don't count")
  func halves() throws {
    let found = try quality([
      item(1, pair: "甲", published: "2025-03-01"), item(2, .mongolian, pair: "甲", published: "2025-03-11"),
      item(3, docno: "乌行发〔2025〕3号", published: "2025-03-01"),
      item(4, .mongolian, docno: "乌行发〔2025〕3号", published: "2025-02-27"),
      item(5, pair: "乙", published: "2025-12-01"),
      item(6, .mongolian, pair: "乙", published: "2025-12-02", state: .withdrawn), item(7, published: "2025-11-01"),
    ]).languages
    #expect([found.chinese, found.mongolian, found.pairs] == [4, 2, 2])
    #expect(found.lags == [10, -2] && found.medianLag == -2 && found.coverage == 500)
    #expect(found.missing.map(\.itemID) == [id(7), id(5)])
    // Ages are told on the last day of a period that has passed.
    #expect(found.missing.map(\.days) == [60, 30])
  }

  @Test("a Mongolian half is out of date when its Chinese half was corrected after it was last shown")
  func stale() throws {
    let found = try quality([
      item(1, pair: "甲", published: "2025-03-01", corrected: 9, on: "2025-12-01"),
      item(2, .mongolian, pair: "甲", published: "2025-03-02", shown: 3),
      item(3, pair: "乙", published: "2025-03-01", corrected: 9, on: "2025-12-01"),
      item(4, .mongolian, pair: "乙", published: "2025-03-02", corrected: 10, on: "2025-12-01"),
    ]).languages
    #expect(found.stale.map(\.itemID) == [id(2)] && found.stale.map(\.days) == [30])
  }

  @Test("an outlet is quiet when more than fourteen days go by, at both ends of the period too")
  func quiet() throws {
    let outlet = OutletID("site-zh")
    func spells(_ days: [String]) throws -> [String] {
      QuietSpell.spells(
        of: outlet, days: try days.map(day), from: try day("2025-01-01"), to: try day("2025-02-28")
      ).map { "\($0.from) \($0.to) \($0.days)\($0.isOpen ? "…" : "")" }
    }
    #expect(try spells(["2025-01-15", "2025-01-30", "2025-02-14"]) == [])
    #expect(
      try spells(["2025-01-16", "2025-02-01", "2025-02-13"]) == [
        "2025-01-01 2025-01-15 15", "2025-01-17 2025-01-31 15", "2025-02-14 2025-02-28 15…",
      ])
    #expect(try spells([]) == ["2025-01-01 2025-02-28 59…"])
    #expect(try spells(["2024-12-31", "2025-03-01"]) == ["2025-01-01 2025-02-28 59…"])
  }

  @Test("one model stands behind every form, and every number that can be opened names its list")
  func forms() throws {
    let ledger = try SampleYear.ledger()
    let report = try ledger.read { ledger in
      try ChannelReport(of: ledger, outlets: SampleYear.outlets, today: day("2025-03-20"))
    }
    let quality = try #require(report.quality)
    #expect(quality.timeliness.undated.count == 15)
    #expect(report.json["timeliness"]?["undated"]?.integer == 15)
    #expect(report.json["languages"]?["chinese"]?.integer == quality.languages.chinese)
    #expect(report.text.contains("没有成文日期") && report.html.contains("没有成文日期"))
    #expect(report.html.contains("zarlal list undated --from 2025-01-01 --to 2025-03-31"))
    #expect(
      quality.quiet.contains { $0.outlet.rawValue == "site-mn" && $0.isOpen && $0.to.description == "2025-03-20" })
    #expect(report.text.contains("site-mn：2025-01-16 至 2025-03-20，64天没有更新（仍在继续）"))
  }
}
