import Publication
import Testing

@testable import Registers

@Suite("Register tables")
struct RegisterTableTests {
  static let header = "登记号,申请人类别,申请人,提出方式,来件日期,确认日期,答复日期,答复类型,经办人"

  func table(_ rows: String..., header: String = RegisterTableTests.header) throws(RegisterTableFaults) -> RegisterTable
  {
    try RegisterTable(csv: ([header] + rows).joined(separator: "\r\n"))
  }

  func faults(_ rows: String..., header: String = RegisterTableTests.header) -> [Diagnostic] {
    do {
      _ = try RegisterTable(csv: ([header] + rows).joined(separator: "\r\n"))
      return []
    } catch {
      return error.faults
    }
  }

  @Test("rows become entries; blank rows and columns that a spreadsheet leaves behind don't matter")
  func rows() throws {
    let read = try RegisterTable(
      csv: Self.header + ",\r\n2025-001,自然人,张某,当面提交,2025/3/3,,2025年3月20日,予以公开,李某,\r\n,,,,,,,,,\r\n")
    #expect(read.kind == .applications && read.rows.count == 1)
    guard case .application(let application)? = read.entries.first else {
      Issue.record("no application")
      return
    }
    #expect(application.received?.description == "2025-03-03")
    #expect(application.reply == .init(date: try #require(CivilDate(iso: "2025-03-20")), kind: .opened))
    #expect(application.applicantKind.column == .natural)
  }

  @Test(
    "a day may be written in any way that is clear",
    arguments: [
      "2025-03-03", "2025/3/3", "2025.3.3", "2025年3月3日", "２０２５年３月３日", "２０２５／３／３", "20250303", " 2025-03-03 ",
      "2025/3/3 0:00",
      "2025-03-03 09:30:00", "二〇二五年三月三日",
    ])
  func days(_ text: String) throws {
    let read = try table("1,自然人,,当面提交,\(text),,,,李某")
    #expect(read.rows.first?.date("submitted")?.description == "2025-03-03")
  }

  @Test(
    "a day that could be another, or none, is refused by row and column",
    arguments: ["25/3/3", "3/3/2025", "2025-02-29", "45719", "2025-3", "三月三日", "2925-03-03", "2025/3/3 上午"])
  func noDays(_ text: String) {
    let found = faults("1,自然人,,当面提交,2025-03-03,,,,李某", "2,自然人,,当面提交,\(text),,,,李某")
    #expect(found.map(\.code) == [.cellForm])
    #expect(found.first?.place == "第3行“来件日期”")
  }

