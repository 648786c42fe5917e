import Disclosure
import Publication
import TestSupport
import Testing

@testable import Ingest

/// What a source says, known because it was chosen so.
private enum Said: CaseIterable, Sendable {
  case open, onRequest, withheld, unclear, secret
}

/// A place of a document where something may be said, and what it counts for. The oracle knows this, and reads no text.
private struct Source: Sendable {
  var name: String
  /// Whether 主动公开 here may open the document; elsewhere it says nothing.
  var opens = false
  /// Whether something unclear here is heard.
  var hearsUnclear = false
  /// 0: the article, 1: its attachment.
  var member = 0
  var put: @Sendable (Said, inout Draft) -> Void
}

/// A document in the making.
private struct Draft {
  var name = "通知"
  var sidecar: String?
  /// Parts of the text, by the place where the format writes them.
  var pieces: [String: String] = [:]
  var attachment: String?
  var attachmentName = "附件1.txt"
}

private enum Wording {
  static func mark(_ said: Said) -> String {
    switch said {
    case .open: "（此件公开发布）"
    case .onRequest: "（此件依申请公开）"
    case .withheld: "（此件不予公开）"
    case .unclear: "（此件删减后公开）"
    case .secret: "机密★1年"
    }
  }
  static func field(_ said: Said) -> String {
    switch said {
    case .open: "公开属性：主动公开"
    case .onRequest: "公开属性：依申请公开"
    case .withheld: "公开属性：不予公开"
    case .unclear: "公开属性：主动公开/依申请公开"
    case .secret: "密级：机密"
    }
  }
  static func boxes(_ said: Said) -> String {
    switch said {
    case .open: "☑主动公开 ☐依申请公开 ☐不予公开"
    case .onRequest: "☐主动公开 ☑依申请公开 ☐不予公开"
    case .withheld: "☐主动公开 ☐依申请公开 ☑不予公开"
    case .unclear: "☐主动公开 ☐依申请公开 ☐不予公开"
    case .secret: "内部资料　注意保存"
    }
  }
  static func value(_ said: Said) -> String {
    switch said {
    case .open: "主动公开"
    case .onRequest: "依申请公开"
    case .withheld: "不予公开"
    case .unclear: "公开"
    case .secret: "机密"
    }
  }
  static let neutral = "各旗区各部门要压实责任、细化举措，加强隐患排查和应急值守，确保群众温暖过冬。"
}

private struct Format: Sendable {
  var name: String
  var fileExtension: String
  var sources: [Source]
  var bytes: @Sendable (Draft) -> [UInt8]

  /// Sources that every format has.
  static let common: [Source] = [
    Source(name: "sidecar", opens: true, hearsUnclear: true) { said, draft in
      draft.sidecar = "{\"公开属性\": \"\(Wording.value(said))\"}"
    },
    text("closing", opens: true, Wording.mark), text("field", opens: true, Wording.field),
    text("boxes", opens: true, Wording.boxes),
    Source(name: "fileName") { said, draft in
      // A name can only close; what is unclear in it says nothing.
      if said == .onRequest || said == .withheld { draft.name = "通知（\(Wording.value(said))）" }
      if said == .secret { draft.name = "通知（机密）" }
    },
    Source(name: "attachment", opens: true, hearsUnclear: true, member: 1) { said, draft in
      draft.attachment = (draft.attachment ?? "附件清单\n") + Wording.neutral + "\n" + Wording.mark(said) + "\n"
    },
    Source(name: "attachmentName", member: 1) { said, draft in
      draft.attachment = draft.attachment ?? "附件清单\n\(Wording.neutral)\n"
      if said == .onRequest || said == .withheld { draft.attachmentName = "附件1（\(Wording.value(said))）.txt" }
      if said == .secret { draft.attachmentName = "附件1（机密）.txt" }
    },
  ]

  static func text(_ place: String, opens: Bool, _ wording: @escaping @Sendable (Said) -> String) -> Source {
    Source(name: place, opens: opens, hearsUnclear: opens) { said, draft in draft.pieces[place] = wording(said) }
  }

