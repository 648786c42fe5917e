import Publication
import Synchronization

/// Counts the steps that have an effect, on the disk and in the ledger, and makes the chosen one fail: alone, or with everything after it, as when the
/// process is killed. What was done before stays done.
final class FaultPlan: Sendable {
  enum Kind: Sendable, Equatable {
    /// The step fails, the next ones work.
    case once(Failure)
    /// Nothing works any more.
    case kill
  }

  private struct State {
    var count = 0
    var isDead = false
  }

  private let chosen: Int?
  private let kind: Kind
  /// Whether steps that only look fail as well.
  private let looks: Bool
  private let state = Mutex(State())

  init(failing chosen: Int? = nil, _ kind: Kind = .kill, looks: Bool = false) {
    self.chosen = chosen
    self.kind = kind
    self.looks = looks
  }

  /// Steps so far.
  var count: Int { state.withLock { $0.count } }

  /// One more step; throws where it is the chosen one.
  func step(_ path: FileName, isChange: Bool = true) throws {
    let fails = state.withLock { state in
      if state.isDead { return true }
      guard isChange || looks else { return false }
      defer { state.count += 1 }
      guard state.count == chosen else { return false }
      if kind == .kill { state.isDead = true }
      return true
    }
    guard fails else { return }
    if case .once(let failure) = kind { throw failure.error(path) }
    throw PipelineError(.storageFault, subject: path.description, details: ["reason": "killed"])
  }

  /// The real disk of an office, watched by this plan.
  func disk(_ disk: any FileStore) -> WatchedDisk {
    WatchedDisk(disk) { step, path in try self.step(path, isChange: step.isChange) }
  }
}
