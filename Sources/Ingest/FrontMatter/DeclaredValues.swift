internal import Publication

/// The value of a metadata key, as texts.
struct DeclaredValues {
  /// One text, the members of a list, or nothing (empty); `nil`: a type that the key can't have.
  var texts: [String]?

  /// A text, a number or a truth value is the text written; a list has only such members. Only 审查 and 附件 may have
  /// objects: each is kept as compact JSON.
  init(_ value: JSONValue, for key: MetadataKey) {
    let allowsObjects = key == .reviews || key == .attachments
    func scalar(_ value: JSONValue) -> String? {
      switch value {
      case .string(let text): text
      case .int(let number): String(number)
      case .double(let number): String(number)
      case .bool(let flag): flag ? "true" : "false"
      case .object: allowsObjects ? String(decoding: value.utf8(), as: UTF8.self) : nil
      case .null, .array: nil
      }
    }
    switch value {
    case .null: texts = []
    case .array(let members):
      let all = members.compactMap(scalar)
      texts = all.count == members.count ? all : nil
    default:
      let text = scalar(value)
      texts = text.map { $0.trimmedWhitespace.isEmpty ? [] : [$0] }
    }
  }
}

extension Diagnostic {
  /// A metadata value that is neither a text nor a list of texts.
  static func badType(of key: String, place: String) -> Diagnostic {
    Diagnostic(
      .badValue, .hold, place: place,
      details: ["key": key, "value": "…", "allowed": "一段文字，或文字的列表"])
  }
}
