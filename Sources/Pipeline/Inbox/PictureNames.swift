import Publication

/// The names of pictures that a page or a Markdown text mentions, found without understanding it: what stands before `.png` and the like, back to
/// each sign that may come before a name. One pass over the text, whatever number of pictures lies beside it.
struct PictureNames {
  private let mentioned: Set<[UInt8]>

  /// The longest name of a file, percent-encoded.
  private static let longest = 3 * 255
  /// Mentions that are looked at: a page with more shows none of the others, and they are told as pictures without an article.
  private static let most = 20_000

  init(in text: [UInt8], extensions: Set<String>) {
    let endings = extensions.map { Array(("." + $0).utf8) }
    var found: Set<[UInt8]> = []
    var count = 0
    for dot in text.indices where text[dot] == 0x2E && count < Self.most {
      for ending in endings where text[dot...].prefix(ending.count).elementsEqual(ending, by: Self.isSame) {
        count += 1
        let end = dot + ending.count
        var start = dot
        let lowest = max(0, dot - Self.longest)
        while start > lowest {
          let byte = text[start - 1]
          if Self.mayPrecede(byte) { found.insert(Array(text[start..<end])) }
          if byte == 0x22 || byte == 0x3E || byte < 0x20 { break }
          start -= 1
        }
        if start == 0 { found.insert(Array(text[..<end])) }
      }
    }
    mentioned = found
  }

  /// Whether the text mentions a file of this name, as it is or percent-encoded.
  func mention(_ name: FileName) -> Bool {
    mentioned.contains(name.bytes) || mentioned.contains(Self.percentEncoded(name.bytes))
  }

  /// Quotes, brackets, separators, space.
  private static func mayPrecede(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, 0x22, 0x27, 0x28, 0x2F, 0x3A, 0x3C, 0x3D, 0x3E, 0x5B, 0x5C: true
    default: false
    }
  }

  /// Letters without regard to case.
  private static func isSame(_ left: UInt8, _ right: UInt8) -> Bool {
    left == right || (left | 0x20 == right && (0x61...0x7A).contains(right))
  }

  private static func percentEncoded(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.append(byte)
      default: out += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return out
  }
}