  static let markdown = Format(
    name: "Markdown", fileExtension: "md",
    sources: common + [
      Source(name: "frontMatter", opens: true, hearsUnclear: true) { said, draft in
        draft.pieces["frontMatter"] = "---\n公开属性: \(Wording.value(said))\n---\n"
      }, text("comment", opens: false, Wording.field), text("linkTitle", opens: false, Wording.mark),
      text("footnote", opens: false, Wording.mark), text("quote", opens: false, Wording.mark),
      text("definition", opens: false, Wording.mark), text("attributeValue", opens: false, Wording.mark),
    ]
  ) { draft in
    func piece(_ name: String, _ shape: (String) -> String) -> String { draft.pieces[name].map(shape) ?? "" }
    let parts = [
      piece("frontMatter") { $0 } + "# 关于做好冬季供暖工作的通知", Wording.neutral, piece("field") { $0 }, Wording.neutral,
      piece("comment") { "<!-- \($0) -->" },
      piece("linkTitle") { "见[网站](https://example.cn \"\($0)\")，\(Wording.neutral)" },
      piece("footnote") { "见注[^1]，\(Wording.neutral)\n\n[^1]: \($0)" }, piece("quote") { "> \($0)" }, Wording.neutral,
      piece("attributeValue") { "见<span data-x=\"\($0)\">图</span>，\(Wording.neutral)" },
      piece("definition") { "[无人用]: \($0)" },
      piece("boxes") { $0 }, Wording.neutral, piece("closing") { $0 },
    ]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: "\n\n").utf8)
  }

  static let html = Format(
    name: "HTML", fileExtension: "html",
    sources: common + [
      Source(name: "meta", opens: true, hearsUnclear: true) { said, draft in
        draft.pieces["meta"] = Wording.value(said)
      }, text("comment", opens: false, Wording.field), text("hidden", opens: false, Wording.mark),
      text("tooltip", opens: false, Wording.mark), text("style", opens: false, Wording.mark),
      text("script", opens: false, { $0 == .secret ? "x" : Wording.field($0) }),
      text("cell", opens: true, Wording.field),
    ]
  ) { draft in
    func piece(_ name: String, _ shape: (String) -> String) -> String { draft.pieces[name].map(shape) ?? "" }
    let neutral = "<p>\(Wording.neutral)</p>"
    let page =
      "<html><head>" + piece("meta") { "<meta name=\"公开属性\" content=\"\($0)\">" }
      + piece("style") { "<style>p::after{content:\"\($0)\"}</style>" } + "</head><body><h1>关于做好冬季供暖工作的通知</h1>"
      + neutral
      + piece("field") { "<p>\($0)</p>" } + neutral + piece("comment") { "<!-- \($0) -->" }
      + piece("hidden") { "<div style=\"display:none\">\($0)</div>" }
      + piece("tooltip") { "<p title=\"\($0)\">\(Wording.neutral)</p>" }
      + piece("cell") { "<table><tr><td>\($0)</td></tr></table>" } + neutral + piece("boxes") { "<p>\($0)</p>" }
      + neutral
      + piece("closing") { "<p>\($0)</p>" } + "</body></html>"
    return Array(page.utf8)
  }

  static let word = Format(
    name: "DOCX", fileExtension: "docx",
    sources: common + [
      Source(name: "property", opens: true, hearsUnclear: true) { said, draft in
        draft.pieces["property"] = Wording.value(said)
      }, text("header", opens: true, Wording.field), text("footer", opens: true, Wording.mark),
      text("comment", opens: false, Wording.mark), text("deleted", opens: false, Wording.mark),
      text("hidden", opens: false, Wording.field), text("fallback", opens: false, Wording.mark),
      text("customXML", opens: false, Wording.field), text("box", opens: true, Wording.field),
    ]
  ) { draft in
    func piece(_ name: String, _ shape: (String) -> String) -> String { draft.pieces[name].map(shape) ?? "" }
    func run(_ text: String, _ properties: String = "") -> String {
      // Every mark is split over runs.
      text.map { "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\($0)</w:t></w:r>" }.joined()
    }
    let neutral = DOCXBuilder.paragraph(Wording.neutral)
    let body =
      DOCXBuilder.paragraph("关于做好冬季供暖工作的通知") + neutral + piece("field") { "<w:p>\(run($0))</w:p>" } + neutral
      + piece("deleted") {
        "<w:p><w:del>\($0.map { "<w:r><w:delText>\($0)</w:delText></w:r>" }.joined())</w:del></w:p>"
      }
      + piece("hidden") { "<w:p>\(run($0, "<w:vanish/>"))</w:p>" }
      + piece("fallback") {
        "<mc:AlternateContent><mc:Choice Requires=\"wps\">\(neutral)</mc:Choice><mc:Fallback><w:p>\(run($0))</w:p></mc:Fallback></mc:AlternateContent>"
      }
      + piece("box") {
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>\(run($0))</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
      }
      + neutral + piece("boxes") { "<w:p>\(run($0))</w:p>" } + neutral + piece("closing") { "<w:p>\(run($0))</w:p>" }
    var builder = DOCXBuilder(body)
    if let text = draft.pieces["header"] {
      builder.parts.append(("header1.xml", "header", "<w:hdr \(DOCXBuilder.spaces)><w:p>\(run(text))</w:p></w:hdr>"))
    }
    if let text = draft.pieces["footer"] {
      builder.parts.append(("footer1.xml", "footer", "<w:ftr \(DOCXBuilder.spaces)><w:p>\(run(text))</w:p></w:ftr>"))
    }
    if let text = draft.pieces["comment"] {
      builder.parts.append(
        (
          "comments.xml", "comments",
          "<w:comments \(DOCXBuilder.spaces)><w:comment w:id=\"1\"><w:p>\(run(text))</w:p></w:comment></w:comments>"
        ))
    }
    if let text = draft.pieces["customXML"] {
      builder.extras.append(("customXml/item1.xml", Array("<a><b>\(text)</b></a>".utf8)))
    }
    if let value = draft.pieces["property"] {
      builder.custom = "<property name=\"公开属性\"><vt:lpwstr>\(value)</vt:lpwstr></property>"
    }
    return builder.bytes
  }
}

