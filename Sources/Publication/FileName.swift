/// A file's name or relative path: any bytes but NUL, as the file system has them, never assumed to be UTF-8.
public struct FileName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The bytes, without a terminating NUL.
  public let bytes: [UInt8]

  /// A name of these bytes.
  public init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// A name in UTF-8.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// For people and JSON: valid UTF-8 as it is, each byte that isn't part of it as `\xNN`.
  public var description: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var out = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      var width = 1
      var piece: String?
      for length in 1...min(4, rest.count) where piece == nil {
        piece = String(validating: rest.prefix(length), as: UTF8.self)
        width = piece == nil ? 1 : length
      }
      out += piece ?? "\\x" + hexadecimal([rest[rest.startIndex]])
      rest = rest.dropFirst(width)
    }
    return out
  }

  /// The last component.
  public var base: FileName {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return self }
    return FileName(bytes: bytes[(slash + 1)...])
  }

  /// What stands before the last component, `nil` where there is none.
  public var folder: FileName? {
    bytes.lastIndex(of: 0x2F).map { FileName(bytes: bytes[..<$0]) }
  }

  /// This path with one more component.
  public func appending(_ name: FileName) -> FileName {
    bytes.isEmpty ? name : FileName(bytes: bytes + [0x2F] + name.bytes)
  }

  /// The extension after the last dot of the last component, lower-case ASCII; empty where there is none.
  public var fileExtension: String {
    let name = base.bytes
    guard let dot = name.lastIndex(of: 0x2E), dot > 0, dot + 1 < name.count else { return "" }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// The last component without its extension.
  public var stem: FileName {
    let name = base.bytes
    guard let dot = name.lastIndex(of: 0x2E), dot > 0, dot + 1 < name.count else { return base }
    return FileName(bytes: name[..<dot])
  }

  /// Another name for a second file of this plain name: `2-通知.docx`. A name that would be longer than the 255 bytes of a file system
  /// loses characters of its stem.
  public func numbered(_ number: Int) -> FileName {
    let prefix = Array("\(number)-".utf8)
    let over = prefix.count + bytes.count - 255
    guard over > 0 else { return FileName(bytes: prefix + bytes) }
    let tail = bytes.lastIndex(of: 0x2E).map { Array(bytes[$0...]) } ?? []
    // A long ending is no extension.
    let kept = tail.count <= 32 ? tail : []
    var stem = bytes.dropLast(kept.count).dropLast(over)
    while let last = stem.last, last & 0xC0 == 0x80 { stem = stem.dropLast() }
    if let last = stem.last, last >= 0xC0 { stem = stem.dropLast() }
    return FileName(bytes: prefix + stem + kept)
  }

  /// Orders names by bytes.
  public static func < (left: FileName, right: FileName) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
