import Publication

/// OLE2 compound files: Word, Excel and PowerPoint of 1997, WPS, and encrypted OOXML.
/// Source: [MS-CFB], 2.2 (header) and 2.6.1 (directory entries of 128 bytes, names in UTF-16LE).
enum CompoundFile {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// What the streams' names make of it.
  static func content(of bytes: [UInt8]) -> ContentSniffer.Content {
    var found: DocumentFormat?
    var isEncrypted = false
    forEachEntry(bytes) { name, _ in
      switch name {
      case "EncryptedPackage": isEncrypted = true
      case "WordDocument": found = found ?? .doc
      case "Workbook", "Book": found = found ?? .xls
      case "PowerPoint Document": found = found ?? .ppt
      default: break
      }
    }
    if isEncrypted { return .fault(Diagnostic(.encrypted, .hold)) }
    return found.map { .format($0) } ?? .binary
  }

  /// Whether a storage of macros is there.
  static func hasMacros(_ bytes: [UInt8]) -> Bool {
    var found = false
    forEachEntry(bytes) { name, _ in if name == "_VBA_PROJECT" || name == "VBA" || name == "Macros" { found = true } }
    return found
  }

  /// Whether the Word document in it is encrypted: bit `fEncrypted` of its first block.
  /// Source: [MS-DOC], 2.5.2 (FibBase).
  static func isEncryptedWord(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 512, (9...12).contains(bytes.little16(30)) else { return false }
    let sector = 1 << bytes.little16(30)
    var isEncrypted = false
    forEachEntry(bytes) { name, entry in
      guard name == "WordDocument" else { return }
      let start = (bytes.little32(entry + 116) + 1) * sector
      guard start >= 0, start + 12 <= bytes.count, bytes.little16(start) == 0xA5EC else { return }
      if bytes[start + 11] & 0x01 != 0 { isEncrypted = true }
    }
    return isEncrypted
  }

  private static func forEachEntry(_ bytes: [UInt8], _ body: (String, Int) -> Void) {
    var offset = 512
    while offset + 128 <= bytes.count {
      if let name = entryName(bytes, at: offset) { body(name, offset) }
      offset += 128
    }
  }

  private static func entryName(_ bytes: [UInt8], at offset: Int) -> String? {
    let length = bytes.little16(offset + 64)
    // A storage (1) or stream (2) with a name of 3 to 31 ASCII letters.
    guard bytes[offset + 66] == 2 || bytes[offset + 66] == 1, length >= 8, length <= 64, length & 1 == 0 else {
      return nil
    }
    var name: [UInt8] = []
    for index in stride(from: offset, to: offset + length - 2, by: 2) {
      guard bytes[index + 1] == 0, (0x20...0x7E).contains(bytes[index]) else { return nil }
      name.append(bytes[index])
    }
    return String(decoding: name, as: UTF8.self)
  }
}
