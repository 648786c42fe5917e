import Foundation
import Publication
import TestSupport
import Testing

@testable import Pipeline

@Suite("Copies with personal numbers covered")
struct MaskedCopyTests {
  private static let number = "152921199001010013"

  private func copy(_ office: Office) throws -> (id: String, folder: String) {
    let held = try #require(try office.list(.held).first)
    return (held.id, "held/\(held.id)/遮盖稿-\(held.id.prefix(12))")
  }

  /// Drops what lies in a folder.
  private func drop(_ folder: String, _ office: Office) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: office.url(folder).path) {
      try FileManager.default.copyItem(at: office.url("\(folder)/\(name)"), to: office.url("inbox/\(name)"))
    }
  }

  private static func word(_ runs: String) -> Data {
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
    return Data(
      ArchiveBuilder(entries: [
        .init("[Content_Types].xml", "<Types/>"),
        .init(
          "_rels/.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"\(office)\" Target=\"word/document.xml\"/></Relationships>"
        ),
        .init(
          "word/document.xml",
          "<w:document \(space)><w:body>\(paragraph("关于救助名单的公示"))\(runs)\(paragraph("（此件公开发布）"))</w:body></w:document>"),
      ]).bytes)
  }

  @Test(
    "what is held for numbers has a copy with the numbers covered beside it, and the copy can be dropped instead",
    arguments: ["txt", "utf16", "md", "html", "docx"])
  func formats(_ format: String) throws {
    let office = try Office()
    let body = "救助对象李某，身份证号\(Self.number)，手机１３８１２３４５６７８，车牌蒙M12345，开户行卡号6217001234567890122。"
    switch format {
    case "txt": try office.drop("公示.txt", Notice.chinese("关于救助名单的公示", body: body))
    case "utf16":
      let data = Notice.chinese("关于救助名单的公示", body: body).data(using: .utf16)
      try office.drop("公示.txt", try #require(data))
    case "md": try office.drop("公示.md", "# 关于救助名单的公示\n\n\(body)\n\n（此件公开发布）\n")
    case "html":
      try office.drop(
        "公示.html",
        "<html><head><title>关于救助名单的公示</title></head><body><h1>关于救助名单的公示</h1><p>身份证号15292<b>1199</b>001010013，手机&#49;3812345678，<a href=\"tel:13812345678\">拨打</a></p><p>（此件公开发布）</p></body></html>"
      )
    default:
      try office.drop(
        "公示.docx",
        Self.word("<w:p><w:r><w:t>身份证号152921</w:t></w:r><w:r><w:t>199001010013，手机13812345678</w:t></w:r></w:p>"))
    }
    #expect(try office.run().held == 1)
    let (id, folder) = try copy(office)
    let note = try String(contentsOf: office.url("held/\(id)/说明.txt"), encoding: .utf8)
    #expect(note.contains("遮盖稿"))
    // Nothing takes it in by itself.
    #expect(try office.run() == office.run())
    #expect(try office.list(.queued).isEmpty && office.isClean())
    try drop(folder, office)
    #expect(try office.run().published == 1)
    #expect(try office.list(.held).isEmpty && office.isClean())
    let payload = try #require(try office.pending("site-zh").first)
    let text = String(decoding: payload.utf8(), as: UTF8.self)
    for number in [Self.number, "13812345678", "１３８１２３４５６７８", "6217001234567890122", "M12345"] {
      #expect(!text.contains(number))
    }
    #expect(text.contains("152921********0013"))
    // The original moves aside without the copy.
    #expect(!FileManager.default.fileExists(atPath: office.url("rejected/\(id)/遮盖稿-\(id.prefix(12))").path))
  }

  @Test("the copy has attachments, metadata and names covered, and the permissions of the original")
  func bundle() throws {
    let office = try Office()
    let file = try office.drop(
      "名单\(Self.number).txt", Notice.chinese("关于救助名单的公示", mark: ""),
      sidecar: "{\"公开属性\": \"主动公开\", \"摘要\": \"李某\(Self.number)\"}")
    try office.drop("名单\(Self.number).附件/附件1.txt", "附件\n李某 13812345678\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    #expect(try office.run().held == 1)
    let (_, folder) = try copy(office)
    let paths = try office.everything(below: folder)
    #expect(paths.count == 3)
    for (path, data) in paths {
      #expect(!path.contains(Self.number))
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains(Self.number) && !text.contains("13812345678"))
      let mode = try FileManager.default.attributesOfItem(atPath: office.url(path).path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
    try drop(folder, office)
    #expect(try office.run().published == 1)
  }

  @Test("no copy is made where not every number can be covered")
  func notEvery() throws {
    let office = try Office()
    try office.drop("表.html", "<h1>关于填表的通知</h1><p title=13812345678>拨打</p><p>（此件公开发布）</p>")
    #expect(try office.run().held == 1)
    let (id, folder) = try copy(office)
    #expect(!FileManager.default.fileExists(atPath: office.url(folder).path))
    let note = try String(contentsOf: office.url("held/\(id)/说明.txt"), encoding: .utf8)
    #expect(!note.contains("子文件夹“遮盖稿"))
  }

  @Test("what a secrecy mark closes has no copy")
  func closed() throws {
    let office = try Office()
    try office.drop("公示.txt", Notice.chinese("关于救助名单的公示", mark: "机密★1年", body: "身份证号\(Self.number)。"))
    try office.drop("名单.txt", Notice.chinese("关于名单的通知", mark: "（此件依申请公开）", body: "手机13812345678。"))
    #expect(try office.run().published == 0)
    #expect(try office.everything().keys.allSatisfy { !$0.contains("遮盖稿") })
  }
}
