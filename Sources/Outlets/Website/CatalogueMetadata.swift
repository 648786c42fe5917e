import Publication

/// The index fields of a published item.
///
/// Source: `docs/metadata.md`, "Metadata of a published item" (the union of what real catalogues carry). A field that the
/// document doesn't settle is `null`: the number of the catalogue (索引号) and the validity (有效性) are the site's to give.
enum CatalogueMetadata {
  static func value(of content: EditionContent) -> JSONValue {
    let metadata = content.metadata
    let issuer = content.issuers.isEmpty ? metadata[.issuer] : content.issuers.joined(separator: "、")
    return .object([
      "index_no": .null,
      "topic": .optional(metadata[.topic]),
      "category": .optional(metadata[.category]),
      "genre": .optional(genre(of: content.title)),
      "issuer": .optional(issuer),
      "title": .string(content.title),
      "doc_no": .optional(content.documentNumber),
      "written": .optional(content.formedOn?.description),
      "published": .string(content.date.description),
      "effect": .null,
      "subject_words": .strings(metadata.values[.keywords] ?? []),
      "source": .optional(issuer),
      "summary": .optional(metadata[.digest]),
      "attribute": .string(DisclosureAttribute.proactive.term),
      "language": .string(content.language.tag),
      "pair_id": .optional(metadata.pair),
    ])
  }

  /// 文种, where the title ends with one: 机关 + 关于 + 事由 + 的 + 文种, a bracketed addition left aside.
  /// Source: 《党政机关公文处理工作条例》第八条 (15 kinds; unverified here).
  static func genre(of title: String) -> String? {
    var scalars = Array(title.unicodeScalars)
    if scalars.last == "）", let open = scalars.lastIndex(of: "（") { scalars.removeSubrange(open...) }
    return kinds.first { kind in
      scalars.count > kind.count && scalars.suffix(kind.count).elementsEqual(kind)
    }.map { kind in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: kind)
      return String(text)
    }
  }

  private static let kinds: [[Unicode.Scalar]] = [
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要",
  ].map { (kind: String) in Array(kind.unicodeScalars) }
}
