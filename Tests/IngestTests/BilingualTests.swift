import Publication
import TestSupport
import Testing

@testable import Ingest

/// Texts of an invented notice in both languages.
enum BilingualTexts {
  static let title: String = "关于开展春季草原防火工作的通知"
  static let chinese: String = "各苏木镇要落实防火责任，加强巡查值守，确保群众生命财产安全。"
  static let mongolianTitle: String =
    "\u{1828}\u{1824}\u{1832}\u{1824}\u{182D} \u{182A}\u{1822}\u{1834}\u{1822}\u{182D}"
  static let mongolian: String =
    "\u{182E}\u{1823}\u{1829}\u{182D}\u{1823}\u{182F}\u{202F}\u{1824}\u{1828} \u{182A}\u{1820}\u{1836}\u{1822}\u{182D}\u{1824}\u{182F}\u{1824}\u{182D}\u{180E}\u{1820} \u{182A}\u{1822}\u{1834}\u{1822}\u{182D} \u{182C}\u{1821}\u{182F}\u{1821} \u{182E}\u{1823}\u{1829}\u{182D}\u{1823}\u{182F}\u{1803}"
}

@Suite("Chinese and Mongolian side by side")
struct BilingualTests {
  /// Rows of cells, Markdown's way.
  static func page(
    _ rows: [[String]], above: [String] = [BilingualTexts.title, BilingualTexts.mongolianTitle],
    below: [String] = ["（此件公开发布）"]
  )
    -> String
  {
    let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
    let rule = "|" + String(repeating: "---|", count: rows.first?.count ?? 0)
    let table = ([lines.first ?? "", rule] + lines.dropFirst()).joined(separator: "\n")
    return (above + [table] + below).joined(separator: "\n\n") + "\n"
  }

  static func read(_ text: String, name: String = "通知.md", sidecar: String? = nil) throws -> Ingested {
    var item = InboxItem(name: FileName(name), bytes: Array(text.utf8))
    item.sidecar = sidecar.map { Array($0.utf8) }
    return DocumentReader(limits: IngestLimits(), outlets: WholeFiles.outlets).read(item, today: WholeFiles.today)
  }

  static func text(_ ingested: Ingested, _ language: ContentLanguage) throws -> String {
    let half = try #require(ingested.document?.halves.first { $0.language?.value == language })
    return PlainText.of(half.publishedBlocks)
  }

  /// Two columns under the names of the languages.
  static let plain: [[String]] = [
    ["汉文", "蒙古文"], [BilingualTexts.chinese, BilingualTexts.mongolian],
    ["二、" + BilingualTexts.chinese, BilingualTexts.mongolian + " 2"],
  ]

