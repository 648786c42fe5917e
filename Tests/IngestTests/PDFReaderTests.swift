import Foundation
import Publication
import TestSupport
import Testing

@testable import Ingest

@Suite("PDF documents")
struct PDFReaderTests {
  /// What `pdftotext -bbox-layout` says of words at these places: left, top, text.
  static func words(_ words: [(Double, Double, String)], title: String = "") -> [UInt8] {
    let text = words.map { left, top, text in
      let right = left + Double(text.unicodeScalars.count) * 16
      return "<word xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(right)\" yMax=\"\(top + 20.8)\">\(text)</word>"
    }
    let head = "<head><title>\(title)</title><meta name=\"Author\" content=\"经办人\"/></head>"
    return Array(
      ("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">"
        + "<html xmlns=\"http://www.w3.org/1999/xhtml\">\(head)<body><doc><page width=\"595\" height=\"842\"><flow>"
        + text.joined() + "</flow></page></doc></body></html>").utf8)
  }

  static let noPictures = "page num\n-----\n"

  static func read(
    _ text: [UInt8], pictures: String = noPictures, embedded: String = "0 embedded files\n", isAttachment: Bool = false
  ) -> ReadingResult {
    let bytes = Array("%PDF-1.4".utf8)
    var source = ReadingSource(bytes: bytes, name: FileName("a.pdf"), parts: [], limits: IngestLimits())
    source.isAttachment = isAttachment
    let digest = ContentDigest(of: bytes)
    source.conversions = [
      Conversion(.pageText, of: digest): .made(text), Conversion(.pictureList, of: digest): .made(Array(pictures.utf8)),
      Conversion(.embeddedFileList, of: digest): .made(Array(embedded.utf8)),
    ]
    return PDFReader().read(source)
  }

  @Test("lines become paragraphs: an indent, a short line, a wider gap and a mark end one")
  func paragraphs() {
    let line = String(repeating: "字", count: 25)
    let result = Self.read(
      Self.words([
        (80, 100, "关于放假的通知"), (112, 160, String(line.prefix(23))), (80, 185, line), (80, 210, "末行。"),
        (112, 235, String(line.prefix(23))), (80, 260, "又一段末行。"), (320, 300, "乌兰塔拉盟农牧局"), (112, 340, "（此件公开发布）"),
      ]))
    #expect(
      result.text.split(separator: "\n").map { $0.unicodeScalars.count } == [7, 51, 29, 8, 8])
    #expect(result.codes.isEmpty)
  }

  @Test("numbers and words keep together over a line's end, and a word before a full line isn't a paragraph's end")
  func words() {
    let line = String(repeating: "字", count: 24)
    let result = Self.read(Self.words([(80, 100, line + "3"), (80, 125, "0.2%，增长"), (80, 150, "较快。")]))
    #expect(result.text == line + "30.2%，增长\n较快。\n")
  }

  @Test("page numbers are for the gate alone")
  func furniture() {
    let result = Self.read(Self.words([(80, 100, "正文在此处。"), (280, 790, "— 1 —")]))
    #expect(result.text == "正文在此处。\n" && result.unpublished(.footer) == ["— 1 —"])
  }

  @Test("pictures, embedded files, tables and Mongolian hold an article; a scan has no text at all")
  func held() {
    let one = Self.words([(80, 100, "正文在此处。")])
    #expect(Self.read(one, pictures: Self.noPictures + "1 0 image\n").codes == [.contentNotShowable])
    #expect(Self.read(one, embedded: "2 embedded files\n").codes == [.contentNotShowable])
    #expect(Self.read(Self.words([]), pictures: Self.noPictures + "1 0 image\n").content == nil)
    let table = Self.words([(80, 100, "甲"), (300, 100, "乙"), (80, 125, "丙"), (300, 125, "丁")])
    #expect(Self.read(table).codes == [.contentNotShowable])
    #expect(Self.read(Self.words([(80, 100, "\u{182E}\u{1823}\u{1829}")])).codes == [.fixedLayoutMongolian])
  }

  @Test("as an attachment it is published as it is, and its text is read for the gate")
  func attachment() {
    let table = Self.words([(80, 100, "甲"), (300, 100, "乙"), (80, 125, "丙"), (300, 125, "丁")])
    let result = Self.read(table, pictures: Self.noPictures + "1 0 image\n", isAttachment: true)
    #expect(result.codes.isEmpty && result.text.contains("甲"))
    #expect(Self.read(table, embedded: "1 embedded files\n", isAttachment: true).codes == [.contentNotShowable])
  }

  @Test(
    "what a program answers is told as it is",
    arguments: [
      (ConversionOutcome.missing(program: "pdftotext", package: "poppler-utils"), Code.converterMissing),
      (.unavailable(reason: "磁盘满"), .converterUnavailable),
      (.failed(program: "pdftotext", .encrypted), .encrypted),
      (.failed(program: "pdftotext", .timedOut(seconds: 120)), .conversionFailed),
      (.failed(program: "pdftotext", .outputTooLarge(bytes: 1)), .conversionFailed),
      (.failed(program: "pdftotext", .ended(status: -9)), .conversionFailed),
      (.failed(program: "pdftotext", .ended(status: 1)), .conversionFailed),
      (.failed(program: "pdftotext", .noOutput), .conversionFailed),
    ])
  func outcomes(_ outcome: ConversionOutcome, _ code: Code) {
    let bytes = Array("%PDF-1.4".utf8)
    var source = ReadingSource(bytes: bytes, name: FileName("a.pdf"), parts: [], limits: IngestLimits())
    #expect(PDFReader().read(source).wanted.count == 3)
    source.conversions[Conversion(.pageText, of: ContentDigest(of: bytes))] = outcome
    let result = PDFReader().read(source)
    #expect(result.content == nil && result.codes == [code] && result.wanted.isEmpty)
  }

  @Test("spoiled output of the program never traps")
  func mangled() {
    var random = MangledBytes(seed: 5)
    let good = Self.words([(80, 100, "关于放假的通知"), (112, 160, "各旗农牧局要做好"), (80, 185, "接羔保育。")])
    for _ in 0..<400 { _ = Self.read(random.mangled(good)) }
  }
}
