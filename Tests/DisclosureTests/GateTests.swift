import Publication
import TestSupport
import Testing

@testable import Disclosure

private let gate = Gate(policy: GatePolicy(officeContacts: []))

private func judge(
  _ lines: [String], _ declarations: [Declaration] = [], ingest: [Diagnostic] = [],
  attachments: [Publication.Attachment] = []
) -> Judgement {
  let document = DocumentBuilder.document(["关于供暖工作的通知"] + lines, declarations: declarations, attachments: attachments)
  return gate.judge(document, ingest: ingest, inheritance: nil)
}

private func attribute(_ value: String, _ source: EvidenceSource = .sidecar) -> Declaration {
  DocumentBuilder.attribute(value, source)
}

private func paragraph(_ text: String, _ role: LayoutRole = .body) -> LaidOutBlock {
  LaidOutBlock(role, .paragraph([.text(text)], alignment: .natural))
}

@Suite("The gate")
struct GateTests {
  @Test("a mark is told where it stands, though the line before it ends in a colon or breaks off")
  func places() {
    for (lines, place) in [
      (["题目", "各旗区：", "（此件公开发布）"], "正文第3段"), (["题目", "各旗区：", "按期完成。", "（此件公开发布）"], "正文第4段"),
      (["题目", "按期完成。", "附注：", "此件公开发布"], "正文第4段"), (["题目", "按期完成。", "此件", "公开发布"], "正文第4段"),
    ] {
      let judgement = Gate(policy: GatePolicy(officeContacts: [])).judge(
        DocumentBuilder.document(lines), ingest: [], inheritance: nil)
      #expect(judgement.evidence.map(\.place) == [place], "\(lines)")
    }
  }

  @Test("a document without an attribute is held")
  func missing() {
    let judgement = judge(["正文。", "按照主动公开的要求办理。"])
    #expect(judgement.word == "held")
    #expect(judgement.diagnostics.map(\.code) == [.attributeMissing])
    #expect(judgement.attribute == nil)
  }

  @Test(
    "metadata values are exact, width and spaces aside",
    arguments: [
      ("主动公开", "cleared"), (" 主 动　公开 ", "cleared"), ("proactive", "cleared"), ("ｐｒｏａｃｔｉｖｅ", "cleared"),
      ("\u{FEFF}主动公开\u{200B}", "cleared"),
      ("依申请公开", "onRequest"), ("onRequest", "onRequest"), ("不予公开", "sealed"), ("withheld", "sealed"),
      ("公开", "held"), ("", "held"), ("public", "held"), ("主动公开发布", "held"), ("主动", "held"), ("不公开", "restricted"),
      ("依申请", "restricted"),
    ])
  func values(_ value: String, _ expected: String) {
    let judgement = judge(["正文。"], [attribute(value)])
    #expect(judgement.word == expected)
    #expect(judgement.diagnostics.contains { $0.code == .badValue } == (expected == "held" || expected == "restricted"))
  }

  @Test(
    "all sources are heard, and two that disagree publish nothing",
    arguments: [
      (["（此件公开发布）"], ["主动公开"], "cleared"), (["（此件公开发布）"], ["依申请公开"], "restricted"),
      (["（此件不公开）"], ["主动公开"], "restricted"),
      (["（此件不公开）"], ["不予公开"], "sealed"), (["（此件不公开）"], ["依申请公开"], "restricted"),
      (["（此件依申请公开）"], ["onRequest"], "onRequest"),
      (["（此件公开发布）"], ["公开"], "held"), (["（此件不公开）"], ["公开"], "restricted"), (["□主动公开 □不予公开"], ["主动公开"], "held"),
      (["□主动公开 □不予公开"], ["不予公开"], "restricted"), (["（此件公开发布）", "公开属性：不予公开"], [], "restricted"),
      (["公开属性：主动公开", "（此件公开发布）"], [], "cleared"), (["此件删减后公开"], [], "held"), (["此件删减后公开"], ["主动公开"], "held"),
      ([], ["主动公开", "不予公开"], "restricted"), ([], ["主动公开", "主动公开"], "cleared"),
    ] as [([String], [String], String)])
  func agreement(_ lines: [String], _ values: [String], _ expected: String) {
    let sources: [EvidenceSource] = [.sidecar, .properties]
    let declarations = zip(values, sources).map { attribute($0, $1) }
    let judgement = judge(["正文。"] + lines, declarations)
    #expect(judgement.word == expected)
    #expect(judgement.diagnostics.contains { $0.code == .restrictedConflict } == (expected == "restricted"))
    #expect(judgement.evidence.count { $0.fact == "attribute" } == lines.count + values.count)
  }

