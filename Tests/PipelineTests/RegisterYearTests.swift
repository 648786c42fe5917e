import Foundation
import Publication
import Testing

@testable import Pipeline

/// `fixtures/registers`: an invented office's registers of 2025, whose figures are those of a real report.
enum RegisterFixtures {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("fixtures/registers")

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }.sorted()
  }

  static func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }
}

@Suite("A year of registers")
struct RegisterYearTests {
  /// Every cell that isn't 0; `≥`: at least.
  static let expected: [String: String] = [
    "table2.normative_documents.issued": "4", "table2.normative_documents.repealed": "16",
    "table2.normative_documents.valid": "93", "table3.new.natural": "7", "table3.r1_open.natural": "2",
    "table3.r4_1_not_held.natural": "4", "table3.carried_out.natural": "1", "table4.review.other": "1",
    "section1.proactive.official_documents_opened": "24", "section1.proactive.cppcc_proposal_files_opened": "20",
    "section1.proactive.public_messages.people_cn_leader_board": "59",
    "section1.proactive.public_messages.gov_cn_portal": "72",
    "section1.proactive.public_messages.state_council_internet_plus_supervision": "11",
    "section1.on_request.answered_in_time": "6", "section1.platform.visits_wan": "1931.9",
    "section1.platform.visits_growth_percent": "300", "section1.platform.security_inspections": "2",
    "section1.platform.penetration_tests": "2", "section1.platform.vulnerability_fix_percent": "100",
    "section1.platform.gazette_issues": "11", "section1.supervision.banners_or_districts": "5",
    "section1.supervision.departments_guided": "29", "section1.supervision.problem_fix_percent": "100",
    "section1.supervision.core_indicators": "1", "section1.supervision.scoring_points": "5",
    "section1.supervision.training_departments": "≥30", "section1.supervision.training_people": "≥100",
  ]

  @Test("the registers dropped into the inbox give every figure of the year's report, each with its list")
  func figures() throws {
    let office = try Office()
    for name in try RegisterFixtures.names() { try office.drop("登记/" + name, try RegisterFixtures.data(name)) }
    let summary = try office.run(today: "2026-01-05")
    #expect(summary.registers == 8 && summary.held == 0 && summary.spoken.isEmpty)
    let lists = try office.engine.registerFigures(of: 2025)
    let sums = lists.mapValues { list in
      (list.contains(where: \.isAtLeast) ? "≥" : "") + list.map(\.amount).sum().description
    }
    let nonzero = Dictionary(
      uniqueKeysWithValues: sums.filter { $0.value != "0" }.map { ($0.key.description, $0.value) })
    #expect(nonzero == Self.expected)
    // Every cell of the tables but the totals is there, as 0 where nothing happened.
    let totals = ReportCell.ofTables.filter { ["total", "r7_total"].contains(where: $0.description.contains) }
    #expect(Set(ReportCell.ofTables).subtracting(totals).isSubset(of: lists.keys))
    for entry in lists.values.joined() {
      #expect(!entry.entry.isEmpty && !entry.source.isEmpty && !entry.person.isEmpty)
    }
    #expect(try office.isClean())
  }

  @Test("what one year carries out the next carries in, and both years balance")
  func years() throws {
    let office = try Office()
    for name in try RegisterFixtures.names() { try office.drop("登记/" + name, try RegisterFixtures.data(name)) }
    try office.run(today: "2026-01-05")
    for year in 2014...2027 {
      let lists = try office.engine.registerFigures(of: year)
      let next = try office.engine.registerFigures(of: year + 1)
      for column in ApplicantColumn.applicants {
        func count(_ row: ApplicationRow, in lists: FigureLists) -> Int {
          lists[.applications(row, column)]?.count ?? -1
        }
        let results = ApplicationRow.results.map { count($0, in: lists) }.reduce(0, +)
        #expect(count(.new, in: lists) + count(.carriedIn, in: lists) == results + count(.carriedOut, in: lists))
        #expect(count(.carriedOut, in: lists) == count(.carriedIn, in: next))
      }
      func valid(_ lists: FigureLists, _ movement: RuleMovement) -> Int {
        lists[.documents(.normativeDocuments, movement)]?.count ?? -1
      }
      #expect(valid(next, .valid) == valid(lists, .valid) + valid(next, .issued) - valid(next, .repealed))
    }
  }

  @Test("a register that nobody keeps gives no cell; a year declared empty gives 0")
  func unknown() throws {
    let office = try Office()
    let engine = try office.engine
    #expect(try engine.registerFigures(of: 2025).isEmpty)
    for item in ["noApplications", "noDocuments", "noGazette"] {
      let fields = ["number": item, "year": "2025", "item": item, "value": "0", "source": "年终核对", "handler": "高某"]
      _ = try engine.enter("数据", fields.map { ($0.key, $0.value) }, by: "高某")
    }
    let lists = try engine.registerFigures(of: 2025)
    #expect(lists[.applications(.new, .natural)]?.isEmpty == true && lists[.narrative(.gazetteIssues)]?.isEmpty == true)
    #expect(lists[.narrative(.portalMessages)] == nil && lists[.remedies(.review, .other)] == nil)
    #expect(try engine.registerFigures(of: 2024).isEmpty)
    #expect(throws: RegisterFaults.self) {
      let fields = [
        "number": "x", "year": "2025", "item": "noMessages", "value": "3", "source": "年终核对", "handler": "高某",
      ]
      _ = try engine.enter("数据", fields.map { ($0.key, $0.value) }, by: "高某")
    }
  }
}
