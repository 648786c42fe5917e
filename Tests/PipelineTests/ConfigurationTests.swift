import Foundation
import Outlets
import Publication
import Testing

@testable import Pipeline

@Suite("Configuration")
struct ConfigurationTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("the sample of init and the project's own pipeline.json are accepted")
  func samples() throws {
    let sample = try read(SampleConfiguration.text)
    #expect(sample.outlets == Configuration.defaultOutlets)
    let own = try String(contentsOf: Self.root.appendingPathComponent("pipeline.json"), encoding: .utf8)
    #expect(try read(own).outlets == Configuration.defaultOutlets)
    #expect(try read("{}") == Configuration())
  }

  @Test("schema, documentation and program know the same options")
  func sameOptions() throws {
    let schema = try Set(OptionSchema.read().options.map(\.path)).subtracting(["$schema"])
    let documented = try Set(DocumentedOption.all().map(\.path))
    #expect(schema == documented)
    #expect(schema == Self.programOptions)
  }

  @Test("the schema allows a website the limits of a website only")
  func limitsByKind() throws {
    let schema = try OptionSchema.read()
    for kind in OutletRegistry.kinds {
      let fields = type(of: kind).defaultLimits.map(\.field)
      #expect(Set(schema.limits(ofKind: type(of: kind).kind)) == Set(fields))
      for field in schema.allLimits {
        let text = #"{"outlets":[{"id":"a","kind":"\#(type(of: kind).kind)","limits":{"\#(field)":9}}]}"#
        let isAccepted = try faults(in: text).isEmpty
        #expect(isAccepted == fields.contains(field), "\(type(of: kind).kind).\(field)")
      }
    }
  }

  @Test("the documented default of a number is the one in force, its bounds are accepted and one beyond is an error")
  func numbers() throws {
    let documented = try DocumentedOption.all()
    for option in try OptionSchema.read().options where option.minimum != nil && !option.path.contains("[]") {
      if let standard = option.standard {
        #expect(try read(option.document(standard)) == Configuration(), "\(option.path)")
        #expect(documented.first { $0.path == option.path }?.standard == "`\(standard)`", "\(option.path)")
      }
      let (low, high) = (option.minimum ?? 0, option.maximum ?? 0)
      for value in [low, high] { #expect(throws: Never.self) { try read(option.document(value)) } }
      #expect(try faults(in: option.document(low - 1)) == [.badOption], "\(option.path)")
      if high < Int.max { #expect(try faults(in: option.document(high + 1)) == [.badOption], "\(option.path)") }
      #expect(try faults(in: option.document("\"1\"")) == [.badOption], "\(option.path)")
    }
  }

  @Test(
    "an unknown option is an error that suggests the nearest one",
    arguments: [
      (#"{"settleSecond": 5}"#, "settleSeconds"), (#"{"workdirectory": "x"}"#, "workDirectory"),
      (#"{"office": {"timezone": "x"}}"#, "timeZone"), (#"{"waiting": {"pairSecond": 5}}"#, "pairSeconds"),
      (#"{"limits": {"filebytes": 5}}"#, "fileBytes"), (#"{"text": {"mongolRules": []}}"#, "mongolianRules"),
      (#"{"reviews": {"require": {}}}"#, "required"), (#"{"languages": {"polcy": {}}}"#, "policy"),
      (#"{"outlets": [{"id": "a", "kind": "website", "catagories": []}]}"#, "categories"),
      (#"{"outlets": [{"id": "a", "kind": "wechat", "limits": {"autor": 5}}]}"#, "author"),
    ])
  func unknownOption(text: String, suggestion: String) throws {
    let fault = try #require(try allFaults(in: text).first)
    #expect(fault.code == .unknownOption)
    #expect(fault.details["suggestion"] == suggestion)
    #expect(fault.text().remedy.contains(suggestion))
  }

  @Test(
    "a value that means nothing is an error",
    arguments: [
      #"{"schema": "zarlal.pipeline/9"}"#, #"{"workDirectory": ""}"#, #"{"workDirectory": 5}"#, #"{"office": []}"#,
      #"{"office": {"name": "x"}}"#, #"{"office": {"contacts": "12345"}}"#, #"{"ignore": [1]}"#, #"{"outlets": []}"#,
      #"{"outlets": {}}"#, #"{"outlets": [{"id": "A b", "kind": "website"}]}"#,
      #"{"outlets": [{"id": "a", "kind": "fax"}]}"#,
      #"{"outlets": [{"id": "a", "kind": "website"}, {"id": "a", "kind": "wechat"}]}"#,
      #"{"outlets": [{"id": "a", "kind": "website", "language": "ru"}]}"#,
      #"{"outlets": [{"id": "a", "kind": "website", "suffixSeparator": "space"}]}"#,
      #"{"outlets": [{"id": "a", "kind": "website", "limits": {"title": 0}}]}"#, #"{"settleSeconds": 1.5}"#,
      #"{"settleSeconds": null}"#, #"{"reviews": {"required": ["保密审查"]}}"#,
      #"{"reviews": {"required": {"*": ["审查"]}}}"#, #"{"languages": {"policy": {"*": "zh"}}}"#,
      #"{"languages": {"policy": "together"}}"#,
    ])
  func badValue(text: String) throws { #expect(try faults(in: text) == [.badOption]) }

  @Test("an outlet needs an id and a kind", arguments: [#"{"outlets": [{"kind": "website"}]}"#, #"{"outlets": [{}]}"#])
  func incompleteOutlet(text: String) throws { #expect(Set(try faults(in: text)) == [.badOption]) }

  @Test(
    "what is no JSON is told with the byte",
    arguments: ["", "{", #"{"ignore": [],}"#, #"{"ignore": [], "ignore": []}"#])
  func unreadable(text: String) throws {
    let fault = try #require(try allFaults(in: text).first)
    #expect(fault.code == .configurationUnreadable)
    #expect(fault.details["offset"] != nil)
  }

  @Test("every fault of a configuration is told at once")
  func everyFault() throws {
    #expect(try faults(in: #"{"a": 1, "settleSeconds": -1, "office": {"b": 2}}"#).count == 3)
  }

  private func read(_ text: String) throws -> Configuration {
    try ConfigurationReader.read(Array(text.utf8), path: "pipeline.json")
  }

  private func faults(in text: String) throws -> [Code] { try allFaults(in: text).map(\.code) }

  private func allFaults(in text: String) throws -> [PipelineError] {
    do {
      _ = try read(text)
      return []
    } catch let faults as ConfigurationFaults {
      return faults.faults
    }
  }

  /// Every option that the reader compares an unknown one with, by its path.
  private static var programOptions: Set<String> {
    let objects = [
      "": "", "office": "office.", "waiting": "waiting.", "limits": "limits.", "text": "text.", "reviews": "reviews.",
      "languages": "languages.",
    ]
    var all = Set(objects.flatMap { path, prefix in ConfigurationOption.names(in: path).map { prefix + $0 } })
    for name in ConfigurationOption.names(in: "outlets[0]") { all.insert("outlets[]." + name) }
    for kind in OutletRegistry.kinds {
      for limit in type(of: kind).defaultLimits { all.insert("outlets[].limits." + limit.field) }
    }
    return all
  }
}

/// An option as `docs/pipeline.schema.json` has it.
struct OptionSchema {
  struct Option {
    var path: String
    var minimum: Int?
    var maximum: Int?
    var standard: Int?

    /// A configuration with nothing but this option.
    func document(_ value: some CustomStringConvertible) -> String {
      let names = path.split(separator: ".")
      return names.reversed().reduce("\(value)") { inner, name in "{\"\(name)\": \(inner)}" }
    }
  }

  let json: JSONValue
  var options: [Option] { members(of: json, path: "") }

  static func read() throws -> OptionSchema {
    let url = ConfigurationTests.root.appendingPathComponent("docs/pipeline.schema.json")
    return OptionSchema(json: try JSONValue.reading([UInt8](Data(contentsOf: url))))
  }

  private var outlet: JSONValue? { json["properties"]?["outlets"]?["items"] }

  var allLimits: [String] { names(outlet?["properties"]?["limits"]?["properties"]) }

  /// The limits that the schema leaves to a kind: those of its condition, else all.
  func limits(ofKind kind: String) -> [String] {
    guard outlet?["if"]?["properties"]?["kind"]?["const"]?.text == kind,
      case .array(let fields)? = outlet?["then"]?["properties"]?["limits"]?["propertyNames"]?["enum"]
    else { return allLimits }
    return fields.compactMap(\.text)
  }

  private func names(_ json: JSONValue?) -> [String] {
    guard case .object(let members)? = json else { return [] }
    return members.map(\.name)
  }

  private func members(of object: JSONValue, path: String) -> [Option] {
    guard case .object(let properties)? = object["properties"] else { return [] }
    return properties.flatMap { member -> [Option] in
      let own = path + member.name
      let value = member.value
      let option = Option(
        path: own, minimum: value["minimum"]?.integer, maximum: value["maximum"]?.integer,
        standard: value["default"]?.integer)
      let items = value["items"].map { members(of: $0, path: own + "[].") } ?? []
      return [option] + members(of: value, path: own + ".") + items
    }
  }
}

/// A line of a table in `docs/configuration.md`.
struct DocumentedOption {
  var path: String
  var standard: String

  static func all() throws -> [DocumentedOption] {
    let url = ConfigurationTests.root.appendingPathComponent("docs/configuration.md")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 5, cells[0].hasPrefix("`"), cells[0].hasSuffix("`") else { return nil }
      return DocumentedOption(path: String(cells[0].dropFirst().dropLast()), standard: cells[3])
    }
  }
}
