/// Word documents from the XML of their parts, small and whole unless a case breaks them.
struct HostileWord {
  var document: String
  var links = ""
  var more: [HostileZip.Entry] = []

  static let spaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// A document of these paragraphs; `head` stands in front of the root element.
  init(_ paragraphs: [String], head: String = "", more: [HostileZip.Entry] = []) {
    let body = paragraphs.map(Self.paragraph).joined()
    document = "\(head)<w:document \(Self.spaces)><w:body>\(body)</w:body></w:document>"
    self.more = more
  }

  static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  static func picture(_ id: String) -> String {
    "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"\(id)\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
  }

  mutating func link(_ id: String, _ kind: String, _ target: String, isExternal: Bool = false) {
    let mode = isExternal ? " TargetMode=\"External\"" : ""
    links += "<Relationship Id=\"\(id)\" Type=\"\(Self.office)\(kind)\" Target=\"\(target)\"\(mode)/>"
  }

  var zip: HostileZip {
    let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    return HostileZip(
      [
        .init("[Content_Types].xml", "<Types/>"),
        .init(
          "_rels/.rels",
          "<Relationships \(package)><Relationship Id=\"r\" Type=\"\(Self.office)officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        ),
        .init("word/document.xml", document),
        .init("word/_rels/document.xml.rels", "<Relationships \(package)>\(links)</Relationships>"),
      ] + more)
  }

  var bytes: [UInt8] { zip.bytes }
}
