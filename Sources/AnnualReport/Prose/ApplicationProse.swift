import Publication

/// Reads how many applications section one says were received, answered and carried over.
struct ApplicationProse {
  private(set) var accepted: [ReportClaim] = []
  private(set) var answered: [ReportClaim] = []
  private(set) var carriedOut: [ReportClaim] = []
  private var wasAbout = false
  /// Whether the last number read was one of applications accepted: what brackets behind it speak of.
  private var lastIsAccepted = false

  private static let measures: Set<String> = ["件", "份", "宗", "起", "个", "条", "例", "项", "次", "件次"]
  private static let nouns = ["申请", "依申请"]
  /// What else offices receive and answer.
  private static let otherNouns = [
    "留言", "建议", "提案", "来信", "信件", "来电", "热线", "咨询", "工单", "信箱", "回应", "关切", "解读", "信息公开指南", "问题", "诉求", "条信息", "稿件",
    "意见",
  ]
  /// What became of applications: parts of the number, never the number.
  private static let results = [
    "予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理", "重复申请", "信访", "撤回", "不掌握", "另行制作", "补正", "同意公开", "不存在", "非本机关",
    "不属于", "主动公开", "已公开", "区分处理", "撤销",
  ]
  private static let channels = ["网络", "网上", "在线", "线上", "信函", "邮寄", "当面", "现场", "传真", "邮件", "平台收到", "自然人", "法人", "公民"]
  private static let receiving = ["收到", "受理", "接收", "接到", "新收", "收件", "收悉", "新增"]
  private static let handling = ["办理", "处理", "登记", "共有"]
  private static let answering = ["办结", "答复", "办复", "回复", "办理完", "办完", "已办理"]
  private static let carrying = ["结转", "转结", "转下年", "转下一年", "转入下", "转至下", "继续办理", "正在办理", "尚在办理", "尚未办结", "在办"]
  private static let lastYear = ["上年", "上一年", "去年", "往年", "结转上", "前一年"]

  mutating func read(_ sentence: ProseSentence) {
    let isAbout = sentence.text.has(anyOf: Self.nouns)
    let topic = Array(sentence.topic.unicodeScalars)
    // 其中…… and 处理结果中…… go on about the sentence before.
    let goesOn =
      wasAbout && sentence.text.has(anyOf: Self.answering + Self.carrying) && !sentence.text.has(anyOf: Self.otherNouns)
    wasAbout = isAbout || goesOn
    guard isAbout || goesOn || topic.has("依申请") else { return }
    readNone(sentence.text)
    readNothingCarried(sentence.text)
    for one in ClauseCount.all(in: sentence) where Self.measures.contains(one.count.measure) && !one.count.isApproximate
    {
      read(one, among: ProseText.withoutBrackets(one.lead).has("其中"))
    }
  }

  /// 未收到……申请, 无依申请公开.
  private mutating func readNone(_ text: [Unicode.Scalar]) {
    for clause in text.split(whereSeparator: { ",;()".unicodeScalars.contains($0) }).map(Array.init) {
      guard clause.has(anyOf: Self.nouns), !clause.has("许可"),
        ProseNumbers.all(in: clause).allSatisfy({ $0.measure.isEmpty })
      else {
        continue
      }
      let none = [
        "未收到", "没有收到", "未接到", "没有接到", "未受理", "没有受理", "未接收", "未发生依申请", "无依申请", "无政府信息公开申请", "未有", "无人申请", "无申请", "暂无",
        "未产生", "没有政府信息公开申请", "没有依申请", "未涉及依申请",
      ]
      let isRemedy = clause.has(anyOf: ["复议", "诉讼", "补正", "逾期"])
      if clause.has(anyOf: none), !isRemedy {
        accepted.append(
          ReportClaim(0, place: "section1：“" + String(String.UnicodeScalarView(clause.prefix(40))) + "”"))
      }
    }
  }

  /// 无结转, 没有结转下年度办理的申请.
  private mutating func readNothingCarried(_ text: [Unicode.Scalar]) {
    let none = ["无结转", "无转结", "没有结转", "未结转", "不结转", "无下年", "无下一年", "无转入下", "无需结转"]
    for clause in text.split(whereSeparator: { ",;()".unicodeScalars.contains($0) }).map(Array.init)
    where clause.has(anyOf: none) && !clause.has(anyOf: Self.lastYear) {
      guard ProseNumbers.all(in: clause).allSatisfy({ $0.measure.isEmpty }) else { continue }
      carriedOut.append(
        ReportClaim(0, place: "section1：“" + String(String.UnicodeScalarView(clause.prefix(40))) + "”"))
    }
  }

