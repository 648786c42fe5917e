import Publication

/// One file through its reader, article or attachment alike.
enum FileReading {
  /// What the file is, and what its reader found; no content where it was refused.
  static func reading(
    _ source: ReadingSource
  ) -> (format: DocumentFormat, result: ReadingResult) {
    switch FormatDecision.deciding(name: source.name, bytes: source.bytes, limits: source.limits) {
    case .refused(let diagnostic): return (.unknown, ReadingResult(content: nil, diagnostics: [diagnostic]))
    case .format(let format):
      guard let reader = FormatRegistry.reader(of: format) else {
        let diagnostic = Diagnostic(.formatNotReadable, .hold, details: ["format": format.label])
        return (format, ReadingResult(content: nil, diagnostics: [diagnostic]))
      }
      return (format, reader.read(source))
    }
  }

  /// A file that travels with an article. Its content is `nil` where the gate couldn't read all of it; what a refusal
  /// would mean for an article is the gate's to tell, but for a program that lacks.
  static func attachment(
    _ companion: InboxItem.Companion, of item: InboxItem, limits: IngestLimits
  ) -> (attachment: Attachment, diagnostics: [Diagnostic], wanted: [Conversion: [UInt8]]) {
    var source = ReadingSource(bytes: companion.bytes, name: companion.name, parts: [], limits: limits)
    source.isAttachment = true
    source.conversions = item.conversions
    var (_, result) = reading(source)
    // Files inside an attachment are published with it: they have to be read as well, and their attachments can't be.
    for inner in result.attachments {
      var (_, nested) = reading(ReadingSource(inner, of: source))
      result.wanted.merge(nested.wanted) { first, _ in first }
      guard nested.attachments.isEmpty, let content = nested.content else {
        result.content = nil
        continue
      }
      nested.diagnostics.removeAll { $0.severity < .hold }
      result.content?.blocks += content.blocks
      result.content?.footnotes += content.footnotes
      result.content?.unpublished += content.unpublished + [UnpublishedText(.fileName, inner.name.description)]
      result.content?.declarations += content.declarations
      result.diagnostics += nested.diagnostics
    }
    result.content?.unpublished += LinkedFiles.words(of: result.links)
    let attachment = Attachment(
      name: companion.name, digest: ContentDigest(ofParts: [companion.bytes]), bytes: companion.bytes,
      content: result.content)
    let told = result.diagnostics.filter {
      result.content == nil ? advised.contains($0.code) : !keptAsItIs.contains($0.code)
    }
    let diagnostics = told.map { diagnostic in
      var diagnostic = diagnostic
      let place = "附件“\(companion.name.base.description)”"
      diagnostic.place = diagnostic.place.isEmpty ? place : place + diagnostic.place
      return diagnostic
    }
    return (attachment, diagnostics, result.wanted)
  }

  /// The words of a file that a page brings with it and doesn't show: Word saves headers and comments apart (`x.files/header.htm`).
  static func words(ofPart companion: InboxItem.Companion, limits: IngestLimits) -> [UnpublishedText] {
    switch FormatDecision.deciding(name: companion.name, bytes: companion.bytes, limits: limits) {
    case .format(.html), .format(.text):
      let (_, result) = reading(ReadingSource(bytes: companion.bytes, name: companion.name, parts: [], limits: limits))
      guard let content = result.content else { return remains(of: companion.bytes) }
      let lines = content.blocks.flatMap { PlainText.lines(of: $0.block) }.map { UnpublishedText(.hidden, $0) }
      return lines + content.unpublished
    case .format, .refused: return []
    }
  }

  /// Refusals that say more than "can't be read".
  private static let advised: Set<Code> = [
    .converterMissing, .conversionFailed, .converterUnavailable, .encrypted, .macros,
  ]

  /// Flaws of what we would make of a file; published as it is, it shows what its author showed, and the gate has read the rest.
  private static let keptAsItIs: Set<Code> = [.concealedText, .contentLeftOut]

  /// What is left to read of a file that its reader refused: enough to see a secrecy mark, never published.
  static func remains(of bytes: [UInt8]) -> [UnpublishedText] {
    guard !bytes.isEmpty else { return [] }
    switch ContentSniffer.content(of: bytes, limits: IngestLimits()) {
    case .text, .format(.flatODT), .format(.uof): break
    default: return []
    }
    return [UnpublishedText(.hidden, String(decoding: bytes.prefix(1 << 20), as: UTF8.self))]
  }
}

extension ReadingSource {
  /// A file inside another one.
  init(_ inner: InboxItem.Companion, of outer: ReadingSource) {
    self.init(bytes: inner.bytes, name: inner.name, parts: [], limits: outer.limits)
    conversions = outer.conversions
    isAttachment = true
  }
}
