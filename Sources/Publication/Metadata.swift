/// The metadata keys of the contract, with their Chinese aliases.
public enum MetadataKey: String, Sendable, CaseIterable {
  case attribute, outlets, lang, title, date, docno, pair
  case category, issuer, formedOn, topic, author, digest, shortTitle, cover, keywords, replaces
  case reason, basis, reviews, attachments

  /// The Chinese names under which the key is read.
  public var aliases: [String] {
    switch self {
    case .attribute: ["公开属性", "信息公开选项"]
    case .outlets: ["发布渠道"]
    case .lang: ["语言"]
    case .title: ["标题"]
    case .date: ["发布日期"]
    case .docno: ["发文字号"]
    case .pair: ["双语标识"]
    case .category: ["栏目"]
    case .issuer: ["发布机构"]
    case .formedOn: ["成文日期"]
    case .topic: ["主题分类"]
    case .author: ["作者"]
    case .digest: ["摘要"]
    case .shortTitle: ["短标题"]
    case .cover: ["封面"]
    case .keywords: ["关键词"]
    case .replaces: ["替代"]
    case .reason: ["理由"]
    case .basis: ["依据"]
    case .reviews: ["审查"]
    case .attachments: ["附件"]
    }
  }

  /// The key with this name or alias; names are exact, surrounding white space ignored.
  public init?(name: String) {
    let trimmed = name.trimmedWhitespace
    guard let key = MetadataKey.byName[trimmed] else { return nil }
    self = key
  }

  /// Keys for which two sources that disagree hold the item (contract, "Outlets and metadata").
  public var mustAgree: Bool {
    switch self {
    case .attribute, .outlets, .lang, .docno, .pair, .date: true
    default: false
    }
  }

  private static let byName: [String: MetadataKey] = {
    var table: [String: MetadataKey] = [:]
    for key in allCases {
      table[key.rawValue] = key
      for alias in key.aliases { table[alias] = key }
    }
    return table
  }()
}

/// One key with its value as one source declares it.
public struct Declaration: Sendable, Equatable {
  /// Which key.
  public var key: MetadataKey
  /// The value as written: one string, or the members of a list.
  public var values: [String]
  /// Who declares it.
  public var source: EvidenceSource
  /// Where in the source, for people.
  public var place: String

  /// A declaration with all its parts.
  public init(key: MetadataKey, values: [String], source: EvidenceSource, place: String) {
    self.key = key
    self.values = values
    self.source = source
    self.place = place
  }
}

/// What all sources together say of a document, once it is known not to contradict itself.
public struct Metadata: Sendable, Equatable {
  /// 发布渠道 as declared; `nil`: the website of the document's language.
  public var outlets: [OutletID]?
  /// 发布日期; `nil`: the day of the run.
  public var date: CivilDate?
  /// 双语标识.
  public var pair: String?
  /// Every other key, by name, first value of a list first.
  public var values: [MetadataKey: [String]]

  /// Metadata with all their parts.
  public init(
    outlets: [OutletID]? = nil, date: CivilDate? = nil, pair: String? = nil, values: [MetadataKey: [String]] = [:]
  ) {
    self.outlets = outlets
    self.date = date
    self.pair = pair
    self.values = values
  }

  /// The first value of `key`.
  public subscript(key: MetadataKey) -> String? { values[key]?.first }
}

extension String {
  /// Without white space at both ends: ASCII white space, U+00A0, U+3000, U+FEFF. Mongolian separators stay.
  public var trimmedWhitespace: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x3000, 0xFEFF: true
      default: false
      }
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }) else { return "" }
    var end = scalars.endIndex
    while end > first {
      let before = scalars.index(before: end)
      guard isBlank(scalars[before]) else { break }
      end = before
    }
    return String(scalars[first..<end])
  }
}