  private mutating func read(_ one: ClauseCount, among isAmongKinds: Bool) {
    let here = one.before + ["|"] + one.after
    guard !here.has(anyOf: Self.otherNouns) || here.has(anyOf: Self.nouns) && !here.has(anyOf: ["留言", "提案", "建议"])
    else { return }
    guard !here.has(anyOf: ["复议", "诉讼", "起诉", "行政规范性"]) else { return }
    if here.has(anyOf: Self.carrying) {
      if here.has(anyOf: Self.lastYear) || Self.isOfYear(here) {
        carriedIn(one, includes: isIncluding(one) || isAmongKinds)
      } else {
        carriedOut.append(one.claim())
        lastIsAccepted = false
      }
      return
    }
    guard !here.has(anyOf: Self.results), !here.has(anyOf: ["增长", "增加", "减少", "下降", "同比"]) else { return }
    let isReceived = one.context.has(anyOf: Self.receiving)
    let isAnswered = here.has(anyOf: Self.answering) && !here.has(anyOf: ["未答复", "未办结", "延期", "逾期", "应答复"])
    if isAnswered {
      guard !isPart(one) else { return }
      answered.append(one.claim())
      lastIsAccepted = false
      if isReceived { receive(one, isAmongKinds) }
      return
    }
    let isHandled = one.before.has(anyOf: Self.handling) || one.before.has("依申请公开")
    let isNoun = here.has(anyOf: Self.nouns)
    let isSubject = isNoun && one.after.has(anyOf: Self.receiving)
    let continues = one.lead.has(anyOf: Self.nouns) && one.before.has("新收")
    if (isReceived && (isNoun || one.lead.has(anyOf: Self.nouns))) || (isHandled && isNoun) || isSubject || continues {
      receive(one, isAmongKinds)
    }
  }

  /// 结转2023年申请12件: those of a year; 结转2025年继续办理: those that go into it.
  private static func isOfYear(_ text: [Unicode.Scalar]) -> Bool {
    guard let at = text[...].position(of: "结转"), at + 2 < text.count, text[at + 2].decimalDigit != nil else {
      return false
    }
    return text.has("申请") && !text.has(anyOf: ["继续", "办理", "办结"])
  }

  private mutating func receive(_ one: ClauseCount, _ isAmongKinds: Bool) {
    guard !isPart(one) else { return }
    let isNew = one.context.has(anyOf: ["新收", "新增", "新受理", "新接收", "本年收", "当年收"])
    if isAmongKinds && !isNew { return }
    let includes = one.before.has(anyOf: ["含上年", "包括上年", "包含上年", "含上一年", "加上上年", "连同上年"])
    lastIsAccepted = true
    accepted.append(one.claim(isNew ? .newOnly : includes ? .withCarriedIn : .unsaid))
  }

  /// A number by channel or kind of applicant, unless it is called the whole.
  private func isPart(_ one: ClauseCount) -> Bool {
    // 公民、法人和其他组织: everybody, not a kind.
    let isWhole = one.context.has(anyOf: ["公民", "自然人"]) && one.context.has(anyOf: ["法人", "组织"])
    return !isWhole && one.before.has(anyOf: Self.channels) && !one.before.has(anyOf: ["共", "总", "合计", "累计"])
  }

  private func isIncluding(_ one: ClauseCount) -> Bool {
    let near = one.lead.suffix(1) + one.before
    return Array(near).has(anyOf: ["含", "包括", "包含"])
      || one.lead.suffix(14).contains("(") && Array(one.lead.suffix(14)).has("含")
  }

  /// The words on those carried in say what the number before them counts.
  private mutating func carriedIn(_ one: ClauseCount, includes: Bool) {
    guard let index = accepted.lastIndex(where: { $0.reading == .unsaid }) else { return }
    if includes {
      guard lastIsAccepted else { return }
      accepted[index].reading = .withCarriedIn
    } else if index == accepted.count - 1, Array(accepted[index].place.unicodeScalars).has(anyOf: Self.receiving) {
      accepted[index].reading = .newOnly
    }
  }
}
