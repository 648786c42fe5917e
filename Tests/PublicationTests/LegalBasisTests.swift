import Foundation
import Publication
import Testing

@Suite("Grounds in law")
struct LegalBasisTests {
  private var regulation: String {
    get throws {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../fixtures/law/regulation-711-articles.txt")
      return try String(contentsOf: file, encoding: .utf8)
    }
  }

  @Test("every ground is worded as its article is")
  func words() throws {
    let lines = try regulation.split(separator: "\n").map(String.init)
    let starts = ["14": "第十四条", "15": "第十五条", "16": "第十六条", "27": "第二十七条"]
    for basis in LegalBasis.all {
      let number = basis.code.split(separator: ".").first.map(String.init) ?? ""
      let start = try #require(starts[number])
      let first = try #require(lines.firstIndex { $0.hasPrefix(start) })
      let rest = lines[(first + 1)...]
      let end = rest.firstIndex { $0.hasPrefix("第") && $0.contains("条　") } ?? lines.endIndex
      let article = lines[first..<end].joined()
      #expect(article.contains(basis.text), "\(basis.code)")
      #expect(basis.citation.contains(start))
      #expect(LegalBasis(code: " \(basis.code) ") == basis)
      #expect(!basis.attributes.contains(.proactive) && !basis.attributes.isEmpty)
    }
    #expect(LegalBasis(code: "16") == nil && LegalBasis(code: "14.4") == nil)
  }
}
