import Publication
import TestSupport
import Testing

@testable import Ingest

/// A link to a file that nobody dropped lost its address without a word: readers missed an attachment.
@Suite("Links that lead nowhere on the web")
struct LinkedFilesTests {
  private static let notice = "关于放假的通知\n\n各旗：\n\n见 %\n\n（此件公开发布）\n"

  private func attachment(_ name: String, isPart: Bool = false) -> InboxItem.Companion {
    InboxItem.Companion(name: FileName(name), bytes: Array("附件一\n".utf8), isPart: isPart)
  }

  private func markdown(_ link: String, _ companions: [InboxItem.Companion] = []) -> Ingested {
    let text = Self.notice.split(separator: "%").joined(separator: link)
    return WholeFiles.read(text: text, name: "通知.md", companions: companions)
  }

  private func page(_ link: String, _ companions: [InboxItem.Companion] = []) -> Ingested {
    let text = "<!DOCTYPE html><h1>关于放假的通知</h1><p>各旗：</p><p>见 \(link)</p><p>（此件公开发布）</p>"
    return WholeFiles.read(text: text, name: "通知.html", companions: companions)
  }

  @Test(
    "a linked file that isn't there holds the item, by name",
    arguments: [
      ("附件1.pdf", "附件1.pdf"), ("./附件1.docx", "附件1.docx"), ("%E9%99%84%E4%BB%B61.pdf", "附件1.pdf"),
      ("../upload/附件1.PDF?v=2#page=3", "附件1.PDF"), ("通知.附件/名单.xlsx", "名单.xlsx"), ("/files/a.zip", "a.zip"),
      ("file:///C:/Users/a/附件1.doc", "附件1.doc"), ("录像.mp4", "录像.mp4"), ("www.gov.cn/a.pdf", "a.pdf"),
    ])
  func missing(_ address: String, _ name: String) {
    for read in [
      markdown("[附件](<\(address)>)"), markdown("<a href=\"\(address)\">附件</a>"), page("<a href=\"\(address)\">附件</a>"),
    ] {
      #expect(read.codes(.hold) == [.linkedFileMissing])
      #expect(read.diagnostics.first { $0.code == .linkedFileMissing }?.details == ["name": name, "stem": "通知"])
    }
  }

