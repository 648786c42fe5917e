/// Why something published is taken back: a closed list, so that withdrawals can be counted by reason; words of one's own may follow.
///
/// Source: the office's own practice; no regulation lists reasons (unverified).
public enum WithdrawalReason: String, Sendable, CaseIterable {
  /// Something in it is wrong.
  case error
  /// It tells of a person what must not be told.
  case personal
  /// It is secret, or not meant for everyone.
  case closed
  /// It hurts the rights of a third party.
  case rights
  /// It is no longer in force.
  case void
  /// It was published twice.
  case duplicate
  /// Its approval was not complete.
  case procedure
  /// Anything else: said in words.
  case other

  /// The Chinese term.
  public var term: String {
    switch self {
    case .error: "内容有误"
    case .personal: "涉及个人信息"
    case .closed: "不宜公开"
    case .rights: "侵害第三方权益"
    case .void: "已经失效"
    case .duplicate: "重复发布"
    case .procedure: "手续不全"
    case .other: "其他"
    }
  }

  /// The reason that a text names: a code, a term, or a term with words of one's own after a colon; anything else is `other`.
  public static func reading(_ text: String) -> (code: WithdrawalReason, words: String) {
    let text = text.trimmedWhitespace
    for reason in allCases {
      if text.utf8.elementsEqual(reason.rawValue.utf8) { return (reason, reason.term) }
      for name in [reason.rawValue, reason.term] {
        for colon in ["：", ":"] where text.utf8.starts(with: (name + colon).utf8) {
          let words = String(decoding: text.utf8.dropFirst((name + colon).utf8.count), as: UTF8.self).trimmedWhitespace
          return (reason, words.utf8.isEmpty ? reason.term : "\(reason.term)：\(words)")
        }
      }
      if text.utf8.elementsEqual(reason.term.utf8) { return (reason, reason.term) }
    }
    return (.other, text)
  }
}
