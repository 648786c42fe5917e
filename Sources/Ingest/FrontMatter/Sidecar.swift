package import Publication

/// Reads the metadata file beside a document, `<whole file name>.json`.
package enum SidecarReader {
  /// What the file declares.
  package struct Result: Sendable {
    /// What the contract's keys are given.
    package var declarations: [Declaration] = []
    /// Keys that the contract doesn't know.
    package var unknownKeys: [Declaration.Unknown] = []
    /// What is wrong with it.
    package var diagnostics: [Diagnostic] = []
  }

  /// Levels of arrays and objects.
  static let nesting = 8
  /// Bytes of a sidecar.
  static let byteLimit = 1 << 20

  /// The declarations of `bytes`, the content of the file `name`: strict JSON, one object, each key once under any of its names.
  package static func read(_ bytes: [UInt8], name: FileName) -> Result {
    let root: JSONValue
    do {
      guard bytes.count <= byteLimit else { return fault(name, byteLimit, "超过 1 MB") }
      root = try JSONValue.reading(bytes, maxDepth: nesting)
    } catch {
      if error.reason == .duplicateKey {
        let key = DuplicateName.text(in: bytes, at: error.byteOffset)
        return Result(diagnostics: [duplicate(of: key, place: "\(name) 第 \(error.byteOffset) 字节")])
      }
      return fault(name, error.byteOffset, reason(error.reason))
    }
    guard case .object(let members) = root else { return fault(name, 0, "不是 JSON 对象") }
    var result = Result()
    for member in members {
      let place = "\(name):\(member.name)"
      guard let key = MetadataKey(name: member.name) else {
        result.unknownKeys.append(.init(key: member.name, source: .sidecar))
        continue
      }
      guard !result.declarations.contains(where: { $0.key == key }) else {
        return Result(diagnostics: [duplicate(of: member.name, place: place)])
      }
      guard let texts = DeclaredValues(member.value, for: key).texts else {
        result.diagnostics.append(.badType(of: member.name, place: place))
        continue
      }
      if !texts.isEmpty {
        result.declarations.append(Declaration(key: key, values: texts, source: .sidecar, place: place))
      }
    }
    return result
  }

  private static func duplicate(of key: String, place: String) -> Diagnostic {
    Diagnostic(.duplicateKey, .hold, place: place, details: ["key": key])
  }

  private static func fault(_ name: FileName, _ offset: Int, _ reason: String) -> Result {
    Result(diagnostics: [
      Diagnostic(
        .sidecarUnreadable, .hold, place: "\(name) 第 \(offset) 字节",
        details: ["name": name.description, "offset": String(offset), "reason": reason])
    ])
  }

  private static func reason(_ reason: JSONFault.Reason) -> String {
    switch reason {
    case .invalidUTF8: "不是有效的 UTF-8"
    case .syntax: "不是有效的 JSON"
    case .duplicateKey: "键重复"
    case .tooDeep: "嵌套太深"
    case .badNumber: "数字写法不对"
    case .badEscape: "转义写法不对"
    }
  }
}

/// The name that a JSON text repeats, for the message.
private enum DuplicateName {
  static func text(in bytes: [UInt8], at offset: Int) -> String {
    guard offset >= 0, offset < bytes.count else { return "" }
    let name = bytes[offset...].dropFirst().prefix { $0 != UInt8(ascii: "\"") }.prefix(64)
    return String(validating: name, as: UTF8.self) ?? ""
  }
}
