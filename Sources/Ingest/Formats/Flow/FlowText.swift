internal import Publication

/// What the walks over DOCX and ODT have in common: what they have found, and how they say what can't be shown.
protocol FlowText {
  var blocks: [Block] { get }
  var footnotes: [[Block]] { get }
  var declarations: [Declaration] { get }
  var unknownKeys: [Declaration.Unknown] { get }
  var images: [ImageResource] { get }
  var fontNames: Set<String> { get set }
  var unpublished: [UnpublishedText] { get set }
  var diagnostics: [Diagnostic] { get set }
  var links: [LocalLink] { get set }
  var paragraphCount: Int { get }
  /// Whether a reader of the document sees what is being read, and pictures and objects of it count.
  var isShown: Bool { get }
}

extension FlowText {
  /// Everything that was found.
  var result: ReadingResult {
    let content = ReadableContent(
      blocks: blocks.map { LaidOutBlock(.body, $0) }, footnotes: footnotes, unpublished: unpublished,
      declarations: declarations)
    var result = ReadingResult(content: content, diagnostics: diagnostics)
    result.images = images
    result.links = links
    result.fontNames = fontNames
    result.unknownKeys = unknownKeys
    return result
  }

  /// Where the walk is, for people.
  var place: String { "正文第\(paragraphCount)段" }

  /// Something that can't be shown as it is holds the item, told once for each kind.
  mutating func hold(_ what: String) {
    guard isShown else { return }
    let isKnown = diagnostics.contains { $0.code == .contentNotShowable && $0.details["what"] == what }
    if !isKnown { diagnostics.append(Diagnostic(.contentNotShowable, .hold, place: place, details: ["what": what])) }
  }

  /// Text in the colour of its ground holds the item: nobody can say here whether it was to be read. Told once.
  mutating func conceal() {
    guard isShown, !diagnostics.contains(where: { $0.code == .concealedText }) else { return }
    diagnostics.append(Diagnostic(.concealedText, .hold, place: place))
  }

  /// Notes where a shown link leads that isn't published.
  mutating func note(link address: String?) {
    guard isShown, links.count < 10_000, let address = address.flatMap(LinkAddress.local) else { return }
    links.append(LocalLink(address: address, place: place))
  }

  /// A text that no reader sees: the name of a drawing or bookmark, a tool tip, the caption of a table.
  mutating func keepLabel(_ text: String?) {
    guard let text = text?.trimmedWhitespace, text.utf8.contains(where: { $0 > 0x7F }) else { return }
    unpublished.append(UnpublishedText(.alternative, text))
  }

  /// Notices fonts.
  mutating func use(_ fonts: [String]) {
    for font in fonts where fontNames.count < 4096 && !fontNames.contains(font) { fontNames.insert(font) }
  }
}
