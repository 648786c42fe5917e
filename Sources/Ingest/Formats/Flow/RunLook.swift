/// What a style or an element says of the look of a run; `nil`: not said.
struct RunLook: Sendable, Equatable {
  var isBold: Bool?
  var isItalic: Bool?
  var isHidden: Bool?
  /// A point high at most: nobody reads it.
  var isTiny: Bool?
  var isStruck: Bool?
  var vertical: ParagraphDraft.Vertical?

  /// Whether no reader sees the text: hidden, or too small.
  var isUnseen: Bool { isHidden ?? false || isTiny ?? false }

  /// This look, with what `stronger` says put over it.
  func overlaid(by stronger: RunLook) -> RunLook {
    RunLook(
      isBold: stronger.isBold ?? isBold, isItalic: stronger.isItalic ?? isItalic,
      isHidden: stronger.isHidden ?? isHidden, isTiny: stronger.isTiny ?? isTiny,
      isStruck: stronger.isStruck ?? isStruck, vertical: stronger.vertical ?? vertical)
  }
}
