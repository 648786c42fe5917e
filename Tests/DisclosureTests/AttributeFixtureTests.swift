import Foundation
import Publication
import TestSupport
import Testing

@testable import Disclosure

@Suite("The sample notices")
struct AttributeFixtureTests {
  @Test(
    "each sample notice goes where its marks say",
    arguments: [
      ("a01", "cleared"), ("a02", "cleared"), ("a03", "cleared"), ("a04", "onRequest"), ("a05", "sealed"),
      ("a06", "sealed"), ("a07", "cleared"),
      ("a08", "held"), ("a09", "restricted"), ("a10", "restricted"),
    ])
  func samples(_ name: String, _ expected: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = folder.appending(path: "fixtures/disclosure/attribute/\(name).txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map(String.init)
    let judgement = Gate(policy: GatePolicy(officeContacts: [])).judge(
      DocumentBuilder.document(lines), ingest: [], inheritance: nil)
    #expect(judgement.word == expected)
  }
}
