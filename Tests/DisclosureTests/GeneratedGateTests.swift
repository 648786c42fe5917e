import Foundation
import Publication
import TestSupport
import Testing

@testable import Disclosure

/// What an ingredient means, known because it was chosen so: the oracle never reads text.
private enum Meaning: Equatable {
  case says(DisclosureAttribute), unclear, secret, personal, nothing
}

private struct Ingredients {
  static let lines: [(String, Meaning)] = [
    ("（此件公开发布）", .says(.proactive)), ("此件主动公开", .says(.proactive)), ("公开属性：主动公开", .says(.proactive)),
    ("☑主动公开 ☐依申请公开 ☐不予公开", .says(.proactive)), ("（主动公开）", .says(.proactive)), ("信息公开选项：主动公开", .says(.proactive)),
    ("（此件公开发布）", .says(.proactive)), ("公开方式：主动公开", .says(.proactive)),
    ("（此件依申请公开）", .says(.onRequest)), ("公开类别：依申请公开", .says(.onRequest)), ("□主动公开 √依申请公开 □不予公开", .says(.onRequest)),
    ("（此件不公开）", .says(.withheld)), ("此件不予主动公开", .says(.withheld)), ("公开属性：不予公开", .says(.withheld)),
    ("（此件不予公开）", .says(.withheld)),
    ("□主动公开 □依申请公开 □不予公开", .unclear), ("此件删减后公开", .unclear), ("公开属性：主动公开/依申请公开", .unclear), ("☑主动公开 ☑依申请公开", .unclear),
    ("机密★1年", .secret), ("秘密", .secret), ("内部资料　注意保存", .secret), ("密级：绝密", .secret),
    ("身份证号：152921199001010013", .personal), ("卡号6217001234567890122", .personal), ("电话：13812341234", .personal),
  ]
  static let neutral = [
    "群众普遍反映，按照主动公开的要求，加强源头管理和全过程监管，进一步完善长效机制，新建机电井483眼。", "要切实保守国家秘密和商业秘密，任何单位和个人不得泄露，违者依法追究责任。",
    "联系电话：0483-8332412，项目编号152921199001010014，统一社会信用代码113417020032563511。", "依申请公开的信息，由申请人书面提出，机关应当自收到之日起二十个工作日内答复。",
  ]
  static let declared: [(String, Meaning)] = [
    ("主动公开", .says(.proactive)), ("proactive", .says(.proactive)), ("　主动 公开", .says(.proactive)),
    ("依申请公开", .says(.onRequest)),
    ("withheld", .says(.withheld)), ("公开", .unclear), ("public", .unclear),
  ]
}

@Suite("The gate under generated combinations")
struct GeneratedGateTests {
  private let gate = Gate(policy: GatePolicy(officeContacts: []))
  private let cases = ProcessInfo.processInfo.environment["ZARLAL_LONG"] == "1" ? 400_000 : 20_000

  @Test("only a document whose every source says 主动公开 is cleared, whatever stands beside it")
  func combinations() {
    for seed in 0..<cases {
      var dice = Dice(seed: seed)
      var meanings: [[Meaning]] = []
      let isApart = dice.below(3) > 0
      let (article, said) = member(&dice, isApart: isApart, extra: dice.below(3) == 0 ? 2 : 1)
      meanings.append(said)
      var attachments: [Publication.Attachment] = []
      var isReadable = true
      for index in 0..<(dice.below(4) == 0 ? 1 + dice.below(2) : 0) {
        let (content, said) = member(&dice, isApart: isApart, extra: dice.below(2))
        let canBeRead = dice.below(8) > 0
        isReadable = isReadable && canBeRead
        meanings.append(canBeRead ? said : [])
        attachments.append(
          Publication.Attachment(
            name: FileName("附件\(index).txt"), digest: ContentDigest(of: [UInt8(index)]), bytes: [UInt8(index)],
            content: canBeRead ? content : nil))
      }
      var document = DocumentBuilder.document(
        blocks: article.blocks, unpublished: article.unpublished, attachments: attachments, title: "标题")
      document.content.declarations = article.declarations
      let ingest = dice.below(10) == 0 ? [Diagnostic(.badValue, .hold)] : []
      let judgement = gate.judge(document, ingest: ingest, inheritance: nil)
      let expected = GeneratedGateTests.verdict(meanings, isReadable: isReadable, isHeld: !ingest.isEmpty)
      // Lines side by side may be read as one mark broken over two: then the gate may be sterner than the oracle, never milder.
      let isRight = isApart ? judgement.word == expected : judgement.word == expected || judgement.word != "cleared"
      #expect(isRight, "seed \(seed): \(judgement.word), expected \(expected)")
      let told = "\(judgement.diagnostics)"
      #expect(!told.contains("199001010013") && !told.contains("13812341234"), "seed \(seed)")
      if !isRight { return }
    }
  }

