import Publication
import TestSupport

@testable import Ingest

/// Makes OpenDocument texts from the XML of their parts; what isn't given is as small as it can be.
struct ODTBuilder {
  var body: String
  /// Automatic styles.
  var styles = ""
  /// What stands in `styles.xml` beside its root.
  var common = ""
  var meta = ""
  var manifest = ""
  var parts: [(name: String, bytes: [UInt8])] = []

  init(_ body: String, styles: String = "") {
    self.body = body
    self.styles = styles
  }

  static let spaces: String = {
    let names = [
      "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style",
      "fo": "xsl-fo-compatible",
      "meta": "meta", "svg": "svg-compatible", "manifest": "manifest",
    ]
    return names.sorted { $0.key < $1.key }
      .map { "xmlns:\($0.key)=\"urn:oasis:names:tc:opendocument:xmlns:\($0.value):1.0\"" }.joined(separator: " ")
      + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      + " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""
      + " xmlns:math=\"http://www.w3.org/1998/Math/MathML\""
  }()

  var bytes: [UInt8] {
    let content =
      "<office:document-content \(Self.spaces)><office:automatic-styles>\(styles)</office:automatic-styles>"
      + "<office:body><office:text>\(body)</office:text></office:body></office:document-content>"
    var entries: [ArchiveBuilder.Entry] = [
      .init("mimetype", "application/vnd.oasis.opendocument.text"), .init("content.xml", content),
      .init("styles.xml", "<office:document-styles \(Self.spaces)>\(common)</office:document-styles>"),
      .init(
        "meta.xml", "<office:document-meta \(Self.spaces)><office:meta>\(meta)</office:meta></office:document-meta>"),
      .init("META-INF/manifest.xml", "<manifest:manifest \(Self.spaces)>\(manifest)</manifest:manifest>"),
    ]
    for part in parts { entries.append(.init(part.name, part.bytes)) }
    return ArchiveBuilder(entries: entries).bytes
  }

  func read(_ limits: IngestLimits = IngestLimits()) -> ReadingResult {
    ODTReader().read(ReadingSource(bytes: bytes, name: FileName("文稿.odt"), parts: [], limits: limits))
  }
}
