internal import CGumbo

/// An element of a parsed page, while the page lives.
struct HTMLElement {
  let pointer: UnsafeRawPointer
  /// Whether it has attributes at all: asked first, because most elements have none.
  let hasAttributes: Bool

  init(_ pointer: UnsafeRawPointer) {
    self.pointer = pointer
    hasAttributes = zarlal_html_attribute_count(pointer) > 0
  }

  /// The value of an attribute, as text.
  subscript(name: StaticString) -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value of an attribute, as UTF-8.
  func bytes(of name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard hasAttributes,
      let value = name.utf8Start.withMemoryRebound(
        to: CChar.self, capacity: name.utf8CodeUnitCount + 1, { zarlal_html_attribute(pointer, $0) })
    else { return nil }
    var length = 0
    while value[length] != 0 { length &+= 1 }
    return value.withMemoryRebound(to: UInt8.self, capacity: length) { UnsafeBufferPointer(start: $0, count: length) }
  }

  /// Names and values of all attributes, as UTF-8.
  func forEachAttribute(_ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void) {
    func utf8(_ text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
      var length = 0
      while text[length] != 0 { length &+= 1 }
      return text.withMemoryRebound(to: UInt8.self, capacity: length) {
        UnsafeBufferPointer(start: $0, count: length)
      }
    }
    for index in 0..<zarlal_html_attribute_count(pointer) {
      var name: UnsafePointer<CChar>?
      var value: UnsafePointer<CChar>?
      zarlal_html_attribute_at(pointer, index, &name, &value)
      if let name, let value { body(utf8(name), utf8(value)) }
    }
  }

  /// Whether an attribute has this value, ASCII letters in either case.
  func has(_ name: StaticString, _ value: StaticString) -> Bool {
    bytes(of: name).map { $0.hasWord(value, at: 0..<$0.count, whole: true) } ?? false
  }

  /// A number of 1 to `limit` in an attribute, otherwise 1.
  func span(_ name: StaticString, atMost limit: Int) -> Int {
    guard let bytes = bytes(of: name) else { return 1 }
    var number = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte), number < 100_000 else { break }
      number = number * 10 + Int(byte - 0x30)
    }
    return min(max(number, 1), limit)
  }
}
