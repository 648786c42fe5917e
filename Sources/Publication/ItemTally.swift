/// How many items stand in a state with an attribute.
public struct ItemTally: Sendable, Hashable, Comparable {
  /// The state.
  public var state: ItemState
  /// The attribute; `nil`: undecided.
  public var attribute: DisclosureAttribute?
  /// How many.
  public var count: Int

  /// A tally with all its parts.
  public init(state: ItemState, attribute: DisclosureAttribute?, count: Int) {
    self.state = state
    self.attribute = attribute
    self.count = count
  }

  /// Orders tallies by state and attribute.
  public static func < (left: ItemTally, right: ItemTally) -> Bool {
    (left.state.rawValue, left.attribute?.rawValue ?? "") < (right.state.rawValue, right.attribute?.rawValue ?? "")
  }
}

extension LedgerReading {
  /// How many items stand in each state.
  public func countsByState() throws -> [ItemState: Int] {
    try itemTallies().reduce(into: [:]) { $0[$1.state, default: 0] += $1.count }
  }

  /// How many items have each attribute (`nil`: undecided), duplicates, rejected and superseded ones left out.
  public func countsByAttribute() throws -> [DisclosureAttribute?: Int] {
    try itemTallies().filter { ![.duplicate, .rejected, .superseded].contains($0.state) }
      .reduce(into: [:]) { $0[$1.attribute, default: 0] += $1.count }
  }
}
