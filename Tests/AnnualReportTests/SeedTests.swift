import AnnualReport
import Publication
import Testing

@Suite("The office's own report for 2025")
struct SeedTests {
  @Test("all 49 identities that can be decided hold, and no other can be decided")
  func seedHolds() throws {
    let seed = try AnnualFixtures.seed()
    let checks = ReportChecks(of: try AnnualFixtures.report(seed))
    let passed = checks.checks(.pass)
    #expect(passed.count == 49)
    #expect(checks.checks(.fail).isEmpty)
    #expect(checks.checks(.uncertain).isEmpty)
    #expect(checks.report.notes.isEmpty)
    guard case .array(let expected)? = seed["checks"] else { throw Absent() }
    #expect(Set(passed.map(\.id)) == Set(expected.compactMap { $0["id"]?.text }))
    for one in expected {
      let check = try #require(passed.first { $0.id == one["id"]?.text })
      #expect(check.left?.whole == one["lhs"]?.integer, "\(check.id)")
      #expect(check.right?.whole == one["rhs"]?.integer, "\(check.id)")
    }
  }

  struct Absent: Error {}

  @Test("a cell that is blank, 不适用 or a stroke is never taken for 0", arguments: ["", "不适用", "/", "—"])
  func blankIsNotZero(_ text: String) throws {
    let cell = ReportCell.applications(.petition, .natural)
    let mutated = try AnnualFixtures.seed().replacing(cell.path, by: text.isEmpty ? .null : .string(text))
    let checks = ReportChecks(of: try AnnualFixtures.report(mutated))
    #expect(Set(checks.checks(.uncertain).map(\.id)).subtracting(["S2"]) == ["C2.natural", "C3.r5_1_petition"])
    #expect(checks.checks(.pass).count == 47)
    #expect(checks.checks(.fail).map(\.id) == (text == "不适用" ? [] : ["S2"]))
  }

  @Test("what isn't in the report can't be assessed")
  func absentTable() throws {
    let mutated = try AnnualFixtures.seed().removing(["table4"]).removing(["section1"]).removing(["narrative_vs_table"])
    let checks = ReportChecks(of: try AnnualFixtures.report(mutated))
    for id in [
      "R1", "L1", "L2", "X1", "X2", "X2b", "X3", "X4", "X5", "X6", "X6b", "Y1.natural", "Y2.regulations", "A1", "P1",
    ] {
      #expect(checks.checks.first { $0.id == id }?.status == .notAssessable, "\(id)")
    }
    #expect(!checks.hasFailures)
  }

  @Test("a report in the form of 2019 is refused as such")
  func oldForm() throws {
    let old = try AnnualFixtures.seed().replacing(["format"], by: .string("2019-60"))
    #expect(throws: PipelineError(.reportOldForm, subject: "seed-2025.json")) { try AnnualFixtures.report(old) }
  }

  @Test(
    "what is no report is refused with the reason",
    arguments: ["", "[]", "{\"schema\":\"zarlal.run/1\"}", "{\"year\":2025,\"year\":2024}"])
  func noReport(_ text: String) {
    let error = #expect(throws: PipelineError.self) { try DisclosureReport.reading(json: Array(text.utf8), name: "x") }
    #expect(error?.code == .reportUnreadable)
  }

  @Test("keys that nobody knows are told, not used")
  func unknownKeys() throws {
    let json = JSONValue.object([
      "schema": .string("disclosure-annual/1"), "tabel2": .object([:]),
      "table4": .object(["review": .array([1, 2, 3, 4, 10, 9].map(JSONValue.int))]),
    ])
    let report = try AnnualFixtures.report(json)
    #expect(report.notes.map(\.code) == [.reportKeyUnknown, .reportKeyUnknown])
    #expect(report.notes.map(\.place) == ["tabel2", "table4.review.5"])
  }
}
