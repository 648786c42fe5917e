internal import Testing

@testable internal import Statistics

@Suite("Cells for spreadsheets")
struct CSVCellTests {
  @Test(
    "cells that a spreadsheet would calculate stand behind an apostrophe",
    arguments: ["=1", "+1", "-1", "@a", "\t=1", "＝1"])
  func formulas(_ text: String) {
    #expect(csvCell(text).utf8.first { $0 != 0x22 } == 0x27)
  }

  @Test("cells are quoted where they must be")
  func quoting() {
    #expect(csvCell("a,b") == "\"a,b\"")
    #expect(csvCell("a\"b") == "\"a\"\"b\"")
    #expect(csvCell("通知") == "通知")
    #expect(csvCell("") == "")
  }
}
