import LedgerConformance
import Publication
import Testing

@testable import Registers

@Suite("Figures from any registers")
struct FigurePropertyTests {
  /// Random rows as texts, and a count of them that knows nothing of the program: days are compared as texts.
  private struct Year {
    var records: [RegisterRecord] = []
    var expected: [String: Int] = [:]

    mutating func count(_ cell: String) { expected[cell, default: 0] += 1 }
  }

  private func date(_ generator: inout SeededGenerator, after: String = "2023-06-01") -> String {
    let start = CivilDate(iso: after) ?? CivilDate(daysSince1970: 0)
    return start.advanced(by: Int.random(in: 0...500, using: &generator)).description
  }

  private func year(_ generator: inout SeededGenerator) -> Year {
    var year = Year()
    var drafts: [RegisterDraft] = []
    func draft(_ register: String, _ fields: KeyValuePairs<String, String>) {
      drafts.append(
        RegisterDraft(
          register: register, number: fields.first?.value ?? "",
          values: fields.filter { !$0.value.isEmpty }.map { RegisterValue(key: $0.key, text: $0.value) }))
    }
    func inYear(_ day: String) -> Bool { day.hasPrefix("2024-") }
    for number in 0..<60 {
      let kind = ["natural", "business", "legal"].randomElement(using: &generator) ?? ""
      let reply =
        ReplyKind.allCases.filter { ![.stillUnclear, .noCorrection, .feeUnpaid].contains($0) }
        .randomElement(using: &generator) ?? .opened
      let received = date(&generator)
      let isOpen = Int.random(in: 0..<4, using: &generator) == 0
      let replied = isOpen ? "" : date(&generator, after: received)
      draft(
        "applications",
        [
          "number": "a\(number)", "applicantKind": kind, "channel": "inPerson", "submitted": received,
          "replied": replied,
          "reply": isOpen ? "" : reply.rawValue, "handler": "李某",
        ])
      if inYear(received) { year.count("table3.new.\(kind)") }
      if received < "2024", isOpen || replied > "2024" { year.count("table3.carried_in.\(kind)") }
      if inYear(replied) { year.count("table3.\(reply.row.rawValue).\(kind)") }
      if received < "2025", isOpen || replied > "2025" { year.count("table3.carried_out.\(kind)") }
    }
    for number in 0..<40 {
      let filed = date(&generator)
      let isOpen = Int.random(in: 0..<3, using: &generator) == 0
      let closed = isOpen ? "" : date(&generator, after: filed)
      let outcome = ["upheld", "corrected", "other"].randomElement(using: &generator) ?? ""
      draft(
        "disputes",
        [
          "number": "d\(number)", "disputeKind": "review", "filed": filed, "outcome": isOpen ? "" : outcome,
          "closed": closed,
          "source": "x", "handler": "李某",
        ])
      if inYear(closed) { year.count("table4.review.\(outcome)") }
      if filed < "2025", isOpen || closed > "2025" { year.count("table4.review.pending") }
      let issued = date(&generator)
      let repealed = Bool.random(using: &generator) ? date(&generator, after: issued) : ""
      let until = Bool.random(using: &generator) ? date(&generator, after: issued) : ""
      draft(
        "documents",
        [
          "number": "n\(number)", "documentKind": "normative", "title": "x", "issued": issued, "validUntil": until,
          "repealed": repealed, "source": "x", "handler": "李某",
        ])
      if inYear(issued) { year.count("table2.normative_documents.issued") }
      if inYear(repealed) { year.count("table2.normative_documents.repealed") }
      if issued < "2025", repealed.isEmpty || repealed > "2025", until.isEmpty || until >= "2024-12-31" {
        year.count("table2.normative_documents.valid")
      }
    }
    year.records = RegisterRecord.following([], drafts, RegisterConformance.origin).added
    return year
  }

  @Test("every cell is what an independent count of the rows gives, and table 3 balances", arguments: 1...40)
  func recount(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let year = year(&generator)
    let lists = try RegisterBook(year.records).figures(of: 2024)
    let tables = lists.filter { !$0.value.isEmpty && !$0.key.description.hasPrefix("section") }
    #expect(Dictionary(uniqueKeysWithValues: tables.map { ($0.key.description, $0.value.count) }) == year.expected)
    for column in ApplicantColumn.applicants {
      func count(_ row: ApplicationRow) -> Int { lists[.applications(row, column)]?.count ?? -1 }
      let results = ApplicationRow.results.map(count).reduce(0, +)
      #expect(count(.new) + count(.carriedIn) == results + count(.carriedOut))
    }
    for list in lists.values { #expect(Set(list.map(\.entry)).count == list.count) }
  }
}
