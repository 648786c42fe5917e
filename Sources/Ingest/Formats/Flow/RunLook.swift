/// What a style or an element says of the look of a run; `nil`: not said.
struct RunLook: Sendable, Equatable {
  var isBold: Bool?
  var isItalic: Bool?
  var isHidden: Bool?
  var isStruck: Bool?
  var vertical: ParagraphDraft.Vertical?

  /// This look, with what `stronger` says put over it.
  func overlaid(by stronger: RunLook) -> RunLook {
    RunLook(
      isBold: stronger.isBold ?? isBold, isItalic: stronger.isItalic ?? isItalic,
      isHidden: stronger.isHidden ?? isHidden,
      isStruck: stronger.isStruck ?? isStruck, vertical: stronger.vertical ?? vertical)
  }
}
