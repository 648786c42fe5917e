import Publication
import TestSupport
import Testing

@testable import Disclosure

/// A text with what is found in it.
struct NumberCase: CustomTestStringConvertible, Sendable {
  var text: String
  var found: [String]
  init(_ text: String, _ found: String...) {
    self.text = text
    self.found = found
  }
  var testDescription: String { text }
}

@Suite("Personal numbers")
struct PersonalNumberTests {
  private let rule = PersonalNumberRule(contacts: [PersonalNumber.digits(ofContact: "199-0000-9999")])

  @Test(
    "a resident number is found however it is written",
    arguments: [
      NumberCase("11010519491231002X", "110105********002X"),
      NumberCase("身份证号：152921199001010013。", "152921********0013"),
      NumberCase("152922198506150021", "152922********0021"), NumberCase("152921198002291115", "152921********1115"),
      NumberCase("152921200101011238", "152921********1238"), NumberCase("11010519491231002x", "110105********002X"),
      NumberCase("152921 19900101 0013", "152921********0013"),
      NumberCase("152921-19900101-0013", "152921********0013"),
      NumberCase("1 5 2 9 2 1 1 9 9 0 0 1 0 1 0 0 1 3", "152921********0013"),
      NumberCase("1529211990\u{200B}01010013", "152921********0013"),
      NumberCase("152921\u{3000}1990\u{A0}0101\u{202F}0013", "152921********0013"),
      NumberCase("15292119900\n1010013", "152921********0013"),
      NumberCase("１５２９２１１９９００１０１００１３", "152921********0013"),
      NumberCase(
        "\u{1811}\u{1815}\u{1812}\u{1819}\u{1812}\u{1811}\u{1811}\u{1819}\u{1819}\u{1810}\u{1810}\u{1811}\u{1810}\u{1811}\u{1810}\u{1810}\u{1811}\u{1813}",
        "152921********0013"),
      NumberCase("一五二九二一一九九〇〇一〇一〇〇一三", "152921********0013"), NumberCase("１５２９２１1990零一零一0013", "152921********0013"),
      NumberCase("11010519491231002\u{200B}Ｘ", "110105********002X"),
      NumberCase("员工152921199001010013一名", "152921********0013"),
      NumberCase("152921850615002", "152921******002"),
      NumberCase("152921199001010013,152922198506150021", "152921********0013", "152922********0021"),
      NumberCase("152921199001010013 13800138000", "152921********0013", "138****8000"),
    ])
  func residents(_ example: NumberCase) {
    #expect(rule.numbers(in: example.text).map(\.masked) == example.found)
  }

  @Test(
    "mobiles and cards are found however they are written",
    arguments: [
      NumberCase("投资13812341234.00元"), NumberCase("13812341234.5"), NumberCase("电话13812341234。", "138****1234"),
      NumberCase("13812341234.1、", "138****1234"), NumberCase("13812341234", "138****1234"),
      NumberCase("联系电话：138 1234 1234", "138****1234"),
      NumberCase("138-1234-1234", "138****1234"),
      NumberCase("+86 13812341234", "138****1234"), NumberCase("8613812341234", "138****1234"),
      NumberCase("+86-138-1234-1234", "138****1234"),
      NumberCase("１３８１２３４１２３４", "138****1234"), NumberCase("1 3 8 1 2 3 4 1 2 3 4", "138****1234"),
      NumberCase("138\u{200B}12341234", "138****1234"),
      NumberCase("13812\n341234", "138****1234"), NumberCase("一三八一二三四一二三四", "138****1234"),
      NumberCase("幺三八一二三四一二三四", "138****1234"),
      NumberCase("拨打13812341234一般能接通", "138****1234"),
      NumberCase("13812341234、13912341234", "138****1234", "139****1234"),
      NumberCase("张三(13812341234)", "138****1234"), NumberCase("wx13812341234", "138****1234"),
      NumberCase("13 812 341 234", "138****1234"),
      NumberCase("手机 13 8123 412 34", "138****1234"), NumberCase("13812341234元旦期间", "138****1234"),
      NumberCase("6217001234567890122", "621700*********0122"),
      NumberCase("6228481234567890128", "622848*********0128"),
      NumberCase("62220212345678903", "622202*******8903"),
      NumberCase("6222 0200 0000 0436 568", "622202*********6568"),
      NumberCase("卡号：6222020000000436568", "622202*********6568"), NumberCase("4111111111111111", "411111******1111"),
      NumberCase("护照E12345678", "E*****678"), NumberCase("护照号：EA1234567", "E*****567"),
      NumberCase("公务普通护照PE1234567", "P*****567"),
      NumberCase("港澳通行证 H12345678", "H*****678"),
    ])
  func mobilesAndCards(_ example: NumberCase) {
    #expect(rule.numbers(in: example.text).map(\.masked) == example.found)
  }

