package import Publication

/// Reads the Chinese text of PDF documents from what `pdftotext` makes of them.
///
/// Mongolian is held: extraction moves U+180E and the vowel after it to another line (measured). Pictures, tables and columns can't be taken
/// out as they stand and hold an article; as an attachment a PDF is published as it is, and its text is read for the gate.
package struct PDFReader: FormatReader {
  package static let format = DocumentFormat.pdf

  package init() {}

  package func read(_ source: ReadingSource) -> ReadingResult {
    let converted = ConvertedBytes(source, format: .pdf)
    switch converted.all([.pageText, .pictureList, .embeddedFileList]) {
    case .refused(let result): return result
    case .made(let made): return read(made[0], pictures: made[1], embedded: made[2], source)
    }
  }

  private func read(_ text: [UInt8], pictures: [UInt8], embedded: [UInt8], _ source: ReadingSource) -> ReadingResult {
    // Each word comes with its places: ten times its own size. 16 MiB are some hundred pages.
    guard text.count <= 2 * source.limits.textBytes else {
      let details = ["what": "PDF 的文字", "used": "\(text.count) 字节", "max": "\(2 * source.limits.textBytes) 字节"]
      return ReadingResult(content: nil, diagnostics: [Diagnostic(.tooLarge, .hold, details: details)])
    }
    let tree: XMLTree
    do throws(XMLFault) {
      tree = try XMLTree.read(PDFReader.withoutDocumentType(text), nesting: source.limits.nesting)
    } catch {
      return ReadingResult(content: nil, diagnostics: [Diagnostic(.damaged, .hold, details: ["reason": "PDF 的文字无法读取"])])
    }
    var reading = PDFPages(tree: tree)
    reading.read()
    let layout = FixedLayout(reading.pages, title: reading.title)
    var content = ReadableContent(
      blocks: layout.blocks.map { LaidOutBlock(.body, $0) }, unpublished: layout.unpublished + reading.unpublished)
    if !reading.title.isEmpty, !OfficeProperty.isPlaceholder(reading.title) {
      content.declarations.append(
        Declaration(key: .title, values: [reading.title], source: .properties, place: "文档属性“标题”"))
    }
    let pictureCount = PDFReader.rows(pictures, after: 2)
    // Without a text there is nothing that the gate could read.
    if layout.blocks.isEmpty, pictureCount > 0 {
      return ReadingResult(content: nil, diagnostics: [PDFReader.notShowable("整页都是图片（扫描件），没有文字")])
    }
    var result = ReadingResult(content: content)
    if PDFReader.hasEmbeddedFiles(embedded) { result.diagnostics.append(PDFReader.notShowable("PDF 里嵌入的文件")) }
    if !source.isAttachment {
      if pictureCount > 0 { result.diagnostics.append(PDFReader.notShowable("PDF 里的图片")) }
      result.diagnostics += FixedText.diagnostics(layout, format: .pdf)
    }
    return result
  }

  private static func notShowable(_ what: String) -> Diagnostic {
    Diagnostic(.contentNotShowable, .hold, place: "PDF", details: ["what": what])
  }

  /// `pdftotext` puts the document type of XHTML before the root; it is dropped, any other one is refused by the parser.
  private static func withoutDocumentType(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\"".utf8),
      let end = bytes.firstIndex(of: UInt8(ascii: ">"))
    else { return bytes }
    return Array(bytes[(end + 1)...])
  }

  /// The lines of a list after its head.
  private static func rows(_ bytes: [UInt8], after head: Int) -> Int {
    max(bytes.split(separator: 0x0A).count - head, 0)
  }

  /// `pdfdetach -list` begins with "<n> embedded files".
  private static func hasEmbeddedFiles(_ bytes: [UInt8]) -> Bool {
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    return digits.contains { $0 != 0x30 }
  }
}

/// The words of every page.
private struct PDFPages {
  let tree: XMLTree
  var pages: [FixedPage] = []
  var title = ""
  var unpublished: [UnpublishedText] = []

  init(tree: XMLTree) { self.tree = tree }

  mutating func read() {
    for node in tree.children(tree.root) {
      if tree.nodes[node].local == .head { readHead(node) }
      if tree.nodes[node].local == .body { readBody(node) }
    }
  }

  private mutating func readHead(_ head: Int) {
    for node in tree.children(head) {
      if tree.nodes[node].local == .title {
        title = tree.text(node).trimmedWhitespace
        if !title.isEmpty { unpublished.append(UnpublishedText(.property, title)) }
      }
      if tree.nodes[node].local == .meta, let text = tree.attribute(node, .content)?.trimmedWhitespace, !text.isEmpty {
        unpublished.append(UnpublishedText(.property, text))
      }
    }
  }

  private mutating func readBody(_ node: Int) {
    for child in tree.children(node) {
      if tree.nodes[child].local == .page {
        pages.append(FixedPage(width: number(child, .width), height: number(child, .height)))
      }
      if tree.nodes[child].local == .pdfWord {
        readWord(child)
      } else if tree.nodes[child].local != .characters {
        readBody(child)
      }
    }
  }

  private mutating func readWord(_ node: Int) {
    guard let page = pages.indices.last else { return }
    let (top, bottom) = (number(node, .yMin), number(node, .yMax))
    // The box is as high as the font's line, about 1.3 times its size.
    let run = FixedPage.Run(
      text: tree.text(node), left: number(node, .xMin), right: number(node, .xMax), baseline: bottom,
      size: (bottom - top) / 1.3)
    pages[page].runs.append(run)
  }

  private func number(_ node: Int, _ name: XMLLocal) -> Double {
    let value = tree.attribute(node, name).flatMap { Double($0) } ?? 0
    return value.isFinite ? value : 0
  }
}