  @Test("every fault of a table is told at once, by row and column, and no value is quoted")
  func allFaults() {
    let secret = "金丝雀"
    let found = faults(
      "1,\(secret),\(secret),当面提交,,,,,李某", "1,自然人,\(secret),网络,,2025-03-03,2025-03-01,予以公开,", "3,自然人,a,当面提交",
      "4,自然人,\(secret),当面提交,2025-03-03,,2025-03-02,予以公开,李某", "5,自然人,,当面提交,2025-03-03,,2025-04-02,,李某")
    #expect(
      found.map { "\($0.place) \($0.code)" } == [
        "第2行“申请人类别” REG-009", "第3行“经办人” REG-008", "第4行 REG-007", "第5行“答复日期” REG-010", "第6行“答复日期” REG-010",
      ])
    for fault in found {
      let text = fault.text()
      #expect(!text.message.contains(secret) && !text.remedy.contains(secret) && !text.message.contains("{"))
    }
  }

  @Test("a number that stands twice in a table is refused")
  func twice() {
    let row = "自然人,,当面提交,2025-03-03,,,,李某"
    let found = faults("甲1,\(row)", "甲2,\(row)", "甲1,\(row)")
    #expect(found.map(\.code) == [.numberTwice])
    #expect(found.first?.text().message == "第4行“登记号”与第2行相同。")
  }

  @Test(
    "a heading that nobody knows is told by its column, never quoted",
    arguments: [
      (RegisterTableTests.header + ",金丝雀", Code.columnUnknown), (RegisterTableTests.header + ",申请人", .columnTwice),
      ("登记号,申请人类别,提出方式,来件日期", .columnMissing), ("金丝雀,银丝雀", .registerUnknown), ("", .tableEmpty),
      (",,", .tableEmpty),
    ])
  func headings(_ header: String, _ code: Code) {
    let found = faults("1,自然人,张某,当面提交,2025-03-03,,,,李某", header: header)
    #expect(found.first?.code == code)
    #expect(found.allSatisfy { !$0.text().message.contains("丝雀") })
  }

  @Test("a table with a header alone is empty")
  func headerOnly() { #expect(faults().map(\.code) == [.tableEmpty]) }

  @Test("text that is no CSV is refused with its row")
  func broken() { #expect(faults("1,\"自然人").map(\.code) == [.tableBroken]) }

  @Test("a cell under no heading is refused, not dropped")
  func stray() {
    #expect(faults("1,自然人,张某,当面提交,2025-03-03,,,,李某,备注里的话").map(\.code) == [.rowLength])
  }

  @Test("a column that the table lacks keeps what is known, an empty cell clears it")
  func merging() throws {
    let known = [
      "1": ["number": "1", "applicant": "张某", "submitted": "2025-03-03", "extended": "2025-03-20", "extendedBy": "王某"]
    ]
    let read = try RegisterTable(csv: Self.header + "\n1,自然人,,当面提交,2025-03-03,,,,李某") { _ in known }
    #expect(read.rows.first?.date("extended")?.description == "2025-03-20")
    #expect(read.rows.first?.text("applicant") == nil)
  }

  @Test(
    "every register is known by its template, and a row of it survives being written and read",
    arguments: RegisterKind.allCases)
  func templates(_ kind: RegisterKind) throws {
    #expect(RegisterHeader(try #require(try CSVTable(kind.template).rows.first)).kind == kind)
    #expect(RegisterHeader(kind.columns.map(\.key)).kind == kind)
    #expect(RegisterKind(named: kind.name) == kind && RegisterKind(named: kind.rawValue) == kind)
    #expect(Set(kind.columns.map(\.key)).count == kind.columns.count)
    let names = kind.columns.flatMap { [$0.name, $0.key] + $0.aliases }.map(CellText.comparable)
    #expect(Set(names).count == names.count)
  }

  @Test(
    "every choice is known by its key, its name and its other names, and by those of no other choice",
    arguments: RegisterKind.allCases)
  func choices(_ kind: RegisterKind) {
    for column in kind.columns {
      guard case .choice(let choices) = column.form else { continue }
      for choice in choices {
        for name in [choice.key, choice.name] + choice.aliases {
          #expect(column.form.cell(name) == .choice(choice.key), "\(column.name) \(name)")
        }
      }
    }
  }

  @Test(
    "a whole number may have full-width figures and commas between thousands",
    arguments: [
      ("１２", 12), ("1,931", 1931), ("1，931", 1931), ("007", 7), ("1,93", nil), ("1.5", nil), ("-1", nil), ("十", nil),
      ("", nil),
    ])
  func numbers(_ text: String, _ number: Int?) { #expect(CellText.wholeNumber(CellText.folded(text)) == number) }

  @Test(
    "a reported value is exact, or says that it is the least",
    arguments: [
      ("1931.9", "1931.9", false), ("300%", "300", false), ("３０多个", "30", true), ("100余名", "100", true),
      ("1,931.90", "1931.9", false),
      ("5个", "5", false),
    ])
  func values(_ text: String, _ amount: String, _ isAtLeast: Bool) throws {
    let value = try #require(ReportedValue(text))
    #expect(value.amount.description == amount && value.isAtLeast == isAtLeast)
  }

  @Test("what is no number is no value", arguments: ["", "约30", "三十", "1.", "1..2", "30 abc", "-3", "1e3"])
  func noValues(_ text: String) { #expect(ReportedValue(text) == nil) }
}
