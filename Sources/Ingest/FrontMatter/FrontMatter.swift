package import Publication
internal import Yams

/// The metadata block at the start of a text file: YAML, of which only a small part is accepted, every scalar as the text
/// written. `on`, `no`, `012` and `2025-01-06` mean what they look like.
package struct FrontMatter: Sendable {
  /// What the contract's keys are given.
  package var declarations: [Declaration] = []
  /// Keys that the contract doesn't know.
  package var unknownKeys: [Declaration.Unknown] = []
  /// What is wrong with the block.
  package var diagnostics: [Diagnostic] = []
  /// The first byte of the body, in the text's UTF-8; 0 where there is no front matter.
  package var bodyOffset = 0

  /// The block as written where it can't be used, else its comments and the values of keys that nobody knows: the gate looks for a restricted attribute in it all the same.
  package var unreadable: [UnpublishedText] = []

  /// Whether the block can't be used: the item is held.
  private var isFault: Bool { diagnostics.contains { $0.severity >= .hold } }

  /// Bytes of YAML.
  static let byteLimit = 64 << 10

  /// The front matter of `text`; nothing where the text begins otherwise.
  package static func reading(_ text: String) -> FrontMatter {
    var text = text
    return text.withUTF8 { bytes in
      guard let block = FrontMatterBlock.find(in: bytes, isKnownKey: { MetadataKey(name: $0) != nil }) else {
        return FrontMatter()
      }
      let yaml = UnsafeBufferPointer(rebasing: bytes[block.yaml])
      var result = reading(block, yaml)
      result.bodyOffset = block.bodyOffset ?? block.yaml.lowerBound
      result.unreadable += comments(in: yaml)
      if result.isFault { result.unreadable = [UnpublishedText(.property, String(decoding: yaml, as: UTF8.self))] }
      return result
    }
  }

  /// Lines that YAML passes over.
  private static func comments(in yaml: UnsafeBufferPointer<UInt8>) -> [UnpublishedText] {
    var cursor = LineCursor(bytes: yaml)
    var found: [UnpublishedText] = []
    while let line = cursor.next() {
      let content = yaml[line.trimmed(in: yaml)]
      guard content.first == UInt8(ascii: "#") else { continue }
      found.append(UnpublishedText(.comment, String(decoding: content.drop { $0 == UInt8(ascii: "#") }, as: UTF8.self)))
    }
    return found
  }

  private static func reading(_ block: FrontMatterBlock, _ yaml: UnsafeBufferPointer<UInt8>) -> FrontMatter {
    if block.bodyOffset == nil { return fault(block.line, "没有结束的“---”") }
    if block.isTOML { return fault(block.line, "写在“+++”之间的是 TOML，这里只认“---”之间的 YAML") }
    if yaml.count > byteLimit { return fault(block.line, "超过 64 KB") }
    if let shape = YAMLShape.fault(in: yaml) { return fault(block.line + shape.line, shape.reason) }
    return compose(String(decoding: yaml, as: UTF8.self), firstLine: block.line)
  }

  private static func fault(_ line: Int, _ reason: String) -> FrontMatter {
    var result = FrontMatter()
    result.diagnostics = [
      Diagnostic(
        .frontMatterUnreadable, .hold, place: "文首元数据第 \(line) 行",
        details: ["line": String(line), "reason": reason])
    ]
    return result
  }

  private static func compose(_ yaml: String, firstLine: Int) -> FrontMatter {
    let root: Node?
    do {
      // The default encoding is looked up in the environment for every parser, and announced on standard output where it is set there.
      let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
      root = try parser.nextRoot()
      if try parser.nextRoot() != nil { return fault(firstLine, "有不止一份 YAML") }
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      return duplicate(of: keys.first ?? "", at: firstLine + context.mark.line)
    } catch YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _),
      YamlError.composer(_, _, let mark, _)
    {
      return fault(firstLine + mark.line, "不是有效的 YAML")
    } catch {
      return fault(firstLine + 1, "不是有效的 YAML")
    }
    guard let root else { return FrontMatter() }
    var result = FrontMatter()
    switch root {
    case .mapping(let mapping):
      for (key, value) in mapping where !result.isFault {
        result.add(key: key, value: value, firstLine: firstLine)
      }
    case .scalar(let scalar) where scalar.string.isEmpty: break
    default: return fault(firstLine + 1, "不是“键: 值”的形式（冒号要用半角，后面留一个空格）")
    }
    return result
  }

  private mutating func add(key: Node, value: Node, firstLine: Int) {
    let line = firstLine + (key.mark?.line ?? 1)
    guard case .scalar(let name) = key else {
      self = FrontMatter.fault(line, "键不是文字")
      return
    }
    let place = "文首元数据第 \(line) 行"
    guard let known = MetadataKey(name: name.string) else {
      unknownKeys.append(.init(key: name.string, source: .frontMatter))
      unreadable += UnknownValue.texts(of: value.json(depth: 0), key: name.string)
      return
    }
    guard !declarations.contains(where: { $0.key == known }) else {
      self = FrontMatter.duplicate(of: name.string, at: line)
      return
    }
    guard let values = DeclaredValues(value.json(depth: 0), for: known).texts else {
      diagnostics.append(.badType(of: name.string, place: place))
      return
    }
    if !values.isEmpty {
      declarations.append(Declaration(key: known, values: values, source: .frontMatter, place: place))
    }
  }

  private static func duplicate(of key: String, at line: Int) -> FrontMatter {
    var result = FrontMatter()
    result.diagnostics = [
      Diagnostic(.duplicateKey, .hold, place: "文首元数据第 \(line) 行", details: ["key": key])
    ]
    return result
  }
}

extension Node {
  /// The same as JSON, every scalar a string, an empty plain scalar `null`; deeper than 8 levels `null` as well.
  /// `YAMLShape` has refused such depths, anchors and tags before.
  fileprivate func json(depth: Int) -> JSONValue {
    guard depth <= YAMLShape.nesting else { return .null }
    switch self {
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && (scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null")
      return isNull ? .null : .string(scalar.string)
    case .sequence(let sequence): return .array(sequence.map { $0.json(depth: depth + 1) })
    case .mapping(let mapping):
      return .object(mapping.map { JSONValue.Member($0.key.string ?? "", $0.value.json(depth: depth + 1)) })
    case .alias: return .null
    }
  }
}
