import AnnualReport
import Publication
import Testing

/// Reports as they are met: built from the form, then damaged the way published ones are.
@Suite("Other offices' reports")
struct DocumentReadingTests {
  static func paragraph(_ text: String) -> Block { .paragraph([.text(text)], alignment: .natural) }

  static func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> TableCell {
    TableCell(text.isEmpty ? [] : [paragraph(text)], columnSpan: columns, rowSpan: rows)
  }

  /// The tables of the form with the figures of a report.
  static func tables(_ report: DisclosureReport) -> [[[TableCell]]] {
    FormLayout.tables.map { table in
      table.rows.map { row in
        row.map { one in
          cell(one.cell.flatMap { report[$0]?.number?.description } ?? one.text, columns: one.columns, rows: one.rows)
        }
      }
    }
  }

  static func document(
    title: [String] = ["某某旗人民政府办公室2025年政府信息公开工作年度报告"], form: String = "国办公开办函〔2021〕30号",
    period: String = "2025年1月1日起至2025年12月31日止", one: [String] = [], five: [String] = ["公开不够及时，下一步加强培训。"],
    six: [String] = ["本年度未收取信息处理费。"], tables: [[[TableCell]]]? = nil
  ) throws -> [Block] {
    let tables = try tables ?? Self.tables(AnnualFixtures.report(AnnualFixtures.seed()))
    let preface = "本报告根据《中华人民共和国政府信息公开工作年度报告格式》（\(form)）编制，包括总体情况、存在的主要问题及改进情况等。数据统计期限为\(period)。"
    var blocks = (title + [preface, "一、总体情况"] + one).map(paragraph)
    for (index, heading) in FormLayout.headings.dropFirst().enumerated() {
      blocks.append(paragraph(heading))
      if index < 3, tables.indices.contains(index) { blocks.append(.table(tables[index])) }
      if index == 3 { blocks += five.map(paragraph) }
      if index == 4 { blocks += six.map(paragraph) }
    }
    return blocks
  }

  static func checks(_ blocks: [Block]) throws -> ReportChecks {
    ReportChecks(of: try DisclosureReport.reading(blocks, name: "report.docx"))
  }

  static func status(_ id: String, _ checks: ReportChecks) -> ReportCheck.Status? {
    checks.checks.first { $0.id == id }?.status
  }

  @Test("tables, period, form and words are read out of a document")
  func whole() throws {
    let one = [
      "（一）主动公开。发布信息30条，其中网站10条、公众号20条。", "（二）依申请公开。全年受理申请7件，答复6件，结转下年1件；行政复议1件，无行政诉讼。",
      "（三）政府信息管理。制发行政规范性文件4件，废止16件。",
    ]
    let checks = try Self.checks(Self.document(one: one))
    let report = checks.report
    let seed = try AnnualFixtures.report(AnnualFixtures.seed())
    #expect(report.cells == seed.cells)
    #expect(report.agency == "某某旗人民政府办公室")
    #expect(report.year == 2025)
    #expect(report.notes.isEmpty)
    #expect(checks.checks(.fail).isEmpty && checks.checks(.uncertain).isEmpty)
    for id in ["X1", "X2", "X2b", "X3", "X4", "X5", "X6", "X7", "S1", "S2", "S3", "S4", "P1.1"] {
      #expect(Self.status(id, checks) == .pass, "\(id)")
    }
  }

  @Test("a group cell lost at a page break, a split table and heads in pieces change nothing")
  func damagedTables() throws {
    let seed = try AnnualFixtures.report(AnnualFixtures.seed())
    var tables = Self.tables(seed)
    // Row 5 of （五） one cell to the left; the second half of table 3 a table of its own; heads of table 4 letter by letter.
    let lost = try #require(tables[1].firstIndex { row in row.contains { PlainText.of($0.blocks).contains("重新出具") } })
    tables[1][lost].insert(Self.cell(""), at: 0)
    tables[2][2] = "结果维持结果纠正".map { Self.cell(String($0)) }
    var blocks = try Self.document(tables: tables)
    let index = try #require(blocks.firstIndex { if case .table(let rows) = $0 { rows.count > 20 } else { false } })
    blocks.replaceSubrange(index...index, with: [.table(Array(tables[1][..<15])), .table(Array(tables[1][15...]))])
    #expect(try DisclosureReport.reading(blocks, name: "x").cells == seed.cells)
  }

