/// Changes as a report that leads from the input to the output and back, exactly.
public enum TextChangeReport {
  /// The report does not belong to the text.
  public struct Mismatch: Error, Sendable, Equatable {
    /// The number of the first change that does not fit.
    public var change: Int

    /// A change that does not fit.
    public init(change: Int) {
      self.change = change
    }
  }

  /// The input that a report's output came from.
  public static func rebuildInput(output: String, changes: [TextChange]) throws(Mismatch) -> String {
    try rebuild(output, changes, from: \.after, to: \.before)
  }

  /// The output that a report's input leads to.
  public static func rebuildOutput(input: String, changes: [TextChange]) throws(Mismatch) -> String {
    try rebuild(input, changes, from: \.before, to: \.after)
  }

  private static func rebuild(
    _ text: String, _ changes: [TextChange], from old: KeyPath<TextChange, ScalarSpan>,
    to new: KeyPath<TextChange, ScalarSpan>
  ) throws(Mismatch) -> String {
    var source = text.unicodeScalars.makeIterator()
    var result = String.UnicodeScalarView()
    var place = 0
    for (number, change) in changes.enumerated() {
      let span = change[keyPath: old]
      guard span.scalarOffset >= place else { throw Mismatch(change: number) }
      while place < span.scalarOffset {
        guard let scalar = source.next() else { throw Mismatch(change: number) }
        result.append(scalar)
        place += 1
      }
      for expected in span.scalars {
        guard source.next() == expected else { throw Mismatch(change: number) }
        place += 1
      }
      result.append(contentsOf: change[keyPath: new].scalars)
    }
    while let scalar = source.next() { result.append(scalar) }
    return String(result)
  }
}
