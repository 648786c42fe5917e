import Publication

/// Reads how many administrative reviews and suits section one tells of.
enum RemedyProse {
  private static let measures: Set<String> = ["件", "起", "宗", "次", "例", "个", "项"]
  private static let none = ["未", "无", "没有", "不存在", "零"]
  /// Outcomes: parts of the number.
  private static let outcomes = [
    "维持", "纠正", "撤销", "驳回", "败诉", "胜诉", "终止", "确认违法", "尚未审结", "纠错", "审结", "其他结果", "撤回", "应诉率", "正在",
  ]

  static func read(_ sentence: ProseSentence, into claims: inout ReportClaims) {
    guard sentence.text.has(anyOf: ["复议", "诉讼", "起诉"]) else { return }
    readNone(sentence.text, &claims)
    for one in ClauseCount.all(in: sentence) where measures.contains(one.count.measure) && !one.count.isApproximate {
      let here = one.before + ["|"] + one.after
      guard !here.has(anyOf: outcomes) else { continue }
      // The last word before the number says what it counts: 行政复议1件、行政诉讼2件.
      let review = last("复议", in: one.before) ?? -1
      let suit = max(last("诉讼", in: one.before) ?? -1, last("起诉", in: one.before) ?? -1)
      if review < 0 && suit < 0 {
        guard
          one.count.value == 0 || one.before.has(anyOf: ["发生", "收到", "提起", "办理", "被", "新增", "共"]) || one.before.isEmpty
        else { continue }
        if one.after.has("复议") && !one.after.has(anyOf: ["诉讼", "起诉"]) { claims.reviews.append(one.claim()) }
        if one.after.has(anyOf: ["诉讼", "起诉"]) && !one.after.has("复议") { claims.suits.append(one.claim()) }
      } else if suit > review {
        add(suit: one, &claims)
      } else {
        let isBoth = one.before.has(anyOf: ["诉讼", "起诉"])
        if !isBoth || one.count.value == 0 { claims.reviews.append(one.claim()) }
      }
    }
  }

  /// One kind of suit alone is at least part of all suits.
  private static func add(suit one: ClauseCount, _ claims: inout ReportClaims) {
    let isJoint =
      one.before.has(anyOf: ["复议、", "复议和", "复议或", "复议及", "复议与"])
      || one.lead.suffix(1) == ["、"] && endsWithReview(one.lead)
    if isJoint {
      if one.count.value == 0 {
        claims.reviews.append(one.claim())
        claims.suits.append(one.claim())
      }
      return
    }
    var claim = one.claim()
    let isKind = one.before.has(anyOf: ["直接起诉", "复议后起诉", "直接提起", "复议后"])
    if isKind { claim.place = kindMark + claim.place }
    claims.suits.append(claim)
  }

  private static let kindMark = "kind "

  /// Kinds of suits are added up where no sum was told.
  static func settle(_ claims: inout ReportClaims) {
    func isKind(_ claim: ReportClaim) -> Bool { claim.place.hasPrefix(kindMark) }
    let kinds = claims.suits.filter(isKind)
    claims.suits.removeAll(where: isKind)
    guard let first = kinds.first, claims.suits.isEmpty else { return }
    let place = String(first.place.dropFirst(kindMark.count))
    claims.suits = [ReportClaim(kinds.map(\.value).sum(), isAtLeast: kinds.count < 2, place: place)]
  }

  /// 无行政复议、行政诉讼; 未发生……复议和……诉讼.
  private static func readNone(_ text: [Unicode.Scalar], _ claims: inout ReportClaims) {
    for clause in text.split(whereSeparator: { ",;()".unicodeScalars.contains($0) }).map(Array.init) {
      guard clause.has(anyOf: ["复议", "诉讼"]), !clause.has(anyOf: outcomes), !clause.has(anyOf: ["未经复议", "无法", "无关"]),
        ProseNumbers.all(in: clause).allSatisfy({ $0.measure.isEmpty || !measures.contains($0.measure) })
      else { continue }
      let first = [clause[...].position(of: "复议"), clause[...].position(of: "诉讼")].compactMap(\.self).min() ?? 0
      let isZero = Array(clause.suffix(1)) == ["零"] || clause.has(anyOf: ["均为零", "为零", "均为0", "为0"])
      guard isZero || Array(clause[..<first]).has(anyOf: none) else { continue }
      let claim = ReportClaim(0, place: "section1：“" + String(String.UnicodeScalarView(clause.prefix(40))) + "”")
      if clause.has("复议") { claims.reviews.append(claim) }
      if clause.has("诉讼") { claims.suits.append(claim) }
    }
  }

  private static func endsWithReview(_ lead: [Unicode.Scalar]) -> Bool {
    let tail = Array(lead.dropLast().suffix(6))
    return tail.has("复议") && ProseNumbers.all(in: tail).isEmpty
  }

  private static func last(_ word: String, in text: [Unicode.Scalar]) -> Int? {
    var found: Int?
    var start = 0
    while let next = text[start...].position(of: word) {
      found = next
      start = next + 1
    }
    return found
  }
}
