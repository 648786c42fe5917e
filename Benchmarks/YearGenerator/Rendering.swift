import Publication

/// The formats of the year.
enum FileKind: String, CaseIterable, Sendable {
  case text = "txt", markdown = "md", html, docx
}

/// Articles as the bytes of files.
enum Rendering {
  static func text(_ article: Article, indent: String) -> String {
    var lines = article.head + [article.title]
    if let addressee = article.addressee { lines.append(addressee) }
    lines += article.paragraphs.map { indent + $0 }
    lines += article.signature
    if let mark = article.mark { lines.append(mark) }
    lines += article.foot
    return lines.joined(separator: "\n") + "\n"
  }

  static func markdown(_ article: Article) -> String {
    var blocks = article.head + ["# " + article.title]
    if let addressee = article.addressee { blocks.append(addressee) }
    blocks += article.paragraphs
    if let head = article.table.first {
      var rows = ["| \(head.joined(separator: " | ")) |", "|\(String(repeating: " --- |", count: head.count))"]
      rows += article.table.dropFirst().map { "| \($0.joined(separator: " | ")) |" }
      blocks.append(rows.joined(separator: "\n"))
    }
    blocks += article.signature
    if let mark = article.mark { blocks.append(mark) }
    blocks += article.foot
    return blocks.joined(separator: "\n\n") + "\n"
  }

  static func html(_ article: Article, image: String?) -> String {
    let language = article.isMongolian ? "mn-Mong" : "zh-CN"
    let title = "<title>\(escaped(article.title))</title>"
    var page = "<!DOCTYPE html>\n<html lang=\"\(language)\"><head><meta charset=\"utf-8\">\(title)</head>\n<body>\n"
    for line in article.head { page += "<p style=\"text-align:center\">\(escaped(line))</p>\n" }
    page += "<h1>\(escaped(article.title))</h1>\n"
    if let addressee = article.addressee { page += "<p>\(escaped(addressee))</p>\n" }
    for (index, paragraph) in article.paragraphs.enumerated() {
      page += "<p>\(escaped(paragraph))</p>\n"
      if index == 0, let image { page += "<p><img src=\"\(image)\" alt=\"现场\"></p>\n" }
    }
    if !article.table.isEmpty {
      page += "<table>\n"
      for row in article.table { page += "<tr>" + row.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>\n" }
      page += "</table>\n"
    }
    for line in article.signature { page += "<p style=\"text-align:right\">\(escaped(line))</p>\n" }
    for line in (article.mark.map { [$0] } ?? []) + article.foot { page += "<p>\(escaped(line))</p>\n" }
    return page + "</body></html>\n"
  }

  static func docx(_ article: Article, properties: String?) -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let types = "application/vnd.openxmlformats-"
    var parts = [("/word/document.xml", types + "officedocument.wordprocessingml.document.main+xml")]
    var targets = [(office + "/officeDocument", "word/document.xml")]
    if properties != nil {
      parts.append(("/docProps/custom.xml", types + "officedocument.custom-properties+xml"))
      targets.append((office + "/custom-properties", "docProps/custom.xml"))
    }
    var zip = StoredZip()
    var list = "<Types xmlns=\"\(package)/content-types\">"
    list += "<Default Extension=\"rels\" ContentType=\"\(types)package.relationships+xml\"/>"
    list += #"<Default Extension="xml" ContentType="application/xml"/>"#
    for (name, type) in parts { list += "<Override PartName=\"\(name)\" ContentType=\"\(type)\"/>" }
    zip.add("[Content_Types].xml", declaration + list + "</Types>")
    var relations = "<Relationships xmlns=\"\(package)/relationships\">"
    for (index, (type, target)) in targets.enumerated() {
      relations += "<Relationship Id=\"rId\(index + 1)\" Type=\"\(type)\" Target=\"\(target)\"/>"
    }
    zip.add("_rels/.rels", declaration + relations + "</Relationships>")
    if let properties { zip.add("docProps/custom.xml", properties) }
    zip.add("word/document.xml", body(article))
    return zip.finished()
  }

  private static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#

  private static func body(_ article: Article) -> String {
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    var xml = declaration + "<w:document xmlns:w=\"\(namespace)\"><w:body>"
    for line in article.head { xml += paragraph(line, size: 72, at: "center") }
    xml += paragraph(article.title, size: 44, at: "center")
    if let addressee = article.addressee { xml += paragraph(addressee) }
    for line in article.paragraphs { xml += paragraph(line) }
    if !article.table.isEmpty {
      xml += "<w:tbl>"
      for row in article.table { xml += "<w:tr>" + row.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>" }
      xml += "</w:tbl>"
    }
    for line in article.signature { xml += paragraph(line, at: "right") }
    for line in (article.mark.map { [$0] } ?? []) + article.foot { xml += paragraph(line) }
    return xml + "</w:body></w:document>"
  }

  private static func paragraph(_ text: String, size: Int = 32, at place: String? = nil) -> String {
    let alignment = place.map { "<w:pPr><w:jc w:val=\"\($0)\"/></w:pPr>" } ?? ""
    let run = "<w:rPr><w:sz w:val=\"\(size)\"/></w:rPr><w:t xml:space=\"preserve\">\(escaped(text))</w:t>"
    return "<w:p>\(alignment)<w:r>\(run)</w:r></w:p>"
  }

  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
