import FanOut
import Foundation
import Normalization
import Outlets
import Publication
import TestSupport
import Testing

/// What every kind of outlet in the registry must do, whatever it is: run over `fixtures/outlets/<kind>/`.
@Suite struct OutletConformanceTests {
  @Test("every kind of outlet has its four fixtures", arguments: OutletRegistry.kinds.map { type(of: $0).kind })
  func fixtures(kind: String) {
    let names = Set(OutletFixture.all.filter { $0.kind == kind }.map(\.name))
    #expect(names.isSuperset(of: ["ordinary", "bilingual", "over-limit", "refused"]))
  }

  @Test("an outlet receives exactly what its fixture says, to the byte", arguments: OutletFixture.all)
  func golden(fixture: OutletFixture) throws {
    let result = try fannedOut(fixture)
    let file = fixture.folder.appendingPathComponent(
      result.payloads.isEmpty ? "expected.refusals.txt" : "expected.json")
    let found =
      result.payloads.isEmpty ? refusals(result) : String(decoding: result.payloads[0].body, as: UTF8.self) + "\n"
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try found.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(fixture.testDescription): review the difference, then run again without RECORD_FIXTURES")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(found.utf8.elementsEqual(expected.utf8), "\(found)")
  }

  @Test("what the outlet can't take is refused, what it can take isn't", arguments: OutletFixture.all)
  func decision(fixture: OutletFixture) throws {
    let result = try fannedOut(fixture)
    let isTaken = !["over-limit", "refused"].contains(fixture.name)
    #expect(result.payloads.isEmpty != isTaken)
    #expect(result.refusals.isEmpty == isTaken)
    #expect(result.refusals.allSatisfy { !$0.outlets.isEmpty && $0.severity == .hold })
  }

  @Test("a payload matches the published schema", arguments: OutletFixture.all)
  func schema(fixture: OutletFixture) throws {
    let check = try SchemaCheck.published()
    for payload in try fannedOut(fixture).payloads {
      #expect(check.faults(of: try JSONValue.reading(payload.body)) == [])
    }
  }

  @Test("a rendering has only elements and attributes of its list", arguments: OutletFixture.all)
  func markup(fixture: OutletFixture) throws {
    let check = fixture.kind == "wechat" ? MarkupCheck.weChat : MarkupCheck.website
    for payload in try fannedOut(fixture).payloads {
      let value = try JSONValue.reading(payload.body)
      for html in [value["html"]?.text, value["article"]?["content"]?.text].compactMap({ $0 }) {
        _ = try check.text(of: html)
      }
    }
  }

  @Test("equal input gives equal bytes", arguments: OutletFixture.all)
  func determinism(fixture: OutletFixture) throws {
    #expect(try fannedOut(fixture).payloads == fannedOut(fixture).payloads)
  }

  private func fannedOut(_ fixture: OutletFixture) throws -> FannedOut {
    let (document, outlet) = try fixture.read()
    let edition = try edition(of: document)
    return FanOut(outlets: [outlet], kinds: OutletRegistry.kinds)
      .payloads(of: edition, itemID: ItemID(edition.inputID), revision: 1, action: .publish)
  }

  private func refusals(_ result: FannedOut) -> String {
    result.refusals.map { refusal in
      let text = refusal.text()
      return
        "\(refusal.code) \(refusal.outlets.map(\.rawValue).joined(separator: " "))\n\(text.message)\n\(text.remedy)\n"
    }.joined(separator: "\n")
  }
}

extension SchemaCheck {
  /// The schema in `docs/`.
  static func published() throws -> SchemaCheck {
    let file = OutletFixture.root.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/payload.schema.json")
    return SchemaCheck(root: try JSONValue.reading(Array(Data(contentsOf: file))))
  }
}
