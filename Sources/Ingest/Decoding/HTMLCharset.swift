/// The encoding that a page or an XML file names in its own first bytes.
/// Source: HTML Living Standard, "prescan a byte stream to determine its encoding" (the first 1024 bytes).
package enum HTMLCharset {
  /// The name as written, lower case: of `<meta charset>`, `<meta content="…; charset=…">` or `<?xml encoding="…"?>`.
  package static func declared(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(1024).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return name(after: "charset", in: head) ?? name(after: "encoding", in: head)
  }

  private static func name(after word: StaticString, in head: [UInt8]) -> String? {
    let length = word.utf8CodeUnitCount
    guard head.count > length else { return nil }
    for start in 0..<(head.count - length)
    where word.withUTF8Buffer({ head[start..<start + length].elementsEqual($0) }) {
      var index = start + length
      func skip(_ skipped: [UInt8]) { while index < head.count, skipped.contains(head[index]) { index += 1 } }
      skip([0x20, 0x09, 0x0A, 0x0D])
      guard index < head.count, head[index] == UInt8(ascii: "=") else { continue }
      index += 1
      skip([0x20, 0x09, 0x22, 0x27])
      let name = head[index...].prefix { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x3A
      }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }
}
