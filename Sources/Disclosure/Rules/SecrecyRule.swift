import Publication

/// DIS-007: a secrecy or internal mark beats every attribute.
///
/// A level word is a mark on a line of its own, beside ★, in brackets of its own, in a 密级 field, or as a word apart in a header, a
/// name or a property. In running text (商业秘密, 保守秘密, 秘密投票) it is an ordinary word.
/// Source: disclosure rules, "Secrecy and internal marks"; 《保守国家秘密法》(2024) 第十四条, 密级分为绝密、机密、秘密三级.
enum SecrecyRule {
  /// The term of the mark in this line; `nil`: it is none.
  static func term(in scanned: ScannedLine) -> String? {
    if case .unpublished(.scriptOrStyle) = scanned.place.kind { return nil }
    guard scanned.traits.contains(.secrecy) else { return nil }
    for piece in scanned.text.linePieces {
      let line = MarkLine(piece)
      if let term = term(in: line, isLabelLike: scanned.isLabelLike) { return term }
      // 内部 above everything else is where a level stands; further down it may be a heading.
      if scanned.place.kind == .body, scanned.place.number == 1, line.count == 2, labelled(line) != nil { return "内部" }
    }
    return nil
  }

  static func term(in line: MarkLine, isLabelLike: Bool) -> String? {
    if isLabelLike, let word = labelled(line) { return text(word) }
    if let term = ownLine(line) ?? classifier(line) { return term }
    for index in 0..<line.count {
      if line.first(of: fields, at: index) != nil, let term = field(line, at: index) { return term }
      guard let word = line.first(of: marks, at: index) else { continue }
      let end = index + word.count
      let isLevel = levels.contains(word)
      if isBesideStar(line, index, end) || isBracketed(line, index, end) { return text(word) }
      if (isLabelLike || line.count <= 24), isApart(line, index, end) { return text(word) }
      if isLabelLike, isLevel, endsName(line, index, end) { return text(word) }
      if isLabelLike, !isLevel, line.count <= 40, line.first(of: topics, at: end) == nil { return text(word) }
    }
    return nil
  }

  private static let levels = MarkLine.words("绝密", "机密", "秘密")
  private static let marks =
    levels
    + MarkLine.words(
      "工作秘密", "内部资料", "内部文件", "内部参考", "内部刊物", "内部材料", "内部使用", "内部掌握", "内部传阅", "仅供内部", "仅限内部", "注意保存", "不得外传",
      "请勿外传", "严禁外传", "禁止外传", "切勿外传", "密件", "警务秘密", "审判秘密", "检察秘密", "核心商密",
      "普通商密")
  /// What makes a topic of a mark before it: 工作秘密管理办法, 内部资料性出版物.
  private static let topics = MarkLine.words("管理", "保护", "性", "范围", "事项", "制度", "界定", "认定", "确定")
  /// Marks only where nothing else stands on their line.
  private static let wholeMarks = MarkLine.words(
    "内部参阅", "内部文稿", "内部明电", "涉密文件", "涉密资料", "涉密材料", "保密文件", "保密资料", "转载外传", "注意保密", "严格保密", "限内部发行", "内部发行")
  private static let framedMarks = MarkLine.words("涉密", "保密", "内部", "国家秘密", "商密", "密")
  private static let subjects = MarkLine.words("此件", "本件", "此文件", "本文件", "(此件", "(本件")
  private static let fields = MarkLine.words("密级", "秘密等级", "保密等级", "保密级别", "涉密等级", "保密期限")
  /// What else stands on the line of a mark.
  private static let company = MarkLine.words(
    "妥善保管", "妥善保存", "用后收回", "阅后收回", "严禁复制", "严禁翻印", "不得复制", "不得翻印", "免费交流", "敏感信息", "保密期限", "秘密等级", "特急", "加急", "平急",
    "特提",
    "急件", "份号", "编号", "本文件", "此文件", "本资料", "本材料", "属于", "仅供", "参考", "参阅", "使用", "传阅", "个月", "长期", "密级", "文件", "材料",
    "资料", "未经批准", "未经许可", "未经允许", "涉及", "仅限", "供", "不得", "严禁",
    "本件", "此件", "内部", "以内", "No", "NO", "请", "级", "年", "月", "日", "天", "属", "为", "系", "第", "号", "和", "及", "至", "件",
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "零")
  private static let harmless = MarkLine.words("非密", "不涉密", "非涉密", "无密", "未定密", "不定密", "解密", "脱密")
  private static let terms = MarkLine.words("个月", "长期", "年", "月", "日", "天")

