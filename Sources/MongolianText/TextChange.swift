/// A stretch of scalars at a place in a whole text.
public struct ScalarSpan: Sendable, Equatable {
  /// The place of the first scalar, counted in scalars from the start of the text.
  public var scalarOffset: Int
  /// The scalars that stand there; empty where something was taken away or put in.
  public var scalars: [Unicode.Scalar]

  /// A span that starts at `scalarOffset`.
  public init(scalarOffset: Int, scalars: [Unicode.Scalar]) {
    self.scalarOffset = scalarOffset
    self.scalars = scalars
  }
}

/// One thing that was changed: what stood in the input, what stands in the output, and by which rule.
public struct TextChange: Sendable, Equatable {
  /// The rule's name, as `docs/mongolian.md` lists it.
  public var rule: String
  /// The line, from 1. Lines end with LF, CRLF or CR.
  public var line: Int
  /// What stood in the input.
  public var before: ScalarSpan
  /// What stands in the output.
  public var after: ScalarSpan

  /// A change by `rule`.
  public init(rule: String, line: Int, before: ScalarSpan, after: ScalarSpan) {
    self.rule = rule
    self.line = line
    self.before = before
    self.after = after
  }
}

/// Something a person should look at; the text itself was left alone.
public struct TextFlag: Sendable, Equatable {
  /// The rule's name, as `docs/mongolian.md` lists it.
  public var rule: String
  /// The line, from 1.
  public var line: Int
  /// The place in the input, in scalars from its start.
  public var scalarOffset: Int
  /// What stands there.
  public var scalars: [Unicode.Scalar]
  /// What the author may have meant, in plain Chinese.
  public var suggestion: String

  /// A flag by `rule`.
  public init(rule: String, line: Int, scalarOffset: Int, scalars: [Unicode.Scalar], suggestion: String) {
    self.rule = rule
    self.line = line
    self.scalarOffset = scalarOffset
    self.scalars = scalars
    self.suggestion = suggestion
  }
}

/// A text in canonical form, with all that was changed and all that was only noticed.
public struct NormalizedText: Sendable, Equatable {
  /// The canonical text.
  public var text: String
  /// The changes, in the order of their places; they do not overlap.
  public var changes: [TextChange]
  /// The flags, in the order of their places.
  public var flags: [TextFlag]

  /// A text with its report.
  public init(text: String, changes: [TextChange] = [], flags: [TextFlag] = []) {
    self.text = text
    self.changes = changes
    self.flags = flags
  }

  /// Code point by code point, never by canonical equivalence.
  public static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8) && left.changes == right.changes && left.flags == right.flags
  }
}

extension NormalizedText {
  /// What a walk over the bytes of `text` makes of it.
  init(
    _ text: String, by walk: (UnsafeBufferPointer<UInt8>) throws(TextRefusal) -> TextEditor
  ) throws(TextRefusal) {
    var copy = text
    let result = copy.withUTF8 { bytes in
      TextRefusal.result { () throws(TextRefusal) in try walk(bytes) }
        .map { editor in (editor.output(bytes), editor.changes(bytes), editor.flags(bytes)) }
    }
    let (output, changes, flags) = try result.get()
    self.init(text: output.map { StrictUTF8.text(of: $0.span) } ?? copy, changes: changes, flags: flags)
  }
}
