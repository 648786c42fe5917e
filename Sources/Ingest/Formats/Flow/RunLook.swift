/// What a style or an element says of the look of a run; `nil`: not said.
struct RunLook: Sendable, Equatable {
  var isBold: Bool?
  var isItalic: Bool?
  var isHidden: Bool?
  /// Two points high at most: nobody reads it.
  var isTiny: Bool?
  var isStruck: Bool?
  var vertical: ParagraphDraft.Vertical?
  var ink: Ink?
  /// What the run itself has behind it.
  var shade: Ground?
  /// As drawn with a marker: over the shade, and programs don't choose the ink for it.
  var marker: Ground?
  /// Drawn with an outline or a shadow: seen in any colour.
  var isOutlined: Bool?

  /// Whether no reader sees the text: hidden, or too small.
  var isUnseen: Bool { isHidden ?? false || isTiny ?? false }

  /// Whether the text is written in the colour of what is behind it.
  func isConcealed(on ground: Ground) -> Bool {
    if isOutlined ?? false { return false }
    let ink = ink ?? .automatic
    if let marker, marker != .clear { return marker.hides(ink == .automatic ? .colour(.black) : ink) }
    return (shade ?? .clear).over(ground).hides(ink)
  }

  /// This look, with what `stronger` says put over it.
  func overlaid(by stronger: RunLook) -> RunLook {
    RunLook(
      isBold: stronger.isBold ?? isBold, isItalic: stronger.isItalic ?? isItalic,
      isHidden: stronger.isHidden ?? isHidden, isTiny: stronger.isTiny ?? isTiny,
      isStruck: stronger.isStruck ?? isStruck, vertical: stronger.vertical ?? vertical,
      ink: stronger.ink ?? ink, shade: stronger.shade ?? shade, marker: stronger.marker ?? marker,
      isOutlined: stronger.isOutlined ?? isOutlined)
  }
}
