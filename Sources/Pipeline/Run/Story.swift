import FanOut
import Normalization
import Publication

/// What the ledger remembers of a decision for `why` (`zarlal.story/1`): who said what, what was found, what was changed by rule.
enum Story {
  static func json(of decision: Decision, refusals: [Diagnostic]) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("schema", .string("zarlal.story/1")),
      .init("evidence", .array(decision.evidence.map(json))),
      .init("diagnostics", .array((decision.diagnostics + refusals).map(json))),
    ]
    if !decision.halves.isEmpty { members.append(.init(ItemHalf.member, ItemHalf.json(decision.halves))) }
    if case .publish(let editions) = decision.outcome, let edition = editions.first {
      members.append(
        .init(
          "normalization",
          .object([
            "policy": .string(edition.policy), "changes": .int(editions.map(\.changeCount).reduce(0, +)),
            "byRule": .object(decision.changesByRule.sorted { $0.key < $1.key }.map { .init($0.key, .int($0.value)) }),
            "flags": .int(editions.map(\.flags.count).reduce(0, +)),
          ])))
    }
    return .object(members)
  }

  static func json(_ evidence: Evidence) -> JSONValue {
    .object([
      "fact": .string(evidence.fact), "source": .string(evidence.source.rawValue), "value": .string(evidence.value),
      "where": .string(evidence.place),
    ])
  }

  static func json(_ diagnostic: Diagnostic) -> JSONValue {
    let text = diagnostic.text()
    return .object([
      "code": .string(diagnostic.code.rawValue), "severity": .string(diagnostic.severity.rawValue),
      "outlets": .strings(diagnostic.outlets.map(\.rawValue)), "where": .string(diagnostic.place),
      "message": .string(text.message), "remedy": .string(text.remedy),
    ])
  }
}
