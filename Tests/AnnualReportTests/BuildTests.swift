import AnnualReport
import Publication
import Testing

@Suite("A report built from lists")
struct BuildTests {
  /// Every number of the seed, by its path, that stands for a figure.
  static func figures(_ json: JSONValue, _ path: [String] = []) -> [([String], JSONValue)] {
    switch json {
    case .object(let members): members.flatMap { figures($0.value, path + [$0.name]) }
    case .array(let values): values.enumerated().flatMap { figures($0.element, path + [String($0.offset)]) }
    case .int, .double: [(path, json)]
    case .string where path.last?.hasSuffix("_text") ?? false: [(path, json)]
    default: []
    }
  }

  @Test("the lists of 2025 give every figure of the office's own report")
  func reproducesTheSeed() throws {
    let seed = try AnnualFixtures.seed()
    let built = SeedLists.built().json
    var compared = 0
    for part in ["section1", "table2", "table3", "table4", "section6"] {
      for (path, value) in Self.figures(seed[part] ?? .null, [part]) where !(path.last?.hasSuffix("_derived") ?? false)
      {
        #expect(built.value(at: path[...]) == value, "\(path.joined(separator: "."))")
        compared += 1
      }
    }
    // 4 outlets, 26 other figures of sections one and six, 10 + 175 + 15 cells.
    #expect(compared == 230)
  }

  @Test("all identities that can be decided hold in the built report, in whatever form it is read again")
  func holds() throws {
    let built = SeedLists.built()
    let again = try DisclosureReport.reading(json: built.json.utf8(), name: "annual-2025.json")
    for report in [built.report, again] {
      let checks = ReportChecks(of: report)
      #expect(checks.checks(.fail).isEmpty && checks.checks(.uncertain).isEmpty)
      for id in ["X1", "X2", "X2b", "X3", "X4", "X5", "X6", "X6b", "X7", "S1", "S2", "S3", "S4", "P1.1"] {
        #expect(checks.checks.first { $0.id == id }?.status == .pass, "\(id)")
      }
      #expect(report.notes.isEmpty)
    }
    #expect(built.notes.isEmpty)
    #expect(again.cells == built.report.cells)
    #expect(again.narrative == built.report.narrative)
  }

  @Test("a recount from the lists equals every table and every figure", arguments: 0..<20)
  func recount(_ seed: Int) {
    // Lists of any lengths: the report never has a number of its own.
    var lists = FigureLists()
    var state = UInt64(seed &* 7919 &+ 1)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let given =
      ReportCell.ofTables.filter { $0.parts == nil }
      + NarrativeFigure.allCases.map(ReportCell.narrative).filter { $0.parts == nil }
    for cell in given {
      lists[cell] = (0..<next(6)).map { SeedLists.reading("\(next(50)).\(next(10))", $0 % 2 == 0 ? .items : .yuan) }
    }
    let built = SeedLists.built(lists)
    for cell in ReportCell.ofTables + NarrativeFigure.allCases.map(ReportCell.narrative) {
      let explained = FigureExplanation(cell, in: built.figures)
      let amounts = (cell.parts ?? [cell]).flatMap { lists[$0] ?? [] }.map(\.amount)
      #expect(explained.entries.count == amounts.count)
      #expect(built.report[cell]?.number == amounts.sum(), "\(cell)")
      #expect(explained.value == amounts.sum())
    }
    let tables = ReportChecks(of: built.report).checks.filter {
      ["C2", "C3", "R1", "L1", "L2"].contains(String($0.id.prefix(2)))
    }
    #expect(tables.count == 35 && tables.allSatisfy { $0.status == .pass })
  }

  @Test("a figure that nobody knows stays blank and is told; nothing becomes 0 by itself")
  func blank() {
    var lists = SeedLists.lists
    lists[.acts(.licences)] = nil
    lists[.applications(.new, .legal)] = nil
    let built = SeedLists.built(lists)
    #expect(built.report[.acts(.licences)] == .blank)
    #expect(built.report[.applications(.new, .total)] == .blank)
    #expect(built.report[.narrative(.accepted)] == nil)
    #expect(built.notes.map(\.code) == [.figureMissing])
    #expect(ReportChecks(of: built.report).checks.first { $0.id == "C1.total" }?.status == .uncertain)
    #expect(FigureExplanation(.acts(.licences), in: built.figures).text.contains("没有来源"))
  }

  @Test("a list given for a sum is not used, and told")
  func sumsAreNotGiven() {
    var lists = SeedLists.lists
    lists[.applications(.new, .total)] = SeedLists.things(99, .applications, "合计")
    let built = SeedLists.built(lists)
    #expect(built.report[.applications(.new, .total)] == .number(7))
    #expect(built.notes.map(\.code) == [.figureDerived])
  }

