import Publication

/// OLE2 compound files: Word, Excel and PowerPoint of 1997, WPS, and encrypted OOXML.
/// Source: [MS-CFB], 2.6.1 (directory entries of 128 bytes, names in UTF-16LE).
enum CompoundFile {
  /// What the streams' names make of it.
  static func content(of bytes: [UInt8]) -> ContentSniffer.Content {
    var found: DocumentFormat?
    var offset = 512
    while offset + 128 <= bytes.count {
      defer { offset += 128 }
      guard let name = entryName(bytes, at: offset) else { continue }
      switch name {
      case "EncryptedPackage": return .fault(Diagnostic(.encrypted, .hold))
      case "WordDocument": found = found ?? .doc
      case "Workbook", "Book": found = found ?? .xls
      case "PowerPoint Document": found = found ?? .ppt
      default: break
      }
    }
    return found.map { .format($0) } ?? .binary
  }

  private static func entryName(_ bytes: [UInt8], at offset: Int) -> String? {
    let length = Int(bytes[offset + 64]) | Int(bytes[offset + 65]) << 8
    // A stream (2) with a name of 4 to 31 ASCII letters.
    guard bytes[offset + 66] == 2, length >= 10, length <= 64, length & 1 == 0 else { return nil }
    var name: [UInt8] = []
    for index in stride(from: offset, to: offset + length - 2, by: 2) {
      guard bytes[index + 1] == 0, (0x20...0x7E).contains(bytes[index]) else { return nil }
      name.append(bytes[index])
    }
    return String(decoding: name, as: UTF8.self)
  }
}
