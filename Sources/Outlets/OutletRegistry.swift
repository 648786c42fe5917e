public import Publication

/// The kinds of outlet that Zarlal knows: one line each, one folder each.
public enum OutletRegistry {
  /// Every kind, in the order of the documentation.
  public static let kinds: [any OutletKind] = [WebsiteOutlet(), WeChatOutlet()]
}
