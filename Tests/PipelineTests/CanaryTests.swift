import Foundation
import Publication
import TestSupport
import Testing

@testable import Pipeline

/// Closed documents of every format, with every flaw that a diagnostic quotes something of.
@Suite("The canary of closed documents")
struct CanaryTests {
  private static let canary = LeakTests.canary

  /// What closes a document, by what stands at its end.
  private static let closings: [(mark: String, sidecar: String)] = [
    ("（此件不予公开）", ""), ("（此件依申请公开）", ""), ("机密★1年", ""), ("（此件公开发布）\n\n（此件不予公开）", ""), ("此件发至县团级", ""),
    ("", "\"公开属性\": \"不予公开\""), ("", "\"公开属性\": \"依申请公开\""), ("（此件公开发布）", "\"公开属性\": \"依申请公开\""), ("CONFIDENTIAL", ""),
    ("□主动公开 □依申请公开 □不予公开", "\"公开属性\": \"不予公开\""),
  ]

  /// Members of a sidecar whose flaws are told with what they quote.
  private static let flaws = [
    "", "\"发布日期\": \"\(canary)\"", "\"发布渠道\": [\"\(canary)\"]", "\"语言\": \"\(canary)\"", "\"发文字号\": \"\(canary)\"",
    "\"\(canary)\": \"\(canary)\"", "\"封面\": \"\(canary).png\"", "\"附件\": [\"\(canary).txt\"]", "\"替代\": \"\(canary)\"",
    "\"标题\": \"\(canary)\", \"双语标识\": \"\(canary)\", \"作者\": \"\(canary)\", \"栏目\": \"\(canary)\"",
    "\"成文日期\": \"\(canary)\"",
    "\"审查\": [{\"审查\": \"\(canary)\"}]", "\"标题\": \"\(canary)\", \"标题\": \"\(canary)\"", "\"短标题\": {\"\(canary)\": 1}",
    "\"依据\": \"\(canary)\"",
    "\"摘要\": \"\(canary)13812345678\"",
  ]

  private static func files(_ number: Int, mark: String) -> [(name: String, bytes: [UInt8])] {
    let text = "关于\(canary)\(number)的通知\n\n各旗区：\n\n\(canary)身份证号152921199001010013，\(canary)〔2025〕1号。\n\n\(mark)\n"
    let page =
      "<html><head><title>\(canary)</title><meta name=\"author\" content=\"\(canary)\"></head><body><h1>关于\(canary)\(number)的通知</h1><p>\(canary)</p><img src=\"\(canary).png\"><img src=\"https://\(canary).cn/a.png\">"
      + mark.split(separator: "\n").map { "<p>\($0)</p>" }.joined() + "</body></html>"
    let markdown =
      "# 关于\(canary)\(number)的通知\n\n\(canary)![\(canary)](\(canary).png)[^1]\n\n[^1]: \(canary)\n\n<div>\(canary)</div>\n\n\(mark)\n"
    return [
      ("\(canary)\(number).txt", Array(text.utf8)), ("\(canary)\(number).html", Array(page.utf8)),
      ("\(canary)\(number).md", Array(markdown.utf8)), ("\(canary)\(number).docx", word(number, mark)),
      ("\(canary)\(number).odt", openDocument(number, mark)), ("\(canary)\(number).ofd", fixedLayout(number, mark)),
      // Another program makes an open document of it.
      ("\(canary)\(number).rtf", Array("{\\rtf1 \(canary)\(number)|\(mark)}".utf8)),
      // Damaged, unreadable and unknown files that their sidecar or name closes.
      ("\(canary)\(number)（不予公开）.pdf", Array("%PDF-1.4\n\(canary)".utf8)),
      ("\(canary)\(number)（机密）.docx", Array("PK\u{3}\u{4}\(canary)".utf8)),
    ]
  }