  @Test(
    "look-alikes pass",
    arguments: [
      "152923200102290032", "113417020032563511", "11150000MB1604391C", "11341702486344515H", "11441700007280420Y",
      "91110000600037341L",
      "0483-8332412", "0483 8332412", "(0483)8332412", "04838332412", "010-12345678", "400-800-1234", "12345",
      "11150000MB1604391C/2025-03582",
      "11341702486344515H/202110-00013", "000014349/2018-00222", "0142768-8/2022-00185", "20250101", "2025-01-01 13:00",
      "20250101123000",
      "项目编号152921199001010014", "15-2025-00123", "1949-10-01", "138123456789", "013812345678", "投资13812341234元。",
      "13,812,341,234",
      "1999-2025-123", "a13812341234b5c6d7", "0.13812341234", "6217001234567890123", "2025 1381 2341 234 55",
      "1 5 0 0 0 0 0 0 0 0 0", "15 2025 10 201",
      "新建机电井483眼，发放补助资金8678万元，完成投资5239万元，惠及农牧民8711户527人", "1735689600000", "199-0000-9999", "+86 19900009999",
      "ISBN 978-7-100-12345-6",
      "第十三届人民代表大会第一次会议一九四九年", "二〇二五年七月十一日", "15\t2025\t1000\t20", "E12345678-2", "台胞证 20250101",
    ])
  func lookAlikes(_ text: String) {
    #expect(rule.numbers(in: text).isEmpty)
  }

  @Test("a number holds the item wherever it stands, and is never printed whole")
  func everywhere() {
    let number = "152921199001010013"
    func cell(_ text: String) -> TableCell { TableCell([.paragraph([.text(text)], alignment: .natural)]) }
    let mark = LaidOutBlock(.note, .paragraph([.text("（此件公开发布）")], alignment: .natural))
    func block(_ inlines: [Inline]) -> LaidOutBlock { LaidOutBlock(.body, .paragraph(inlines, alignment: .natural)) }
    func text(_ inlines: Inline...) -> Document { DocumentBuilder.document(blocks: [block(inlines), mark]) }
    let lines = ["标题", "正文。", "（此件公开发布）"]
    let digest = ContentDigest(of: [1])
    let documents: [Document] = [
      DocumentBuilder.document(["标题\(number)"] + lines.dropFirst()),
      DocumentBuilder.document(lines, name: "名单\(number).txt"),
      DocumentBuilder.document(lines, unpublished: [UnpublishedText(.deleted, number)]),
      DocumentBuilder.document(lines, unpublished: [UnpublishedText(.header, number)]),
      DocumentBuilder.document(lines, unpublished: [UnpublishedText(.scriptOrStyle, "var id = '\(number)'")]),
      DocumentBuilder.document(
        lines,
        declarations: [Declaration(key: .digest, values: ["甲", number], source: .sidecar, place: "sidecar:digest")]),
      DocumentBuilder.document(lines, attachments: [DocumentBuilder.attachment(["甲 \(number)"])]),
      DocumentBuilder.document(lines, attachments: [DocumentBuilder.attachment(["甲"], name: "\(number).txt")]),
      DocumentBuilder.document(lines, attachments: [DocumentBuilder.attachment(nil, name: "\(number).zip")]),
      DocumentBuilder.document(blocks: [LaidOutBlock(.body, .table([[cell("甲"), cell(number)]])), mark]),
      DocumentBuilder.document(blocks: [LaidOutBlock(.body, .table([number.map { cell(String($0)) }])), mark]),
      DocumentBuilder.document(blocks: [
        LaidOutBlock(.colophon, .paragraph([.text(number)], alignment: .natural)), mark,
      ]),
      DocumentBuilder.document(["标题", "身份证号152921199", "001010013，特此公示。", "（此件公开发布）"]),
      text(.text("152921"), .strong([.text("19900101")]), .emphasis([.text("0013")])),
      text(.text("152921199"), .lineBreak, .text("001010013")),
      text(.text(number), .superscript([.text("1")])),
      text(.link([.text("甲")], href: "https://example.cn/?id=\(number)")),
      text(.image(ImageReference(digest: digest, alternative: number))),
      text(.ruby(base: [.text("甲")], reading: number)),
    ]
    for (index, document) in documents.enumerated() {
      let judgement = Gate(policy: GatePolicy(officeContacts: [])).judge(document, ingest: [], inheritance: nil)
      #expect(judgement.word == "held", "case \(index)")
      #expect(judgement.diagnostics.contains { $0.code == .personalNumber }, "case \(index)")
      #expect(!"\(judgement.diagnostics) \(judgement.evidence)".contains(number), "case \(index)")
    }
  }

