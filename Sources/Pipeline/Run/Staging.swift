import Dispatch
import Publication
import Synchronization

/// Writes what a batch puts into the outbox on a thread of its own, in the order in which it is settled, while its rows go into the ledger.
///
/// Nothing written here is visible before it is shown, and nothing is durable before a sync.
final class Staging: Sendable {
  /// What has been written so far.
  struct Written: Sendable {
    var outbox: Outbox
    /// Payloads that lie beside the outbox, to be shown.
    var payloads: Set<PayloadID> = []
    /// Whether there were images or attachments.
    var hasFiles = false
  }

  private struct State: Sendable {
    var written: Written
    var failure: (any Error)?
  }

  private let queue = DispatchQueue(label: "staging", qos: .userInitiated)
  private let state: Mutex<State>

  init(_ outbox: Outbox) { state = Mutex(State(written: Written(outbox: outbox))) }

  /// Writes payloads, and images and attachments, soon. After a failure nothing more is written.
  func add(_ payloads: [Payload], _ files: [(digest: ContentDigest, bytes: [UInt8])]) {
    guard !payloads.isEmpty || !files.isEmpty else { return }
    queue.async { [self] in
      state.withLock { state in
        guard state.failure == nil else { return }
        do { try Self.write(payloads, files, &state.written) } catch { state.failure = error }
      }
    }
  }

  private static func write(
    _ payloads: [Payload], _ files: [(digest: ContentDigest, bytes: [UInt8])], _ written: inout Written
  ) throws {
    for payload in payloads {
      if try written.outbox.stage(payload.payloadID, payload.outlet, payload.body) {
        written.payloads.insert(payload.payloadID)
      }
    }
    guard !files.isEmpty else { return }
    try written.outbox.write(files)
    written.hasFiles = true
  }

  /// Waits until everything is written. Throws what failed.
  func finish() throws -> Written {
    queue.sync {}
    return try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.written
    }
  }

  /// Waits, and takes back the payloads that were written.
  func undo() {
    queue.sync {}
    let written = state.withLock { $0.written }
    for id in written.payloads { try? written.outbox.unstage(id) }
  }
}
