internal import Publication
internal import Testing

@testable internal import AnnualReport

@Suite("The printed form")
struct WritingTests {
  @Test(
    "the tables have the grid of the form, every place covered exactly once",
    arguments: [(2, 14, 4), (3, 28, 10), (4, 4, 15)])
  func grids(_ section: Int, _ rows: Int, _ columns: Int) throws {
    let table = try #require(FormLayout.tables.first { $0.section == section })
    #expect(table.rows.count == rows)
    #expect(table.widths.count == columns)
    #expect(table.widths.reduce(0, +) == 9000)
    var covered = Set<[Int]>()
    for (index, row) in MergedRows(table).rows.enumerated() {
      #expect(row.map(\.columns).reduce(0, +) == columns)
      for cell in row where !cell.isContinued {
        for r in 0..<cell.rows {
          for c in 0..<cell.columns { #expect(covered.insert([index + r, cell.column + c]).inserted) }
        }
      }
    }
    #expect(covered.count == rows * columns)
  }

  @Test("each number cell of the form stands in its table once")
  func cells() {
    let all = FormLayout.tables.flatMap { $0.rows.joined().compactMap(\.cell) }
    #expect(all.count == 200)
    #expect(Set(all) == Set(ReportCell.ofTables))
  }

  @Test("the same report gives the same bytes")
  func deterministic() {
    let first = SeedLists.built()
    let second = SeedLists.built()
    #expect(first.docx == second.docx)
    #expect(first.html == second.html)
    #expect(first.report.json.utf8() == second.report.json.utf8())
  }

  @Test("the page needs nothing else, and escapes what the office writes")
  func html() {
    let html = SeedLists.built(five: ["存在<问题>&\"不足\"，需要改进。"]).html
    #expect(html.contains("存在&lt;问题&gt;&amp;&quot;不足&quot;"))
    for word in ["http:", "https:", "src=", "<script", "<link"] { #expect(!html.contains(word)) }
    #expect(html.contains("size: A4"))
  }
}
