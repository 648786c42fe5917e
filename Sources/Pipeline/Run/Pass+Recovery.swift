import FanOut
import Publication

/// Finishing what an earlier run began.
extension Pass {
  /// Moves and payload files that a killed run left undone.
  mutating func finishEarlier() throws {
    let wasCut = try outbox.sweep()
    try decider.converter.sweep()
    let moves = try ledger.read { try $0.plannedMoves() }
    summary.recovered += try retract(moves)
    for move in moves where !Retraction.isRemoval(move) {
      try perform(move)
      summary.recovered += 1
    }
    if wasCut {
      let outlets = configuration.outlets.map(\.id)
      try ledger.write { try Retraction(files: files).sweep(outlets: outlets, in: $0) }
    }
    summary.recovered += try settleUnwritten()
  }

  /// Writes every due payload that the ledger has not marked as written. Answers how many there were.
  @discardableResult mutating func settleUnwritten() throws -> Int {
    var count = 0
    while true {
      let rows = try ledger.read { try $0.payloads(in: .queued, limit: 256) }
      guard !rows.isEmpty else { return count }
      var staged: [PayloadRow] = []
      for row in rows {
        guard let body = try ledger.read({ try $0.body(of: row.payloadID) }) else { continue }
        if try outbox.stage(row.payloadID, row.outlet, body) { staged.append(row) }
      }
      try show(staged)
      unsynced.shown += rows.map(OutboxPlace.init)
      try flush()
      count += rows.count
    }
  }

  mutating func show(_ rows: [PayloadRow]) throws {
    guard !rows.isEmpty else { return }
    try files.sync()
    for row in rows { try outbox.show(row.payloadID, row.outlet) }
  }

  /// Payloads whose day has come.
  mutating func releaseDue() throws {
    let due = try ledger.read { try $0.payloadsDue(on: today) }
    guard !due.isEmpty else { return }
    try ledger.write { ledger in
      try ledger.release(due.map(\.payloadID))
      for (item, rows) in Dictionary(grouping: due, by: \.itemID).sorted(by: { $0.key < $1.key }) {
        guard let record = try ledger.item(item) else { continue }
        try ledger.append(
          day: today, moment: moment, actor: "run", event: "due", itemID: item, inputID: record.inputID,
          facts: .object(["payloads": .strings(rows.map(\.payloadID.rawValue))]))
      }
    }
    summary.published += Set(due.map(\.itemID)).count
    for row in due { summary.count(row.outlet) }
    try settleUnwritten()
  }

  /// Claims that a killed run had not committed: whole ones are processed where they are, parts go back to the inbox.
  mutating func leftoverClaims(_ scanner: InboxScanner) throws -> [InboxGroup] {
    let planned = Set(try ledger.read { try $0.plannedMoves() }.map(\.from))
    var groups: [InboxGroup] = []
    for entry in try files.entries(of: WorkFolders.work) ?? [] where entry.status.kind == .folder {
      let claim = WorkFolders.work.appending(entry.name)
      guard claim != WorkFolders.staging, claim != WorkFolders.conversion, !planned.contains(claim.description) else {
        continue
      }
      summary.recovered += 1
      // A claim without its whole group, or with nothing that could be one, goes back to where it came from.
      guard !entry.name.bytes.suffix(Claims.unfinished.count).elementsEqual(Claims.unfinished),
        let scan = try scanner.scan(root: claim), scan.groups.count == 1
      else {
        try claims.giveBack(claim)
        continue
      }
      groups += scan.groups
    }
    return groups
  }
}
