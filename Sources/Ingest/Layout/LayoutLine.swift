import Publication

/// A paragraph or heading with text, at the top level of a document: what the layout rules look at.
struct LayoutLine {
  /// Index of its block.
  let block: Int
  /// Its number among the blocks with text, from 1: for people.
  let ordinal: Int
  /// Its text without white space at both ends.
  let text: String
  /// The level of a heading.
  let level: Int?
  /// How it stands.
  let alignment: Block.Alignment
  /// Whether a table, list or picture stands between it and the line before.
  let followsOther: Bool

  /// For people.
  var place: String { "正文第\(ordinal)段" }

  /// Bytes of the text: three for a Han character or a Mongolian letter.
  var size: Int { text.utf8.count }

  /// Whether it ends like a sentence, or is too long for a title: 120 Han characters, 300 Mongolian letters.
  var isSentence: Bool {
    if size > (beginsMongolian ? 900 : 360) { return true }
    switch text.unicodeScalars.last?.value {
    case 0x3002, 0xFF1B, 0x3B, 0xFF0C, 0x1803, 0x1809, 0x2026: return true
    default: return false
    }
  }

  /// 主送机关 and the like: ends with a colon.
  var endsWithColon: Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return last == "\u{FF1A}" || last == ":"
  }

  /// Whether the first letter is Mongolian, in Unicode or in Menksoft's codes.
  var beginsMongolian: Bool {
    for scalar in text.unicodeScalars.prefix(16) {
      if (0x1820...0x18AA).contains(scalar.value) || (0xE264...0xE34F).contains(scalar.value) { return true }
      if scalar.isHan { return false }
    }
    return false
  }

  /// 一、 （一） 1. （1） 第一章: a part of the body, not its title.
  /// Source: GB/T 9704-2012 (levels, from memory).
  var beginsWithEnumerator: Bool {
    var rest = text.unicodeScalars[...]
    guard let first = rest.first else { return false }
    let isBracketed = first == "\u{FF08}" || first == "("
    let isNamed = first == "第"
    if isBracketed || isNamed { rest.removeFirst() }
    var figures = 0
    while let scalar = rest.first, figures < 4,
      scalar.decimalDigit != nil || "一二三四五六七八九十百".unicodeScalars.contains(scalar)
    {
      figures += 1
      rest.removeFirst()
    }
    guard figures > 0, let mark = rest.first else { return false }
    if isBracketed { return mark == "\u{FF09}" || mark == ")" }
    if isNamed { return "章节条编".unicodeScalars.contains(mark) }
    if mark == "、" { return true }
    // "1." begins a part; "3.15" and "2025.7" begin a title.
    return (mark == "." || mark == "\u{FF0E}") && rest.dropFirst().first?.decimalDigit == nil
  }

  /// Whether the whole line stands in round brackets.
  var isBracketed: Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, size > 6 else { return false }
    return (first == "\u{FF08}" || first == "(") && (last == "\u{FF09}" || last == ")")
  }

  /// 来源：…, 发布时间：…: what web pages put under a title.
  var isByline: Bool {
    guard size <= 300 else { return false }
    let labels = [
      "来源", "信息来源", "作者", "记者", "编辑", "责任编辑", "日期", "时间", "发布日期", "发布时间", "发布机构", "发文机关", "索引号", "主题分类",
      "浏览次数", "字号", "成文日期", "有效性", "主题词", "关键词",
    ]
    for label in labels where text.starts(withText: label) {
      let rest = text.unicodeScalars.dropFirst(label.unicodeScalars.count)
      if let mark = rest.first(where: { !$0.isBlank }), mark == "\u{FF1A}" || mark == ":" { return true }
    }
    return false
  }

  /// A first line with a full stop that is meant as a title all the same: it ends in a kind of document, or says one short thing
  /// without a pause and not as texts begin; a Mongolian paragraph of up to 300 letters.
  /// Source: decision 0008.
  var isTitleWithStop: Bool {
    guard isSentence, size <= (beginsMongolian ? 900 : 150), !beginsWithEnumerator, !isByline else { return false }
    if beginsMongolian { return true }
    guard text.unicodeScalars.last == "\u{3002}" else { return false }
    let title = text.dropping(lastScalars: 1)
    let pauses = title.unicodeScalars.filter { LayoutLine.pauses.contains($0) }
    guard !pauses.contains("\u{3002}") else { return false }
    if DocumentKindWord.ends(title), title.contains(text: "关于") { return true }
    return size <= 93 && pauses.isEmpty && !LayoutLine.openings.contains { title.starts(withText: $0) }
  }

  private static let pauses = Set("。，；：！？,;:!?".unicodeScalars)
  /// How a text begins that has no title.
  private static let openings = [
    "为", "根据", "按照", "依据", "依照", "经", "现", "今", "近日", "日前", "近期", "自", "各", "请", "兹", "你", "我", "本", "鉴于", "由于", "特",
    "遵照", "关于你",
    "望", "应", "定于", "因",
  ]

  /// Whether it could be a title, as far as the line alone tells.
  var isTitleLike: Bool {
    !isSentence && !endsWithColon && !beginsWithEnumerator && !isByline && !isBracketed && CivilDate(line: text) == nil
      && !Colophon.isLine(text)
  }
}
