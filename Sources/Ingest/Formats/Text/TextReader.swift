package import Publication

/// Reads `.txt`: front matter where there is one, then every line that isn't blank as a paragraph.
package struct TextReader: FormatReader {
  package static let format = DocumentFormat.text

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
    let lines = text.withUTF8 { TextLines.paragraphs(in: $0, from: front.bodyOffset, atMost: source.limits.paragraphs) }
    guard let lines else {
      return ReadingResult(content: nil, diagnostics: [.tooManyParagraphs(source.limits)])
    }
    let blocks = lines.map { LaidOutBlock(.body, .paragraph([.text($0)], alignment: .natural)) }
    var result = ReadingResult(
      content: ReadableContent(blocks: blocks, unpublished: front.unreadable, declarations: front.declarations))
    result.unknownKeys = front.unknownKeys
    result.diagnostics = front.diagnostics
    return result
  }
}

extension Diagnostic {
  /// More paragraphs than a document may have.
  static func tooManyParagraphs(_ limits: IngestLimits) -> Diagnostic {
    Diagnostic(
      .tooLarge, .hold, place: "正文",
      details: ["what": "段落数", "used": "\(limits.paragraphs) 以上", "max": String(limits.paragraphs)])
  }

  /// Lists, quotations or elements nested too deep.
  static func tooDeep(_ limits: IngestLimits) -> Diagnostic {
    Diagnostic(
      .tooLarge, .hold, place: "正文",
      details: ["what": "嵌套层数", "used": "\(limits.nesting) 以上", "max": String(limits.nesting)])
  }
}
