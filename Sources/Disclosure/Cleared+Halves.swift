public import Publication

extension Cleared where Content == Document {
  /// What is published of it, one document a language: its halves where two languages stand side by side, else itself.
  ///
  /// The gate has heard the whole and each half, and what it found in either closed them all: clearance of the whole is that of its halves.
  public var editions: [Cleared<Document>] {
    content.halves.isEmpty ? [self] : content.halves.map { Cleared($0, clearance: clearance) }
  }
}
