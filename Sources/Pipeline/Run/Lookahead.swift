import Dispatch
import Synchronization

/// A value that is being worked out on another thread while this one goes on: the next batch is read and decided, and the originals of the
/// last one are moved, while one is committed. A thread of its own, because the work blocks on files: the shared ones are no more than
/// there are processors, and the cooperative pool has no business with it.
final class Lookahead<Value: Sendable>: Sendable {
  private let answer = Mutex<Result<Value, any Error>?>(nil)
  private let isReady = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue(label: "lookahead", qos: .userInitiated).async {
      let result = Result { try work() }
      self.answer.withLock { $0 = result }
      self.isReady.signal()
    }
  }

  /// Waits for the value.
  func value() throws -> Value {
    isReady.wait()
    // Whoever asks again need not wait.
    isReady.signal()
    guard let result = answer.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }
}
