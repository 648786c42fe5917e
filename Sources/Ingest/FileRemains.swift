import Publication

/// What can be read of bytes inside a file that no reader shows: enough for the gate to see a mark, never published.
enum FileRemains {
  /// The texts of XML, of the XML parts of a ZIP file, of plain text, of a compound file's UTF-16.
  static func texts(of bytes: [UInt8], limits: IngestLimits, depth: Int = 0) -> [String] {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return archived(bytes, limits, depth) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return wide(bytes) }
    if let tree = try? XMLTree.read(bytes, nesting: limits.nesting) {
      return XMLTexts.texts(of: tree, below: tree.root)
    }
    guard bytes.count <= limits.textBytes, let decoded = try? TextDecoding.decode(bytes) else { return [] }
    return decoded.text.split(whereSeparator: { $0.isNewline || $0 == "<" || $0 == ">" })
      .map { String($0).trimmedWhitespace }.filter { !$0.isEmpty }
  }

  private static func archived(_ bytes: [UInt8], _ limits: IngestLimits, _ depth: Int) -> [String] {
    guard depth < 3, let archive = try? Archive(bytes, limits: limits),
      let parts = try? archive.parts(where: { isWorth($0.name.lowercased()) })
    else { return [] }
    return parts.sorted { $0.key < $1.key }.flatMap { texts(of: $0.value, limits: limits, depth: depth + 1) }
  }

  private static func isWorth(_ name: String) -> Bool {
    if name.contains("/theme/") || name.hasSuffix("styles.xml") || name.hasSuffix("fonttable.xml") { return false }
    return [".xml", ".docx", ".xlsx", ".pptx", ".bin", ".doc", ".xls", ".ppt", ".txt", ".htm", ".html"]
      .contains { name.hasSuffix($0) }
  }

  /// Runs of two or more Han characters in UTF-16LE, with the letters, figures and signs between them.
  /// Source: [MS-DOC] and [MS-XLS] keep text so; compressed 8-bit text is Latin and holds no marks of ours.
  private static func wide(_ bytes: [UInt8]) -> [String] {
    var found: [String] = []
    for start in 0...1 {
      var run = String.UnicodeScalarView()
      var han = 0
      func close() {
        if han >= 2 { found.append(String(run)) }
        run = String.UnicodeScalarView()
        han = 0
      }
      var index = start
      while index + 1 < bytes.count, found.count < 20_000 {
        let value = UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8
        index += 2
        guard let scalar = Unicode.Scalar(value), isText(scalar) else {
          close()
          continue
        }
        run.append(scalar)
        if scalar.isHan { han += 1 }
        if run.count > 4000 { close() }
      }
      close()
    }
    return found
  }

  private static func isText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x2010...0x2026, 0x2605, 0x2606, 0x25A0...0x25FF, 0x3000...0x3011, 0x3014, 0x3015,
      0xFF01...0xFF5E:
      true
    default: scalar.isHan
    }
  }
}
