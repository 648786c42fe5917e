package import Publication

/// The encodings that are read. Anything else is refused by name.
package enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  case gb18030 = "GB18030"

  /// The bytes of most characters, by which offsets are told.
  var unit: Int {
    switch self {
    case .utf8: 1
    case .utf16LittleEndian, .utf16BigEndian, .gb18030: 2
    case .utf32LittleEndian, .utf32BigEndian: 4
    }
  }
}

/// A text with the encoding that its bytes proved to be in. No byte-order mark, no NUL; other controls only a few, which normalization takes out.
package struct DecodedText: Sendable, Equatable {
  /// The text.
  package var text: String
  /// What its bytes were.
  package var encoding: TextEncoding
}

/// Where bytes stop being text in an encoding.
package struct DecodingFault: Error, Sendable, Equatable {
  /// The encoding, by name.
  package var encoding: String
  /// Bytes from the start.
  package var byteOffset: Int

  /// The same, told to a person: the item is held.
  package var diagnostic: Diagnostic {
    Diagnostic(
      .undecodable, .hold, place: "第 \(byteOffset) 字节",
      details: ["offset": String(byteOffset), "encoding": encoding])
  }
}
