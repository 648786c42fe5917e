import Publication
import TestSupport

/// Checks a value against the part of JSON Schema that `docs/payload.schema.json` uses, and says where it differs.
struct SchemaCheck {
  let root: JSONValue

  func faults(of value: JSONValue, at path: String = "$") -> [String] { faults(of: value, by: root, at: path) }

  private func faults(of value: JSONValue, by schema: JSONValue, at path: String) -> [String] {
    var faults: [String] = []
    for rule in schema.members {
      switch rule.name {
      case "$ref":
        let name = rule.value.text?.split(separator: "/").last.map(String.init) ?? ""
        faults += self.faults(of: value, by: root["$defs"]?[name] ?? .null, at: path)
      case "type":
        let types = rule.value.text.map { [$0] } ?? rule.value.elements.compactMap(\.text)
        if !types.contains(type(of: value)) { faults.append("\(path): not \(types)") }
      case "const": if value != rule.value { faults.append("\(path): not the constant") }
      case "enum": if !rule.value.elements.contains(value) { faults.append("\(path): off the list") }
      case "pattern":
        if let text = value.text, let pattern = rule.value.text {
          let match = try? Regex(pattern).wholeMatch(in: text)
          if match == nil { faults.append("\(path): not \(pattern)") }
        }
      case "minLength": if value.text?.isEmpty == true { faults.append("\(path): empty") }
      case "minimum":
        if let number = value.integer, let least = rule.value.integer, number < least {
          faults.append("\(path): under \(least)")
        }
      case "required":
        for name in rule.value.elements.compactMap(\.text) where type(of: value) == "object" && value[name] == nil {
          faults.append("\(path): no \(name)")
        }
      case "properties":
        for property in rule.value.members {
          guard let inner = value[property.name] else { continue }
          faults += self.faults(of: inner, by: property.value, at: "\(path).\(property.name)")
        }
      case "items":
        for (index, element) in value.elements.enumerated() {
          faults += self.faults(of: element, by: rule.value, at: "\(path)[\(index)]")
        }
      case "anyOf":
        if !rule.value.elements.contains(where: { self.faults(of: value, by: $0, at: path).isEmpty }) {
          faults.append("\(path): none of the choices")
        }
      case "if":
        let branch = self.faults(of: value, by: rule.value, at: path).isEmpty ? "then" : "else"
        faults += self.faults(of: value, by: schema[branch] ?? .object([]), at: path)
      case "then", "else", "description", "title", "$schema", "$id", "$defs": break
      default: faults.append("schema keyword not checked here: \(rule.name)")
      }
    }
    return faults
  }

  private func type(of value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .int: "integer"
    case .double: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
