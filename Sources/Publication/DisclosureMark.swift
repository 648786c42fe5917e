/// A closing mark or 公开属性 line: what one line of a document says of its disclosure attribute.
public enum DisclosureMark: Sendable, Equatable {
  /// Exactly one attribute.
  case attribute(DisclosureAttribute)
  /// The line is a mark, but not a clear one: no box ticked, several ticked, an unknown wording in the brackets.
  case unclear
}
