import Publication

/// Covers characters in HTML or XML and leaves every tag where it is.
///
/// What one paragraph shows is read as one text, whatever tags stand in it; values of attributes, comments and scripts are texts of their own.
struct MarkupMask {
  /// A code point of the text and the place it takes in the source; an empty place is a break that a tag stands for.
  private struct Piece {
    var scalar: Unicode.Scalar
    var place: Range<Int>
  }

  private let source: [Unicode.Scalar]
  private let isXML: Bool
  private var texts: [[Piece]] = []
  private var asides: [[Piece]] = []
  private var current: [Piece] = []
  private var at = 0

  init(_ text: String, isXML: Bool) {
    source = Array(text.unicodeScalars)
    self.isXML = isXML
  }

  /// The source with what `file` wants covered; `nil`: nothing.
  mutating func covered(by file: MaskedFile) -> String? {
    read()
    var places: [Range<Int>] = []
    for text in texts + asides { places += Self.places(in: text, file) }
    if file.isWide {
      places += Self.places(in: Array(texts.joined(separator: [Piece(scalar: "\n", place: 0..<0)])), file)
    }
    places = places.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
    guard !places.isEmpty else { return nil }
    var out = String.UnicodeScalarView()
    var end = 0
    for place in places where place.lowerBound >= end {
      out.append(contentsOf: source[end..<place.lowerBound])
      out.append("*")
      end = place.upperBound
    }
    out.append(contentsOf: source[end...])
    return String(out)
  }

  private static func places(in pieces: [Piece], _ file: MaskedFile) -> [Range<Int>] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: pieces.map(\.scalar))
    return file.cover(String(text)).compactMap { pieces.indices.contains($0) ? pieces[$0].place : nil }
  }

  private mutating func read() {
    while at < source.count {
      switch source[at] {
      case "<": tag()
      case "&": entity()
      case "\n", "\r":
        // Between tags of XML they are no text.
        if !isXML { current.append(Piece(scalar: source[at], place: at..<at + 1)) }
        at += 1
      default:
        current.append(Piece(scalar: source[at], place: at..<at + 1))
        at += 1
      }
    }
    close()
  }

  private mutating func close() {
    if !current.isEmpty { texts.append(current) }
    current = []
  }

  private mutating func tag() {
    if has("<!--") { return aside(from: at + 4, to: "-->") }
    if has("<![CDATA[") {
      let end = find("]]>", from: at) ?? source.count
      current += (min(at + 9, end)..<end).map { Piece(scalar: source[$0], place: $0..<$0 + 1) }
      at = min(end + 3, source.count)
      return
    }
    at += 1
    var name = ""
    while at < source.count, source[at] != ">", source[at] != " ", source[at] != "\n", source[at] != "\t",
      source[at] != "/" || name.isEmpty
    {
      name.unicodeScalars.append(source[at])
      at += 1
    }
    attributes()
    let isEnd = name.utf8.first == 0x2F
    meet(isXML ? String(name.drop { $0 == "/" }) : String(name.drop { $0 == "/" }).lowercased())
    if !isXML, !isEnd, ["script", "style"].contains(name.lowercased()) { aside(from: at, to: "</") }
  }

  /// To the end of the tag; the values in quotation marks are texts of their own.
  private mutating func attributes() {
    while at < source.count, source[at] != ">" {
      let quote = source[at]
      at += 1
      guard quote == "\"" || quote == "'" else { continue }
      let start = at
      while at < source.count, source[at] != quote { at += 1 }
      asides.append((start..<at).map { Piece(scalar: source[$0], place: $0..<$0 + 1) })
      at += 1
    }
    at = min(at + 1, source.count)
  }

  private mutating func aside(from start: Int, to end: String) {
    let stop = find(end, from: start) ?? source.count
    if start < stop { asides.append((start..<stop).map { Piece(scalar: source[$0], place: $0..<$0 + 1) }) }
    at = end == "</" ? stop : min(stop + end.unicodeScalars.count, source.count)
  }

  /// What a tag does to the text: nothing, a break in it, or its end.
  private mutating func meet(_ name: String) {
    if isXML {
      let parts = name.split(separator: ":")
      let local = parts.last.map(String.init) ?? ""
      if ["br", "cr", "line-break"].contains(local) {
        current.append(Piece(scalar: "\n", place: 0..<0))
      } else if ["tab", "s", "ptab"].contains(local) {
        current.append(Piece(scalar: " ", place: 0..<0))
      } else if ["p", "h", "tc", "tr", "table-cell", "list-item", "si", "c", "v"].contains(local)
        || (parts.count == 2 && ["dc", "cp", "dcterms", "meta", "vt"].contains(String(parts[0])))
      {
        close()
      }
    } else if name == "br" {
      current.append(Piece(scalar: "\n", place: 0..<0))
    } else if !Self.inline.contains(name) {
      close()
    }
  }

  private static let inline: Set<String> = [
    "a", "abbr", "b", "big", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "label",
    "mark", "o:p", "q", "rb",
    "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
  ]

  private mutating func entity() {
    let end = source[at...].prefix(12).firstIndex(of: ";")
    guard let end else {
      current.append(Piece(scalar: "&", place: at..<at + 1))
      at += 1
      return
    }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: source[at + 1..<end])
    current.append(Piece(scalar: Self.scalar(String(name)), place: at..<end + 1))
    at = end + 1
  }

  private static func scalar(_ name: String) -> Unicode.Scalar {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}" }
    switch name {
    case "nbsp", "ensp", "emsp", "thinsp": return " "
    case "zwnj", "zwj", "shy": return "\u{200C}"
    case "minus", "ndash", "mdash", "hyphen": return "-"
    case "ast": return "*"
    default: return "\u{FFFD}"
    }
  }

  private func has(_ text: String) -> Bool { source[at...].starts(with: text.unicodeScalars) }

  private func find(_ text: String, from start: Int) -> Int? {
    guard start < source.count, let first = text.unicodeScalars.first else { return nil }
    var index = start
    while let next = source[index...].firstIndex(of: first) {
      if source[next...].starts(with: text.unicodeScalars) { return next }
      index = next + 1
    }
    return nil
  }
}