  /// A word that may stand beside a mark on its line.
  static func companion(_ line: MarkLine, at index: Int) -> [UInt32]? { line.first(of: company, at: index) }

  /// Whether the whole line is made of marks and what stands beside them.
  private static func ownLine(_ line: MarkLine) -> String? {
    var found: [UInt32]?
    var index = 0
    while index < line.count {
      let scalar = line.scalars[index]
      if let word = line.first(of: marks, at: index) ?? line.first(of: wholeMarks, at: index) {
        found = found ?? word
        index += word.count
      } else if let word = line.first(of: framedMarks, at: index), isFramed(line, at: index) {
        found = found ?? word
        index += word.count
      } else if let word = line.first(of: company, at: index) {
        index += word.count
      } else if isSign(scalar) || scalar &- 0x30 < 10 {
        index += 1
      } else {
        return nil
      }
    }
    return found.map(text)
  }

  /// 保密 alone may be the heading of a column; （保密） and 此件涉密 are marks.
  private static func isFramed(_ line: MarkLine, at index: Int) -> Bool {
    (index > 0 && line.scalars[index - 1] == 0x28) || line.first(of: subjects, at: 0) != nil
  }

  /// （内部） or （涉密） anywhere in a name, or 内部 as the whole of a property.
  private static func labelled(_ line: MarkLine) -> [UInt32]? {
    for index in 0..<line.count {
      guard let word = line.first(of: framedMarks, at: index) else { continue }
      let end = index + word.count
      if index > 0, line.scalars[index - 1] == 0x28, end < line.count, line.scalars[end] == 0x29 { return word }
      if index == 0, end == line.count, wholeProperties.contains(word) { return word }
    }
    return nil
  }

  private static let wholeProperties = MarkLine.words("内部", "涉密")

  /// 行动预案绝密, 预案机密文件 as a name: what stands at its end tells what it is. 秘密 ends ordinary words (商业秘密).
  private static func endsName(_ line: MarkLine, _ start: Int, _ end: Int) -> Bool {
    guard !line.has(levels[2], at: start), start > 0, !owners.contains(where: { line.has($0, at: start - $0.count) })
    else { return false }
    let rest = papers.first { line.has($0, at: end) }.map(\.count) ?? 0
    let last = end + rest
    return last == line.count || line.scalars[last] == 0x2E
  }

  private static let papers = MarkLine.words("文件", "资料", "材料", "级")
  /// 国家机密, 商业机密: topics.
  private static let owners = MarkLine.words("国家", "商业", "军事", "核心", "司")

  /// 定密责任人：李某: only a document with a level names who set it.
  private static func classifier(_ line: MarkLine) -> String? {
    guard let label = line.first(of: classifiers, at: 0), line.count <= 24 else { return nil }
    let value = label.count + 1
    guard value < line.count, line.scalars[label.count] == 0x3A, line.isHan(at: value) else { return nil }
    return line.has([0x65E0], at: value) && value + 1 == line.count ? nil : text(label)
  }

  private static let classifiers = MarkLine.words("定密责任人", "定密依据", "定密人")