  @Test("empty cells too many at either end of a row change nothing")
  func emptyCells() throws {
    let seed = try AnnualFixtures.report(AnnualFixtures.seed())
    var tables = Self.tables(seed)
    for index in tables[1].indices.dropFirst(3) {
      if index % 2 == 0 { tables[1][index] += [Self.cell(""), Self.cell("")] }
      if index % 3 == 0,
        let heads = tables[1][index].lastIndex(where: {
          PlainText.of($0.blocks).unicodeScalars.contains(where: \.isHan)
        })
      {
        tables[1][index].insert(Self.cell(""), at: heads + 1)
      }
    }
    let report = try DisclosureReport.reading(Self.document(tables: tables), name: "x")
    let wrong = ReportCell.ofTables.filter { report[$0] != seed[$0] }
    #expect(wrong.isEmpty)
  }

  @Test("blank columns at the ends of every row are no cells, blanks between are")
  func margins() throws {
    let seed = try AnnualFixtures.report(AnnualFixtures.seed())
    var tables = Self.tables(seed).map { table in table.map { [Self.cell("")] + $0 + [Self.cell("")] } }
    // A blank at the start of a row's numbers, beside the blank column behind them.
    let row = try #require(tables[1].firstIndex { $0.contains { PlainText.of($0.blocks).contains("重复申请") } })
    let first = try #require(tables[1][row].firstIndex { PlainText.of($0.blocks).hasPrefix("0") })
    tables[1][row][first] = Self.cell("")
    tables[2].append((0..<17).map { _ in Self.cell("") })
    let report = try DisclosureReport.reading(Self.document(tables: tables), name: "x")
    #expect(report.cells == seed.cells.merging([.applications(.duplicate, .natural): .blank]) { $1 })
  }

  @Test("a table that stands there twice is read once; where the two differ the cell can't be decided")
  func twice() throws {
    let seed = try AnnualFixtures.report(AnnualFixtures.seed())
    let blocks = try Self.document()
    let again = Self.tables(seed).map(Block.table)
    let same = try DisclosureReport.reading(blocks + again, name: "x")
    #expect(same.cells == seed.cells && same.notes.isEmpty)
    var other = seed
    other.cells[.applications(.new, .natural)] = .number(8)
    let checks = try Self.checks(blocks + Self.tables(other).map(Block.table))
    #expect(checks.report.notes.map(\.code) == [.reportCellTwice])
    #expect(Set(checks.checks(.uncertain).map(\.id)) == ["C1.natural", "C3.new"])
    #expect(checks.checks(.fail).map(\.id) == ["S2"])
  }

  @Test("without a total column the six others are checked, and nothing is made up")
  func noTotal() throws {
    var tables = Self.tables(try AnnualFixtures.report(AnnualFixtures.seed()))
    tables[1][1].removeLast()
    for index in tables[1].indices.dropFirst(3) { tables[1][index].removeLast() }
    let checks = try Self.checks(Self.document(tables: tables))
    #expect(Self.status("C1.natural", checks) == .pass && Self.status("C2.other", checks) == .pass)
    #expect(Self.status("C1.total", checks) == .notAssessable && Self.status("C3.new", checks) == .notAssessable)
    #expect(checks.checks(.fail).isEmpty)
  }