  /// The oracle: from meanings alone.
  private static func verdict(_ members: [[Meaning]], isReadable: Bool, isHeld: Bool) -> String {
    let all = members.flatMap { $0 }
    if all.contains(.secret) { return "restricted" }
    var strictest: DisclosureAttribute?
    for member in members {
      let attributes = Set(member.compactMap { if case .says(let attribute) = $0 { attribute } else { nil } })
      if attributes.count > 1 { return "restricted" }
      if let attribute = attributes.first { strictest = max(strictest ?? attribute, attribute) }
    }
    let isClosed = strictest == .withheld || strictest == .onRequest
    if all.contains(.unclear) { return isClosed ? "restricted" : "held" }
    if isClosed { return strictest == .withheld ? "sealed" : "onRequest" }
    let speaks = members[0].contains(.says(.proactive))
    return speaks && isReadable && !isHeld && !all.contains(.personal) ? "cleared" : "held"
  }

  /// A member of a bundle: neutral text with `extra` to `extra` + 1 ingredients somewhere in it.
  private func member(_ dice: inout Dice, isApart: Bool, extra: Int) -> (ReadableContent, [Meaning]) {
    var content = ReadableContent()
    var meanings: [Meaning] = []
    func paragraph(_ text: String) -> LaidOutBlock {
      LaidOutBlock(.body, .paragraph([.text(text)], alignment: .natural))
    }
    content.blocks.append(LaidOutBlock(.title, .paragraph([.text("关于做好供暖工作的通知")], alignment: .center)))
    content.blocks.append(paragraph(dice.pick(Ingredients.neutral)))
    for _ in 0..<(extra + dice.below(2)) {
      // Half of the ingredients say 主动公开, or hardly anything would ever be cleared.
      let (text, meaning) = dice.below(2) == 0 ? Ingredients.lines[dice.below(8)] : dice.pick(Ingredients.lines)
      let written = disguised(text, &dice)
      meanings.append(meaning)
      switch dice.below(8) {
      case 0:
        content.unpublished.append(UnpublishedText(dice.pick([.header, .footer]), written))
        continue
      case 1:
        let cell = TableCell([.paragraph([.text(written)], alignment: .natural)])
        content.blocks.append(LaidOutBlock(.body, .table([[cell]])))
      case 2: content.blocks.append(LaidOutBlock(.body, .paragraph(runs(written, &dice), alignment: .end)))
      case 3:
        content.blocks.append(
          LaidOutBlock(.body, .list(ordered: false, [ListItem(marker: "•", [paragraph(written).block])])))
      default: content.blocks.append(paragraph(written))
      }
      if isApart { content.blocks.append(paragraph(dice.pick(Ingredients.neutral))) }
    }
    if dice.below(3) == 0 {
      let (value, meaning) = dice.below(2) == 0 ? Ingredients.declared[0] : dice.pick(Ingredients.declared)
      content.declarations.append(DocumentBuilder.attribute(value, dice.pick([.sidecar, .frontMatter, .properties])))
      meanings.append(meaning)
    }
    return (content, meanings)
  }

  /// The same text in other clothes: width, brackets, invisible characters, spaces around.
  private func disguised(_ text: String, _ dice: inout Dice) -> String {
    var out = String.UnicodeScalarView()
    let isWide = dice.below(4) == 0
    let noise = dice.below(3)
    for scalar in text.unicodeScalars {
      if noise == 0, dice.below(4) == 0 { out.append(dice.pick(["\u{200B}", "\u{2060}", "\u{FEFF}", "\u{200D}"])) }
      if isWide, (0x30...0x39).contains(scalar.value), let wide = Unicode.Scalar(scalar.value + 0xFEE0) {
        out.append(wide)
      } else {
        out.append(scalar)
      }
    }
    return dice.pick(["", "　　", " ", "\u{A0}"]) + String(out) + dice.pick(["", "　", "\u{200B}"])
  }

  private func runs(_ text: String, _ dice: inout Dice) -> [Inline] {
    var inlines: [Inline] = []
    var piece = ""
    for scalar in text.unicodeScalars {
      piece.unicodeScalars.append(scalar)
      guard dice.below(3) == 0 else { continue }
      inlines.append(dice.below(2) == 0 ? .text(piece) : .strong([.text(piece)]))
      piece = ""
    }
    return inlines + [.text(piece)]
  }

  @Test("no sequence of the words of marks traps the readers or clears against a closed one")
  func soup() {
    let words = [
      "（", "）", "此件", "公开", "发布", "不", "予", "主动", "依申请", "公开属性", "：", "☑", "□", "√", " ", "\n", "密级", "机密", "★", "1年",
      "内部资料", "、", "。", "的",
      "13812341234", "152921", "19900101", "0013", "X", "-", "\u{200B}", "一", "[", "]", "x", "\u{1811}", "附注", "注：",
    ]
    let closing = "此件不公开"
    for seed in 0..<(cases / 4) {
      var dice = Dice(seed: seed | 1 << 40)
      let line = (0..<(1 + dice.below(14))).map { _ in dice.pick(words) }.joined()
      _ = DisclosureMark.parse(line)
      var pieces = [line, "正文如下，请各单位认真贯彻执行，切实抓好落实。", "（此件公开发布）"]
      pieces.insert(closing, at: 2)
      pieces.insert("正文如下，请各单位认真贯彻执行，切实抓好落实。", at: 2)
      let judgement = gate.judge(DocumentBuilder.document(["标题"] + pieces), ingest: [], inheritance: nil)
      #expect(
        judgement.word == "restricted",
        "seed \(seed): \(line.debugDescription) \(judgement.diagnostics.map(\.code)) \(judgement.evidence.map(\.value))"
      )
    }
  }
}