  private static func field(_ line: MarkLine, at start: Int) -> String? {
    guard start == 0 || line.isSpaced[start] || !line.isHan(at: start - 1),
      let label = line.first(of: fields, at: start)
    else { return nil }
    var index = start + label.count
    if line.has([0x548C], at: index), let more = line.first(of: fields, at: index + 1) { index += 1 + more.count }
    var isField = index < line.count && line.isSpaced[index]
    while index < line.count, isFieldSign(line.scalars[index]) {
      isField = true
      index += 1
    }
    let end = min(line.count, index + 12)
    guard isField, index < end else { return nil }
    if harmless.contains(where: { line.has($0, at: index) }) { return nil }
    for position in index..<end {
      if let word = line.first(of: marks, at: position) { return text(word) }
    }
    if line.has([0x5185, 0x90E8], at: index) { return "内部" }
    // 保密期限：10年 tells of a level that stands elsewhere.
    let isTerm =
      line.has([0x957F, 0x671F], at: index)
      || (line.scalars[index] &- 0x30 < 10 && line.contains(anyOf: terms, in: index..<end))
    return label.count == 4 && isTerm && line.count <= 24 ? "保密期限" : nil
  }

  private static func isBesideStar(_ line: MarkLine, _ start: Int, _ end: Int) -> Bool {
    if start > 0, isStar(line.scalars[start - 1]) { return true }
    var next = end
    if line.has([0x7EA7], at: next) { next += 1 }
    guard next < line.count else { return false }
    if isStar(line.scalars[next]) { return true }
    guard line.scalars[next] == 0x2A else { return false }
    let after = next + 1
    return after < line.count && (line.scalars[after] &- 0x30 < 10 || line.first(of: terms, at: after) != nil)
  }

  /// （机密）, 【秘密★1年】, （内部资料，注意保存）: nothing but marks between a pair of brackets.
  private static func isBracketed(_ line: MarkLine, _ start: Int, _ end: Int) -> Bool {
    guard start > 0, line.scalars[start - 1] == 0x28 else { return false }
    var index = end
    while index < line.count {
      let scalar = line.scalars[index]
      // 、 makes a list of words, not a mark.
      if scalar == 0x29 { return true }
      if scalar == 0x3001 { return false }
      if scalar &- 0x30 < 10 || isSign(scalar) {
        index += 1
      } else if let word = line.first(of: marks, at: index) ?? line.first(of: terms, at: index) {
        index += word.count
      } else if scalar == 0x7EA7, index + 2 == line.count {
        index += 1
      } else {
        return false
      }
    }
    return true
  }

  /// Whether the word stands apart: between white space, brackets, figures and signs of a label.
  static func isApart(_ line: MarkLine, _ start: Int, _ end: Int) -> Bool {
    let before = start == 0 || line.isSpaced[start] || separates(line.scalars[start - 1])
    let after = end == line.count || line.isSpaced[end] || separates(line.scalars[end])
    return before && after
  }

  private static func separates(_ value: UInt32) -> Bool {
    switch value {
    case 0x28, 0x29, 0x2A, 0x2B, 0x2D, 0x2E, 0x2F, 0x30...0x39, 0x3A, 0x3B, 0x3D, 0x5C, 0x5F, 0x7C, 0x7E, 0xB7,
      0x2010...0x2015,
      0x2500...0x257F, 0x25A0...0x25FF:
      true
    default: isStar(value)
    }
  }

  private static func isFieldSign(_ value: UInt32) -> Bool {
    value == 0x3A || value == 0x3D || value == 0x7C || value == 0x28 || value == 0x29 || value == 0x201C
      || value == 0x22
  }

  private static func isSign(_ value: UInt32) -> Bool {
    value == 0x28 || value == 0x29 || value == 0x3D || isStar(value) || value == 0xFF0C || value == 0x21
      || value == 0x22
      || (0x2018...0x201F).contains(value) || (0x2160...0x217F).contains(value)
      || (0x25A0...0x25FF).contains(value) || DisclosureMark.isDecoration(value)
  }

  private static func isStar(_ value: UInt32) -> Bool {
    switch value {
    case 0x2605, 0x2606, 0x2721...0x274B, 0x2B50, 0x2B51, 0x2B52, 0x66D, 0x22C6, 0x203B: true
    default: false
    }
  }

  private static func text(_ word: [UInt32]) -> String {
    var out = ""
    for value in word { if let scalar = Unicode.Scalar(value) { out.unicodeScalars.append(scalar) } }
    return out
  }
}