  @Test("a row with cells missing is told")
  func shortRow() throws {
    var tables = Self.tables(try AnnualFixtures.report(AnnualFixtures.seed()))
    let row = try #require(tables[1].firstIndex { $0.contains { PlainText.of($0.blocks).contains("重复申请") } })
    tables[1][row].removeLast(2)
    let checks = try Self.checks(Self.document(tables: tables))
    #expect(checks.report.notes.map(\.code) == [.reportRowUnknown])
    #expect(Self.status("C3.r5_2_duplicate", checks) == .notAssessable)
  }

  @Test("words of table 2 in another table are not table 2, and a unit behind a number is none of it")
  func otherTables() throws {
    let seed = try AnnualFixtures.report(AnnualFixtures.seed())
    var tables = Self.tables(seed)
    tables[0][6][1] = Self.cell("0件")
    tables[0][12][1] = Self.cell("0 万元")
    var blocks = try Self.document(tables: tables)
    blocks.insert(.table([[Self.cell("事项"), Self.cell("件数")], [Self.cell("行政许可"), Self.cell("99")]]), at: 3)
    #expect(try DisclosureReport.reading(blocks, name: "x").cells == seed.cells)
  }

  @Test("headings that were broken over two lines are headings")
  func brokenHeadings() throws {
    let blocks = try Self.document().flatMap { block in
      guard case .paragraph(let inlines, _) = block, let text = PlainText.of([block]).split(separator: "\n").first,
        FormLayout.headings.contains(String(text)), !inlines.isEmpty
      else { return [block] }
      return [Self.paragraph(String(text.prefix(2))), Self.paragraph(String(text.dropFirst(2)))]
    }
    let checks = try Self.checks(blocks)
    #expect(checks.report.texts?.headings.count == 6)
    #expect(Self.status("S1", checks) == .pass && Self.status("X7", checks) == .pass)
  }

  @Test("a wrong number, a blank and a stroke in a table are found where they are")
  func wrongCells() throws {
    var tables = Self.tables(try AnnualFixtures.report(AnnualFixtures.seed()))
    tables[1][3][1] = Self.cell("8")
    tables[1][5][2] = Self.cell("2 ")
    tables[2][3][1] = Self.cell("/")
    tables[2][3][6] = Self.cell("")
    let checks = try Self.checks(Self.document(tables: tables))
    #expect(Set(checks.checks(.fail).map(\.id)) == ["C1.natural", "C3.new", "S2"])
    #expect(Set(checks.checks(.uncertain).map(\.id)) == ["R1", "L1"])
    let blank = checks.checks(.fail).first { $0.id == "S2" }
    #expect(blank?.cells == ["table4.review.corrected", "table4.suit_direct.corrected"])
  }

  @Test("a row that the form doesn't have is told, and not used")
  func unknownRow() throws {
    var tables = Self.tables(try AnnualFixtures.report(AnnualFixtures.seed()))
    tables[1].append([Self.cell("五、另外统计", columns: 3)] + (0..<7).map { Self.cell(String($0)) })
    let report = try DisclosureReport.reading(Self.document(tables: tables), name: "x")
    #expect(report.notes.map(\.code) == [.reportRowUnknown])
    #expect(report.cells.count == 200)
  }

  @Test("the form of 2019 is refused as such, whatever it cites", arguments: ["本年新制作数量", "采购项目数量", "上一年项目数量"])
  func oldForm(_ head: String) throws {
    var tables = Self.tables(try AnnualFixtures.report(AnnualFixtures.seed()))
    tables[0][1][1] = Self.cell(head)
    let blocks = try Self.document(tables: tables)
    #expect(throws: PipelineError(.reportOldForm, subject: "x")) { try DisclosureReport.reading(blocks, name: "x") }
  }

