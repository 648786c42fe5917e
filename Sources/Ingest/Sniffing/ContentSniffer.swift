import Publication

/// What bytes are, by content alone.
enum ContentSniffer {
  /// What the bytes are.
  enum Content: Equatable {
    /// A format with marks of its own.
    case format(DocumentFormat)
    /// Text of some kind: the extension tells which.
    case text(looksLikeHTML: Bool)
    /// Neither text nor a format that we know.
    case binary
    /// A format that can't be opened: damaged, hostile, locked.
    case fault(Diagnostic)
  }

  /// What `bytes` are.
  static func content(of bytes: [UInt8], limits: IngestLimits) -> Content {
    if let format = magic(bytes) { return .format(format) }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      do throws(ArchiveFault) {
        return .format(ArchiveKind.format(of: try Archive(bytes, limits: limits)))
      } catch {
        return .fault(error.diagnostic)
      }
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return CompoundFile.content(of: bytes) }
    if isBinary(bytes.prefix(8192)) { return .binary }
    guard let head = asciiHead(bytes) else { return .text(looksLikeHTML: false) }
    if head.starts(with: "mime-version:".utf8), contains(head, "multipart/related") { return .format(.mhtml) }
    if head.starts(with: "from: <saved by".utf8) { return .format(.mhtml) }
    if let format = officeXML(head, bytes) { return .format(format) }
    return .text(looksLikeHTML: head.starts(with: "<!doctype html".utf8) || head.starts(with: "<html".utf8))
  }

  private static func magic(_ bytes: [UInt8]) -> DocumentFormat? {
    guard bytes.count >= 4 else { return nil }
    func begins(_ text: String, at offset: Int = 0) -> Bool {
      offset <= bytes.count && bytes[offset...].starts(with: text.utf8)
    }
    switch bytes[0] {
    case 0x25: return begins("%PDF-") ? .pdf : nil
    case 0x7B: return begins("{\\rtf") ? .rtf : nil
    case 0x89: return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) ? .image : nil
    case 0xFF: return bytes[1] == 0xD8 && bytes[2] == 0xFF ? .image : nil
    case 0x47: return begins("GIF8") ? .image : nil
    case 0x52: return begins("RIFF") && begins("WEBP", at: 8) ? .image : begins("Rar!\u{1A}") ? .archive : nil
    case 0x42:
      // A bitmap's header holds zeros where text never has any.
      if bytes.count > 14, begins("BM"), bytes[6...9].allSatisfy({ $0 == 0 }) { return .image }
      return begins("BZh") && begins("1AY&SY", at: 4) ? .archive : nil
    case 0x49, 0x4D:
      let isTIFF = bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A])
      return isTIFF ? .image : nil
    case 0x37: return bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF]) ? .archive : nil
    case 0x1F: return bytes[1] == 0x8B ? .archive : nil
    case 0xFD: return bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58]) ? .archive : nil
    case 0x00: return begins("ftypheic", at: 4) || begins("ftypmif1", at: 4) ? .image : nil
    default: return begins("ustar", at: 257) ? .archive : nil
    }
  }

  /// NUL bytes that aren't the halves of UTF-16, or more controls than a text has.
  private static func isBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    // Text has none of these: told without a branch for each byte, so that the compiler looks at many at once.
    let doubts = bytes.withUnsafeBufferPointer { bytes in
      var doubts: UInt8 = 0
      for byte in bytes { doubts |= byte < 0x20 && byte &- 0x09 >= 5 && byte &- 0x1A >= 2 ? 1 : 0 }
      return doubts
    }
    guard doubts > 0 else { return false }
    var zeros = (even: 0, odd: 0)
    var controls = 0
    for (offset, byte) in bytes.enumerated() where byte < 0x20 {
      switch byte {
      case 0x00: if offset & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
      case 0x09...0x0D, 0x1A, 0x1B: break
      default: controls += 1
      }
    }
    if zeros.even == 0, zeros.odd == 0 {
      guard controls > 0, controls &* 200 > bytes.count else { return false }
      return controls > TextCharacters.allowance(bytes.count) || String(validating: bytes, as: UTF8.self) == nil
    }
    return zeros.even > 0 && zeros.odd > 0
  }

  /// The first kilobyte after a mark and white space, letters in lower case; `nil` where it begins like none of the forms looked for.
  private static func asciiHead(_ bytes: [UInt8]) -> [UInt8]? {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < min(bytes.count, 256), bytes[start] <= 0x20 { start += 1 }
    guard start < bytes.count, "<MmFf".utf8.contains(bytes[start]) else { return nil }
    return bytes[start..<min(bytes.count, start + 1024)].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// A whole office document in one XML file.
  /// Source: ODF 1.3 Part 3, 3.1.2 (`office:document`, `office:mimetype`); GB/T 20916-2007 (UOF; its root and namespace as seen in files that
  /// LibreOffice wrote).
  private static func officeXML(_ head: [UInt8], _ bytes: [UInt8]) -> DocumentFormat? {
    guard head.starts(with: "<?xml".utf8) || head.starts(with: "<office:document".utf8) else { return nil }
    if contains(head, "<uof:uof"), contains(head, "schemas.uof.org") { return .uof }
    guard contains(head, "<office:document ") || contains(head, "<office:document\n") else { return nil }
    let start = Array(bytes.prefix(1 << 14))
    if contains(start, "office:mimetype=\"application/vnd.oasis.opendocument.text") { return .flatODT }
    return contains(start, "office:mimetype=\"application/vnd.oasis.opendocument.") ? .otherOffice : nil
  }

  private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
