import Publication

/// From readable content to a document whose title, number, organs, date and language are known, with evidence.
struct DocumentUnderstanding {
  /// The document, filled in.
  private(set) var document: Document
  /// What is wrong with it.
  private(set) var diagnostics: [Diagnostic] = []
  /// Why a document in two languages is not taken apart.
  private var undivided: String?
  private let limits: IngestLimits
  /// The language of the half of a bilingual document that this one is.
  private let half: ContentLanguage?

  init(_ document: Document, limits: IngestLimits, half: ContentLanguage? = nil) {
    self.document = document
    self.limits = limits
    self.half = half
  }

  /// Reads metadata and layout.
  mutating func read(files: [FileName], outlets: [OutletID], today: CivilDate) {
    if half == nil, BilingualTable.isIn(document.content.blocks),
      readHalves(files: files, outlets: outlets, today: today)
    {
      return
    }
    var merge = MetadataMerge(
      half.map { HalfDeclarations.of(document.content.declarations, $0) } ?? document.content.declarations,
      outlets: outlets, files: files, attachments: document.attachments.map(\.name), today: today)
    let declaredTitle = merge.metadata[.title]
    let layout = LayoutAnalysis(document.content.blocks, declaredTitle: declaredTitle)
    document.content.blocks = layout.blocks
    readTitle(merge, layout.findings)
    readNumber(&merge, layout, today: today)
    readLanguage(&merge, layout.findings.letters)
    readIssuers(merge, layout.findings)
    readFormedOn(merge, layout.findings)
    document.metadata = merge.metadata
    diagnostics = merge.diagnostics + diagnostics
    readUnknownKeys()
    if !hasBody { diagnostics.append(Diagnostic(.nothingToPublish, .hold)) }
  }

  /// Takes a document with bilingual tables apart and reads each half; false, with the reason kept, where it can't be.
  private mutating func readHalves(files: [FileName], outlets: [OutletID], today: CivilDate) -> Bool {
    do throws(BilingualTable.Fault) {
      let isDeclared = document.content.declarations.contains {
        $0.key == .lang && ($0.source == .sidecar || $0.source == .frontMatter)
      }
      guard !isDeclared else { throw BilingualTable.Fault(reason: "元数据说只有一种文字（lang）") }
      guard document.content.footnotes.isEmpty else { throw BilingualTable.Fault(reason: "表格文稿带有脚注") }
      let halves = try BilingualHalves(document.content.blocks)
      var read: [DocumentUnderstanding] = []
      for language in ContentLanguage.allCases {
        var half = DocumentUnderstanding(document, limits: limits, half: language)
        half.document.content.blocks = halves.blocks[language] ?? []
        let shown = ImageUse.digests(in: half.document.content.blocks.map(\.block))
        half.document.images.removeAll { !shown.contains($0.digest) }
        half.read(files: files, outlets: outlets, today: today)
        guard half.document.language?.value == language else {
          throw BilingualTable.Fault(reason: "分不出\(language.term)的一半")
        }
        read.append(half)
      }
      try halves.check(
        Dictionary(uniqueKeysWithValues: zip(ContentLanguage.allCases, read.map(\.document.content.blocks))))
      take(read)
      return true
    } catch {
      undivided = error.reason
      return false
    }
  }

  /// The whole has the Chinese half's title, number, organs and date; what is wrong with either half is wrong with it.
  private mutating func take(_ halves: [DocumentUnderstanding]) {
    guard let chinese = halves.first?.document else { return }
    let pair = chinese.metadata.pair ?? document.inputID.rawValue
    for half in halves {
      for var found in half.diagnostics where !diagnostics.contains(found) {
        if let language = half.half, halves.contains(where: { !$0.diagnostics.contains(found) }) {
          found.place = found.place.isEmpty ? "\(language.term)的一半" : "\(language.term)的一半，\(found.place)"
        }
        diagnostics.append(found)
      }
      var one = half.document
      one.metadata.pair = pair
      // The drop has one number, wherever it stands.
      one.documentNumber = one.documentNumber ?? halves.lazy.compactMap(\.document.documentNumber).first
      document.halves.append(one)
    }
    document.title = chinese.title
    document.headingTitle = chinese.headingTitle
    document.documentNumber = document.halves.first?.documentNumber
    document.issuers = chinese.issuers
    document.formedOn = chinese.formedOn
    document.metadata = chinese.metadata
    document.metadata.pair = pair
    document.content.blocks = LayoutAnalysis(document.content.blocks, declaredTitle: chinese.title?.value).blocks
    diagnostics.append(Diagnostic(.bilingualSplit, .note))
  }

