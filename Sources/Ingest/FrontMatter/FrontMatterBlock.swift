/// Where the front matter of a text is.
struct FrontMatterBlock: Equatable {
  /// Bytes of the YAML between the fences, in the text's UTF-8.
  var yaml: Range<Int>
  /// The line of the opening fence, from 1.
  var line: Int
  /// The first byte after the closing fence's line; `nil`: there is no closing fence.
  var bodyOffset: Int?
  /// Whether it is TOML between `+++`, as Hugo has it: seen and not read, so that its `draft = true` isn't taken for text.
  var isTOML = false

  /// The block at the start of `bytes`, `nil` where the text begins otherwise.
  ///
  /// `---` on the first line that isn't blank opens it, `---` or `...` closes it. In Markdown the same line is a thematic break:
  /// so the line that follows must look like `key: value` (a full-width colon, a clerk's slip, counts: it is reported, not
  /// published), like a comment, or like the closing fence. Without a closing fence the first key must be one of the contract's.
  /// Source: Jekyll and pandoc (front matter); YAML 1.2, section 9.1 (document markers).
  static func find(in bytes: UnsafeBufferPointer<UInt8>, isKnownKey: (String) -> Bool) -> FrontMatterBlock? {
    var cursor = LineCursor(bytes: bytes)
    var opening: Range<Int>?
    var openingLine = 0
    while let line = cursor.next() {
      let content = line.trimmed(in: bytes)
      if content.isEmpty { continue }
      opening = content
      openingLine = cursor.number
      break
    }
    guard let opening else { return nil }
    if bytes[opening].elementsEqual("+++".utf8) { return toml(cursor, bytes, openingLine) }
    guard isFence(bytes[opening], dots: false) else { return nil }
    let start = cursor.position
    guard let second = cursor.next() else { return nil }
    let key = bytes[second.trimmed(in: bytes)]
    let isClosed = isFence(key, dots: true)
    guard isClosed || looksLikeKey(key) else { return nil }
    if isClosed { return FrontMatterBlock(yaml: start..<start, line: openingLine, bodyOffset: cursor.position) }
    while let line = cursor.next() {
      if isFence(bytes[line], dots: true) {
        return FrontMatterBlock(yaml: start..<line.lowerBound, line: openingLine, bodyOffset: cursor.position)
      }
    }
    let name = key.prefix { $0 != UInt8(ascii: ":") && $0 != 0xEF }
    guard isKnownKey(String(decoding: name, as: UTF8.self)) else { return nil }
    return FrontMatterBlock(yaml: start..<bytes.count, line: openingLine, bodyOffset: nil)
  }

  private static func toml(
    _ opened: LineCursor, _ bytes: UnsafeBufferPointer<UInt8>, _ line: Int
  ) -> FrontMatterBlock? {
    var cursor = opened
    while let next = cursor.next() {
      guard bytes[next.trimmed(in: bytes)].elementsEqual("+++".utf8) else { continue }
      return FrontMatterBlock(
        yaml: opened.position..<next.lowerBound, line: line, bodyOffset: cursor.position, isTOML: true)
    }
    return nil
  }

  /// Three hyphens (or dots) and trailing white space.
  private static func isFence(_ line: Slice<UnsafeBufferPointer<UInt8>>, dots: Bool) -> Bool {
    guard line.count >= 3, let first = line.first, first == 0x2D || (dots && first == 0x2E) else { return false }
    return line.prefix(3).allSatisfy { $0 == first } && line.dropFirst(3).allSatisfy { $0 <= 0x20 }
  }

  private static func looksLikeKey(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = line.first else { return false }
    if first == UInt8(ascii: "#") {
      // "# 标题" is a heading of Markdown.
      return false
    }
    if first == UInt8(ascii: "{") { return true }
    let head = line.prefix(64)
    return head.contains(UInt8(ascii: ":")) || holdsFullWidthColon(head)
  }

  private static func holdsFullWidthColon(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var index = line.startIndex
    while index + 2 < line.endIndex {
      if line[index] == 0xEF, line[index + 1] == 0xBC, line[index + 2] == 0x9A { return true }
      index += 1
    }
    return false
  }
}

/// Walks over lines ended by LF, CRLF or CR.
struct LineCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  /// The number of the line that `next` gave last, from 1.
  var number = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next line without its end.
  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position &+= 1 }
    let end = position
    if position < bytes.count {
      let isCR = bytes[position] == 0x0D
      position += 1
      if isCR, position < bytes.count, bytes[position] == 0x0A { position += 1 }
    }
    number += 1
    return start..<end
  }
}

extension Range<Int> {
  /// This part of `bytes` without white space at both ends.
  func trimmed(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let inner = Blank.trimmedRange(of: UnsafeBufferPointer(rebasing: bytes[self]))
    return (lowerBound + inner.lowerBound)..<(lowerBound + inner.upperBound)
  }
}
