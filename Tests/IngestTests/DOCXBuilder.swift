import Publication
import TestSupport

@testable import Ingest

/// Makes Word documents from the XML of their parts; what isn't given is as small as it can be.
struct DOCXBuilder {
  var body: String
  var styles = ""
  var numbering: String?
  var parts: [(name: String, kind: String, xml: String)] = []
  var media: [(name: String, bytes: [UInt8])] = []
  /// Further parts by their whole names.
  var extras: [(name: String, bytes: [UInt8])] = []
  var external: [(id: String, kind: String, target: String)] = []
  var custom = ""
  var title = ""

  init(_ body: String) { self.body = body }

  static let spaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" \
    xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
    """

  var bytes: [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    var links = ""
    var entries: [ArchiveBuilder.Entry] = [.init("[Content_Types].xml", "<Types/>")]
    func link(_ id: String, _ kind: String, _ target: String) {
      links += "<Relationship Id=\"\(id)\" Type=\"\(office)\(kind)\" Target=\"\(target)\"/>"
    }
    func add(_ name: String, _ kind: String, _ xml: String) {
      link("p\(entries.count)", kind, name)
      entries.append(.init("word/" + name, xml))
    }
    entries.append(
      .init(
        "_rels/.rels",
        "<Relationships \(package)><Relationship Id=\"r\" Type=\"\(office)officeDocument\" Target=\"word/document.xml\"/></Relationships>"
      ))
    entries.append(.init("word/document.xml", "<w:document \(Self.spaces)><w:body>\(body)</w:body></w:document>"))
    add("styles.xml", "styles", "<w:styles \(Self.spaces)>\(styles)</w:styles>")
    if let numbering { add("numbering.xml", "numbering", "<w:numbering \(Self.spaces)>\(numbering)</w:numbering>") }
    for part in parts { add(part.name, part.kind, part.xml) }
    for (index, picture) in media.enumerated() {
      link("m\(index)", "image", "media/" + picture.name)
      entries.append(.init("word/media/" + picture.name, picture.bytes))
    }
    for one in external {
      links +=
        "<Relationship Id=\"\(one.id)\" Type=\"\(office)\(one.kind)\" Target=\"\(one.target)\" TargetMode=\"External\"/>"
    }
    entries.append(.init("word/_rels/document.xml.rels", "<Relationships \(package)>\(links)</Relationships>"))
    entries.append(
      .init(
        "docProps/core.xml",
        "<c:coreProperties xmlns:c=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(title)</dc:title></c:coreProperties>"
      ))
    entries.append(
      .init(
        "docProps/custom.xml",
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">\(custom)</Properties>"
      ))
    entries += extras.map { .init($0.name, $0.bytes) }
    return ArchiveBuilder(entries: entries).bytes
  }

  /// What the reader makes of it.
  func read(limits: IngestLimits = IngestLimits()) -> ReadingResult {
    DOCXReader().read(ReadingSource(bytes: bytes, name: FileName("文稿.docx"), parts: [], limits: limits))
  }

  /// A paragraph of one run.
  static func paragraph(_ text: String, _ properties: String = "", run: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:rPr>\(run)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }
}
