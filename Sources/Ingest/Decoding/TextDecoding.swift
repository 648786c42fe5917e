internal import CICU
internal import Publication

/// Bytes to text, by rule and never by guess: byte-order mark; NUL bytes mean UTF-16; strict UTF-8; strict GB18030.
/// What could be read in two ways is not read at all.
package enum TextDecoding {
  /// The text of `bytes`, perhaps with a few stray controls in it. `declared` is the encoding that the file itself names (HTML, XML): it is consulted only for
  /// bytes that are not UTF-8, and one that we don't read refuses them. `isProvedLater`: the caller compares what comes out with words that
  /// it knows (the heading of a table), so that GB18030 needn't look like running text; stray
  /// controls refuse such a file.
  package static func decode(
    _ bytes: [UInt8], isProvedLater: Bool = false, declared: @autoclosure () -> String? = nil
  ) throws(DecodingFault) -> DecodedText {
    let decoded = try decodeLoosely(bytes, isProvedLater, declared)
    guard isProvedLater else { return decoded }
    let start = ByteOrderMark(of: bytes)?.length ?? 0
    return try checked(decoded.text, decoded.encoding, start: start, isStrict: true)
  }

  private static func decodeLoosely(
    _ bytes: [UInt8], _ isProvedLater: Bool, _ declared: () -> String?
  ) throws(DecodingFault) -> DecodedText {
    if let mark = ByteOrderMark(of: bytes) { return try decode(bytes, mark) }
    if bytes.contains(0) { return try UTF16Decoding.decodeWithoutMark(bytes) }
    if let text = String(validating: bytes, as: UTF8.self) { return try checked(text, .utf8, start: 0) }
    let coverage = UTF8Coverage(of: bytes)
    if coverage.isMostlyUTF8 { throw DecodingFault(encoding: "UTF-8", byteOffset: coverage.firstFault) }
    if let declared = declared(), !isReadWithoutUTF8(declared) {
      throw DecodingFault(encoding: declared, byteOffset: coverage.firstFault)
    }
    return try decodeGB18030(bytes, isProvedLater)
  }

  private static func decode(_ bytes: [UInt8], _ mark: ByteOrderMark) throws(DecodingFault) -> DecodedText {
    let start = mark.length
    switch mark.encoding {
    case .utf8, .gb18030:
      guard let text = String(validating: bytes[start...], as: UTF8.self) else {
        throw DecodingFault(encoding: "UTF-8", byteOffset: UTF8Coverage(of: bytes).firstFault)
      }
      return try checked(text, .utf8, start: start)
    case .utf16LittleEndian, .utf16BigEndian:
      return try UTF16Decoding.decode(bytes, from: start, mark.encoding)
    case .utf32LittleEndian, .utf32BigEndian:
      return try UTF32Decoding.decode(bytes, from: start, mark.encoding)
    }
  }

  /// The text, unless it has characters that no text has; their offset is counted in units of the source, as far as
  /// that is known without decoding again.
  static func checked(
    _ text: String, _ encoding: TextEncoding, start: Int, isStrict: Bool = false
  ) throws(DecodingFault) -> DecodedText {
    var text = text
    if let offset = text.withUTF8({ TextCharacters.firstForeign(in: $0, isStrict: isStrict) }) {
      let unit = encoding.unit
      let place = unit == 1 ? offset : text.utf8.prefix(offset).count { $0 & 0xC0 != 0x80 } * unit
      throw DecodingFault(encoding: encoding.rawValue, byteOffset: start + place)
    }
    return DecodedText(text: text, encoding: encoding)
  }

  /// Names of GB 18030 and its subsets, and of UTF-8: declared by a page in GB 18030 often enough, and proved wrong by the bytes.
  private static func isReadWithoutUTF8(_ name: String) -> Bool {
    ["gb18030", "gbk", "gb2312", "gb_2312-80", "x-gbk", "cp936", "utf-8", "utf8"].contains(name.lowercased())
  }

  private static func decodeGB18030(_ bytes: [UInt8], _ isProvedLater: Bool) throws(DecodingFault) -> DecodedText {
    var fault: Int64 = 0
    var failed = false
    let capacity = bytes.count * 2 + 16
    let text = String(unsafeUninitializedCapacity: capacity) { buffer in
      let written = bytes.withUnsafeBufferPointer {
        zarlal_gb18030_to_utf8($0.baseAddress, Int64($0.count), buffer.baseAddress, Int64(capacity), &fault)
      }
      failed = written < 0
      return failed ? 0 : Int(written)
    }
    if failed { throw DecodingFault(encoding: "GB18030", byteOffset: Int(fault)) }
    if !isProvedLater, let doubt = GB18030Plausibility.firstDoubt(in: bytes) {
      throw DecodingFault(encoding: "GB18030", byteOffset: doubt)
    }
    return try checked(text, .gb18030, start: 0)
  }
}

/// U+FEFF at the start of a file, in the form of its encoding.
/// Source: The Unicode Standard, section 23.8.
struct ByteOrderMark: Equatable {
  var encoding: TextEncoding
  var length: Int

  init?(of bytes: [UInt8]) {
    func begins(_ mark: [UInt8]) -> Bool { bytes.starts(with: mark) }
    if begins([0xEF, 0xBB, 0xBF]) {
      (encoding, length) = (.utf8, 3)
    } else if begins([0xFF, 0xFE, 0, 0]) {
      (encoding, length) = (.utf32LittleEndian, 4)
    } else if begins([0, 0, 0xFE, 0xFF]) {
      (encoding, length) = (.utf32BigEndian, 4)
    } else if begins([0xFF, 0xFE]) {
      (encoding, length) = (.utf16LittleEndian, 2)
    } else if begins([0xFE, 0xFF]) {
      (encoding, length) = (.utf16BigEndian, 2)
    } else {
      return nil
    }
  }
}
