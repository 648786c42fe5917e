import Publication

/// `<whole file name>.json`: a JSON object of metadata keys.
struct SidecarMetadata {
  /// What it declares, in its order.
  private(set) var declarations: [Declaration] = []
  /// Keys that the contract doesn't know.
  private(set) var unknownKeys: [Declaration.Unknown] = []
  /// What is wrong with it.
  private(set) var diagnostics: [Diagnostic] = []
  /// Its text where it can't be read, and the values of keys that nobody knows: the gate reads them all the same.
  private(set) var unreadable: [UnpublishedText] = []

  /// Bytes of a sidecar.
  private static let byteLimit = 1 << 20

  /// Reads `bytes`, the sidecar of the file `name`.
  init(_ bytes: [UInt8], of name: FileName) {
    let file = name.base.description + ".json"
    do throws(JSONFault) {
      guard bytes.count <= SidecarMetadata.byteLimit else {
        throw JSONFault(reason: .tooDeep, byteOffset: SidecarMetadata.byteLimit)
      }
      let (value, duplicates) = try JSONValue.readingAll(bytes)
      guard case .object(let members) = value else { throw JSONFault(reason: .syntax, byteOffset: 0) }
      for duplicate in duplicates.prefix(20) {
        diagnostics.append(SidecarMetadata.duplicate(duplicate.name))
      }
      for member in members { read(member) }
      readAliases(duplicates)
    } catch {
      let details = ["name": file, "offset": String(error.byteOffset), "reason": SidecarMetadata.reason(error.reason)]
      diagnostics.append(Diagnostic(.sidecarUnreadable, .hold, place: "sidecar", details: details))
      unreadable += [UnpublishedText(.property, String(decoding: bytes.prefix(65_536), as: UTF8.self))]
    }
  }

  private mutating func read(_ member: JSONValue.Member) {
    guard let key = MetadataKey(name: member.name) else {
      unknownKeys.append(Declaration.Unknown(key: member.name, source: .sidecar))
      unreadable += UnknownValue.texts(of: member.value, key: member.name)
      return
    }
    let place = "sidecar:" + member.name
    guard let texts = DeclaredValues(member.value, for: key).texts else {
      diagnostics.append(.badType(of: member.name, place: place))
      return
    }
    // An empty text says nothing; an empty list of outlets says "nowhere", which a person has to confirm, and so does an attribute left open.
    guard !texts.isEmpty || member.value == .array([]) || key == .attribute else { return }
    declarations.append(Declaration(key: key, values: texts, source: .sidecar, place: place))
  }

  /// A key under two of its names says two things, like a key that stands twice.
  private mutating func readAliases(_ duplicates: [JSONValue.Duplicate]) {
    var seen: Set<MetadataKey> = []
    let told = Set(duplicates.compactMap { MetadataKey(name: $0.name) })
    for declaration in declarations where !seen.insert(declaration.key).inserted && !told.contains(declaration.key) {
      diagnostics.append(SidecarMetadata.duplicate(declaration.key.rawValue))
    }
  }

  private static func duplicate(_ name: String) -> Diagnostic {
    Diagnostic(.duplicateKey, .hold, place: "sidecar:" + name, details: ["key": name])
  }

  private static func reason(_ reason: JSONFault.Reason) -> String {
    switch reason {
    case .invalidUTF8: "不是有效的 UTF-8"
    case .syntax: "不是完整的 JSON 对象"
    case .duplicateKey: "同一个键出现两次"
    case .tooDeep: "太大，或层数太多"
    case .badNumber: "数字写法不对"
    case .badEscape: "转义写法不对"
    }
  }

  /// The sidecar without its reviews, empty where nothing else is in it; `nil` where it can't be read or has none.
  static func withoutReviews(_ bytes: [UInt8]) -> [UInt8]? {
    guard case .object(let members)? = try? JSONValue.reading(bytes) else { return nil }
    let rest = members.filter { MetadataKey(name: $0.name) != .reviews }
    guard rest.count < members.count else { return nil }
    return rest.isEmpty ? [] : JSONValue.object(rest).utf8()
  }

  /// The same bytes for the same metadata, whatever the order of keys and the names they go by; an unreadable sidecar
  /// stands for itself.
  static func canonical(_ bytes: [UInt8]?) -> [UInt8] {
    guard let bytes else { return JSONValue.object([JSONValue.Member]()).utf8() }
    guard let (value, duplicates) = try? JSONValue.readingAll(bytes), duplicates.isEmpty,
      case .object(let members) = value
    else { return bytes }
    let named = members.map { JSONValue.Member(MetadataKey(name: $0.name)?.rawValue ?? $0.name, $0.value) }
    let sorted = named.enumerated().sorted { left, right in
      let (a, b) = (left.element.name.utf8, right.element.name.utf8)
      return a.elementsEqual(b) ? left.offset < right.offset : a.lexicographicallyPrecedes(b)
    }
    return JSONValue.object(sorted.map(\.element)).utf8()
  }
}
