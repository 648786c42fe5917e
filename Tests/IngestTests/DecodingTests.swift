import Publication
import Testing

@testable import Ingest

@Suite struct DecodingTests {
  @Test(
    "one text reads the same in every encoding and with every line end",
    arguments: [
      ("zh-utf8-bom", TextEncoding.utf8), ("zh-gb18030", .gb18030), ("zh-utf16le-bom", .utf16LittleEndian),
      ("zh-utf16be-bom", .utf16BigEndian), ("zh-crlf", .utf8), ("zh-cr-only", .utf8), ("zh-mixed-line-ends", .utf8),
    ])
  func everyEncoding(name: String, encoding: TextEncoding) throws {
    let truth = FormatSamples.plain(try FormatSamples.text("text/encodings/truth.txt"))
    let bytes = try FormatSamples.bytes("text/encodings/\(name).txt")
    #expect(try TextDecoding.decode(bytes).encoding == encoding)
    let read = TextReader().read(ReadingSource(bytes: bytes, name: FileName(name), parts: [], limits: .init()))
    #expect(read.blocks == truth.blocks)
    #expect(read.diagnostics.isEmpty)
    #expect(!truth.blocks.isEmpty)
  }

  @Test("GBK reads as the part of GB18030 that it is")
  func gbk() throws {
    let bytes = try FormatSamples.bytes("text/encodings/zh-gbk.txt")
    #expect(try TextDecoding.decode(bytes).text.contains("镕"))
  }

  @Test("private codes of Menksoft come out of GB18030 as they stand in Unicode")
  func menksoft() throws {
    let decoded = try TextDecoding.decode(try FormatSamples.bytes("text/encodings/menksoft-gb18030.txt"))
    let truth = try FormatSamples.text("text/encodings/menksoft-pua.txt")
    #expect(decoded.encoding == .gb18030)
    #expect(decoded.text.utf8.elementsEqual(truth.utf8))
    #expect(decoded.text.unicodeScalars.contains { (0xE234...0xE34F).contains($0.value) })
  }

  @Test("UTF-16 without a mark is known by its white space, in either byte order")
  func withoutMark() throws {
    let text = "一、关于一二三\n二、一\n"
    let little = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(try TextDecoding.decode(little) == DecodedText(text: text, encoding: .utf16LittleEndian))
    #expect(try TextDecoding.decode(big) == DecodedText(text: text, encoding: .utf16BigEndian))
  }

  @Test("UTF-32 is read by its mark")
  func utf32() throws {
    let text = "𠮷。"
    var little: [UInt8] = [0xFF, 0xFE, 0, 0]
    for scalar in text.unicodeScalars {
      for shift in [0, 8, 16, 24] as [UInt32] { little.append(UInt8(scalar.value >> shift & 0xFF)) }
    }
    #expect(try TextDecoding.decode(little).text == text)
  }

