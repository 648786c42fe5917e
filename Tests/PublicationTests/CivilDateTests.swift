import Publication
import Testing

@Suite("Dates")
struct CivilDateTests {
  @Test(
    "Chinese dates are read in every usual form",
    arguments: [
      ("2025年7月11日", "2025-07-11"), ("2018年12月07日", "2018-12-07"), ("二〇〇六年十月十八日", "2006-10-18"),
      ("二\u{25CB}\u{25CB}七年六月五日", "2007-06-05"), ("二零一一年十二月三十一日", "2011-12-31"), ("２０２５年７月１１日", "2025-07-11"),
      ("2025 年 7 月 11 日", "2025-07-11"), ("一九九九年一月二十日", "1999-01-20"), ("二〇二〇年二月廿九日", "2020-02-29"),
    ])
  func chinese(_ text: String, _ day: String) {
    #expect(CivilDate(chinese: text)?.description == day)
    #expect(CivilDate(line: text)?.description == day)
  }

  @Test(
    "what is no day is no date",
    arguments: [
      "2025年2月29日", "2025年13月1日", "2025年7月", "二〇二五年七月三十二日", "2025年7月11日印发", "于2025年7月11日", "年月日", "", "十月十八日",
      "2025年〇月一日",
    ])
  func noDate(_ text: String) {
    #expect(CivilDate(chinese: text) == nil)
    #expect(CivilDate(line: text) == nil)
  }

  @Test(
    "ISO 8601 dates may carry a time",
    arguments: [
      ("2025-07-11", true), ("20250711", true), ("2025-07-11T08:30", true), ("2025-07-11 08:30:00", true),
      ("2025-07-11T08:30:00.125Z", true),
      ("2025-07-11T08:30:00+08:00", true), ("2025-07-11T08:30:00+0800", true), ("2025-07-11T", false),
      ("2025-07-11T8", false),
      ("2025-7-11", false), ("2025/07/11", false), ("2025年7月11日", false), ("2025-07-11T25:00", false),
      ("2025-07-11Txx:00", false),
      ("2025-07-11T08:30:00+", false), ("2025-02-30", false), ("", false), ("20251", false),
    ])
  func iso(_ text: String, _ isDate: Bool) {
    #expect((CivilDate(iso8601: text) != nil) == isDate)
    if isDate { #expect(CivilDate(iso8601: text)?.description == "2025-07-11") }
  }

  @Test(
    "a line may write a date with slashes, dots or in brackets",
    arguments: ["2025/7/11", "2025.7.11", "2025-7-11", "（2025年7月11日）", "　2025-07-11 "])
  func line(_ text: String) {
    #expect(CivilDate(line: text)?.description == "2025-07-11")
  }

  @Test("a date at the end of a line leaves what stands before it")
  func trailing() throws {
    let found = try #require(CivilDate.trailing("乌兰塔拉盟民政局　2025年3月27日"))
    #expect(found.before == "乌兰塔拉盟民政局")
    #expect(found.date.description == "2025-03-27")
    #expect(CivilDate.trailing("截至目前") == nil)
    #expect(CivilDate.trailing("12025年3月27日") == nil)
  }

  @Test("days are counted through leap years and back")
  func arithmetic() throws {
    let day = try #require(CivilDate(iso: "2024-02-28"))
    #expect(day.advanced(by: 1).description == "2024-02-29")
    #expect(day.advanced(by: 2).description == "2024-03-01")
    #expect(CivilDate(daysSince1970: 0).description == "1970-01-01")
    for days in stride(from: -719_162, through: 2_932_896, by: 9973) {
      #expect(CivilDate(daysSince1970: days).daysSince1970 == days)
    }
    #expect(CivilDate(daysSince1970: .max).description == "9999-12-31")
    #expect(CivilDate(daysSince1970: .min).description == "0001-01-01")
  }
}