  @Test("two sources that disagree are named by place and term")
  func conflictIsNamed() {
    let judgement = judge(["正文。", "（此件不公开）"], [attribute("主动公开")])
    let conflict = judgement.diagnostics.first { $0.code == .attributeConflict }
    #expect(conflict?.details["values"] == "sidecar:attribute：主动公开；正文第3段：不予公开")
  }

  @Test(
    "a mark broken over lines is one mark",
    arguments: [
      (["（此件公", "开发布）"], "cleared"), (["（此件", "公开", "发布）"], "cleared"), (["（此件不予", "公开发布）"], "sealed"),
      (["此件不", "公开发布"], "sealed"),
      (["（", "此件公开发布", "）"], "cleared"), (["（此", "件不公开）"], "sealed"), (["公开属性：", "主动公开"], "cleared"),
      (["公开属性：", "不予公开"], "sealed"),
      (["（此件不予", "主动公开）"], "sealed"), (["此件依", "申请公开"], "onRequest"), (["☑主动公开", "☐依申请公开", "☐不予公开"], "cleared"),
      (["☐主动公开", "☐依申请公开", "☑不予公开"], "sealed"), (["☐主动公开", "☐依申请公开", "☐不予公开"], "held"), (["公开发布）"], "held"),
      (["其他事项另行通知", "（此件公开发布）"], "cleared"), (["办公室", "2025年3月1日", "（此件公开发布）", "抄送：各旗区"], "cleared"),
      (["不予公开", "√", "主动公开"], "held"), (["此文件的内容涉及商业，决定不", "公开发布"], "held"),
    ] as [([String], String)])
  func broken(_ lines: [String], _ expected: String) {
    #expect(judge(["正文。"] + lines).word == expected)
    let inlines: [Inline] = lines.flatMap { [.text($0), .lineBreak] }
    let document = DocumentBuilder.document(blocks: [
      paragraph("标题", .title), LaidOutBlock(.note, .paragraph(inlines, alignment: .natural)),
    ])
    #expect(gate.judge(document, ingest: [], inheritance: nil).word == expected)
  }

  @Test(
    "a mark is read from the cells of a table",
    arguments: [
      ([["公开属性", "主动公开"]], "cleared"), ([["索引号", "1"], ["公开属性", "不予公开"]], "sealed"), ([["公开属性："], ["主动公开"]], "held"),
      ([["主动公开", "√"], ["依申请公开", ""], ["不予公开", ""]], "held"), ([["☑主动公开", "☐依申请公开", "☐不予公开"]], "cleared"),
      ([["不予公开", "依申请公开", "主动公开"], ["√", "", ""]], "held"), ([["", "主动公开", "√", "依申请公开"]], "held"),
      ([["主动公开", "依申请公开"], ["12", "3"]], "held"),
      ([["□", "√"], ["主动公开", "不予公开"]], "held"), ([["（此件公开发布）"]], "cleared"),
      ([["公开方式", "公开时限"], ["主动公开", "长期"]], "held"),
    ] as [([[String]], String)])
  func cells(_ rows: [[String]], _ expected: String) {
    let table = rows.map { row in row.map { TableCell([.paragraph([.text($0)], alignment: .natural)]) } }
    let document = DocumentBuilder.document(blocks: [paragraph("标题", .title), LaidOutBlock(.body, .table(table))])
    #expect(gate.judge(document, ingest: [], inheritance: nil).word == expected)
  }

