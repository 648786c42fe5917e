import Ingest
import Testing

/// A picture before and after; `nil` after: refused.
struct ImageCase: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var before: [UInt8]
  var after: [UInt8]?

  init(_ name: String, _ before: [[UInt8]], _ after: [[UInt8]]?) {
    testDescription = name
    self.before = Array(before.joined())
    self.after = after.map { Array($0.joined()) }
  }
}

@Suite("Pictures are published without what they tell of their makers")
struct ImagesTests {
  typealias S = ImageSamples

  /// All that is kept of EXIF: turn by 90 degrees.
  static let turned: [UInt8] = [
    0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
  ]
  static let exif = Array("Exif\0\0".utf8)
  static let start: [UInt8] = [0xFF, 0xD8]
  static let end: [UInt8] = [0xFF, 0xD9]
  static let loop: [UInt8] = [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]

  static let cleanCases: [ImageCase] = [
    ImageCase("image/png", [S.png], [S.png]), ImageCase("image/gif", [S.gif], [S.gif]),
    ImageCase("image/jpeg", [S.jpeg], [S.jpeg]),
    ImageCase("image/webp", [S.riff(S.webpImage)], [S.riff(S.webpImage)]),
  ]

  @Test("a clean picture is published byte for byte", arguments: cleanCases)
  func clean(example: ImageCase) throws {
    let result = try #require(ImageSanitizer.sanitize(example.before))
    #expect(result.mediaType == example.testDescription)
    #expect(result.bytes == example.before)
  }

  static let strippedCases: [ImageCase] = [
    ImageCase(
      "png",
      [
        S.pngHead, S.chunk("tEXt", Array("Author\0x".utf8)), S.chunk("eXIf", S.exif(orientation: 1)),
        S.chunk("iCCP", [1, 2]), S.pngTail,
        [1, 2, 3],
      ], [S.png]),
    ImageCase(
      "png orientation", [S.pngHead, S.chunk("eXIf", S.exif(orientation: 6)), S.pngTail],
      [S.pngHead, S.chunk("eXIf", turned), S.pngTail]),
    ImageCase(
      "jpeg",
      [
        start, S.jfif, S.segment(0xE1, exif + S.exif(orientation: 1)),
        S.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x/>".utf8)),
        S.segment(0xE2, [1, 2, 3]), S.segment(0xFE, Array("某人".utf8)), S.jpegImage, end, Array("PK".utf8),
      ], [S.jpeg]),
    ImageCase(
      "jpeg orientation", [start, S.jfif, S.segment(0xE1, exif + S.exif(orientation: 6)), S.jpegImage, end],
      [start, S.jfif, S.segment(0xE1, exif + turned), S.jpegImage, end]),
    ImageCase(
      "jpeg thumbnail",
      [start, S.segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]), S.jpegImage, end], [S.jpeg]),
    ImageCase(
      "gif",
      [
        S.gifHead, [0x21, 0xFE, 2, 0x41, 0x42, 0], [0x21, 0xFF, 11], Array("XMP DataXMP".utf8), [1, 9, 0], S.gifImage,
        [0x3B, 7],
      ],
      [S.gif]),
    ImageCase("gif loop", [S.gifHead, loop, S.gifImage, [0x3B]], [S.gifHead, loop, S.gifImage, [0x3B]]),
    ImageCase(
      "webp",
      [
        S.riff(
          Array(
            [
              S.webpHead(0x2C), S.webp("ICCP", [1]), S.webpImage, S.webp("EXIF", S.exif(orientation: 1)),
              S.webp("XMP ", [1, 2]),
            ].joined())),
        [5],
      ], [S.riff(S.webpHead(0) + S.webpImage)]),
    ImageCase(
      "webp orientation", [S.riff(S.webpHead(0x1C) + S.webpImage + S.webp("EXIF", S.exif(orientation: 6)))],
      [S.riff(S.webpHead(0x18) + S.webpImage + S.webp("EXIF", turned))]),
  ]

  @Test("text, places, thumbnails, profiles and bytes after the end are taken away", arguments: strippedCases)
  func stripped(example: ImageCase) throws {
    #expect(try #require(ImageSanitizer.sanitize(example.before)).bytes == example.after)
  }

  static let refusedCases: [ImageCase] = [
    ImageCase("bmp", [Array("BM".utf8), [UInt8](repeating: 0, count: 60)], nil),
    ImageCase("svg", [Array("<svg/>".utf8)], nil),
    ImageCase("emf", [[1, 0, 0, 0, 108, 0, 0, 0]], nil),
    ImageCase("tiff", [Array("II".utf8), [42, 0, 8, 0, 0, 0]], nil),
    ImageCase("empty", [], nil), ImageCase("png cut off", [Array(S.png.dropLast(12))], nil),
    ImageCase(
      "png with a wrong checksum",
      [S.pngHead, [0, 0, 0, 1], Array("IDAT".utf8), [7, 0, 0, 0, 0], S.chunk("IEND", [])], nil),
    ImageCase("png without data", [S.pngHead, S.chunk("IEND", [])], nil),
    ImageCase("jpeg cut off", [Array(S.jpeg.dropLast(2))], nil),
    ImageCase("jpeg without a scan", [start, S.jfif, end], nil),
    ImageCase("gif cut off", [Array(S.gif.dropLast())], nil),
    ImageCase("webp cut off", [Array(S.riff(S.webpImage).dropLast(3))], nil),
    ImageCase("webp without a picture", [S.riff(S.webpHead(0))], nil),
  ]

  @Test("other formats and damaged pictures are refused", arguments: refusedCases)
  func refused(example: ImageCase) {
    #expect(ImageSanitizer.sanitize(example.before) == nil)
  }

  @Test("no mangled picture traps, and what is accepted is accepted again unchanged")
  func mangled() {
    var random = MangledBytes(seed: 7)
    for sample in (Self.cleanCases + Self.strippedCases).map(\.before) {
      for _ in 0..<400 {
        guard let once = ImageSanitizer.sanitize(random.mangled(sample)) else { continue }
        #expect(ImageSanitizer.sanitize(once.bytes)?.bytes == once.bytes)
      }
    }
  }
}