  struct Refused: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var encoding: String
    var offset: Int
  }

  static let refused = [
    Refused(testDescription: "a NUL in the middle", bytes: Array("abc\u{0}d".utf8), encoding: "UTF-8", offset: 3),
    Refused(
      testDescription: "more controls than a text has",
      bytes: Array(("通知" + String(repeating: "\u{1}", count: 17)).utf8), encoding: "UTF-8", offset: 6),
    Refused(testDescription: "a command to a terminal", bytes: Array("通知\u{1B}[2J".utf8), encoding: "UTF-8", offset: 6),
    // ISO-2022-CN, all of it ASCII: 通知.
    Refused(
      testDescription: "a text that switches its code",
      bytes: [0x1B, 0x24, 0x29, 0x41, 0x0E, 0x4D, 0x28, 0x56, 0x2A, 0x0F, 0x0A], encoding: "UTF-8", offset: 0),
    Refused(testDescription: "a shifted text", bytes: Array("通知\u{E}M(V*\u{F}".utf8), encoding: "UTF-8", offset: 6),
    Refused(testDescription: "a C1 control", bytes: Array("a\u{92}".utf8), encoding: "UTF-8", offset: 1),
    Refused(
      testDescription: "UTF-8 cut off inside a character", bytes: Array("关于做好通知".utf8.dropLast()),
      encoding: "UTF-8", offset: 15),
    Refused(
      testDescription: "UTF-8 after a mark", bytes: [0xEF, 0xBB, 0xBF, 0x61, 0xFF], encoding: "UTF-8", offset: 4),
    Refused(testDescription: "GB18030 cut off", bytes: [0xB9, 0xD8, 0xD3], encoding: "GB18030", offset: 2),
    Refused(
      testDescription: "a lone surrogate", bytes: [0xFF, 0xFE, 0x41, 0, 0, 0xD8, 0x42, 0], encoding: "UTF-16LE",
      offset: 4),
    Refused(testDescription: "half a unit", bytes: [0xFE, 0xFF, 0x4E, 0, 0x4E], encoding: "UTF-16BE", offset: 4),
    // 一份公告 in Big5: valid GB18030, but user-defined codes.
    Refused(
      testDescription: "Big5", bytes: [0xA4, 0x40, 0xA5, 0xF7, 0xA4, 0xBD, 0xA7, 0x69], encoding: "GB18030", offset: 0),
    // これは日本語です in Shift JIS.
    Refused(
      testDescription: "Shift JIS",
      bytes: [0x82, 0xB1, 0x82, 0xEA, 0x82, 0xCD, 0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA, 0x82, 0xC5, 0x82, 0xB7],
      encoding: "GB18030", offset: 0),
    // これは日本 in EUC-JP.
    Refused(
      testDescription: "EUC-JP", bytes: [0xA4, 0xB3, 0xA4, 0xEC, 0xA4, 0xCF, 0xC6, 0xFC, 0xCB, 0xDC],
      encoding: "GB18030",
      offset: 0),
    // 가 70 times in EUC-KR.
    Refused(
      testDescription: "EUC-KR", bytes: (0..<70).flatMap { _ in [0xB0, 0xA1] as [UInt8] }, encoding: "GB18030",
      offset: 0),
  ]

  @Test("bytes that are no text, or could be two, are held with the place", arguments: refused)
  func held(_ refused: Refused) {
    let read = TextReader().read(
      ReadingSource(bytes: refused.bytes, name: FileName("a.txt"), parts: [], limits: .init()))
    #expect(read.content == nil)
    #expect(read.codes == [.undecodable])
    #expect(read.diagnostics.first?.severity == .hold)
    #expect(read.diagnostics.first?.details == ["encoding": refused.encoding, "offset": String(refused.offset)])
  }

  @Test(
    "a few stray controls don't make a text unreadable; whoever wants none is told",
    arguments: [
      "\u{1}", "\u{7}", "\u{8}", "\u{10}", "\u{1A}", "\u{1E}", "\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}",
    ])
  func strays(_ stray: String) throws {
    let text = "响铃\(stray)字符。\n"
    #expect(FormatSamples.plain(text).text == text)
    // The parser would make U+FFFD of it, in which no mark is recognised; written as a number it stays.
    #expect(FormatSamples.html("<p>响铃\(stray)字符。</p>").text == "响铃\u{FEFF}字符。\n")
    #expect(FormatSamples.html("<p hidden>内\(stray)部</p>").unpublished(.hidden) == ["内\u{FEFF}部"])
    let number = stray.unicodeScalars.first?.value ?? 0
    #expect(FormatSamples.html("<p>响铃&#\(number);字符。</p>").text == text)
    let wide: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try TextDecoding.decode(wide).text == text)
    #expect(throws: DecodingFault(encoding: "UTF-16LE", byteOffset: 6)) {
      try TextDecoding.decode(wide, isProvedLater: true)
    }
    #expect(throws: DecodingFault(encoding: "UTF-8", byteOffset: 6)) {
      try TextDecoding.decode(Array(text.utf8), isProvedLater: true)
    }
    // A long text may have more of them than a short one, at the same rate.
    let long = String(repeating: "正文一段。", count: 1000)
    #expect(try TextDecoding.decode(Array((long + String(repeating: stray, count: 70)).utf8)).text.hasPrefix(long))
  }

  @Test("what a few controls stand in is text by content; binary data are not")
  func strayContent() {
    let limits = IngestLimits()
    #expect(ContentSniffer.content(of: Array("通\u{1}知\u{7}".utf8), limits: limits) == .text(looksLikeHTML: false))
    #expect(ContentSniffer.content(of: [1, 2, 3, 0xC3, 0x28, 4, 5], limits: limits) == .binary)
    #expect(ContentSniffer.content(of: (0..<400).map { UInt8($0 % 31 + 1) }, limits: limits) == .binary)
  }

  @Test("a page's own word for its encoding counts only where the bytes are not UTF-8")
  func declared() throws {
    let gb: [UInt8] = [0xB9, 0xAB, 0xB8, 0xE6]
    let head = Array("<meta charset='utf-8'>".utf8)
    #expect(try TextDecoding.decode(head + gb, declared: HTMLCharset.declared(in: head)).text.hasSuffix("公告"))
    let korean = Array("<META http-equiv=Content-Type content=\"text/html; charset = EUC-KR\">".utf8)
    #expect(HTMLCharset.declared(in: korean) == "euc-kr")
    #expect(throws: DecodingFault.self) { try TextDecoding.decode(korean + gb, declared: "euc-kr") }
    #expect(try TextDecoding.decode(korean, declared: "euc-kr").encoding == .utf8)
    #expect(HTMLCharset.declared(in: Array("<?xml version='1.0' encoding='GB2312'?>".utf8)) == "gb2312")
  }
}
