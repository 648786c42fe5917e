import Foundation
import Normalization
import Publication
import TestSupport
import Testing

/// Whole documents with the text, the changes and the diagnostics that must come of them: `fixtures/normalization/<case>/`.
@Suite struct NormalizationFixtureTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("fixtures/normalization")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test("a document becomes the text of its fixture, with these changes and no others", arguments: names)
  func golden(name: String) throws {
    let folder = Self.root.appendingPathComponent(name)
    let input = try JSONValue.reading(Array(Data(contentsOf: folder.appendingPathComponent("input.json"))))
    let found = report(normalized(try FixtureDocument(input).document))
    let file = folder.appendingPathComponent("expected.txt")
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try found.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): review the difference, then run again without RECORD_FIXTURES")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(found.utf8.elementsEqual(expected.utf8), "\(found)")
  }

  @Test("there is a fixture for each kind of document")
  func kinds() {
    #expect(
      Set(Self.names).isSuperset(of: [
        "chinese-rubbish", "mongolian-suffixes", "menksoft", "private-codes", "both-languages",
      ]))
  }

  /// One line a fact; code points written out, for what can't be seen can't be reviewed.
  private func report(_ normalized: Normalized) -> String {
    var lines: [String] = []
    if let edition = normalized.edition {
      lines.append("title \(edition.title.escaped)")
      lines += edition.text.split(separator: "\n").map { "text  \(String($0).escaped)" }
      lines += edition.changes.map { "\($0.rule) \($0.place): \(points($0.before)) -> \(points($0.after))" }
      lines += edition.flags.map { "flag \($0.rule) \($0.place): \(points($0.scalars))" }
    }
    for diagnostic in normalized.diagnostics {
      lines.append(
        "\(diagnostic.code) \(diagnostic.severity.rawValue) \(diagnostic.place) \(diagnostic.details["scalars"] ?? "")"
          .trimmedWhitespace)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func points(_ scalars: [Unicode.Scalar]) -> String {
    scalars.isEmpty ? "-" : scalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
  }
}

extension String {
  /// With invisible characters as `{U+180E}`.
  fileprivate var escaped: String {
    var out = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202F, 0x2060...0x2069, 0xFEFF, 0..<0x20:
        out += "{U+" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
