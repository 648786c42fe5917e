import Publication

/// Reads what section six says of the information processing fee.
struct FeeProse {
  /// The amount in yuan; 0 for 未收取.
  private(set) var stated: [ReportClaim] = []
  /// The applications it was charged for.
  private(set) var applications: [ReportClaim] = []

  /// Reads the section as one text; English sentences of data files too.
  init(_ text: String, place: String) {
    let lower = text.lowercased()
    if lower.hasPrefix("no ") || lower.contains(" no information processing fee") {
      stated = [ReportClaim(0, place: place)]
      return
    }
    var amounts = Amounts()
    for sentence in ProseSentence.sentences(of: [text]) { read(sentence.text, place, &amounts) }
    stated = amounts.stated
  }

  /// A sentence that tells both scales, each with its part.
  private static func isByKind(_ sentence: [Unicode.Scalar]) -> Bool { sentence.has("按件") && sentence.has("按量") }

  /// Amounts by what the words make of them.
  private struct Amounts {
    /// 实际收取.
    var received: [ReportClaim] = []
    /// 收取, 未收取.
    var plain: [ReportClaim] = []
    /// 按件, 按量: kinds of the amount.
    var kinds: [ReportClaim] = []
    /// 收费通知: what was asked for.
    var asked: [ReportClaim] = []

    /// What was charged: as received where that is told, kinds added up; what was asked for only where nothing else is told.
    var stated: [ReportClaim] {
      if !received.isEmpty { return received }
      if !plain.isEmpty { return plain }
      guard let first = kinds.first else { return asked }
      return [ReportClaim(kinds.map(\.value).sum(), place: first.place)]
    }

    mutating func add(_ claim: ReportClaim, of clause: [Unicode.Scalar], in sentence: [Unicode.Scalar]) {
      if clause.has(anyOf: ["实际", "实收"]) {
        received.append(claim)
      } else if FeeProse.isByKind(sentence), !clause.has(anyOf: ["共", "合计", "总"]) {
        kinds.append(claim)
      } else if clause.has("通知") || sentence.has("收费通知") && clause.has("总金额") {
        asked.append(claim)
      } else {
        plain.append(claim)
      }
    }
  }

  private mutating func read(_ text: [Unicode.Scalar], _ place: String, _ amounts: inout Amounts) {
    guard text.has("处理费") || text.has("收费") || text.has("收取") || text.has("费用") else { return }
    // The title of the notice on fees has the word too.
    for clause in ProseText.clauses(of: text) {
      let counts = ProseNumbers.all(in: clause)
      let isFee = clause.has(anyOf: ["费", "收取", "元"])
      if let amount = counts.first(where: { $0.measure == "元" || $0.measure == "万元" }), isFee {
        let yuan = amount.measure == "万元" ? amount.value.times(10_000) : amount.value
        amounts.add(ReportClaim(yuan, isAtLeast: amount.isAtLeast, place: place), of: clause, in: text)
      } else if isFee, clause.has(anyOf: Self.none) || counts.contains(where: { $0.measure.isEmpty && $0.value == 0 }),
        counts.allSatisfy({ $0.measure != "件" })
      {
        amounts.add(ReportClaim(0, place: place), of: clause, in: text)
      }
      if let charged = counts.first(where: { $0.measure == "件" }), text.has("收取") || text.has("收费") || text.has("处理费"),
        !clause.has(anyOf: ["收到", "受理"])
      {
        if Self.isByKind(text), let last = applications.popLast() {
          applications.append(ReportClaim(last.value + charged.value, place: place))
        } else {
          applications.append(ReportClaim(charged.value, place: place))
        }
      }
    }
  }

  private static let none = [
    "未收取", "没有收取", "未产生", "没有产生", "未发生", "没有发生", "未收费", "不收取", "无收费", "无信息处理费", "未收", "0元", "无收取", "为零",
  ]
}
