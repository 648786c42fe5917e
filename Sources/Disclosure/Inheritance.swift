public import Publication

/// The attribute that a Mongolian half takes over from its Chinese half.
///
/// Source: contract ("A Mongolian half without an attribute inherits only from its Chinese half").
public struct Inheritance: Sendable, Equatable {
  /// The attribute of the Chinese half, as the gate decided it.
  public let attribute: DisclosureAttribute
  /// The Chinese half.
  public let from: ItemID
  /// How the halves were matched, for people ("双语标识", "发文字号").
  public let place: String

  /// An attribute taken over from an item.
  public init(attribute: DisclosureAttribute, from: ItemID, place: String) {
    self.attribute = attribute
    self.from = from
    self.place = place
  }
}

/// By what a Mongolian half finds its Chinese half: equal `pair`, or the identical full document number.
public struct PairReference: Sendable, Equatable {
  /// 双语标识, as declared.
  public var pair: String?
  /// 发文字号, normalised.
  public var documentNumber: String?

  /// A reference by either or both.
  public init(pair: String?, documentNumber: String?) {
    self.pair = pair
    self.documentNumber = documentNumber
  }
}
