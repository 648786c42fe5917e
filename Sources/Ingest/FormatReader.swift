package import Publication

/// Bounds of what a reader takes in: hostile input is refused at them, never read beyond.
public struct IngestLimits: Sendable, Equatable {
  /// Bytes of one file.
  public var fileBytes = 64 << 20
  /// Bytes of an article and what belongs to it together: all of it is in memory at once.
  public var bundleBytes = 96 << 20
  /// Bytes of a file that is text itself: TXT, Markdown, HTML. Understanding one takes several times its size in memory.
  public var textBytes = 8 << 20
  /// Bytes of all entries of an archive together, inflated.
  public var inflatedBytes = 256 << 20
  /// Bytes of one XML or text part, inflated.
  public var partBytes = 48 << 20
  /// Inflated size over packed size, for archives over 1 MiB inflated.
  public var inflationRatio = 200
  /// Entries of an archive.
  public var archiveEntries = 10_000
  /// Levels of nesting in XML, HTML, lists and tables.
  public var nesting = 256
  /// Paragraphs of a document, table cells included.
  public var paragraphs = 50_000
  /// Scalars of a title.
  public var titleScalars = 300
  /// Seconds for which one file may be worked on.
  public var secondsPerFile = 60

  /// The default limits.
  public init() {}
}

/// What a format reader is given.
package struct ReadingSource: Sendable {
  /// The file's whole content.
  package var bytes: [UInt8]
  /// Its plain name.
  package var name: FileName
  /// Files that it may show (`<stem>.files/…`, or beside it): HTML images.
  package var parts: [InboxItem.Companion]
  /// The bounds.
  package var limits: IngestLimits
  /// What other programs made of it, and of files in it.
  package var conversions: [Conversion: ConversionOutcome] = [:]
  /// Whether it travels with an article: it is published as it is, and read for the gate alone.
  package var isAttachment = false

  package init(bytes: [UInt8], name: FileName, parts: [InboxItem.Companion], limits: IngestLimits) {
    self.bytes = bytes
    self.name = name
    self.parts = parts
    self.limits = limits
  }
}

/// What a format reader found.
package struct ReadingResult: Sendable {
  /// Everything readable, every block with the role `.body` (the layout comes later); `nil`: refused, `diagnostics` say why.
  package var content: ReadableContent?
  /// Pictures shown in the body, in order of first use.
  package var images: [ImageResource] = []
  /// Names of the parts (companions) that were used.
  package var usedParts: Set<FileName> = []
  /// Links whose address isn't published, in reading order.
  package var links: [LocalLink] = []
  /// Names of fonts, lower-cased.
  package var fontNames: Set<String> = []
  /// Metadata keys that the contract doesn't know.
  package var unknownKeys: [Declaration.Unknown] = []
  /// Files inside the file that travel with it as attachments.
  package var attachments: [InboxItem.Companion] = []
  /// What it has to be given before it can be read, with the bytes to make it of.
  package var wanted: [Conversion: [UInt8]] = [:]
  /// What was found wrong.
  package var diagnostics: [Diagnostic] = []

  package init(content: ReadableContent?, diagnostics: [Diagnostic] = []) {
    self.content = content
    self.diagnostics = diagnostics
  }
}

/// Reads one format: bytes to structure, pure, never trapping on any input.
package protocol FormatReader: Sendable {
  /// Which format.
  static var format: DocumentFormat { get }
  /// The structure, or why not.
  func read(_ source: ReadingSource) -> ReadingResult
}
