@testable import Disclosure

extension Judgement {
  /// The verdict in one word.
  var word: String {
    switch verdict {
    case .cleared: "cleared"
    case .held: "held"
    case .restricted: "restricted"
    case .onRequest: "onRequest"
    case .sealed: "sealed"
    case .rejected: "rejected"
    case .awaitingPair: "awaitingPair"
    }
  }
  var isCleared: Bool { word == "cleared" }
  var isRestricted: Bool { word == "restricted" }
}
