/// An item was held or restricted for a reason.
public struct HoldRecord: Sendable, Hashable {
  /// The events of the history that tell of it; their fact `codes` has the reasons.
  public static let events: Set<String> = ["held", "restricted"]

  /// The day of the run, or of the decision.
  public var day: CivilDate
  /// The reason.
  public var code: Code
  /// The item.
  public var itemID: ItemID

  /// A record with all its parts.
  public init(day: CivilDate, code: Code, itemID: ItemID) {
    self.day = day
    self.code = code
    self.itemID = itemID
  }
}