  @Test("the old table 3, where 其他处理 is one row, is refused too")
  func oldTable3() throws {
    var tables = Self.tables(try AnnualFixtures.report(AnnualFixtures.seed()))
    let first = try #require(tables[1].firstIndex { row in row.contains { PlainText.of($0.blocks).contains("不补正") } })
    tables[1].replaceSubrange(
      first..<first + 3, with: [[Self.cell("（六）其他处理", columns: 2)] + (0..<7).map { _ in Self.cell("0") }])
    let blocks = try Self.document(tables: tables)
    #expect(throws: PipelineError(.reportOldForm, subject: "x")) { try DisclosureReport.reading(blocks, name: "x") }
  }

  @Test("a document without a table of the form is no report")
  func noTables() {
    let error = #expect(throws: PipelineError.self) {
      try DisclosureReport.reading([Self.paragraph("一、总体情况")], name: "x")
    }
    #expect(error?.code == .reportUnreadable)
  }

  @Test(
    "the form that is cited is read with brackets of any shape; without them it is another",
    arguments: [
      ("国办公开办函〔2021〕30号", ReportCheck.Status.pass), ("国办公开办函[2021]30号", .pass), ("国办公开办函（2021）30 号", .pass),
      ("国办公开办函﹝2021﹞30号", .pass), ("国办公开办函〔2019〕60号、国办公开办函〔2021〕30号", .pass), ("过半公开办函〔2021〕30号", .fail),
      ("国办公开办函202130号", .fail), ("国办公开办函〔2019〕60号", .fail), ("国办公开办函〔2021〕3号", .fail), ("有关格式", .uncertain),
    ])
  func citedForm(_ form: String, _ status: ReportCheck.Status) throws {
    #expect(Self.status("S4", try Self.checks(Self.document(form: form))) == status)
  }

  @Test(
    "the period is the year of the report",
    arguments: [
      ("2025年1月1日至2025年12月31日", ReportCheck.Status.pass), ("2025年1月1日到12月31日", .pass),
      ("2025 年 1 月 1 日—12 月 31 日", .pass),
      ("2024年1月1日至2024年12月31日", .fail), ("2025年1月1日至2025年11月30日", .fail), ("全年", .uncertain),
    ])
  func period(_ period: String, _ status: ReportCheck.Status) throws {
    #expect(Self.status("S3", try Self.checks(Self.document(period: period))) == status)
  }

  @Test("section five that is empty or missing fails")
  func sectionFive() throws {
    #expect(Self.status("S1", try Self.checks(Self.document(five: []))) == .fail)
    for nothing in [["无。"], ["（一）存在的主要问题", "无", "（二）改进情况", "暂无。"], ["一、", "存在问题：没有。下一步工作打算：略。"], [" / "]] {
      #expect(Self.status("S1", try Self.checks(Self.document(five: nothing))) == .fail, "\(nothing)")
    }
  }

  @Test(
    "section five that is short is not empty",
    arguments: [["一是不足。下一步改进。"], ["人手不足。"], ["存在问题：更新慢。改进措施：略。"], ["（一）存在的主要问题", "公开不及时"]])
  func shortSectionFive(_ five: [String]) throws {
    #expect(Self.status("S1", try Self.checks(Self.document(five: five))) == .pass)
  }

  @Test("a heading that lost its number is still a heading, and an organ on its own line belongs to the title")
  func heads() throws {
    var blocks = try Self.document(title: ["某某旗民政局", "2025年政府信息公开工作年度报告"], one: ["（二）依申请公开。收到申请7件。"])
    let one = try #require(blocks.firstIndex { PlainText.of([$0]) == "一、总体情况\n" })
    blocks[one] = Self.paragraph("、总体情况")
    let checks = try Self.checks(blocks)
    #expect(checks.report.agency == "某某旗民政局")
    #expect(Self.status("X1", checks) == .pass)
  }

  @Test("a preface below the first heading is read too, and a title may say 工作报告")
  func preface() throws {
    let preface = "本年报根据国办公开办函〔2021〕30号编制，统计期限为2025年1月1日至12月31日。"
    var blocks = try Self.document(title: [], one: [preface])
    blocks.removeFirst()
    blocks.insert(Self.paragraph("某某区政府办公室2025年度政府信息公开工作报告"), at: 0)
    let checks = try Self.checks(blocks)
    #expect(checks.report.agency == "某某区政府办公室")
    #expect(Self.status("S3", checks) == .pass)
    #expect(Self.status("S4", checks) == .pass)
  }

  @Test("text and table that differ are found: two received in words, three in the table")
  func textAgainstTable() throws {
    let checks = try Self.checks(Self.document(one: ["全年收到政府信息公开申请2件，均已答复。"]))
    let x1 = try #require(checks.checks.first { $0.id == "X1" })
    #expect(x1.status == .fail && x1.left == 2 && x1.right == 7 && x1.difference == -5)
    #expect(x1.cells.contains("table3.new.total"))
  }

  @Test(
    "a fee is stated with its number of applications, and comes out of the scales",
    arguments: [
      ("收取信息处理费380元，涉及申请1件。", ReportCheck.Status.pass), ("收取信息处理费380元。", .uncertain),
      ("收取信息处理费385元，涉及申请1件。", .fail), ("收取信息处理费710元，涉及申请1件。", .fail), ("收取信息处理费720元，涉及申请1件。", .pass),
      ("收取信息处理费4300元，涉及申请1件。", .pass), ("无其他需要报告的事项。", .uncertain), ("未收取信息处理费。", .pass),
    ])
  func fees(_ text: String, _ status: ReportCheck.Status) throws {
    #expect(Self.status("X7", try Self.checks(Self.document(six: [text]))) == status)
  }

  @Test("last year's report decides what was carried in; a difference in documents in force is told, not rejected")
  func years() throws {
    let seed = try AnnualFixtures.report(AnnualFixtures.seed())
    var before = seed
    before.year = 2024
    before.cells[.applications(.carriedOut, .natural)] = .number(0)
    before.cells[.applications(.carriedOut, .total)] = .number(1)
    before.cells[.documents(.normativeDocuments, .valid)] = .number(105)
    var checks = ReportChecks(of: seed, previous: before)
    #expect(Self.status("Y1.natural", checks) == .pass)
    #expect(Self.status("Y1.total", checks) == .fail)
    #expect(Self.status("Y2.normative_documents", checks) == .pass)
    before.cells[.documents(.normativeDocuments, .valid)] = .number(107)
    checks = ReportChecks(of: seed, previous: before)
    let y2 = try #require(checks.checks.first { $0.id == "Y2.normative_documents" })
    #expect(y2.status == .uncertain && y2.left == 93 && y2.right == 95)
    before.year = 2023
    #expect(Self.status("Y1.natural", ReportChecks(of: seed, previous: before)) == .notAssessable)
  }

  @Test("a government's cell is the sum of that cell over its organs")
  func authority() throws {
    let seed = try AnnualFixtures.report(AnnualFixtures.seed())
    var whole = seed
    for (cell, value) in seed.cells { if let number = value.number { whole.cells[cell] = .number(number + number) } }
    var checks = ReportChecks(of: whole, organs: [seed, seed])
    #expect(checks.checks.filter { $0.id.hasPrefix("A1.") && $0.status == .pass }.count == 200)
    whole.cells[.acts(.licences)] = .number(5)
    checks = ReportChecks(of: whole, organs: [seed, seed])
    #expect(checks.checks(.fail).map(\.id).filter { $0.hasPrefix("A1.") } == ["A1.table2.licences"])
  }

  @Test("for people the answer fits 80 columns and names rule, sides and cells")
  func text() throws {
    let text = try Self.checks(Self.document(one: ["全年收到政府信息公开申请2件。"])).text
    #expect(text.contains("不通过　X1") && text.contains("左边 2，右边 7，相差 -5") && text.contains("table3.new.total"))
    for line in text.split(separator: "\n") { #expect(displayWidth(String(line)) <= 80, "\(line)") }
  }
}
