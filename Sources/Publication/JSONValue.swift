/// A JSON value with its members in order. Writing it gives the same bytes every time.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A member of an object.
  public struct Member: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its value.
    public var value: JSONValue

    /// A member with its name.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An object with these members, in this order.
  public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// A string, or `null` where there is none.
  public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// An array of strings.
  public static func strings(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// The first member of this name, of an object.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The text, of a string.
  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The number, of an integer.
  public var integer: Int? {
    guard case .int(let number) = self else { return nil }
    return number
  }

  /// UTF-8 in one line, without white space; `pretty` indents by two spaces and ends with LF.
  public func utf8(pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.write(self, depth: 0)
    if pretty { writer.out.append(0x0A) }
    return writer.out
  }
}

private struct JSONWriter {
  let pretty: Bool
  var out: [UInt8] = []

  init(pretty: Bool) { self.pretty = pretty }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: out += "null".utf8
    case .bool(let flag): out += (flag ? "true" : "false").utf8
    case .int(let number): out += String(number).utf8
    case .double(let number): out += (number.isFinite ? String(number) : "null").utf8
    case .string(let text): write(text)
    case .array(let values):
      list(open: 0x5B, close: 0x5D, values, depth) { writer, value in writer.write(value, depth: depth + 1) }
    case .object(let members):
      list(open: 0x7B, close: 0x7D, members, depth) { writer, member in
        writer.write(member.name)
        writer.out.append(0x3A)
        if writer.pretty { writer.out.append(0x20) }
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func list<Element>(
    open: UInt8, close: UInt8, _ elements: [Element], _ depth: Int, _ one: (inout JSONWriter, Element) -> Void
  ) {
    out.append(open)
    var isFirst = true
    for element in elements {
      if !isFirst { out.append(0x2C) }
      isFirst = false
      newLine(depth + 1)
      one(&self, element)
    }
    if !isFirst { newLine(depth) }
    out.append(close)
  }

  private mutating func newLine(_ depth: Int) {
    guard pretty else { return }
    out.append(0x0A)
    out += repeatElement(0x20, count: depth * 2)
  }

  /// Escapes what RFC 8259 demands, and U+2028, U+2029 never: the bytes of the text stay as they are otherwise.
  private mutating func write(_ text: String) {
    out.append(0x22)
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while true {
        let index = JSONWriter.firstEscaped(in: bytes, from: start)
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        guard index < bytes.count else { break }
        start = index + 1
        switch bytes[index] {
        case 0x22: out += "\\\"".utf8
        case 0x5C: out += "\\\\".utf8
        case 0x0A: out += "\\n".utf8
        case 0x0D: out += "\\r".utf8
        case 0x09: out += "\\t".utf8
        default: out += ("\\u00" + hexadecimal([bytes[index]])).utf8
        }
      }
    }
    out.append(0x22)
  }

  /// The index of the first byte from `start` on that is escaped: a control, a quotation mark, a backslash; the end where there is none.
  ///
  /// Eight bytes at a time, as most text has none: in `x - 0x01…01 & ~x` the highest bit of a byte is set only if one was 0, and a
  /// byte equal to the one looked for is 0 after XOR; likewise with 0x20 for controls ("Bit Twiddling Hacks", S. E. Anderson).
  private static func firstEscaped(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      let found = ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash)
      guard found & (ones &* 0x80) == 0 else { break }
      index += 8
    }
    while index < bytes.count, bytes[index] >= 0x20, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
    return index
  }
}
