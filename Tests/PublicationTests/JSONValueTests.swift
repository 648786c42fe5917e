import Publication
import Testing

@Suite("JSON")
struct JSONValueTests {
  @Test("a value written is the value read", arguments: [false, true])
  func roundTrip(_ pretty: Bool) throws {
    let value: JSONValue = .object([
      "null": .null, "true": .bool(true), "int": .int(-42), "double": .double(0.5), "big": .int(.max),
      "text": .string("乌兰\u{202F}\"\\\n\u{1}\u{2028}𠮷"),
      "list": .array([.int(1), .array([]), .object([JSONValue.Member]())]), "empty": .string(""),
    ])
    #expect(try JSONValue.reading(value.utf8(pretty: pretty)) == value)
  }

  @Test("the same value gives the same bytes, members in order")
  func bytes() {
    let value: JSONValue = .object(["b": .int(1), "a": .strings(["x", "y"])])
    #expect(String(decoding: value.utf8(), as: UTF8.self) == #"{"b":1,"a":["x","y"]}"#)
    let pretty = "{\n  \"b\": 1,\n  \"a\": [\n    \"x\",\n    \"y\"\n  ]\n}\n"
    #expect(String(decoding: value.utf8(pretty: true), as: UTF8.self) == pretty)
  }

  @Test(
    "what RFC 8259 forbids is a fault with its place",
    arguments: [
      ("", JSONFault.Reason.syntax, 0), ("{", .syntax, 1), (#"{"a":1,}"#, .syntax, 7), (#"{"a" 1}"#, .syntax, 5),
      ("[1,]", .syntax, 3),
      (#"{"a":1,"a":2}"#, .duplicateKey, 7), ("01", .syntax, 2), ("-", .syntax, 1), ("1.", .badNumber, 2),
      ("1e", .badNumber, 2),
      ("1e999", .badNumber, 5), (#""\x""#, .badEscape, 3), (#""\ud800""#, .badEscape, 7),
      (#""\ud800\u0041""#, .badEscape, 13),
      ("\"\u{1}\"", .syntax, 2), ("\"", .syntax, 1), ("nul", .syntax, 0), ("1 2", .syntax, 2), ("{'a':1}", .syntax, 1),
      ("NaN", .syntax, 0),
    ])
  func faults(_ text: String, _ reason: JSONFault.Reason, _ offset: Int) {
    #expect(throws: JSONFault(reason: reason, byteOffset: offset)) { try JSONValue.reading(Array(text.utf8)) }
  }

  @Test("invalid UTF-8 is told with the offset of its first byte")
  func invalidUTF8() {
    #expect(throws: JSONFault(reason: .invalidUTF8, byteOffset: 4)) {
      try JSONValue.reading([0x22, 0xE4, 0xB8, 0xAD, 0xFF, 0x22])
    }
    #expect(throws: JSONFault(reason: .invalidUTF8, byteOffset: 1)) { try JSONValue.reading([0x22, 0xE4, 0xB8]) }
    #expect(throws: JSONFault(reason: .invalidUTF8, byteOffset: 1)) { try JSONValue.reading([0x22, 0x80, 0x22]) }
  }

  @Test("a byte order mark is skipped, escapes are read")
  func markAndEscapes() throws {
    let text = "\u{FEFF}\"\\u4e2d\\ud842\\udfb7\\/\\t\\u180e\""
    #expect(try JSONValue.reading(Array(text.utf8)).text?.utf8.elementsEqual("中𠮷/\t\u{180E}".utf8) == true)
  }

  @Test("nesting ends at the limit, not at the stack's")
  func depth() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONFault(reason: .tooDeep, byteOffset: 65)) { try JSONValue.reading(Array(deep.utf8)) }
    let allowed = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    #expect((try? JSONValue.reading(Array(allowed.utf8))) != nil)
  }

  @Test("a name that stands twice is kept twice for those who must see both")
  func duplicates() throws {
    let (value, duplicates) = try JSONValue.readingAll(Array(#"{"a":1,"b":2,"a":3}"#.utf8))
    #expect(value == .object([.init("a", .int(1)), .init("b", .int(2)), .init("a", .int(3))]))
    #expect(duplicates.map(\.name) == ["a"])
    #expect(duplicates.map(\.byteOffset) == [13])
  }

  @Test("no bytes make the reader trap")
  func noise() {
    var state: UInt64 = 88_172_645_463_325_252
    let alphabet = Array("{}[]\",:\\u0123456789abcdeftrn -+.E\u{4E2D}".utf8) + [0xFF, 0x80, 0xEF]
    for _ in 0..<4000 {
      var bytes: [UInt8] = []
      for _ in 0..<24 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        bytes.append(alphabet[Int(state % UInt64(alphabet.count))])
      }
      _ = try? JSONValue.reading(bytes)
    }
  }
}
