import Publication
import Testing

@Suite("Figures of the annual report")
struct ReportCellTests {
  @Test("every cell of the three tables has a name of its own that reads back")
  func names() {
    #expect(ReportCell.ofTables.count == 10 + 25 * 7 + 15)
    #expect(Set(ReportCell.ofTables.map(\.description)).count == ReportCell.ofTables.count)
    for cell in ReportCell.ofTables + NarrativeFigure.allCases.map(ReportCell.narrative) {
      #expect(ReportCell(name: cell.description) == cell)
    }
    #expect(ReportCell.applications(.new, .natural).description == "table3.new.natural")
    #expect(ReportCell.documents(.normativeDocuments, .issued).description == "table2.normative_documents.issued")
    #expect(ReportCell.remedies(.review, .other).description == "table4.review.other")
    let outlet = ReportCell.publications(OutletID("site-zh"))
    #expect(outlet.description == "section1.proactive.outlets.site-zh")
    #expect(ReportCell(name: outlet.description) == outlet)
  }

  @Test(
    "a name that the form doesn't have is no cell",
    arguments: ["", "table3", "table3.new", "table3.new.nobody", "table5.new.total", "section1.proactive.outlets."])
  func noCell(_ name: String) { #expect(ReportCell(name: name) == nil) }

  @Test("the form has 21 kinds of results")
  func results() {
    #expect(ApplicationRow.results.count == 21)
    #expect(ApplicationRow.results.first == .open)
    #expect(ApplicationRow.results.last == .otherHandling)
  }

  @Test(
    "amounts are exact decimals",
    arguments: [
      ("0", "0"), ("1931.9", "1931.9"), ("-4", "-4"), ("0.050", "0.05"), ("007", "7"), ("-0", "0"), ("-0.5", "-0.5"),
      ("999999999999999999.999999999", "999999999999999999.999999999"),
    ])
  func decimals(_ text: String, _ shown: String) { #expect(DecimalNumber(text: text)?.description == shown) }

  @Test(
    "what is no plain decimal is no amount",
    arguments: ["", "-", ".5", "5.", "1e3", "1,000", " 1", "１", "1.2.3", "0.1234567891", "1234567890123456789"])
  func noDecimal(_ text: String) { #expect(DecimalNumber(text: text) == nil) }

  @Test("ten times a tenth is one")
  func sums() throws {
    let tenth = try #require(DecimalNumber(text: "0.1"))
    #expect(Array(repeating: tenth, count: 10).sum() == 1)
    #expect(tenth - 1 == DecimalNumber(text: "-0.9"))
    #expect(tenth.whole == nil)
    #expect(DecimalNumber(6161).whole == 6161)
  }
}
