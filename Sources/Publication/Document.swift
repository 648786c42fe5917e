/// The formats of documents that Zarlal knows by content, read or not.
public enum DocumentFormat: String, Sendable, CaseIterable {
  case text, markdown, html, docx, odt, ofd, pdf, rtf, doc, wps, flatODT, uof, xlsx, pptx, xls, ppt, otherOffice, mhtml,
    image, archive,
    unknown
}

/// A picture of a document: PNG, JPEG, GIF or WebP by content, its metadata (EXIF, GPS, comments) stripped.
public struct ImageResource: Sendable, Equatable {
  /// The digest of `bytes`.
  public var digest: ContentDigest
  /// The bytes to publish.
  public var bytes: [UInt8]
  /// `image/png`, `image/jpeg`, `image/gif` or `image/webp`.
  public var mediaType: String
  /// A plain name for people: `<digest prefix>.<extension>`, or the name in the source.
  public var name: String

  /// An image with all its parts.
  public init(digest: ContentDigest, bytes: [UInt8], mediaType: String, name: String) {
    self.digest = digest
    self.bytes = bytes
    self.mediaType = mediaType
    self.name = name
  }
}

/// A file that travels with an article.
public struct Attachment: Sendable, Equatable {
  /// Its plain name, as people see it.
  public var name: FileName
  /// The digest of `bytes`.
  public var digest: ContentDigest
  /// Its bytes, as dropped.
  public var bytes: [UInt8]
  /// Everything that can be read in it, published or hidden; `nil`: the content can't be read, the item is held.
  public var content: ReadableContent?

  /// An attachment with all its parts.
  public init(name: FileName, digest: ContentDigest, bytes: [UInt8], content: ReadableContent?) {
    self.name = name
    self.digest = digest
    self.bytes = bytes
    self.content = content
  }
}

/// What can be read in a file: for the gate, which reads what isn't published too.
public struct ReadableContent: Sendable, Equatable {
  /// The body, in reading order, with its layout roles.
  public var blocks: [LaidOutBlock]
  /// Footnotes in the order of their numbers.
  public var footnotes: [[Block]]
  /// Text that is never published.
  public var unpublished: [UnpublishedText]
  /// What metadata of the file declare.
  public var declarations: [Declaration]

  /// Content with all its parts.
  public init(
    blocks: [LaidOutBlock] = [], footnotes: [[Block]] = [], unpublished: [UnpublishedText] = [],
    declarations: [Declaration] = []
  ) {
    self.blocks = blocks
    self.footnotes = footnotes
    self.unpublished = unpublished
    self.declarations = declarations
  }
}

/// Text of a document that no reader of an outlet will see, and which the gate reads all the same.
public struct UnpublishedText: Sendable, Equatable {
  /// Where it was.
  public enum Kind: String, Sendable {
    case header, footer, deleted, hidden, comment, property, alternative, scriptOrStyle, fileName
  }

  /// Where it was.
  public var kind: Kind
  /// The text, one paragraph.
  public var text: String

  /// Unpublished text of a kind.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// A value found in a document, with all the evidence for it.
public struct Found<Value: Sendable & Equatable>: Sendable, Equatable {
  /// The value.
  public var value: Value
  /// Who says so, and where.
  public var evidence: Evidence

  /// A value with its evidence.
  public init(_ value: Value, _ evidence: Evidence) {
    self.value = value
    self.evidence = evidence
  }
}

/// One content in one language, understood.
public struct Document: Sendable, Equatable {
  /// The hash of bytes and metadata as dropped.
  public var inputID: InputID
  /// The digest of the article's bytes as dropped.
  public var source: ContentDigest
  /// The file's name as dropped, relative to the inbox.
  public var name: FileName
  /// What the bytes are.
  public var format: DocumentFormat
  /// The content: body, footnotes, unpublished text, declarations of every source.
  public var content: ReadableContent
  /// Pictures shown in the body.
  public var images: [ImageResource]
  /// Files that travel with it.
  public var attachments: [Attachment]
  /// Names of fonts that the document uses, lower-cased: evidence for private codes.
  public var fontNames: Set<String>
  /// What reviewers see: the input without the reviews that its sidecar declares. The input itself where it declares none.
  public var reviewedInput: InputID
  /// What all sources together say, the attribute left to the gate.
  public var metadata: Metadata
  /// Keys of the metadata that are not in the contract: reported, never used.
  public var unknownKeys: [Declaration.Unknown]

  /// 标题: metadata first, then the text.
  public var title: Found<String>?
  /// The title as the text itself has it, whatever metadata say.
  public var headingTitle: String?
  /// 发文字号 in the text, normalised.
  public var documentNumber: Found<DocumentNumber>?
  /// 发文机关, each once.
  public var issuers: [Found<String>]
  /// 成文日期.
  public var formedOn: Found<CivilDate>?
  /// The language of the text, by its letters; `nil` for one in two languages.
  public var language: Found<ContentLanguage>?
  /// The Chinese and the Mongolian text of a document in which both stand side by side, each a document of its own made of parts of this one;
  /// empty for all others. The gate hears the whole, and then each half.
  public var halves: [Document] = []

  /// A document with its identity and content; what was found in it is set afterwards.
  public init(
    inputID: InputID, source: ContentDigest, name: FileName, format: DocumentFormat, content: ReadableContent,
    images: [ImageResource] = [], attachments: [Attachment] = [], fontNames: Set<String> = []
  ) {
    self.inputID = inputID
    reviewedInput = inputID
    self.source = source
    self.name = name
    self.format = format
    self.content = content
    self.images = images
    self.attachments = attachments
    self.fontNames = fontNames
    metadata = Metadata()
    unknownKeys = []
    issuers = []
  }

  /// The blocks that an outlet shows: after the title, without head, number, note and colophon.
  public var publishedBlocks: [Block] {
    content.blocks.filter(\.role.isPublished).map(\.block)
  }
}

extension Declaration {
  /// A key that the contract doesn't know.
  public struct Unknown: Sendable, Equatable {
    /// The key as written.
    public var key: String
    /// Who declares it.
    public var source: EvidenceSource

    /// An unknown key of a source.
    public init(key: String, source: EvidenceSource) {
      self.key = key
      self.source = source
    }
  }
}
