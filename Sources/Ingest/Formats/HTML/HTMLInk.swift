/// How the text of an element is drawn, by what its elements inherit.
struct HTMLInk {
  private var hasNoSize = false
  private var isTransparent = false
  /// Whether a line goes through it.
  private(set) var isStruck = false

  /// Whether no reader sees it.
  var isMissing: Bool { hasNoSize || isTransparent }

  /// What the text inside `tag` inherits; `nil`: nothing changes.
  func inherited(by tag: HTMLTag, _ style: InlineStyle?) -> HTMLInk? {
    let strikes = tag == .s || tag == .strike || style?.isStruck ?? false
    guard strikes || style?.hasNoSize != nil || style?.isTransparent != nil else { return nil }
    var ink = self
    if strikes { ink.isStruck = true }
    ink.hasNoSize = style?.hasNoSize ?? hasNoSize
    ink.isTransparent = style?.isTransparent ?? isTransparent
    return ink
  }
}
