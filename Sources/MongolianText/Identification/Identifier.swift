import CICU

/// Finds out what traditional Mongolian in a text is encoded in, by counting.
public enum Identifier {
  /// The encoding of a text; fonts that the document names help to tell private codes apart.
  public static func identify(_ text: String, fontNames: [String] = []) -> Identification {
    var copy = text
    return copy.withUTF8 { identify(TextBytes(bytes: $0), fontNames) }
  }

  /// The encoding of UTF-8 bytes.
  ///
  /// - Throws: ``TextRefusal`` where the bytes are not UTF-8.
  public static func identify(utf8: [UInt8], fontNames: [String] = []) throws(TextRefusal) -> Identification {
    try StrictUTF8.validate(utf8.span)
    return utf8.withUnsafeBufferPointer { identify(TextBytes(bytes: $0), fontNames) }
  }

  private static func identify(_ text: TextBytes, _ fontNames: [String]) -> Identification {
    var counter = EncodingCounter(text)
    counter.count()
    var evidence = counter.evidence
    evidence.menksoftFonts = fontNames.filter(isMenksoftFont)
    return Identification(code: code(evidence), evidence: evidence)
  }

  /// Fonts that draw Menksoft's code: named by their maker, or by the scheme of their file names (`MQG8F02`).
  static func isMenksoftFont(_ name: String) -> Bool {
    let letters = name.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if contains(letters, "menk") || contains(letters, "蒙科立") { return true }
    // M, two or three letters for the face, 8, three digits.
    let face = letters.dropFirst().prefix { $0 >= 0x61 && $0 <= 0x7A }
    return letters.first == 0x6D && (2...3).contains(face.count) && letters.dropFirst(1 + face.count).first == 0x38
      && letters.count == face.count + 5
  }

  private static func contains(_ bytes: [UInt8], _ part: String) -> Bool {
    let wanted = Array(part.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }

  /// The kind that the counts speak for.
  private static func code(_ evidence: Identification.Evidence) -> EncodingKind {
    let named = !evidence.menksoftFonts.isEmpty
    let isMenksoft =
      evidence.menksoftWords > 0
      && (named || evidence.menksoftWords >= 2 || evidence.menksoftCodes >= 3)
      && (named || evidence.menksoftCodes > evidence.otherPrivateCodes + evidence.menksoftFragments)
    let isOther = evidence.otherMongolianWords > evidence.hudumWords
    let hasUnicode = evidence.hudumWords > 0
    let unread = evidence.menksoftCodes + evidence.menksoftFragments
    let hasUnknown = !isMenksoft && evidence.otherPrivateCodes + unread > 0
    var kinds: [EncodingKind] = []
    if isMenksoft { kinds.append(.menksoft) }
    if hasUnknown || (isMenksoft && evidence.otherPrivateCodes > 0) { kinds.append(.unknownPrivateUse) }
    if isOther {
      kinds.append(.otherMongolian)
    } else if hasUnicode {
      kinds.append(evidence.signsOf2010 > evidence.signsOf2023 ? .unicode2010 : .unicode2023)
    }
    return kinds.count > 1 ? .mixed : kinds.first ?? .none
  }
}

extension Identifier {
  /// The encoding of a file's text, whose bytes are UTF-16 with a byte-order mark, UTF-8, or else GB18030.
  ///
  /// - Throws: ``TextRefusal`` where the bytes are none of these.
  public static func identify(file bytes: [UInt8], fontNames: [String] = []) throws(TextRefusal) -> Identification {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittle ? second << 8 | first : first << 8 | second
      }
      return identify(String(decoding: units, as: UTF16.self), fontNames: fontNames)
    }
    do {
      return try identify(utf8: bytes, fontNames: fontNames)
    } catch {
      guard let decoded = gb18030(bytes) else { throw error }
      return try identify(utf8: decoded, fontNames: fontNames)
    }
  }

  /// GB18030 as UTF-8; nothing where the bytes are not GB18030.
  private static func gb18030(_ bytes: [UInt8]) -> [UInt8]? {
    var place: Int64 = 0
    var decoded = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
    let length = bytes.withUnsafeBufferPointer { source in
      decoded.withUnsafeMutableBufferPointer { target in
        zarlal_gb18030_to_utf8(
          source.baseAddress, Int64(source.count), target.baseAddress, Int64(target.count), &place)
      }
    }
    return length < 0 ? nil : Array(decoded.prefix(Int(length)))
  }
}
