import Publication

/// Reads how many normative documents section one says were issued, repealed and are in force.
enum DocumentProse {
  private static let measures: Set<String> = ["件", "个", "份", "部", "项", "条"]
  private static let issuing = ["制发", "制定", "印发", "出台", "制订", "新制发"]
  private static let repealing = ["废止", "失效", "废除"]
  private static let inForce = ["现行有效", "继续有效", "保留", "有效"]

  static func read(_ sentence: ProseSentence, into claims: inout ReportClaims) {
    guard sentence.text.has("规范性文件") else { return }
    readNone(sentence.text, &claims)
    for one in ClauseCount.all(in: sentence) where measures.contains(one.count.measure) && !one.count.isApproximate {
      let here = one.before + ["|"] + one.after
      guard here.has("规范性文件") || one.lead.has("规范性文件") && isBare(here) else { continue }
      guard !here.has(anyOf: ["解读", "备案", "审查", "审核", "党", "修改", "修订", "答复", "申请", "复议"]) else { continue }
      // The verb nearest before the number; behind it where none stands before: 废止16件, 16件废止.
      switch nearest(one.before) ?? nearest(one.after) {
      case .some(let kind) where kind == "issued": claims.issued.append(one.claim())
      case .some(let kind) where kind == "repealed": claims.repealed.append(one.claim())
      case .some: claims.valid.append(one.claim())
      case nil: continue
      }
    }
  }

  /// 未制定规范性文件, 没有废止规范性文件: the verb right behind the negation, and not 未废止的.
  private static func readNone(_ text: [Unicode.Scalar], _ claims: inout ReportClaims) {
    for clause in ProseText.clauses(of: text) where clause.has("规范性文件") {
      guard ProseNumbers.all(in: clause).allSatisfy({ $0.measure.isEmpty }) else { continue }
      func isNone(_ verbs: [String]) -> Bool {
        verbs.contains { verb in
          ["未", "未新", "没有", "没有新", "无新"].contains { none in
            guard let at = clause[...].position(of: none + verb) else { return false }
            let end = at + (none + verb).unicodeScalars.count
            return end < clause.count && clause[end] != "的"
          }
        }
      }
      let claim = ReportClaim(0, place: "section1：“" + String(String.UnicodeScalarView(clause.prefix(40))) + "”")
      if isNone(issuing) { claims.issued.append(claim) }
      if isNone(repealing) { claims.repealed.append(claim) }
    }
  }

  /// Words that only repeat the verb: the documents are those named before.
  private static func isBare(_ text: [Unicode.Scalar]) -> Bool {
    text.count <= 14 && !text.has(anyOf: ["信息", "政策文件", "公报", "解读", "规章"])
  }

  private static func nearest(_ text: [Unicode.Scalar]) -> String? {
    let found = [("issued", issuing), ("repealed", repealing), ("valid", inForce)].compactMap { kind, words in
      words.compactMap { last($0, in: text) }.max().map { (kind, $0) }
    }
    return found.max { $0.1 < $1.1 }?.0
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
