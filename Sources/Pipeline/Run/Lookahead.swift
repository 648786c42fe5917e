import Dispatch
import Synchronization

/// A value that is being worked out on another thread while this one goes on: the next batch is read and decided while the
/// last one is committed. Plain threads, because the work blocks on files and has no business on the cooperative pool.
final class Lookahead<Value: Sendable>: Sendable {
  private let answer = Mutex<Result<Value, any Error>?>(nil)
  private let isReady = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global(qos: .userInitiated).async {
      let result = Result { try work() }
      self.answer.withLock { $0 = result }
      self.isReady.signal()
    }
  }

  /// Waits for the value. To be called once.
  func value() throws -> Value {
    isReady.wait()
    guard let result = answer.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }
}
