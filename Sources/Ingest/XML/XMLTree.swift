/// A read XML document: elements and characters in flat arrays, named by index. No strings are made until one is asked for.
struct XMLTree: Sendable {
  struct Node: Sendable {
    var space: XMLSpace
    var local: XMLLocal
    /// The index of the first child; -1: none.
    var firstChild: Int32 = -1
    /// The index of the next sibling; -1: none.
    var next: Int32 = -1
    /// Elements: their attributes. Characters: their place in `bytes`.
    var range: Range<Int32>
  }

  struct Attribute: Sendable {
    var space: XMLSpace
    var local: XMLLocal
    var value: Range<Int32>
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  var bytes: [UInt8] = []

  /// The document element.
  var root: Int { 0 }

  func isElement(_ node: Int, _ space: XMLSpace, _ local: XMLLocal) -> Bool {
    nodes[node].local == local && nodes[node].space == space
  }

  func firstChild(_ node: Int) -> Int { Int(nodes[node].firstChild) }

  func next(_ node: Int) -> Int { Int(nodes[node].next) }

  /// The children of `node`, characters included.
  func children(_ node: Int) -> Children { Children(tree: self, index: firstChild(node)) }

  /// The first child of this name.
  func child(_ node: Int, _ space: XMLSpace, _ local: XMLLocal) -> Int? {
    var index = firstChild(node)
    while index >= 0 {
      if isElement(index, space, local) { return index }
      index = next(index)
    }
    return nil
  }

  /// The bytes of an attribute's value.
  func attributeBytes(_ node: Int, _ space: XMLSpace, _ local: XMLLocal) -> ArraySlice<UInt8>? {
    for index in nodes[node].range {
      let attribute = attributes[Int(index)]
      if attribute.local == local, attribute.space == space {
        return bytes[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]
      }
    }
    return nil
  }

  /// The value of an attribute.
  func attribute(_ node: Int, _ space: XMLSpace, _ local: XMLLocal) -> String? {
    attributeBytes(node, space, local).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value of an attribute as a decimal number.
  func number(_ node: Int, _ space: XMLSpace, _ local: XMLLocal) -> Int? {
    attribute(node, space, local).flatMap { Int($0) }
  }

  /// The characters directly inside `node`.
  func text(_ node: Int) -> String {
    var out = ""
    var index = firstChild(node)
    while index >= 0 {
      if nodes[index].local == .characters { out += String(decoding: characters(index), as: UTF8.self) }
      index = next(index)
    }
    return out
  }

  /// The bytes of a node of characters.
  func characters(_ node: Int) -> ArraySlice<UInt8> {
    bytes[Int(nodes[node].range.lowerBound)..<Int(nodes[node].range.upperBound)]
  }

  /// The children of one node, by index.
  struct Children: Sequence, IteratorProtocol {
    let tree: XMLTree
    var index: Int

    mutating func next() -> Int? {
      guard index >= 0 else { return nil }
      defer { index = tree.next(index) }
      return index
    }
  }
}
