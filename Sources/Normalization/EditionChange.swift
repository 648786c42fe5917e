/// One thing that normalization changed.
public struct EditionChange: Sendable, Equatable {
  /// Which rule: `control`, `zero-width`, `bidi-control`, `kangxi-radical`, `compatibility-ideograph`, `nfc`, or a rule of `MongolianText`.
  public let rule: String
  /// Where, for people: "标题", "正文第3段", "正文第2表第1行第4格", "元数据“摘要”".
  public let place: String
  /// What stood there.
  public let before: [Unicode.Scalar]
  /// What stands there now; empty where it was taken out.
  public let after: [Unicode.Scalar]
}

/// One thing that normalization found doubtful and left as it is.
public struct EditionFlag: Sendable, Equatable {
  /// Which rule of `MongolianText`.
  public let rule: String
  /// Where, for people.
  public let place: String
  /// What stands there.
  public let scalars: [Unicode.Scalar]
  /// What a person may want to do.
  public let suggestion: String
}
