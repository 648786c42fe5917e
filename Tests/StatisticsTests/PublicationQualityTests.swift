internal import LedgerConformance
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

  /// Numbers from the tallies that a ledger keeps, and the lists behind them from the items.
  private func found(_ items: [PublishedItem], from: String = "2025-01-01", to: String = "2025-12-31") throws
    -> (numbers: PublicationQuality, lists: PublicationLists)
  {
    let (first, last) = (try day(from), try day(to))
    let tallies = DayTally.tallies(of: items).filter { first <= $0.day && $0.day <= last }
    let numbers = PublicationQuality(
      of: tallies, days: [:], outlets: [], from: first, to: last, today: try day("2026-03-01"), calendar: .national)
    return (numbers, PublicationLists(of: items, from: first, to: last, on: last, calendar: .national))
  }

  @Test("what was published on the twentieth working day is in time, the next day it is late")
  func limit() throws {
    let (numbers, found) = try found([
      item(1, formed: "2025-01-20", published: "2025-02-21"), item(2, formed: "2025-01-20", published: "2025-02-24"),
      item(3, formed: "2025-02-24", published: "2025-02-24"), item(4, formed: "2025-03-01", published: "2025-02-24"),
      item(5, published: "2025-02-24"), item(6, formed: "2006-12-30", published: "2025-02-24"),
      item(7, formed: "2024-01-01", published: "2024-12-31"),
    ])
    #expect(found.inTime.map(\.workdays) == [20, 0, 0] && found.late.map(\.workdays) == [21])
    #expect(found.late.map(\.itemID) == [id(2)])
    #expect(found.undated == [id(5)] && found.uncounted == [id(6)])
    #expect(numbers.timeliness.byWorkdays == [20: 1, 21: 1, 0: 2])
    #expect(numbers.timeliness.median == 0 && numbers.timeliness.longest == 21)
  }

  @Test("halves are told by pair, else by the whole document number; withdrawn ones don't count")
  func halves() throws {
    let (numbers, lists) = try found([
      item(1, pair: "甲", published: "2025-03-01"), item(2, .mongolian, pair: "甲", published: "2025-03-11"),
      item(3, docno: "乌行发〔2025〕3号", published: "2025-03-01"),
      item(4, .mongolian, docno: "乌行发〔2025〕3号", published: "2025-02-27"),
      item(5, pair: "乙", published: "2025-12-01"),
      item(6, .mongolian, pair: "乙", published: "2025-12-02", state: .withdrawn), item(7, published: "2025-11-01"),
    ])
    let found = numbers.languages
    #expect([found.chinese, found.mongolian, found.pairs] == [4, 2, 2])
    #expect(lists.translated.map(\.lag) == [10, -2] && found.medianLag == -2 && found.coverage == 500)
    #expect(lists.untranslated.map(\.itemID) == [id(7), id(5)])
    // Ages are told on the last day of a period that has passed.
    #expect(lists.untranslated.map(\.days) == [60, 30] && found.oldestMissing == 60)
  }

  @Test("a Mongolian half is out of date when its Chinese half was corrected after it was last shown")
  func stale() throws {
    let (numbers, found) = try found([
      item(1, pair: "甲", published: "2025-03-01", corrected: 9, on: "2025-12-01"),
      item(2, .mongolian, pair: "甲", published: "2025-03-02", shown: 3),
      item(3, pair: "乙", published: "2025-03-01", corrected: 9, on: "2025-12-01"),
      item(4, .mongolian, pair: "乙", published: "2025-03-02", corrected: 10, on: "2025-12-01"),
    ])
    #expect(numbers.languages.stale == 1)
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
    #expect(quality.timeliness.undated == 15)
    #expect(report.json["timeliness"]?["undated"]?.integer == 15)
    #expect(report.json["languages"]?["chinese"]?.integer == quality.languages.chinese)
    #expect(report.text.contains("没有成文日期") && report.html.contains("没有成文日期"))
    #expect(report.html.contains("zarlal list undated --from 2025-01-01 --to 2025-03-31"))
    #expect(
      quality.quiet.contains { $0.outlet.rawValue == "site-mn" && $0.isOpen && $0.to.description == "2025-03-20" })
    // One line an outlet, however often it was silent; `list quiet` has each silence.
    #expect(report.text.contains("site-mn  1 段共 64 天，最长 64 天（2025-01-16 至 2025-03-20），仍在继续"))
    #expect(report.html.contains("zarlal list quiet --outlet site-mn --from 2025-01-01 --to 2025-03-31"))
  }

  @Test("every number is as long as its list, whatever was published", arguments: 1...40)
  func recount(_ seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    var items: [PublishedItem] = []
    for number in 1...60 {
      let corrected = Int.random(in: 0..<4, using: &dice) == 0 ? Int.random(in: 1...99, using: &dice) : nil
      let formed =
        Int.random(in: 0..<3, using: &dice) == 0
        ? nil : LedgerSamples.today.advanced(by: Int.random(in: -60...0, using: &dice))
      items.append(
        PublishedItem(
          itemID: id(number), state: Int.random(in: 0..<6, using: &dice) == 0 ? .withdrawn : .queued,
          language: [.chinese, .mongolian, nil].randomElement(using: &dice) ?? nil,
          pair: [nil, "甲", "乙", "丙"].randomElement(using: &dice) ?? nil,
          documentNumber: [nil, "一", "二"].randomElement(using: &dice) ?? nil,
          formedOn: formed,
          published: LedgerSamples.today.advanced(by: Int.random(in: -40...40, using: &dice)),
          lastShown: max(corrected ?? 0, Int.random(in: 1...99, using: &dice)), lastCorrected: corrected,
          correctedOn: corrected.map { LedgerSamples.today.advanced(by: $0) },
          isIndependent: Bool.random(using: &dice)))
    }
    let (numbers, lists) = try found(items.shuffled(using: &dice), from: "2025-06-01", to: "2025-06-30")
    let (time, languages) = (numbers.timeliness, numbers.languages)
    #expect(
      [time.inTime, time.late, time.undated, time.uncounted] == [lists.inTime, lists.late].map(\.count) + [
        lists.undated.count, lists.uncounted.count,
      ])
    #expect(
      [languages.chinese, languages.mongolian, languages.pairs] == [
        lists.chinese.count, lists.mongolian.count, lists.translated.count,
      ])
    #expect(
      [languages.missing, languages.stale, languages.independent]
        == [lists.untranslated.count, lists.stale.count, lists.independent.count])
    let took = (lists.inTime + lists.late).map(\.workdays).sorted()
    #expect(time.median == (took.isEmpty ? nil : took[(took.count - 1) / 2]))
    #expect(languages.oldestMissing == lists.untranslated.map(\.days).max())
  }
}
