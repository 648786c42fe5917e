/// WebP without EXIF, XMP, colour profile and unknown chunks.
/// Source: WebP Container Specification (Google; RFC 9649, 2).
enum WebPStripper {
  static func strip(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 20 else { return nil }
    let end = bytes.little32(4) + 8
    guard end <= bytes.count, end >= 20 else { return nil }
    var body: [UInt8] = []
    var hasImage = false
    var header: Int?
    var orientation: UInt8 = 1
    var at = 12
    while at <= end - 8 {
      let size = bytes.little32(at + 4)
      guard size <= end - at - 8 else { return nil }
      let data = (at + 8)..<(at + 8 + size)
      if bytes.has("VP8X", at: at) {
        guard size >= 10, at == 12 else { return nil }
        header = body.count
        append("VP8X", bytes[data.lowerBound..<(data.lowerBound + 10)], to: &body)
      } else if bytes.has("EXIF", at: at) {
        let skip = bytes.has("Exif\0\0", at: data.lowerBound) && size > 6 ? 6 : 0
        orientation = ImageOrientation.value(inTIFF: bytes[(data.lowerBound + skip)..<data.upperBound])
      } else if bytes.has("ANIM", at: at) || bytes.has("ALPH", at: at) {
        append(bytes.has("ANIM", at: at) ? "ANIM" : "ALPH", bytes[data], to: &body)
      } else if bytes.has("ANMF", at: at) {
        guard size >= 16, let frame = frame(bytes, data) else { return nil }
        append("ANMF", frame[...], to: &body)
        hasImage = true
      } else if bytes.has("VP8 ", at: at) || bytes.has("VP8L", at: at) {
        guard !hasImage, isImage(bytes, at, size) else { return nil }
        append(bytes.has("VP8 ", at: at) ? "VP8 " : "VP8L", bytes[data], to: &body)
        hasImage = true
      }
      at = data.upperBound + size & 1
    }
    guard hasImage else { return nil }
    if let header {
      // Of the flags, alpha (0x10) and animation (0x02) stay; EXIF (0x08) where the picture has to be turned.
      body[header + 8] &= 0x12
      if orientation != 1 {
        body[header + 8] |= 0x08
        append("EXIF", ImageOrientation.tiff(orientation)[...], to: &body)
      }
    }
    var out: [UInt8] = []
    out.reserveCapacity(body.count + 12)
    out += "RIFF".utf8
    out.append(little32: UInt32(truncatingIfNeeded: body.count + 4))
    out += "WEBP".utf8
    return out + body
  }

  private static func isImage(_ bytes: [UInt8], _ at: Int, _ size: Int) -> Bool {
    if bytes.has("VP8L", at: at) { return size >= 5 && bytes[at + 8] == 0x2F }
    return size >= 10 && bytes[at + 11] == 0x9D && bytes[at + 12] == 0x01 && bytes[at + 13] == 0x2A
  }

  /// One frame of an animation: its 16 bytes of geometry and its picture.
  private static func frame(_ bytes: [UInt8], _ data: Range<Int>) -> [UInt8]? {
    var out = Array(bytes[data.lowerBound..<(data.lowerBound + 16)])
    var at = data.lowerBound + 16
    var hasImage = false
    while at <= data.upperBound - 8 {
      let size = bytes.little32(at + 4)
      guard size <= data.upperBound - at - 8 else { return nil }
      let isAlpha = bytes.has("ALPH", at: at)
      if isAlpha || bytes.has("VP8 ", at: at) || bytes.has("VP8L", at: at) {
        if !isAlpha {
          guard isImage(bytes, at, size) else { return nil }
          hasImage = true
        }
        out += bytes[at..<(at + 8 + size)]
        if size & 1 == 1 { out.append(0) }
      }
      at += 8 + size + size & 1
    }
    return hasImage ? out : nil
  }

  private static func append(_ name: StaticString, _ data: ArraySlice<UInt8>, to out: inout [UInt8]) {
    name.withUTF8Buffer { out += $0 }
    out.append(little32: UInt32(truncatingIfNeeded: data.count))
    out += data
    if data.count & 1 == 1 { out.append(0) }
  }
}
