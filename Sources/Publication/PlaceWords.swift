/// The Chinese words for places that the program names by source and key (`sidecar:date`), for people.
public enum PlaceWords {
  private static let sources = [
    "sidecar": "元数据文件", "frontMatter": "文首元数据", "properties": "文档属性", "meta": "网页的 meta", "text": "正文",
  ]

  /// The Chinese name of a metadata key, as `docs/metadata.md` has it; a name of another kind, or one that is Chinese already, as it is.
  public static func term(_ name: String) -> String {
    MetadataKey(rawValue: name)?.aliases.first ?? name
  }

  /// `sidecar:date` as 元数据文件“发布日期”, `date` as 发布日期; behind 附件1： as well. Everything else as it is.
  public static func shown(_ place: String) -> String {
    guard place.utf8.contains(where: { $0 < 0x80 }) else { return place }
    let parts = place.split(separator: "：", omittingEmptySubsequences: false)
    return parts.map { sourced($0) ?? sources[String($0)] ?? term(String($0)) }.joined(separator: "：")
  }

  /// What places say (`sidecar:公开属性：主动公开；…`), with the words for the places and whatever they say as it is.
  public static func shown(values: String) -> String {
    guard values.utf8.contains(UInt8(ascii: ":")) else { return values }
    return values.split(separator: "；", omittingEmptySubsequences: false).map { value in
      value.split(separator: "：", omittingEmptySubsequences: false).map { sourced($0) ?? String($0) }
        .joined(separator: "：")
    }.joined(separator: "；")
  }

  private static func sourced(_ text: Substring) -> String? {
    guard let colon = text.firstIndex(of: ":"), let source = sources[String(text[..<colon])] else { return nil }
    return source + "“" + term(String(text[text.index(after: colon)...])) + "”"
  }
}