  @Test("each column becomes the text of its language, titles and all")
  func columns() throws {
    let ingested = try Self.read(Self.page(Self.plain))
    #expect(ingested.codes(.hold) == [], "\(ingested.diagnostics)")
    #expect(ingested.codes(.note) == [.bilingualSplit])
    let halves = try #require(ingested.document).halves
    #expect(halves.map(\.title?.value) == [BilingualTexts.title, BilingualTexts.mongolianTitle])
    #expect(try Self.text(ingested, .chinese) == BilingualTexts.chinese + "\n二、" + BilingualTexts.chinese + "\n")
    #expect(
      try Self.text(ingested, .mongolian).unicodeScalars.elementsEqual(
        (BilingualTexts.mongolian + "\n" + BilingualTexts.mongolian + " 2\n").unicodeScalars))
    #expect(
      halves[0].metadata.pair == ingested.inputID.rawValue && halves[1].metadata.pair == ingested.inputID.rawValue)
  }

  @Test("serial numbers go with both halves, their heading with its own")
  func serials() throws {
    let rows = [
      ["序号", "汉文", "蒙古文"], ["1", BilingualTexts.chinese, BilingualTexts.mongolian],
      ["2", "二、" + BilingualTexts.chinese, BilingualTexts.mongolian],
    ]
    let ingested = try Self.read(Self.page(rows))
    #expect(ingested.codes(.hold) == [], "\(ingested.diagnostics)")
    #expect(try Self.text(ingested, .mongolian).hasPrefix("1\t"))
    #expect(try Self.text(ingested, .chinese).hasPrefix("1\t" + BilingualTexts.chinese))

    let headed = [
      ["序号", "事项", BilingualTexts.mongolianTitle], ["1", BilingualTexts.chinese, BilingualTexts.mongolian],
      ["2", BilingualTexts.chinese, BilingualTexts.mongolian],
    ]
    let other = try Self.read(Self.page(headed))
    #expect(other.codes(.hold) == [], "\(other.diagnostics)")
    #expect(try Self.text(other, .chinese).hasPrefix("序号\t事项\n1\t"))
    #expect(try !Self.text(other, .mongolian).contains("序号"))
  }

  @Test("figures alone are for both; figures under headings of both languages for each")
  func figures() throws {
    let shared = [
      ["", BilingualTexts.title, BilingualTexts.mongolianTitle],
      ["2024", BilingualTexts.chinese, BilingualTexts.mongolian],
    ]
    let ingested = try Self.read(Self.page(shared))
    #expect(ingested.codes(.hold) == [], "\(ingested.diagnostics)")
    #expect(try Self.text(ingested, .chinese).contains("2024\t"))
    #expect(try Self.text(ingested, .mongolian).contains("2024\t"))

    let twins = [
      ["事项内容", "金额", BilingualTexts.mongolianTitle, BilingualTexts.mongolianTitle],
      [BilingualTexts.chinese, "120", BilingualTexts.mongolian, "120"],
    ]
    #expect(try Self.read(Self.page(twins)).codes(.hold) == [])
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    var rows: [[String]] = BilingualTests.plain
    var above: [String] = [BilingualTexts.title, BilingualTexts.mongolianTitle]
    var below: [String] = ["（此件公开发布）"]
    var sidecar: String?
    var code: Code = Code.bilingualText
  }

  static let undivided: [Case] = [
    Case(
      testDescription: "two languages in one cell",
      rows: [
        ["汉文", "蒙古文"], [BilingualTexts.chinese + BilingualTexts.mongolian, BilingualTexts.mongolian],
        [BilingualTexts.chinese, BilingualTexts.mongolian],
      ]),
    Case(
      testDescription: "a Chinese cell in the Mongolian column",
      rows: [["汉文", "蒙古文"], [BilingualTexts.chinese, BilingualTexts.mongolian], [BilingualTexts.chinese, "联系人：综合科"]]),
    Case(
      testDescription: "a row without Mongolian",
      rows: [["汉文", "蒙古文"], [BilingualTexts.chinese, BilingualTexts.mongolian], [BilingualTexts.chinese, ""]]),
    Case(
      testDescription: "figures under a Chinese heading",
      rows: [
        ["事项内容", "金额", BilingualTexts.mongolianTitle], [BilingualTexts.chinese, "120", BilingualTexts.mongolian],
        [BilingualTexts.chinese, "80", BilingualTexts.mongolian],
      ]),
    Case(
      testDescription: "two Chinese columns and one Mongolian",
      rows: [
        ["汉文", "说明", "蒙古文"], [BilingualTexts.chinese, "要认真落实。", BilingualTexts.mongolian],
        [BilingualTexts.chinese, "要抓紧办理。", BilingualTexts.mongolian],
      ]),
    Case(
      testDescription: "rows instead of columns",
      rows: [
        ["一", "二"], [BilingualTexts.chinese, BilingualTexts.chinese],
        [BilingualTexts.mongolian, BilingualTexts.mongolian],
      ]),
    Case(
      testDescription: "text above the table in Chinese only",
      above: [BilingualTexts.title, BilingualTexts.mongolianTitle, BilingualTexts.chinese + "现公布如下。"]),
    Case(
      testDescription: "a line with both languages above the table",
      above: [BilingualTexts.title + BilingualTexts.mongolian]),
    Case(testDescription: "metadata that know one language", sidecar: #"{"lang":"zh"}"#),
    Case(testDescription: "no Mongolian title", above: [BilingualTexts.title], code: .bilingualText),
  ]

  @Test("what is not one to one is held, and says why", arguments: undivided)
  func held(_ one: Case) throws {
    let ingested = try Self.read(Self.page(one.rows, above: one.above, below: one.below), sidecar: one.sidecar)
    #expect(ingested.codes(.hold).contains(one.code), "\(ingested.diagnostics)")
    let found = try #require(ingested.diagnostics.first { $0.code == one.code })
    #expect(found.details["reason"]?.isEmpty == false)
  }

  @Test("a list of two titles in the metadata gives each half its own")
  func declaredTitles() throws {
    let sidecar = "{\"title\":[\"\(BilingualTexts.title)\",\"\(BilingualTexts.mongolianTitle)\"]}"
    let ingested = try Self.read(Self.page(Self.plain, above: []), sidecar: sidecar)
    #expect(ingested.codes(.hold) == [], "\(ingested.diagnostics)")
    #expect(ingested.document?.halves.map(\.title?.value) == [BilingualTexts.title, BilingualTexts.mongolianTitle])
  }

  @Test("spans over rows and cells over the whole width keep their places, in HTML as elsewhere")
  func spans() throws {
    let html = """
      <!DOCTYPE html><html><body><table>
      <tr><td colspan="2">\(BilingualTexts.title)</td></tr><tr><td colspan="2">\(BilingualTexts.mongolianTitle)</td></tr>
      <tr><td rowspan="2">\(BilingualTexts.chinese)</td><td>\(BilingualTexts.mongolian)</td></tr><tr><td>\(BilingualTexts.mongolian)</td></tr>
      </table><p>（此件公开发布）</p></body></html>
      """
    let ingested = try Self.read(html, name: "通知.html")
    #expect(ingested.codes(.hold) == [], "\(ingested.diagnostics)")
    #expect(ingested.document?.halves.map(\.title?.value) == [BilingualTexts.title, BilingualTexts.mongolianTitle])
    #expect(try Self.text(ingested, .chinese) == BilingualTexts.chinese + "\n")
    let across = html.replacing("<td rowspan=\"2\">\(BilingualTexts.chinese)</td><td>", with: "<td colspan=\"2\">")
    #expect(try Self.read(across, name: "通知.html").codes(.hold).contains(.bilingualText))
  }

  @Test("a table wider than any page is not taken apart, and costs nothing")
  func wide() throws {
    let row = [
      TableCell(
        [.paragraph([.text(BilingualTexts.chinese)], alignment: .natural)], columnSpan: 1_000_000, rowSpan: 1_000_000)
    ]
    #expect(throws: BilingualTable.Fault.self) { try BilingualTable([row, row]) }
  }

  @Test("in Word documents, Menksoft's codes are Mongolian")
  func menksoft() throws {
    func cell(_ text: String) -> String { "<w:tc><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>" }
    let code = String(repeating: "\u{E2C1}\u{E27F}\u{E317}\u{E27E}\u{E2E8} ", count: 8)
    let rows = [[BilingualTexts.title, "\u{E2C1}\u{E27F}\u{E317}\u{E27E}\u{E2E8}"], [BilingualTexts.chinese, code]]
      .map { "<w:tr>" + $0.map(cell).joined() + "</w:tr>" }.joined()
    let note = "<w:p><w:r><w:t>（此件公开发布）</w:t></w:r></w:p>"
    let item = InboxItem(name: FileName("通知.docx"), bytes: DOCXBuilder("<w:tbl>\(rows)</w:tbl>" + note).bytes)
    let ingested = DocumentReader(limits: IngestLimits(), outlets: WholeFiles.outlets).read(
      item, today: WholeFiles.today)
    #expect(ingested.codes(.hold) == [], "\(ingested.diagnostics)")
    #expect(ingested.document?.halves.map(\.language?.value) == [.chinese, .mongolian])
  }
}
