internal import CGumbo
package import Publication

/// Reads HTML: parsed by gumbo as a browser does, then rebuilt from an allow-list.
package struct HTMLReader: FormatReader {
  package static let format = DocumentFormat.html

  package init() {}

  package func read(_ source: ReadingSource) -> ReadingResult {
    guard source.bytes.count <= source.limits.partBytes else {
      return ReadingResult(content: nil, diagnostics: [HTMLReader.tooLarge(source.bytes.count, source.limits)])
    }
    let decoded: DecodedText
    do {
      decoded = try TextDecoding.decode(source.bytes, declared: HTMLCharset.declared(in: source.bytes))
    } catch {
      return ReadingResult(content: nil, diagnostics: [error.diagnostic])
    }
    var walker = HTMLWalker(shelf: PictureShelf(source), limits: source.limits)
    let blocks: [Block]
    switch HTMLReader.blocks(of: decoded.text, with: &walker) {
    case .success(let found): blocks = found
    case .failure(let refusal): return ReadingResult(content: nil, diagnostics: [refusal.diagnostic(source.limits)])
    }
    let head = HTMLHead(pageTitle: walker.pageTitle, properties: walker.properties)
    var result = ReadingResult(
      content: ReadableContent(
        blocks: blocks.map { LaidOutBlock(.body, $0) }, footnotes: walker.footnotes,
        unpublished: walker.unpublished + head.unpublished,
        declarations: head.declarations))
    result.images = walker.shelf.images
    result.usedParts = walker.shelf.usedParts
    result.fontNames = walker.fontNames
    result.links = walker.links
    result.diagnostics = walker.shelf.diagnostics + walker.embeddedDiagnostics + head.diagnostics
    return result
  }

  /// Why a page can't be read.
  enum Refusal: Error {
    case tooDeep, tooLarge, tooManyParagraphs, noMemory

    func diagnostic(_ limits: IngestLimits) -> Diagnostic {
      switch self {
      case .tooDeep: .tooDeep(limits)
      case .tooManyParagraphs: .tooManyParagraphs(limits)
      case .tooLarge, .noMemory:
        Diagnostic(.damaged, .hold, place: "网页", details: ["reason": "网页结构异常"])
      }
    }
  }

  /// The blocks of a page or a part of one.
  static func blocks(of text: String, with walker: inout HTMLWalker) -> Result<[Block], Refusal> {
    var text = text.withStraysConcealed
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        var fault: Int32 = 0
        let nesting = Int32(clamping: walker.limits.nesting)
        guard let page = zarlal_html_parse(characters.baseAddress, Int64(characters.count), nesting, &fault) else {
          return .failure(refusal(fault))
        }
        defer { zarlal_html_free(page) }
        let events = UnsafeBufferPointer(start: zarlal_html_events(page), count: Int(zarlal_html_event_count(page)))
        walker.articleOnly = contains("js_content", in: bytes) && hasWeChatContainer(events)
        return walker.blocks(of: events).map(Result.success) ?? .failure(.tooManyParagraphs)
      }
    }
  }

  /// Whether an element is the one that holds the text of an article on WeChat. It is styled invisible until a script has run.
  static func isWeChatContainer(_ element: HTMLElement) -> Bool { element.has("id", "js_content") }

  /// Whether an element is the heading of an article on WeChat.
  static func isWeChatTitle(_ element: HTMLElement) -> Bool {
    guard let names = element.bytes(of: "class") else { return false }
    return contains("rich_media_title", in: names)
  }

  private static func hasWeChatContainer(_ events: UnsafeBufferPointer<zarlal_html_event>) -> Bool {
    events.contains { event in
      UInt32(event.kind) == zarlal_html_open.rawValue
        && (event.element.map { isWeChatContainer(HTMLElement($0)) } ?? false)
    }
  }

  private static func contains(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let length = word.utf8CodeUnitCount
    guard bytes.count >= length else { return false }
    for index in 0...(bytes.count - length) where bytes[index] == word.utf8Start[0] {
      if bytes.hasWord(word, at: index..<index + length, whole: true) { return true }
    }
    return false
  }

  private static func refusal(_ fault: Int32) -> Refusal {
    switch UInt32(bitPattern: fault) {
    case zarlal_html_too_deep.rawValue: .tooDeep
    case zarlal_html_too_large.rawValue: .tooLarge
    default: .noMemory
    }
  }

  private static func tooLarge(_ used: Int, _ limits: IngestLimits) -> Diagnostic {
    Diagnostic(
      .tooLarge, .hold, place: "网页", details: ["what": "字节数", "used": String(used), "max": String(limits.partBytes)])
  }
}
