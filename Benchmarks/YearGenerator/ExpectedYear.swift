/// What a right pipeline counts in the generated inbox: kept while documents are made, not taken from the mix.
struct ExpectedYear: Sendable {
  static let outlets = ["site-zh", "site-mn", "wechat-mn", "wechat-zh"]

  private(set) var byOutlet: [String: [String: Int]] = [:]
  private(set) var flaws: [Flaw: Int] = [:]
  /// Documents published somewhere.
  private(set) var published = 0
  /// Files without sidecars, and sidecars.
  private(set) var files = 0
  private(set) var sidecars = 0
  private(set) var bytes = 0

  mutating func publish(_ outlets: [String], month: String) {
    published += 1
    for outlet in outlets { byOutlet[outlet, default: [:]][month, default: 0] += 1 }
  }

  mutating func park(_ flaw: Flaw) { flaws[flaw, default: 0] += 1 }

  mutating func drop(_ item: DroppedItem) {
    files += 1 + item.companions.count
    sidecars += item.sidecar == nil ? 0 : 1
    bytes += item.bytes.count + (item.sidecar?.count ?? 0) + item.companions.reduce(0) { $0 + $1.bytes.count }
  }

  func count(_ outlet: String) -> Int { byOutlet[outlet, default: [:]].values.reduce(0, +) }
  /// Documents that must lie in a state.
  func count(state: String) -> Int { flaws.reduce(0) { $0 + ($1.key.state == state ? $1.value : 0) } }

  /// All of it as JSON; `months` are the keys of `byMonth`, empty ones included.
  func json(months: [String]) -> String {
    func object(_ members: [(String, String)], _ indent: String) -> String {
      "{\n" + members.map { "\(indent)  \"\($0.0)\": \($0.1)" }.joined(separator: ",\n") + "\n\(indent)}"
    }
    let payloads = Self.outlets.map { ($0, String(count($0))) }
    let byMonth = Self.outlets.map { outlet in
      (outlet, object(months.map { ($0, String(byOutlet[outlet]?[$0] ?? 0)) }, "    "))
    }
    let states = ["held", "onRequest", "sealed", "rejected", "duplicates"].map { ($0, String(count(state: $0))) }
    let kinds = Flaw.allCases.map { ($0.rawValue, String(flaws[$0] ?? 0)) }
    return object(
      [
        ("schema", "\"zarlal.year/1\""), ("published", String(published)), ("files", String(files)),
        ("sidecars", String(sidecars)), ("bytes", String(bytes)), ("payloads", object(payloads, "  ")),
        ("byMonth", object(byMonth, "  ")), ("states", object(states, "  ")), ("flaws", object(kinds, "  ")),
      ], "") + "\n"
  }
}
