/// What separates a Mongolian suffix from its stem in what an outlet prints.
public enum SuffixSeparator: String, Sendable, CaseIterable {
  /// U+202F: fonts before the 2023 rules draw suffixes rightly only after it. The default.
  case nnbsp
  /// U+180E: where the office controls the font, and the font follows the 2023 rules.
  case mvs
}

/// One outlet as `pipeline.json` names it.
public struct OutletConfiguration: Sendable, Equatable {
  /// Its id.
  public var id: OutletID
  /// Its kind in the registry: `website`, `wechat`.
  public var kind: String
  /// The one language it publishes.
  public var language: ContentLanguage
  /// Its name for people, by message language tag (`zh`, `mn`, `en`).
  public var name: [String: String]
  /// What its font needs between stem and suffix.
  public var suffixSeparator: SuffixSeparator
  /// 栏目 it takes; empty: all.
  public var categories: [String]
  /// Limits by field, in the unit of the kind; a limit that is absent has the kind's default.
  public var limits: [String: Int]

  /// An outlet with all its parts.
  public init(
    id: OutletID, kind: String, language: ContentLanguage, name: [String: String],
    suffixSeparator: SuffixSeparator = .nnbsp, categories: [String] = [], limits: [String: Int] = [:]
  ) {
    self.id = id
    self.kind = kind
    self.language = language
    self.name = name
    self.suffixSeparator = suffixSeparator
    self.categories = categories
    self.limits = limits
  }
}

/// How much of a limit a rendering uses.
public struct LimitUse: Sendable, Equatable {
  /// The field: `title`, `author`, `digest`, `content`.
  public var field: String
  /// What is counted: `scalars`, `bytes`.
  public var unit: String
  /// The most that the outlet takes.
  public var max: Int
  /// What the rendering has.
  public var used: Int

  /// A use with all its parts.
  public init(field: String, unit: String, max: Int, used: Int) {
    self.field = field
    self.unit = unit
    self.max = max
    self.used = used
  }

  /// Whether the rendering fits.
  public var fits: Bool { used <= max }
}

/// The normalised values of one edition, in the spelling that one outlet prints.
public struct EditionContent: Sendable, Equatable {
  /// The item's identity.
  public var itemID: ItemID
  /// Its revision.
  public var revision: Int
  /// Its language.
  public var language: ContentLanguage
  /// The title as this outlet prints it.
  public var title: String
  /// The published blocks, normalised, as this outlet prints them.
  public var blocks: [Block]
  /// Footnotes, likewise.
  public var footnotes: [[Block]]
  /// The metadata, normalised.
  public var metadata: Metadata
  /// 发文字号.
  public var documentNumber: String?
  /// 发文机关, each once.
  public var issuers: [String]
  /// 成文日期.
  public var formedOn: CivilDate?
  /// 发布日期.
  public var date: CivilDate
  /// Pictures shown in the blocks.
  public var images: [ImageResource]
  /// Attachments that go with it.
  public var attachments: [Attachment]

  /// Content with all its parts.
  public init(
    itemID: ItemID, revision: Int, language: ContentLanguage, title: String, blocks: [Block], footnotes: [[Block]],
    metadata: Metadata, documentNumber: String?, issuers: [String], formedOn: CivilDate?, date: CivilDate,
    images: [ImageResource], attachments: [Attachment]
  ) {
    self.itemID = itemID
    self.revision = revision
    self.language = language
    self.title = title
    self.blocks = blocks
    self.footnotes = footnotes
    self.metadata = metadata
    self.documentNumber = documentNumber
    self.issuers = issuers
    self.formedOn = formedOn
    self.date = date
    self.images = images
    self.attachments = attachments
  }
}

/// What a renderer makes of an edition for one outlet.
public struct Rendering: Sendable {
  /// The title as the outlet shows it (`shortTitle` where the outlet's limit asks for it and metadata give it).
  public var title: String
  /// The clean HTML of the body; images as `files/<sha256>`.
  public var html: String
  /// Members of the payload that only this kind has, in order: `article` for WeChat, `metadata`, `writingMode` … for websites.
  public var members: [(name: String, value: JSONValue)]
  /// Every limit that was measured.
  public var limits: [LimitUse]
  /// Why the outlet can't take it; empty where it can.
  public var refusals: [Diagnostic]

  /// A rendering with all its parts.
  public init(
    title: String, html: String, members: [(name: String, value: JSONValue)] = [], limits: [LimitUse] = [],
    refusals: [Diagnostic] = []
  ) {
    self.title = title
    self.html = html
    self.members = members
    self.limits = limits
    self.refusals = refusals
  }
}

/// A kind of outlet: a renderer (pure) and limits (data). `FanOut` knows only this protocol, never `Outlets`.
public protocol OutletKind: Sendable {
  /// The name of the kind in `pipeline.json`.
  static var kind: String { get }
  /// The limits that an outlet of this kind has by default, by field, with their units.
  static var defaultLimits: [LimitUse] { get }
  /// What `outlet` would show of `content`. Pure: equal input, equal output.
  func rendering(of content: EditionContent, for outlet: OutletConfiguration) -> Rendering
}
