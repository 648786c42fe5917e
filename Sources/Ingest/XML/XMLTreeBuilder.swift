internal import CXML
internal import Publication

/// Why an XML part wasn't read.
enum XMLFault: Error, Sendable, Equatable {
  case damaged, documentType, tooDeep, tooLarge

  /// What to tell the desk.
  func diagnostic(part: String) -> Diagnostic {
    switch self {
    case .damaged: Diagnostic(.damaged, .reject, place: part, details: ["reason": "\(part) 不是完整的 XML"])
    case .documentType: Diagnostic(.hostileXML, .reject, place: part, details: ["reason": "\(part) 含有 DOCTYPE 或实体"])
    case .tooDeep: Diagnostic(.hostileXML, .reject, place: part, details: ["reason": "\(part) 嵌套太深"])
    case .tooLarge:
      Diagnostic(
        .tooLarge, .hold, place: part,
        details: ["what": part, "used": "过多标记", "max": String(XMLTreeBuilder.mostNodes)])
    }
  }
}

extension XMLTree {
  /// Reads one XML document. DOCTYPE and entities are refused, depth and number of nodes limited.
  ///
  /// White space between tags is text where `keepsBlanks`: in formats whose text is mixed with elements.
  static func read(_ bytes: [UInt8], nesting: Int, keepsBlanks: Bool = false) throws(XMLFault) -> XMLTree {
    guard let count = Int32(exactly: bytes.count) else { throw .tooLarge }
    let builder = XMLTreeBuilder(expecting: bytes.count, nesting: nesting, keepsBlanks: keepsBlanks)
    var handler = XMLTreeBuilder.handler
    let result = bytes.withUnsafeBufferPointer {
      zarlal_xml_parse($0.baseAddress, count, &handler, Unmanaged.passUnretained(builder).toOpaque())
    }
    if let fault = builder.fault { throw fault }
    guard result != Int32(zarlal_xml_doctype) else { throw .documentType }
    guard result == Int32(zarlal_xml_done), !builder.tree.nodes.isEmpty else { throw .damaged }
    return builder.tree
  }
}

/// Collects the parser's events. A class, since C calls back into it through a pointer; it lives for one parse on one thread.
final class XMLTreeBuilder {
  static let mostNodes = 3_000_000

  private(set) var tree = XMLTree()
  private(set) var fault: XMLFault?
  private let nesting: Int
  private let keepsBlanks: Bool
  /// Open elements: index, and index of the last child; -1: none yet.
  private var open: [(node: Int32, lastChild: Int32)] = []
  private var textStart = 0
  /// Names already looked up, by their interned address: a direct-mapped cache.
  private var locals: [(address: UInt, name: XMLLocal)] = Array(repeating: (0, .other), count: 256)
  private var spaces: [(address: UInt, space: XMLSpace)] = []

  private static let localTable = XMLNameTable(XMLLocal.allCases.map { ($0.rawValue, $0) }, fallback: XMLLocal.other)
  private static let spaceTable = XMLNameTable(
    XMLSpace.allCases.flatMap { space in space.uris.map { ($0, space) } }, fallback: XMLSpace.other)

  init(expecting bytes: Int, nesting: Int, keepsBlanks: Bool) {
    self.keepsBlanks = keepsBlanks
    // libxml2 itself stops at 256 levels.
    self.nesting = min(nesting, 250)
    tree.nodes.reserveCapacity(min(bytes / 24, 1 << 16))
    tree.attributes.reserveCapacity(min(bytes / 32, 1 << 16))
    tree.bytes.reserveCapacity(min(bytes / 2, 1 << 20))
  }

  static let handler = zarlal_xml_handler(
    start: { context, name, space, attributes, count in
      Unmanaged<XMLTreeBuilder>.fromOpaque(context).takeUnretainedValue().start(name, space, attributes, Int(count))
        ? 1 : 0
    },
    end: { context in
      Unmanaged<XMLTreeBuilder>.fromOpaque(context).takeUnretainedValue().end()
      return 1
    },
    text: { context, bytes, count in
      Unmanaged<XMLTreeBuilder>.fromOpaque(context).takeUnretainedValue().text(bytes, Int(count)) ? 1 : 0
    })

