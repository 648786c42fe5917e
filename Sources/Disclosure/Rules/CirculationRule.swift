import Publication

/// DIS-007: words that limit who may read a document are marks like a level of secrecy.
///
/// （此件发至县团级）, 公开范围：本单位内部, 不得外传, 阅后收回, 供领导参阅, 机要文件, CONFIDENTIAL. A mark stands on a line of its own, in brackets at
/// an end of its line, or in a field. A sentence about such marks is none, nor is a cell or an item of a list (不得传播 among
/// things forbidden).
/// Source: disclosure rules, "Secrecy and internal marks"; wordings met in offices (unverified: no rule lists them all).
enum CirculationRule {
  /// The term of the mark in this line; `nil`: it is none.
  static func term(in scanned: ScannedLine) -> String? {
    if case .unpublished(.scriptOrStyle) = scanned.place.kind { return nil }
    guard scanned.traits.contains(.limits), scanned.place.kind != .linkTarget else { return nil }
    for piece in scanned.text.linePieces where piece.utf8.count <= 240 {
      let line = MarkLine(piece)
      if let term = term(in: line, standing: scanned.standing, isLabelLike: scanned.isLabelLike) { return term }
      if case .unpublished(let kind) = scanned.place.kind, kind == .header || kind == .footer, line.count <= 40,
        let word = (0..<line.count).lazy.compactMap({ line.first(of: papers, at: $0) }).first
      {
        return text(word)
      }
    }
    return nil
  }

  /// What a table says whose cell holds the name of a field, and the next one its value.
  static func term(inField label: String, value: String) -> String? {
    guard label.utf8.count <= 48, value.utf8.count <= 240, isRangeLabel(MarkLine(label)) else { return nil }
    return range(MarkLine(label + "：" + value))
  }

  private static func isRangeLabel(_ line: MarkLine) -> Bool {
    guard let label = line.first(of: ranges, at: 0) else { return false }
    return (label.count..<line.count).allSatisfy { line.scalars[$0] == 0x3A }
  }

  private static func term(in line: MarkLine, standing: ScannedLine.Standing, isLabelLike: Bool) -> String? {
    if let term = range(line) ?? level(line) { return term }
    if let term = LatinMark.term(in: line, isLabelLike: isLabelLike) { return term }
    if isLabelLike, let term = nounApart(line) { return term }
    switch standing {
    case .cell, .listItem: return nil
    case .paragraph, .heading, .quote, .colophon, .apart: break
    }
    guard !isNumbered(line) else { return nil }
    for part in parts(of: line) {
      if let term = clause(part) ?? limit(part) { return term }
    }
    return nil
  }

  // MARK: 传阅范围：…

  /// Ranges that are a limit by their name.
  private static let closedRanges = MarkLine.words(
    "知悉范围", "传阅范围", "阅读范围", "阅知范围", "传达范围", "分发范围", "发送范围", "印发范围", "发文范围", "接触范围")
  /// Ranges that may be the whole public.
  private static let openRanges = MarkLine.words("公开范围", "发布范围", "开放范围", "公布范围")
  private static let ranges = closedRanges + openRanges
  private static let publics = MarkLine.words(
    "社会", "公众", "公开", "网站", "门户", "互联网", "不限", "无限制", "不受限", "全文", "全部", "媒体", "报纸", "公报", "全国", "全区", "全盟", "全市", "全旗",
    "全县", "群众", "居民", "市民", "村民", "牧民", "各界")
  private static let narrow = MarkLine.words(
    "内部", "本单位", "系统内", "机关", "本局", "本部门", "不公开", "不予", "仅", "只限", "限于", "不对外", "不得", "领导", "班子")

  private static func range(_ line: MarkLine) -> String? {
    var start = 0
    while start < line.count, isFrame(line.scalars[start]) { start += 1 }
    let closed = line.first(of: closedRanges, at: start)
    guard let label = closed ?? line.first(of: openRanges, at: start) else { return nil }
    var index = start + label.count
    let isField = index < line.count && (line.isSpaced[index] || isFieldSign(line.scalars[index]))
    while index < line.count, isFieldSign(line.scalars[index]) { index += 1 }
    guard isField, index < line.count, line.count - index <= 40 else { return nil }
    let value = index..<line.count
    if line.contains(anyOf: narrow, in: value) { return text(label) }
    return line.contains(anyOf: publics, in: value) ? nil : text(label)
  }

  // MARK: （此件发至县团级）

  private static let subjects = MarkLine.words(
    "此件", "本件", "此文件", "本文件", "此文", "本文", "该件", "此公文", "本公文", "此电", "本电", "此通知", "本通知", "此资料", "本资料", "此材料", "本材料")
  private static let sending = MarkLine.words(
    "发至", "发到", "下发至", "下发到", "印发至", "印发到", "分发至", "传达至", "传达到", "传阅至", "传阅到", "阅读至", "阅读到", "阅至", "只发", "限发", "发各",
    "发给")
  private static let readers = MarkLine.words(
    "级", "党员", "干部", "支部", "党委", "党组", "党工委", "领导", "负责人", "全体", "以上")
  private static let addresses = MarkLine.words("邮箱", "信箱", "网站", "平台", "系统", "@", "微信", "群")

