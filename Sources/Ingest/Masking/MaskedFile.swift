public import Publication

/// A file once more, with characters of its text covered by `*`: a suggestion for a person, not a document that we read.
///
/// Text, Markdown, HTML and the XML parts of DOCX, ODT and the like are rewritten, everything else stays as it is; whoever uses it reads it
/// again and looks whether all is covered.
public struct MaskedFile {
  /// The places to be covered in one text, as offsets of code points.
  public let cover: (String) -> [Int]
  /// Whether numbers that are broken over paragraphs and cells are looked for too.
  public let isWide: Bool
  let limits: IngestLimits

  /// A way of covering.
  public init(limits: IngestLimits, isWide: Bool, cover: @escaping (String) -> [Int]) {
    self.limits = limits
    self.isWide = isWide
    self.cover = cover
  }

  /// The bytes of `name` with what must be covered covered; decoded text comes back as UTF-8.
  public func bytes(of bytes: [UInt8], name: FileName) -> [UInt8] {
    switch ContentSniffer.content(of: bytes, limits: limits) {
    case .format(.docx), .format(.odt), .format(.xlsx), .format(.pptx): return archive(bytes) ?? bytes
    case .text(let looksLikeHTML): return text(bytes, name, looksLikeHTML) ?? bytes
    default: return bytes
    }
  }

  /// A name with what must be covered covered; `*` is no character for names everywhere.
  public func name(_ name: FileName) -> FileName {
    let text = name.description
    var scalars = Array(text.unicodeScalars)
    let offsets = cover(text)
    guard !offsets.isEmpty, FileName(text) == name else { return name }
    for offset in offsets { scalars[offset] = "\u{FF0A}" }
    return FileName(String(String.UnicodeScalarView(scalars)))
  }

  private func text(_ bytes: [UInt8], _ name: FileName, _ looksLikeHTML: Bool) -> [UInt8]? {
    guard let decoded = try? TextDecoding.decode(bytes, declared: HTMLCharset.declared(in: bytes)) else { return nil }
    if looksLikeHTML || ["html", "htm"].contains(name.fileExtension) {
      var mask = MarkupMask(decoded.text, isXML: false)
      guard let text = mask.covered(by: self) else { return nil }
      // The page may name the encoding that it had.
      return (decoded.encoding == .utf8 ? [] : [0xEF, 0xBB, 0xBF]) + Array(text.utf8)
    }
    // In Markdown a bare * may become emphasis.
    let sign = ["md", "markdown"].contains(name.fileExtension) ? "\\*" : "*"
    let offsets = isWide ? cover(decoded.text) : lines(of: decoded.text)
    guard !offsets.isEmpty else { return nil }
    let wanted = Set(offsets)
    var out = String.UnicodeScalarView()
    for (offset, scalar) in decoded.text.unicodeScalars.enumerated() {
      if wanted.contains(offset) { out.append(contentsOf: sign.unicodeScalars) } else { out.append(scalar) }
    }
    return Array(String(out).utf8)
  }

  private func lines(of text: String) -> [Int] {
    var offsets: [Int] = []
    var line = String.UnicodeScalarView()
    var start = 0
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if scalar == "\n" {
        offsets += cover(String(line)).map { $0 + start }
        line = String.UnicodeScalarView()
        start = offset + 1
      } else {
        line.append(scalar)
      }
    }
    return offsets + cover(String(line)).map { $0 + start }
  }

  private func archive(_ bytes: [UInt8]) -> [UInt8]? {
    guard let archive = try? Archive(bytes, limits: limits), let parts = try? archive.parts(where: { _ in true }) else {
      return nil
    }
    var zip = StoredZip()
    var isChanged = false
    for entry in archive.entries {
      guard var part = parts[entry.name] else { return nil }
      if entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels"),
        let decoded = try? TextDecoding.decode(part), decoded.encoding == .utf8
      {
        var mask = MarkupMask(decoded.text, isXML: true)
        if let text = mask.covered(by: self) {
          part = Array(text.utf8)
          isChanged = true
        }
      }
      zip.add(entry.name, part)
    }
    return isChanged ? zip.finished() : nil
  }
}
