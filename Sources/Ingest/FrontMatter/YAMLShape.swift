/// What YAML may not use here, found before a parser sees it.
enum YAMLShape {
  /// Levels of lists and mappings.
  static let nesting = 8

  /// The first forbidden thing: its line within `yaml`, from 1.
  ///
  /// Anchors, aliases and tags are refused where a value begins; directives and complex keys where a line begins; brackets and
  /// hyphens that nest deeper than `nesting` anywhere outside of quotes. Indentation may grow at most `nesting` times.
  /// Source: YAML 1.2, sections 6.8 (directives), 6.9 (node properties), 7.1 (aliases), 8.2 (block collections).
  static func fault(in yaml: UnsafeBufferPointer<UInt8>) -> (line: Int, reason: String)? {
    var cursor = LineCursor(bytes: yaml)
    var scan = Scan()
    while let line = cursor.next() {
      if let reason = scan.read(UnsafeBufferPointer(rebasing: yaml[line])) { return (cursor.number, reason) }
    }
    return nil
  }

  private struct Scan {
    var quote: UInt8 = 0
    var brackets = 0
    var indents: [Int] = []
    var block: Int?

    mutating func read(_ line: UnsafeBufferPointer<UInt8>) -> String? {
      let indent = line.prefix { $0 == 0x20 }.count
      guard indent < line.count else { return nil }
      if let parent = block {
        if indent > parent { return nil }
        block = nil
      }
      var index = indent
      var isValueStart = true
      if quote == 0, brackets == 0 {
        if line[indent] == UInt8(ascii: "%") { return "不能有 YAML 指令" }
        if line[indent] == UInt8(ascii: "?"), indent + 1 == line.count || line[indent + 1] == 0x20 { return "键不是文字" }
        while let last = indents.last, last >= indent { indents.removeLast() }
        indents.append(indent)
        var hyphens = 0
        while index + 1 < line.count, line[index] == 0x2D, line[index + 1] == 0x20 {
          hyphens += 1
          index += 2
          while index < line.count, line[index] == 0x20 { index += 1 }
        }
        if indents.count + hyphens > nesting { return "嵌套太深" }
      }
      while index < line.count {
        let byte = line[index]
        if quote != 0 {
          if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { index += 1 }
          if byte == quote { quote = 0 }
          index += 1
          continue
        }
        switch byte {
        case 0x22, 0x27:
          if isValueStart { quote = byte }
          isValueStart = false
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
          if isValueStart { return "不能有锚点、引用或标签（& * !）；请给值加引号" }
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
          if isValueStart, brackets == 0 {
            block = indent
            return nil
          }
        case UInt8(ascii: "["), UInt8(ascii: "{"):
          if isValueStart || brackets > 0 {
            brackets += 1
            if brackets + indents.count > nesting { return "嵌套太深" }
            index += 1
            isValueStart = true
            continue
          }
        case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
        case UInt8(ascii: "#"):
          if index == indent || line[index - 1] <= 0x20 { return nil }
        case UInt8(ascii: ":"), UInt8(ascii: ","):
          if byte == UInt8(ascii: ":") || brackets > 0 {
            isValueStart = true
            index += 1
            continue
          }
        default: break
        }
        if byte > 0x20 { isValueStart = false }
        index += 1
      }
      return nil
    }
  }
}
