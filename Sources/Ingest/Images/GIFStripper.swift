/// GIF without comments, plain-text and application extensions, but for the one that counts loops.
/// Source: Graphics Interchange Format 89a (CompuServe, 1990); the NETSCAPE2.0 extension by common use.
enum GIFStripper {
  static func strip(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 13, bytes.has("GIF87a", at: 0) || bytes.has("GIF89a", at: 0) else { return nil }
    guard bytes.little16(6) > 0, bytes.little16(8) > 0 else { return nil }
    var at = 13 + colourTable(bytes[10])
    guard at <= bytes.count else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    out += bytes[..<at]
    var hasImage = false
    while at < bytes.count {
      switch bytes[at] {
      case 0x3B: return hasImage ? out + [0x3B] : nil
      case 0x21:
        guard at + 2 < bytes.count, let end = endOfSubBlocks(bytes, from: at + 2) else { return nil }
        let isLoop =
          bytes[at + 1] == 0xFF && (bytes.has("NETSCAPE2.0", at: at + 3) || bytes.has("ANIMEXTS1.0", at: at + 3))
        if bytes[at + 1] == 0xF9 {
          out += bytes[at..<end]
        } else if isLoop, at + 19 <= end, bytes[at + 14] == 3 {
          out += bytes[at..<(at + 18)] + [0]  // name, one block of 3 bytes, end
        }
        at = end
      case 0x2C:
        guard at <= bytes.count - 11 else { return nil }
        let data = at + 10 + colourTable(bytes[at + 9]) + 1
        guard data < bytes.count, let end = endOfSubBlocks(bytes, from: data) else { return nil }
        out += bytes[at..<end]
        hasImage = true
        at = end
      default: return nil
      }
    }
    return nil
  }

  private static func colourTable(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }

  private static func endOfSubBlocks(_ bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      let size = Int(bytes[at])
      at += 1 + size
      if size == 0 { return at }
    }
    return nil
  }
}
