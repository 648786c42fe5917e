/// Why a text is not the JSON that we read.
public struct JSONFault: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Reason: String, Sendable {
    case invalidUTF8, syntax, duplicateKey, tooDeep, badNumber, badEscape
  }

  /// What is wrong.
  public var reason: Reason
  /// Where: bytes from the start.
  public var byteOffset: Int

  /// A fault at a place.
  public init(reason: Reason, byteOffset: Int) {
    self.reason = reason
    self.byteOffset = byteOffset
  }
}

extension JSONValue {
  /// Reads strict RFC 8259 JSON: UTF-8 (a BOM is skipped), no duplicate member names, at most `maxDepth` levels.
  ///
  /// Foundation's readers keep one of two equal keys in silence; here that is a fault, because a sidecar that says two
  /// things about disclosure must be seen by a person.
  public static func reading(_ bytes: [UInt8], maxDepth: Int = 64) throws(JSONFault) -> JSONValue {
    let (value, duplicates) = try readingAll(bytes, maxDepth: maxDepth)
    if let first = duplicates.first { throw JSONFault(reason: .duplicateKey, byteOffset: first.byteOffset) }
    return value
  }

  /// A member name that stood in its object before.
  public struct Duplicate: Sendable, Equatable {
    /// The name.
    public var name: String
    /// Where it stands again: bytes from the start.
    public var byteOffset: Int
  }

  /// Reads like `reading`, but keeps every member of an object that repeats a name, and tells which names those are:
  /// the gate has to see both values.
  public static func readingAll(
    _ bytes: [UInt8], maxDepth: Int = 64
  ) throws(JSONFault) -> (value: JSONValue, duplicates: [Duplicate]) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JSONFault(reason: .invalidUTF8, byteOffset: firstInvalidOffset(bytes))
    }
    var reader = JSONReader(bytes: bytes, maxDepth: maxDepth)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == bytes.count else { throw JSONFault(reason: .syntax, byteOffset: reader.position) }
    return (value, reader.duplicates)
  }

  private static func firstInvalidOffset(_ bytes: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): offset += scalar.count
      case .error, .emptyInput: return offset
      }
    }
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  let maxDepth: Int
  var position = 0
  var duplicates: [JSONValue.Duplicate] = []

  init(bytes: [UInt8], maxDepth: Int) {
    self.bytes = bytes
    self.maxDepth = maxDepth
  }

  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth <= maxDepth else { throw fault(.tooDeep) }
    skipSpace()
    guard position < bytes.count else { throw fault(.syntax) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private func fault(_ reason: JSONFault.Reason) -> JSONFault { JSONFault(reason: reason, byteOffset: position) }

  private mutating func take(_ byte: Unicode.Scalar) throws(JSONFault) {
    guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { throw fault(.syntax) }
    position += 1
  }

  private mutating func takes(_ byte: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func word(_ text: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    guard bytes[position...].starts(with: text.utf8) else { throw fault(.syntax) }
    position += text.utf8.count
    return value
  }

  private mutating func object(_ depth: Int) throws(JSONFault) -> JSONValue {
    try take("{")
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipSpace()
    if takes("}") { return .object(members) }
    repeat {
      skipSpace()
      let start = position
      let name = try string()
      if !names.insert(name).inserted { duplicates.append(.init(name: name, byteOffset: start)) }
      skipSpace()
      try take(":")
      members.append(.init(name, try value(depth: depth + 1)))
      skipSpace()
    } while takes(",")
    try take("}")
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(JSONFault) -> JSONValue {
    try take("[")
    var values: [JSONValue] = []
    skipSpace()
    if takes("]") { return .array(values) }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while takes(",")
    try take("]")
    return .array(values)
  }

  private mutating func string() throws(JSONFault) -> String {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw fault(.syntax) }
    position += 1
    var out: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(&out)
      case 0..<0x20: throw fault(.syntax)
      default: out.append(byte)
      }
    }
    throw fault(.syntax)
  }

  private mutating func escape(_ out: inout [UInt8]) throws(JSONFault) {
    guard position < bytes.count else { throw fault(.badEscape) }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"):
      var code = UInt32(try hexUnit())
      if (0xD800..<0xDC00).contains(code), bytes[position...].starts(with: [0x5C, 0x75]) {
        position += 2
        let low = UInt32(try hexUnit())
        guard (0xDC00..<0xE000).contains(low) else { throw fault(.badEscape) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fault(.badEscape) }
      out += Array(String(Character(scalar)).utf8)
    default: throw fault(.badEscape)
    }
  }

  private mutating func hexUnit() throws(JSONFault) -> UInt16 {
    guard position + 4 <= bytes.count else { throw fault(.badEscape) }
    var unit: UInt16 = 0
    for byte in bytes[position..<position + 4] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: throw fault(.badEscape)
      }
      unit = unit << 4 | UInt16(digit)
    }
    position += 4
    return unit
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = position
    _ = takes("-")
    let digits = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    guard position > digits, position == digits + 1 || bytes[digits] != 0x30 else { throw fault(.syntax) }
    var isInteger = true
    if takes(".") {
      isInteger = false
      let fraction = position
      while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
      guard position > fraction else { throw fault(.badNumber) }
    }
    if position < bytes.count, bytes[position] | 0x20 == 0x65 {
      isInteger = false
      position += 1
      if !takes("+") { _ = takes("-") }
      let exponent = position
      while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
      guard position > exponent else { throw fault(.badNumber) }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let number = Int(text) { return .int(number) }
    guard let number = Double(text), number.isFinite else { throw fault(.badNumber) }
    return .double(number)
  }
}
