/// One of the three reviews (三审) that a document may need before it is opened.
///
/// Source: disclosure rules, "Review chain"; 《政府信息公开条例》第十七条.
public enum ReviewKind: String, Sendable, CaseIterable, Comparable {
  /// 保密审查.
  case secrecy
  /// 合法性审核.
  case legality
  /// 政策一致性评估.
  case policy

  /// The Chinese term.
  public var term: String {
    switch self {
    case .secrecy: "保密审查"
    case .legality: "合法性审核"
    case .policy: "政策一致性评估"
    }
  }

  /// The review of this name or Chinese term; white space around it is ignored.
  public init?(name: String) {
    let wanted = name.trimmedWhitespace
    guard let found = ReviewKind.allCases.first(where: { $0.rawValue == wanted || $0.term == wanted }) else {
      return nil
    }
    self = found
  }

  /// In the order in which they are held.
  public static func < (left: ReviewKind, right: ReviewKind) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// A named person's verdict on exactly one content. Any edit voids it: another content has another `InputID`.
public struct SignOff: Sendable, Equatable {
  /// What the reviewer says.
  public enum Verdict: String, Sendable, CaseIterable {
    /// 通过.
    case passed
    /// 不通过.
    case failed
    /// 不需要, with a reason.
    case notNeeded

    /// The Chinese term.
    public var term: String {
      switch self {
      case .passed: "通过"
      case .failed: "不通过"
      case .notNeeded: "不需要"
      }
    }

    /// The verdict of this name or Chinese term.
    public init?(name: String) {
      let wanted = name.trimmedWhitespace
      guard let found = Verdict.allCases.first(where: { $0.rawValue == wanted || $0.term == wanted }) else {
        return nil
      }
      self = found
    }
  }

  /// Which review.
  public var review: ReviewKind
  /// Who: a name, never empty.
  public var reviewer: String
  /// What they say.
  public var verdict: Verdict
  /// Their opinion; never empty where the review is not needed.
  public var opinion: String
  /// Which content they saw.
  public var content: InputID

  /// A verdict with all its parts.
  public init(review: ReviewKind, reviewer: String, verdict: Verdict, opinion: String, content: InputID) {
    self.review = review
    self.reviewer = reviewer
    self.verdict = verdict
    self.opinion = opinion
    self.content = content
  }

  /// The verdict that a member of the metadata key `reviews` states; `nil` where a part is missing or not known.
  ///
  /// An object with `review` (审查), `by` (审查人), `content` (内容标识: the id under which the document is held), `verdict` (结论; absent: 通过) and
  /// `opinion` (意见; needed where the review is not needed).
  public init?(declared text: String) {
    guard let json = try? JSONValue.reading(Array(text.utf8)), case .object = json else { return nil }
    func member(_ names: String...) -> String? {
      names.lazy.compactMap { json[$0]?.text?.trimmedWhitespace }.first { !$0.isEmpty }
    }
    guard let review = member("review", "审查").flatMap(ReviewKind.init(name:)), let reviewer = member("by", "审查人"),
      let content = member("content", "内容标识"), content.utf8.count == 32
    else { return nil }
    let named = member("verdict", "结论")
    let verdict = named.map { Verdict(name: $0) } ?? .passed
    let opinion = member("opinion", "意见") ?? ""
    guard let verdict, verdict != .notNeeded || !opinion.isEmpty else { return nil }
    self.init(
      review: review, reviewer: reviewer, verdict: verdict, opinion: opinion, content: InputID(rawValue: content))
  }
}
