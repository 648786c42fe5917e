public import Disclosure
public import MongolianText
public import Publication

/// What normalization made of a cleared document.
public struct Normalized: Sendable {
  /// The edition; `nil`: the item is held, the diagnostics say why.
  public var edition: Edition?
  /// Everything found: refusals hold the item, doubtful places and the count of changes only tell.
  public var diagnostics: [Diagnostic]
}

/// `Cleared<Document>` to `Edition`: canonical text in both languages. Pure.
public struct Normalizer: Sendable {
  private let mongolian: MongolianNormalizer

  /// Normalization with these rules for Mongolian.
  public init(mongolian: MongolianNormalizer) { self.mongolian = mongolian }

  /// The title of a document as its edition has it, for comparing before anything is cleared: one title in several encodings is one.
  /// What can't be converted stays as it is; nothing about it is reported here.
  public func title(of document: Document) -> String? {
    guard let title = document.title?.value else { return nil }
    var texts = TextNormalization(seam: seam(of: document))
    let canonical = texts.text(title, at: "标题").trimmedWhitespace
    return texts.refusals.isEmpty ? canonical : title
  }

  private func seam(of document: Document) -> MongolianSeam {
    MongolianSeam(normalizer: mongolian, fontNames: document.fontNames.sorted())
  }

  /// The edition of `cleared`, published on the declared day, else on `today`.
  public func edition(of cleared: Cleared<Document>, today: CivilDate) -> Normalized {
    let document = cleared.content
    let language = document.metadata[.lang].flatMap(ContentLanguage.init(tag:)) ?? document.language?.value
    guard let language else { return Normalized(edition: nil, diagnostics: [Diagnostic(.languageUnknown, .hold)]) }
    var walk = BlockNormalization(texts: TextNormalization(seam: seam(of: document)))
    let title = walk.texts.text(document.title?.value ?? "", at: "标题").trimmedWhitespace
    var blocks = walk.blocks(document.publishedBlocks, of: "正文")
    let footnotes = document.content.footnotes.enumerated().map { walk.blocks($1, of: "脚注\($0 + 1)") }
    let metadata = shown(document.metadata, &walk.texts)
    let issuers = self.issuers(of: document, metadata, &walk.texts)
    dropHeading(equalTo: title, from: &blocks)
    guard walk.texts.refusals.isEmpty else { return Normalized(edition: nil, diagnostics: walk.texts.refusals) }
    guard !title.isEmpty else { return Normalized(edition: nil, diagnostics: [Diagnostic(.titleMissing, .hold)]) }
    let edition = Edition(
      inputID: document.inputID, language: language, title: title, blocks: blocks, footnotes: footnotes,
      policy: mongolian.policy, changes: walk.texts.changes, flags: walk.texts.flags,
      hasMongolian: walk.texts.hasMongolian, source: document.source, metadata: metadata,
      documentNumber: document.documentNumber?.value.description ?? document.metadata[.docno], issuers: issuers,
      formedOn: document.metadata[.formedOn].flatMap(CivilDate.init(iso:)) ?? document.formedOn?.value,
      date: document.metadata.date ?? today, images: document.images, attachments: document.attachments)
    return Normalized(edition: edition, diagnostics: notes(edition))
  }

  /// The metadata with those values normalised that outlets show.
  private func shown(_ metadata: Metadata, _ texts: inout TextNormalization) -> Metadata {
    var metadata = metadata
    for key in [MetadataKey.title, .shortTitle, .author, .digest, .category, .topic, .keywords, .issuer, .reason] {
      guard let values = metadata.values[key] else { continue }
      var normalised: [String] = []
      for value in values { normalised.append(texts.text(value, at: "元数据“\(key.aliases.first ?? key.rawValue)”")) }
      metadata.values[key] = normalised
    }
    return metadata
  }

  /// 发文机关: what metadata declare, else what the text names; each once.
  private func issuers(of document: Document, _ metadata: Metadata, _ texts: inout TextNormalization) -> [String] {
    if let declared = metadata.values[.issuer], !declared.isEmpty { return declared }
    var issuers: [String] = []
    for found in document.issuers {
      let name = texts.text(found.value, at: "发文机关")
      if !issuers.contains(where: { $0.utf8.elementsEqual(name.utf8) }) { issuers.append(name) }
    }
    return issuers
  }

  /// A heading (or a first line) that only repeats the title, however it is broken into lines, is no part of the body.
  private func dropHeading(equalTo title: String, from blocks: inout [Block]) {
    let inlines: [Inline]
    switch blocks.first {
    case .heading(_, let found)?, .paragraph(let found, _)?: inlines = found
    default: return
    }
    if isSame(PlainText.of(inlines), title) { blocks.removeFirst() }
  }

  /// Whether both texts are the same, white space aside; mostly told by the first scalars.
  private func isSame(_ one: String, _ other: String) -> Bool {
    func isSolid(_ scalar: Unicode.Scalar) -> Bool { ![0x09, 0x0A, 0x20, 0xA0, 0x3000].contains(scalar.value) }
    return one.unicodeScalars.lazy.filter(isSolid).elementsEqual(other.unicodeScalars.lazy.filter(isSolid))
  }

  /// The count of changes, and one warning a rule of flags with the first place.
  private func notes(_ edition: Edition) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    if edition.changeCount > 0 {
      notes.append(Diagnostic(.textChanged, .note, details: ["count": String(edition.changeCount)]))
    }
    var counts: [String: Int] = [:]
    for flag in edition.flags { counts[flag.rule, default: 0] += 1 }
    for flag in edition.flags {
      guard let count = counts.removeValue(forKey: flag.rule) else { continue }
      let place = count == 1 ? flag.place : "\(flag.place)等 \(count) 处"
      notes.append(
        Diagnostic(
          .mongolianFlag, .warning, place: place, details: ["rule": flag.rule, "suggestion": flag.suggestion]))
    }
    return notes
  }
}
