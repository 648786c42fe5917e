import Publication

/// A declared value, understood.
enum MetadataValue: Equatable {
  case outlets([OutletID])
  case language(ContentLanguage)
  case date(CivilDate)
  case number(DocumentNumber)
  /// One text, or the members of a list.
  case texts([String])
  /// Nothing was said: an empty text for a key that may be empty.
  case absent

  /// For comparison and for people.
  var description: String {
    switch self {
    case .outlets(let ids): ids.map(\.rawValue).sorted().joined(separator: "、")
    case .language(let language): language.rawValue
    case .date(let date): date.description
    case .number(let number): number.description
    case .texts(let texts): texts.joined(separator: "；")
    case .absent: ""
    }
  }

  /// Whether two sources say the same: outlets as sets, languages by meaning, orders by their sequence.
  func agrees(with other: MetadataValue) -> Bool {
    switch (self, other) {
    case (.outlets(let left), .outlets(let right)): Set(left) == Set(right)
    // 国令第711号 is the short form of 中华人民共和国国务院令第711号.
    case (.number(let left), .number(let right)) where left.isOrder && right.isOrder: left.sequence == right.sequence
    case (.texts(let left), .texts(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
    default: self == other
    }
  }
}

/// Why a declared value wasn't understood.
struct ValueFault: Error {
  /// What is allowed, for people.
  let allowed: String
}

extension MetadataValue {
  /// Understands `declaration`.
  /// Source: the contract, "Outlets and metadata"; `docs/metadata.md`.
  static func reading(_ declaration: Declaration) throws(ValueFault) -> MetadataValue {
    let values = declaration.values.map(\.trimmedWhitespace)
    switch declaration.key {
    case .outlets: return try outlets(values)
    case .lang:
      guard values.count == 1, let language = language(values[0]) else { throw ValueFault(allowed: "zh、mn") }
      return .language(language)
    case .date:
      guard values.count == 1, let date = CivilDate(iso8601: values[0]) else {
        throw ValueFault(allowed: "ISO 8601 日期，如 2025-07-11")
      }
      return .date(date)
    case .formedOn:
      guard values.count == 1, let date = CivilDate(line: values[0]) else {
        throw ValueFault(allowed: "日期，如 2025-07-11 或 2025年7月11日")
      }
      return .date(date)
    case .docno:
      guard values.count <= 1 else { throw ValueFault(allowed: "一个发文字号") }
      guard let text = values.first, !text.isEmpty else { return .absent }
      guard let reading = DocumentNumber.reading(text) else { throw ValueFault(allowed: "机关代字〔年〕数号") }
      return reading.number.map { .number($0) } ?? .absent
    case .reviews:
      guard values.allSatisfy({ SignOff(declared: $0) != nil }) else {
        throw ValueFault(allowed: "对象的列表，每个写明 审查、审查人、内容标识（32 位），结论为 通过、不通过 或 不需要（附意见）")
      }
      return values.isEmpty ? .absent : .texts(values)
    case .issuer, .author, .keywords, .basis, .attachments, .topic, .category, .attribute:
      let texts = values.filter { !$0.isEmpty }
      return texts.isEmpty ? .absent : .texts(texts)
    case .title, .pair, .digest, .shortTitle, .cover, .replaces, .reason:
      guard values.count <= 1 else { throw ValueFault(allowed: "一个值") }
      guard let text = values.first, !text.isEmpty else { return .absent }
      return .texts([text])
    }
  }

  private static func outlets(_ values: [String]) throws(ValueFault) -> MetadataValue {
    var ids: [OutletID] = []
    for value in values {
      for piece in value.unicodeScalars.split(whereSeparator: { ",，、;；".unicodeScalars.contains($0) || $0.isBlank }) {
        let id = OutletID(String(piece))
        if !ids.contains(id) { ids.append(id) }
      }
    }
    guard !ids.isEmpty else { throw ValueFault(allowed: "渠道编号的列表") }
    return .outlets(ids)
  }

  /// `zh`, `mn`, BCP 47 tags that begin with them: letters, digits and hyphens only.
  private static func language(_ text: String) -> ContentLanguage? {
    guard text.utf8.count <= 35,
      text.utf8.allSatisfy({
        $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
      })
    else { return nil }
    return ContentLanguage(tag: text)
  }
}