@Suite("Every source of the attribute against every other")
struct SourcePairTests {
  private let reader = DocumentReader(limits: IngestLimits(), outlets: [OutletID("site-zh")])
  private let gate = Gate(policy: GatePolicy(officeContacts: []))
  private let today = CivilDate(daysSince1970: 20_254)

  private func word(_ format: Format, _ said: [(source: Source, said: Said)]) -> String {
    var draft = Draft()
    for one in said { one.source.put(one.said, &draft) }
    var item = InboxItem(name: FileName("\(draft.name).\(format.fileExtension)"), bytes: format.bytes(draft))
    item.sidecar = draft.sidecar.map { Array($0.utf8) }
    if let attachment = draft.attachment {
      item.companions.append(
        InboxItem.Companion(name: FileName(draft.attachmentName), bytes: Array(attachment.utf8), isPart: false))
    }
    let read = reader.read(item, today: today)
    guard let document = read.document else { return "unread" }
    let judgement = gate.judge(document, ingest: read.diagnostics, inheritance: nil)
    return switch judgement.verdict {
    case .cleared: "cleared"
    case .held: "held"
    case .restricted: "restricted"
    case .onRequest: "onRequest"
    case .sealed: "sealed"
    case .rejected: "rejected"
    case .awaitingPair: "awaitingPair"
    }
  }

  /// The oracle, from what was said where. A script says nothing; a conflict that isn't all 主动公开 is restricted.
  private func expected(_ said: [(source: Source, said: Said)]) -> String {
    if said.contains(where: { $0.said == .secret && $0.source.name != "script" }) { return "restricted" }
    let said = said.filter { $0.source.name != "script" }
    var strictest: DisclosureAttribute?
    var isUnclear = false
    var opens = false
    for member in 0...1 {
      var attributes: Set<DisclosureAttribute> = []
      for one in said where one.source.member == member {
        switch one.said {
        case .open where one.source.opens: attributes.insert(.proactive)
        case .onRequest: attributes.insert(.onRequest)
        case .withheld: attributes.insert(.withheld)
        case .unclear: isUnclear = isUnclear || one.source.hearsUnclear
        case .open, .secret: break
        }
      }
      if attributes.count > 1 { return "restricted" }
      if member == 0 { opens = attributes == [.proactive] }
      if let attribute = attributes.first { strictest = max(strictest ?? attribute, attribute) }
    }
    let isClosed = strictest == .onRequest || strictest == .withheld
    if isUnclear { return isClosed ? "restricted" : "held" }
    if isClosed { return strictest == .withheld ? "sealed" : "onRequest" }
    return opens ? "cleared" : "held"
  }

  private func check(_ format: Format, _ said: [(source: Source, said: Said)]) -> Bool {
    let (found, wanted) = (word(format, said), expected(said))
    let told = said.map { "\($0.source.name): \($0.said)" }.joined(separator: ", ")
    #expect(found == wanted, "\(format.name): \(told)")
    return found == wanted
  }

  @Test("no pair of sources publishes anything but what both leave open", arguments: 0..<3)
  func pairs(_ index: Int) {
    let format = [Format.markdown, Format.html, Format.word][index]
    var faults = 0
    for (one, first) in format.sources.enumerated() {
      for a in Said.allCases {
        if !check(format, [(first, a)]) { faults += 1 }
        for second in format.sources[(one + 1)...] {
          for b in Said.allCases where faults < 12 {
            if !check(format, [(first, a), (second, b)]) { faults += 1 }
          }
        }
      }
    }
  }

  @Test("no handful of sources does either", arguments: 0..<3)
  func handfuls(_ index: Int) {
    let format = [Format.markdown, Format.html, Format.word][index]
    var dice = SeededGenerator(seed: UInt64(index))
    for _ in 0..<1500 {
      let sources = format.sources.shuffled(using: &dice).prefix(Int.random(in: 3...6, using: &dice))
      let said = sources.map { source -> (source: Source, said: Said) in
        // Half say 主动公开, or hardly anything would ever be cleared.
        (source, Bool.random(using: &dice) ? .open : Said.allCases.randomElement(using: &dice) ?? .open)
      }
      if !check(format, said) { return }
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for the same seed.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
