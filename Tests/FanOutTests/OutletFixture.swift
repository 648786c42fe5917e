import Foundation
import MongolianText
import Normalization
import Publication
import TestSupport
import Testing

@testable import Disclosure

/// A cleared document and an outlet, read from `fixtures/outlets/<kind>/<case>/input.json`.
struct OutletFixture: CustomTestStringConvertible {
  let kind: String
  let name: String
  let folder: URL

  var testDescription: String { "\(kind)/\(name)" }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("fixtures/outlets")

  static let all: [OutletFixture] = folders(in: root).flatMap { kind in
    folders(in: kind).map { OutletFixture(kind: kind.lastPathComponent, name: $0.lastPathComponent, folder: $0) }
  }

  private static func folders(in folder: URL) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map { folder.appendingPathComponent($0) }
  }

  func read() throws -> (document: Document, outlet: OutletConfiguration) {
    let input = try JSONValue.reading(Array(Data(contentsOf: folder.appendingPathComponent("input.json"))))
    return (try FixtureDocument(input).document, try outlet(input["outlet"] ?? .null))
  }

  private func outlet(_ value: JSONValue) throws -> OutletConfiguration {
    OutletConfiguration(
      id: OutletID(value["id"]?.text ?? "\(kind)-test"), kind: kind,
      language: ContentLanguage(rawValue: value["lang"]?.text ?? "zh") ?? .chinese, name: [:],
      suffixSeparator: SuffixSeparator(rawValue: value["suffixSeparator"]?.text ?? "nnbsp") ?? .nnbsp,
      categories: value["categories"]?.elements.compactMap(\.text) ?? [],
      limits: Dictionary(
        uniqueKeysWithValues: (value["limits"]?.members ?? []).compactMap { member in
          member.value.integer.map { (member.name, $0) }
        }))
  }
}

/// Clears a document without the gate: fan-out is tested on what the gate let through.
func cleared(_ document: Document) -> Cleared<Document> {
  Cleared(document, clearance: Clearance(evidence: [], inheritedFrom: nil))
}

/// The edition of a document, on a fixed day.
func edition(of document: Document, today: CivilDate? = CivilDate(year: 2025, month: 3, day: 31)) throws -> Edition {
  let day = try #require(today)
  return try #require(Normalizer(mongolian: MongolianNormalizer()).edition(of: cleared(document), today: day).edition)
}
