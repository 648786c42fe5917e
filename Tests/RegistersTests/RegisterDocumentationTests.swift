import Foundation
import Publication
import Testing

@testable import Registers

@Suite("RegisterDocumentation")
struct RegisterDocumentationTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("docs/registers.md tells every register with its columns as the program reads them")
  func documentation() throws {
    let file = Self.root.appendingPathComponent("docs/registers.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let marker = try #require(text.range(of: "do not edit below. -->\n"))
    let whole = text[..<marker.upperBound] + Self.columns
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try whole.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded docs/registers.md")
    }
    #expect(text == whole)
  }

  @Test("there is one example of each register, and it can be read", arguments: RegisterKind.allCases)
  func example(_ kind: RegisterKind) throws {
    let file = Self.root.appendingPathComponent("fixtures/registers/\(kind.name).csv")
    let data = try Data(contentsOf: file)
    let text = String(data: data, encoding: .utf8) ?? String(data: data, encoding: .init(rawValue: 0x8000_0632))
    #expect(try RegisterTable(csv: try #require(text)).kind == kind)
  }

  static var columns: String {
    RegisterKind.allCases.map { kind in
      "\n### \(kind.name) (`\(kind.rawValue)`)\n\n| 表头 | key | | | 内容 |\n|---|---|---|---|---|\n"
        + kind.columns.map { column in
          let names = ([column.name] + column.aliases).joined(separator: "、")
          let marks = "\(column.isRequired ? "必填" : "") | \(column.isPrivate ? "●" : "")"
          return "| \(names) | `\(column.key)` | \(marks) | \(column.help)。\(content(column)) |\n"
        }.joined()
    }.joined()
  }

  private static func content(_ column: RegisterColumn) -> String {
    guard case .choice(let choices) = column.form else { return "" }
    return choices.map { choice in
      let article = ReplyKind(rawValue: choice.key).map { column.key == "reply" ? " → `\($0.row.rawValue)`" : "" } ?? ""
      let others = choice.aliases.isEmpty ? "" : "（\(choice.aliases.joined(separator: "、"))）"
      return "<br>`\(choice.key)` \(choice.name)\(others)\(article)"
    }.joined()
  }
}
