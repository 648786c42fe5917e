import Publication

/// Whole files around the part that is tried: behind a checksum nothing else would be reached.
enum Containers {
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  static func docx(_ document: [UInt8]) -> [UInt8] {
    let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    var zip = StoredZip()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add(
      "_rels/.rels",
      "<Relationships \(package)><Relationship Id=\"r\" Type=\"\(office)officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    )
    zip.add("word/document.xml", document)
    return zip.finished()
  }

  static func odt(_ content: [UInt8]) -> [UInt8] {
    var zip = StoredZip()
    zip.add("mimetype", "application/vnd.oasis.opendocument.text")
    zip.add("content.xml", content)
    return zip.finished()
  }

  /// Source: GB/T 33190-2016, 7.2 to 7.5 (unverified).
  static func ofd(_ page: [UInt8]) -> [UInt8] {
    let space = "xmlns:ofd=\"http://www.ofdspec.org/2016\""
    var zip = StoredZip()
    zip.add(
      "OFD.xml",
      "<ofd:OFD \(space) DocType=\"OFD\" Version=\"1.0\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )
    zip.add(
      "Doc_0/Document.xml",
      "<ofd:Document \(space)><ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID></ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>"
    )
    zip.add("Doc_0/Pages/Page_0/Content.xml", page)
    return zip.finished()
  }

  static func frontMatter(_ yaml: [UInt8]) -> [UInt8] {
    Array("---\n".utf8) + yaml + Array("\n---\n# 关于供暖的通知\n\n正文。\n".utf8)
  }
}