  private static func level(_ line: MarkLine) -> String? {
    for index in 0..<line.count {
      guard index == 0 || line.isSpaced[index] || isEdge(line.scalars[index - 1]) else { continue }
      let subject = line.first(of: subjects, at: index)
      guard let verb = line.first(of: sending, at: index + (subject?.count ?? 0)) else { continue }
      let start = index + (subject?.count ?? 0) + verb.count
      let end = line.scalars[start...].firstIndex { isEdge($0) && $0 != 0x3001 } ?? line.count
      guard end > start, end - start <= 20, !line.contains(anyOf: addresses, in: start..<end) else { continue }
      // What follows is nothing but the end of the mark.
      guard line.scalars[end...].prefix(3).allSatisfy(isEdge) || end == line.count else { continue }
      let isBracketed = index > 0 && line.scalars[index - 1] == 0x28
      let isWhole = index == 0 && line.count - end <= 2
      if subject != nil || ((isBracketed || isWhole) && line.contains(anyOf: readers, in: start..<end)) {
        return text(verb)
      }
    }
    return nil
  }

  // MARK: 不得外传, 阅后收回, 机要文件

  private static let prohibitions = MarkLine.words(
    "不得", "不准", "不许", "不要", "不可", "不宜", "请勿", "切勿", "严禁", "禁止", "谢绝", "勿")
  private static let manners = MarkLine.words(
    "对外", "向外", "擅自", "随意", "公开", "私自", "任意", "在网上", "在互联网上", "在互联网", "在网络上", "通过互联网", "利用互联网", "向社会", "再")
  private static let acts = MarkLine.words(
    "公开", "外传", "转载", "传播", "扩散", "泄露", "外泄", "外借", "外发", "公布", "报道", "上网", "登报", "见报", "流传", "散发", "宣传", "传抄", "转发",
    "发布", "提供", "披露", "翻印", "复印")
  private static let plain = MarkLine.words("不上网", "不登报", "不见报", "不对外", "不外传", "非公开")
  private static let after = MarkLine.words("阅后", "用后", "会后", "阅毕", "读后", "看后", "阅完", "阅读后", "传阅后", "使用后")
  private static let ends = MarkLine.words(
    "即焚", "销毁", "收回", "清退", "退回", "归还", "即毁", "即删", "删除", "交回", "焚毁", "自毁", "即退", "焚烧", "退还", "粉碎", "回收")
  private static let promptly = MarkLine.words("请", "立即", "即", "及时", "统一", "一律", "必须", "须", "应当", "应")
  private static let nouns = MarkLine.words(
    "机要文件", "机要资料", "机要材料", "机要电报", "机要件", "内部使用", "内部事项", "内部公文", "内部电报", "内部简报", "内部通报", "内部通知", "内部情况", "内部信息",
    "内部传真",
    "内部阅读", "内部参阅", "内部交流", "内部学习", "内参", "党内文件", "党内刊物", "党内资料", "限制传阅", "定向传阅", "密级文件")

  /// Kinds of papers that name themselves at the head of each page: 某局内部简报.
  private static let papers = MarkLine.words(
    "机要文件", "机要电报", "机要件", "内部公文", "内部电报", "内部简报", "内部通报", "内部传真", "内部参阅", "内参", "党内文件", "党内刊物")

  /// Whether a part is made of marks and what stands beside them, and of nothing else.
  private static func clause(_ line: MarkLine) -> String? {
    var found: [UInt32]?
    var index = 0
    while index < line.count {
      if let end = prohibition(line, at: index) ?? returning(line, at: index) {
        found = found ?? Array(line.scalars[index..<end])
        index = end
      } else if let word = line.first(of: nouns, at: index) ?? line.first(of: plain, at: index) {
        found = found ?? word
        index += word.count
      } else if let word = line.first(of: subjects, at: index) ?? SecrecyRule.companion(line, at: index) {
        index += word.count
      } else if isFrame(line.scalars[index]) || isStop(line.scalars[index]) || line.scalars[index] &- 0x30 < 10 {
        index += 1
      } else if index == 0 || found == nil, line.has([0x673A, 0x8981], at: index), line.count - index <= 4 {
        // 机要 alone, 机要·特急.
        found = [0x673A, 0x8981]
        index += 2
      } else {
        return nil
      }
    }
    return found.map(text)
  }

  private static func prohibition(_ line: MarkLine, at start: Int) -> Int? {
    guard let word = line.first(of: prohibitions, at: start) else { return nil }
    var index = start + word.count
    while line.first(of: acts, at: index).map({ line.first(of: acts, at: index + $0.count) != nil }) ?? true,
      let manner = line.first(of: manners, at: index)
    {
      index += manner.count
    }
    guard let act = line.first(of: acts, at: index) else { return nil }
    index += act.count
    while index < line.count, conjunctions.contains(line.scalars[index]),
      let more = line.first(of: acts, at: index + 1)
    {
      index += 1 + more.count
    }
    return index
  }