  @Test(
    "a mark split over runs, in a heading or list, or in a header is one mark; a quoted or deleted one clears nothing")
  func standings() {
    func word(_ block: Block, _ unpublished: [UnpublishedText] = []) -> String {
      let document = DocumentBuilder.document(
        blocks: [paragraph("标题", .title), LaidOutBlock(.body, block)], unpublished: unpublished)
      return gate.judge(document, ingest: [], inheritance: nil).word
    }
    let mark: [Inline] = [
      .text("（此"), .strong([.text("件公")]), .link([.text("开发布")], href: "https://example.cn"), .text("）"),
    ]
    #expect(word(.paragraph(mark, alignment: .end)) == "cleared")
    #expect(word(.heading(level: 2, mark)) == "cleared")
    #expect(word(.list(ordered: false, [ListItem(marker: "•", [.paragraph(mark, alignment: .natural)])])) == "cleared")
    #expect(word(.quote([.paragraph(mark, alignment: .natural)])) == "held")
    #expect(word(.quote([.paragraph([.text("（此件不公开）")], alignment: .natural)])) == "sealed")
    let body = Block.paragraph([.text("正文。")], alignment: .natural)
    #expect(word(body, [UnpublishedText(.header, "（此件公开发布）")]) == "cleared")
    #expect(word(body, [UnpublishedText(.footer, "公开属性：依申请公开")]) == "onRequest")
    for kind in [UnpublishedText.Kind.deleted, .hidden, .comment, .property, .alternative, .scriptOrStyle, .fileName] {
      #expect(word(body, [UnpublishedText(kind, "（此件公开发布）")]) == "held", "\(kind)")
      #expect(word(.paragraph(mark, alignment: .end), [UnpublishedText(kind, "（此件不公开）")]) == "restricted", "\(kind)")
    }
  }

  @Test("the attribute alone closes a document only as its last line")
  func bare() {
    #expect(judge(["正文。", "主动公开"]).word == "cleared")
    #expect(judge(["主动公开", "正文。"]).word == "held")
    #expect(judge(["正文。", "不予公开"], [attribute("主动公开")]).word == "restricted")
  }

