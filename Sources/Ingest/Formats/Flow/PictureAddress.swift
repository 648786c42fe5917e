internal import Publication

/// What an address of a picture means.
enum PictureAddress {
  static func isRemote(_ address: String) -> Bool {
    let start = address.trimmedWhitespace.prefix(8).lowercased()
    return start.hasPrefix("http:") || start.hasPrefix("https:") || start.hasPrefix("//") || start.hasPrefix("ftp:")
  }

  static func isData(_ address: String) -> Bool { address.prefix(5).lowercased() == "data:" }

  /// The name of a part: a plain name, with `./`, or in the folder that office software makes beside `stem`; decoded
  /// from percent notation once. `nil`: any other path, or a scheme.
  static func plainName(of address: String, stem: FileName) -> FileName? {
    var bytes = percentDecoded(address)[...]
    if bytes.starts(with: [0x2E, 0x2F]) { bytes = bytes.dropFirst(2) }
    guard !bytes.isEmpty, !bytes.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") })
    else { return nil }
    let pieces = bytes.split(separator: 0x2F, omittingEmptySubsequences: false)
    guard pieces.count <= 2, let base = pieces.last, isPlain(base) else { return nil }
    if pieces.count == 2 {
      let folders = [".files", "_files", ".fld"].map { stem.bytes + Array($0.utf8) }
      guard folders.contains(Array(pieces[0])) else { return nil }
    }
    return FileName(bytes: bytes)
  }

  private static func isPlain(_ name: ArraySlice<UInt8>) -> Bool {
    !name.isEmpty && !name.elementsEqual([0x2E]) && !name.elementsEqual([0x2E, 0x2E])
  }

  /// The bytes of a text in percent notation.
  static func percentDecoded(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// The bytes of `data:…;base64,…`.
  /// Source: RFC 2397; RFC 4648, section 4.
  static func embeddedBytes(_ address: String) -> [UInt8]? {
    let bytes = Array(address.utf8)
    guard let comma = bytes.firstIndex(of: UInt8(ascii: ",")),
      String(decoding: bytes[..<comma], as: UTF8.self).lowercased().hasSuffix(";base64")
    else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count - comma) / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes[(comma + 1)...] {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x47
      case 0x30...0x39: value = byte + 4
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="), 0x09, 0x0A, 0x0D, 0x20: continue
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 1
      if count.isMultiple(of: 4) {
        out.append(UInt8(bits >> 16 & 0xFF))
        out.append(UInt8(bits >> 8 & 0xFF))
        out.append(UInt8(bits & 0xFF))
        bits = 0
      }
    }
    switch count % 4 {
    case 1: return nil
    case 2: out.append(UInt8(bits >> 4 & 0xFF))
    case 3: out += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)]
    default: break
    }
    return out
  }

  /// At most 80 scalars of an address, for a message.
  static func shortened(_ address: String) -> String {
    let scalars = address.unicodeScalars
    return scalars.prefix(81).count <= 80 ? address : String(String.UnicodeScalarView(scalars.prefix(80))) + "…"
  }
}

/// Addresses that a published link may have.
enum LinkAddress {
  /// `address` without white space around, where it is `http`, `https` or `mailto` and has no control characters.
  static func published(_ address: String) -> String? {
    let text = address.trimmedWhitespace
    let start = text.prefix(8).lowercased()
    guard start.hasPrefix("http://") || start.hasPrefix("https://") || start.hasPrefix("mailto:") else { return nil }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } ? text : nil
  }
}