  private static let conjunctions = Set("、或和及".unicodeScalars.map(\.value))

  private static func returning(_ line: MarkLine, at start: Int) -> Int? {
    guard let word = line.first(of: after, at: start) else { return nil }
    var index = start + word.count
    while true {
      if let end = line.first(of: ends, at: index) { return index + end.count }
      guard let how = line.first(of: promptly, at: index) else { return nil }
      index += how.count
    }
  }

  /// In a name or a header a noun may stand apart from the rest.
  private static func nounApart(_ line: MarkLine) -> String? {
    for index in 0..<line.count {
      guard let word = line.first(of: nouns, at: index), SecrecyRule.isApart(line, index, index + word.count) else {
        continue
      }
      return text(word)
    }
    return nil
  }

  // MARK: 供领导参阅

  private static let limits = MarkLine.words(
    "仅限于", "只限于", "仅供", "只供", "仅限", "只限", "专供", "限于", "限", "供")
  private static let uses = MarkLine.words(
    "内部使用", "使用", "参阅", "参考", "阅读", "传阅", "掌握", "知悉", "学习", "阅知", "阅示", "阅", "内部", "存查")
  private static let bodies = MarkLine.words(
    "单位", "机关", "系统", "部门", "领导", "人员", "成员", "党员", "干部", "会议", "与会", "参会", "内部", "同志", "公司", "科室", "处室", "班子", "委员",
    "局内", "党组", "党委", "盟委", "旗委", "本级", "本局", "本委", "代表")

  /// 供领导参阅: a limit, somebody, a use, and nothing else.
  private static func limit(_ line: MarkLine) -> String? {
    var start = 0
    while start < line.count, isFrame(line.scalars[start]) { start += 1 }
    if let subject = line.first(of: subjects, at: start) { start += subject.count }
    guard let word = line.first(of: limits, at: start) else { return nil }
    let from = start + word.count
    var end = line.count
    while end > from, isFrame(line.scalars[end - 1]) || isStop(line.scalars[end - 1]) { end -= 1 }
    guard let use = uses.first(where: { end - $0.count > from && line.has($0, at: end - $0.count) }) else { return nil }
    let who = from..<(end - use.count)
    guard who.count <= 12, who.allSatisfy({ line.isHan(at: $0) || line.scalars[$0] == 0x3001 }) else { return nil }
    return line.contains(anyOf: bodies, in: who) ? text(word) : nil
  }

  // MARK: Parts of a line

  /// The line itself, and what stands in brackets at one of its ends.
  private static func parts(of line: MarkLine) -> [MarkLine] {
    var parts = line.count <= 60 ? [line] : []
    func add(_ range: Range<Int>) {
      guard (1...40).contains(range.count) else { return }
      parts.append(MarkLine(text(Array(line.scalars[range]))))
    }
    if line.scalars.first == 0x28, let close = line.scalars.firstIndex(of: 0x29), close + 1 < line.count {
      add(1..<close)
    }
    var end = line.count
    while end > 0, isStop(line.scalars[end - 1]) { end -= 1 }
    if end > 1, line.scalars[end - 1] == 0x29, let open = line.scalars[..<(end - 1)].lastIndex(of: 0x28), open > 0 {
      add((open + 1)..<(end - 1))
    }
    return parts
  }

  /// （一）, 1．, 二、: an item of an enumeration tells of marks.
  private static func isNumbered(_ line: MarkLine) -> Bool {
    let numerals = Set("一二三四五六七八九十0123456789第".unicodeScalars.map(\.value))
    var index = 0
    let isBracketed = line.scalars.first == 0x28
    if isBracketed { index = 1 }
    let start = index
    while index < line.count, numerals.contains(line.scalars[index]) { index += 1 }
    guard index > start, index < line.count else { return false }
    let next = line.scalars[index]
    return isBracketed ? next == 0x29 : [0x2E, 0x3001, 0x29, 0x6761].contains(next)
  }

  private static func isFrame(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x28, 0x29, 0x2A, 0x2018...0x201F, 0x3008...0x300F, 0x2605, 0x2606, 0x25A0...0x25FF: true
    default: DisclosureMark.isDecoration(value)
    }
  }

  private static func isStop(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3001, 0x3002, 0xFF0C: true
    default: false
    }
  }

  private static func isEdge(_ value: UInt32) -> Bool { value == 0x28 || value == 0x29 || isStop(value) }

  private static func isFieldSign(_ value: UInt32) -> Bool {
    value == 0x3A || value == 0x3D || value == 0x7C || value == 0x2014 || value == 0x28
  }

  private static func text(_ word: [UInt32]) -> String {
    String(String.UnicodeScalarView(word.compactMap(Unicode.Scalar.init)))
  }
}
