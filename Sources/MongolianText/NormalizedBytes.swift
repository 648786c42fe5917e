/// A long text in canonical form, kept as the bytes that came in and what changes in them.
///
/// The new text and its report are written in pieces; nothing of either is held twice.
public struct NormalizedBytes: Sendable {
  /// The input, valid UTF-8.
  private let bytes: [UInt8]
  private let edits: TextEditor

  init(_ bytes: [UInt8], _ edits: TextEditor) {
    self.bytes = bytes
    self.edits = edits
  }

  /// How many changes there are.
  public var changeCount: Int { edits.edits.count }

  /// How many flags there are.
  public var flagCount: Int { edits.notes.count }

  /// Hands the canonical text out in pieces of UTF-8; a piece may end inside a character.
  public func write(to write: ([UInt8]) throws -> Void) throws {
    try bytes.withUnsafeBufferPointer { try edits.write($0, to: write) }
  }

  /// Hands out the report in pieces, as ``TextChangeReport/json(_:policy:write:)`` would.
  public func writeReport(policy: String, to write: ([UInt8]) throws -> Void) throws {
    try bytes.withUnsafeBufferPointer { try edits.writeReport(of: $0, policy: policy, to: write) }
  }

  /// The text and its report as values.
  public var text: NormalizedText {
    bytes.withUnsafeBufferPointer { bytes in
      let output = edits.output(bytes)
      return NormalizedText(
        text: output.map { StrictUTF8.text(of: $0.span) } ?? StrictUTF8.text(of: bytes.span),
        changes: edits.changes(bytes), flags: edits.flags(bytes))
    }
  }
}
