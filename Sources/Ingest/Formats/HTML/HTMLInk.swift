internal import Publication

/// How the text of an element is drawn, by what its elements inherit.
struct HTMLInk {
  /// Two points: nobody reads smaller text.
  private static let least = 8.0 / 3

  private var pixels = 16.0
  private var ink = Ink.colour(.black)
  private var ground = Ground.paper
  /// Drawn with a shadow or an outline, or as a window to a picture: seen in any colour.
  private var isOutlined = false
  private var isForcedOrder = false
  private var isRightToLeft = false
  /// Whether a line goes through it.
  private(set) var isStruck = false

  /// Whether no reader sees it.
  var isMissing: Bool { pixels <= HTMLInk.least || (ink == .clear && !isOutlined) }
  /// Whether it is written in the colour of what is behind it, as far as can be told.
  var isConcealed: Bool { !isOutlined && ground.hides(ink) }
  /// Whether it is drawn the other way round.
  var isReversed: Bool { isForcedOrder && isRightToLeft }

  /// What the text inside `tag` inherits; `nil`: nothing changes.
  func inherited(by tag: HTMLTag, _ element: HTMLElement, _ style: InlineStyle?) -> HTMLInk? {
    let strikes = tag == .s || tag == .strike
    guard strikes || element.hasAttributes else { return nil }
    var ink = self
    if strikes { ink.isStruck = true }
    ink.readAttributes(tag, element)
    if let style { ink.read(style) }
    return ink
  }

  /// Source: HTML Living Standard, section 15.3 (colours and sizes in attributes), 4.5.26 (`bdo`, the one element with `dir` that the parser doesn't name).
  private mutating func readAttributes(_ tag: HTMLTag, _ element: HTMLElement) {
    switch tag {
    case .font:
      if let color = element.bytes(of: "color") { set(CSSPaint.ink(color, 0..<color.count)) }
      if element.bytes(of: "size") != nil { pixels = 16 }
    case .body, .table, .tr, .td, .th:
      if tag == .body, let color = element.bytes(of: "text") { set(CSSPaint.ink(color, 0..<color.count)) }
      if let color = element.bytes(of: "bgcolor") { ground = CSSPaint.ground(color, 0..<color.count).over(ground) }
      if element.bytes(of: "background") != nil { ground = .unknown }
    case .other: if element.has("dir", "rtl") { (isForcedOrder, isRightToLeft) = (true, true) }
    default: break
    }
  }

  private mutating func read(_ style: InlineStyle) {
    if style.isStruck { isStruck = true }
    if let size = style.fontSize { pixels = size.inside(pixels) }
    set(style.ink)
    if let ground = style.ground { self.ground = ground.over(self.ground) }
    if let outlined = style.isOutlined { isOutlined = outlined }
    if let forced = style.isForcedOrder { isForcedOrder = forced }
    if let direction = style.isRightToLeft { isRightToLeft = direction }
  }

  private mutating func set(_ own: Ink?) { if let own { ink = own } }
}
