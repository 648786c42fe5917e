public import Publication

/// What the gate decided about a document, and on what grounds.
public struct Judgement: Sendable {
  /// Where the document goes.
  public enum Verdict: Sendable {
    /// On to the next stage.
    case cleared(Cleared<Document>)
    /// To `held/`: a person has to put something right.
    case held
    /// To `held/restricted/`: a secrecy mark, or sources in conflict of which one is not 主动公开.
    case restricted
    /// To `on-request/`.
    case onRequest
    /// To `sealed/`.
    case sealed
    /// To `rejected/`: it can't be an item at all.
    case rejected
    /// Waits for its Chinese half.
    case awaitingPair(PairReference)
  }

  /// Where the document goes.
  public var verdict: Verdict
  /// The attribute on which all sources agree, the strictest of the bundle; `nil` where none is certain.
  public var attribute: DisclosureAttribute?
  /// Every source that spoke of attribute or secrecy, strongest first.
  public var evidence: [Evidence]
  /// Everything found, that of ingest included. Places and masked numbers only.
  public var diagnostics: [Diagnostic]

  /// Whether it may forward another document: `Forwarding` tells.
  public internal(set) var mayForward = false

  init(
    _ verdict: Verdict, attribute: DisclosureAttribute?, evidence: [Evidence], diagnostics: [Diagnostic]
  ) {
    self.verdict = verdict
    self.attribute = attribute
    self.evidence = evidence
    self.diagnostics = diagnostics
  }
}
