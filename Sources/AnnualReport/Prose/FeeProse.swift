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
    for sentence in ProseSentence.sentences(of: [text]) { read(sentence.text, place) }
  }

  private mutating func read(_ text: [Unicode.Scalar], _ place: String) {
    guard text.has("处理费") || text.has("收费") || text.has("收取") || text.has("费用") else { return }
    // The title of the notice on fees has the word too.
    for clause in ProseText.clauses(of: text) {
      let counts = ProseNumbers.all(in: clause)
      let isFee = clause.has(anyOf: ["费", "收取", "元"])
      if let amount = counts.first(where: { $0.measure == "元" || $0.measure == "万元" }), isFee {
        let yuan = amount.measure == "万元" ? amount.value.times(10_000) : amount.value
        stated.append(ReportClaim(yuan, isAtLeast: amount.isAtLeast, place: place))
      } else if isFee, clause.has(anyOf: Self.none) || counts.contains(where: { $0.measure.isEmpty && $0.value == 0 }),
        counts.allSatisfy({ $0.measure != "件" })
      {
        stated.append(ReportClaim(0, place: place))
      }
      if let charged = counts.first(where: { $0.measure == "件" }), text.has("收取") || text.has("收费") || text.has("处理费"),
        !clause.has(anyOf: ["收到", "受理"])
      {
        applications.append(ReportClaim(charged.value, place: place))
      }
    }
  }

  private static let none = [
    "未收取", "没有收取", "未产生", "没有产生", "未发生", "没有发生", "未收费", "不收取", "无收费", "无信息处理费", "未收", "0元", "无收取", "为零",
  ]
}
