public import Publication

/// One thing that every ledger must do.
public struct LedgerCase: Sendable, CustomStringConvertible {
  /// A sentence.
  public let name: String
  /// Throws `LedgerMismatch` where an empty ledger given to it does otherwise.
  public let run: @Sendable (any LedgerStore) throws -> Void

  init(_ name: String, _ run: @escaping @Sendable (any LedgerStore) throws -> Void) {
    self.name = name
    self.run = run
  }

  /// The sentence.
  public var description: String { name }
}

/// What a ledger did otherwise.
public struct LedgerMismatch: Error, CustomStringConvertible {
  /// What was expected and what was found.
  public let description: String
}

/// The suite over the port: a ledger conforms when every case runs on a new, empty one.
public enum LedgerConformance {
  /// All cases.
  public static let cases: [LedgerCase] =
    itemCases + itemStateCases + payloadCases + payloadStateCases + countingCases + historyCases + transactionCases
}

func expect(_ condition: Bool, _ what: @autoclosure () -> String) throws {
  guard condition else { throw LedgerMismatch(description: what()) }
}

func expectEqual<Value: Equatable>(_ found: Value, _ expected: Value, _ what: @autoclosure () -> String) throws {
  guard found == expected else { throw LedgerMismatch(description: "\(what()): \(found), expected \(expected)") }
}

func expectRefusal(_ code: Code, _ what: @autoclosure () -> String, _ body: () throws -> Void) throws {
  do { try body() } catch let error as PipelineError where error.code == code { return }
  throw LedgerMismatch(description: "\(what()): not refused with \(code)")
}
