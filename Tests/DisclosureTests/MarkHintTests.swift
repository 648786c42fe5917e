import Publication
import TestSupport
import Testing

@testable import Disclosure

/// What is passed over for speed is passed over rightly: every answer is compared with that of the slow way, on generated lines.
@Suite("What the gate passes over")
struct MarkHintTests {
  /// Wordings of marks, pieces of them, and what stands between and around: folded, wide, invisible, of other lines.
  private static let crumbs = [
    "公", "开", "開", "公开", "公開", "主动", "主動", "依申请", "依申请公开", "不予", "不", "不公开", "予以", "全文", "公开发布", "发布", "發佈", "属性", "选项",
    "方式",
    "此件", "本件", "此文", "该文件", "本通知", "不上网", "不登报", "不登報", "不上網", "不对外发布", "严禁上网", "不宜上网", "是否", "否", "是", "理由", "建议",
    "同意", "附注", "注",
    "公开属性", "信息公开选项", "☑", "☐", "□", "√", "（√）", "（ ）", "口", "■", "○", "（", "）", "(", ")", "【", "】", "：", ":", "。", "，",
    "、", "；",
    " ", "\u{3000}", "\t", "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{202F}", "\u{FE0F}", "\u{2800}", "\u{3164}", "\n",
    "\u{2028}", "\u{85}",
    "特此通知", "2025年3月27日", "各旗人民政府", "群众普遍反映，加强源头管理和全过程监管，进一步完善长效机制，新建机电井483眼。", "a", "1", "𠮷",
    "\u{182D}\u{1820}\u{180B}", "ｘ", "*",
  ]

  @Test("a line in which a mark is found is never passed over")
  func marks() {
    for seed in 0..<60_000 {
      var dice = Dice(seed: seed)
      let line = dice.joined(Self.crumbs, upTo: 9)
      guard !DisclosureMark.marks(in: MarkLine(line)).isEmpty else { continue }
      #expect(MarkHint(of: line[...]).mayMark, "seed \(seed): \(line)")
    }
  }

  @Test(
    "who speaks in a document does not depend on what is passed over, however a mark is broken over lines and cells")
  func speakers() {
    var spoke = 0
    for seed in 0..<30_000 {
      var dice = Dice(seed: seed)
      let lines = Self.lines(&dice)
      var quick = MarkSearch(lines)
      var slow = MarkSearch(lines, usesHints: false)
      let (found, expected) = (quick.speakers(), slow.speakers())
      spoke += expected.isEmpty ? 0 : 1
      #expect(found == expected, "seed \(seed): \(lines.map(\.text))")
    }
    // A comparison of nothing with nothing would prove nothing.
    #expect(spoke > 5000)
  }

  private static func lines(_ dice: inout Dice) -> [ScannedLine] {
    var lines: [ScannedLine] = []
    for number in 0..<(1 + dice.below(14)) {
      let text = dice.joined(crumbs, upTo: dice.below(4) == 0 ? 9 : 3)
      let standing: ScannedLine.Standing =
        switch dice.below(6) {
        case 0: .cell(table: 1, row: 1 + number / 3)
        case 1: .heading
        case 2: .quote
        default: .paragraph
        }
      let kind: Place.Kind =
        switch dice.below(12) {
        case 0: .metadata
        case 1: .fileName
        case 2: .unpublished(.header)
        case 3: .unpublished(.hidden)
        default: .body
        }
      guard !text.isEmpty else { continue }
      lines.append(ScannedLine(text, Place(member: 0, kind: kind, number: number), standing))
    }
    return lines
  }
}

@Suite("The reach of digits")
struct DigitReachTests {
  private static let crumbs = [
    "1", "3", "8", "0", "13812341234", "152921", "１", "\u{1813}", "\u{0663}", "\u{1D7D8}", "〇", "一", "壹", "X", "x", "Ｘ",
    "E", "Ｇ", "H1", "-", "—", "·",
    "・", "－", " ", "    ", "\u{3000}", "\u{200B}", "\u{FEFF}", "\n", "\u{85}", "\u{2028}", "\t", "\u{202F}", "，", "年",
    "、", ".", "/", "护照", "通行证", "公",
  ]

  @Test("no run of digits is longer than its reach, and no shorter text is passed over with a number in it")
  func reach() {
    var found = 0
    for seed in 0..<60_000 {
      var dice = Dice(seed: seed)
      let text = dice.joined(Self.crumbs, upTo: 24)
      let scalars = text.unicodeScalars.map(\.value)
      let reach = DigitRun.reach(in: text, upTo: 11)
      for run in DigitRun.runs(in: scalars, minimum: 1) {
        #expect(min(run.digits.count, 11) <= reach, "seed \(seed): \(text)")
      }
      let numbers = LetterNumber.numbers(in: scalars, context: [.passport, .permit])
      found += numbers.count
      if !numbers.isEmpty { #expect(reach >= 7, "seed \(seed): \(text)") }
    }
    #expect(found > 20)
  }
}
