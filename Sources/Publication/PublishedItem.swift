/// What reports need of an item that went out: light enough to go through a year of them at once.
public struct PublishedItem: Sendable, Equatable {
  /// The item.
  public var itemID: ItemID
  /// Where it stands now; never a restricted state.
  public var state: ItemState
  /// Its language; `nil` for an item in two.
  public var language: ContentLanguage?
  /// The languages that it went out in.
  public var languages: Set<ContentLanguage> = []
  /// 双语标识.
  public var pair: String?
  /// 发文字号.
  public var documentNumber: String?
  /// 成文日期.
  public var formedOn: CivilDate?
  /// 发布日期 of its first publication, at whatever outlet.
  public var published: CivilDate
  /// Place of its latest payload that shows something, in order of queueing: only for comparing.
  public var lastShown: Int
  /// Place of its latest correction.
  public var lastCorrected: Int?
  /// 发布日期 of its latest correction.
  public var correctedOn: CivilDate?
  /// 栏目.
  public var category: String?
  /// Changes to its text by rule.
  public var changes: [String: Int]
  /// Whether nobody waits for its half in the other language.
  public var isIndependent: Bool

  /// An item with all its parts.
  public init(
    itemID: ItemID, state: ItemState, language: ContentLanguage? = nil, pair: String? = nil,
    documentNumber: String? = nil, formedOn: CivilDate? = nil, published: CivilDate, lastShown: Int = 0,
    lastCorrected: Int? = nil, correctedOn: CivilDate? = nil, category: String? = nil, changes: [String: Int] = [:],
    isIndependent: Bool = false
  ) {
    self.itemID = itemID
    self.state = state
    self.language = language
    self.pair = pair
    self.documentNumber = documentNumber
    self.formedOn = formedOn
    self.published = published
    self.lastShown = lastShown
    self.lastCorrected = lastCorrected
    self.correctedOn = correctedOn
    self.category = category
    self.changes = changes
    self.isIndependent = isIndependent
  }
}

extension PublishedItem {
  /// The language that it went out in, where that is one.
  public var soleLanguage: ContentLanguage? { language ?? (languages.count == 1 ? languages.first : nil) }

  /// Whether it went out in `language`.
  public func isIn(_ language: ContentLanguage) -> Bool {
    self.language == language || (self.language == nil && languages.contains(language))
  }
}

/// Everything that went out: payloads that show something, are due and were not stopped.
public struct PublishedFacts: Sendable, Equatable {
  /// The items, in no order.
  public var items: [PublishedItem]
  /// The days on which each outlet was given something, in order, each once.
  public var days: [OutletID: [CivilDate]]

  /// Facts with all their parts.
  public init(items: [PublishedItem] = [], days: [OutletID: [CivilDate]] = [:]) {
    self.items = items
    self.days = days
  }
}
