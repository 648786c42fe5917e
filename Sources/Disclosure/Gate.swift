public import Publication

/// The disclosure gate: decides from every source at once whether a document may be published, and denies by default.
public struct Gate: Sendable {
  let policy: GatePolicy

  /// A gate of an office.
  public init(policy: GatePolicy) { self.policy = policy }

  /// Decides about a document that could be read.
  public func judge(_ document: Document, ingest: [Diagnostic], inheritance: Inheritance?) -> Judgement {
    Judgement(.held, attribute: nil, evidence: [], diagnostics: ingest + [Diagnostic(.attributeMissing, .hold)])
  }

  /// Decides about a file that could not be read, by what its metadata and its name say.
  public func judge(unreadable declarations: [Declaration], texts: [UnpublishedText], ingest: [Diagnostic]) -> Judgement {
    Judgement(.held, attribute: nil, evidence: [], diagnostics: ingest + [Diagnostic(.attributeMissing, .hold)])
  }
}
