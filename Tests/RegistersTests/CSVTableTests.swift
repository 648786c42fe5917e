import Testing

@testable import Registers

@Suite("Reading CSV")
struct CSVTableTests {
  @Test(
    "a table is read cell by cell, whatever ends its lines",
    arguments: ["甲,乙\r\n1,2\r\n", "甲,乙\n1,2\n", "甲,乙\r1,2", "\u{FEFF}甲,乙\n1,2", "\"甲\",\"乙\"\r\n\"1\",\"2\""])
  func lineEnds(_ text: String) throws {
    #expect(try CSVTable(text).rows == [["甲", "乙"], ["1", "2"]])
  }

  @Test(
    "what stands most often between the headings separates: spreadsheets write semicolons and tabs too",
    arguments: [
      "甲;乙,丙;丁\n1;2,3;4\n", "甲\t乙,丙\t丁\n1\t2,3\t4\n", "甲,\"乙,丙\",\"丁\"\n1,\"2,3\",4", "\"甲\";\"乙,丙\";丁\r1;2,3;4",
    ])
  func separators(_ text: String) throws {
    #expect(try CSVTable(text).rows == [["甲", "乙,丙", "丁"], ["1", "2,3", "4"]])
  }

  @Test("quotes keep commas, line ends and doubled quotes inside a cell")
  func quotes() throws {
    let table = try CSVTable("\"甲,乙\",\"一\r\n二\",\"说“\"\"好\"\"”\",\"\"\n,,,\n")
    #expect(table.rows == [["甲,乙", "一\r\n二", "说“\"好\"”", ""], ["", "", "", ""]])
  }

  @Test(
    "what RFC 4180 doesn't know is refused with its row",
    arguments: [
      ("甲\n乙\"丙\n", 2, CSVTable.Fault.Reason.strayQuote), ("甲\n\"乙\"丙\n", 2, .textAfterQuote),
      ("甲\n\"乙\n丙", 2, .unclosedQuote), (String(repeating: ",", count: 200), 1, .tooLarge),
    ])
  func faults(_ text: String, _ row: Int, _ reason: CSVTable.Fault.Reason) {
    #expect(throws: CSVTable.Fault(row: row, reason: reason)) { try CSVTable(text) }
  }

  @Test("an empty text has no rows")
  func empty() throws { #expect(try CSVTable("").rows.isEmpty) }

  @Test("what is written can be read again, whatever stands in the cells")
  func roundTrip() throws {
    let cells = ["", "a", "\"", ",", "\r\n", "=1+1", "'=1", "''", "-", "甲\"乙,丙\n", "@x", "+86", "\t"]
    let text = CSVText.of([cells.map(CSVText.guarded), cells])
    let rows = try CSVTable(text).rows
    #expect(rows[0].map(CSVText.unguarded) == cells)
    #expect(rows[1] == cells)
    // Nothing that a spreadsheet would compute.
    #expect(rows[0].allSatisfy { !["=", "+", "-", "@"].contains($0.prefix(1)) })
  }
}
