public import Publication

/// What became of one item of the inbox.
public struct Ingested: Sendable {
  /// The hash of what was dropped.
  public var inputID: InputID
  /// The digest of the article's bytes.
  public var source: ContentDigest
  /// The document, `nil` where it can't be read.
  public var document: Document?
  /// Everything found wrong, all at once.
  public var diagnostics: [Diagnostic]
  /// What every source declares, told even where the document is `nil`: a damaged file marked 不予公开 is restricted.
  public var declarations: [Declaration]
  /// Names and texts beside the document that nobody publishes: the file's names, a sidecar that can't be read.
  public var fileTexts: [UnpublishedText]
  /// What other programs have to make before the item can be read as a whole, with the bytes to make it of: read it again with that
  /// in `InboxItem.conversions`.
  public var wanted: [Conversion: [UInt8]] = [:]
}

/// Turns what was dropped into the inbox into documents. Pure: equal item and day, equal answer.
public struct DocumentReader: Sendable {
  private let limits: IngestLimits
  private let outlets: [OutletID]

  /// A reader that knows these outlets and keeps to these limits.
  public init(limits: IngestLimits, outlets: [OutletID]) {
    self.limits = limits
    self.outlets = outlets
  }

  /// The hash of the article's bytes, its sidecar's metadata in canonical form, and its companions' names and bytes.
  /// The article's own name doesn't count: a copy under another name is a duplicate.
  /// Source: the contract, "Identity".
  public static func inputID(of item: InboxItem) -> InputID {
    var parts: [[UInt8]] = [Array("zarlal.input/1".utf8), item.bytes, SidecarMetadata.canonical(item.sidecar)]
    parts.reserveCapacity(3 + item.companions.count * 2)
    for companion in item.companions.sorted(by: { $0.name < $1.name }) {
      parts.append(companion.name.bytes)
      parts.append(companion.bytes)
    }
    return InputID(ContentDigest(ofParts: parts))
  }

  /// What reviewers see: the same without the reviews that the sidecar declares, so that they can be added without voiding themselves.
  public static func reviewedInput(of item: InboxItem) -> InputID {
    guard let sidecar = item.sidecar, let rest = SidecarMetadata.withoutReviews(sidecar) else {
      return inputID(of: item)
    }
    var item = item
    item.sidecar = rest.isEmpty ? nil : rest
    return inputID(of: item)
  }

  /// What is known of an item whose article isn't read: its names, what its sidecar declares, and both ends of a text.
  public func unread(_ item: InboxItem) -> Ingested {
    var ingested = beside(item).ingested
    let (start, end) = (item.bytes.prefix(1 << 16), item.bytes.dropFirst(1 << 16).suffix(1 << 16))
    ingested.fileTexts += FileReading.remains(of: Array(start)) + FileReading.remains(of: Array(end))
    return ingested
  }

  /// What stands beside the article.
  private func beside(_ item: InboxItem) -> (ingested: Ingested, sidecar: SidecarMetadata?) {
    let sidecar = item.sidecar.map { SidecarMetadata($0, of: item.name) }
    var ingested = Ingested(
      inputID: DocumentReader.inputID(of: item), source: ContentDigest(ofParts: [item.bytes]), document: nil,
      diagnostics: sidecar?.diagnostics ?? [], declarations: sidecar?.declarations ?? [],
      fileTexts: sidecar?.unreadable ?? [])
    ingested.fileTexts.append(UnpublishedText(.fileName, item.name.base.description))
    for companion in item.companions where !companion.isPart {
      ingested.fileTexts.append(UnpublishedText(.fileName, companion.name.base.description))
    }
    return (ingested, sidecar)
  }

  /// Reads one item; `today` is the day of the run in the office's zone.
  public func read(_ item: InboxItem, today: CivilDate) -> Ingested {
    var (ingested, sidecar) = beside(item)
    var source = ReadingSource(bytes: item.bytes, name: item.name, parts: item.companions, limits: limits)
    source.conversions = item.conversions
    let (format, result) = FileReading.reading(source)
    ingested.diagnostics += result.diagnostics
    ingested.diagnostics += LinkedFiles.diagnostics(result.links, of: item, shown: result.usedParts)
    ingested.wanted = result.wanted
    guard var content = result.content else {
      ingested.fileTexts += FileReading.remains(of: item.bytes)
      return ingested
    }
    content.declarations = ingested.declarations + content.declarations
    ingested.declarations = content.declarations
    // Attachments speak for themselves, by their names too.
    content.unpublished += LinkedFiles.words(of: result.links)
    content.unpublished += (sidecar?.unreadable ?? []) + [UnpublishedText(.fileName, item.name.base.description)]
    for companion in item.companions where !companion.isPart && result.usedParts.contains(companion.name) {
      content.unpublished.append(UnpublishedText(.fileName, companion.name.base.description))
    }

    var document = Document(
      inputID: ingested.inputID, source: ingested.source, name: item.name, format: format, content: content,
      images: result.images, attachments: [], fontNames: result.fontNames)
    for companion in item.companions where companion.isPart && !result.usedParts.contains(companion.name) {
      document.content.unpublished += FileReading.words(ofPart: companion, limits: limits)
    }
    if document.content.declarations.contains(where: { $0.key == .reviews && $0.source == .sidecar }) {
      document.reviewedInput = DocumentReader.reviewedInput(of: item)
    }
    document.unknownKeys = (sidecar?.unknownKeys ?? []) + result.unknownKeys
    let beside = item.companions.filter { !$0.isPart && !result.usedParts.contains($0.name) }
    for companion in beside + result.attachments {
      let (attachment, diagnostics, wanted) = FileReading.attachment(companion, of: item, limits: limits)
      document.attachments.append(attachment)
      ingested.diagnostics += diagnostics
      ingested.wanted.merge(wanted) { first, _ in first }
    }
    var understanding = DocumentUnderstanding(document, limits: limits)
    understanding.read(files: item.companions.map(\.name), outlets: outlets, today: today)
    ingested.diagnostics += understanding.diagnostics
    ingested.document = understanding.document
    return ingested
  }
}
