import Publication

extension [Inline] {
  /// The pictures, where the line shows nothing else: such a line is a figure.
  var figure: [ImageReference]? {
    var images: [ImageReference] = []
    for inline in self {
      switch inline {
      case .image(let image): images.append(image)
      case .text(let text) where text.utf8.allSatisfy({ $0 == 0x20 }): continue
      default: return nil
      }
    }
    return images.isEmpty ? nil : images
  }
}

extension [ListItem] {
  /// The first number, where the markers are "n.", counted up by one: what a browser counts by itself.
  var countedFrom: Int? {
    guard let first, let start = first.number else { return nil }
    for (offset, item) in enumerated() where item.number != start &+ offset { return nil }
    return start
  }

  /// Whether every marker is a bullet that a browser draws by itself; what stands before the first item has none.
  var isBulleted: Bool {
    contains { !$0.marker.isEmpty } && allSatisfy { $0.marker.isEmpty || $0.marker.utf8.elementsEqual("•".utf8) }
  }
}

extension ListItem {
  fileprivate var number: Int? {
    let bytes = marker.utf8
    guard bytes.last == 0x2E, bytes.count <= 7, bytes.first != 0x30 else { return nil }
    var number = 0
    for byte in bytes.dropLast() {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number > 0 ? number : nil
  }
}