  private mutating func readTitle(_ merge: MetadataMerge, _ findings: LayoutFindings) {
    document.headingTitle = findings.title?.value
    if let (value, declaration) = merge.strongest[.title], case .texts(let texts) = value, let text = texts.first {
      let title = DocumentUnderstanding.oneLine(text)
      if declaration.source == .properties, let own = findings.title, PageTitle.shows(own.value, in: title) {
        document.title = own
      } else {
        let title = declaration.source == .properties ? PageTitle.withoutSite(title) : title
        document.title = Found(title, evidence("title", declaration, title))
      }
    } else {
      document.title = findings.title
    }
    guard let title = document.title?.value, !title.isEmpty else {
      diagnostics.append(Diagnostic(.titleMissing, .hold))
      return
    }
    let used = title.unicodeScalars.count
    if used > limits.titleScalars {
      let details = ["what": "标题", "used": "\(used) 字", "max": "\(limits.titleScalars) 字"]
      diagnostics.append(Diagnostic(.tooLarge, .hold, place: document.title?.evidence.place ?? "", details: details))
    }
  }

  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(scalar.value < 0x20 ? " " : scalar) }
    return String(out).trimmedWhitespace
  }

  private mutating func readNumber(_ merge: inout MetadataMerge, _ layout: LayoutAnalysis, today: CivilDate) {
    defer { checkYear(today: today) }
    let inText = layout.findings.number
    if let inText {
      let written = layout.findings.numberText
      diagnostics += MetadataMerge.defects(of: inText.value, written: written, place: inText.evidence.place)
    }
    let textual = inText?.value.number.map {
      Found($0, inText?.evidence ?? Evidence(fact: "docno", source: .text, value: "", place: ""))
    }
    guard let (value, declaration) = merge.strongest[.docno], case .number(let number) = value else {
      document.documentNumber = textual
      return
    }
    document.documentNumber = Found(number, evidence("docno", declaration, number.description))
    guard let textual else { return }
    merge.compare(.docno, [(declaration.source, value), (.text, .number(textual.value))])
  }

  /// A number's year is this one, the next, or one of the past.
  private mutating func checkYear(today: CivilDate) {
    guard let found = document.documentNumber, found.value.year > today.year + 1 else { return }
    let details = ["key": "docno", "value": found.value.description, "allowed": "年份不晚于 \(today.year + 1)"]
    diagnostics.append(Diagnostic(.badValue, .hold, place: found.evidence.place, details: details))
  }

  private mutating func readLanguage(_ merge: inout MetadataMerge, _ letters: LetterCount) {
    let declared = merge.strongest[.lang]
    let place = "汉字 \(letters.han)，蒙古文字母 \(letters.mongolian)"
    let inText: ContentLanguage?
    if BilingualTable.isIn(document.content.blocks) {
      let reason = undivided ?? "表格里两种文字并排"
      diagnostics.append(Diagnostic(.bilingualText, .hold, place: place, details: ["reason": reason]))
      return
    }
    switch letters.verdict {
    case .clear(let language):
      inText = language
      document.language = Found(language, Evidence(fact: "lang", source: .text, value: language.rawValue, place: place))
    case .mostly(let language): inText = language
    case .mixed:
      diagnostics.append(Diagnostic(.languageUnknown, .hold, place: place))
      return
    case .none: inText = nil
    }
    guard let (value, declaration) = declared, case .language(let language) = value else {
      if document.language == nil { diagnostics.append(Diagnostic(.languageUnknown, .hold, place: place)) }
      return
    }
    if let inText { merge.compare(.lang, [(declaration.source, value), (.text, .language(inText))]) }
    if document.language == nil {
      document.language = Found(language, evidence("lang", declaration, language.rawValue))
    }
  }

  private mutating func readIssuers(_ merge: MetadataMerge, _ findings: LayoutFindings) {
    guard let (value, declaration) = merge.strongest[.issuer], case .texts(let texts) = value else {
      document.issuers = findings.issuers
      return
    }
    var names: [String] = []
    for text in texts {
      for piece in text.unicodeScalars.split(whereSeparator: { "、，,；;".unicodeScalars.contains($0) }) {
        let name = String(piece).trimmedWhitespace
        if !name.isEmpty, !names.contains(where: name.isSame) { names.append(name) }
      }
    }
    document.issuers = names.map { Found($0, evidence("issuer", declaration, $0)) }
  }

  private mutating func readFormedOn(_ merge: MetadataMerge, _ findings: LayoutFindings) {
    document.formedOn = findings.formedOn
    if let (value, declaration) = merge.strongest[.formedOn], case .date(let date) = value {
      document.formedOn = Found(date, evidence("formedOn", declaration, date.description))
    }
  }

  private mutating func readUnknownKeys() {
    // Twenty are enough to see what is wrong; the distance is costly.
    let told = document.unknownKeys.lazy.filter { $0.source == .sidecar || $0.source == .frontMatter }.prefix(20)
    for unknown in told {
      let shown = String(unknown.key.unicodeScalars.prefix(40))
      let details = ["key": shown, "suggestion": KeyNames.nearest(to: unknown.key) ?? "docs/metadata.md 中的名称"]
      diagnostics.append(
        Diagnostic(.unknownKey, .warning, place: "\(unknown.source.rawValue):\(shown)", details: details))
    }
  }

  private var hasBody: Bool {
    document.content.blocks.contains { laid in
      guard laid.role == .body || laid.role == .addressee else { return false }
      switch laid.block {
      case .heading(_, let inlines), .paragraph(let inlines, _): return DocumentUnderstanding.shows(inlines)
      case .rule: return false
      case .preformatted(let text): return !text.trimmedWhitespace.isEmpty
      case .list, .table, .quote: return true
      }
    }
  }

  private static func shows(_ inlines: [Inline]) -> Bool {
    inlines.contains { inline in
      switch inline {
      case .text(let text): !text.trimmedWhitespace.isEmpty
      case .lineBreak: false
      case .image, .footnoteMark, .ruby: true
      case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner),
        .link(let inner, _):
        shows(inner)
      }
    }
  }

  private func evidence(_ fact: String, _ declaration: Declaration, _ value: String) -> Evidence {
    Evidence(fact: fact, source: declaration.source, value: value, place: declaration.place)
  }
}
