internal import Publication

/// Changes of kept numbers, gathered in a transaction and written at its end.
struct PendingTallies {
  struct TraitKey: Hashable {
    var day: Int
    var kind: Int
    var value: Int
  }

  struct RuleKey: Hashable {
    var rule: String
    var day: Int
  }

  struct OutletKey: Hashable {
    var outlet: OutletID
    var day: Int
  }

  struct ItemKey: Hashable {
    var state: ItemState
    var attribute: DisclosureAttribute?
  }

  var traits: [TraitKey: Int] = [:]
  var rules: [RuleKey: Int] = [:]
  var outlets: [OutletKey: Int] = [:]
  var items: [ItemKey: Int] = [:]
}

extension SQLiteWriter {
  /// An item came into, or left, a state with an attribute.
  func countItem(_ change: Int, _ state: ItemState, _ attribute: DisclosureAttribute?) {
    tallies.items[.init(state: state, attribute: attribute), default: 0] += change
  }

  /// A payload that shows something came into, or left, the count of a day.
  func countDay(_ change: Int, _ outlet: OutletID, _ day: Int) {
    tallies.outlets[.init(outlet: outlet, day: day), default: 0] += change
  }

  /// Writes what was gathered.
  func addTallies() throws {
    let pending = tallies
    tallies = PendingTallies()
    for (key, change) in pending.traits where change != 0 {
      try add(change, to: "dayTallies", "day, kind, value", [.int(key.day), .int(key.kind), .int(key.value)])
    }
    for (key, change) in pending.rules where change != 0 {
      try add(change, to: "ruleTallies", "rule, day", [.text(key.rule), .int(key.day)])
    }
    for (key, change) in pending.outlets where change != 0 {
      try add(change, to: "outletDays", "outlet, day", [.text(key.outlet.rawValue), .int(key.day)])
    }
    for (key, change) in pending.items where change != 0 {
      let attribute = key.attribute?.rawValue ?? ""
      try add(change, to: "itemCounters", "state, attribute", [.text(key.state.rawValue), .text(attribute)])
    }
  }

  private func add(_ change: Int, to table: String, _ columns: String, _ key: [SQLValue]) throws {
    let places = Array(repeating: "?", count: key.count + 1).joined(separator: ", ")
    try self.change(
      """
      INSERT INTO \(table) (\(columns), count) VALUES (\(places))
      ON CONFLICT (\(columns)) DO UPDATE SET count = count + excluded.count
      """, key + [.int(change)])
  }
}