  private static func word(_ number: Int, _ mark: String) -> [UInt8] {
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    func paragraph(_ text: some StringProtocol) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
    let body =
      paragraph("关于\(canary)\(number)的通知") + paragraph(canary) + mark.split(separator: "\n").map(paragraph).joined()
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return ArchiveBuilder(entries: [
      .init("[Content_Types].xml", "<Types/>"),
      .init(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"\(office)\" Target=\"word/document.xml\"/></Relationships>"
      ),
      .init("word/document.xml", "<w:document \(space)><w:body>\(body)</w:body></w:document>"),
    ]).bytes
  }

  private static func openDocument(_ number: Int, _ mark: String) -> [UInt8] {
    let spaces = ["office", "text"].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }.joined(
      separator: " ")
    let body = ["关于\(canary)\(number)的通知", canary] + mark.split(separator: "\n").map(String.init)
    return ArchiveBuilder(entries: [
      .init("mimetype", "application/vnd.oasis.opendocument.text"),
      .init(
        "content.xml",
        "<office:document-content \(spaces)><office:body><office:text>"
          + body.map { "<text:p>\($0)</text:p>" }.joined() + "</office:text></office:body></office:document-content>"),
      .init(
        "meta.xml",
        "<office:document-meta \(spaces) xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><office:meta><dc:title>\(canary)</dc:title></office:meta></office:document-meta>"
      ),
    ]).bytes
  }

  private static func fixedLayout(_ number: Int, _ mark: String) -> [UInt8] {
    let space = "xmlns:ofd=\"http://www.ofdspec.org/2016\""
    let lines = ["关于\(canary)\(number)的通知", canary] + mark.split(separator: "\n").map(String.init)
    let objects = lines.enumerated().map { index, line in
      let count = line.unicodeScalars.count
      return
        "<ofd:TextObject Boundary=\"20 \(20 + index * 20) \(count * 5) 7\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"g \(max(count - 1, 1)) 5\">\(line)</ofd:TextCode></ofd:TextObject>"
    }
    return ArchiveBuilder(entries: [
      .init(
        "OFD.xml",
        "<ofd:OFD \(space)><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"),
      .init(
        "Doc_0/Document.xml",
        "<ofd:Document \(space)><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
          + "<ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"P.xml\"/></ofd:Pages></ofd:Document>"),
      .init(
        "Doc_0/P.xml",
        "<ofd:Page \(space)><ofd:Content><ofd:Layer>\(objects.joined())</ofd:Layer></ofd:Content></ofd:Page>"),
    ]).bytes
  }

  /// The open document that another program makes of the text in an RTF file.
  private static let converter = SetConverter { conversion, bytes in
    guard conversion.kind == .openDocument else { return .missing(program: "pdftotext", package: "poppler-utils") }
    let text = String(decoding: bytes.dropFirst(7).dropLast(), as: UTF8.self)
    let mark = text.split(separator: "|", omittingEmptySubsequences: false).last ?? ""
    return .made(openDocument(0, String(mark)))
  }

  @Test(
    "nothing of a closed document stands in a name, list, note, report, log, ledger or temporary file",
    arguments: 0..<closings.count)
  func everywhere(_ index: Int) throws {
    let (mark, attribute) = Self.closings[index]
    let office = try Office()
    office.converter = Self.converter
    // Lists that are looked through have part in everything.
    office.configuration.wrongNames = try WrongNamesReader.read(
      Array(
        "{\"schema\": \"zarlal.wrong-names/1\", \"version\": \"1\", \"entries\": [{\"wrong\": \"\(Self.canary)\", \"right\": \"甲乙\"}]}"
          .utf8)
    ).get()
    var count = 0
    for (number, flaw) in Self.flaws.enumerated() {
      let members = [attribute, flaw].filter { !$0.isEmpty }.joined(separator: ", ")
      for (name, bytes) in Self.files(number, mark: mark) {
        let isNamed = name.contains("（")
        // A file that only its metadata close, or its text: one that can't be read needs the first or its name.
        guard !isNamed || number % 4 == 0 else { continue }
        let folder = number % 5 == 1 ? "\(Self.canary)夹\(count)/" : number % 5 == 2 ? "加急/" : ""
        try office.drop(folder + name, Data(bytes), sidecar: members.isEmpty ? nil : "{\(members)}")
        if folder.isEmpty, number % 3 == 0, !isNamed {
          try office.drop("\(name).附件/\(Self.canary).txt", Data("附件\n\(Self.canary)\n".utf8))
        }
        count += 1
      }
    }
    var told: [String] = []
    told += try office.engine.dryRun(office.options).map { String(decoding: $0.json.utf8(), as: UTF8.self) }
    for _ in 0..<2 {
      let summary = try office.run()
      told += summary.spoken + [String(decoding: summary.json.utf8(), as: UTF8.self)]
      #expect(summary.published == 0 && summary.scheduled == 0)
    }
    told += Doctor.examine(try office.engine).map { String(decoding: $0.json.utf8(), as: UTF8.self) }
    told.append(String(decoding: try office.engine.due().json.utf8(), as: UTF8.self))
    for kind in ListedKind.allCases {
      for listed in try office.list(kind) {
        told += [String(decoding: listed.json.utf8(), as: UTF8.self)]
        guard let story = try? office.engine.why(listed.item ?? listed.id) else { continue }
        told += story.lines + [String(decoding: story.json.utf8(), as: UTF8.self)]
      }
    }
    for format in ReportFormat.allCases {
      told.append(
        String(decoding: try office.engine.channelReport(from: nil, to: nil, format: format), as: UTF8.self))
    }
    told += try office.engine.verify().map { "\($0)" }
    #expect(told.filter { $0.contains(Self.canary) }.isEmpty)
    let leaks = try LeakTests.leaks(office, Self.canary)
    #expect(leaks.isEmpty)
    #expect(try office.isClean())
    let closed = try office.list(.sealed).count + office.list(.onRequest).count + office.list(.held).count
    #expect(closed == count)
  }

  /// Numbers, plates and a child's name as well: a covered copy must not be where a closed document is not.
  private static let personal = "\(canary)身份证号152921199001010013，手机13812345678，车牌蒙M12345，\(canary)小学三年级二班学生李小明。"

  @Test(
    "what people type to look at a closed document brings nothing of it to light, and no copy of it is made",
    arguments: 0..<closings.count)
  func commands(_ index: Int) throws {
    let (mark, attribute) = Self.closings[index]
    let office = try Office()
    try office.drop(
      "文.txt", Notice.chinese("关于\(Self.canary)的通知", mark: mark, body: Self.personal),
      sidecar: attribute.isEmpty ? nil : "{\(attribute)}")
    try office.drop("文.附件/附件1.html", "<p>\(Self.personal)</p>")
    var told = try office.engine.check([office.url("inbox/文.txt").path]).map {
      String(decoding: $0.json.utf8(), as: UTF8.self)
    }
    told += try office.run().spoken
    let closed = try office.list(.sealed) + office.list(.onRequest) + office.list(.held)
    #expect(closed.count == 1)
    let id = try #require(closed.first?.id)
    told += try office.engine.why(id).lines
    // What can't be done is refused without a word of the document.
    for verdict in PersonalVerdict.allCases {
      let basis = verdict == .publish ? nil : verdict == .withhold ? "14.1" : "27"
      do {
        told.append(try office.engine.decide(id, verdict, reason: Self.canary, basis: basis, by: "王").message)
      } catch let error as PipelineError {
        told.append("\(error) \(error.text())")
      }
    }
    let engine = try office.engine
    let attempts: [() throws -> String] = [
      { "\(try engine.release(id, by: "王"))" }, { "\(try engine.hold(id, by: "王"))" },
    ]
    for attempt in attempts {
      do { told.append(try attempt()) } catch let error as PipelineError { told.append("\(error) \(error.text())") }
    }
    told += try office.engine.why(id).lines
    #expect(told.filter { $0.contains(Self.canary) || $0.contains("李小明") }.isEmpty)
    #expect(try LeakTests.leaks(office, Self.canary).isEmpty)
    #expect(try office.everything().keys.allSatisfy { !$0.contains("遮盖稿") })
    #expect(try office.isClean())
  }
}
