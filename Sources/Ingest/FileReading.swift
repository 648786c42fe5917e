import Publication

/// One file through its reader, article or attachment alike.
enum FileReading {
  /// What the file is, and what its reader found; no content where it was refused.
  static func reading(
    name: FileName, bytes: [UInt8], parts: [InboxItem.Companion], limits: IngestLimits
  ) -> (format: DocumentFormat, result: ReadingResult) {
    switch FormatDecision.deciding(name: name, bytes: bytes, limits: limits) {
    case .refused(let diagnostic): return (.unknown, ReadingResult(content: nil, diagnostics: [diagnostic]))
    case .format(let format):
      guard let reader = FormatRegistry.reader(of: format) else {
        let diagnostic = Diagnostic(.formatNotReadable, .hold, details: ["format": format.label])
        return (format, ReadingResult(content: nil, diagnostics: [diagnostic]))
      }
      return (format, reader.read(ReadingSource(bytes: bytes, name: name, parts: parts, limits: limits)))
    }
  }

  /// A file that travels with an article. Its content is `nil` where the gate couldn't read all of it; what a refusal
  /// would mean for an article is the gate's to tell.
  static func attachment(
    _ companion: InboxItem.Companion, limits: IngestLimits
  ) -> (attachment: Attachment, diagnostics: [Diagnostic]) {
    let (_, result) = reading(name: companion.name, bytes: companion.bytes, parts: [], limits: limits)
    let attachment = Attachment(
      name: companion.name, digest: ContentDigest(ofParts: [companion.bytes]), bytes: companion.bytes,
      content: result.content)
    guard result.content != nil else { return (attachment, []) }
    let diagnostics = result.diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      let place = "附件“\(companion.name.base.description)”"
      diagnostic.place = diagnostic.place.isEmpty ? place : place + diagnostic.place
      return diagnostic
    }
    return (attachment, diagnostics)
  }

  /// The words of a file that a page brings with it and doesn't show: Word saves headers and comments apart (`x.files/header.htm`).
  static func words(ofPart companion: InboxItem.Companion, limits: IngestLimits) -> [UnpublishedText] {
    switch FormatDecision.deciding(name: companion.name, bytes: companion.bytes, limits: limits) {
    case .format(.html), .format(.text):
      let (_, result) = reading(name: companion.name, bytes: companion.bytes, parts: [], limits: limits)
      guard let content = result.content else { return remains(of: companion.bytes) }
      let lines = content.blocks.flatMap { PlainText.lines(of: $0.block) }.map { UnpublishedText(.hidden, $0) }
      return lines + content.unpublished
    case .format, .refused: return []
    }
  }

  /// What is left to read of a file that its reader refused: enough to see a secrecy mark, never published.
  static func remains(of bytes: [UInt8]) -> [UnpublishedText] {
    guard !bytes.isEmpty, case .text = ContentSniffer.content(of: bytes, limits: IngestLimits()) else { return [] }
    return [UnpublishedText(.hidden, String(decoding: bytes.prefix(1 << 20), as: UTF8.self))]
  }
}