  @Test("a file name closes a document, and never clears it")
  func fileName() {
    let lines = ["标题", "正文。", "（此件公开发布）"]
    #expect(
      gate.judge(DocumentBuilder.document(lines, name: "方案（不予公开）.txt"), ingest: [], inheritance: nil).isRestricted)
    #expect(gate.judge(DocumentBuilder.document(lines, name: "依申请公开办理指南.txt"), ingest: [], inheritance: nil).isCleared)
    #expect(
      gate.judge(DocumentBuilder.document(["标题", "正文。"], name: "方案（主动公开）.txt"), ingest: [], inheritance: nil).word
        == "held")
  }

  @Test("a bundle takes its strictest member")
  func bundles() {
    func bundle(_ lines: [String], _ attachments: Publication.Attachment...) -> Judgement {
      judge(["正文。"] + lines, attachments: attachments)
    }
    let open = DocumentBuilder.attachment(["清单", "（此件公开发布）"])
    let silent = DocumentBuilder.attachment(["清单"])
    let request = DocumentBuilder.attachment(["清单", "（此件依申请公开）"])
    let closed = DocumentBuilder.attachment(["清单"], declarations: [attribute("不予公开")])
    #expect(bundle(["（此件公开发布）"], silent, open).word == "cleared")
    #expect(bundle(["（此件公开发布）"], silent, request).word == "onRequest")
    #expect(bundle(["（此件公开发布）"], closed, request).word == "sealed")
    #expect(bundle(["（此件公开发布）"], closed).diagnostics.contains { $0.code == .bundleStrictest })
    #expect(bundle([], open).word == "held")
    #expect(bundle([], closed).word == "sealed")
    #expect(bundle(["（此件不公开）"], open).word == "sealed")
    #expect(bundle(["（此件公开发布）"], DocumentBuilder.attachment(["（此件公开发布）", "（此件不公开）"])).word == "restricted")
    #expect(bundle(["（此件公开发布）"], DocumentBuilder.attachment(["此件删减后公开"])).word == "held")
    let unreadable = bundle(["（此件公开发布）"], DocumentBuilder.attachment(nil, name: "名册.zip"))
    #expect(unreadable.word == "held")
    #expect(unreadable.diagnostics.map(\.code) == [.attachmentUnreadable])
    #expect(bundle(["（此件不公开）"], DocumentBuilder.attachment(nil)).word == "sealed")
  }

  @Test("what ingest found decides too, after attribute and secrecy")
  func ingest() {
    let reject = Diagnostic(.sidecarUnreadable, .reject)
    let hold = Diagnostic(.badValue, .hold)
    #expect(judge(["（此件公开发布）"], ingest: [hold]).word == "held")
    #expect(judge(["（此件公开发布）"], ingest: [reject]).word == "rejected")
    #expect(judge(["（此件不公开）"], ingest: [reject, hold]).word == "sealed")
    #expect(judge(["（此件依申请公开）"], ingest: [reject]).word == "onRequest")
    #expect(judge(["机密★1年", "（此件公开发布）"], ingest: [reject]).word == "restricted")
    #expect(judge(["（此件公开发布）"], ingest: [Diagnostic(.restrictedBytes, .restrict)]).word == "restricted")
    #expect(
      judge(["（此件公开发布）"], ingest: [Diagnostic(.badValue, .hold, outlets: [OutletID("site-mn")])]).word == "cleared")
    #expect(judge(["（此件公开发布）"], ingest: [Diagnostic(.unknownKey, .warning)]).word == "cleared")
  }

  @Test("a file that can't be read goes where its metadata say, and is never cleared")
  func unreadable() {
    func word(_ values: [String], _ texts: [UnpublishedText] = [], _ severity: Diagnostic.Severity = .reject) -> String
    {
      gate.judge(
        unreadable: values.map { attribute($0) }, texts: texts, ingest: [Diagnostic(.sidecarUnreadable, severity)]
      ).word
    }
    #expect(word(["不予公开"]) == "sealed")
    #expect(word(["依申请公开"]) == "onRequest")
    #expect(word(["主动公开", "不予公开"]) == "restricted")
    #expect(word(["主动公开"]) == "rejected")
    #expect(word(["主动公开"], [], .hold) == "held")
    #expect(word(["主动公开"], [], .note) == "held")
    #expect(word([]) == "rejected")
    #expect(word(["主动公开"], [UnpublishedText(.fileName, "（机密）方案.docx")]) == "restricted")
    #expect(word(["主动公开"], [UnpublishedText(.fileName, "方案（不予公开）.docx")]) == "restricted")
  }

  @Test("a Mongolian half without an attribute waits for its Chinese half and takes over its attribute")
  func inheritance() {
    func half(_ lines: [String] = [], language: ContentLanguage = .mongolian, pair: String? = "P1") -> Document {
      var document = DocumentBuilder.document(["\u{182A}\u{1822}\u{1834}\u{1822}\u{182D}"] + lines, language: language)
      document.metadata.pair = pair
      return document
    }
    func taken(_ attribute: DisclosureAttribute) -> Inheritance {
      Inheritance(attribute: attribute, from: ItemID(rawValue: "00"), place: "双语标识")
    }
    let waiting = gate.judge(half(), ingest: [], inheritance: nil)
    guard case .awaitingPair(let reference) = waiting.verdict else {
      Issue.record("not waiting: \(waiting.word)")
      return
    }
    #expect(reference == PairReference(pair: "P1", documentNumber: nil))
    #expect(gate.judge(half(pair: nil), ingest: [], inheritance: nil).word == "held")
    #expect(gate.judge(half(language: .chinese), ingest: [], inheritance: nil).word == "held")
    var numbered = half(pair: nil)
    let number = DocumentNumber(word: "阿署办发", year: 2021, sequence: 33)
    numbered.documentNumber = Found(number, Evidence(fact: "docno", source: .text, value: "", place: ""))
    #expect(gate.judge(numbered, ingest: [], inheritance: nil).word == "awaitingPair")

    let cleared = gate.judge(half(), ingest: [], inheritance: taken(.proactive))
    guard case .cleared(let proof) = cleared.verdict else {
      Issue.record("not cleared: \(cleared.word)")
      return
    }
    #expect(proof.clearance.inheritedFrom == ItemID(rawValue: "00"))
    #expect(proof.clearance.evidence.map(\.source) == [.inherited])
    #expect(gate.judge(half(), ingest: [], inheritance: taken(.withheld)).word == "sealed")
    #expect(gate.judge(half(), ingest: [], inheritance: taken(.onRequest)).word == "onRequest")
    #expect(gate.judge(half(language: .chinese), ingest: [], inheritance: taken(.proactive)).word == "held")
    #expect(gate.judge(half(["（此件公开发布）"]), ingest: [], inheritance: nil).word == "cleared")
    #expect(gate.judge(half(["（此件公开发布）"]), ingest: [], inheritance: taken(.withheld)).word == "restricted")
    #expect(gate.judge(half(["（此件不公开）"]), ingest: [], inheritance: taken(.proactive)).word == "sealed")
    #expect(gate.judge(half(["□主动公开 □不予公开"]), ingest: [], inheritance: taken(.proactive)).word == "held")
    #expect(gate.judge(half(["手机 13812341234"]), ingest: [], inheritance: taken(.proactive)).word == "held")
  }
}
