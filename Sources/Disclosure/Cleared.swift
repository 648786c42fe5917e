public import Publication

/// Something that may be published, with the proof of it.
///
/// Only `Gate` makes one: the initialiser is internal to this module, so no other stage can turn an uncleared document
/// into an edition (docs/decisions/0001-clearance-is-a-type.md shows what the compiler says to the attempt).
public struct Cleared<Content: Sendable>: Sendable {
  /// What was cleared, exactly as it was judged.
  public let content: Content
  /// Why it may be published.
  public let clearance: Clearance

  init(_ content: Content, clearance: Clearance) {
    self.content = content
    self.clearance = clearance
  }
}

/// Why a document may be published: the sources that say 主动公开, and nothing against it.
///
/// Source: 《政府信息公开条例》(国令第711号) 第十三条、第十七条.
public struct Clearance: Sendable, Equatable {
  /// Every source that spoke for the attribute, strongest first; never empty.
  public let evidence: [Evidence]
  /// The Chinese half whose attribute was taken over; `nil` where the document speaks for itself.
  public let inheritedFrom: ItemID?

  init(evidence: [Evidence], inheritedFrom: ItemID?) {
    self.evidence = evidence
    self.inheritedFrom = inheritedFrom
  }
}
