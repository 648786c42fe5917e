internal import CMarkdown
package import Publication

/// Reads Markdown (GitHub Flavored, with footnotes); raw HTML is not published.
package struct MarkdownReader: FormatReader {
  package static let format = DocumentFormat.markdown

  package init() {}

  package func read(_ source: ReadingSource) -> ReadingResult {
    let decoded: DecodedText
    do {
      decoded = try TextDecoding.decode(source.bytes)
    } catch {
      return ReadingResult(content: nil, diagnostics: [error.diagnostic])
    }
    var text = decoded.text
    let front = FrontMatter.reading(text)
    var walker = MarkdownWalker(shelf: PictureShelf(source), limits: source.limits)
    var definitions: [UnpublishedText] = []
    let body = text.withUTF8 { bytes -> (blocks: [Block], footnotes: [[Block]])? in
      let body = UnsafeBufferPointer(rebasing: bytes[min(front.bodyOffset, bytes.count)...])
      if MarkdownNesting.isTooDeep(body, limit: source.limits.nesting) { return nil }
      if MarkdownNesting.hasTooManyCells(body, limit: source.limits.paragraphs) {
        walker.refusal = .tooManyParagraphs
        return nil
      }
      definitions = MarkdownDefinitions.texts(in: body)
      return body.withMemoryRebound(to: CChar.self) { characters in
        guard let tree = zarlal_md_parse(characters.baseAddress, Int64(characters.count)) else { return nil }
        defer { zarlal_md_free(tree) }
        return walker.read(tree)
      }
    }
    guard let body, walker.refusal == nil else {
      let refusal = walker.refusal ?? .tooDeep
      return ReadingResult(content: nil, diagnostics: [refusal.diagnostic(source.limits)])
    }
    var result = ReadingResult(
      content: ReadableContent(
        blocks: body.blocks.map { LaidOutBlock(.body, $0) }, footnotes: body.footnotes,
        unpublished: front.unreadable + walker.unpublished + definitions, declarations: front.declarations))
    result.images = walker.shelf.images
    result.usedParts = walker.shelf.usedParts
    result.links = walker.lostLinks
    result.unknownKeys = front.unknownKeys
    result.diagnostics = front.diagnostics + walker.shelf.diagnostics
    if walker.hasShownHTML { result.diagnostics.append(Diagnostic(.rawHTML, .hold, place: "正文")) }
    if let paragraph = walker.concealed {
      result.diagnostics.append(Diagnostic(.concealedText, .hold, place: "正文第\(paragraph)段"))
    }
    if walker.hasStruckText {
      let details = ["what": "带删除线的文字"]
      result.diagnostics.append(Diagnostic(.contentNotShowable, .hold, place: "正文", details: details))
    }
    return result
  }
}
