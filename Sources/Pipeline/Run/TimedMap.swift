import Dispatch
import Synchronization
import SystemEdges

/// The results of `body` for each element, in order, worked out on every core; `nil` for one that took more than `seconds`.
///
/// A thread can't be ended from outside: one that takes too long is left to itself, another takes its place, and what it comes to in the end is
/// dropped. Readers are bounded by size, nesting and number, so it does come to an end.
func timedMap<Element: Sendable, Value: Sendable>(
  _ elements: [Element], seconds: Int, _ body: @escaping @Sendable (Element) -> Value
) -> [Value?] {
  guard !elements.isEmpty else { return [] }
  let work = TimedWork(elements, limit: UInt64(seconds) * 1_000_000_000, body)
  for _ in 0..<min(elements.count, Processors.count) { work.start() }
  return work.results()
}

private final class TimedWork<Element: Sendable, Value: Sendable>: Sendable {
  private enum Slot: Sendable {
    case open
    case begun(UInt64)
    case ended(Value)
    case abandoned
  }

  private struct State: Sendable {
    var slots: [Slot]
    var next = 0
  }

  private let elements: [Element]
  private let limit: UInt64
  private let body: @Sendable (Element) -> Value
  private let state: Mutex<State>
  private let hasEnded = DispatchSemaphore(value: 0)

  init(_ elements: [Element], limit: UInt64, _ body: @escaping @Sendable (Element) -> Value) {
    self.elements = elements
    self.limit = limit
    self.body = body
    state = Mutex(State(slots: Array(repeating: .open, count: elements.count)))
  }

  /// One more thread, until nothing is left to begin.
  func start() {
    // A queue of its own has a thread of its own: the shared ones have no more than there are processors, and all may be taken by elements
    // that were given up.
    DispatchQueue(label: "reader", qos: .userInitiated).async { [self] in
      while let index = begin() {
        let value = body(elements[index])
        guard end(index, value) else { return }
      }
      hasEnded.signal()
    }
  }

  private func begin() -> Int? {
    state.withLock { state in
      guard state.next < state.slots.count else { return nil }
      defer { state.next += 1 }
      state.slots[state.next] = .begun(DispatchTime.now().uptimeNanoseconds)
      return state.next
    }
  }

  /// False where the element was given up meanwhile, and with it this thread.
  private func end(_ index: Int, _ value: Value) -> Bool {
    state.withLock { state in
      guard case .begun = state.slots[index] else { return false }
      state.slots[index] = .ended(value)
      return true
    }
  }

  /// Waits until every element has ended or was given up.
  func results() -> [Value?] {
    while true {
      let (isDone, deadline, given) = look()
      if isDone { break }
      for _ in 0..<given { start() }
      _ = hasEnded.wait(timeout: DispatchTime(uptimeNanoseconds: deadline))
    }
    return state.withLock { state in
      state.slots.map { slot in
        if case .ended(let value) = slot { return value }
        return nil
      }
    }
  }

  /// Gives up what has taken too long; says when to look again.
  private func look() -> (isDone: Bool, deadline: UInt64, given: Int) {
    let now = DispatchTime.now().uptimeNanoseconds
    return state.withLock { state in
      var (isDone, deadline, given) = (true, now + limit, 0)
      for index in state.slots.indices {
        switch state.slots[index] {
        case .ended, .abandoned: continue
        case .open: isDone = false
        case .begun(let start) where now >= start + limit:
          state.slots[index] = .abandoned
          given += 1
        case .begun(let start):
          isDone = false
          deadline = min(deadline, start + limit)
        }
      }
      return (isDone, deadline, given)
    }
  }
}