  private func start(
    _ name: UnsafePointer<UInt8>, _ uri: UnsafePointer<UInt8>?, _ attributes: UnsafePointer<zarlal_xml_attribute>?,
    _ count: Int
  ) -> Bool {
    endCharacters(isLast: false)
    guard open.count < nesting else { return stop(.tooDeep) }
    guard tree.nodes.count < XMLTreeBuilder.mostNodes else { return stop(.tooLarge) }
    let first = Int32(truncatingIfNeeded: tree.attributes.count)
    if let attributes {
      for index in 0..<count {
        let attribute = attributes[index]
        let local = local(attribute.name)
        let bytes = UnsafeBufferPointer(start: attribute.value, count: attribute.end - attribute.value)
        // What nobody asks for is kept where it may be words: `XMLTexts` reads it.
        if local == .other, !bytes.contains(where: { $0 > 0x7F }) { continue }
        let value = Int32(truncatingIfNeeded: tree.bytes.count)
        append(value: bytes)
        tree.attributes.append(
          XMLTree.Attribute(
            space: space(attribute.space), local: local, value: value..<Int32(truncatingIfNeeded: tree.bytes.count)))
      }
    }
    let range = first..<Int32(truncatingIfNeeded: tree.attributes.count)
    let node = append(XMLTree.Node(space: space(uri), local: local(name), range: range))
    open.append((node, -1))
    textStart = tree.bytes.count
    return tree.bytes.count < Int(Int32.max) / 2 || stop(.tooLarge)
  }

  /// libxml2 hands a value on with every & as `&#38;`, since it leaves entities alone; here it is the character again.
  /// Source: libxml2, `xmlParseAttValueInternal`.
  private func append(value bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.contains(UInt8(ascii: "&")) else { return tree.bytes.append(contentsOf: bytes) }
    var rest = bytes[...]
    while let at = rest.firstIndex(of: UInt8(ascii: "&")) {
      tree.bytes.append(contentsOf: rest[...at])
      rest = rest[(at + 1)...]
      if rest.starts(with: "#38;".utf8) { rest = rest.dropFirst(4) }
    }
    tree.bytes.append(contentsOf: rest)
  }

  private func end() {
    endCharacters(isLast: true)
    open.removeLast()
  }

  private func text(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    tree.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    return tree.bytes.count < Int(Int32.max) / 2 || stop(.tooLarge)
  }

  /// White space between tags is no text unless asked for; white space that is all there is in an element is.
  private func endCharacters(isLast: Bool) {
    guard tree.bytes.count > textStart, let parent = open.last else { return }
    let isText =
      keepsBlanks || isLast && parent.lastChild < 0
      || tree.bytes[textStart...].contains { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 && $0 != 0x0D }
    if isText {
      let range = Int32(truncatingIfNeeded: textStart)..<Int32(truncatingIfNeeded: tree.bytes.count)
      _ = append(XMLTree.Node(space: .none, local: .characters, range: range))
    } else {
      tree.bytes.removeLast(tree.bytes.count - textStart)
    }
    textStart = tree.bytes.count
  }

  private func append(_ node: XMLTree.Node) -> Int32 {
    let index = Int32(truncatingIfNeeded: tree.nodes.count)
    tree.nodes.append(node)
    if let parent = open.last {
      if parent.lastChild < 0 {
        tree.nodes[Int(parent.node)].firstChild = index
      } else {
        tree.nodes[Int(parent.lastChild)].next = index
      }
      open[open.count - 1].lastChild = index
    }
    return index
  }

  private func stop(_ reason: XMLFault) -> Bool {
    fault = reason
    return false
  }

  private func local(_ name: UnsafePointer<UInt8>) -> XMLLocal {
    let address = UInt(bitPattern: name)
    let slot = Int((address ^ address >> 8) & 255)
    if locals[slot].address == address { return locals[slot].name }
    let found = XMLTreeBuilder.localTable.name(name)
    locals[slot] = (address, found)
    return found
  }

  private func space(_ uri: UnsafePointer<UInt8>?) -> XMLSpace {
    guard let uri else { return .none }
    let address = UInt(bitPattern: uri)
    for known in spaces where known.address == address { return known.space }
    let found = XMLTreeBuilder.spaceTable.name(uri)
    if spaces.count < 64 { spaces.append((address, found)) }
    return found
  }
}
