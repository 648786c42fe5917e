/// Recognises pictures by content and takes their metadata away (EXIF, GPS, XMP, comments, thumbnails, colour profiles).
///
/// Only the structure is read, never a pixel. What isn't a whole, well-formed PNG, JPEG, GIF or WebP is refused; bytes after the end are dropped.
/// The one thing kept of EXIF is an orientation other than upright: without it the picture would lie on its side.
package enum ImageSanitizer {
  /// The media type and the bytes to publish; `nil`: another format, or damaged.
  package static func sanitize(_ bytes: [UInt8]) -> (mediaType: String, bytes: [UInt8])? {
    if bytes.starts(with: PNGStripper.signature) {
      return PNGStripper.strip(bytes).map { ("image/png", $0) }
    }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      return JPEGStripper.strip(bytes).map { ("image/jpeg", $0) }
    }
    if bytes.starts(with: [0x47, 0x49, 0x46, 0x38]) {
      return GIFStripper.strip(bytes).map { ("image/gif", $0) }
    }
    if bytes.count >= 12, bytes.starts(with: [0x52, 0x49, 0x46, 0x46]), bytes[8..<12].elementsEqual("WEBP".utf8) {
      return WebPStripper.strip(bytes).map { ("image/webp", $0) }
    }
    return nil
  }
}

extension [UInt8] {
  /// The big-endian number of 4 bytes at `offset`; the caller has checked the bounds.
  func big32(_ offset: Int) -> Int {
    Int(self[offset]) << 24 | Int(self[offset + 1]) << 16 | Int(self[offset + 2]) << 8 | Int(self[offset + 3])
  }

  /// The big-endian number of 2 bytes at `offset`; the caller has checked the bounds.
  func big16(_ offset: Int) -> Int { Int(self[offset]) << 8 | Int(self[offset + 1]) }

  /// The little-endian number of 4 bytes at `offset`; the caller has checked the bounds.
  func little32(_ offset: Int) -> Int {
    Int(self[offset + 3]) << 24 | Int(self[offset + 2]) << 16 | Int(self[offset + 1]) << 8 | Int(self[offset])
  }

  /// The little-endian number of 2 bytes at `offset`; the caller has checked the bounds.
  func little16(_ offset: Int) -> Int { Int(self[offset + 1]) << 8 | Int(self[offset]) }

  mutating func append(big32 value: UInt32) {
    append(UInt8(truncatingIfNeeded: value >> 24))
    append(UInt8(truncatingIfNeeded: value >> 16))
    append(UInt8(truncatingIfNeeded: value >> 8))
    append(UInt8(truncatingIfNeeded: value))
  }

  mutating func append(little32 value: UInt32) { append(big32: value.byteSwapped) }

  /// Whether the bytes at `offset` are `text`; `false` beyond the end.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset <= count - text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { self[offset..<(offset + $0.count)].elementsEqual($0) }
  }
}
