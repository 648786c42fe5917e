/// How a picture has to be turned to stand upright: EXIF tag 0x0112, 1 (upright) to 8.
/// Source: Exif 2.32 (CIPA DC-008), 4.6.4, tag Orientation; TIFF 6.0, section 2.
enum ImageOrientation {
  /// The orientation in a TIFF block, 1 where there is none that can be read.
  static func value(inTIFF bytes: ArraySlice<UInt8>) -> UInt8 {
    let tiff = Array(bytes)
    guard tiff.count >= 14 else { return 1 }
    let isLittle = tiff.has("II", at: 0)
    guard isLittle || tiff.has("MM", at: 0) else { return 1 }
    func short(_ at: Int) -> Int { isLittle ? tiff.little16(at) : tiff.big16(at) }
    let directory = isLittle ? tiff.little32(4) : tiff.big32(4)
    guard short(2) == 42, directory >= 8, directory <= tiff.count - 2 else { return 1 }
    var entry = directory + 2
    for _ in 0..<short(directory) {
      guard entry <= tiff.count - 12 else { return 1 }
      if short(entry) == 0x0112 {
        let value = short(entry + 8)
        return (1...8).contains(value) ? UInt8(value) : 1
      }
      entry += 12
    }
    return 1
  }

  /// A TIFF block that says nothing but the orientation.
  static func tiff(_ value: UInt8) -> [UInt8] {
    [
      0x4D, 0x4D, 0x00, 0x2A, 0, 0, 0, 8,  // big-endian, first directory at 8
      0x00, 0x01,  // one entry
      0x01, 0x12, 0x00, 0x03, 0, 0, 0, 1, 0x00, value, 0x00, 0x00,  // Orientation, SHORT, one value
      0, 0, 0, 0,  // no further directory
    ]
  }
}
