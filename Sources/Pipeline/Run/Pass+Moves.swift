import Publication

/// Originals on their way from claims to where they belong.
extension Pass {
  /// The moves of a batch, and what they need to know.
  struct Moves: Sendable {
    var all: [(move: PlannedMove, record: ItemRecord?, isWholeClaim: Bool)] = []

    func perform(_ mover: inout Mover) throws -> [String] {
      for (move, record, isWholeClaim) in all {
        try mover.perform(move, record: record, isWholeClaim: isWholeClaim)
      }
      return all.map(\.move.from)
    }
  }

  /// Runs `body`, which settles one batch after another: the originals of each are moved on another thread while the next one is committed. Nothing
  /// is being moved any more when this ends, however it ends; `failing` waits for whatever else is under way.
  mutating func movingAhead(_ body: (inout Pass) throws -> Void, failing: () -> Void) throws {
    movesAhead = true
    defer { movesAhead = false }
    do {
      try body(&self)
    } catch {
      failing()
      try? finishMoving()
      throw error
    }
    try finishMoving()
  }

  /// Takes the moves of a batch: at once, or while the next one is committed.
  mutating func take(movesOf settled: [Settled], _ batch: [(prepared: Prepared, decision: Decision)]) throws {
    let records = Dictionary(settled.map { ($0.record.itemID, $0.record) }, uniquingKeysWith: { $1 })
    var moves = Moves()
    for (one, taken) in zip(settled, batch) {
      for move in one.moves where !Retraction.isRemoval(move) {
        let isWhole = move.from == taken.prepared.claim.description && taken.prepared.isWholeClaim
        let record = try records[move.itemID] ?? ledger.read { try $0.item(move.itemID) }
        moves.all.append((move, record, isWhole))
      }
    }
    guard movesAhead else {
      unsynced.moved += try moves.perform(&mover)
      return
    }
    moving = Lookahead { [mover, moves] in
      var mover = mover
      let taken = try moves.perform(&mover)
      return (mover, taken)
    }
  }

  /// Waits for the moves of the last batch.
  mutating func finishMoving() throws {
    guard let moving else { return }
    self.moving = nil
    let (mover, taken) = try moving.value()
    self.mover = mover
    unsynced.moved += taken
  }

  /// One move that an earlier run planned.
  mutating func perform(_ move: PlannedMove) throws {
    let record = try ledger.read { try $0.item(move.itemID) }
    try mover.perform(move, record: record)
    unsynced.moved.append(move.from)
  }
}