  @Test("one that is there travels with the item, whatever the case of its name or the folder before it")
  func present() {
    for address in ["附件1.txt", "通知.附件/附件1.txt", "./%E9%99%84%E4%BB%B61.TXT", "附件1.txt#甲"] {
      for read in [
        markdown("[附件](<\(address)>)", [attachment("附件1.txt")]),
        page("<a href=\"\(address)\">附件</a>", [attachment("附件1.txt")]),
      ] {
        #expect(read.isFree && read.document?.attachments.count == 1, "\(address) \(read.diagnostics)")
        #expect(read.codes(.warning) == [])
      }
    }
    // A file in the page's own folder is only for showing: nobody publishes it.
    #expect(
      page("<a href=\"通知.files/a.pdf\">附件</a>", [attachment("通知.files/a.pdf", isPart: true)]).codes(.hold) == [
        .linkedFileMissing
      ])
    let picture = InboxItem.Companion(name: FileName("图.png"), bytes: ImageSamples.png, isPart: true)
    #expect(page("<a href=\"图.png\"><img src=\"图.png\"></a>", [picture]).isFree)
  }

  @Test(
    "other pages and folders are told once with their count, and the item goes on",
    arguments: ["t20250101_1.html", "../index.htm", "/zwgk/", "down.jsp?id=3", "ftp://a.example/x"])
  func elsewhere(_ address: String) {
    for read in [
      markdown("[甲](<\(address)>) [乙](b.html)"), page("<a href=\"\(address)\">甲</a><a href=\"b.html\">乙</a>"),
    ] {
      #expect(read.isFree)
      let told = read.diagnostics.filter { $0.code == .contentLeftOut }
      #expect(told.count == 1 && told[0].severity == .warning)
      #expect(told.first?.details["what"] == "指向别处网页或文件夹的链接 2 个，第一个是“\(address)”")
    }
  }

  @Test(
    "a link that does nothing, stays in the document or is published is no loss",
    arguments: [
      "#第一章", "", "javascript:void(0)", "tel:12345", "https://a.example/附件1.pdf", "mailto:a@b.cn", "通知.html#甲",
    ])
  func nothingLost(_ address: String) {
    let read = page("<a href=\"\(address)\">甲</a>")
    #expect(read.isFree && read.codes(.warning) == [], "\(read.diagnostics)")
    #expect(page("<p hidden><a href=\"附件1.pdf\">甲</a></p>").isFree)
  }

  @Test("the same holds for Word and OpenDocument texts, in every form that a link has there")
  func office() {
    func word(_ body: String) -> [LocalLink] {
      var builder = DOCXBuilder(body)
      builder.external = [("x", "hyperlink", "附件1.docx"), ("w", "hyperlink", "https://a.example/")]
      return builder.read().links
    }
    let run = "<w:r><w:t>甲</w:t></w:r>"
    let lost = [LocalLink(address: "附件1.docx", place: "正文第1段")]
    #expect(word("<w:p><w:hyperlink r:id=\"x\">\(run)</w:hyperlink></w:p>") == lost)
    #expect(word("<w:p><w:fldSimple w:instr=' HYPERLINK \"附件1.docx\" '>\(run)</w:fldSimple></w:p>") == lost)
    #expect(word("<w:p>\(DOCXTextTests.field(" HYPERLINK \"附件1.docx\" ", "甲"))</w:p>") == lost)
    let drawing =
      "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"a\"><a:hlinkClick r:id=\"x\"/></wp:docPr></wp:inline></w:drawing></w:r></w:p>"
    #expect(word(drawing) == lost)
    for body in [
      "<w:p><w:hyperlink r:id=\"w\">\(run)</w:hyperlink></w:p>",
      "<w:p><w:hyperlink w:anchor=\"a\">\(run)</w:hyperlink></w:p>",
      "<w:p>\(DOCXTextTests.field(" HYPERLINK \\l \"_Toc1\" ", "甲"))</w:p>",
    ] {
      #expect(word(body).isEmpty)
    }
    let text = ODTBuilder(
      "<text:p><text:a xlink:href=\"../附件1.odt\">甲</text:a><text:a xlink:href=\"#甲\">乙</text:a></text:p>")
    #expect(text.read().links == [LocalLink(address: "../附件1.odt", place: "正文第1段")])
    let linked = ODTBuilder(
      "<text:p><draw:a xlink:href=\"https://a.example/\"><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></draw:a></text:p>"
    )
    #expect(linked.read().text == "框\n" && linked.read().links.isEmpty)
  }

  @Test("the gate reads what such an address says, and links on a picture are told")
  func words() {
    let secret = "机密★1年.pdf"
    let coded = "%E6%9C%BA%E5%AF%86%E2%98%851%E5%B9%B4.pdf"
    for read in [markdown("[附件](\(coded))"), page("<a href=\"\(coded)\">附件</a>")] {
      #expect(read.document?.content.unpublished.contains(UnpublishedText(.alternative, secret)) == true)
    }
    let map = FormatSamples.html(
      "<h1>题</h1><p>文</p><map name=\"m\"><area href=\"https://a.example/\"><area href=\"a.pdf\"></map>")
    #expect(map.codes == [.contentLeftOut] && map.links.map(\.address) == ["a.pdf"])
    #expect(FormatSamples.html("<h1>题</h1><p>文</p><map name=\"m\"><area></map>").codes == [])
  }

  @Test("an anchor in the HTML of a Markdown text is a link like any other")
  func anchors() {
    let read = FormatSamples.markdown("见<a href=\"https://a.example/\">甲</a>乙<a hidden href=\"b.pdf\">丙</a>\n")
    let inlines: [Inline] = [.text("见"), .link([.text("甲")], href: "https://a.example/"), .text("乙")]
    #expect(read.blocks == [.paragraph(inlines, alignment: .natural)])
    #expect(read.links.isEmpty)
  }
}
