/// JPEG without application data and comments, but for JFIF's density, Adobe's colour transform and the orientation.
/// Source: ITU-T T.81, Annex B; JFIF 1.02; Adobe Technical Note 5116.
enum JPEGStripper {
  static func strip(_ bytes: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    out += [0xFF, 0xD8]
    var at = 2
    var hasFrame = false
    var hasScan = false
    while at <= bytes.count - 2 {
      guard bytes[at] == 0xFF else { return nil }
      let marker = bytes[at + 1]
      if marker == 0xFF {  // fill byte
        at += 1
        continue
      }
      if marker == 0xD9 { return hasScan ? out + [0xFF, 0xD9] : nil }
      guard marker >= 0xC0, !(0xD0...0xD8).contains(marker), at <= bytes.count - 4 else { return nil }
      let length = bytes.big16(at + 2)
      guard length >= 2, length <= bytes.count - at - 2 else { return nil }
      let end = at + 2 + length
      switch marker {
      case 0xE0: appendJFIF(bytes, at, end, to: &out)
      case 0xE1: appendOrientation(bytes, at, end, to: &out)
      case 0xEE where bytes.has("Adobe", at: at + 4): out += bytes[at..<end]
      case 0xE2...0xEF, 0xFE: break
      case 0xDA:
        guard hasFrame else { return nil }
        hasScan = true
        let scanEnd = endOfScan(bytes, from: end)
        out += bytes[at..<scanEnd]
        at = scanEnd
        continue
      default:
        if (0xC0...0xCF).contains(marker), marker != 0xC4, marker != 0xC8, marker != 0xCC {
          guard length >= 8, bytes.big16(at + 7) > 0 else { return nil }
          hasFrame = true
        }
        out += bytes[at..<end]
      }
      at = end
    }
    return nil
  }

  /// The index of the first marker after the entropy-coded data (stuffed zeros and restart markers belong to it).
  private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if bytes[at] == 0xFF, at + 1 < bytes.count {
        let next = bytes[at + 1]
        if next != 0, !(0xD0...0xD7).contains(next), next != 0xFF { return at }
      }
      at += 1
    }
    return bytes.count
  }

  /// The density of a JFIF header, without its thumbnail.
  private static func appendJFIF(_ bytes: [UInt8], _ at: Int, _ end: Int, to out: inout [UInt8]) {
    guard end - at >= 18, bytes.has("JFIF\0", at: at + 4) else { return }
    out += [0xFF, 0xE0, 0, 16]
    out += bytes[(at + 4)..<(at + 16)]
    out += [0, 0]
  }

  private static func appendOrientation(_ bytes: [UInt8], _ at: Int, _ end: Int, to out: inout [UInt8]) {
    guard end - at > 10, bytes.has("Exif\0\0", at: at + 4) else { return }
    let orientation = ImageOrientation.value(inTIFF: bytes[(at + 10)..<end])
    guard orientation != 1 else { return }
    let tiff = ImageOrientation.tiff(orientation)
    out += [0xFF, 0xE1, 0, UInt8(truncatingIfNeeded: tiff.count + 8)]
    out += "Exif\0\0".utf8
    out += tiff
  }
}
