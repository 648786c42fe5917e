internal import LedgerConformance
internal import Publication
internal import Statistics
internal import TestSupport
internal import Testing

@Suite("The channel report")
struct ChannelReportTests {
  private func report(_ from: String? = nil, _ to: String? = nil) throws -> ChannelReport {
    try SampleYear.ledger().read { ledger in
      try ChannelReport(
        of: ledger, outlets: SampleYear.outlets, from: from.map(SampleYear.date), to: to.map(SampleYear.date))
    }
  }

  private func counts(_ report: ChannelReport) -> [String: [Int]] {
    Dictionary(uniqueKeysWithValues: report.outlets.map { ($0.id.rawValue, $0.months.map(\.count)) })
  }

  @Test("without dates it reaches from the first to the last month with a publication, empty months are 0")
  func defaultPeriod() throws {
    let report = try report()
    #expect(report.from?.description == "2025-01-01")
    #expect(report.to?.description == "2025-03-31")
    #expect(counts(report) == ["site-zh": [5, 0, 4], "site-mn": [1, 0, 0], "old-site": [0, 5, 0]])
    #expect(report.outlets.map(\.id.rawValue) == ["site-zh", "site-mn", "old-site"])
    #expect(report.outlets.map(\.queued) == [9, 1, 5])
    #expect(report.total == 15)
  }

  @Test(
    "parts of months are counted by day, whole months by counter, and outlets without a count are left out unless configured"
  )
  func parts() throws {
    #expect(counts(try report("2025-01-02", "2025-01-31")) == ["site-zh": [3], "site-mn": [1]])
    #expect(
      counts(try report("2025-01-31", "2025-03-14")) == [
        "site-zh": [3, 0, 0], "site-mn": [0, 0, 0], "old-site": [0, 5, 0],
      ])
    #expect(counts(try report("2025-01-02", "2025-01-30")) == ["site-zh": [0], "site-mn": [1]])
    #expect(counts(try report("2024-12-31", "2025-01-31")) == ["site-zh": [0, 5], "site-mn": [0, 1]])
  }

  @Test("one date alone leaves the other end at the last or first month with a publication")
  func oneEnd() throws {
    let from = try report("2025-02-01")
    #expect(from.to?.description == "2025-03-31")
    #expect(counts(from) == ["site-zh": [0, 4], "site-mn": [0, 0], "old-site": [5, 0]])
    let to = try report(nil, "2025-01-31")
    #expect(to.from?.description == "2025-01-01")
    let late = try report("2025-05-10")
    #expect(late.to?.description == "2025-05-31")
    #expect(late.total == 0)
  }

  @Test("a period that ends before it begins is a mistake of the command")
  func reversed() {
    #expect { try report("2025-02-01", "2025-01-31") } throws: { ($0 as? PipelineError)?.code == .usage }
  }

  @Test("an empty ledger has an empty report in every form")
  func empty() throws {
    let report = try SampleYear.ledger([]).read { try ChannelReport(of: $0, outlets: SampleYear.outlets) }
    #expect(report.from == nil)
    #expect(report.total == 0)
    #expect(report.json["from"] == .null)
    #expect(report.text.utf8.count > 100)
    #expect(report.html.utf8.count > 100)
    #expect(report.csv.utf8.elementsEqual("\u{FEFF}月份,旗政府网站汉文版（site-zh）,旗政府网站蒙古文版（site-mn）,合计\r\n合计,0,0,0\r\n".utf8))
  }

  @Test("the last month of the calendar ends the longest period")
  func farEnd() throws {
    let report = try report("9999-11-01", "9999-12-31")
    #expect(report.outlets.first?.months.map(\.to.description) == ["9999-11-30", "9999-12-31"])
  }

  @Test("the JSON form is zarlal.channels/1")
  func json() throws {
    let json = try report("2025-01-01", "2025-02-28").json
    let expected = """
      {"schema":"zarlal.channels/1","from":"2025-01-01","to":"2025-02-28","outlets":[\
      {"id":"site-zh","name":{"en":"Chinese site","zh":"旗政府网站汉文版"},"queued":5,"byMonth":{"2025-01":5,"2025-02":0}},\
      {"id":"site-mn","name":{"zh":"旗政府网站蒙古文版"},"queued":1,"byMonth":{"2025-01":1,"2025-02":0}},\
      {"id":"old-site","name":{"zh":"old-site"},"queued":5,"byMonth":{"2025-01":0,"2025-02":5}}],\
      "attributes":{"proactive":15,"onRequest":0,"withheld":1,"undecided":1},"definitions":{
      """
    #expect(String(decoding: json.utf8(), as: UTF8.self).utf8.starts(with: expected.dropLast(0).utf8))
    #expect(json["definitions"]?["queued"]?.text?.isEmpty == false)
  }

  @Test("the text form fits into 80 columns and its numbers stand below each other")
  func text() throws {
    let text = try report().text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for line in lines { #expect(displayWidth(line) <= 80, "\(line)") }
    let table = lines.drop { !$0.hasPrefix("月份") }.prefix(5)
    #expect(
      Array(table) == [
        "月份     site-zh  site-mn  old-site  合计", "2025-01        5        1         0     6",
        "2025-02        0        0         5     5", "2025-03        4        0         0     4",
        "合计           9        1         5    15",
      ])
    #expect(Set(lines.dropFirst(2).prefix(5).map(displayWidth)).count == 1)
  }

  @Test("outlets that don't fit beside each other are continued below")
  func manyOutlets() throws {
    let names = (1...12).map { "outlet-number-\($0)" }
    let ledger = try SampleYear.ledger(names.map { ($0, "2025-01-01", 1) })
    let text = try ledger.read { try ChannelReport(of: $0, outlets: []) }.text
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { displayWidth($0) <= 80 })
    #expect(lines.filter { $0.hasPrefix("2025-01") }.count == 4)
    for name in names {
      #expect(lines.contains { $0.hasPrefix("月份") && $0.split(separator: " ").contains(Substring(name)) })
    }
  }

  @Test("the page shows every number once as a bar and once in the table, and names the command that lists it")
  func html() throws {
    let html = try report().html
    #expect(html.split(separator: "<rect class=\"bar\"").count == 10)
    #expect(html.utf8.count < 60_000)
    #expect(html.contains("<tr id=\"site-zh-2025-03\"><th scope=\"row\">2025-03</th><td>4</td>"))
    #expect(html.contains("<a href=\"#site-zh-2025-03\">4</a>"))
    #expect(html.contains("zarlal list queued --outlet site-zh --month 2025-03"))
    #expect(!html.contains("http"))
    #expect(!html.contains("<script"))
  }

  @Test("a name can't break out of the page or become a formula")
  func hostileNames() throws {
    var outlets = SampleYear.outlets
    outlets[0].name = ["zh": "</title><script>alert('&\"')</script>"]
    outlets[1].name = ["zh": "=HYPERLINK(\"http://x\",\"y\")\n2"]
    let report = try SampleYear.ledger().read { try ChannelReport(of: $0, outlets: outlets) }
    #expect(!report.html.contains("<script>"))
    #expect(report.html.contains("&lt;script&gt;alert(&#39;&amp;&quot;&#39;)"))
    let header = report.csv
    #expect(header.contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\n2（site-mn）\""))
  }
}
