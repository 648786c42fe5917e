import AnnualReport
import Publication
import Testing

/// One cell of the seed is made wrong at a time. Which identities contain a cell is told here a second time, from the form and not from the
/// checks.
@Suite("One wrong cell")
struct MutationTests {
  static let figures: [NarrativeFigure: String] = [
    .accepted: "X1", .answeredInTime: "X2", .reviews: "X3", .suits: "X4", .normativeIssued: "X5",
    .normativeRepealed: "X6",
    .processingFee: "X7",
  ]

  /// The cells of the tables and the figures of section one that the seed has.
  static let cells: [ReportCell] =
    ReportCell.ofTables
    + NarrativeFigure.allCases.filter { figure in
      figure != .chargedApplications && figure != .trainingDepartments && figure != .trainingPeople
    }.map(ReportCell.narrative)

  static func identities(containing cell: ReportCell) -> Set<String> {
    switch cell {
    case .documents(.normativeDocuments, .issued): return ["X5"]
    case .documents(.normativeDocuments, .repealed): return ["X6"]
    case .documents, .acts, .publications: return []
    case .narrative(let figure): return Set([figures[figure]].compactMap(\.self))
    case .remedies(let row, let outcome):
      let own = row == .review ? "R1" : row == .suitDirect ? "L1" : "L2"
      return outcome == .total ? [own, row == .review ? "X3" : "X4"] : [own]
    case .applications(let row, let column):
      var all: Set = ["C3.\(row.rawValue)"]
      switch row {
      case .new, .carriedIn:
        all.insert("C1.\(column.rawValue)")
        if column == .total { all.insert("X1") }
      case .resultTotal:
        all.formUnion(["C1.\(column.rawValue)", "C2.\(column.rawValue)"])
        if column == .total { all.insert("X2") }
      case .carriedOut: all.insert("C1.\(column.rawValue)")
      default: all.insert("C2.\(column.rawValue)")
      }
      return all
    }
  }

  @Test("the seed is mutated in more than 200 places")
  func many() { #expect(Self.cells.count >= 200) }

  @Test("exactly the identities that contain the wrong cell fail, and they name it", arguments: cells)
  func mutated(_ cell: ReportCell) throws {
    let seed = try AnnualFixtures.seed()
    let before = try #require(seed.value(at: cell.path).map(Self.number))
    for change in [1, 5, 360] {
      let wrong = before.whole.map { JSONValue.int($0 + change) } ?? .double(Double(change))
      let checks = ReportChecks(of: try AnnualFixtures.report(seed.replacing(cell.path, by: wrong)))
      let failed = checks.checks(.fail)
      #expect(Set(failed.map(\.id)) == Self.identities(containing: cell))
      #expect(failed.allSatisfy { $0.cells.contains(cell.description) })
      #expect(failed.allSatisfy { $0.difference.map { $0 != 0 } ?? false })
      #expect(checks.checks(.uncertain).isEmpty)
      #expect(checks.checks(.pass).count == 49 - failed.count)
    }
  }

  private static func number(_ json: JSONValue) -> DecimalNumber {
    switch json {
    case .int(let number): DecimalNumber(number)
    case .double(let number): DecimalNumber(text: String(number)) ?? 0
    default: 0
    }
  }
}
