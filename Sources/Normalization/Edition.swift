public import Publication

/// A normalised version of a cleared document, ready to publish.
///
/// Only `Normalizer` makes one, and only from a `Cleared<Document>`.
public struct Edition: Sendable {
  /// The drop it was made of.
  public let inputID: InputID
  /// The language of its text.
  public let language: ContentLanguage
  /// 标题, canonical.
  public let title: String
  /// The body in the form of the contract's `text`, canonical; footnotes follow as "[n] …".
  public let text: String
  /// The normalization policy that made it: `mn-normal/1`.
  public let policy: String
  /// How many changes were made.
  public var changeCount: Int { changes.count }
  /// Every change, in reading order of the parts: title, body, footnotes, metadata.
  public let changes: [EditionChange]
  /// What was found doubtful and left alone.
  public let flags: [EditionFlag]
  /// The digest of the article's bytes as dropped.
  public let source: ContentDigest
  /// The metadata, those that are shown normalised.
  public let metadata: Metadata
  /// 发文字号.
  public let documentNumber: String?
  /// 发文机关, each once.
  public let issuers: [String]
  /// 成文日期.
  public let formedOn: CivilDate?
  /// 发布日期: as declared, else the day of the run.
  public private(set) var date: CivilDate
  /// Pictures shown in the body.
  public let images: [ImageResource]
  /// Files that travel with it.
  public let attachments: [Attachment]

  /// Images and attachments by digest: what must be durable before a payload of it.
  public var files: [(digest: ContentDigest, bytes: [UInt8])] {
    images.map { ($0.digest, $0.bytes) } + attachments.map { ($0.digest, $0.bytes) }
  }

  let blocks: [Block]
  let footnotes: [[Block]]
  let hasMongolian: Bool

  init(
    inputID: InputID, language: ContentLanguage, title: String, blocks: [Block], footnotes: [[Block]], policy: String,
    changes: [EditionChange], flags: [EditionFlag], hasMongolian: Bool, source: ContentDigest, metadata: Metadata,
    documentNumber: String?, issuers: [String], formedOn: CivilDate?, date: CivilDate, images: [ImageResource],
    attachments: [Attachment]
  ) {
    self.inputID = inputID
    self.language = language
    self.title = title
    self.blocks = blocks
    self.footnotes = footnotes
    self.policy = policy
    self.changes = changes
    self.flags = flags
    self.hasMongolian = hasMongolian
    self.source = source
    self.metadata = metadata
    self.documentNumber = documentNumber
    self.issuers = issuers
    self.formedOn = formedOn
    self.date = date
    self.images = images
    self.attachments = attachments
    text = Edition.text(of: blocks, footnotes)
  }

  /// The same on another day: a correction that names none takes the place of what is still scheduled.
  public func postponed(to day: CivilDate) -> Edition {
    var edition = self
    edition.date = day
    return edition
  }

  private static func text(of blocks: [Block], _ footnotes: [[Block]]) -> String {
    var text = PlainText.of(blocks)
    for (index, note) in footnotes.enumerated() {
      let words = PlainText.of(note)
      if !words.isEmpty { text += "[\(index + 1)] " + words }
    }
    return text
  }
}
