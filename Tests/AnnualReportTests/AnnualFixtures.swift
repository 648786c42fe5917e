import AnnualReport
import Foundation
import Publication

/// The files of `fixtures/annual`.
enum AnnualFixtures {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("fixtures/annual")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// The office's own report for 2025 as data.
  static func seed() throws -> JSONValue { try JSONValue.reading(bytes("seed-2025/input.json")) }

  static func report(_ json: JSONValue) throws -> DisclosureReport {
    try DisclosureReport.reading(json: json.utf8(), name: "seed-2025.json")
  }
}

extension JSONValue {
  /// The same value with what stands at `path` replaced; a number is a place in an array.
  func replacing(_ path: ArraySlice<String>, by value: JSONValue) -> JSONValue {
    guard let name = path.first else { return value }
    switch self {
    case .object(let members):
      return .object(
        members.map { $0.name == name ? Member($0.name, $0.value.replacing(path.dropFirst(), by: value)) : $0 })
    case .array(let values):
      return .array(
        values.enumerated().map {
          String($0.offset) == name ? $0.element.replacing(path.dropFirst(), by: value) : $0.element
        })
    default: return self
    }
  }

  /// Without the member at `path`.
  func removing(_ path: ArraySlice<String>) -> JSONValue {
    guard let name = path.first, case .object(let members) = self else { return self }
    if path.count == 1 { return .object(members.filter { $0.name != name }) }
    return .object(members.map { $0.name == name ? Member($0.name, $0.value.removing(path.dropFirst())) : $0 })
  }

  /// What stands at `path`.
  func value(at path: ArraySlice<String>) -> JSONValue? {
    guard let name = path.first else { return self }
    if case .array(let values) = self, let index = Int(name), values.indices.contains(index) {
      return values[index].value(at: path.dropFirst())
    }
    return self[name]?.value(at: path.dropFirst())
  }
}

extension ReportCell {
  /// Where the cell stands in `disclosure-annual/1`.
  var path: ArraySlice<String> {
    switch self {
    case .documents(let kind, let movement): ["table2", "art20_1", kind.rawValue, movement.rawValue]
    case .acts(let kind):
      ["table2", kind == .licences ? "art20_5" : kind == .feesWanYuan ? "art20_8" : "art20_6", kind.rawValue]
    case .applications(let row, let column):
      ["table3", "rows", row.rawValue, String(ApplicantColumn.allCases.firstIndex(of: column) ?? 0)]
    case .remedies(let row, let outcome):
      ["table4", row.rawValue, String(RemedyOutcome.allCases.firstIndex(of: outcome) ?? 0)]
    case .publications: []
    case .narrative(let figure): figure.rawValue.split(separator: ".").map(String.init)[...]
    }
  }
}