  @Test("an empty section five is told with the file to write it in")
  func sectionFive() {
    let built = SeedLists.built(five: [])
    #expect(built.notes.map(\.code) == [.reportTextMissing])
    #expect(built.notes.first.map { $0.text().remedy.contains("reports/annual-2025.md") } == true)
    #expect(ReportChecks(of: built.report).checks.first { $0.id == "S1" }?.status == .fail)
  }

  @Test("parts of section one in the office's own text belong to it, with the heading of the section or without")
  func ownParts() {
    let own = ["电子版可从网站下载。", "（二）依申请公开", "认真办理。", "五、存在的主要问题及改进情况", "解读不够。"]
    let blocks = own.map { Block.paragraph([.text($0)], alignment: .natural) }
    let texts = ReportTexts(of: blocks)
    #expect(texts.preface == ["电子版可从网站下载。"])
    #expect(texts.sections[1] == ["（二）依申请公开", "认真办理。"] && texts.sections[5] == ["解读不够。"])
    var whole = blocks
    whole.insert(.paragraph([.text("一、总体情况")], alignment: .natural), at: 1)
    #expect(ReportTexts(of: whole).sections == texts.sections)
  }

  @Test("a block of the table is explained by its corners, and cases by the register that keeps them")
  func explanations() {
    let figures = SeedLists.built().figures
    let total = FigureExplanation(.applications(.resultTotal, .total), in: figures).text
    #expect(total.contains("table3.r1_open.natural 至 table3.r6_3_other.other 各格之和，共 126 格"))
    #expect(total.split(separator: "\n").count == 8)
    let entry = FigureEntry(
      list: .disputes, entry: "复1", day: CivilDate(iso: "2025-08-15") ?? CivilDate(daysSince1970: 0), source: "来文",
      person: "李某")
    let review = FigureExplanation(.remedies(.review, .other), in: ReportFigures([.remedies(.review, .other): [entry]]))
    #expect(review.text.contains("2025-08-15  复议诉讼登记  复1  1件  来文，李某"))
  }

  @Test("every number of section one opens into its list")
  func numbersExplainThemselves() {
    let built = SeedLists.built()
    let figures = (built.sections[1] ?? []).flatMap(\.pieces).compactMap { piece -> (String, [ReportCell])? in
      if case .figure(let shown, let cells) = piece { (shown, cells) } else { nil }
    }
    #expect(figures.count >= 30)
    for (shown, cells) in figures {
      let sum = cells.compactMap { built.figures.sum($0) }.sum()
      #expect(shown.hasPrefix(sum.description), "\(shown)")
      #expect(cells.flatMap { built.figures.entries(behind: $0) ?? [] }.map(\.amount).sum() == sum)
    }
    // No digit of the text but those of figures, years and numbered documents.
    let words = (built.sections[1] ?? []).flatMap(\.pieces).compactMap { piece -> String? in
      if case .text(let text) = piece { text } else { nil }
    }.joined().replacingYears
    #expect(!words.unicodeScalars.contains { (0x30...0x39).contains($0.value) })
  }

  @Test("the data name the source of every number that isn't 0")
  func sources() throws {
    let built = SeedLists.built()
    guard case .array(let sources)? = built.json["sources"] else { throw SeedTests.Absent() }
    let told = Dictionary(uniqueKeysWithValues: sources.map { ($0["cell"]?.text ?? "", $0) })
    for cell in ReportCell.ofTables + NarrativeFigure.allCases.map(ReportCell.narrative) {
      guard let number = built.report[cell]?.number, number != 0 else { continue }
      #expect(told[cell.description]?["value"] == JSONValue.int(number.whole ?? 0) || number.whole == nil, "\(cell)")
      #expect(told[cell.description]?["sources"] != .array([]), "\(cell)")
    }
    #expect(told["section1.proactive.outlets.site-zh"]?["entries"] == .int(6161))
  }

  @Test("carried-in applications, late answers and fees are drafted as they are")
  func otherFigures() {
    var lists = SeedLists.lists
    lists[.applications(.carriedIn, .natural)] = SeedLists.things(1, .applications, "2024")
    lists[.applications(.notHeld, .natural)] = SeedLists.things(5, .applications, "2025")
    lists[.narrative(.processingFee)] = [SeedLists.reading("380", .yuan)]
    lists[.narrative(.chargedApplications)] = SeedLists.things(1, .applications, "2025")
    let built = SeedLists.built(lists)
    let text = (built.report.texts?.sections[1] ?? []).joined()
    #expect(text.contains("受理政府信息公开申请8件（含上年结转1件），办结7件，其中按时答复6件，结转下年度继续办理1件"))
    let sixth = (built.report.texts?.sections[6] ?? []).joined()
    #expect(sixth.contains("收取信息处理费380元，涉及申请1件"))
    let checks = ReportChecks(of: built.report)
    #expect(checks.checks(.fail).isEmpty)
    #expect(checks.checks.first { $0.id == "X1" }?.status == .pass)
    #expect(checks.checks.first { $0.id == "X7" }?.status == .pass)
  }
}

extension String {
  var replacingYears: String { split(separator: "2025年").joined() }
}
