import Publication
import TestSupport
import Testing

@testable import Disclosure

/// What is passed over for speed is passed over rightly: every answer is compared with that of the slow way, on generated lines.
@Suite("What the rule of sensitive data passes over")
struct SensitiveGlanceTests {
  /// Numbers, words of the rule and pieces of them, and what stands between and around.
  private static let crumbs = [
    "0", "1", "8", "20", "0483", "8330001", "04838330001", "010", "12345678", "92150000MA0N00000P", "92", "MA0N", "９２",
    "ＭＡ", "一", "〇", "壹", "１", "\u{1813}", "\u{0663}", "\u{1D7D8}", "X", "x", "a", "Ｂ", "-", "—", "·", "(", ")", "（",
    "）", " ", "    ",
    "\u{3000}", "\u{200B}", "\u{FEFF}", "\n", "\u{85}", "\u{2028}", "\t", "\u{202F}", "，", "年", "月", "日", "、", ".", "/",
    ":", "：",
    "账号", "帐号", "账户", "帐", "账", "户口簿", "户口", "户号", "户籍编号", "户籍所在地", "户", "口", "籍", "病历号", "病案号", "病", "住院号", "住址", "住",
    "址",
    "就诊卡", "就", "门诊号", "诊断为", "诊断证明", "诊", "残疾证号", "残疾人证号", "家庭地址", "家住", "家", "现住", "居住地", "居", "住所地", "号", "室", "栋",
    "号楼",
    "@", "＠", "qq.com", "zhang.san", "li@163.com", "als.gov.cn", "bgs", "电话", "传真", "𠮷", "é", "\u{182D}",
  ]

  @Test("what may be personal in a line does not depend on what is passed over")
  func kinds() {
    let rule = SensitiveRule(contacts: [[0, 4, 8, 3, 8, 3, 3, 2, 4, 1, 2]], mailboxes: ["als.gov.cn"])
    var found: [String: Int] = [:]
    for seed in 0..<30_000 {
      var dice = Dice(seed: seed)
      let text = dice.joined(Self.crumbs, upTo: 10)
      let line = ScannedLine(text, Place(member: 0, kind: .body, number: 1), .paragraph)
      let expected = rule.kinds(in: line, usesGlance: false)
      for kind in expected { found[kind, default: 0] += 1 }
      #expect(rule.kinds(in: line) == expected, "seed \(seed): \(text)")
    }
    // A comparison of nothing with nothing would prove nothing.
    #expect(found.count == 7 && found.values.allSatisfy { $0 > 20 }, "\(found)")
  }
}

@Suite("Digits at one look")
struct DigitTests {
  @Test("every numeral is seen as the digit that it stands for, and nothing else is a digit")
  func numerals() {
    for scalar in UInt32(0x2000)...0x9FFF { #expect(Digit.value(of: scalar) == Digit.numeral(scalar)) }
    #expect((UInt32(0x2000)...0x9FFF).count { Digit.numeral($0) != nil } == 25)
  }

  private static let crumbs = [
    "1", "8", "0", "138", "12341234", "１", "\u{1813}", "\u{0663}", "\u{1D7D8}", "〇", "一", "壹", "X", "x", "Ｘ", "E", "Ｇ",
    "-", "—", "·",
    "・", "－", " ", "    ", "\u{3000}", "\u{200B}", "\u{FEFF}", "\n", "\u{85}", "\u{2028}", "\t", "\u{202F}", "，", "年",
    "、", ".", "/", "公",
    "\u{1820}", "\u{E264}", "𠮷", "é",
  ]

  @Test("a line with seven digits that may be one number has the trait of numbers")
  func numbers() {
    var found = 0
    for seed in 0..<60_000 {
      var dice = Dice(seed: seed)
      let text = dice.joined(Self.crumbs, upTo: 16)
      let traits = LineTraits(of: text)
      if DigitRun.reach(in: text, upTo: 7) >= 7 {
        found += 1
        #expect(traits.contains(.number), "seed \(seed): \(text)")
      }
      let isMongolian = text.unicodeScalars.contains {
        (0x1800..<0x18C0).contains($0.value) || (0xE000..<0xF000).contains($0.value)
      }
      #expect(traits.contains(.mongolian) == isMongolian, "seed \(seed): \(text)")
    }
    #expect(found > 1000)
  }
}