  /// The words for what a row of a table holds, under a heading; cells are parted by `|`.
  static func numbers(_ row: String, under heading: String, contacts: [String] = []) -> [String] {
    func cells(_ text: String) -> [TableCell] {
      text.split(separator: "|", omittingEmptySubsequences: false).map {
        TableCell([.paragraph([.text(String($0))], alignment: .natural)])
      }
    }
    let content = ReadableContent(blocks: [LaidOutBlock(.body, .table([cells(heading), cells(row)]))])
    let rule = PersonalNumberRule(contacts: Set(contacts.map { PersonalNumber.digits(ofContact: $0) }))
    var pass = NumberPass(rule: rule, lines: ContentScan(content, member: 0).lines)
    return pass.hits().map(\.number.masked)
  }

  @Test(
    "numbers split over the cells of a row are found, each once",
    arguments: [
      ("证号", NumberCase("152921|19900101|0013", "152921********0013")),
      ("证号", NumberCase("152921|1990|01|01|0013", "152921********0013")),
      ("证号", NumberCase("152921199001|010013", "152921********0013")),
      ("证号", NumberCase("15292119900101001|3", "152921********0013")),
      ("证号", NumberCase("110105|19491231|002|X", "110105********002X")),
      ("证号", NumberCase("11010519491231002|x", "110105********002X")),
      ("证号", NumberCase("1|1|0|1|0|5|1|9|4|9|1|2|3|1|0|0|2|X", "110105********002X")),
      ("证号", NumberCase("1|甲|１５２９２１|1990 0101|0013|3", "152921********0013")),
      ("证号", NumberCase("3|152921|19900101|0013|152922|19850615|0021", "152921********0013", "152922********0021")),
      ("证号", NumberCase("152921||19900101||0013", "152921********0013")),
      ("身份证号", NumberCase("152921|850615|002", "152921******002")),
      ("银行卡号", NumberCase("6222|0200|0000|0436|568", "622202*********6568")),
      ("开户账号", NumberCase("甲|4111|1111|1111|1111", "411111******1111")),
      ("甲", NumberCase("甲|6222|0200|0000|0436|568", "622202*********6568")),
      ("联系方式", NumberCase("甲|138|1234|1234", "138****1234")), ("手机", NumberCase("138|12341234|5", "138****1234")),
    ])
  func cells(_ heading: String, _ example: NumberCase) {
    #expect(Self.numbers(example.text, under: heading) == example.found)
  }

  @Test(
    "figures side by side in a table pass",
    arguments: [
      ("项目", "152921|19900101|0014"), ("项目", "152921|甲|19900101|0013"), ("年份", "2021|2022|2023|2024|2025"),
      ("户数", "138|1234|1234"), ("金额", "4111|1111|1111|1111"), ("金额", "1|6222|0200|0000|0436|568"),
      ("联系电话", "128|1234|1234"),
      ("联系电话", "199|0000|9999"), ("账号", "6222|0200|0000|0436|567"), ("人数", "152921|850615|002"),
      ("身份证", "X|152921|19900101"),
      ("数", "15.2921|19900101|0013"), ("数", "152,921|19900101|0013"),
    ])
  func statistics(_ heading: String, _ row: String) {
    #expect(Self.numbers(row, under: heading, contacts: ["199-0000-9999"]) == [])
  }

  @Test("the last figure of a resident number on a line of its own is found, an X too")
  func lastFigure() {
    for number in ["15292119900101001|3", "11010519491231002|X"] {
      let lines = number.split(separator: "|").map(String.init)
      let judgement = Gate(policy: GatePolicy(officeContacts: [])).judge(
        DocumentBuilder.document(["标题"] + lines + ["（此件公开发布）"]), ingest: [], inheritance: nil)
      #expect(judgement.diagnostics.contains { $0.code == .personalNumber }, "\(number)")
    }
  }

  @Test("the office's own numbers are no finding")
  func contacts() {
    let document = DocumentBuilder.document(["标题", "值班电话：138-0000-0000。", "（此件公开发布）"])
    #expect(
      Gate(policy: GatePolicy(officeContacts: ["+86 13800000000"])).judge(document, ingest: [], inheritance: nil)
        .isCleared)
    #expect(!Gate(policy: GatePolicy(officeContacts: [])).judge(document, ingest: [], inheritance: nil).isCleared)
  }
}
