internal import Publication

/// What stands under a key that the contract doesn't know: never used, but read by the gate, like a property of a document.
enum UnknownValue {
  /// Every text in `value`, each after its key: a field that closes the document (公开方式：不予公开) reads as one.
  static func texts(of value: JSONValue, key: String) -> [UnpublishedText] {
    var found: [UnpublishedText] = []
    append(value, key: key, depth: 0, to: &found)
    return found
  }

  private static let closed = ["withheld": "不予公开", "onrequest": "依申请公开"]

  private static func append(_ value: JSONValue, key: String, depth: Int, to found: inout [UnpublishedText]) {
    guard depth < 64 else { return }
    switch value {
    case .string(let text) where !text.isEmpty:
      found += [UnpublishedText(.property, key + "：" + text), UnpublishedText(.property, text)]
      // Attribute: withheld under a key that is nearly right closes the document, like its Chinese word.
      let term = closed[text.trimmedWhitespace.lowercased()]
      if let term { found.append(UnpublishedText(.property, term)) }
    case .string: break
    case .int(let number): found.append(UnpublishedText(.property, key + "：" + String(number)))
    case .double(let number): found.append(UnpublishedText(.property, key + "：" + String(number)))
    case .bool(let flag): found.append(UnpublishedText(.property, key + "：" + (flag ? "是" : "否")))
    case .null: break
    case .array(let members): for member in members { append(member, key: key, depth: depth + 1, to: &found) }
    case .object(let members):
      for member in members { append(member.value, key: member.name, depth: depth + 1, to: &found) }
    }
  }
}
