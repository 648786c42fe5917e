import TestSupport

/// The smallest pictures of each format, and the pieces to spoil them with.
enum ImageSamples {
  static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return big(UInt32(data.count)) + body + big(ArchiveBuilder.checksum(body))
  }

  static let pngHead: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  static let pngTail = chunk("IDAT", [0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1]) + chunk("IEND", [])
  static let png = pngHead + pngTail

  static let gifHead: [UInt8] = Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
  static let gifImage: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
  static let gif = gifHead + gifImage + [0x3B]

  static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((data.count + 2) >> 8), UInt8((data.count + 2) & 255)] + data
  }

  static let jfif = segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
  static let jpegImage: [UInt8] =
    segment(0xDB, [UInt8](repeating: 1, count: 65)) + segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])
    + segment(0xC4, [UInt8](repeating: 0, count: 17)) + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [
      0x12, 0xFF, 0, 0x34, 0xFF, 0xD0, 0x56,
    ]
  static let jpeg = [0xFF, 0xD8] + jfif + jpegImage + [0xFF, 0xD9]

  static func exif(orientation: UInt8) -> [UInt8] {
    // Little-endian TIFF: maker, orientation, a pointer to GPS.
    Array("II".utf8) + [42, 0, 8, 0, 0, 0, 3, 0] + [0x0F, 1, 2, 0, 4, 0, 0, 0, 0x41, 0x42, 0x43, 0] + [
      0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
    ]
      + [0x25, 0x88, 4, 0, 1, 0, 0, 0, 60, 0, 0, 0] + [0, 0, 0, 0] + Array("GPS 40.8N".utf8)
  }

  static func riff(_ chunks: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + little(UInt32(chunks.count + 4)) + Array("WEBP".utf8) + chunks
  }

  static func webp(_ type: String, _ data: [UInt8]) -> [UInt8] {
    Array(type.utf8) + little(UInt32(data.count)) + data + (data.count % 2 == 1 ? [0] : [])
  }

  static let webpImage = webp("VP8L", [0x2F, 0, 0, 0, 0, 0, 0])
  static func webpHead(_ flags: UInt8) -> [UInt8] { webp("VP8X", [flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]) }

  static func big(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * $0)) }
  }
  static func little(_ value: UInt32) -> [UInt8] { big(value).reversed() }
}
