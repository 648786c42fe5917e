public import Publication

/// Days in a row on which an outlet was given nothing, more than an inspection lets pass.
/// Source: 国办发〔2019〕政府网站与政务新媒体检查指标 (two weeks without an update; unverified).
public struct QuietSpell: Sendable, Equatable {
  /// Days without anything that are still in order.
  public static let limit = 14

  /// The outlet.
  public var outlet: OutletID
  /// The first day without anything.
  public var from: CivilDate
  /// The last one.
  public var to: CivilDate
  /// Whether it goes on to the end of the period.
  public var isOpen: Bool

  /// How many days.
  public var days: Int { to.daysSince1970 - from.daysSince1970 + 1 }

  /// The spells of an outlet from `from` to `to`, in order; `days` in order.
  public static func spells(of outlet: OutletID, days: [CivilDate], from: CivilDate, to: CivilDate) -> [QuietSpell] {
    guard from <= to else { return [] }
    var spells: [QuietSpell] = []
    var next = from
    func add(until end: CivilDate, isOpen: Bool) {
      let spell = QuietSpell(outlet: outlet, from: next, to: end, isOpen: isOpen)
      if spell.days > limit { spells.append(spell) }
    }
    for day in days where from <= day && day <= to {
      add(until: day.advanced(by: -1), isOpen: false)
      next = day.advanced(by: 1)
    }
    add(until: to, isOpen: true)
    return spells
  }

  var json: JSONValue {
    .object([
      "outlet": .string(outlet.rawValue), "from": .string(from.description), "to": .string(to.description),
      "days": .int(days), "open": .bool(isOpen),
    ])
  }
}
