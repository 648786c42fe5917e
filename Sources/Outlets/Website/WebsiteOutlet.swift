public import Publication

/// A website: clean HTML, the index fields of a disclosure catalogue, the link to the other language, the writing mode.
public struct WebsiteOutlet: OutletKind {
  /// The name in `pipeline.json`.
  public static let kind = "website"
  /// Title and content, generously.
  public static var defaultLimits: [LimitUse] { WebsiteLimits.defaults }

  /// The kind.
  public init() {}

  /// What the site would show of `content`.
  public func rendering(of content: EditionContent, for outlet: OutletConfiguration) -> Rendering {
    let html = WebsiteRenderer.html(of: content)
    var limits = Limits(of: outlet, defaults: WebsiteLimits.defaults)
    limits.measure("title", used: content.title.scalarCount)
    limits.measure("contentBytes", used: html.utf8.count)
    return Rendering(
      title: content.title, html: html,
      members: [
        ("metadata", CatalogueMetadata.value(of: content)),
        ("alternate", alternate(of: content)),
        ("writingMode", .string(content.language == .mongolian ? "vertical-lr" : "horizontal-tb")),
      ], limits: limits.uses, refusals: limits.refusals)
  }

  /// The way to the half in the other language, from this item alone: what both halves share, whichever comes first.
  private func alternate(of content: EditionContent) -> JSONValue {
    guard content.metadata.pair != nil || content.documentNumber != nil else { return .null }
    let other: ContentLanguage = content.language == .chinese ? .mongolian : .chinese
    return .object([
      "lang": .string(other.rawValue), "hreflang": .string(other.tag), "pair": .optional(content.metadata.pair),
      "docno": .optional(content.documentNumber),
    ])
  }
}
