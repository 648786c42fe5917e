public import Publication

/// What one pass did: `zarlal.run/1`.
public struct RunSummary: Sendable, Equatable {
  /// Inbox files, sidecars left out.
  public var files = 0
  /// Items newly queued.
  public var published = 0
  /// Payloads newly queued, by outlet, in the order of the configuration.
  public var queued: [(outlet: OutletID, count: Int)]
  /// Payloads put aside for a later day.
  public var scheduled = 0
  /// Items newly held, those with only some outlets held included.
  public var held = 0
  /// Items newly sealed.
  public var sealed = 0
  /// Items newly registered as 依申请公开.
  public var onRequest = 0
  /// Files rejected.
  public var rejected = 0
  /// Duplicates recognised.
  public var duplicates = 0
  /// Files that are never documents.
  public var ignored = 0
  /// Files left for a later run.
  public var waiting = 0
  /// Steps of an earlier run that were finished.
  public var recovered = 0
  /// Corrections queued.
  public var revisions = 0
  /// Register tables entered.
  public var registers = 0
  /// Whether another run had the lock.
  public var busy = false
  /// Duration in seconds.
  public var elapsedSeconds = 0.0
  /// Lines for people: one for each newly held, rejected or restricted item.
  public var spoken: [String] = []

  init(outlets: [OutletConfiguration]) { queued = outlets.map { ($0.id, 0) } }

  mutating func count(_ outlet: OutletID) {
    guard let index = queued.firstIndex(where: { $0.outlet == outlet }) else { return }
    queued[index].count += 1
  }

  /// `run --json`.
  public var json: JSONValue {
    .object([
      "schema": .string("zarlal.run/1"), "files": .int(files), "published": .int(published),
      "queued": .object(queued.map { .init($0.outlet.rawValue, .int($0.count)) }), "scheduled": .int(scheduled),
      "held": .int(held), "sealed": .int(sealed), "onRequest": .int(onRequest), "rejected": .int(rejected),
      "duplicates": .int(duplicates), "ignored": .int(ignored), "waiting": .int(waiting),
      "recovered": .int(recovered), "revisions": .int(revisions), "registers": .int(registers), "busy": .bool(busy),
      "elapsedSeconds": .double(elapsedSeconds),
    ])
  }

  /// Equal in every count; durations don't matter.
  public static func == (left: RunSummary, right: RunSummary) -> Bool {
    var (a, b) = (left, right)
    a.elapsedSeconds = 0
    b.elapsedSeconds = 0
    return a.json == b.json && a.spoken == b.spoken
  }
}
