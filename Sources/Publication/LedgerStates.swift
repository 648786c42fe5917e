extension ItemState {
  /// Whether an item that stands here may stand at `next` after a further decision (drawn in `docs/ledger.md`).
  ///
  /// What was queued is never rejected, a duplicate or superseded: a later drop of it is a revision. A duplicate stays one, or is restricted with what it duplicates.
  /// Source: contract, "Identity".
  public func mayBecome(_ next: ItemState) -> Bool {
    switch (self, next) {
    case (.duplicate, _): next == .duplicate || next == .restricted
    case (.queued, .rejected), (.queued, .duplicate), (.queued, .superseded): false
    case (_, .duplicate): false
    default: true
    }
  }

  /// Whether later drops are compared with it: neither superseded nor a duplicate.
  public var isLive: Bool { self != .superseded && self != .duplicate }
}

extension PayloadState {
  /// Whether a payload that stands here may be moved to `next` (drawn in `docs/ledger.md`). Staying is always allowed: steps can be repeated.
  public func mayBecome(_ next: PayloadState) -> Bool {
    switch (self, next) {
    case (.scheduled, .queued), (.scheduled, .stopped): true
    case (.queued, .written), (.queued, .stopped): true
    case (.written, .stopped): true
    case (.stopped, .scheduled), (.stopped, .queued), (.stopped, .written): true
    default: self == next
    }
  }

  /// Whether statistics count a first publication that stands here.
  public var isCounted: Bool { self == .queued || self == .written }
}
